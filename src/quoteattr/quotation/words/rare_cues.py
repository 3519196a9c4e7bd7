"""Verbs that rarely report, and where they do: `he goes, “Never”`, `pressed him on whether`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr import config
from quoteattr.datatypes import MARKS
from quoteattr.grammar import FINITE, SENTENCE_FINAL

if TYPE_CHECKING:
    from quoteattr.analysis import Analysis

_ON: Final = frozenset({"on", "about", "over"})
_QUESTIONS: Final = frozenset({"whether", "why", "how", "what", "who", "if"})


def goes_quote(analysis: Analysis, first: int) -> bool:
    """Whether *go* opens a quotation in talk: `And he goes, “Never.”`"""
    mark = analysis.words[first + 1 : first + 2]
    opens = analysis.lowers[first : first + 1] == [","] and mark != [] and mark[0] in MARKS
    return opens and analysis.lowers[first - 1] in ("go", "goes", "went")


def is_on_question(analysis: Analysis, first: int) -> bool:
    """Whether somebody is pressed on a question: `pressed him | on whether it was over`."""
    reach = range(first, min(first + config.CLAIM_TOKENS, len(analysis) - 1))
    lowers = analysis.lowers
    for token in reach:
        if lowers[token] in _ON and lowers[token + 1] in _QUESTIONS:
            return True
        if analysis.forms[token] in FINITE or lowers[token] in SENTENCE_FINAL:
            return False
    return False
