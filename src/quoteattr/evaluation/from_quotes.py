"""Gold out of quotations that are at hand as `Quote`s: corrected by hand, or another system's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quoteattr.datatypes import SpeakerKind
from quoteattr.evaluation.gold import GoldDocument, GoldQuote

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from quoteattr.datatypes import Quote, Span
    from quoteattr.evaluation.gold import Range


def gold_document(name: str, text: str, quotes: Iterable[Quote]) -> GoldDocument:
    """The gold document of *text* in which *quotes*, and all inside them, are right.

    The name of a speaker is judged where it is one: not that of an unnamed speaker.

    Raises:
        GoldError: A quotation reaches past the end of the text.
    """
    gold = sorted(map(_gold_quote, _with_nested(quotes)), key=lambda quote: quote.content)
    return GoldDocument(id=name, text=text, quotes=gold)


def _with_nested(quotes: Iterable[Quote]) -> Iterator[Quote]:
    waiting = list(quotes)
    while waiting:
        quote = waiting.pop()
        yield quote
        waiting += quote.nested


def _gold_quote(quote: Quote) -> GoldQuote:
    speaker = quote.speaker
    return GoldQuote(
        content=_ranges(*quote.content),
        kind=quote.kind,
        cue=_ranges(quote.cue),
        source=_ranges(quote.source),
        speaker=speaker.name if speaker else None,
        named=speaker is not None and speaker.kind is not SpeakerKind.UNNAMED,
        reference=quote.reference,
    )


def _ranges(*spans: Span | None) -> tuple[Range, ...]:
    return tuple((span.start, span.end) for span in spans if span is not None)
