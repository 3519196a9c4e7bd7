"""Three real articles with gold that lie beside the project; skipped where they do not."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import spacy

from quoteattr import Quote, QuoteExtractor
from quoteattr.evaluation.matching import WordCharacters, match

if TYPE_CHECKING:
    from collections.abc import Sequence

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
ARTICLES = sorted(SEEDS.glob("*.json"))
INDIRECT_FOUND = 13
"""Of the 17 indirect quotations outside nested items."""

pytestmark = pytest.mark.skipif(not ARTICLES, reason="the articles are not there")
engines = pytest.mark.parametrize("pipeline", [None, "blank"], ids=["shipped", "blank"])


def compared(pipeline: str | None, path: Path) -> list[tuple[dict[str, Any], Quote | None]]:
    """Each top-level gold item with the quotation found for it."""
    article = json.loads(path.read_text(encoding="utf-8"))
    words = WordCharacters(article["text"])
    gold = [item for item in article["quotes"] if item["nested_in"] is None]
    extractor = QuoteExtractor(spacy.blank("en") if pipeline else None)
    found = extractor(article["text"])
    pairs = match(
        [[[(start, end) for start, end in item["content"]]] for item in gold],
        [[(span.start, span.end) for span in quote.content] for quote in found],
        words,
    )
    matched = {pair.gold: found[pair.predicted] for pair in pairs}
    return [(item, matched.get(i)) for i, item in enumerate(gold)]


def is_right_kind(item: dict[str, Any], quote: Quote) -> bool:
    """Where the marks cover every word, direct counts as well as mixed."""
    covered = quote.quoted == quote.content
    return quote.kind == item["kind"] or (covered and item["kind"] != "indirect")


@engines
@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_direct_and_mixed(pipeline: str | None, path: Path) -> None:
    """Every direct and mixed quotation is found, with the right speaker and kind."""
    wrong = [
        (item["kind"], item["content"], item["speaker"], quote)
        for item, quote in compared(pipeline, path)
        if item["kind"] != "indirect"
        and (
            quote is None
            or quote.speaker is None
            or quote.speaker.name != item["speaker"]
            or not is_right_kind(item, quote)
        )
    ]
    assert not wrong


@engines
def test_indirect(pipeline: str | None) -> None:
    """At least 13 of the 17 indirect quotations are found."""
    pairs: Sequence[tuple[dict[str, Any], Quote | None]] = [
        pair for path in ARTICLES for pair in compared(pipeline, path)
    ]
    indirect = [quote for item, quote in pairs if item["kind"] == "indirect"]
    assert len(indirect) == 17
    assert sum(quote is not None for quote in indirect) >= INDIRECT_FOUND
