"""Which prediction stands for which gold quotation: overlap of word characters, best pair first."""

from __future__ import annotations

from collections import defaultdict
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from quoteattr.evaluation.gold import Range

ENOUGH: Final = 0.5
"""Least intersection over union of a match: half of what either side marked (METRICS protocol)."""

_BUCKET: Final = 512  # code points; only finds candidates, any value gives the same answer


@frozen
class Pair:
    """A gold quotation and the prediction matched to it, by index; exact: equal word characters."""

    gold: int
    predicted: int
    overlap: float

    @property
    def exact(self) -> bool:
        """Whether both cover the same word characters."""
        return self.overlap == 1.0


class WordCharacters:
    r"""Counts word characters (`\w`) of one text: marks, commas and spaces weigh nothing."""

    def __init__(self, text: str) -> None:
        self._before = [0, *accumulate(c.isalnum() or c == "_" for c in text)]

    def count(self, spans: Iterable[Range]) -> int:
        """Number of word characters in disjoint *spans*."""
        return sum(self._before[end] - self._before[start] for start, end in spans)

    def shared(self, some: Sequence[Range], others: Sequence[Range]) -> int:
        """Number of word characters that lie in both."""
        return self.count(intersection(some, others))

    def overlap(self, some: Sequence[Range], others: Sequence[Range]) -> float:
        """Intersection over union; 0.0 where neither has a word character."""
        shared = self.shared(some, others)
        union = self.count(some) + self.count(others) - shared
        return shared / union if union else 0.0


def intersection(some: Sequence[Range], others: Sequence[Range]) -> Iterator[Range]:
    """The ranges that both ordered, disjoint lists cover, in order; empty ones left out."""
    i = j = 0
    while i < len(some) and j < len(others):
        start, end = max(some[i][0], others[j][0]), min(some[i][1], others[j][1])
        if start < end:
            yield start, end
        if some[i][1] < others[j][1]:
            i += 1
        else:
            j += 1


def touches(some: Iterable[Range], others: Iterable[Range]) -> bool:
    """Whether any range of one overlaps any of the other by a code point."""
    others = list(others)
    return any(a < d and c < b for a, b in some for c, d in others)


def match(
    gold: Sequence[Sequence[Sequence[Range]]],
    predicted: Sequence[Sequence[Range]],
    words: WordCharacters,
) -> list[Pair]:
    """Pairs of gold and predicted contents, one to one, the best overlap first.

    Args:
        gold: For each gold quotation the extents that are right, at least one each.
        predicted: The content of each prediction.
        words: Of the text that both refer to.

    Returns:
        Pairs by gold index; equal overlaps go to the earlier gold, then the earlier prediction.
    """
    places = places_of(predicted)
    candidates = []
    for number, extents in enumerate(gold):
        for other in near(extents, places):
            overlap = max(words.overlap(extent, predicted[other]) for extent in extents)
            if overlap >= ENOUGH:
                candidates.append(Pair(number, other, overlap))
    candidates.sort(key=lambda pair: (-pair.overlap, pair.gold, pair.predicted))
    taken_gold: set[int] = set()
    taken: set[int] = set()
    pairs = []
    for pair in candidates:
        if pair.gold not in taken_gold and pair.predicted not in taken:
            taken_gold.add(pair.gold)
            taken.add(pair.predicted)
            pairs.append(pair)
    return sorted(pairs, key=lambda pair: pair.gold)


def places_of(contents: Sequence[Sequence[Range]]) -> dict[int, set[int]]:
    """Which contents reach into each stretch of text, by index: what `near` looks up."""
    places: dict[int, set[int]] = defaultdict(set)
    for number, content in enumerate(contents):
        for start, end in content:
            for bucket in range(start // _BUCKET, (end - 1) // _BUCKET + 1):
                places[bucket].add(number)
    return places


def near(extents: Sequence[Sequence[Range]], places: dict[int, set[int]]) -> list[int]:
    """The contents that may overlap one of the *extents*, by index."""
    found: set[int] = set()
    for extent in extents:
        for start, end in extent:
            for bucket in range(start // _BUCKET, (end - 1) // _BUCKET + 1):
                found |= places.get(bucket, set())
    return sorted(found)
