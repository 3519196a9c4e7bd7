"""Datelines: place, date and agency before the first sentence of a report. No source stands there.

`OSLO, May 2 (AP) — Ann Lee said no.`
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import regex

if TYPE_CHECKING:
    from quoteattr.analysis import Analysis

_DATELINE: Final = regex.compile(
    r"(?:\p{Lu}[\p{Lu}.’'-]{1,20}+ ?){1,4}"  # OSLO
    r"(?:,[^\n()—–―]{1,30}?)?(?:\([^()\n]{2,20}+\) ?)?"  # , May 2 (AP)
    r"(?:[—–―]|--?)\s++(?=[^\w\s]?[\p{Lu}\d])"  # — “They ...
)


def after_dateline(analysis: Analysis, offset: int) -> int:
    """*offset*, or where the report begins if it lies in the dateline of its paragraph."""
    paragraph = analysis.paragraphs[analysis.paragraph_at(offset)]
    found = _DATELINE.match(analysis.text, paragraph.start, paragraph.end)
    return offset if found is None else max(offset, found.end())
