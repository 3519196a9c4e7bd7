"""Cues in the passive: `was dubbed a “menace” by her rivals`, `was accused of theft by Lee`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr import config
from quoteattr.analysis import Layer
from quoteattr.grammar import DO, NOMINATIVES
from quoteattr.quotation.reports.extent import end_of_object
from quoteattr.quotation.reports.kinds import Kind
from quoteattr.quotation.reports.line import may_be_title
from quoteattr.quotation.words.cues import Frames
from quoteattr.quotation.words.inflection import Form
from quoteattr.verbs import is_passive

if TYPE_CHECKING:
    from quoteattr.quotation.reports.site import Report, Site

_LINKS: Final = frozenset({"of", "for"})
_HEARD: Final = frozenset({Kind.THAT, Kind.CLAUSE, Kind.QUESTION, Kind.INFINITIVE})
_TOLD: Final = frozenset({"tell", "urge", "warn", "ask", "order", "advise", "instruct", "remind"})
_AFTER_HEARER: Final = frozenset({"to", "not", "of", "about", "over", "against"})
_STOPS: Final = frozenset({",", ";", ":"})
_LEADS_IN: Final = frozenset({"DET", "ADJ", "ADV", "NOUN", "PUNCT"})
"""What stands between the cue and the marks: `called a truly “mad” idea`."""


def named(site: Site) -> Report | None:
    """Subject and predicate are the content; the source, if there is one, follows *by*.

    A heading leaves out *was*: `Lee dubbed “a menace” by rivals`. Not in `The boat was called “Good
    Hope”`, which only names it.
    """
    line, cue, subject = site.line, site.cue, site.subject
    if not cue.takes(Frames.PREDICATE) or subject is None or not line.analysis.has(Layer.TAGS):
        return None
    marks = _in_marks(site)
    if marks is None or cue.form is Form.GERUND:
        return None
    clipped = line.is_heading and cue.form is Form.PAST and site.word(marks) == "by"
    if not (clipped or is_passive(line.analysis, cue.token, line.frame.first)):
        return None
    parts = [(subject, site.group), (site.after, marks)]
    return site.report(parts, (site.group, site.after), "cue-before-object", Frames.OBJECT)


def _in_marks(site: Site) -> int | None:
    """The position after the marks that follow the cue, None without any and after a mere name."""
    near = range(site.after, min(site.after + config.BEFORE_MARKS, len(site.line)))
    for first, last in site.line.fragments:
        if first in near and all(_leads_in(site, i) for i in range(site.after, first)):
            return None if first == site.after and _is_name(site, first, last) else last
    return None


def _leads_in(site: Site, position: int) -> bool:
    line = site.line
    return line.analysis.tags[line.token(position)] in _LEADS_IN


def _is_name(site: Site, first: int, last: int) -> bool:
    line = site.line
    opens = line.analysis.words[line.token(first) + 1][:1].isupper()
    return opens and may_be_title(line.analysis, (line.token(first) + 1, line.token(last - 1)))


def accused(site: Site) -> Report | None:
    """`The board was accused of dithering by Ann Lee`: what stands between *of* and *by*.

    So without a form of *be*: `Accused of theft by his heirs, Ann Lee laughed`. What follows *of*
    where the accuser comes first: `The board was accused by Ann Lee of | dithering`.
    """
    if (link := _after_accuser(site)) is not None:
        content = (link + 1, end_of_object(site, link + 1))
        return site.report([content], (site.left, link), "cue-before-object")
    if not is_accused(site):
        return None
    line, start = site.line, site.after + 1
    for position in range(start, line.end):
        if line.words[position] == "by":
            return site.report([(start, position)], (site.at, len(line)), "cue-before-object")
        if line.words[position] in _STOPS:
            break
    return None


def _after_accuser(site: Site) -> int | None:
    """Position of *of* or *for* behind who accuses or praises somebody, None where none is."""
    line, cue = site.line, site.cue
    if (
        cue.form is not Form.PAST
        or not cue.takes(Frames.OBJECT_FOR)
        or site.word(site.after) != "by"
    ):
        return None
    if not is_passive(line.analysis, cue.token, line.frame.first):
        return None
    wanted = "of" if cue.group == "claim" else "for"
    reach = range(site.after + 2, min(site.after + config.APPOSITION_TOKENS, line.end - 1))
    stop = next((i for i in reach if line.is_finite(i) or line.words[i] in _STOPS), line.end)
    links = [i for i in reach if i < stop and line.words[i] == wanted]
    doing = (i for i in links if line.analysis.forms[line.token(i + 1)] == "VBG")
    return next(doing, links[-1] if links else None)


def is_accused(site: Site) -> bool:
    """Whether who stands before is accused: `a man accused of theft`, not `accused Lee of`."""
    if site.cue.form is not Form.PAST or not site.cue.takes(Frames.OBJECT_FOR):
        return False
    if site.word(site.after) not in _LINKS or site.cue.takes(Frames.OBJECT):
        return False
    line = site.line
    return site.group == site.at or is_passive(line.analysis, site.cue.token, line.frame.first)


def is_clipped(site: Site) -> bool:
    """Whether a heading leaves out *was*: `Mayor urged to resign`, `Staff told of cuts`.

    What somebody does is told in the present tense there. Not `He warned of rain`, in a list.
    """
    line, cue = site.line, site.cue
    if cue.form is not Form.PAST or cue.lemma.split()[0] not in _TOLD:
        return False
    if site.word(site.group - 1) in NOMINATIVES:
        return False
    if _AFTER_HEARER.isdisjoint(line.analysis.lowers[cue.token + 1 : cue.token + 2]):
        return False
    told = site.group == site.at and site.subject is not None
    title = line.is_headline and not line.analysis.words[cue.token].islower()
    return told and (line.is_heading or title)


def is_idle(site: Site) -> bool:
    """Whether a passive reports nothing: `was reported missing`, `was told by phone`."""
    if site.cue.lemma.startswith("be ") or site.cue.form in (Form.GERUND, Form.PRESENT):
        return False
    if not DO.isdisjoint(site.line.words[site.group : site.at]):
        return False  # all she could do was shout
    if not is_passive(site.line.analysis, site.cue.token, site.line.frame.first):
        return False
    kind = site.opening.kind
    if site.cue.group == "tell":
        return kind not in _HEARD
    if site.cue.group == "ask":
        return kind not in (Kind.QUESTION, Kind.QUOTATION)
    if kind is Kind.OBJECT and not site.cue.takes(Frames.PREDICATE, Frames.OBJECT_AS):
        return True  # announced by the mayor
    return kind not in (Kind.THAT, Kind.QUOTATION) and not _has_agent(site)


def _has_agent(site: Site) -> bool:
    """Whether a passive names its source: `was described by police as “calm”`."""
    return "by" in site.line.words[site.after : site.after + config.AGENT_TOKENS]
