"""Whether what stands before a cue belongs to another: `He said it was, | jurors were told.`"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr.analysis import Layer, Relation
from quoteattr.grammar import HAVE, SENTENCE_FINAL, SUBJECTS
from quoteattr.quotation.reports.kinds import Kind
from quoteattr.quotation.reports.line import MARK_WORDS, ends_in_comma_and_mark
from quoteattr.quotation.reports.preceding import follows_fragment
from quoteattr.quotation.reports.tails import SUBORDINATE
from quoteattr.quotation.words.cues import Frames
from quoteattr.quotation.words.hearings import HEAR
from quoteattr.quotation.words.inflection import Form
from quoteattr.verbs import is_passive

if TYPE_CHECKING:
    from quoteattr.quotation.reports.site import Site
    from quoteattr.records import Range

SURELY_OWN: Final = frozenset({Kind.THAT, Kind.QUESTION, Kind.QUOTATION})
"""What follows a cue that surely does not report what stands before it."""
_SURELY_SAID: Final = SURELY_OWN | {Kind.CLAUSE}


def belongs_to_another(site: Site) -> bool:
    """Whether what stands before a source and its cue is surely no content of the cue."""
    relative = site.line.kind(site.left) == "relative"
    if relative or _is_in_marks(site):
        return True
    return _opens_with_participle(site) or _is_described(site) or _passes_on(site)


def _is_in_marks(site: Site) -> bool:
    """Whether the subject is in marks, the cue is not: `said “all letters,” hers too, were read`"""
    subject = -1 if site.subject is None else site.subject
    return any(first <= subject < last <= site.at for first, last in site.line.fragments)


def has_subject_in_marks(site: Site) -> bool:
    """Whether another reports the clause a fragment opens: `said “all of them” | knew it was`.

    Also `said that “all material,” | had been disclosed`.
    """
    line, end = site.line, site.group
    closed = end > 0 and (line.is_quote(end - 1) or line.words[end - 1] in MARK_WORDS)
    return closed and any(
        other.cue.sure
        and other.opening.kind in (Kind.CLAUSE, Kind.THAT)
        and (start := other.opening.start) < end
        and (line.is_quote(start) or line.words[start] in MARK_WORDS)
        and not line.has_finite(start, end)
        for other in site.reading.sites
    )


def _passes_on(site: Site) -> bool:
    """Whether others only hear of a report: `Lee said he was asleep, jurors were told.`"""
    line = site.line
    told = site.cue.group == "tell" and is_passive(line.analysis, site.cue.token, line.frame.first)
    if not told and site.cue.group != HEAR:
        return False
    verb = next(filter(line.is_finite, range(site.left)), None)
    return verb is not None and any(
        other.cue.sure and other.group <= verb <= other.at and other.opening.kind in _SURELY_SAID
        for other in site.reading.sites
    )


def has_own_object(site: Site) -> bool:
    """Whether a verb behind marks has an object, no source, after it: `“rash,” denounced | her`."""
    analysis, token = site.line.analysis, site.cue.token
    if site.word(site.group - 1) not in MARK_WORDS:
        return False
    right = [analysis.relations[c] for c in analysis.children[token] if c > token]
    return Relation.OBJECT in right and SUBJECTS.isdisjoint(right)


def begins_anew(site: Site) -> bool:
    """Whether a quotation ends its sentence, and another reports: `“Go!” Others said it was late`.

    Not in `“Go!” Others said as they left`.
    """
    line, last, opening = site.line, site.left - 1, site.opening
    if not line.is_quote(last) or not line.is_capitalised(site.left):
        return False
    ended = line.analysis.words[line.after(last) - 2] in SENTENCE_FINAL
    if ended and (opening.kind is Kind.INFINITIVE or _urges_somebody(site)):
        return True  # “Why?” She declined to say more
    if ended and last and line.words[last - 1].isalpha() and not site.reading.has_cue(0, last):
        return True  # She left with the words “Good luck.” He laughed
    own = opening.kind is Kind.CLAUSE and opening.start == site.after
    if site.word(last - 1) == ":" and opening.kind in (Kind.OBJECT, Kind.OTHER):
        return True  # They cried: “Go!” Others praised the choir
    if opening.kind is not Kind.THAT and (not own or site.word(site.after) in SUBORDINATE):
        return False
    return ended


def _urges_somebody(site: Site) -> bool:
    """Whether a new sentence asks others to act: `“Why?” | She urged member states to wait`."""
    line = site.line
    if line.kind(site.left) != "pronoun" or not site.cue.takes(Frames.INFINITIVE):
        return False
    verbs = (i + 1 for i in range(site.after + 1, line.end - 1) if line.words[i] == "to")
    return any(line.analysis.forms[line.token(verb)] == "VB" for verb in verbs)


def goes_on_after_name(site: Site) -> bool:
    """Whether the clause before has no verb but a cue: `He said the head, | Lee, had warned us`."""
    reading, left = site.reading, site.left
    perfect = site.group < site.at and site.word(site.group) in HAVE
    return (
        perfect
        and reading.line.is_capitalised(left)
        and reading.has_cue(0, left)
        and not site.has_verb(0, left)
    )


def _is_described(site: Site) -> bool:
    """Whether a fragment only tells more of a noun like a cue: `The city buys “smart” posts`."""
    line, last = site.line, site.left - 1
    if line.analysis.tags[site.cue.token : site.cue.token + 1] != ["NOUN"]:
        return False
    return line.words[last] in MARK_WORDS and not ends_in_comma_and_mark(line, site.left)


def _opens_with_participle(site: Site) -> bool:
    """Whether a reporting phrase stands before: `Calling it “a farce,” Lee said nobody came.`

    Not where it is a subject: `Seeing it fail led him to wait, Lee said.`
    """
    first, line = site.reading.sites[0], site.line
    if first.at > 0 or first.cue.form is not Form.GERUND or site.at == 0:
        return False
    return (
        first.comma is None
        or not line.analysis.has(Layer.TAGS)
        or not any(
            line.is_finite(at) and not site.reading.has_cue(at, at + 1) for at in range(first.comma)
        )
    )


def is_led(site: Site, left: int, before: Range) -> bool:
    """Whether each of two quotations has its cue: `Ann said, QUOTE The owl said, QUOTE`."""
    if site.opening.kind is not Kind.QUOTATION or not site.line.is_capitalised(left):
        return False
    return any(
        other.opening.kind is Kind.QUOTATION and other.opening.start == before[0]
        for other in site.reading.sites
        if other.at < before[0]
    )


def goes_on_with_own(site: Site) -> bool:
    """Whether another cue has the quotation before: `She thought, “Oh, no,” | adding, QUOTE`."""
    own = site.opening.kind is Kind.QUOTATION
    return own and any(
        other.cue.sure and other.opening.kind in _SURELY_SAID
        for other in site.reading.sites
        if other.at < site.at
    )


def has_own_quotation(site: Site, left: int) -> bool:
    """Whether a quotation follows and only a fragment stands before: `“a farce,” adding QUOTE`."""
    return site.opening.kind is Kind.QUOTATION and follows_fragment(site, left)
