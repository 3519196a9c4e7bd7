"""What a worker process does: plain values in, plain text out."""

from __future__ import annotations

from quoteattr.api import QuoteExtractor
from quoteattr.page import page_of
from quoteattr.serialize import to_dict, to_json


def warm() -> None:
    """Load the pipeline, so that the first text need not wait for it."""
    QuoteExtractor()("“We are late,” said Tom Arden.")


def quotations(
    text: str, kinds: list[str] | None, modes: list[str] | None, min_confidence: float
) -> str:
    """The quotations of *text* as the body of an answer."""
    extractor = QuoteExtractor(kinds=kinds, modes=modes, min_confidence=min_confidence)
    return to_json({"quotes": [to_dict(quote) for quote in extractor(text)]})


def page(text: str) -> str:
    """The page that shows the quotations of *text* below a box for another."""
    return page_of(text, QuoteExtractor()(text), title="quoteattr", asks=True)
