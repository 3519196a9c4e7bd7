"""Whose voice speaks: “Come,” said her voice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quoteattr.analysis import Analysis
    from quoteattr.records import Mention

_PARTS: Final = frozenset({"voice", "tone", "tones", "lips", "eyes", "look", "smile", "face"})
"""What speaks for whom it belongs to."""


def owner_of_voice(analysis: Analysis, mentions: Sequence[Mention], i: int) -> int | None:
    """The mention that owns the voice which mention *i* is: "her" of "her voice"."""
    if analysis.lowers[mentions[i].head] not in _PARTS or i + 1 >= len(mentions):
        return None
    return i + 1 if mentions[i + 1].start == mentions[i].start else None
