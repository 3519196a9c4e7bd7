"""Sentences behind a report that go on with it: `“No,” Lee said. That is “not my fault.”`"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from quoteattr.datatypes import Mode
from quoteattr.quotation.reports.line import FINAL_OR_MARK
from quoteattr.quotation.reports.tails import SUBORDINATE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quoteattr.analysis import Analysis
    from quoteattr.quotation.candidates import Candidate
    from quoteattr.quotation.reports.frame import Frame
    from quoteattr.records import Range

_PRESENT: Final = frozenset({"VBZ", "VBP", "MD"})
_FINITE: Final = _PRESENT | {"VBD"}
_SUBJECT: Final = 3  # tokens before marks that hold the verb: `The mayor | “is a fool.”`
_LEAST: Final = 5  # tokens of words in marks that are no mere name for a thing, marks included


def with_further_sentences(
    analysis: Analysis, frames: Sequence[Frame], drafts: Sequence[Candidate]
) -> None:
    """Adds to each report that ends its sentence the next one, where that only ends in marks.

    The reporter tells in the past, so what is told in the present, with the end of it in marks and
    no cue, goes on with what was said.
    """
    reporting = {id(draft.frame): draft for draft in drafts}
    for before, frame in pairwise(frames):
        draft = reporting.get(id(before))
        if draft is None or id(frame) in reporting or not _ends_sentence(draft):
            continue
        place = (before.level, before.paragraph) == (frame.level, frame.paragraph)
        marks = _marks(frame)
        if place and before.last == frame.first and marks and _ends_in(analysis, frame, marks):
            last = _without_stop(analysis, frame, marks)
            draft.ranges.append((analysis.starts[frame.first], analysis.ends[last - 1]))
            draft.units += frame.quotes


def _ends_sentence(draft: Candidate) -> bool:
    """Whether a past cue and its source end the sentence: `QUOTE, Lee said.`"""
    report = draft.report
    if report is None or report.denial is not None or draft.rule != "cue-after-content":
        return False
    return report.mode is not Mode.THOUGHT and draft.level < 0


def _marks(frame: Frame) -> Range | None:
    """The only words in marks of a sentence, None where it has none or several."""
    found = [*frame.fragments, *((unit.first, unit.last) for unit in frame.units)]
    return found[0] if len(found) == 1 else None


def _ends_in(analysis: Analysis, frame: Frame, marks: Range) -> bool:
    """Whether words in *marks* with a small letter end a sentence in the present."""
    first, last = marks
    small = last - first >= _LEAST and analysis.words[first + 1][:1].islower()
    links = first == frame.first + 2 and analysis.lowers[first - 1] == ","  # Then, “it fell.”
    if not small or links or first == frame.first:
        return False
    if _without_stop(analysis, frame, marks) > last:
        return False
    verbs = [t for t in range(frame.first, first) if analysis.forms[t] in _FINITE]
    leads = analysis.lowers[frame.first] in SUBORDINATE  # Unless he goes, “it will be hard.”
    if not verbs and not leads and first - frame.first > _SUBJECT:
        return False
    return all(analysis.forms[t] in _PRESENT for t in verbs)


def _without_stop(analysis: Analysis, frame: Frame, marks: Range) -> int:
    """The end of a sentence without a full stop behind its *marks*."""
    last = frame.last
    while last > marks[1] and analysis.lowers[last - 1] in FINAL_OR_MARK:
        last -= 1
    return last
