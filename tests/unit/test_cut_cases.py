"""The texts of the cases cut short: a text may end at a cue, at a pronoun, in a phrase."""

from __future__ import annotations

from pathlib import Path

import pytest
import regex
from tests.case_files import load_cases

from quoteattr import extract_quotes

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


@pytest.mark.parametrize("part", range(PARTS))
def test_a_text_may_end_anywhere(part: int) -> None:
    """A text without its end gives quotations that lie in what is left of it."""
    for text in TEXTS[part::PARTS]:
        for end in ends(text) if WORD.search(text) else ():
            for quote in extract_quotes(text[:end], modes="all"):
                assert quote.end <= end
