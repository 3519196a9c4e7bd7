"""The texts of the cases cut short: a text may begin or end at a cue, at a pronoun, in a phrase."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import regex
import spacy
from attrs import fields
from spacy.language import Language
from tests.case_files import load_cases

from quoteattr import extract_quotes
from quoteattr.analysis import Analysis

WORD = regex.compile(r"\w+")
TEXTS = sorted({case.text for case in load_cases(Path(__file__).parents[1] / "cases")})
CUTS = 3
"""Ends tried of each text, spread over its words; another text has others."""
PARTS = 20


def ends(text: str) -> list[int]:
    """Where *text* is cut, each time after a word."""
    words = [match.end() for match in WORD.finditer(text)]
    first = len(text) % 7
    return [words[(first + 1) * cut * len(words) // (7 * CUTS + 1)] for cut in range(1, CUTS + 1)]


class Column(list[Any]):
    """A column of tokens that has nothing before its first."""

    def __getitem__(self, at: Any) -> Any:
        if isinstance(at, int) and at < 0:
            raise IndexError("the token before the first was read")
        return super().__getitem__(at)


@pytest.fixture
def strict(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let each analysis refuse the token before its first, for which a list gives its last."""
    build = Analysis.__init__

    def build_strict(analysis: Analysis, *args: Any, **columns: Any) -> None:
        build(analysis, *args, **columns)
        for column in fields(Analysis):
            if isinstance(tokens := getattr(analysis, column.name), list):
                setattr(analysis, column.name, Column(tokens))

    monkeypatch.setattr(Analysis, "__init__", build_strict)


@pytest.mark.parametrize("nlp", [None, spacy.blank("en")], ids=["parsed", "blank"])
@pytest.mark.parametrize("part", range(PARTS))
def test_a_text_may_end_anywhere(part: int, nlp: Language | None) -> None:
    """A text without its end gives quotations that lie in what is left of it."""
    for text in TEXTS[part::PARTS]:
        for end in ends(text) if WORD.search(text) else ():
            for quote in extract_quotes(text[:end], nlp=nlp, modes="all"):
                assert quote.end <= end


@pytest.mark.usefixtures("strict")
@pytest.mark.parametrize("nlp", [None, spacy.blank("en")], ids=["parsed", "blank"])
@pytest.mark.parametrize("part", range(PARTS))
def test_no_rule_reads_the_end_of_a_text_for_what_stands_before_it(
    part: int, nlp: Language | None
) -> None:
    """Where a text begins after any of its words, no rule reads what stands before its first."""
    for text in TEXTS[part::PARTS]:
        for start in ends(text) if WORD.search(text) else ():
            extract_quotes(text[start:], nlp=nlp, modes="all")
