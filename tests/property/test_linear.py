"""Work grows in proportion to the text: counted in lines of code run, not in seconds."""

from __future__ import annotations

import sys
from collections import Counter
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import spacy

import quoteattr
from quoteattr import QuoteExtractor

if TYPE_CHECKING:
    from types import FrameType

PACKAGE = str(Path(quoteattr.__file__).parent)
SMALL, FACTOR = 50, 4
SLACK = 2.5
"""Quadratic work would grow FACTOR times as much as linear work; windows that fill up, a little."""
NEGLIGIBLE = 500
"""Lines below which the growth of a function says nothing."""

NEWS = "“We are late,” said Tom Arden, who drives the bus. “It's the snow.” He left.\n\n"
SHAPES = {
    "news": NEWS,
    "news in one paragraph": NEWS.strip() + " ",
    "dialogue": "“No,” he said.\n\n“Yes,” said Ann Lee.\n\n“No!”\n\n",
    "unclosed marks over paragraphs": "“We are late.\n\n",
    "opening marks": "“ ",
    "closing marks": "” ",
    "straight marks": '" ',
    "apostrophes": "' ",
    "nested openings": "“a ‘b ",
    "short quotations": '"a" ',
    "cues": "Tom said Ann said ",
    "reported clauses": "he said that it was late and ",
    "names": "Ann Lee, ",
    "the same pronoun": "He left. ",
    "what is read": "A note came. It read: “No.” ",
    "titles and relatives": "The General and Mrs. Lee saw Rosa Lee. “No,” said her aunt Ann.\n\n",
    "labels": "SMITH: We are late.\n",
    "dashes": "— We are late.\n",
    "sentences": "The road is closed. ",
    "emphasis": "*a **b** _c ",
    "links": "[a](b ",
    "rows": "| a | “b” |\n",
    "accounts": "@ann (@lee) ",
    "entities": "&ldquo;a&rdquo; ",
    "tags": "<p>a</p><script>",
    "broken words": "so-\nso said no. ",
    "marks without blanks": 'Ann said:"No."',
    "line breaks": "\n",
    "letters": "a",
}


@cache
def extractor() -> QuoteExtractor:
    """An engine without trained parts, warm."""
    engine = QuoteExtractor(nlp=spacy.blank("en"))
    engine(NEWS)
    return engine


def lines_run(text: str) -> Counter[str]:
    """How many lines of each function of the package run to read *text*."""
    counts: Counter[str] = Counter()

    def within(frame: FrameType, event: str, _: Any) -> Any:
        if event == "line":
            code = frame.f_code
            counts[f"{code.co_filename[len(PACKAGE) :]}: {code.co_name}"] += 1
        return within

    def enter(frame: FrameType, event: str, _: Any) -> Any:
        return within if frame.f_code.co_filename.startswith(PACKAGE) else None

    before = sys.gettrace()
    sys.settrace(enter)
    try:
        extractor()(text)
    finally:
        sys.settrace(before)
    return counts


def growing_too_fast(small: str, large: str) -> dict[str, float]:
    """The functions whose work grows faster than the text, with the factor of their growth."""
    few, many = lines_run(small), lines_run(large)
    growth = {key: count / max(1, few[key]) for key, count in many.items() if count > NEGLIGIBLE}
    return {key: factor for key, factor in growth.items() if factor > FACTOR * SLACK}


@pytest.mark.parametrize("shape", SHAPES)
def test_work_is_linear(shape: str) -> None:
    """Four times the text takes about four times the work, whatever the text repeats."""
    text = SHAPES[shape] * SMALL
    assert growing_too_fast(text, text * FACTOR) == {}


def test_names_without_end() -> None:
    """Many different speakers cost as much each as few."""
    few, many = (
        "".join(f"“No,” said Tom A{i}x B{i}y. " for i in range(count))
        for count in (SMALL, SMALL * FACTOR)
    )
    assert growing_too_fast(few, many) == {}


def test_one_sentence_before_many_pronouns() -> None:
    """Many pronouns behind one endless sentence do not each read it for who speaks."""
    few, many = (
        "The inspector saw Holm and Berg and " * count + "\n\n" + "“No,” he asked and " * count
        for count in (SMALL, SMALL * FACTOR)
    )
    assert not [name for name in growing_too_fast(few, many) if "/pronouns/" in name]
