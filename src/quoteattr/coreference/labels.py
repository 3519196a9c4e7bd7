"""Labels of turns that name a side of an interview, not a person: "Q", "Interviewer", "A2"."""

from __future__ import annotations

from typing import Final

from quoteattr.lexicon import table

_NUMBERS: Final = "0123456789 "


def side(label: str) -> str:
    """What a label tells of an interview: "asks", "answers", or "" for any other label."""
    row = table("speaker_labels").get(label.rstrip(_NUMBERS).lower())
    return row["kind"] if row is not None and row["kind"] in ("asks", "answers") else ""
