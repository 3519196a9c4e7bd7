"""Whose voice speaks: “Come,” said her voice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quoteattr.coreference.nominals.unlisted import SPEAKING_PARTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quoteattr.analysis import Analysis
    from quoteattr.records import Mention


def owner_of_voice(analysis: Analysis, mentions: Sequence[Mention], i: int) -> int | None:
    """The mention that owns the voice which mention *i* is: "her" of "her voice"."""
    if analysis.lowers[mentions[i].head] not in SPEAKING_PARTS or i + 1 >= len(mentions):
        return None
    return i + 1 if mentions[i + 1].start == mentions[i].start else None


def is_heard_only(analysis: Analysis, description: Mention) -> bool:
    """Whether somebody speaks who is heard only, nobody around: “Come,” said the voice."""
    return analysis.lowers[description.head] == "voice"
