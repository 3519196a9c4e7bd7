"""What a content must reach: `accused Ann Lee, the chair, | of fraud`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr import config
from quoteattr.grammar import HAVE, MODALS, RELATIVES
from quoteattr.quotation.reports.tails import is_pause
from quoteattr.quotation.words.cues import Frames
from quoteattr.quotation.words.inflection import Form

if TYPE_CHECKING:
    from collections.abc import Container

    from quoteattr.quotation.reports.tails import Tail

_TELLING: Final = frozenset({"VERB", "AUX", "SCONJ"})
_CONDITIONS: Final = frozenset({"if", "though", "although", "unless", "when", "because"})
_HELPING: Final = HAVE | MODALS
_NON_FINITE: Final = frozenset({"VB", "VBD", "VBN"})
_QUESTIONS: Final = frozenset({"how", "why", "what", "whether"})


def least_end(tail: Tail) -> int:
    """The token that a content must reach: `accused Ann Lee, the chair, | of fraud`.

    That is the preposition after a cue of which an object alone is no content, and the verb after a
    source: `According to Lee, in May, | it was sound`; else nothing.
    """
    if tail.report.cue.form is Form.FIXED:
        return next(iter(tail.finite), tail.first)
    if tail.analysis.lowers[tail.first - 1 : tail.first] == ["that"]:
        return _after_verb(tail)
    if tail.sort == "clause" and (least := _least_of_clause(tail)) is not None:
        return least
    cue, lowers = tail.report.cue, tail.analysis.lowers
    if tail.sort == "object" and cue.takes(Frames.PREDICATE) and not cue.takes(Frames.OBJECT):
        return _predicate_in_marks(tail)
    needed = {"as"} if cue.takes(Frames.OBJECT_AS) else set()
    needed |= {"of", "for"} if cue.takes(Frames.OBJECT_FOR) else set()
    if tail.sort == "object" and (mark := _marks_after_aside(tail, needed)) is not None:
        return mark + 1
    if tail.sort != "object" or cue.takes(Frames.OBJECT, Frames.PREDICATE):
        return tail.first
    near = range(tail.first, min(tail.report.content[-1][1], tail.stop))
    return next((token + 1 for token in near if lowers[token] in needed), tail.first)


def _after_verb(tail: Tail) -> int:
    """The verb that a that-clause must hold: `griped that Lee, who was new, had | gone`."""
    lowers, ruled = tail.analysis.lowers, tail.report.content[-1][1]
    own = [t for t in tail.finite if t < ruled and lowers[t - 1] not in RELATIVES]
    conditional = lowers[tail.first] in _CONDITIONS and len(own) > 1
    return _past_aside(tail, own[conditional]) if own else tail.first


def _past_aside(tail: Tail, verb: int) -> int:
    """The verb that an auxiliary before an aside needs: `that he has never, in years, | won`."""
    analysis, comma = tail.analysis, verb + 1
    if analysis.lowers[verb] not in _HELPING:
        return verb
    while comma < tail.stop and analysis.tags[comma] in ("ADV", "PART"):
        comma += 1
    if analysis.lowers[comma : comma + 1] != [","]:
        return verb
    near = range(comma + 2, min(comma + config.ASIDE_TOKENS, tail.stop))
    closed = (t for t in near if analysis.lowers[t - 1] == ",")
    return next((t + 1 for t in closed if analysis.forms[t] in _NON_FINITE), verb)


def _least_of_clause(tail: Tail) -> int | None:
    """The token after the verb that a clause needs: `said that if it rained, they | would stay`.

    A question needs one too: `told how, in May, she | left`.
    """
    lowers, finite = tail.analysis.lowers, tail.finite
    word, following = lowers[tail.first], lowers[tail.first + 1 : tail.first + 2]
    if tail.report.rule == "cue-before-question":
        asks = finite and word in _QUESTIONS and following != ["to"]
        return _after_last_verb(tail, finite[0]) if asks else None
    if word == "even":
        word = "".join(following)
    return _after_last_verb(tail, finite[1]) if word in _CONDITIONS and len(finite) > 1 else None


def _after_last_verb(tail: Tail, verb: int) -> int:
    """The token after a finite verb, itself where the clause ends: `asked who it was, | he left`"""
    ends = verb + 1 < len(tail.analysis) and is_pause(tail.analysis, verb + 1)
    return verb if ends else verb + 1


def _predicate_in_marks(tail: Tail) -> int:
    """The mark that opens a predicate: `called the chief, Ann Lee, | “driven”`."""
    mark = next(iter(tail.quotes), tail.first)
    tells = _TELLING.intersection(tail.analysis.tags[tail.first : mark])
    return tail.first if tells or mark >= tail.report.content[-1][1] else mark + 1


def _marks_after_aside(tail: Tail, links: Container[str]) -> int | None:
    """The mark behind an aside and a link: `praised Lee, who left, for | “candour”`; None for none.

    Only the first marks, right behind the link but for an article.
    """
    lowers, mark = tail.analysis.lowers, next(iter(tail.quotes), tail.first)
    link = mark - 1 - (lowers[mark - 2] in links)
    aside = lowers[link - 1] == "," and "," in lowers[tail.first : link - 1]
    return mark if aside and link > tail.first and lowers[link] in links else None
