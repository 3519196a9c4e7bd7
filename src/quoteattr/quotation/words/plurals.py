"""Whether a form in -s is a plural noun, not a verb: `the 11 swing states`, `many reports`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr.analysis import Layer, Relation
from quoteattr.grammar import FINITE, MODALS
from quoteattr.lexicon import words

if TYPE_CHECKING:
    from quoteattr.analysis import Analysis

_AFTER_PLURALS: Final = MODALS | {"are", "were", "have"}
_SEVERAL: Final = frozenset({"many", "several", "some", "all", "most", "both", "few", "other"}) | {
    *("these", "those", "more", "various", "numerous", "dozen", "dozens", "hundreds", "such"),
}
_PHRASE: Final = frozenset({"NOUN", "PROPN", "ADJ"})
_UNITS: Final = frozenset({"basis", "percentage", "bonus", "penalty", "championship", "ranking"})
_LONGEST: Final = 4
"""Tokens of a noun phrase before its noun: `two dozen southern swing states`."""


def is_plural(analysis: Analysis, token: int) -> bool:
    """Whether bodies are meant: `that member states must agree`, `the 11 states holding a vote`.

    Also where a number, an adjective or a word for several stands before any word that may be a
    noun: `both reports`, `recent claims`.
    """
    word = analysis.lowers[token]
    if not word.endswith("s"):
        return False
    bodies = word[:-1] in words("org_nouns")
    after = token + 1
    if bodies and analysis.tags[after : after + 1] == ["ADV"]:
        after += 1  # states hardly would
    if bodies and not _AFTER_PLURALS.isdisjoint(analysis.words[after : after + 1]):
        return True
    if not analysis.has(Layer.TAGS) or not (bodies or word in words("noun_or_cue")):
        return False
    return _counts(analysis, token) or (bodies and _acts(analysis, token))


def counts_points(analysis: Analysis, token: int) -> bool:
    """Whether points are counted, and none is made: `rose 25 basis points to 4 per cent`."""
    before = analysis.lowers[token - 1] if token else ""
    return analysis.lowers[token] == "points" and (before in _UNITS or before[-1:].isdigit())


def _counts(analysis: Analysis, token: int) -> bool:
    """Whether the phrase before tells how many, or what sort: `four swing | states`."""
    if not token:
        return False
    if analysis.tags[token - 1] == "ADJ":
        return True
    first = token - 1
    while first > max(0, token - _LONGEST) and analysis.tags[first] in _PHRASE:
        if analysis.lowers[first] in _SEVERAL:
            break
        first -= 1
    return analysis.tags[first] == "NUM" or analysis.lowers[first] in _SEVERAL


def _acts(analysis: Analysis, token: int) -> bool:
    """Whether a verb of the bodies follows: `states | voting on Tuesday`, `states | that voted`."""
    after = token + 1
    that = analysis.lowers[after : after + 1] == ["that"]
    form = analysis.forms[after + that : after + that + 1]
    return bool(form) and (form[0] in FINITE or (form[0] == "VBG" and not that))


def is_governed_plural(analysis: Analysis, token: int) -> bool:
    """Whether the verb before a plural governs it, whatever its tag: `rejected | claims`."""
    low, relation = analysis.lowers[token], analysis.relations[token]
    plural = low in words("noun_or_cue") and low.endswith("s")
    return plural and relation is Relation.OBJECT and analysis.heads[token] == token - 1
