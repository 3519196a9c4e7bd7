"""Who is there, as the rooms hand it on: mentions, and the entities behind them."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Final

from attrs import evolve, field, frozen

from quoteattr.datatypes import Reference, SpeakerKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

SOMEBODY: Final = frozenset({SpeakerKind.PERSON, SpeakerKind.UNNAMED})
"""Kinds of a single human being, with a name or without."""


class Gender(str, Enum):
    """Grammatical gender of a mention, as far as it shows."""

    FEMALE = "female"
    MALE = "male"
    NEUTER = "neuter"
    UNKNOWN = "unknown"


HE_OR_SHE: Final = frozenset({Gender.FEMALE, Gender.MALE})
"""The genders that a pronoun or a name of one person shows."""


class Number(str, Enum):
    """Grammatical number of a mention, as far as it shows."""

    SINGULAR = "singular"
    PLURAL = "plural"
    UNKNOWN = "unknown"


@frozen(kw_only=True)
class Mention:
    """A stretch of text that refers to somebody or something that can speak.

    Attributes:
        start: First code point, titles and roles in front included.
        end: Code point after the last; trailing apposition excluded.
        head: Token index of the head word (surname, pronoun, head noun).
        reference: Name, pronoun or nominal.
        kind: What sort of entity the form suggests.
        gender: As far as the form shows.
        number: As far as the form shows.
        quoted: Index of the innermost quoted span it stands in, None for the reporter's text.
    """

    start: int
    end: int
    head: int
    reference: Reference
    kind: SpeakerKind
    gender: Gender = Gender.UNKNOWN
    number: Number = Number.SINGULAR
    quoted: int | None = None

    @property
    def names_person(self) -> bool:
        """Whether it is the name of a person."""
        return self.reference is Reference.NAME and self.kind is SpeakerKind.PERSON


@frozen(kw_only=True)
class Entity:
    """A coreference chain: the mentions of one person, organization, group or document.

    Attributes:
        name: Fullest proper name without titles; for the unnamed the noun phrase.
        kind: What sort of entity it is.
        role: Role the text gives, or None.
        gender: The strongest evidence of its mentions.
        mentions: Indices into the list of mentions, in text order.
    """

    name: str
    kind: SpeakerKind
    role: str | None = None
    gender: Gender = Gender.UNKNOWN
    mentions: tuple[int, ...] = ()


@frozen(kw_only=True)
class Chains:
    """Who is there: all mentions of a text, in text order, and the entities behind them.

    Attributes:
        mentions: In text order.
        entities: In order of first mention.
        entity_of: For each mention the index of its entity, None for the unresolved.
        notes: Why, by the index of a mention that had several candidates.
        meant: For pronouns that speak in a turn of talk and may mean one of several, the entities
            with the share of the score that each had, the likeliest first.
        guest: The entity that is asked in an interview without labels, None for other texts.
        host: The entity that asks, as far as it is known.
    """

    mentions: tuple[Mention, ...]
    entities: tuple[Entity, ...]
    entity_of: tuple[int | None, ...]
    notes: Mapping[int, str] = field(factory=dict, hash=False)
    meant: Mapping[int, Sequence[tuple[int, float]]] = field(factory=dict, hash=False)
    guest: int | None = None
    host: int | None = None

    def moving(self, moved: Mapping[int, int | None]) -> Chains:
        """The same with some mentions put into other entities or none, *moved* by their index."""
        if not moved:
            return self
        entity_of = tuple(moved.get(i, entity) for i, entity in enumerate(self.entity_of))
        touched = {*moved.values(), *(self.entity_of[i] for i in moved)}
        members: dict[int | None, list[int]] = {entity: [] for entity in touched}
        for i, entity in enumerate(entity_of):
            if entity in members:
                members[entity].append(i)
        entities = tuple(
            evolve(one, mentions=tuple(members[k])) if k in members else one
            for k, one in enumerate(self.entities)
        )
        notes = {i: note for i, note in self.notes.items() if i not in moved}
        return evolve(self, entity_of=entity_of, entities=entities, notes=notes)
