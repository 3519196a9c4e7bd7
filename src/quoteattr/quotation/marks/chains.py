"""Quotations that run over several paragraphs, with the mark re-opened at the head of each."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

import regex

from quoteattr.quotation.marks.characters import DOUBLE, STYLES, find_marks
from quoteattr.quotation.marks.costs import DOUBTFUL, FITS, LOST, WRONG_WAY
from quoteattr.quotation.marks.drafts import Draft, is_inside, merged
from quoteattr.quotation.marks.pairing import cost_of, pair_marks
from quoteattr.quotation.marks.tags import find_tags
from quoteattr.records import MarkStyle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quoteattr.quotation.marks.characters import QuotationMark
    from quoteattr.quotation.marks.pairing import Pair
    from quoteattr.records import Range

_LABEL: Final = regex.compile(r"(?:\p{Lu}[\p{Lu}.’'-]{1,20}+ ?){1,4}:\s")
_FILLED: Final = regex.compile(r"[^\s\"“”‟＂〝〞〟'‘’‛`´«»‹›„‚「」『』]")


def find_marked(text: str, paragraphs: Sequence[Range]) -> list[Draft]:
    """Everything set off by marks, in no promised order; marks around nothing are left out."""
    found: list[Draft] = []
    carried: list[Draft] = []
    marked = [find_marks(text, start, end) for start, end in paragraphs]
    for (start, end), marks, following in zip(paragraphs, marked, [*marked[1:], ()], strict=False):
        if not marks:
            carried = []
            continue
        if (closing := _closes_above(marks, carried)) is not None:
            carried[0].parts.append((start, marks[closing].end))
            carried[0].closed = True
            carried, marks = [], marks[closing + 1 :]
        left_open = []
        for rank, pair in enumerate(pair_marks(marks, _reopened(following))):
            part = _extent(marks, pair, end)
            draft = _continued(text, carried, rank, marks[pair.open])
            if draft is None:
                draft = _labelled(text, part, _style(marks[pair.open]))
                found.append(draft)
            else:
                draft.parts.append(part)
            draft.closed = pair.close is not None
            if pair.close is None:
                left_open.append(draft)
        carried = left_open
    for draft in found:
        draft.parts = [part for part in draft.parts if _FILLED.search(text, *part)]
    return _cut_at_tags(text, [draft for draft in found if draft.parts])


def _closes_above(marks: Sequence[QuotationMark], carried: Sequence[Draft]) -> int | None:
    """Index of the mark that ends a quotation left open above: `We waited.” She sat down.`"""
    if len(carried) != 1 or carried[0].style is not MarkStyle.DOUBLE:
        return None
    return _ends_without_beginning(marks)


def _ends_without_beginning(marks: Sequence[QuotationMark]) -> int | None:
    """Index of the first double mark where it surely closes what was never opened, or None."""
    first = next((i for i, mark in enumerate(marks) if mark.family == DOUBLE), None)
    if first is None or marks[first].leads or marks[first].closes > FITS:
        return None
    apart = cost_of(marks[:first]) + cost_of(marks[first + 1 :])
    ends = cost_of(marks) - apart >= LOST or _are_turned(marks, first)
    return first if ends else None


def _are_turned(marks: Sequence[QuotationMark], first: int) -> bool:
    """Whether a pair with the next double mark would have both turned: `early." Lee said, "We`."""
    after = next((mark for mark in marks[first + 1 :] if mark.family == DOUBLE), None)
    if after is None or after.opens > FITS:
        return False
    return min(marks[first].opens, after.closes) >= WRONG_WAY


def _cut_at_tags(text: str, drafts: list[Draft]) -> list[Draft]:
    """`“It never closed, said the mayor.`: such a quotation ends where the reporter begins."""
    taken = merged(draft for draft in drafts if draft.closed)
    left_open = Counter(draft.end for draft in drafts if not draft.closed)
    for draft in drafts:
        start, end = draft.parts[-1]
        if draft.closed or left_open[end] > 1:
            continue  # where two stay open, nothing tells which of them the reporter ends
        tag = next(find_tags(text, start, end), None)
        if tag is not None and not is_inside(tag[0], taken):
            draft.parts[-1] = (start, start + len(text[start : tag[0]].rstrip()))
    return drafts


def _reopened(following: Sequence[QuotationMark]) -> str:
    """Families of the marks that open a paragraph, or of one that ends what none opens there.

    "'Tis" opens nothing.
    """
    families = ""
    for mark in following:
        if not mark.leads or mark.opens > DOUBTFUL or mark.ignored <= DOUBTFUL:
            break
        families += mark.family
    if not families and _ends_without_beginning(following) is not None:
        return DOUBLE
    return families


def _continued(text: str, carried: list[Draft], rank: int, mark: QuotationMark) -> Draft | None:
    """`"First paragraph.` and then `"Second paragraph."`: the draft that the mark re-opens.

    A speaker's label after the mark opens a quotation of its own: `"JONES: Why not?`.
    """
    if _LABEL.match(text, mark.end):
        return None
    if rank < len(carried) and mark.leads and carried[rank].style is _style(mark):
        return carried[rank]
    return None


def _labelled(text: str, part: Range, style: MarkStyle) -> Draft:
    """A draft of *part*; a speaker's label at its head is no part of what was said."""
    label = _LABEL.match(text, part[0] + 1, part[1])
    if label is None:
        return Draft([part], style)
    name = label.group().rstrip().removesuffix(":").rstrip()
    return Draft([(label.end(), part[1])], style, label=(label.start(), label.start() + len(name)))


def _extent(marks: Sequence[QuotationMark], pair: Pair, end: int) -> Range:
    return marks[pair.open].start, end if pair.close is None else marks[pair.close].end


def _style(mark: QuotationMark) -> MarkStyle:
    return MarkStyle.LATEX if mark.latex and mark.family == DOUBLE else STYLES[mark.family]
