"""Which of the quotes found a caller gets: by kind and mode."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

if TYPE_CHECKING:
    from collections.abc import Iterable, Set

    from quoteattr.datatypes import Mode, Quote, QuoteKind


def select(quotes: Iterable[Quote], kinds: Set[QuoteKind], modes: Set[Mode]) -> list[Quote]:
    """The quotes of these kinds and modes, in order.

    The rule holds for nested ones too; those inside a quote that is left out move up to its place.
    """
    kept: list[Quote] = []
    for quote in quotes:
        inside = select(quote.nested, kinds, modes)
        if quote.kind in kinds and quote.mode in modes:
            kept.append(evolve(quote, nested=tuple(inside)) if quote.nested else quote)
        else:
            kept += inside
    return sorted(kept)


def withhold(quotes: Iterable[Quote], least: float) -> list[Quote]:
    """The quotes in order, without the speakers whose confidence is below *least*.

    Everything else stays: the source as written, the confidence, and the trace that tells who was
    thought of. The rule holds for nested ones too.
    """
    kept: list[Quote] = []
    for quote in quotes:
        inside = tuple(withhold(quote.nested, least))
        if quote.speaker is not None and quote.confidence < least:
            reference = None if quote.source is None else quote.reference
            kept.append(evolve(quote, speaker=None, reference=reference, nested=inside))
        else:
            kept.append(evolve(quote, nested=inside) if inside else quote)
    return kept
