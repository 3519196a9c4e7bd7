"""What words in marks tell in a story, and what elsewhere.

In a story speech stands in marks by itself; in the news marks in a clause show somebody's words.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from attrs import evolve

from quoteattr import config
from quoteattr.datatypes import Mode
from quoteattr.genre import is_answered, read_narration
from quoteattr.grammar import FINITE
from quoteattr.quotation.reports.site import WEIGHED
from quoteattr.quotation.words.cues import Frames
from quoteattr.records import MarkStyle, Screen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from quoteattr.analysis import Analysis
    from quoteattr.quotation.reports.frame import Frame
    from quoteattr.quotation.reports.site import Report
    from quoteattr.records import QuotedSpan

_SAYING: Final = FINITE | {"VB"}
_LABELLING: Final = frozenset({WEIGHED, "cue-before-object"})


def fit_to_genre(
    analysis: Analysis, quoted: Sequence[QuotedSpan], reports: Sequence[tuple[Frame, Report]]
) -> Iterator[tuple[Frame, Report]]:
    """The reports as the text has them: a story's without labels and mere topics."""
    if not any(report.rule == WEIGHED or _has_fragment(frame, report) for frame, report in reports):
        return iter(reports)
    text = analysis.text
    told = read_narration(text, quoted)
    talks = _is_dialogue(analysis, quoted) and not told.is_news
    if not talks and not told.is_story:
        return with_words_in_marks(reports)
    is_labelled = any(span.style is MarkStyle.TRANSCRIPT for span in quoted)
    return without_labels(reports if is_labelled else _without_topics(analysis, reports))


def _is_dialogue(analysis: Analysis, quoted: Sequence[QuotedSpan]) -> bool:
    """Whether people talk here: turn follows upon turn, and some of them ask, or are short."""
    text = analysis.text
    turns = [
        span
        for span in quoted
        if span.parent is None
        and span.screen is Screen.SPEECH
        and span.style is not MarkStyle.TRANSCRIPT
    ]
    heads = {span.start for span in turns}
    opened = [paragraph.start in heads for paragraph in analysis.paragraphs]
    if sum(one and other for one, other in pairwise(opened)) < config.EXCHANGES:
        return False
    asking = sum("?" in text[max(0, span.end - config.QUESTION_TAIL) : span.end] for span in turns)
    if asking >= config.EXCHANGE_QUESTIONS * len(turns):
        return True
    return is_answered(len(turns), analysis, quoted)


def _without_topics(
    analysis: Analysis, reports: Iterable[tuple[Frame, Report]]
) -> Iterator[tuple[Frame, Report]]:
    """The reports but those found by mere likelihood whose content says nothing of anything.

    `They talked about the weather`, `he asked for the bill`: in the news that is what was said, in
    a story what was done.
    """
    for frame, report in reports:
        if report.rule != WEIGHED or _has_fragment(frame, report) or _says(analysis, report):
            yield frame, report


def _says(analysis: Analysis, report: Report) -> bool:
    """Whether a verb that is no participle stands in the content of a report."""
    return any(not _SAYING.isdisjoint(analysis.forms[start:end]) for start, end in report.content)


def without_labels(reports: Iterable[tuple[Frame, Report]]) -> Iterator[tuple[Frame, Report]]:
    """The reports but those whose content the narrator only labels.

    `He called it his “den”`, `she feared the “big house”`: in fiction these are the narrator's
    marks; in the news they show somebody's words.
    """
    for frame, report in reports:
        if not (_only_labels(report) and _has_fragment(frame, report)):
            yield frame, report


def with_words_in_marks(
    reports: Iterable[tuple[Frame, Report]],
) -> Iterator[tuple[Frame, Report]]:
    """The reports, a thought in marks as an utterance: `fears the plan is “a farce”`.

    For the news alone: that somebody thought so is known from what was said. Not what is denied.
    """
    for frame, report in reports:
        thought = report.mode is Mode.THOUGHT and report.rule != WEIGHED and report.denial is None
        if thought and _has_fragment(frame, report):
            yield frame, evolve(report, mode=Mode.SPEECH)
        else:
            yield frame, report


def _only_labels(report: Report) -> bool:
    """Whether it is found by mere likelihood, or names what it is about: `what she called`."""
    return report.rule in _LABELLING or (
        report.rule == "cue-before-fragment" and report.cue.takes(Frames.PREDICATE)
    )


def _has_fragment(frame: Frame, report: Report) -> bool:
    return any(
        first < end and start < last
        for first, last in report.content
        for start, end in frame.fragments
    )
