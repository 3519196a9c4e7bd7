"""Which mentions speak: those that a cue or the layout makes the source of a quotation."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from quoteattr.coreference import settings

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from quoteattr.analysis import Analysis
    from quoteattr.coreference.threads import Thread
    from quoteattr.records import Mention


def covered(mentions: Sequence[Mention], sources: Sequence[tuple[int, int]]) -> frozenset[int]:
    """Indices of the mentions that are sources: for each range the outermost that overlaps it."""
    starts = [mention.start for mention in mentions]
    found: set[int] = set()
    for start, end in sources:
        first = bisect_left(starts, start)
        while first > 0 and mentions[first - 1].end > start:
            first -= 1
        if first < len(mentions) and mentions[first].start < end and mentions[first].end > start:
            found.add(first)
    return frozenset(found)


def named_speakers(
    analysis: Analysis,
    mentions: Sequence[Mention],
    is_source: frozenset[int],
    thread_of: Mapping[int, Thread],
) -> dict[int, tuple[Thread, ...]]:
    """Entities of the sources in each paragraph, as far as they are known; the last few of each.

    Not those whom somebody quoted quotes: “He said no,” Ann Lee said.
    """
    found: dict[int, tuple[Thread, ...]] = {}
    for i in sorted(is_source):
        thread = thread_of.get(i)
        if thread is not None and mentions[i].quoted is None:
            paragraph = analysis.paragraph_at(mentions[i].start)
            found[paragraph] = (*found.get(paragraph, ()), thread)[-settings.SPEAKERS :]
    return found
