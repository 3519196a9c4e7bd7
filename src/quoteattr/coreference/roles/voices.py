"""Whose voice speaks: “Come,” said her voice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quoteattr.coreference import settings
from quoteattr.coreference.nominals.extents import POSSESSIVE_MARKS
from quoteattr.coreference.nominals.unlisted import SPEAKING_PARTS
from quoteattr.coreference.roles.wording import NEW
from quoteattr.datatypes import Reference

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quoteattr.analysis import Analysis
    from quoteattr.records import Mention


def owner_of_voice(analysis: Analysis, mentions: Sequence[Mention], i: int) -> int | None:
    """The mention that owns the voice which mention *i* is: "her" of "her voice".

    So "Ann Lee" of "the voice of Ann Lee".
    """
    if analysis.lowers[mentions[i].head] not in SPEAKING_PARTS or i + 1 >= len(mentions):
        return None
    after = mentions[i + 1]
    is_owner = after.start == mentions[i].start
    return (
        i + 1
        if is_owner or analysis.text[mentions[i].end : after.start].split() == ["of"]
        else None
    )


def heard_before(analysis: Analysis, mentions: Sequence[Mention], i: int) -> int | None:
    """The mention that owns the voice heard last: "A man's voice broke in. “No,” said the voice".

    Only for "the voice", which says nothing of whose it is.
    """
    written = analysis.text[mentions[i].start : mentions[i].end].lower()
    if written != "the voice":
        return None
    first = analysis.token_at(mentions[i].start)
    for owner in range(i - 1, -1, -1):
        after = analysis.token_at(mentions[owner].end - 1) + 1
        if first - after > settings.WINDOW:
            return None
        if after > 0 and "voice" in analysis.lowers[after + 1 : after + 4]:
            is_owned = analysis.lowers[after] in POSSESSIVE_MARKS
            if is_owned and mentions[owner].reference is not Reference.PRONOUN:
                return owner
    return None


def is_heard_only(analysis: Analysis, description: Mention) -> bool:
    """Whether it is no one around: "A voice broke in. “Come,” said the voice"."""
    if analysis.lowers[description.head] != "voice":
        return False
    first = analysis.token_at(description.start)
    before = analysis.lowers[max(0, first - settings.WINDOW) : first]
    return any(
        word == "voice" and not NEW.isdisjoint(before[max(0, place - 2) : place])
        for place, word in enumerate(before)
    )
