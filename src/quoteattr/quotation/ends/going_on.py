"""Places where a content that follows its cue goes on, whatever the weights say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr import config
from quoteattr.grammar import FINITE
from quoteattr.quotation.reports.line import MARK_WORDS
from quoteattr.quotation.reports.occasions import AROUND
from quoteattr.quotation.reports.tails import OPENERS

if TYPE_CHECKING:
    from quoteattr.quotation.ends.cuts import Cut

SPANS: Final = frozenset({"minutes", "hours", "days", "weeks", "months", "years", "decades"})
_SUBORDINATE: Final = frozenset({"while", "if", "although", "though", "because"})
_CLAUSES: Final = frozenset({"that", "clause"})
_NEW: Final = frozenset({"a", "an"})
_JOINING: Final = frozenset({"and", "but", "or"})


def shares_subject(cut: Cut) -> bool:
    """Whether a second verb follows at the cut: `Her aunt, she said, woke | and asked why`."""
    forms, at = cut.tail.analysis.forms, cut.at + 1
    if forms[at : at + 1] == ["RB"]:  # and then asked
        at += 1
    return cut.opener == "coordinator" and forms[at : at + 1] != [] and forms[at] in FINITE


def goes_on_with_list(cut: Cut) -> bool:
    """Whether a colon leads to a list: `announced three steps: a fund, | a law and | a board`."""
    listed = cut.pause in ("comma", "dash") and cut.opener in ("determiner", "phrase")
    if not listed or cut.tail.sort != "object" or cut.verb_ahead is not None:
        return False
    return ":" in cut.tail.analysis.lowers[cut.tail.first : cut.at]


def goes_on_with_row(cut: Cut) -> bool:
    """Whether like nouns stand in a row: `said he had a pump, | a pond and four sons`."""
    lowers, at = cut.tail.analysis.lowers, cut.at
    if cut.pause != "comma" or lowers[at] not in _NEW or cut.verb_ahead is not None:
        return False
    before = lowers[max(cut.tail.first, at - config.ROW_TOKENS) : at]
    after = lowers[at + 1 : min(at + config.ROW_TOKENS, cut.tail.last)]
    return not _NEW.isdisjoint(before) and "and" in after and "," not in before[:-1]


def joins_that_clause(cut: Cut) -> bool:
    """Whether a second clause with *that* follows: `said she would go | but that Lee had refused`.

    Not in `said it was late, and that was all`, `and that day he left`.
    """
    analysis, at = cut.tail.analysis, cut.at + 1
    if analysis.lowers[cut.at] not in _JOINING or analysis.lowers[at : at + 1] != ["that"]:
        return False
    return analysis.tags[at + 1 : at + 2] in (["DET"], ["PRON"], ["PROPN"])


def goes_on_with_that(cut: Cut) -> bool:
    """Whether a clause goes on so; an object does not: `asked Lee to stay | and that she went`."""
    return joins_that_clause(cut) and cut.tail.sort in _CLAUSES


def goes_on_in_past(cut: Cut) -> bool:
    """Whether a second verb lies further back than the cue: `said he was sorry | and had quit`."""
    analysis, tail, at = cut.tail.analysis, cut.tail, cut.at + 1
    second = analysis.lowers[at : at + 1] == ["had"] and analysis.forms[at + 1 : at + 2] == ["VBN"]
    if cut.opener != "coordinator" or not second or tail.sort not in _CLAUSES:
        return False
    return analysis.forms[tail.report.cue.token] == "VBD" and cut.has_verb


def lacks_verb(cut: Cut) -> bool:
    """Whether a second clause has no verb yet: `said it was late and that Lee, | 52, had left`."""
    tail, lowers = cut.tail, cut.tail.analysis.lowers
    first = max(tail.first, cut.end - config.PARENTHESIS_TOKENS)
    seconds = (
        token
        for token in range(cut.end - 1, first, -1)
        if lowers[token] == "that" and lowers[token - 1] in _JOINING and lowers[token + 1] != "of"
    )
    second = next(seconds, None)
    return second is not None and not any(second < verb < cut.end for verb in tail.finite)


def is_of_time(cut: Cut) -> bool:
    """Whether a span of time goes on: `said it fell two hours | after they left`."""
    if cut.pause != "none" or cut.at < 1:
        return False
    lowers = cut.tail.analysis.lowers
    return lowers[cut.at] in AROUND and lowers[cut.at - 1] in SPANS


def lacks_main(cut: Cut) -> bool:
    """Whether all so far is subordinate: `he said, while it is “sad” for us, | they stayed`."""
    tail, lowers = cut.tail, cut.tail.analysis.lowers
    if cut.pause != "comma" or lowers[tail.first] not in _SUBORDINATE or cut.verb_ahead is None:
        return False
    between = lowers[cut.at : cut.verb_ahead]
    starts = cut.opener in ("determiner", "pronoun", "phrase") and "," not in between
    return starts and tail.finite[1:2] == [cut.verb_ahead]


def goes_on_in_marks(cut: Cut) -> bool:
    """Whether more words in marks stand in a row: `called it “rash,” | “mad” and “dear”`."""
    tail, items = cut.tail, cut.tail.items
    if cut.pause != "comma" or cut.at not in tail.quotes or items[cut.place].quote >= 0:
        return False
    if tail.analysis.lowers[cut.at - 1] not in MARK_WORDS:
        return False
    after = (item.first for item in items[cut.place + 1 :] if item.first not in tail.marked)
    joint = next(after, cut.at)
    return OPENERS.get(tail.analysis.lowers[joint]) == "coordinator" or joint in tail.quotes
