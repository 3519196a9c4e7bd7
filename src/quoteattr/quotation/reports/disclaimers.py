"""Reports that the writer takes back: `There is no evidence that Ann Lee said it was over.`"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from quoteattr.analysis import Relation
from quoteattr.datatypes import Mode
from quoteattr.grammar import BE
from quoteattr.quotation.reports.attributed import ATTRIBUTED
from quoteattr.quotation.reports.denials import (
    BEFORE_CLAUSE,
    BEFORE_PARTICIPLE,
    CHECKED,
    CLAIM,
    CLIP,
    FAKED,
    FORGED,
    IF,
    REFUTED,
    SUPPOSED,
    VERDICT,
    WRONG,
)
from quoteattr.quotation.reports.kinds import Kind
from quoteattr.quotation.words.inflection import Form
from quoteattr.quotation.words.negation import might_have_been
from quoteattr.verbs import is_passive

if TYPE_CHECKING:
    import regex

    from quoteattr.analysis import Analysis
    from quoteattr.quotation.reports.frame import Frame
    from quoteattr.quotation.reports.site import Report, Site
    from quoteattr.records import Range

_REACH: Final = 160  # code points before the reporting clause, or after what it reports

_PARAGRAPH: Final = 400  # code points: a claim, or what leads from it to the verdict

_ANYBODY: Final = frozenset({"you", "one"})
_MIGHT: Final = frozenset({"can", "could", "may", "might"})
_OUGHT: Final = frozenset({"should", "ought"})
_FIRST_PERSON: Final = frozenset({"i", "we"})  # I should say that it is
_NEARLY: Final = frozenset({"almost", "nearly"})
_TO_DO: Final = frozenset({"tell", "ask"})
_CLAUSES: Final = frozenset({Kind.THAT, Kind.QUESTION})
_PLANNED: Final = frozenset({"about", "going", "supposed", "meant"})


def as_denied(report: Report, denial: Range) -> Report:
    """The report as one of what was not uttered; the code points *denial* tell so."""
    return evolve(report, mode=Mode.THOUGHT, denial=denial)


def find_disclaimer(site: Site, report: Report) -> Range | None:
    """Code points of what tells that a report was not said, or may not have been; None for none."""
    if report.cue.lemma in ATTRIBUTED:
        return _misattribution(site)
    patterns = BEFORE_PARTICIPLE if site.is_participle else BEFORE_CLAUSE
    found = _search_before(site, site.left, *patterns)
    if found is None and (_may_be_anybody(site) or _is_hypothetical(site)):
        return source_and_cue(site)
    if found is None:
        found = _search_before(site, site.group, SUPPOSED)
    if found is None and site.word(site.group) == "had":
        found = _search_before(site, site.left, IF)  # if Ann Lee had said so
    for claim, refuted in ((CLAIM, REFUTED), (CLIP, FORGED)):
        if found is None and _search_before(site, site.left, claim) is not None:
            found = _refutation(site, report, refuted)
    return _verdict(site.line.analysis, report) if found is None else found


def source_and_cue(site: Site) -> Range:
    """Code points of a cue with its subject, where these tell so: `nobody ever said`."""
    analysis = site.line.analysis
    return analysis.starts[site.line.token(site.left)], analysis.ends[site.cue.last - 1]


def _may_be_anybody(site: Site) -> bool:
    """Whether it only might be said, by anybody: `as soon as | you can say “no”`."""
    if site.word(site.left) not in _ANYBODY or site.word(site.group) not in _MIGHT:
        return False
    return not is_passive(site.line.analysis, site.cue.token, site.line.frame.first)


def _is_hypothetical(site: Site) -> bool:
    """Whether it was not said, though it might have been: `Ann Lee could have said that it was`.

    So too `Ann Lee almost said so`, `she was about to say so`, `she should say so`; and what is to
    be done after a meeting: `Ann to tell them that it is late`.
    """
    analysis, group = site.line.analysis, site.line.words[site.group : site.at]
    if is_passive(analysis, site.cue.token, site.line.frame.first):
        return False
    if might_have_been(group):
        return True
    if site.subject is None and _goes_on_hypothetically(site):
        return True
    before = site.word(site.at - 1)
    if before == "to" and site.word(site.at - 2) == "were":
        return _search_before(site, site.left, IF) is not None  # if she were to say
    if before == "to" and site.cue.group in _TO_DO and site.opening.kind in _CLAUSES:
        return not site.line.has_finite(0, site.at) and site.line.is_name(site.at - 2)
    if before in _NEARLY:
        return site.cue.form is Form.PAST
    if group and group[0] in _OUGHT:
        return site.subject is not None and site.word(site.subject) not in _FIRST_PERSON
    return before == "to" and site.word(site.at - 2) in _PLANNED and site.word(site.at - 3) in BE


def _goes_on_hypothetically(site: Site) -> bool:
    """Whether it is joined to what only might have been: `would have laughed and | said`."""
    analysis, token = site.line.analysis, site.cue.token
    if analysis.relations[token] is not Relation.CONJUNCT:
        return False
    helpers = {analysis.lowers[child] for child in analysis.children[analysis.heads[token]]}
    return might_have_been(helpers)


def _search_before(site: Site, at: int, *patterns: regex.Pattern[str]) -> Range | None:
    """Where one of *patterns* matches the words of the sentence before the position *at*."""
    line = site.line
    return _search_left(line.analysis, line.frame, line.token(at), *patterns)


def _search_left(
    analysis: Analysis, frame: Frame, token: int, *patterns: regex.Pattern[str]
) -> Range | None:
    """The same before a token of the frame."""
    end = analysis.starts[token]
    start = max(analysis.starts[frame.first], end - _REACH)
    before = analysis.text[start:end]
    for pattern in patterns:
        match = pattern.search(before)
        if match is not None:
            return start + match.start(), start + len(before[: match.end()].rstrip())
    return None


def _misattribution(site: Site) -> Range | None:
    """What says that words are not whose they are said to be: `falsely | attributed to Lee`."""
    if site.cue.lemma == "misattributed to":
        analysis = site.line.analysis
        return analysis.starts[site.cue.token], analysis.ends[site.cue.token]
    return _search_before(site, site.at, WRONG)


def _refutation(site: Site, report: Report, refuted: regex.Pattern[str]) -> Range | None:
    """What calls a claim false, behind it: `The claim that Lee said so | is false`."""
    line = site.line
    marks = [line.after(i) for i in range(len(line)) if line.is_quote(i)]
    marks += [last for _, last in line.frame.fragments]
    after = max([site.cue.last, *(last for last in marks if last <= report.content[-1][1])])
    return _search_right(line.analysis, line.frame, after, refuted)


def _search_right(
    analysis: Analysis, frame: Frame, after: int, pattern: regex.Pattern[str]
) -> Range | None:
    """Where *pattern* matches the words of the sentence behind the token before *after*."""
    start = analysis.ends[after - 1]
    end = min(analysis.ends[frame.last - 1], start + _REACH)
    match = pattern.search(analysis.text[start:end])
    return None if match is None else (start + match.start(), start + match.end())


def find_weighed_disclaimer(analysis: Analysis, frame: Frame, report: Report) -> Range | None:
    """The same for a report that counts decide: a fake clip, a claim with its verdict."""
    cue = report.cue.token
    found = _search_left(analysis, frame, cue, FAKED)
    if found is None and _search_left(analysis, frame, cue, CLIP) is not None:
        found = _search_right(analysis, frame, report.content[-1][1], FORGED)
    return _verdict(analysis, report) if found is None else found


def _verdict(analysis: Analysis, report: Report) -> Range | None:
    """The verdict of a fact check: `CLAIM: Ann Lee said so. | VERDICT: False`."""
    start, end = analysis.starts[report.clause[0]], analysis.ends[report.content[-1][1] - 1]
    if CHECKED.search(analysis.text[max(0, start - _PARAGRAPH) : start]) is None:
        return None
    match = VERDICT.search(analysis.text[end : end + _PARAGRAPH])
    return None if match is None else (end + match.start(), end + match.end())
