"""Where words in marks are all of a content: `as saying “no,” | but she never did`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import regex

from quoteattr import config
from quoteattr.grammar import MODALS, NEGATIONS, NOMINATIVES
from quoteattr.quotation.reports.line import MARK_WORDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from quoteattr.quotation.ends.cuts import Cut

_CONTRASTS: Final = frozenset({"but", "though", "although", "yet"})
_DENYING: Final = NEGATIONS | {"no"}
_MISQUOTED: Final = regex.compile(r"(?i:\bmisquot|\bmisstat|\bincorrectly|\bwrongly|\berroneous)")
_CORRECTION: Final = 240  # code points from such a word to the right words
_LED_ON: Final = NOMINATIVES | {"that", "it", "this", "what", "how", "whether", "to"}
"""Words after *and* with which somebody may go on saying something."""


def _leads_from_marks(cut: Cut) -> bool:
    """Whether marks with a comma are all, and a clause follows: `promises “joy,” | and this is so`.

    Not where it may be reported too: `said “we lost,” and he would go`, `and that it was over`.
    """
    analysis, tail, after = cut.tail.analysis, cut.tail, cut.at + 1
    marked = analysis.lowers[tail.first] in MARK_WORDS and len(tail.report.content) == 1
    joins = cut.opener == "coordinator" and cut.pause == "comma"
    if not (marked and joins and analysis.lowers[cut.at - 1] in MARK_WORDS):
        return False
    if any(analysis.lowers[t] in MARK_WORDS for t in range(tail.first + 1, cut.at - 1)):
        return False
    rest, verb = analysis.lowers[cut.at : tail.last], cut.verb_ahead
    own = verb is not None and analysis.lowers[verb] not in MODALS
    own = own and not _LED_ON.intersection(analysis.lowers[after : after + 1])
    return own and MARK_WORDS.isdisjoint(rest)


def _leads_to_denial(cut: Cut) -> bool:
    """Whether the writer objects to words in marks: `as saying “no,” | but she never did`."""
    analysis, tail = cut.tail.analysis, cut.tail
    around = [analysis.lowers[tail.first], analysis.lowers[cut.end - 1]]
    inside = analysis.lowers[tail.first + 1 : cut.end - 1]
    marked = MARK_WORDS.issuperset(around) and MARK_WORDS.isdisjoint(inside)
    if not marked or len(tail.report.content) > 1:
        return False
    contrast, *rest = analysis.lowers[cut.at : min(cut.at + config.MEDIUM_TOKENS, tail.last)]
    if contrast == "however":
        return True
    return contrast in _CONTRASTS and not _DENYING.isdisjoint(rest)


def _leads_to_correction(cut: Cut) -> bool:
    """Whether a paper owns up to other words: `misquoted her. She said “no,” | not “now.”`"""
    analysis, at = cut.tail.analysis, cut.at
    parts = [analysis.lowers[i] for i in (at - 1, at + 1) if i < len(analysis)]
    if analysis.lowers[at] != "not" or not MARK_WORDS.issuperset(parts) or len(parts) < 2:
        return False
    start = analysis.starts[cut.tail.first]
    return _MISQUOTED.search(analysis.text, max(0, start - _CORRECTION), start) is not None


FROM_MARKS: Final[tuple[Callable[[Cut], bool], ...]] = (
    _leads_from_marks,
    _leads_to_denial,
    _leads_to_correction,
)
