"""Who is spoken to, as the reporting clause says it: `told reporters`, `said to Anna`.

An ordered table of rules. A rule is a plain function of a site; it gives positions in the line.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from quoteattr.analysis import Relation
from quoteattr.grammar import SUBJECTS, child, edges, opens_item
from quoteattr.lexicon import words
from quoteattr.quotation.reports.adjuncts import after_addressee
from quoteattr.quotation.reports.hearers import (
    NOBODY,
    head_of,
    hearer_after_to,
    hearer_phrase,
)
from quoteattr.quotation.reports.inversion import is_inverted
from quoteattr.quotation.reports.kinds import Kind
from quoteattr.quotation.reports.labels import labelled_hearer
from quoteattr.quotation.reports.noun_phrases import noun_phrase_before
from quoteattr.quotation.reports.passives import is_clipped
from quoteattr.quotation.reports.site import Report, Site
from quoteattr.quotation.reports.subject import shares_subject
from quoteattr.quotation.words.cues import Frames
from quoteattr.quotation.words.hearings import HEAR
from quoteattr.quotation.words.inflection import Form
from quoteattr.verbs import is_passive

if TYPE_CHECKING:
    from quoteattr.analysis import Analysis
    from quoteattr.quotation.reports.line import Line
    from quoteattr.records import Range

Rule = Callable[[Site], "Range | None"]
"""Looks at one cue in its line; None lets the next rule try."""

_RELATIVE: Final = frozenset({"who", "which", "that"})
_TOWARDS_NOBODY: Final = frozenset({"object", "liken", "attribute", "credit", "admit"})
_WARNED: Final = frozenset({"warn", "caution", "remind", "assure", "promise", "advise"})
_HEARD: Final = frozenset({"tell", "ask"})
_BESIDE: Final = frozenset({Relation.CONJUNCT, Relation.PARATAXIS, Relation.COMPLEMENT})
_IN: Final = frozenset({"in", "at", "during"})
_WHO: Final = frozenset({"who", "whose"})
_OF: Final = frozenset({"of", "from", "at"})


def told(site: Site) -> Range | None:
    """The object of a verb that takes a hearer: `She told reporters it was over.`"""
    if not site.cue.takes(Frames.ADDRESSEE) or _is_passive(site) or _is_inverted(site):
        return None
    phrase = hearer_phrase(site.line, site.after)
    if phrase is None or head_of(site.line, phrase) in words("not_hearers"):
        return None
    return phrase


def were_told(site: Site) -> Range | None:
    """The subject of a passive of such a verb: `Reporters were told that it was over.`

    Of a relative one the noun with its pronoun: `Ann Lee, who was told that it was over, left.`
    So too a court that heard it, and who is told at the end of a heading.
    """
    if site.subject is None or site.word(site.subject) == "there":
        return None  # There were calls for a vote
    if is_clipped(site):
        return site.subject, site.group
    passive = _is_passive(site) or _closes_heading(site)
    hears = site.cue.group in _HEARD or _are_hearers(site)
    if site.cue.group != HEAR and not (hears and passive):
        return None
    if site.word(site.subject) in _RELATIVE:
        last = site.subject - 1 - (site.word(site.subject - 1) == ",")
        return noun_phrase_before(site.line, last), site.subject + 1
    last = _before_comma(site.line, site.subject, site.group)
    return _without_place(site.line, site.subject, last), last


def _without_place(line: Line, start: int, end: int) -> int:
    """Where a name begins that the tree joins to a place: `At the covered market | Ann Lee is`."""
    led = "preposition" in (line.kind(start), line.kind(start - 1) if start else "")
    if not led or not line.is_capitalised(end - 1):
        return start
    first = end - 1
    while first > start and line.is_capitalised(first - 1):
        first -= 1
    return first


def was_asked(site: Site) -> Range | None:
    """The subject of the verb a participle hangs on: `Asked whether it was over, Lee laughed.`

    Or what it stands beside: `Lee, asked whether it was over, laughed.` Or the subject that a
    passive shares: `Lee applied and was told that it was over.`
    """
    line, analysis = site.line, site.line.analysis
    if site.is_in_passing and site.at > 1:
        when = line.words[site.at - 2 : site.at] == [",", "when"]
        end = site.at - 1 - when  # Lee, when asked whether it was over, laughed
        return noun_phrase_before(line, end - 1), end
    if site.subject is not None or site.cue.group not in _HEARD or site.cue.form is not Form.PAST:
        return None
    verb = _verb_above(site)
    subject = None if verb is None else child(analysis, verb, *SUBJECTS)
    if subject is None:
        return None
    first, last = edges(analysis, subject)
    start, reach = line.position(first), line.position(last - 1)
    if start is None or reach is None:
        return None
    start += line.words[start] == ","
    return start, _before_comma(line, start, reach + 1)


def _verb_above(site: Site) -> int | None:
    """The verb a participle hangs on, whichever of the two the tree puts above the other.

    `Asked whether it was over, Lee | laughed`; `Lee | laughed when asked about it`.
    """
    analysis, token = site.line.analysis, site.cue.token
    relation = analysis.relations[token]
    if _is_passive(site):
        return analysis.heads[token] if relation is Relation.CONJUNCT else None
    if site.word(site.at - 1) == ";":  # It was over; asked why, she | left
        beside = [t for t in analysis.children[token] if analysis.relations[t] in _BESIDE]
        return max(beside, default=None)
    if site.at == 0 and relation is Relation.ROOT:
        joined = child(analysis, token, Relation.CONJUNCT, Relation.PARATAXIS)
        return _second_clause(analysis, token) if joined is None else joined
    apart = site.at == 0 or site.word(site.at - 1) == "when"
    above = relation is Relation.ADVERBIAL_CLAUSE or (apart and relation is Relation.COMPLEMENT)
    return analysis.heads[token] if above else None


def _second_clause(analysis: Analysis, token: int) -> int | None:
    """The main verb where a tree has it for a second thing asked: `Asked if it was, Lee | left`."""
    clauses = [c for c in analysis.children[token] if analysis.relations[c] is Relation.COMPLEMENT]
    return clauses[-1] if len(clauses) > 1 else None


def _are_hearers(site: Site) -> bool:
    """Whether a passive tells who hears it: `They were warned that`, not `It was warned that`."""
    return (
        site.cue.lemma in _WARNED
        and site.opening.kind in (Kind.THAT, Kind.CLAUSE)
        and site.word(site.subject or 0) not in NOBODY
    )


def _before_comma(line: Line, start: int, end: int) -> int:
    """Where an apposition begins in [start, end): `Ann Lee | , a judge, was asked`; else *end*."""
    return next((at for at in range(start, end) if line.words[at] == ","), end)


def spoken_to(site: Site) -> Range | None:
    """A phrase with *to* behind the cue: `“No,” said Ann Lee quietly to the clerk.`"""
    if site.cue.form in (Form.FIXED, Form.LABEL) or site.cue.lemma in _TOWARDS_NOBODY:
        return None
    start = site.after
    if _is_inverted(site) or site.cue.takes(Frames.ADDRESSEE):
        start = after_addressee(site.line, start)
    return hearer_after_to(site.line, start, site.line.end)


def written_to(site: Site) -> Range | None:
    """The same in a phrase at the head: `In a letter to staff, she said it was over.`"""
    if site.subject is None or site.word(0) not in _IN:
        return None
    return hearer_after_to(site.line, 0, site.left)


ADDRESSEES: Final[tuple[tuple[str, Rule], ...]] = (
    ("told", told),  # She told reporters it was over.
    ("were-told", were_told),  # Reporters were told that it was over.
    ("was-asked", was_asked),  # Asked whether it was over, Ann Lee laughed.
    ("spoken-to", spoken_to),  # “No,” said Ann Lee quietly to the clerk.
    ("labelled-hearer", labelled_hearer),  # Mayor Lee to Staff: Pier Will Be Rebuilt
    ("written-to", written_to),  # In a letter to staff, she said it was over.
)


def find_addressee(site: Site, report: Report) -> tuple[str, Range] | None:
    """Key of the rule and range of tokens; None when the clause names nobody."""
    for key, rule in ADDRESSEES:
        phrase = rule(site)
        if phrase is None or phrase[0] >= phrase[1]:
            continue
        first = site.line.token(phrase[0])
        last = site.line.after(phrase[1] - 1)
        if not any(start < last and first < end for start, end in report.content):
            return key, (first, last)
    return None


def _is_passive(site: Site) -> bool:
    """Whether the subject is told: `was told`, not `is telling`."""
    if site.cue.form is Form.GERUND:
        return False
    return is_passive(site.line.analysis, site.cue.token, site.line.frame.first)


def _closes_heading(site: Site) -> bool:
    """Whether *told* stands for *was told*: `Minister “lied” about a flood, inquiry told`."""
    ends = site.opening.kind is Kind.END and site.line.is_heading
    return ends and site.cue.group == "tell" and site.cue.form is Form.PAST


def _is_inverted(site: Site) -> bool:
    """Whether the source follows the cue: `“Why?” asked Leo.`"""
    if site.subject is not None or site.is_participle:
        return False
    if opens_item(site.line.analysis, site.cue.token):
        return False  # - Told reporters that it was over
    if shares_subject(site.line, site.cue, site.group) and not _closes_line(site):
        return False
    return is_inverted(site.line, site.cue, site.after, quoted=True)


def _closes_line(site: Site) -> bool:
    """Whether verb and one noun phrase close it behind a comma: `Firm faces ruin, warns boss`."""
    line, end = site.line, after_addressee(site.line, site.after)
    return site.word(site.at - 1) == "," and (end >= line.end or _tells_who(line, end))


def _tells_who(line: Line, start: int) -> bool:
    """Whether what is left only tells who a source is: `warns Ann Lee | , a nurse`; `| of the Port`

    Not of what somebody is told: `She rose, warned the mayor | of the flood`.
    """
    relatives = (i for i in range(start + 1, line.end) if line.words[i] in _WHO)
    if start + 1 >= line.end or line.has_finite(start, next(relatives, line.end)):
        return False
    if line.words[start] == ",":
        return line.kind(start + 1) == "determiner" or line.words[start + 1] in _WHO
    body = line.is_capitalised(line.end - 1) or line.words[line.end - 1] in words("org_nouns")
    return line.words[start] in _OF and line.is_capitalised(start - 1) and body
