"""Helper of the attribution tests: read a text without a trained pipeline, or with a given tree."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import spacy
from spacy.tokens import Doc

from quoteattr import Outcome, QuoteExtractor

if TYPE_CHECKING:
    from quoteattr import Quote


@cache
def extractor() -> QuoteExtractor:
    """The engine without any trained component."""
    return QuoteExtractor(spacy.blank("en"), modes="all")


def read(text: str) -> list[Quote]:
    """The quotes of *text*, all modes."""
    return extractor()(text)


def read_tree(rows: str) -> list[Quote]:
    """The quotes of a text whose tree is given, one `word tag relation head` a line."""
    cells = [row.split() for row in rows.strip().splitlines()]
    doc = Doc(
        extractor().nlp.vocab,
        words=[word for word, *_ in cells],
        pos=[tag for _, tag, *_ in cells],
        deps=[relation for *_, relation, _ in cells],
        heads=[int(head) for *_, head in cells],
    )
    return extractor().from_doc(doc)


def rule(quote: Quote) -> str:
    """The key of the rule that named the speaker, or the last that decided anything."""
    decided = [step.rule for step in quote.trace if step.outcome is Outcome.DECIDED]
    return decided[-1]


def speaker(quote: Quote) -> str | None:
    """The speaker's name."""
    return None if quote.speaker is None else quote.speaker.name
