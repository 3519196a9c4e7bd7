"""Arithmetic on ranges of code points."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import regex

from quoteattr.records import within

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quoteattr.records import Range

WORD: Final = regex.compile(r"\w")


def outside(ranges: Sequence[Range], parts: Sequence[Range]) -> list[Range]:
    """The ranges that are not themselves inside a part."""
    inside = set(within(sorted(ranges), parts))
    return [r for r in ranges if r not in inside]


def merge_touching(ranges: Sequence[Range], whole: Sequence[Range]) -> list[Range]:
    """The union of both, ordered, those that overlap made one."""
    merged: list[Range] = []
    for start, end in sorted({*ranges, *whole}):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def disjoint(ranges: Sequence[Range]) -> list[Range]:
    """Ordered ranges without those inside an earlier one."""
    kept: list[Range] = []
    for start, end in ranges:
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


def has_words_outside(text: str, ranges: Sequence[Range], inside: Sequence[Range]) -> bool:
    """Whether a word character of the content stands outside the marks."""
    for start, end in ranges:
        at = start
        for a, b in inside:
            if a >= end or b <= start:
                continue
            if at < a and WORD.search(text, at, a):
                return True
            at = max(at, b)
        if at < end and WORD.search(text, at, end):
            return True
    return False
