"""Reports by a noun: `her claim that it was dead`, `the mayor's pledge to resign`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr.analysis import Layer, Relation
from quoteattr.grammar import edges
from quoteattr.quotation.reports.extent import end_of_clause
from quoteattr.quotation.reports.main_clause import before_main_verb
from quoteattr.quotation.reports.noun_phrases import noun_phrase_before
from quoteattr.quotation.words.cues import Frames, after_time, that_after_phrase
from quoteattr.quotation.words.inflection import Form

if TYPE_CHECKING:
    from quoteattr.quotation.reports.site import Report, Site

_CONTENT: Final = frozenset(
    {
        Relation.NOUN_CLAUSE,
        Relation.RELATIVE_CLAUSE,
        Relation.COMPLEMENT,
        Relation.OPEN_COMPLEMENT,
        Relation.ADVERBIAL_CLAUSE,
    }
)


def noun_with_content(site: Site) -> Report | None:
    """`Lee's claim that it was dead | surprised them`."""
    if site.cue.form is not Form.NOUN:
        return None
    start = _start(site)
    if start > site.after and site.line.is_finite(start):
        return None  # the report that won the prize
    left = min(noun_phrase_before(site.line, site.at), site.at)
    end = min(_end(site, start), before_main_verb(site, left, start))
    cut = (last for first, last in site.line.fragments if start <= first < end < last)
    content = (start, next(cut, end))
    kind = "infinitive" if site.word(start) == "to" else "that"
    return site.report([content], (left, start), f"cue-before-{kind}")


def _start(site: Site) -> int:
    """Where the content begins: after *that*, next or behind a phrase: `claim by Lee that`."""
    if site.word(site.after) == "that":
        return site.after + 1
    line, last = site.line, site.cue.last
    time = after_time(line.analysis.lowers, last)
    then = None if time is None else line.position(time)
    if then is not None and site.word(then) in ("that", "to"):
        return then + (site.word(then) == "that")
    if Frames.CLAUSE.value not in site.cue.frames:
        return site.after
    that = that_after_phrase(line.analysis, last)
    position = None if that is None else line.position(that)
    return site.after if position is None else position + 1


def _end(site: Site, start: int) -> int:
    """Where the content ends: with its subtree, without a tree as after a verb."""
    line, analysis = site.line, site.line.analysis
    end = end_of_clause(site, start)
    if not analysis.has(Layer.TREE):
        return end
    for child in analysis.children[site.cue.token]:
        if child > site.cue.token and analysis.relations[child] in _CONTENT:
            last = line.position(edges(analysis, child)[1] - 1)
            return end if last is None else min(end, last + 1)
    return end
