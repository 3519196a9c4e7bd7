"""A program of a user's with one mistake in each marked line."""

from __future__ import annotations

from quoteattr import Quote, extract_quotes, to_jsonl


def mistakes(quote: Quote) -> None:
    """Each line is refused."""
    extract_quotes(b"bytes")  # wrong: arg-type
    extract_quotes("text", loud=True)  # wrong: call-arg
    assert quote.speaker.name  # wrong: union-attr
    quote.confidence = 1.0  # wrong: misc
    assert quote.shouted  # wrong: attr-defined
    to_jsonl(quote)  # wrong: arg-type
