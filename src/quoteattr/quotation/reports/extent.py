"""How far a reported clause reaches."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr import config
from quoteattr.analysis import Layer, Relation
from quoteattr.grammar import ancestors, edges
from quoteattr.quotation.reports.kinds import NO_CONTENT, Kind
from quoteattr.quotation.reports.line import DASHES, MARK_WORDS, ends_in_comma_and_mark
from quoteattr.quotation.reports.main_clause import before_main_clause, before_main_verb
from quoteattr.quotation.reports.noun_phrases import noun_phrase_before
from quoteattr.quotation.reports.occasions import (
    AROUND,
    before_circumstance,
    is_circumstance,
    leads_to_as,
    leads_to_predicate,
    without_occasion,
)
from quoteattr.quotation.reports.site import SEPARATORS, Site
from quoteattr.quotation.words.cues import Frames
from quoteattr.quotation.words.inflection import Form

if TYPE_CHECKING:
    from quoteattr.quotation.reports.line import Line

_RELATIVE: Final = frozenset({"who", "which"})
_LEADING: Final = 1  # In calling, By saying
_LATE: Final = 6  # But although in early May
_SPANS: Final = frozenset({"minute", "hour", "day", "week", "month", "year", "decade"})
_CONCESSIVE: Final = frozenset({"though", "although"})
_BESIDE: Final = _CONCESSIVE | {"while", "but", "and", "when", "as"}
_SUBORDINATE: Final = _BESIDE - {"but", "and"} | {"after", "because", "since", "if", "unless"}
_VERBAL: Final = frozenset({"VERB", "AUX"})


def end_of_clause(site: Site, start: int, *, parted: bool = False) -> int:
    """Position after the content that begins at *start*: the end, or where the reporter goes on.

    *parted* tells that the cue parts the subject of the content from its verb, which a second verb
    then shares: `His wife, he said, rose | and told him why`.
    """
    end = len(site.line)
    for other in site.reading.sites:
        inserted = other.at < site.at and start < other.opening.start - 1
        if inserted and _is_on_hearer(site, other):
            end = other.opening.start - 1  # told voters who ask why it fell | that it was old
            break
        if inserted and site.word(site.at - 1) == "," and _has_that(other):
            end = other.opening.start - 2  # Lee reported, citing a guest, | that it was over
            break
        if parted and other.subject is None and not other.is_participle:
            continue
        if other.at > start and _takes_over(site, other, start):
            end = _before_coordinator(other)
            break
    if site.is_participle and not site.line.has_finite(0, site.at):
        end = min(end, _first_comma(site, start))
    leads = site.word(site.left - 1) in _SUBORDINATE and site.left <= _LEADING + 1
    if leads or _opens_late(site) or _opens_with_time(site):
        end = min(end, before_main_clause(site, start))
    relative = site.left if site.gap is None else site.gap
    after_that = site.word(site.left - 1) == "that"  # The claim that Lee called it bad | is false
    if site.is_led_by_preposition:
        relative = site.left - 1  # A tape in which Lee called it bad | was found
    if after_that or site.line.kind(relative) == "relative":
        end = min(end, before_main_verb(site, relative, start))
    if site.word(site.left - 1) == "where" and site.word(site.left - 2) == ",":
        end = min(end, _before_next_source(site, start))
    end = end if parted else _before_reporter(site, start, end)
    end = min(end, _before_dash(site, start))
    return without_occasion(site, start, end)


def _opens_late(site: Site) -> bool:
    """Whether a concession opens the sentence: `But even as | Lee said it was, the town voted`.

    A phrase may stand before its subject: `Although in May | she said that, she left`.
    """
    line, left = site.line, site.left
    first = int(line.kind(0) == "coordinator")
    first += site.word(first) == "even"
    if site.word(first) not in _CONCESSIVE | {"as", "while"} or not first < left <= _LATE:
        return False
    between = range(first + 1, left)
    return not any(line.words[i] == "," or line.is_finite(i) for i in between)


def _opens_with_time(site: Site) -> bool:
    """Whether a span of time opens the sentence: `Two weeks after | Lee said it was, they voted`.

    So does `Having said it was, they voted`.
    """
    if site.at == 1 and site.word(0) == "having":
        return True
    at = site.left - (site.word(site.left) not in AROUND)
    timed = 0 < at < _LATE and site.word(at) in AROUND
    return timed and site.word(at - 1).removesuffix("s") in _SPANS


def _before_next_source(site: Site, start: int) -> int:
    """Where a place is told of: `At the inn, where police say they met, | server Lee says she`."""
    line = site.line
    others = (o for o in site.reading.sites if o.at > start and o.cue.sure)
    subjects = (o.subject for o in others if o.opening.kind in (Kind.THAT, Kind.CLAUSE))
    source = next((subject for subject in subjects if subject and subject > start), None)
    reach = range(start + 1, 0 if source is None else source)
    return next((i for i in reversed(reach) if line.words[i] == ","), len(line))


def _has_that(other: Site) -> bool:
    """Whether a cue has its clause after an insertion between commas: `said, laughing, | that`."""
    opened = other.opening.kind is Kind.THAT and other.cue.sure
    return opened and other.word(other.opening.start - 2) == ","


def _is_on_hearer(site: Site, other: Site) -> bool:
    """Whether a clause tells of whom *other* tells something behind it."""
    tells = other.cue.group == "tell" and other.opening.kind is Kind.THAT
    return (
        tells
        and site.word(site.left) == "who"
        and site.line.words[other.opening.start - 1] == "that"
    )


def _before_dash(site: Site, start: int) -> int:
    """Where an insertion between dashes ends: `the letters – police said he wrote them – | burned`.

    The end of the line without a dash before the reporting clause.
    """
    line = site.line
    if site.subject is None or site.word(site.left - 1) not in DASHES:
        return len(line)
    return next((i for i in range(start, line.end) if line.words[i] in DASHES), len(line))


def end_of_object(site: Site, start: int) -> int:
    """The same for an object: `called it “unfair” | after the vote`; `blamed us | on Friday`."""
    end = end_of_clause(site, start)
    line = site.line
    stops = (i for i in range(start, end) if line.words[i] == ";" or line.words[i] in DASHES)
    end = next(stops, end)
    if not line.analysis.has(Layer.TREE):
        return end
    for token in line.analysis.children[site.cue.token]:
        position = line.position(edges(line.analysis, token)[0])
        if position is not None and start + 1 < position < end and is_circumstance(site, token):
            if site.cue.takes(Frames.PREDICATE) and leads_to_predicate(line, position):
                continue
            if site.cue.takes(Frames.OBJECT_AS) and leads_to_as(line, start, position, end):
                continue
            return position
    return before_circumstance(line, start, end)


def _takes_over(site: Site, other: Site, start: int) -> bool:
    """Whether *other* reports beside the cue: `said he would and confirmed that`; `, adding`."""
    line, cue = site.line, other.cue
    if cue.form is Form.FIXED:
        return line.words[other.at - 1] == ","
    if other.is_participle:
        reports = cue.takes(Frames.CLAUSE, Frames.QUOTATION, Frames.OBJECT)
        return reports and _after_comma(line, other.at)
    if site.word(site.left) in _RELATIVE and _after_comma(line, other.group):
        return cue.sure and cue.form in (Form.PAST, Form.PRESENT)  # Ann, who said it was, added
    if other.subject is not None:
        return other.subject > start and _stands_beside(other)
    if cue.form is not site.cue.form:
        return False
    if ends_in_comma_and_mark(line, other.group) and site.opening.kind is Kind.OBJECT:
        return cue.sure and other.opening.kind is Kind.OBJECT  # backs “a rise,” | opposes “cuts”
    if line.kind(other.group - 1) != "coordinator":
        return False
    if site.opening.kind is Kind.OBJECT and other.opening.kind not in NO_CONTENT:
        return cue.sure  # called it “unfair” and accused them of bias
    if not line.analysis.has(Layer.TREE) or other.opening.kind in (Kind.THAT, Kind.QUOTATION):
        return cue.takes(Frames.CLAUSE) and cue.sure
    floor = line.token(start)
    above = ancestors(line.analysis, cue.token)
    return next((t for t in above if t >= floor or t == site.cue.token), None) == site.cue.token


def _after_comma(line: Line, position: int) -> bool:
    """Whether a comma ends right before *position*, inside marks or not: `“a farce,” claiming`."""
    if line.words[position - 1] in MARK_WORDS:
        position -= 1
    return line.words[position - 1] == ","


def _first_comma(site: Site, start: int) -> int:
    """Where a phrase before the main clause ends: `In calling it “unfair,” | the board erred`."""
    line = site.line
    comma = next((i for i in range(start, line.end) if line.words[i] == ","), len(line))
    return comma + 2 if comma + 1 < line.end and line.words[comma + 1] in MARK_WORDS else comma


def _stands_beside(other: Site) -> bool:
    """Whether a clause of its own reports: `..., but he said it would`; `..., and Ann said: QUOTE`.

    Inside a report the same would be content: `said that it was, and that he said so`.
    """
    line, before = other.line, _start_of_source(other) - 1
    if line.words[before] == "that":
        return False
    plural = line.analysis.forms[other.cue.token] == "VBP"  # his critics suspect
    if not other.cue.sure or not (plural or other.cue.form in (Form.PAST, Form.PRESENT)):
        return False
    floor = before + 1 - config.NAME_BEFORE_CUE
    while before > max(0, floor):
        if line.words[before] in _BESIDE or line.words[before] in SEPARATORS:
            break
        before -= 1  # , and more than half said
    if _semicolon(other) is not None:
        return True
    joined = line.words[before] == ";" or (
        line.words[before] in _BESIDE and before > 0 and line.words[before - 1] in SEPARATORS
    )
    if other.opening.kind is Kind.QUOTATION:
        return joined or line.words[before] in SEPARATORS
    if other.opening.kind is Kind.OBJECT:  # , but he called it “a farce”
        named = line.kind(other.group - 1) == "pronoun" and other.cue.takes(Frames.PREDICATE)
        return joined and named and any(other.at < first for first, _ in line.fragments)
    return joined and other.opening.kind in (Kind.THAT, Kind.CLAUSE, Kind.QUESTION)


def _start_of_source(other: Site) -> int:
    """Where a source begins, with the role that its name sets off: `while | the mayor, Lee, said`.

    The end of the line for a cue without a subject.
    """
    line, start = other.line, other.subject
    if start is None:
        return len(line)
    if start < 2 or line.words[start - 1] != "," or line.words[other.group - 1] != ",":
        return start
    role = noun_phrase_before(line, start - 2)
    joined = 0 < role < start - 1 and line.words[role - 1] in _BESIDE
    return role if joined and line.kind(role) == "determiner" else start


def _semicolon(other: Site) -> int | None:
    """Position of the semicolon that opens the clause of *other*: `; its head, Lee, calls it`.

    Or of the colon, where *other* cuts its clause: `: the wood, she said, was rotten`.
    """
    line, group = other.line, other.group
    cuts = other.opening.kind is Kind.COMMA and other.word(other.left - 1) == ","
    signs = (";", ":") if cuts else (";",)
    floor = max(0, group - config.APPOSITION_TOKENS)
    at = next((i for i in range(group - 1, floor, -1) if line.words[i] in signs), None)
    if at is None or line.has_finite(at, group) or "that" in line.words[at + 1 : at + 3]:
        return None
    return None if any(first <= at < last for first, last in line.fragments) else at


def _before_coordinator(other: Site) -> int:
    if (semicolon := _semicolon(other)) is not None and other.subject is not None:
        return semicolon
    end = min(other.left, _start_of_source(other))
    while end > 0 and (
        other.line.words[end - 1] in SEPARATORS | _BESIDE
        or other.line.kind(end - 1) == "coordinator"
    ):
        end -= 1
    return end


def _before_reporter(site: Site, start: int, end: int) -> int:
    """The position in [start, end) where the sentence goes on beside the cue, else *end*.

    `said it was early | but opened the bids`; `said it was early, | though rain had fallen`.
    """
    line = site.line
    quoted = {i for first, last in line.fragments for i in range(first, last)}
    for position in range(start + 2, min(end, line.end)):
        if position in quoted:
            continue
        if line.words[position - 1] == "," and line.words[position] in _CONCESSIVE:
            return position
        if site.word(position + 1) == "that":
            continue
        if line.kind(position) == "coordinator" and _joins_outside(site, position, start):
            return position
    return end


def _joins_outside(site: Site, position: int, start: int) -> bool:
    """Whether the tree joins the verb after the coordinator to one before the content."""
    line, analysis = site.line, site.line.analysis
    token = line.token(position)
    if not analysis.has(Layer.TREE) or analysis.relations[token] is not Relation.COORDINATOR:
        return False
    verb = analysis.heads[token]
    if verb < token or analysis.relations[verb] is not Relation.CONJUNCT:
        return False
    return analysis.tags[verb] in _VERBAL and analysis.heads[verb] < line.token(start)
