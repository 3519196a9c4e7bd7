"""Reports whose content follows the cue: `She said the plan was dead.`"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr.analysis import Layer, Relation
from quoteattr.grammar import NOMINATIVES, opens_item
from quoteattr.quotation.reports import passives
from quoteattr.quotation.reports.all_said import after_cleft, is_judged
from quoteattr.quotation.reports.asking import BEFORE_ASKED
from quoteattr.quotation.reports.extent import (
    end_of_clause,
    end_of_object,
)
from quoteattr.quotation.reports.hearing import is_of_heard
from quoteattr.quotation.reports.kinds import NO_CONTENT, Kind
from quoteattr.quotation.reports.main_clause import before_main_clause
from quoteattr.quotation.reports.objects import in_a_row, phrase_around
from quoteattr.quotation.reports.site import Report, Site
from quoteattr.quotation.reports.subject import shares_subject
from quoteattr.quotation.reports.verb_or_noun import may_be_verb
from quoteattr.quotation.words.cues import Frames
from quoteattr.quotation.words.inflection import Form, inflections
from quoteattr.verbs import who_is_led

if TYPE_CHECKING:
    from quoteattr.records import Range

_ANYBODY: Final = frozenset({"they", "we", "you", "people", "one"})
_CRIES: Final = frozenset({"chant", "shout", "sing", "yell", "scream", "cry", "heckle", "bellow"})
_JUDGING: Final = frozenset({"blame", "fault", "thank", "praise"})
_MOVED: Final = frozenset({"moved", "prompted", "forced", "compelled", "driven"})  # to say, QUOTE
_FRAMES: Final = {
    Kind.INFINITIVE: Frames.INFINITIVE,
    Kind.OBJECT: Frames.OBJECT,
    Kind.THAT: Frames.CLAUSE,
    Kind.CLAUSE: Frames.BARE_CLAUSE,
    Kind.QUESTION: Frames.QUESTION,
}
_AS_FOLLOWS: Final = ["as", "follows", ":"]
"""After a pronoun and before a quotation: `She explains it as follows: QUOTE`."""
_POINTING: Final = frozenset({"it", "this", "that", "so"})
_HOW: Final = frozenset({"again", "before", "first", "once", "twice", "too", "aloud", "often"})
_WORDS: Final = frozenset({"word", "words", "caption", "message", "hashtag"})
_SURELY_CONTENT: Final = frozenset({Kind.THAT, Kind.QUESTION})
_OPENED: Final = frozenset({Kind.THAT, Kind.CLAUSE})
_REFUSALS: Final = frozenset(
    form for verb in ("decline", "refuse") for form, _ in inflections(verb)
) | {"failed", "fails", "unable", "unwilling"}


def before_content(site: Site) -> Report | None:
    """Source and verb, then the content: `She said: QUOTE`; `Lee argued that it was dead.`"""
    left = _start_of_clause(site)
    if left is None or passives.is_idle(site) or site.is_in_passing:
        return None
    kind, start = site.opening.kind, site.opening.start
    if kind in NO_CONTENT or _is_reduced(site) or _is_heading(site) or is_of_heard(site):
        return None
    if _leads_to_report(site):
        return None
    if kind is Kind.OBJECT and site.cue.takes(Frames.PREDICATE) and is_saying(site):
        return None
    if kind is Kind.QUOTATION:
        if not site.cue.takes(Frames.QUOTATION, Frames.FRAGMENT) or _is_inside(site):
            return None
        content = (start, start + 1)
        parts = [*_before_gap(site), content, *_row_of_quotations(site, start)]
        return site.report(parts, (left, start), "cue-before-quotation")
    if (cleft := after_cleft(site)) is not None:
        content = cleft
    elif is_judged(site):
        return None
    elif kind is Kind.OBJECT:
        if _is_naming(site):
            return None
        content = _led_quotation(site, start) or (start, end_of_object(site, start))
    else:
        follows = kind is Kind.CLAUSE and (
            site.line.words[start + 1 : start + 4] == _AS_FOLLOWS or _only_leads(site, start)
        )
        led = _led_quotation(site, start) if follows else None
        content = led or (start, min(end_of_clause(site, start), _end_of_opening(site, start)))
    if _only_points(site, start):
        return None
    frame = _FRAMES.get(kind)
    return site.report(
        [*_before_gap(site), content], (left, start), f"cue-before-{kind.value}", frame
    )


def _only_points(site: Site, start: int) -> bool:
    """Whether a pronoun stands for the words, and the rest tells how: `said | it on the radio`."""
    line = site.line
    if site.opening.kind is not Kind.CLAUSE or site.word(start) not in _POINTING:
        return False
    beside = line.kind(start + 1) == "preposition" or site.word(start + 1) in _HOW
    return start + 1 < line.end and beside and not line.has_finite(start + 1, line.end)


def _row_of_quotations(site: Site, first: int) -> list[Range]:
    """Further quotations that close the sentence: `a sign which read QUOTE | and QUOTE`."""
    line, row = site.line, []
    last = first + 1
    while line.kind(last) == "coordinator":
        end = next((b for a, b in line.fragments if a == last + 1), last + 2)
        if end == last + 2 and not line.is_quote(last + 1):
            break
        row.append((last + 1, end))
        last = end
    return row if last >= line.end else []


def _is_reduced(site: Site) -> bool:
    """Whether a participle only tells of a subject: `said that | a rise announced in May is off`.

    The clause that another cue reports begins with its subject, and goes on with a verb.
    """
    line, opening = site.line, site.opening
    if opening.kind is not Kind.CLAUSE or not line.is_finite(opening.start):
        return False
    return any(
        other.opening.start == site.subject and other.opening.kind in (Kind.THAT, Kind.CLAUSE)
        for other in site.reading.sites
        if other.at < site.at and other.cue.sure
    )


def _is_heading(site: Site) -> bool:
    """Whether it only says whose words follow: `What she said: Lee told us it was late`."""
    asked = site.word(site.left - 1) == "what" and site.left == 1
    return asked and site.word(site.after) == ":" and site.opening.kind is not Kind.QUOTATION


def _leads_to_report(site: Site) -> bool:
    """Whether somebody reports behind a colon: `Some questioned the plan: Lee argued it was dead`.

    Not right behind the cue: `She said: Lee argued it was dead`.
    """
    start = site.opening.start
    if site.word(start - 1) != ":" or start - 1 == site.after or site.word(start) in NOMINATIVES:
        return False
    return any(other.subject == start and other.cue.sure for other in site.reading.sites)


def _is_inside(site: Site) -> bool:
    """Whether it only tells what another cue answers: `Lee told us when asked about it: QUOTE`."""
    if site.cue.group != "ask" or site.word(site.group - 1) not in BEFORE_ASKED:
        return False
    return site.word(site.opening.start - 1) == ":" and site.reading.has_cue(0, site.at)


def _is_naming(site: Site) -> bool:
    """Whether a participle only names somebody: `There was a frog called Pim`.

    Taken for a past it is one if the tree has it tell of a noun: `a nurse called Ida, 52, said`.
    """
    line, at, token = site.line, site.at, site.cue.token
    if site.cue.lemma != "call" or at == 0:
        return False
    of_noun = line.analysis.relations[token] is Relation.NOUN_CLAUSE
    if line.analysis.forms[token] != "VBN" and not of_noun:
        return False
    name = site.opening.start
    named = line.is_capitalised(name) or line.words[name].startswith("@")
    named = named and not line.fragments
    return named and line.analysis.tags[line.token(at - 1)] == "NOUN"


def _led_quotation(site: Site, start: int) -> Range | None:
    """The quotation after an object and a colon: `Ann Lee dismissed the reviews: QUOTE`."""
    line = site.line
    colon = next((i for i in range(start, len(line)) if line.words[i] == ":"), None)
    if colon is None or not line.is_quote(colon + 1) or site.reading.has_cue(start, colon):
        return None
    return None if any(first < colon for first, _ in line.fragments) else (colon + 1, colon + 2)


def _only_leads(site: Site, start: int) -> bool:
    """Whether a phrase leads to a quotation: `posted a picture | with the words: QUOTE`.

    So does the rest of who is told: `told the head of the firm behind it: QUOTE`.
    """
    line = site.line
    colon = next((i for i in range(start, len(line)) if line.words[i] == ":"), start)
    leads = line.words[colon - 1] in _WORDS or site.cue.takes(Frames.ADDRESSEE)
    return leads and not line.has_finite(start + 1, colon)


def before_fragment(site: Site) -> Report | None:
    """A quoted fragment is what the cue is about: `She referred to “thousands”.`"""
    left = _start_of_clause(site)
    if left is None or passives.is_idle(site) or site.opening.kind not in NO_CONTENT:
        return None
    if not site.cue.takes(Frames.FRAGMENT, Frames.OBJECT):
        return None
    line = site.line
    if site.cue.takes(Frames.PREDICATE) and is_saying(site):
        return None
    reach = next((at for at in site.reading.sure if at >= site.after), len(line))
    quotation = next((i for i in range(site.after, reach) if line.is_quote(i)), None)
    content: list[Range]
    if quotation is not None:
        content = [(quotation, quotation + 1)]
    else:
        content = in_a_row(line, [f for f in line.fragments if site.after <= f[0] < f[1] <= reach])
    if not content:
        return None
    cries = site.cue.lemma in _CRIES  # chanted “go home” | at the gates
    if quotation is None and len(content) == 1 and line.frame.level < 0 and not cries:
        content = [_with_reason(site, phrase_around(line, site.cue, content[0]))]
    parts = [*_before_gap(site), *content]
    return site.report(parts, (left, content[0][0]), "cue-before-fragment")


def _with_reason(site: Site, phrase: Range) -> Range:
    """The words with what somebody is blamed or thanked for: `blamed “bad luck” | for the loss`."""
    if site.cue.lemma not in _JUDGING or site.word(phrase[1]) != "for":
        return phrase
    return (phrase[0], max(phrase[1], end_of_object(site, phrase[0])))


def _before_gap(site: Site) -> list[Range]:
    """The relative pronoun before the source, where it is part of the content."""
    return [] if site.gap is None else [(site.gap, site.gap + 1)]


def _start_of_clause(site: Site) -> int | None:
    """Where the reporting clause begins; None when the cue does not report."""
    if site.subject is not None:
        return site.subject if site.cue.sure or may_be_verb(site) else None
    if not site.cue.sure:
        return None
    if _opens_item(site):
        return site.group
    if shares_subject(site.line, site.cue, site.group):
        return site.group
    if _end_of_opening(site, site.opening.start) < len(site.line):
        return site.group
    if _has_sure_content(site):
        refused = site.word(site.group - 2) in _REFUSALS  # declined to say whether it was
        return None if refused else site.group
    if site.opening.kind is Kind.QUOTATION and who_is_led(site.line.analysis, site.cue.token):
        return site.at
    held_back = site.word(site.at - 1) == "to" and site.word(site.at - 2) not in _MOVED
    adjacent = site.opening.kind is Kind.QUOTATION and not held_back
    has_quotation_before = any(site.line.is_quote(i) for i in range(site.at))
    if adjacent and not site.is_participle and not has_quotation_before:
        return 0
    return None


def _opens_item(site: Site) -> bool:
    """Whether the line above a list names who speaks: `- Warned that it was late`."""
    kind, form = site.opening.kind, site.cue.form
    told = kind in _FRAMES or kind is Kind.QUOTATION
    analysis, token = site.line.analysis, site.line.token(site.group)
    return told and form in (Form.PAST, Form.PRESENT) and opens_item(analysis, token)


def _end_of_opening(site: Site, start: int) -> int:
    """Where the clause of a participle that opens the sentence ends: `Saying it was, | he left`.

    So in `Having said it was, | he left`. The end of the line for any other.
    """
    having = site.at == 1 and site.word(0) == "having"
    opens = (site.is_participle and site.group == 0) or having
    opens = opens and site.word(site.after) != ","
    clause = opens and site.cue.takes(Frames.CLAUSE) and site.opening.kind in _OPENED
    return before_main_clause(site, start) if clause else len(site.line)


def _has_sure_content(site: Site) -> bool:
    """Whether a that-clause or a question follows: `continues to insist that it is`.

    Not in `WARNING: It is wet` and `report that won`.
    """
    line, opening = site.line, site.opening
    if not line.analysis.has(Layer.TREE) or opening.kind not in _SURELY_CONTENT:
        return False
    relative = opening.kind is Kind.THAT and line.is_finite(opening.start)
    return not relative and site.word(site.after) != ":"


def is_saying(site: Site) -> bool:
    """Whether people in general say or call it so: `as they say`, `what people call a “gaff”`."""
    if site.subject is None or site.cue.form not in (Form.BASE, Form.PRESENT):
        return False
    return site.word(site.subject) in _ANYBODY and site.group - site.subject == 1
