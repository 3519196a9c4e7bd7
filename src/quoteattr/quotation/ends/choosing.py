"""Where a content that follows its cue ends: the likeliest of the places where it may.

`said the plan was dead | as boats left`: at each place from left to right, fitted weights of its
signs say how likely the content ends there if it has not ended before.
"""

from __future__ import annotations

from functools import cache
from itertools import islice
from math import exp
from typing import TYPE_CHECKING, Final

from attrs import evolve

from quoteattr import config
from quoteattr.analysis import NOUN_TAGS, Layer
from quoteattr.datatypes import Mode
from quoteattr.grammar import FINITE, RELATIVES
from quoteattr.lexicon import words
from quoteattr.quotation.ends.cuts import cuts
from quoteattr.quotation.ends.going_on import (
    SPANS,
    goes_on_in_marks,
    goes_on_in_past,
    goes_on_with_list,
    goes_on_with_row,
    goes_on_with_that,
    is_of_time,
    lacks_main,
    lacks_verb,
    shares_subject,
)
from quoteattr.quotation.ends.least import least_end
from quoteattr.quotation.ends.signs import signs
from quoteattr.quotation.ends.sure import surely_ends
from quoteattr.quotation.reports.line import MARK_WORDS
from quoteattr.quotation.reports.occasions import AROUND
from quoteattr.quotation.reports.tails import SUBORDINATE, Tail, tail_of
from quoteattr.quotation.words.inflection import Form
from quoteattr.weights import read_weights

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

    from quoteattr.analysis import Analysis
    from quoteattr.quotation.ends.signs import Sign
    from quoteattr.quotation.reports.frame import Frame
    from quoteattr.quotation.reports.site import Report

_SUPPOSING: Final = frozenset({"if", "unless"})
_BEFORE_ASKED: Final = frozenset({"when", "if"})
_BEGUN: Final = frozenset({"which", "whom"})
_LEAD: Final = 6  # A good many weeks after
_WHOLE: Final = frozenset({"cue-before-fragment", "cue-before-quotation"})
"""Rules whose content is what stands in marks."""


@cache
def weights() -> Mapping[str, float]:
    """The weight of each sign that tells something."""
    return read_weights("quoteattr.quotation.ends", "end_weights.json", None)


def with_likely_ends(
    analysis: Analysis,
    reports: Sequence[tuple[Frame, Report]],
    taken: Container[int] = (),
    beside: Sequence[tuple[Frame, Report]] = (),
) -> Iterator[tuple[Frame, Report]]:
    """The reports with their contents ended where that is likeliest; as they are without a tree.

    Args:
        analysis: The text.
        reports: What rules or counts found.
        taken: Tokens over which no content grows; one that holds any stays as it is.
        beside: Other reports of the text.
    """
    if not analysis.has(Layer.TREE):
        yield from reports
        return
    cued = uttering(beside or reports)
    for frame, report in reports:
        holds = any(token in taken for part in report.content for token in range(*part))
        if not holds and has_open_end(analysis, frame, report):
            yield frame, _ended(report, tail_of(analysis, frame, report, taken, cued))
        else:
            yield frame, report


def uttering(reports: Iterable[tuple[Frame, Report]]) -> set[int]:
    """Tokens of the cues that report words, not thoughts."""
    return {report.cue.token for _, report in reports if report.mode is not Mode.THOUGHT}


def _ended(report: Report, tail: Tail) -> Report:
    least = least_end(tail)
    places = [cut for cut in islice(cuts(tail), config.MOST_CUTS) if cut.end > least]
    if _is_parted(tail.analysis, report):
        places = [cut for cut in places if not shares_subject(cut)]
    going_on = (
        goes_on_with_list,
        goes_on_with_row,
        goes_on_in_marks,
        goes_on_with_that,
        goes_on_in_past,
        lacks_verb,
        lacks_main,
        is_of_time,
    )
    places = [cut for cut in places if not any(goes_on(cut) for goes_on in going_on)]
    sure = next((place for place, cut in enumerate(places) if surely_ends(cut)), None)
    stop = tail.stop if sure is None else places[sure].end
    places = places[:sure]
    likelihoods = [likelihood(signs(cut), weights()) for cut in places]
    ends = [*(cut.end for cut in places), stop]
    before = sum(last - first for first, last in report.content[:-1])
    sizes = [before + end - tail.first for end in ends]
    end = _before_begun(tail, ends[best_end(shares(likelihoods), sizes)])
    content = (*report.content[:-1], (tail.first, end))
    return report if content == report.content else evolve(report, content=content)


def _before_begun(tail: Tail, end: int) -> int:
    """The end before a clause that another report cuts: `has a house | in which, as Lee put it`."""
    analysis, first = tail.analysis, end - 3
    if first < tail.first or analysis.lowers[end - 1] not in _BEGUN:
        return end
    noun = analysis.tags[first] in NOUN_TAGS and analysis.tags[first + 1] == "ADP"
    return first + 1 if noun else end


def _is_parted(analysis: Analysis, report: Report) -> bool:
    """Whether the cue parts a subject from its verb: `Her aunt, she said, woke and asked why`."""
    first, last = report.content[0]
    return report.rule == "cue-between-parts" and FINITE.isdisjoint(analysis.forms[first:last])


def has_open_end(analysis: Analysis, frame: Frame, report: Report) -> bool:
    """Whether the content follows its cue in the reporter's words, not only in marks."""
    first = report.content[-1][0]
    if report.clause[0] > first:
        return False  # attributes “a joke” | to Ann Lee
    if _ends_with_agent(analysis, report):
        return False
    if first < report.cue.token or report.rule in _WHOLE or _leads_to_main(analysis, frame, report):
        return False
    return all(unit.first != first for unit in frame.units)


def _ends_with_agent(analysis: Analysis, report: Report) -> bool:
    """Whether the accuser follows: `was accused of dithering | by Ann Lee`."""
    first, end = report.content[-1]
    return analysis.lowers[end : end + 1] == ["by"] and first == report.cue.last + 1


def _leads_to_main(analysis: Analysis, frame: Frame, report: Report) -> bool:
    """Whether the rules end the content where the main clause, or its verb, begins.

    `Asked if it was over, | Lee laughed`; `Lee's claim that it was over | surprised them`; `Those
    who say that it is | are wrong`.
    """
    first, end = report.clause[0], report.content[-1][1]
    if end >= frame.last - 1:
        return False
    relative = not RELATIVES.isdisjoint(analysis.lowers[max(0, first - 1) : first + 1])
    if relative or report.cue.form is Form.NOUN:
        end += analysis.lowers[end] in MARK_WORDS  # Lee's claim that it is “dead” | shocked them
        apart = relative and analysis.lowers[end] == ","
        if report.cue.form is Form.NOUN:
            return _may_be_verb(analysis, end) or analysis.lowers[end].endswith("ed")
        return _may_be_verb(analysis, end + apart) if apart else analysis.forms[end] in FINITE
    lead = first - (analysis.lowers[frame.first] == "even")
    opens = analysis.lowers[frame.first] in SUBORDINATE and lead <= frame.first + 1
    supposed = analysis.lowers[max(0, first - 1)] in _SUPPOSING
    if opens and (report.rule == "cue-before-question" or supposed):
        return analysis.lowers[end] == ","
    token = report.cue.token
    if _opens_apart(analysis, frame, report):
        return analysis.lowers[end] == ","
    if token == frame.first and report.cue.form is Form.GERUND:
        adjacent = analysis.lowers[report.cue.last] != ","
        return adjacent and analysis.lowers[end] == ","  # Saying it was late, | Lee laughed
    before = analysis.lowers[token - 1 : token]
    in_passing = before == [","] and _may_be_verb(analysis, end + 1)
    if report.cue.form is Form.GERUND and in_passing:  # Lee, saying it was late, | laughed
        return FINITE.isdisjoint(analysis.forms[frame.first : token])
    asked = report.cue.group == "ask" and not _BEFORE_ASKED.isdisjoint(before)
    heard = report.cue.group in ("ask", "tell") and report.cue.form is Form.PAST
    begins = token == frame.first or before == [";"]  # It was over; asked why, | she left
    return heard and (begins or in_passing or asked)


def _may_be_verb(analysis: Analysis, token: int) -> bool:
    """Whether a finite verb stands there, or a past that a tagger misreads."""
    known = analysis.lowers[token] in words("irregular_pasts")
    return known or analysis.forms[token] in FINITE | {"VBN"}


def _opens_apart(analysis: Analysis, frame: Frame, report: Report) -> bool:
    """Whether it opens with this: `Having said it was late, | she left`, `Two days after Lee`."""
    if report.cue.token == frame.first + 1 and analysis.lowers[frame.first] == "having":
        return True
    at = report.clause[0]
    at -= analysis.lowers[at] not in AROUND
    timed = frame.first < at < frame.first + _LEAD and analysis.lowers[at] in AROUND
    return timed and analysis.lowers[at - 1] in SPANS


def likelihood(seen: Iterable[Sign], known: Mapping[str, float]) -> float:
    """How likely the content ends where these signs are *seen* if it has not ended before."""
    return 1 / (1 + exp(-sum([known.get(name, 0.0) * strength for name, strength in seen])))


def shares(likelihoods: Sequence[float]) -> list[float]:
    """How likely the content ends at each place, and, last, with the sentence."""
    left, found = 1.0, []
    for likely in likelihoods:
        found.append(left * likely)
        left -= found[-1]
    return [*found, left]


def best_end(likely: Sequence[float], sizes: Sequence[int]) -> int:
    """The place whose content is likeliest to be right, or right by half.

    A match needs half of the words in common, so a middle way may be safer than the likeliest end.
    """

    def worth(place: int) -> float:
        near = sum(
            share
            for share, size in zip(likely, sizes, strict=True)
            if min(size, sizes[place]) * 2 >= max(size, sizes[place])
        )
        return near + config.WORTH_EXACT * likely[place]

    return max(
        (place for place, share in enumerate(likely) if share >= config.LEAST_END),
        key=worth,
        default=len(sizes) - 1,
    )
