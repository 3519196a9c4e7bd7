"""Verbs that rarely report, and where they do: `he goes, “Never”`, `pressed him on whether`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr import config
from quoteattr.datatypes import MARKS
from quoteattr.grammar import FINITE, SENTENCE_FINAL
from quoteattr.quotation.words.constructions import QUESTION_WORDS
from quoteattr.quotation.words.hearings import HEAR, hears

if TYPE_CHECKING:
    from quoteattr.analysis import Analysis
    from quoteattr.quotation.words.cues import CueWord

_ON_QUESTIONS: Final = frozenset({"press", "grill"})
_GREETINGS: Final = frozenset({"sorry", "goodbye", "farewell", "hello", "thanks"})
GOODS: Final = frozenset({"every", "its"})
"""What leads to goods rather than words: `recalled every jar`."""
_SILENT_BEFORE: Final = {"find": frozenset({"out"}), "recall": GOODS}
"""Verbs and what follows them where they tell no words: `found out that`, `recalled every jar`."""
_ON: Final = frozenset({"on", "about", "over"})


def may_report(analysis: Analysis, cue: CueWord) -> bool:
    """Whether a verb that rarely reports does so here: a court hears it, a judge holds that."""
    if cue.group == HEAR:
        return hears(analysis, cue.token)
    if cue.lemma == "go":
        return _goes_quote(analysis, cue.last)
    if cue.lemma in _SILENT_BEFORE:
        return _SILENT_BEFORE[cue.lemma].isdisjoint(analysis.lowers[cue.last : cue.last + 1])
    if cue.lemma == "say":
        return not greets(analysis, cue.last)
    if cue.lemma in _ON_QUESTIONS:
        return _is_on_question(analysis, cue.last)
    return cue.lemma != "hold" or _holds_that(analysis, cue.token + 1)


def _holds_that(analysis: Analysis, token: int) -> bool:
    """Whether a that-clause follows *hold*: `held | that it was void`; not `held that view`.

    The case may stand between: `held in Lee v. Holm, 2 Vel. 40 (1988), that it was void`.
    """
    cited = analysis.lowers[token : token + 1] == ["in"]
    if cited and analysis.words[token + 1 : token + 2] != []:
        cited = analysis.words[token + 1][:1].isupper()
    last = min(token + config.PARENTHESIS_TOKENS * cited + 1, len(analysis))
    that = next((i for i in range(token, last) if analysis.lowers[i] == "that"), None)
    return that is not None and analysis.forms[that] in ("IN", "")


def greets(analysis: Analysis, first: int) -> bool:
    """Whether *say* only stands for a greeting or an apology: `said sorry | three weeks late`.

    Not where words follow in marks: `said sorry: “We were slow.”`
    """
    first += analysis.lowers[first : first + 2] == ["thank", "you"]  # said thank you and left
    word, following = (*analysis.words[first : first + 2], "", "")[:2]
    thanks = word == "you" and analysis.lowers[first - 1] == "thank"
    return (word in _GREETINGS or thanks) and following[:1].isalnum()


def _goes_quote(analysis: Analysis, first: int) -> bool:
    """Whether *go* opens a quotation in talk: `And he goes, “Never.”`"""
    mark = analysis.words[first + 1 : first + 2]
    opens = analysis.lowers[first : first + 1] == [","] and mark != [] and mark[0] in MARKS
    return opens and analysis.lowers[first - 1] in ("go", "goes", "went")


def _is_on_question(analysis: Analysis, first: int) -> bool:
    """Whether somebody is pressed on a question: `pressed him | on whether it was over`."""
    reach = range(first, min(first + config.CLAIM_TOKENS, len(analysis) - 1))
    lowers = analysis.lowers
    for token in reach:
        if lowers[token] in _ON and lowers[token + 1] in QUESTION_WORDS:
            return True
        if analysis.forms[token] in FINITE or lowers[token] in SENTENCE_FINAL:
            return False
    return False
