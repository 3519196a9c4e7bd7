"""The public types: what a quotation is, once it is found and attributed.

All of them are frozen and hashable, check themselves when they are built, and order by position.
Offsets are half-open ranges of Unicode code points in the text the caller gave.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from attrs import Attribute, field, frozen
from attrs.validators import and_, deep_iterable, ge, instance_of, le, min_len, optional

from quoteattr.errors import OffsetError, RecordError
from quoteattr.plain import read_plain

if TYPE_CHECKING:
    from collections.abc import Iterable

MARKS = "\"'`“”„‟‘’‚‛«»‹›「」『』〝〞〟＂"
"""Characters that open or close a quotation."""

_SINGLE_MARKS = "'`‘’‚‛‹›"
_TYPED_TWICE = frozenset({"``", "''"})
_PAIRS = ("“”", "‘’", "«»", "‹›", "「」", "『』", "``''")

DIALOGUE_DASHES = "—–―-"
"""Characters that open a turn of dialogue at the start of a paragraph."""


class _Name(str, Enum):
    """An enum whose members are, print as, and compare to plain strings."""

    def __str__(self) -> str:
        return str(self.value)


class QuoteKind(_Name):
    """How much of the content stands inside quotation marks: all words, some, or none."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class Mode(_Name):
    """How the content was presented (Semino and Short 2004).

    Thought is what was not uttered: what the writer ascribes to somebody's mind, and what, by the
    writer's words, was not said or may not have been.
    """

    SPEECH = "speech"
    WRITING = "writing"
    THOUGHT = "thought"


class Reference(_Name):
    """How the source refers to the speaker; implicit: no source stands at the quotation."""

    NAME = "name"
    PRONOUN = "pronoun"
    NOMINAL = "nominal"
    IMPLICIT = "implicit"


class SpeakerKind(_Name):
    """What sort of entity speaks."""

    PERSON = "person"
    ORGANIZATION = "organization"
    GROUP = "group"
    DOCUMENT = "document"
    UNNAMED = "unnamed"


class Outcome(_Name):
    """What a rule did: it gave the answer, changed it, or let the next rule try."""

    DECIDED = "decided"
    REVISED = "revised"
    PASSED = "passed"


@frozen(order=True)
class Span:
    """A half-open range of code points in the caller's text, with the text it cuts."""

    start: int = field(validator=[instance_of(int), ge(0)])
    end: int = field(validator=instance_of(int))
    text: str = field(validator=instance_of(str))

    def __attrs_post_init__(self) -> None:
        if self.end <= self.start or self.end - self.start != len(self.text):
            raise OffsetError(self.start, self.end, len(self.text))

    @classmethod
    def cut(cls, text: str, start: int, end: int) -> Span:
        """The span of *text* from *start* to *end*.

        Raises:
            OffsetError: The range is empty, reversed, or reaches past the end of the text.
        """
        return cls(start, end, text[start:end])


_SPANS = deep_iterable(instance_of(Span), instance_of(tuple))


def _without_marks(text: str) -> str:
    """A quoted part without its outer marks or dialogue dash; itself if nothing is left.

    A mark that has its partner inside is of a quotation inside, and stays.
    """
    words = text.lstrip(DIALOGUE_DASHES).strip()
    opening, closing = _mark(words[:2], words[:1]), _mark(words[-2:], words[-1:])
    if opening and closing and _is_single(opening) == _is_single(closing):
        words = words.removeprefix(opening).removesuffix(closing)
    elif opening and not _is_closed(words, opening):
        words = words.removeprefix(opening)
    elif closing and not opening and not _is_closed(words, closing):
        words = words.removesuffix(closing)
    return words.strip() or text


def _mark(two: str, one: str) -> str:
    """The mark that is typed with two characters or one, "" for none."""
    if two in _TYPED_TWICE:
        return two
    return one if one and one in MARKS else ""


def _is_single(mark: str) -> bool:
    return len(mark) == 1 and mark in _SINGLE_MARKS


def _is_closed(words: str, mark: str) -> bool:
    """Whether *words* hold a partner of *mark*, which stands at one end of them."""
    pair = next((pair for pair in _PAIRS if mark in pair), mark * 2)
    first, last = pair[: len(pair) // 2], pair[len(pair) // 2 :]
    if first == last:
        return words.count(first) % 2 == 0
    return words.count(first) == words.count(last)


def _reference(value: Reference | str | None) -> Reference | None:
    return None if value is None else Reference(value)


def _ordered_and_disjoint(spans: Iterable[Span]) -> bool:
    end = -1
    for span in spans:
        if span.start < end:
            return False
        end = span.end
    return True


def _lie_inside(inner: Iterable[Span], outer: Iterable[Span]) -> bool:
    """Whether each of *inner* lies in one of *outer*; both are ordered and disjoint."""
    around = iter(outer)
    current = next(around, None)
    for span in inner:
        while current is not None and current.end < span.end:
            current = next(around, None)
        if current is None or span.start < current.start:
            return False
    return True


@frozen(kw_only=True)
class Step:
    """One rule that was tried on a quotation: its key in the table, what it did, what it used."""

    rule: str = field(validator=and_(instance_of(str), min_len(1)))
    outcome: Outcome = field(converter=Outcome)
    spans: tuple[Span, ...] = field(default=(), validator=_SPANS)
    note: str = field(default="", validator=instance_of(str))


@frozen(kw_only=True, cache_hash=True)
class Speaker:
    """The person, organization, group, document or unnamed source behind a quotation.

    Attributes:
        name: Fullest proper name in the text, without titles; for the unnamed the noun phrase.
        kind: What sort of entity it is.
        role: Role or title the text gives (`NATO Secretary-General`), or None.
        mentions: The coreference chain in text order; empty when the speaker came from outside.
        kb_id: Identifier in a knowledge base of the caller's, or None.
    """

    name: str = field(validator=and_(instance_of(str), min_len(1)))
    kind: SpeakerKind = field(converter=SpeakerKind)
    role: str | None = field(default=None, validator=optional(instance_of(str)))
    mentions: tuple[Span, ...] = field(default=(), validator=_SPANS)
    kb_id: str | None = field(default=None, validator=optional(instance_of(str)))

    @mentions.validator
    def _in_text_order(
        self, attribute: Attribute[tuple[Span, ...]], value: tuple[Span, ...]
    ) -> None:
        places = [(span.start, span.end, span.text) for span in value]
        if places != sorted(places):
            raise RecordError("Speaker", f"{attribute.name} must stand in text order", value)


@frozen(kw_only=True, order=True)
class Quote:
    """One quotation: what was said, by whom, to whom, and why we think so. Orders by content."""

    content: tuple[Span, ...] = field(validator=_SPANS)
    kind: QuoteKind = field(converter=QuoteKind, order=False)
    mode: Mode = field(default=Mode.SPEECH, converter=Mode, order=False)
    quoted: tuple[Span, ...] = field(default=(), validator=_SPANS, order=False)
    cue: Span | None = field(default=None, validator=optional(instance_of(Span)), order=False)
    source: Span | None = field(default=None, validator=optional(instance_of(Span)), order=False)
    speaker: Speaker | None = field(
        default=None, validator=optional(instance_of(Speaker)), order=False
    )
    reference: Reference | None = field(default=None, converter=_reference, order=False)
    addressee: Span | None = field(default=None, validator=optional(instance_of(Span)), order=False)
    confidence: float = field(
        default=0.0, converter=float, validator=and_(ge(0.0), le(1.0)), order=False
    )
    trace: tuple[Step, ...] = field(
        default=(), validator=deep_iterable(instance_of(Step), instance_of(tuple)), order=False
    )
    nested: tuple[Quote, ...] = field(default=(), validator=instance_of(tuple), order=False)

    def __attrs_post_init__(self) -> None:
        def require(holds: bool, rule: str, value: object) -> None:
            if not holds:
                raise RecordError("Quote", rule, value)

        content = self.content
        require(bool(content), "content needs at least one span", content)
        for name in ("content", "quoted"):
            spans = getattr(self, name)
            require(_ordered_and_disjoint(spans), f"{name} must be ordered and disjoint", spans)
        require(_lie_inside(self.quoted, content), "quoted must lie inside content", self.quoted)
        if self.kind is QuoteKind.DIRECT:
            require(self.quoted == self.content, "direct: quoted equals content", self.quoted)
        elif self.kind is QuoteKind.INDIRECT:
            require(not self.quoted, "indirect: nothing is quoted", self.quoted)
        else:
            require(bool(self.quoted), "mixed: something is quoted", self.quoted)
        require(
            self.reference in (None, Reference.IMPLICIT)
            if self.source is None
            else self.reference not in (None, Reference.IMPLICIT),
            "reference names the form of the source, and is implicit or None without one",
            self.reference,
        )
        require(
            all(self.start <= n.start and n.end <= self.end for n in self.nested),
            "nested quotations lie inside this one",
            self.nested,
        )

    @property
    def start(self) -> int:
        """Offset of the first content character."""
        return self.content[0].start

    @property
    def end(self) -> int:
        """Offset after the last content character."""
        return self.content[-1].end

    @property
    def span(self) -> tuple[int, int]:
        """From the first content character to after the last, whatever lies between."""
        return self.start, self.end

    @property
    def text(self) -> str:
        """The words as a reader wants them: parts joined by a space, outer marks stripped.

        Tags and entities of HTML are gone.
        """
        quoted = set(self.quoted)
        shown = ((part, read_plain(part.text).text) for part in self.content)
        return " ".join(_without_marks(words) if part in quoted else words for part, words in shown)

    def _repr_html_(self) -> str:
        """A card, as notebooks ask for it."""
        from quoteattr.page import card_of

        return card_of(self)
