"""What the page says about each quotation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen

from quoteattr.datatypes import Mode, Reference
from quoteattr.explain import explain_quote

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from quoteattr.datatypes import Quote, Speaker
    from quoteattr.page.cast import Voice

REFERENCES: Final = {
    Reference.NAME: "a name",
    Reference.PRONOUN: "a pronoun",
    Reference.NOMINAL: "a description",
}


@frozen
class Card:
    """One quotation, numbered in text order from 1, an outer one before those inside it.

    Attributes:
        inside: Number of the quotation around it, or None.
        contains: Numbers of the quotations right inside it.
    """

    number: int
    quote: Quote
    voice: Voice
    inside: int | None
    contains: tuple[int, ...]

    @property
    def manner(self) -> str:
        """Kind and mode: "direct", "indirect, written"."""
        modes = {Mode.SPEECH: "", Mode.WRITING: ", written", Mode.THOUGHT: ", thought"}
        return f"{self.quote.kind}{modes[self.quote.mode]}"

    @property
    def percent(self) -> int:
        """The confidence in percent."""
        return round(100 * self.quote.confidence)

    @property
    def label(self) -> str:
        """The quotation in a few words, what is seen first, for who cannot see its colour."""
        sure = f", {self.percent}% sure" if self.quote.speaker else ""
        who = f"{self.voice.sign} {self.voice.name}"
        return f"{who}: quotation {self.number}, {self.manner}{sure}"

    @property
    def parts(self) -> list[str]:
        """What was said, part by part."""
        return [" ".join(part.text.split()) for part in self.quote.content]

    @property
    def form(self) -> str:
        """How the words at the quotation refer to the speaker; empty where there are none."""
        return REFERENCES.get(self.quote.reference, "") if self.quote.reference else ""

    @property
    def reasons(self) -> list[str]:
        """The trace in words."""
        return explain_quote(self.quote)


def in_text_order(quotes: Iterable[Quote]) -> list[tuple[Quote, int | None]]:
    """*quotes* and all inside them, outer before inner, each with the number of the one around."""
    ordered: list[tuple[Quote, int | None]] = []
    waiting: list[tuple[Quote, int | None]] = []
    waiting += [(quote, None) for quote in sorted(quotes, reverse=True)]
    while waiting:
        quote, outer = waiting.pop()
        ordered.append((quote, outer))
        number = len(ordered)
        waiting += [(inner, number) for inner in sorted(quote.nested, reverse=True)]
    return ordered


def cards_of(
    ordered: Iterable[tuple[Quote, int | None]], cast: Mapping[Speaker | None, Voice]
) -> list[Card]:
    """The cards of quotations in text order."""
    rows = list(ordered)
    contains: dict[int | None, list[int]] = {}
    for number, (_, outer) in enumerate(rows, start=1):
        contains.setdefault(outer, []).append(number)
    return [
        Card(number, quote, cast[quote.speaker], outer, tuple(contains.get(number, ())))
        for number, (quote, outer) in enumerate(rows, start=1)
    ]
