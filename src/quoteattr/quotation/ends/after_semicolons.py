"""Where a content ends at a semicolon: `said it was late; | another said it was early`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr import config
from quoteattr.grammar import NOMINATIVES

if TYPE_CHECKING:
    from collections.abc import Callable

    from quoteattr.quotation.ends.cuts import Cut

_TELLER: Final = frozenset({"i", "we"})
_OTHERS: Final = frozenset({"another", "others"})
_FURTHER: Final = frozenset({"second", "third", "fourth", "other", "others"})
_ASKED: Final = frozenset({"asked", "pressed", "quizzed", "questioned", "pushed"})
_DECLINES: Final = frozenset({"declined", "refused", "declines", "refuses"})
_COMMENTS: Final = frozenset({"comment", "say", "discuss", "elaborate", "answer", "respond"})
_PAST: Final = frozenset({"VBD", "VBN"})


def _leads_to_own_clause(cut: Cut) -> bool:
    """Whether the teller goes on after a semicolon: `said so; | we agree`, `; he also said`."""
    analysis, tail = cut.tail.analysis, cut.tail
    if analysis.lowers[cut.at - 1] != ";" or cut.verb_ahead is None:
        return False
    first, last = tail.report.clause
    if analysis.lowers[cut.at] in _TELLER:
        before = analysis.lowers[first:last] + analysis.lowers[tail.first : cut.end]
        return _TELLER.isdisjoint(before)
    near = range(cut.at, min(cut.at + config.NAME_BEFORE_CUE, tail.last))
    return analysis.lowers[cut.at] in NOMINATIVES and any(t in tail.reporting for t in near)


def _leads_to_another(cut: Cut) -> bool:
    """Whether somebody else has his say: `One said it was late; | another, that it was early`.

    So does `; | a third, who was there, said it was not`.
    """
    analysis, last = cut.tail.analysis, cut.at
    if analysis.lowers[last - 1] != ";":
        return False
    last += analysis.lowers[last] in ("a", "the")
    word, following = (*analysis.lowers[last : last + 2], "", "")[:2]
    says = following == "," or last + 1 in cut.tail.reporting
    return says and word in (_OTHERS if last == cut.at else _FURTHER)


def _leads_to_question(cut: Cut) -> bool:
    """Whether the speaker is then asked: `said it was dead; | asked if it was, he laughed`."""
    lowers, forms, at = cut.tail.analysis.lowers, cut.tail.analysis.forms, cut.at
    at += lowers[at] == "when"
    asked = lowers[cut.at - 1] == ";" and not _ASKED.isdisjoint(lowers[at : at + 1])
    return asked and forms[at] in _PAST and "," in lowers[at + 1 : cut.tail.last]


def _leads_to_no_comment(cut: Cut) -> bool:
    """Whether another does not say a thing: `said it was late; | the bank declined to comment`."""
    lowers = cut.tail.analysis.lowers
    if lowers[cut.at - 1] != ";":
        return False
    silent = (t for t in range(cut.at, cut.tail.last - 2) if lowers[t] in _DECLINES)
    return any(lowers[t + 1] == "to" and lowers[t + 2] in _COMMENTS for t in silent)


AFTER_SEMICOLONS: Final[tuple[Callable[[Cut], bool], ...]] = (
    _leads_to_own_clause,
    _leads_to_another,
    _leads_to_question,
    _leads_to_no_comment,
)
"""What tells after a semicolon that somebody else, or the teller, goes on."""
