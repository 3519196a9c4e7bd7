"""Quotations in the making: those that a cue reports, and those that no cue does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import regex
from attrs import define, evolve, field, frozen

from quoteattr.datatypes import MARKS, Mode
from quoteattr.grammar import who_acts
from quoteattr.quotation.marks.tags import is_cry_ahead, is_reply_ahead

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from quoteattr.analysis import Analysis
    from quoteattr.quotation.reports.frame import Frame
    from quoteattr.quotation.reports.site import Report
    from quoteattr.records import QuotedSpan, Range

_OTHERS: Final = regex.compile(
    r"\s*+[;.,]?\s*+(?:\p{Lu}[\p{L}\p{M}’'.-]*+\s?){1,4}:\s*+\Z"  # “We go”; Ann Lee: “We stay”
    r"|\s?\([^()]{2,80}\d[^()]{0,20}\)[.;]\s*+\Z"  # “We go” (Lee 2019: 4). “We stay”
)
_OPENED: Final = ["ADV", "PUNCT"]
_SOURCE: Final = 5  # tokens of a source beside its cue
_TAIL: Final = 6  # closing marks and blanks after the last comma of a quotation: `,’ ”`


@define(eq=False)
class Candidate:
    """A quotation in the making.

    Attributes:
        level: Index of the quoted span around it, -1 for the reporter's own text.
        ranges: What the report covers; empty without one.
        rule: How it was found.
        report: The cue and what it reports, None where only the marks tell.
        frame: The sentence it was found in.
        units: Indices of the quoted spans that belong to it, in order.
        label: Range of the speaker's name where the marks show it, or None.
    """

    level: int
    ranges: list[Range]
    rule: str
    report: Report | None
    frame: Frame
    units: list[int] = field(factory=list)
    label: Range | None = None

    @property
    def is_uttered(self) -> bool:
        """Whether a cue reports words, not thoughts."""
        return self.report is not None and self.report.mode is not Mode.THOUGHT

    @property
    def is_only_quotations(self) -> bool:
        """Whether each part of the content begins with a whole quotation."""
        items = {unit.first for unit in self.frame.units}
        return self.report is not None and all(first in items for first, _ in self.report.content)

    @property
    def has_marks_before(self) -> bool:
        """Whether marks stand in the content and it ends before its cue: `It “fell,” Lee said`."""
        if self.report is None:
            return False
        first, end = self.report.content[0][0], self.report.content[-1][1]
        marks = [start for start, _ in self.frame.fragments]
        marks += [unit.first for unit in self.frame.units]
        return end <= self.report.cue.token and any(first <= start < end for start in marks)


def without_report(
    analysis: Analysis,
    quoted: Sequence[QuotedSpan],
    frames: Sequence[Frame],
    reported: Sequence[Candidate],
) -> list[Candidate]:
    """Candidates for the quotations that no cue reports, unless they continue the one before.

    `“We won,” said Ann. “At last.”`: the second part belongs to the first. A new paragraph begins a
    quotation of its own. Where others tell of the report, a further part is in what they tell too:
    `“We won,” said Ann, according to Bo. “At last.”`
    """
    holders = _holders(reported)
    owner = {unit: held[-1] for unit, held in holders.items()}
    reporting = {id(candidate.frame) for candidate in reported if candidate.is_uttered}
    ending = {id(one.frame): one for one in reported if one.has_marks_before}
    fresh: list[Candidate] = []
    last: _Last | None = None
    before: Frame | None = None
    for frame in frames:
        if before is None or (before.level, before.paragraph) != (frame.level, frame.paragraph):
            last = None
        for unit in frame.quotes:
            if unit not in owner:
                if last is not None and last.goes_on(analysis, frame, quoted[unit].start):
                    owner[unit] = last.candidate
                    holders[unit] = last.holders(holders)
                    for candidate in holders[unit]:
                        candidate.units.append(unit)
                else:
                    label = quoted[unit].label
                    owner[unit] = Candidate(frame.level, [], "marks", None, frame, [unit], label)
                    fresh.append(owner[unit])
            last = _Last(owner[unit], frame, quoted[unit].end)
        if not frame.quotes:
            last = None if last is None or id(frame) in reporting else last.far()
            if id(frame) in ending:
                last = _after_fragment(analysis, ending[id(frame)])
        before = frame
    return fresh


def _holders(reported: Sequence[Candidate]) -> dict[int, list[Candidate]]:
    """The candidates that each quoted span belongs to, the one that reports nothing else last."""
    holders: dict[int, list[Candidate]] = {}
    for candidate in sorted(reported, key=lambda one: one.is_only_quotations):
        for unit in candidate.units:
            holders.setdefault(unit, []).append(candidate)
    return holders


@frozen
class _Last:
    """The quotation before, in the same paragraph and level.

    Attributes:
        candidate: Whose part it is.
        frame: The sentence it stands in.
        end: Offset after it.
        near: Whether no sentence of the reporter's has gone by since that one.
    """

    candidate: Candidate
    frame: Frame
    end: int
    near: bool = True

    def far(self) -> _Last:
        """The same after another sentence."""
        return evolve(self, near=False)

    def holders(self, holders: Mapping[int, list[Candidate]]) -> list[Candidate]:
        """All candidates whose part it is."""
        units = self.candidate.units
        return holders.get(units[-1], [self.candidate]) if units else [self.candidate]

    def goes_on(self, analysis: Analysis, frame: Frame, start: int) -> bool:
        """Whether the quotation in *frame* that begins at *start* is a further part.

        Quotations side by side with no word between are turns of two speakers: `“Who?” “Ann.”`.
        """
        gap = analysis.text[self.end : start]
        if self.candidate.label is not None or not any(map(str.isalnum, gap)):
            return False
        if _OTHERS.match(gap) or is_cry_ahead(gap):
            return False
        if self.candidate.report is None:
            if is_reply_ahead(gap):
                return False
            return frame is self.frame or self._is_tag(analysis, frame, gap)
        if not self.candidate.is_only_quotations:
            near = self.near and self.candidate.has_marks_before
            return near and not _has_words(analysis, frame)
        if self._is_anothers(analysis, start):
            return False
        return not _has_words(analysis, frame) or self._is_tag(analysis, frame, gap)

    def _is_anothers(self, analysis: Analysis, start: int) -> bool:
        """Whether somebody else acts in between: `“No,” says Effie. Her sister laughs. “Yes.”`"""
        acts = None if self.near else who_acts(analysis, self.end, start)
        if acts is None or self.candidate.report is None:
            return False
        cue, (first, last) = self.candidate.report.cue, self.candidate.report.clause
        first, last = max(first, cue.token - _SOURCE), min(last, cue.last + _SOURCE)
        return analysis.lowers[acts] not in analysis.lowers[first:last]

    def _is_tag(self, analysis: Analysis, frame: Frame, gap: str) -> bool:
        """Whether *gap* is a reporting clause, whatever its verb: `“No,” he growled. “Go.”`

        It goes on with the sentence of the quotation before, and the next one comes right after it.
        """
        if frame is not self.frame and not (self.near and frame.opens_with_quotation):
            return False
        first = gap.lstrip()[:1]
        body = analysis.text[max(0, self.end - _TAIL) : self.end]
        return not first.isalnum() or first.islower() or body.rstrip(MARKS + " ").endswith(",")


def _after_fragment(analysis: Analysis, candidate: Candidate) -> _Last:
    """A clause that ends in marks, as the first part of what its speaker says in marks."""
    assert candidate.report is not None
    end = analysis.ends[candidate.report.content[-1][1] - 1]
    return _Last(candidate, candidate.frame, end)


def _has_words(analysis: Analysis, frame: Frame) -> bool:
    """Whether words of the reporter's stand in the frame, not only dashes and stops.

    An adverb and a comma before the marks tell nothing of who speaks: `Instead, “we lost.”`
    """
    items = frame.items
    opens = len(items) > len(_OPENED) and items[len(_OPENED)].quote >= 0
    opens = opens and [analysis.tags[item.first] for item in items[: len(_OPENED)]] == _OPENED
    items = items[len(_OPENED) :] if opens else items
    return any(item.quote < 0 and analysis.words[item.first][:1].isalnum() for item in items)
