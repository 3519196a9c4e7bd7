"""Stretches of a text: half-open ranges of code points."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

Range = tuple[int, int]


def within(inner: Iterable[Range], outer: Iterable[Range]) -> list[Range]:
    """Those of *inner* that lie in one of *outer*; both are ordered and disjoint."""
    around = iter(outer)
    current = next(around, None)
    found = []
    for start, end in inner:
        while current is not None and current[1] < end:
            current = next(around, None)
        if current is not None and current[0] <= start:
            found.append((start, end))
    return found
