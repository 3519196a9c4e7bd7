"""What a sieve found: who said a quotation, and of open turns, who else may have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quoteattr.records import Range


@frozen
class Rival:
    """One of the likeliest speakers of an open turn.

    Attributes:
        entity: Index of the entity.
        share: How much of the score of all it had, in [0, 1].
        features: What speaks for it besides the order of turns, by name.
    """

    entity: int
    share: float
    features: Mapping[str, float]


@frozen(kw_only=True)
class Answer:
    """What a sieve found: a source in the text, or the entity behind a quotation without one.

    Attributes:
        source: Range of the source as written, None when no source stands at the quotation.
        mention: Index of the mention that the source is, None when it is none of them.
        entity: Index of the entity, for sieves that name it without a source.
        share: For a choice among several, how much of their score the best had, in [0, 1].
        note: For such a choice, the best two and what decided.
        rivals: For an open turn, the likeliest of those around, the best first.
    """

    source: Range | None = None
    mention: int | None = None
    entity: int | None = None
    share: float | None = None
    note: str = ""
    rivals: tuple[Rival, ...] = ()
