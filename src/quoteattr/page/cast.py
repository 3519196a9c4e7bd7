"""The speakers of a page: numbered, coloured, each with the words that stand for them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quoteattr.datatypes import Quote, Speaker

COLOURS: Final = 10
"""Colours of page.css. More cannot be told apart; the numbers can, and later speakers share."""

FORMS_SHOWN: Final = 8
"""Different words for one speaker that are listed; protagonists of a novel have over fifty."""


@frozen
class Voice:
    """A speaker on the page, or whoever is not known.

    Attributes:
        number: 1 for who speaks most; 0 for the unknown.
        count: Quotations, nested ones included.
        forms: The words of the chain with how often each stands there, the most frequent first.
        unlisted: How many other words the chain has.
    """

    number: int
    count: int
    speaker: Speaker | None = field(default=None)
    forms: tuple[tuple[str, int], ...] = ()
    unlisted: int = 0

    @property
    def colour(self) -> int:
        """Which colour of the page; 0 is grey."""
        return 0 if self.speaker is None else (self.number - 1) % COLOURS + 1

    @property
    def name(self) -> str:
        """The name of the speaker."""
        return "Speaker not known" if self.speaker is None else self.speaker.name

    @property
    def sign(self) -> str:
        """What stands at a quotation in the text."""
        return str(self.number) if self.number else "?"


def cast_of(quotes: Sequence[Quote]) -> dict[Speaker | None, Voice]:
    """The speakers of *quotes*, who speaks most first, then by the text; the unknown at the end."""
    counts = Counter(quote.speaker for quote in quotes)
    known = [speaker for speaker, _ in counts.most_common() if speaker is not None]
    cast: dict[Speaker | None, Voice] = {
        speaker: _voice(number, counts[speaker], speaker)
        for number, speaker in enumerate(known, start=1)
    }
    if counts[None]:
        cast[None] = Voice(number=0, count=counts[None])
    return cast


def _voice(number: int, count: int, speaker: Speaker) -> Voice:
    forms = _forms(mention.text for mention in speaker.mentions)
    return Voice(number, count, speaker, tuple(forms[:FORMS_SHOWN]), len(forms[FORMS_SHOWN:]))


def _forms(mentions: Iterable[str]) -> list[tuple[str, int]]:
    """Each with its count, the most frequent first; "he" and "He" are one, written as at first."""
    written: dict[str, str] = {}
    counts = Counter[str]()
    for mention in mentions:
        line = " ".join(mention.split())
        counts[written.setdefault(line.casefold(), line)] += 1
    return counts.most_common()
