"""An entity in the making: what its mentions have shown so far."""

from __future__ import annotations

from attrs import define, field

from quoteattr.datatypes import SpeakerKind
from quoteattr.records import Gender, Number


@define(kw_only=True)
class Role:
    """A role that the text gives to somebody: "U.S. President", "leader of the alliance".

    Attributes:
        group: Group of the head noun.
        broader: Groups of more general nouns.
        modifiers: Other content words in lower case.
        countries: Countries among them.
        text: As written.
        is_title: Whether it stands before the name.
    """

    group: str
    broader: tuple[str, ...] = ()
    noun: str = ""
    modifiers: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    text: str = ""
    is_title: bool = False


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
        mentions: Indices into the mentions, ascending.
        narrates: Whether it is the one who tells the text and says "I".
        seen: How many of them stand before the place that is being read.
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
    mentions: list[int] = field(factory=list)
    narrates: bool = False
    seen: int = 0

    @property
    def gender(self) -> Gender:
        """The gender with the most votes; unknown without any or when two tie."""
        if not self.genders:
            return Gender.UNKNOWN
        ranked = sorted(self.genders.items(), key=lambda vote: -vote[1])
        if len(ranked) > 1 and ranked[0][1] == ranked[1][1]:
            return Gender.UNKNOWN
        return ranked[0][0]

    def vote(self, gender: Gender, strength: int) -> None:
        """Count evidence for a gender."""
        if gender is not Gender.UNKNOWN:
            self.genders[gender] = self.genders.get(gender, 0) + strength
