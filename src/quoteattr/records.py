"""The records that cross a door between rooms: found, but not yet a public `Quote`.

Offsets are half-open ranges of code points; token indices refer to the `Analysis` at hand.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from typing import Final

from attrs import evolve, field, frozen

from quoteattr.datatypes import Mode, QuoteKind, Reference, SpeakerKind, Step

Range = tuple[int, int]

SOMEBODY: Final = frozenset({SpeakerKind.PERSON, SpeakerKind.UNNAMED})
"""Kinds of a single human being, with a name or without."""


def within(inner: Iterable[Range], outer: Iterable[Range]) -> list[Range]:
    """Those of *inner* that lie in one of *outer*; both are ordered and disjoint."""
    around = iter(outer)
    current = next(around, None)
    found = []
    for start, end in inner:
        while current is not None and current[1] < end:
            current = next(around, None)
        if current is not None and current[0] <= start:
            found.append((start, end))
    return found


class MarkStyle(str, Enum):
    """Which family of marks sets a stretch of text off as quoted."""

    DOUBLE = "double"
    SINGLE = "single"
    GUILLEMET = "guillemet"
    LOW_HIGH = "low-high"
    CORNER = "corner"
    LATEX = "latex"
    DASH = "dash"
    TRANSCRIPT = "transcript"
    BLOCK = "block"


class Screen(str, Enum):
    """What a quoted stretch is, as far as its own form and its near context tell."""

    SPEECH = "speech"
    FRAGMENT = "fragment"
    TITLE = "title"
    NICKNAME = "nickname"
    WORD = "word"
    MEASURE = "measure"


@frozen(kw_only=True)
class Emphasis:
    """Lines that markup sets off as a whole.

    Attributes:
        strong: Those in bold, and headings.
        slanted: Those in italics.
        behind: Blocks of those behind `>`.
    """

    strong: tuple[Range, ...] = ()
    slanted: tuple[Range, ...] = ()
    behind: tuple[Range, ...] = ()

    def is_strong(self, bounds: Range) -> bool:
        """Whether a paragraph lies in a line in bold or a heading."""
        return _is_in(bounds, self.strong)

    def is_slanted(self, bounds: Range) -> bool:
        """Whether a paragraph lies in a line in italics."""
        return _is_in(bounds, self.slanted)


def _is_in(bounds: Range, lines: Sequence[Range]) -> bool:
    index = bisect_right(lines, bounds[0], key=_start) - 1
    return index >= 0 and bounds[1] <= lines[index][1]


def _start(line: Range) -> int:
    return line[0]


PLAIN: Final = Emphasis()


@frozen(kw_only=True)
class QuotedSpan:
    """A stretch of text set off by marks, found on characters alone.

    Attributes:
        parts: One range a paragraph, marks included, in text order.
        style: The family of marks.
        screen: Speech that can stand by itself (`"We will go," he said`), a fragment inside the
            reporter's clause (`a "historic" day`: speech only if somebody is credited with it), or
            one of the kinds of marks that set off no speech.
        label: For transcripts and dash signatures, the range of the speaker's name ("SMITH"). Turns
            of an interview that have none are questions and answers in turn.
        parent: Index of the quoted span around this one, None for the outermost.
        closed: False when the closing mark is missing and the span ends with its paragraph.
    """

    parts: tuple[Range, ...]
    style: MarkStyle
    screen: Screen
    label: Range | None = None
    parent: int | None = None
    closed: bool = True

    @property
    def start(self) -> int:
        """Offset of the first character, the opening mark."""
        return self.parts[0][0]

    @property
    def end(self) -> int:
        """Offset after the last character, the closing mark."""
        return self.parts[-1][1]


@frozen(kw_only=True)
class Cue:
    """The words that report ("said", "according to", "made clear"), and what sort they are.

    Attributes:
        start: First code point.
        end: Code point after the last.
        token: Token index of the verb or noun that governs; its subject is the source.
        lemma: Key in the cue lexicon.
        mode: Speech, writing or thought.
    """

    start: int
    end: int
    token: int
    lemma: str
    mode: Mode


@frozen(kw_only=True)
class Quotation:
    """What was said, not yet who said it.

    Attributes:
        kind: Direct, mixed or indirect.
        content: Ranges, ordered and disjoint, marks included.
        quoted: The ranges inside marks.
        cue: The reporting words, None when there are none.
        clause: Range of the reporting clause, the part of the sentence that is not content.
        source: Range of the source where the marks already show it (a transcript's label), or None.
        addressee: Range of who is spoken to as the reporting clause names them, or None.
        steps: How it was found.
        parent: Index of the quotation around this one, None for the top level.
    """

    kind: QuoteKind
    content: tuple[Range, ...]
    quoted: tuple[Range, ...] = ()
    cue: Cue | None = None
    clause: Range | None = None
    source: Range | None = None
    addressee: Range | None = None
    steps: tuple[Step, ...] = ()
    parent: int | None = None

    @property
    def start(self) -> int:
        """Offset of the first content character."""
        return self.content[0][0]

    @property
    def end(self) -> int:
        """Offset after the last content character."""
        return self.content[-1][1]


class Gender(str, Enum):
    """Grammatical gender of a mention, as far as it shows."""

    FEMALE = "female"
    MALE = "male"
    NEUTER = "neuter"
    UNKNOWN = "unknown"


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
