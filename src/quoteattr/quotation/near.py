"""Which paragraphs matter when only what stands in marks is asked for."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from quoteattr import config

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from quoteattr.records import QuotedSpan, Range, Screen


def paragraphs_near(
    quoted: Sequence[QuotedSpan], paragraphs: Sequence[Range], screens: Container[Screen]
) -> frozenset[int]:
    """Indices of the paragraphs with quoted spans of these sorts, and of those before them."""
    starts = [start for start, _ in paragraphs]
    near: set[int] = set()
    for span in quoted:
        if span.screen in screens:
            for start, _ in span.parts:
                own = bisect_right(starts, start) - 1
                near.update(range(max(0, own - config.PARAGRAPHS_BEFORE), own + 1))
    return frozenset(near)
