"""A program of a user's that uses the public names as their types say."""

from __future__ import annotations

from quoteattr import (
    Mode,
    Quote,
    QuoteExtractor,
    QuoteKind,
    Speaker,
    extract_quotes,
    from_dict,
    from_jsonl,
    to_dict,
    to_jsonl,
)


def names(text: str) -> list[str]:
    """The names of the speakers."""
    speakers: list[Speaker | None] = [quote.speaker for quote in extract_quotes(text)]
    return [speaker.name for speaker in speakers if speaker is not None]


def first(text: str) -> tuple[int, int]:
    """Where the first direct quotation is."""
    extractor = QuoteExtractor(kinds=["direct", QuoteKind.MIXED], modes=Mode)
    quotes: list[Quote] = extractor(text)
    return quotes[0].content[0].start, quotes[0].end


def stored(quotes: list[Quote]) -> list[Quote]:
    """Written and read back."""
    data: dict[str, object] = to_dict(quotes[0])
    lines: str = to_jsonl(quotes)
    return [from_dict(data), *from_jsonl(lines)]
