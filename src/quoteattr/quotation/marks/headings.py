"""Quoted headings between paragraphs: `‘A Hard Choice’` where speech stands in double marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quoteattr import config
from quoteattr.records import MarkStyle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quoteattr.quotation.marks.drafts import Draft
    from quoteattr.records import Range


def find_headings(
    paragraphs: Sequence[Range], nested: Sequence[tuple[Draft, int | None]]
) -> frozenset[int]:
    """Indices of the drafts that are headings.

    Each is a paragraph in single marks, in a text that sets its speech in others.
    """
    tops = [index for index, (_, parent) in enumerate(nested) if parent is None]
    single = [index for index in tops if nested[index][0].style is MarkStyle.SINGLE]
    if not single or len(single) * config.HEADINGS_IN_QUOTED > len(tops):
        return frozenset()
    whole = frozenset(paragraphs)
    return frozenset(index for index in single if nested[index][0].parts[0] in whole)
