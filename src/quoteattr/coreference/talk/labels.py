"""Labels of turns that name no person: a side of an interview ("Q", "A2"), a role ("CLERK")."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from quoteattr.coreference import vocabulary
from quoteattr.lexicon import table

_NUMBERS: Final = "0123456789 "
_FOR_NOW: Final = " pro tempore"
_OF: Final = frozenset({"of", "for", "on", "to"})
_UNKNOWN: Final = frozenset({"unidentified", "unknown"})


def side(label: str) -> str:
    """What a label tells of an interview: "asks", "answers", or "" for any other label."""
    row = table("speaker_labels").get(label.rstrip(_NUMBERS).lower())
    return row["kind"] if row is not None and row["kind"] in ("asks", "answers") else ""


def names_role(label: str) -> bool:
    """Whether a label tells what somebody is: "CLERK", "Speaker 2", "The Minister for Roads"."""
    low = label.rstrip(_NUMBERS + "#").lower().removesuffix(_FOR_NOW)
    words = low.split() or [label.lower()]
    row = table("speaker_labels").get(" ".join(words))
    head = next((a for a, b in pairwise(words) if b in _OF), words[-1])
    is_role = head in vocabulary.head_nouns() or (row is not None and row["kind"] == "role")
    return is_role or words[0] in _UNKNOWN
