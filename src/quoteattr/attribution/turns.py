"""Paragraphs with quotations as turns of talk: what stands beside the quotations in each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex
from attrs import frozen

from quoteattr.datatypes import QuoteKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quoteattr.analysis import Analysis
    from quoteattr.records import Quotation, Range

_WORD = regex.compile(r"\w")


@frozen
class Turn:
    """One paragraph that holds quotations.

    Attributes:
        paragraph: Index of the paragraph.
        quotations: Indices of its top-level quotations, in text order.
        narration: Ranges of the words outside direct quotations; empty for a quotation alone.
    """

    paragraph: int
    quotations: tuple[int, ...]
    narration: tuple[Range, ...]

    @property
    def is_bare(self) -> bool:
        """Whether the paragraph is nothing but what was said."""
        return not self.narration


def find_turns(analysis: Analysis, quotations: Sequence[Quotation]) -> list[Turn]:
    """The turns of a text in order. A quotation over several paragraphs counts for its first."""
    by_paragraph: dict[int, list[int]] = {}
    covered: dict[int, list[Range]] = {}
    for index, quotation in enumerate(quotations):
        if quotation.parent is not None:
            continue
        by_paragraph.setdefault(analysis.paragraph_at(quotation.start), []).append(index)
        if quotation.kind is QuoteKind.DIRECT:
            for part in quotation.content:
                covered.setdefault(analysis.paragraph_at(part[0]), []).append(part)
    turns = []
    for paragraph in sorted(by_paragraph):
        bounds = analysis.paragraphs[paragraph]
        narration = _outside(analysis.text, (bounds.start, bounds.end), covered.get(paragraph, []))
        turns.append(Turn(paragraph, tuple(by_paragraph[paragraph]), tuple(narration)))
    return turns


def _outside(text: str, bounds: Range, parts: Sequence[Range]) -> list[Range]:
    start, end = bounds
    gaps: list[Range] = []
    for first, last in sorted(parts):
        if first > start and _WORD.search(text, start, first):
            gaps.append((start, first))
        start = max(start, last)
    if start < end and _WORD.search(text, start, end):
        gaps.append((start, end))
    return gaps
