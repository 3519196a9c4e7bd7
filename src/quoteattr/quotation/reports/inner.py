"""Reports that another may hold as a whole: `talked up | his plan to sell`."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from quoteattr.datatypes import Mode
from quoteattr.quotation.words.inflection import Form

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from quoteattr.analysis import Analysis
    from quoteattr.quotation.reports.frame import Frame
    from quoteattr.quotation.reports.site import Report
    from quoteattr.records import Range


class Inner(NamedTuple):
    """A report that another may hold: its tokens, and how many of them were uttered."""

    first: int
    last: int
    size: int


NO_INNER: Final[Mapping[int, Inner]] = MappingProxyType({})


def inner_reports(analysis: Analysis, reports: Iterable[tuple[Frame, Report]]) -> dict[int, Inner]:
    """For each token of a report that another may hold, all of that report.

    No report of a whole quotation, nor of whom another quotes: `quoted Lee as saying that it was`.
    Where one report lies in another, the outer one counts.
    """
    held: list[tuple[Inner, list[Range]]] = []
    for frame, report in reports:
        quotes = {unit.first for unit in frame.units}
        if any(not quotes.isdisjoint(range(*part)) for part in report.content):
            continue
        if analysis.lowers[max(0, report.cue.token - 1)] == "as":
            continue
        cue, clause = (report.cue.token, report.cue.last), report.clause[0]
        parts = [cue, (clause, clause + 1), *report.content]
        first, last = min(a for a, _ in parts), max(b for _, b in parts)
        uttered = report.cue.form is not Form.NOUN and report.mode is not Mode.THOUGHT
        size = sum(b - a for a, b in report.content) if uttered else 0
        held.append((Inner(first, last, size), parts))
    held.reverse()  # of two that are as long, the first counts
    held.sort(key=lambda pair: pair[0].last - pair[0].first)
    found: dict[int, Inner] = {}
    for one, parts in held:
        for part in parts:
            found |= dict.fromkeys(range(*part), one)
    return found


def holds_whole(one: Inner | None, part: Range, size: int) -> bool:
    """Whether a content of *size* tells more than a report in it does: `talked up | his plan to`.

    Not where that utters most of it: `issued | a statement saying that it was late`.
    """
    if one is None or one.first < part[0] or part[1] < one.last:
        return False
    return one.size * 2 < size
