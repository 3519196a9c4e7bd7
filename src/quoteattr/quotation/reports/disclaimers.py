"""Reports that the writer takes back: `There is no evidence that Ann Lee said it was over.`"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import regex
from attrs import evolve

from quoteattr.datatypes import Mode
from quoteattr.quotation.reports.attributed import ATTRIBUTED
from quoteattr.verbs import is_passive

if TYPE_CHECKING:
    from quoteattr.quotation.reports.site import Report, Site
    from quoteattr.records import Range

_REACH: Final = 160  # code points before the reporting clause, or after what it reports

_WRONGLY: Final = (
    r"(?:falsely|wrongly|wrongfully|incorrectly|mistakenly|erroneously|inaccurately|misleadingly"
    r"|fraudulently|baselessly)"
)
_UNTRUE: Final = (
    r"(?:false|untrue|fake|fabricated|baseless|bogus|unfounded|unproven|unsubstantiated|incorrect"
    r"|inaccurate|misleading|a\s(?:lie|myth|fabrication|hoax)|not\s(?:true|the\scase|correct))"
)
_NOT: Final = (
    r"(?:\b(?:no|little|scant|zero|without)"
    r"|(?:\b(?:not|never|cannot|unable|failed)|n[’']t)\b[^.;:]{1,50})"
)
_PROOF: Final = (
    r"(?:evidence|records?|proof|signs?|indications?|suggestions?|transcripts?|traces?|recordings?"
    r"|footage|reports?|basis|confirmation|mentions?|instances?|examples?|videos?|sources?)"
)
_OF_WHAT: Final = (
    r"(?:\s(?:whatsoever|at\sall|anywhere))?+"
    r"(?:\s(?:to\s(?:show|suggest|prove|support|indicate|confirm|back(?:\sup)?)|supporting|showing"
    r"|suggesting|indicating|proving|for|behind))?+"
    r"(?:\s(?:of\s)?(?:the|this|these|any|such)\s(?:claim|allegation|suggestion|idea|notion"
    r"|rumou?r|report|assertion|theory)s?)?+"
)
_FAKE: Final = (
    r"(?:fake|faked|false|fabricated|bogus|doctored|altered|manipulated|made-up|invented"
    r"|ai-generated|deepfake|spurious|phon(?:e)?y|edited)"
)
_MEDIA: Final = (
    r"(?:quotes?|quotations?|videos?|clips?|audio|recordings?|posts?|tweets?|images?|headlines?"
    r"|screenshots?|statements?|letters?|memes?|footage|interviews?)"
)

# Read backwards from the clause, as they all end there: that halves the time they take.
_UNPROVEN: Final = regex.compile(
    rf"{_NOT}\s(?:[\w-]+\s){{0,3}}?{_PROOF}{_OF_WHAT}"
    r"(?:\s(?:that|whether|in\swhich|where|when))?+\s?\Z",
    regex.REVERSE,
)
"""`There is no record that | Ann Lee said`, `could not find evidence to suggest | she said`."""
_NOT_HEARD: Final = regex.compile(
    rf"{_NOT}\s(?:[\w-]+\s){{0,3}}?{_PROOF}{_OF_WHAT}\sof\s(?:[^\s,;:.]+\s){{1,6}}\Z", regex.REVERSE
)
"""`There is no record of Ann Lee | saying`."""
_UNLIKELY: Final = regex.compile(
    r"\b(?:it|that)\s?(?:is|was|[’']s|seems|appears|remains)(?:\s[\w-]+)?\s"
    rf"(?:unlikely|doubtful|improbable|impossible|inconceivable|unclear|unknown|uncertain|{_UNTRUE}"
    r"|not\s(?:clear|known|certain|likely|confirmed))(?:\sto\s(?:say|claim))?"
    r"\s(?:that|if|whether)\s\Z",
    regex.REVERSE,
)
"""`It is unlikely that | Ann Lee said`."""
_MISQUOTED: Final = regex.compile(
    rf"\b(?:misquoted|misreported|{_WRONGLY}\s(?:quoted|cited|reported|portrayed|depicted|shown))"
    r"\s(?:[^.,;:]{1,40}\s)?as\s(?:having\s)?\Z",
    regex.REVERSE,
)
"""`was misquoted as | saying`, `was falsely quoted online as | saying`."""
_MISREPORTED: Final = regex.compile(
    rf"\b{_WRONGLY}\s(?:claim|say|state|alleg|suggest|report|assert|impl)[a-z]*\s(?:that\s)?\Z",
    regex.REVERSE,
)
"""`The post falsely claims that | Ann Lee said`."""
_FAKED: Final = regex.compile(
    rf"\b{_FAKE}\s(?:[\w-]+\s){{0,2}}?{_MEDIA}\s"
    r"(?:(?:that|which)\s)?(?:(?:purports|purporting|appears|seems)\sto\s)?"
    r"(?:has|have|had|shows?|showed|showing|makes?|made|depicts?|depicting|in\swhich|where|of)\s"
    r"(?:[^\s,;:.]+\s){0,6}\Z",
    regex.REVERSE,
)
"""`A fake clip shows Ann Lee | saying`."""
_DENYING: Final = regex.compile(
    r"\bden(?:y|ies|ied|ying)\s(?:that\s|(?:ever\s)?(?:having\s)?(?:ever\s)?)?\Z", regex.REVERSE
)
"""`Ann Lee denied that | she said`, `denied ever | saying`."""
_ONE_MIGHT: Final = regex.compile(
    r"\bit(?:[’'](?:s|d)|\s(?:is|was|would|will|may|might|could|seems))(?:\sbe|\sbeen)?"
    r"(?:\s(?:not|also|perhaps|always|just|only|all|far|too|very|so|quite|as|more|a|an))*+"
    r"\s(?:wrong|easy|easier|hard|harder|difficult|fair|fairer|unfair|safe|tempting|early|soon|much"
    r"|possible|impossible|ridiculous|absurd|simplistic|accurate|inaccurate|reasonable|enough|well"
    r"|fine|true|untrue|foolish|naive|misleading|premature|exaggeration|stretch|mistake|lie|error)"
    r"\sto\s\Z",
    regex.REVERSE,
)
"""`It would be wrong to | say that it was over`."""
_WRONG: Final = regex.compile(rf"\b(?:{_WRONGLY}|not\s(?:correctly|rightly))\s\Z", regex.REVERSE)
"""`“It is dead” is wrongly | attributed to Ann Lee`."""
_CLAIM: Final = regex.compile(
    r"\b(?:claims?|rumou?rs?|assertions?|allegations?|suggestions?|idea|notion|reports?|posts?)"
    r"\s(?:[\w-]+\s){0,3}?(?:that|claiming|saying)\s\Z",
    regex.REVERSE,
)
_REFUTED: Final = regex.compile(rf"\b(?:is|are|was|were)\s(?:[\w-]+\s)?{_UNTRUE}\b")
"""`The claim that | Ann Lee said it | is false.`"""
_IF: Final = regex.compile(r"\bif\s\Z", regex.REVERSE)

_ANYBODY: Final = frozenset({"you", "one"})
_MIGHT: Final = frozenset({"can", "could", "may", "might"})
_BEFORE_CLAUSE: Final = (_UNPROVEN, _UNLIKELY, _MISREPORTED, _DENYING, _ONE_MIGHT)
_BEFORE_PARTICIPLE: Final = (_NOT_HEARD, _MISQUOTED, _FAKED, _DENYING)


def as_denied(report: Report, denial: Range) -> Report:
    """The report as one of what was not uttered; the code points *denial* tell so."""
    return evolve(report, mode=Mode.THOUGHT, denial=denial)


def find_disclaimer(site: Site, report: Report) -> Range | None:
    """Code points of what tells that a report was not said, or may not have been; None for none."""
    if site.cue.lemma in ATTRIBUTED:
        return _misattribution(site)
    patterns = _BEFORE_PARTICIPLE if site.is_participle else _BEFORE_CLAUSE
    found = _search_before(site, site.left, *patterns)
    if found is None and _may_be_anybody(site):
        analysis = site.line.analysis
        return analysis.starts[site.line.token(site.left)], analysis.ends[site.cue.last - 1]
    if found is None and site.word(site.group) == "had":
        found = _search_before(site, site.left, _IF)  # if Ann Lee had said so
    if found is None and _search_before(site, site.left, _CLAIM) is not None:
        found = _refutation(site, report)
    return found


def _may_be_anybody(site: Site) -> bool:
    """Whether it only might be said, by anybody: `as soon as | you can say “no”`."""
    if site.word(site.left) not in _ANYBODY or site.word(site.group) not in _MIGHT:
        return False
    return not is_passive(site.line.analysis, site.cue.token, site.line.frame.first)


def _search_before(site: Site, at: int, *patterns: regex.Pattern[str]) -> Range | None:
    """Where one of *patterns* matches the words of the sentence before the position *at*."""
    analysis, line = site.line.analysis, site.line
    end = analysis.starts[line.token(at)]
    start = max(analysis.starts[line.frame.first], end - _REACH)
    before = analysis.text[start:end].lower()
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
    return _search_before(site, site.at, _WRONG)


def _refutation(site: Site, report: Report) -> Range | None:
    """What calls a claim false, behind it: `The claim that Lee said so | is false`."""
    analysis, line = site.line.analysis, site.line
    marks = [line.after(i) for i in range(len(line)) if line.is_quote(i)]
    marks += [last for _, last in line.frame.fragments]
    after = max([site.cue.last, *(last for last in marks if last <= report.content[-1][1])])
    start = analysis.ends[after - 1]
    end = min(analysis.ends[line.frame.last - 1], start + _REACH)
    match = _REFUTED.search(analysis.text[start:end].lower())
    return None if match is None else (start + match.start(), start + match.end())
