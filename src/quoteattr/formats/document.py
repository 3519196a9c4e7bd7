"""What every format is made from: a text with its quotations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, frozen
from attrs.validators import instance_of

from quoteattr.datatypes import Quote, Span
from quoteattr.errors import RecordError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def _tuple(quotes: Iterable[Quote]) -> tuple[Quote, ...]:
    return tuple(quotes)


@frozen(kw_only=True)
class Document:
    """A text with the quotations found in it.

    Attributes:
        name: What it is called in the output: a file name, as a rule.
        text: The text that the offsets count.
        quotes: Top-level quotations in text order; empty when there are none.

    Raises:
        RecordError: A quotation is not one of this text.
    """

    name: str = field(validator=instance_of(str))
    text: str = field(validator=instance_of(str))
    quotes: tuple[Quote, ...] = field(default=(), converter=_tuple)

    def __attrs_post_init__(self) -> None:
        for _, quote in numbered(self.quotes):
            for span in spans_of(quote):
                if self.text[span.start : span.end] != span.text:
                    raise RecordError("Document", "quotations cut their own text", span)


def numbered(quotes: Iterable[Quote]) -> Iterator[tuple[int | None, Quote]]:
    """All quotations, each before those inside it, with the place of the one around it.

    Places count from 1 in the order given here; None stands for the top level.
    """
    waiting: list[tuple[int | None, Quote]] = []
    waiting += [(None, quote) for quote in quotes][::-1]
    place = 0
    while waiting:
        outer, quote = waiting.pop()
        place += 1
        yield outer, quote
        waiting += [(place, inner) for inner in quote.nested][::-1]


def spans_of(quote: Quote) -> Iterator[Span]:
    """What a quotation marks in the text: its content, cue, source and addressee."""
    yield from quote.content
    yield from (s for s in (quote.cue, quote.source, quote.addressee) if s is not None)
