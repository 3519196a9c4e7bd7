"""An entity in the making: what its mentions have shown so far."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from attrs import define, field, frozen

from quoteattr.datatypes import SpeakerKind
from quoteattr.records import Gender, Number

if TYPE_CHECKING:
    from collections.abc import Sequence


@frozen(kw_only=True)
class Role:
    """A role that the text gives to somebody: "U.S. President", "leader of the alliance".

    Attributes:
        group: Group of the head noun.
        broader: Groups of more general nouns.
        modifiers: Other content words in lower case.
        countries: Countries among them.
        names: Words with a capital among them, in lower case.
        text: As written.
        is_title: Whether it stands before the name.
        is_of_body: Whether "its" stands before it.
    """

    group: str
    broader: tuple[str, ...] = ()
    noun: str = ""
    modifiers: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    text: str = ""
    is_title: bool = False
    is_of_body: bool = False


@define(kw_only=True, eq=False)
class Thread:
    """One entity while the text is read.

    Attributes:
        index: Its number, in order of creation.
        kind: What sort of entity it is.
        name: Best name so far.
        given: Given names seen, lower case.
        family: Family name, lower case.
        courtesy: Titles that tell relatives apart ("mrs", "miss", "mr").
        roles: Roles the text gives it.
        genders: Votes.
        gender: The one with the most votes.
        mentions: Indices into the mentions, ascending.
        narrates: Whether it is the one who tells the text and says "I".
        seen: How many of them stand before the place that is being read.
        named: How often the whole text names it.
        is_given: Whether the caller named it.
    """

    index: int
    kind: SpeakerKind
    number: Number = Number.SINGULAR
    name: str = ""
    given: tuple[str, ...] = ()
    family: str = ""
    courtesy: set[str] = field(factory=set)
    roles: list[Role] = field(factory=list)
    genders: dict[Gender, int] = field(factory=dict)
    gender: Gender = Gender.UNKNOWN
    mentions: list[int] = field(factory=list)
    narrates: bool = False
    seen: int = 0
    named: int = 0
    is_given: bool = False

    @property
    def is_styled(self) -> bool:
        """Whether it has a title for a name: "the General"."""
        unnamed = self.kind is SpeakerKind.UNNAMED
        is_new = self.name.lower().startswith(("a ", "an "))  # a guest at Velm Park
        return unnamed and not is_new and self.name.rpartition(" ")[2][:1].isupper()

    def vote(self, gender: Gender, strength: int) -> None:
        """Count evidence for a gender; the most votes win, a tie leaves it unknown."""
        if gender is Gender.UNKNOWN:
            return
        votes = self.genders
        votes[gender] = votes.get(gender, 0) + strength
        most = max(votes.values())
        leaders = [one for one, count in votes.items() if count == most]
        self.gender = leaders[0] if len(leaders) == 1 else Gender.UNKNOWN

    def absorb(self, other: Thread) -> None:
        """Take over what *other* has shown; it keeps no mention."""
        self.mentions = sorted({*self.mentions, *other.mentions})
        other.mentions = []
        self.roles += other.roles
        self.courtesy |= other.courtesy
        self.family = self.family or other.family
        self.given = self.given or other.given
        for gender, votes in other.genders.items():
            self.vote(gender, votes)


def latest(indices: Sequence[int], limit: int) -> int:
    """The largest of the ascending *indices* below *limit*, -1 when there is none."""
    at = bisect_left(indices, limit)
    return indices[at - 1] if at else -1
