"""The text cut at every bound of a span, so that each piece has one look."""

from __future__ import annotations

from collections import deque
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from quoteattr.datatypes import Span
    from quoteattr.page.cards import Card
    from quoteattr.page.cast import Voice
    from quoteattr.records import Range

    _Layer = tuple[str, int, Span]

CONTENT, QUOTED, SOURCE, CUE, MENTION = LAYERS = ("content", "quoted", "source", "cue", "mention")
"""What a span may be to a quotation or, the last, to a speaker."""

_NOTHING: Final[tuple[int, ...]] = ()


@frozen
class Segment:
    """A piece of the text; the tuples hold numbers of quotations, an outer one before the inner.

    Attributes:
        text: The characters, all of one look.
        opens: Quotations that begin here.
        content: Quotations whose words these are.
        quoted: Those of them that have these words in marks.
        source: Quotations whose source it belongs to.
        cue: Quotations whose reporting word it belongs to.
        mention: Numbers of the speakers that it mentions.
    """

    text: str
    opens: tuple[int, ...] = _NOTHING
    content: tuple[int, ...] = _NOTHING
    quoted: tuple[int, ...] = _NOTHING
    source: tuple[int, ...] = _NOTHING
    cue: tuple[int, ...] = _NOTHING
    mention: tuple[int, ...] = _NOTHING

    @property
    def is_plain(self) -> bool:
        """Whether no span covers it."""
        return not (self.content or self.source or self.cue or self.mention)


def segments_of(
    text: str, paragraphs: Sequence[Range], cards: Sequence[Card], voices: Iterable[Voice]
) -> list[list[Segment]]:
    """The pieces of each paragraph, in text order; spans may overlap, nest, or cross paragraphs."""
    places = [place for paragraph in paragraphs for place in paragraph]
    pieces = _looks(places, list(_layers(cards, voices)))
    begins = _Waiting(cards)
    found: list[list[Segment]] = []
    start, end, look = next(pieces, (len(text), len(text), {}))
    for first, last in paragraphs:
        while start < first:
            start, end, look = next(pieces)
        found.append([])
        while start < last:
            found[-1].append(Segment(text[start:end], begins.until(end), **look))
            start, end, look = next(pieces, (last, last, look))
    return found


def _looks(
    places: Iterable[int], layers: Sequence[_Layer]
) -> Iterator[tuple[int, int, dict[str, tuple[int, ...]]]]:
    """Stretches between neighbouring bounds, in order, with the numbers active in each layer."""
    opening: dict[int, list[_Layer]] = {}
    closing: dict[int, list[_Layer]] = {}
    for layer in layers:
        opening.setdefault(layer[2].start, []).append(layer)
        closing.setdefault(layer[2].end, []).append(layer)
    active: dict[str, list[int]] = {name: [] for name in LAYERS}
    for start, end in pairwise(sorted({*opening, *closing, *places})):
        for name, number, _ in closing.get(start, ()):
            active[name].remove(number)
        for name, number, _ in opening.get(start, ()):
            active[name].append(number)
        yield start, end, {name: tuple(sorted(set(numbers))) for name, numbers in active.items()}


class _Waiting:
    """Quotations that have not begun yet; one that begins between paragraphs waits for the next."""

    def __init__(self, cards: Sequence[Card]) -> None:
        self._cards = deque(sorted(cards, key=lambda card: (card.quote.start, card.number)))

    def until(self, end: int) -> tuple[int, ...]:
        begun = []
        while self._cards and self._cards[0].quote.start < end:
            begun.append(self._cards.popleft().number)
        return tuple(begun)


def _layers(cards: Sequence[Card], voices: Iterable[Voice]) -> Iterator[_Layer]:
    for card in cards:
        quote = card.quote
        for part in quote.content:
            yield CONTENT, card.number, part
        for part in quote.quoted:
            yield QUOTED, card.number, part
        if quote.source is not None:
            yield SOURCE, card.number, quote.source
        if quote.cue is not None:
            yield CUE, card.number, quote.cue
    for voice in voices:
        for mention in voice.speaker.mentions if voice.speaker else ():
            yield MENTION, voice.number, mention
