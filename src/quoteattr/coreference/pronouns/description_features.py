"""What the words of a description that speaks say for an entity: “Never,” said the girl."""

from __future__ import annotations

from math import log1p
from typing import TYPE_CHECKING, Final

from quoteattr.coreference.vocabulary import ANYBODY
from quoteattr.datatypes import SpeakerKind

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from quoteattr.coreference.pronouns.speaking import Place
    from quoteattr.coreference.threads import Thread


_ELDERS: Final = frozenset(
    f"kin-{noun}"
    for noun in ("mother", "father", "mamma", "papa", "wife", "husband", "aunt", "uncle", "parent")
)
_YOUNG: Final = frozenset(
    {"boy", "girl", "child", "kin-son", "kin-daughter", "kin-nephew", "kin-niece"}
)
_GROWN: Final = frozenset({"mr", "mrs", "sir", "lady", "lord", "madame", "aunt", "uncle"})
"""Titles that no child bears."""


def _is_trade(noun: str) -> bool:
    return noun not in ANYBODY and not noun.startswith("kin-")


def described(place: Place, thread: Thread) -> float:
    """It was described in these words, or has this role."""
    return float(place.said.described is thread)


def described_by_name(place: Place, thread: Thread) -> float:
    """It has this role, and a name."""
    return float(place.said.described is thread and thread.kind is SpeakerKind.PERSON)


def described_by_title(place: Place, thread: Thread) -> float:
    """It has no name but these words, which are as good as one: "the King"."""
    unnamed = thread.kind is SpeakerKind.UNNAMED
    return float(place.is_title and place.said.described is thread and unnamed)


def described_often(place: Place, thread: Thread) -> float:
    """How often it was mentioned so far, if these words describe it."""
    return log1p(thread.seen) if place.said.described is thread else 0.0


def described_lately(place: Place, thread: Thread) -> float:
    """It was described in these words, or has this role, and was mentioned not long ago."""
    return float(place.is_near and place.said.described is thread)


def owns_itself(place: Place, thread: Thread) -> float:
    """It is whose relative is meant: not Ada by "Ada's mother", "her mother"."""
    return float(place.said.owner is thread)


def is_relative(place: Place, thread: Thread) -> float:
    """The family name and title of the owner's relative: Mrs. Holm by "her mother"."""
    return float(thread.index in place.said.relatives)


def another_trade(place: Place, thread: Thread) -> float:
    """A trade or office is meant that the text does not give it: not Ada by "the cabman"."""
    return float(place.said.described is not thread and _is_trade(place.noun))


def elder_by_title(place: Place, thread: Thread) -> float:
    """A parent or spouse is meant and its title is a grown person's: Mrs. Holm by "her mother"."""
    return float(place.noun in _ELDERS and not _GROWN.isdisjoint(thread.courtesy))


def child_by_title(place: Place, thread: Thread) -> float:
    """A child is meant and its title is a grown person's: not Mrs. Holm by "the girl"."""
    return float(place.noun in _YOUNG and not _GROWN.isdisjoint(thread.courtesy))


def described_share(place: Place, thread: Thread) -> float:
    """How often of the times before these words meant it."""
    said = place.said
    return said.uses.get(thread.index, 0) / said.times if said.times else 0.0


DESCRIPTION_FEATURES: Final[Mapping[str, Callable[[Place, Thread], float]]] = {
    feature.__name__: feature
    for feature in (
        described,
        described_by_name,
        described_by_title,
        described_often,
        described_lately,
        owns_itself,
        is_relative,
        another_trade,
        elder_by_title,
        child_by_title,
        described_share,
    )
}
"""What is weighed besides for descriptions that speak: “Never,” said the girl."""
