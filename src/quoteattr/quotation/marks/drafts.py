"""Quoted stretches while they are being found, and their final order and nesting."""

from __future__ import annotations

import sys
from bisect import bisect_right
from typing import TYPE_CHECKING

from attrs import define

from quoteattr.records import MarkStyle, Range

if TYPE_CHECKING:
    from collections.abc import Iterable


@define(eq=False)
class Draft:
    """A quoted stretch that may still grow by a paragraph; the fields are those of `QuotedSpan`."""

    parts: list[Range]
    style: MarkStyle
    closed: bool = True
    label: Range | None = None

    @property
    def start(self) -> int:
        """Offset of the first character."""
        return self.parts[0][0]

    @property
    def end(self) -> int:
        """Offset after the last character."""
        return self.parts[-1][1]

    def covers(self, inner: Draft) -> bool:
        """Whether *inner* begins and ends inside parts of this one."""
        return self._holds(inner.parts[0]) and self._holds(inner.parts[-1])

    def _holds(self, part: Range) -> bool:
        index = bisect_right(self.parts, (part[0], sys.maxsize)) - 1
        return index >= 0 and part[1] <= self.parts[index][1]


def nest(drafts: Iterable[Draft]) -> list[tuple[Draft, int | None]]:
    """The drafts by start, an outer one before the inner ones, each with the index around it.

    Of two that overlap without one holding the other, the later is left out.
    """
    nested: list[tuple[Draft, int | None]] = []
    around: list[int] = []
    for draft in sorted(drafts, key=lambda each: (each.start, -each.end)):
        while around and nested[around[-1]][0].end <= draft.start:
            around.pop()
        if around and not nested[around[-1]][0].covers(draft):
            continue
        nested.append((draft, around[-1] if around else None))
        around.append(len(nested) - 1)
    return nested


def merged(drafts: Iterable[Draft]) -> list[Range]:
    """The stretches of text that the drafts cover, ordered and disjoint."""
    ranges: list[Range] = []
    for start, end in sorted(part for draft in drafts for part in draft.parts):
        if ranges and start <= ranges[-1][1]:
            ranges[-1] = (ranges[-1][0], max(end, ranges[-1][1]))
        else:
            ranges.append((start, end))
    return ranges


def is_inside(position: int, ranges: list[Range]) -> bool:
    """Whether *position* lies within one of the ordered, disjoint ranges, not at its start."""
    index = bisect_right(ranges, (position, 0)) - 1
    return index >= 0 and position < ranges[index][1]
