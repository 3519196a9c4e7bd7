"""Clusters that another system found, laid over the mentions of the text."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from attrs import define, field

from quoteattr.analysis import Layer
from quoteattr.coreference import settings
from quoteattr.coreference.names.variants import rank_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from quoteattr.analysis import Analysis
    from quoteattr.coreference.threads import Thread
    from quoteattr.records import Mention, Range


@define(eq=False)
class Clusters:
    """Which mentions one entity is said to have.

    Attributes:
        of: Number of the cluster of each mention that is in one.
        threads: The entity of each cluster, as far as it is known.
    """

    of: Mapping[int, int]
    threads: dict[int, Thread] = field(factory=dict)

    def thread(self, i: int) -> Thread | None:
        """The entity that the cluster of mention *i* is known to mean."""
        number = self.of.get(i)
        return None if number is None else self.threads.get(number)

    def learn(self, i: int, thread: Thread) -> None:
        """Note that mention *i* means *thread*; its cluster keeps the first that it meant."""
        number = self.of.get(i)
        if number is not None:
            self.threads.setdefault(number, thread)


def unite(clusters: Clusters, thread_of: dict[int, Thread]) -> None:
    """Make one of the named entities that a cluster says are one, whatever their names."""
    listed: dict[int, list[Thread]] = {}
    for i in sorted(clusters.of.keys() & thread_of.keys()):
        listed.setdefault(clusters.of[i], []).append(thread_of[i])
    for threads in listed.values():
        found = {thread.index: thread for thread in threads if thread.mentions}
        best = max(found.values(), key=lambda thread: rank_name(thread.name), default=None)
        for thread in found.values():
            if best is not None and thread is not best:
                thread_of.update(dict.fromkeys(thread.mentions, best))
                best.absorb(thread)


def lay_over(
    analysis: Analysis, mentions: Sequence[Mention], clusters: Sequence[Sequence[Range]]
) -> Clusters:
    """The clusters as they fall on *mentions*; stretches that are no mention are passed over.

    A stretch is a mention when each holds the head of the other: "Ada Holm, the mayor of Velm" is
    "Ada Holm". A mention in two clusters counts in the first.
    """
    found: dict[int, int] = {}
    starts = [mention.start for mention in mentions]
    for number, cluster in enumerate(clusters):
        for start, end in cluster:
            i = _mention_at(analysis, mentions, starts, start, end)
            if i is not None:
                found.setdefault(i, number)
    return Clusters(found)


def _mention_at(
    analysis: Analysis,
    mentions: Sequence[Mention],
    starts: Sequence[int],
    start: int,
    end: int,
) -> int | None:
    """Index of the mention that the stretch [start, end) is."""
    first = bisect_left(starts, start)
    while first > 0 and mentions[first - 1].end > start:
        first -= 1
    head = _head(analysis, start, end)
    for i in range(first, min(first + settings.STRETCH_MENTIONS, len(mentions))):
        mention = mentions[i]
        if mention.start >= end:
            break
        if (mention.start, mention.end) == (start, end):
            return i
        holds = mention.start <= head < mention.end if head is not None else True
        if holds and start <= analysis.starts[mention.head] < end:
            return i
    return None


def _head(analysis: Analysis, start: int, end: int) -> int | None:
    """Offset of the word in a stretch that the others hang on; None without a tree."""
    if not analysis.has(Layer.TREE):
        return None
    inside = analysis.tokens(start, end)[: settings.STRETCH_TOKENS]
    up = analysis.heads
    top = next((token for token in inside if up[token] == token or up[token] not in inside), None)
    return None if top is None else analysis.starts[top]
