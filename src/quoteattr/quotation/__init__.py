"""Room 1: what was said, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quoteattr.quotation.assembly import assemble
from quoteattr.quotation.ends.choosing import with_likely_ends
from quoteattr.quotation.fiction import fit_to_genre
from quoteattr.quotation.marks.paragraphs import find_paragraphs
from quoteattr.quotation.marks.quoted import find_quoted_spans
from quoteattr.quotation.near import paragraphs_near
from quoteattr.quotation.reports.frames import find_frames
from quoteattr.quotation.reports.inner import inner_reports
from quoteattr.quotation.reports.rules import find_reports
from quoteattr.quotation.reports.weighed import find_weighed, taken_tokens
from quoteattr.quotation.words.cues import find_cues

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from quoteattr.analysis import Analysis
    from quoteattr.records import Quotation, QuotedSpan

__all__ = ["find_paragraphs", "find_quotations", "find_quoted_spans", "paragraphs_near"]


def find_quotations(
    analysis: Analysis, quoted: Sequence[QuotedSpan], read: Container[int] | None = None
) -> tuple[Quotation, ...]:
    """Direct, mixed and indirect quotations, in text order, an outer one before the inner ones.

    *read* has the indices of the paragraphs to look at, None for all.
    """
    cues = find_cues(analysis)
    frames = find_frames(analysis, quoted, cues, read)
    found = list(find_reports(analysis, frames, cues))
    reports = list(with_likely_ends(analysis, found))
    taken = taken_tokens(analysis, quoted, reports)
    further = list(find_weighed(analysis, frames, taken, inner_reports(analysis, reports)))
    reports += with_likely_ends(analysis, further, taken, found)
    reports = list(fit_to_genre(analysis, quoted, reports))
    return assemble(analysis, quoted, frames, reports)
