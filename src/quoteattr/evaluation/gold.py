"""What a corpus says: texts with the quotations a human reader marked, checked when they are built.

Offsets are half-open ranges of Unicode code points in the document's text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import Attribute, Factory, field, frozen
from attrs.validators import deep_iterable, instance_of, optional

from quoteattr.datatypes import QuoteKind, Reference
from quoteattr.errors import QuoteAttrError

if TYPE_CHECKING:
    from collections.abc import Iterable

Range = tuple[int, int]


class GoldError(QuoteAttrError, ValueError):
    """A gold file or record cannot be used; says where and why, in one line."""

    def __init__(self, where: str, problem: str) -> None:
        super().__init__(where, problem)
        self.where, self.problem = where, problem

    def __str__(self) -> str:
        return f"{self.where}: {self.problem}"


def _ranges(value: Iterable[Range]) -> tuple[Range, ...]:
    return tuple((start, end) for start, end in value)


def _quotes(value: Iterable[GoldQuote]) -> tuple[GoldQuote, ...]:
    return tuple(value)


def _names(value: Iterable[str]) -> tuple[str, ...]:
    return tuple(value)


def _kind(value: QuoteKind | str | None) -> QuoteKind | None:
    return None if value is None else QuoteKind(value)


def _reference(value: Reference | str | None) -> Reference | None:
    return None if value is None else Reference(value)


@frozen(kw_only=True)
class GoldQuote:
    """One quotation as the annotators marked it. What the corpus does not annotate stays empty.

    Attributes:
        content: What was said, one range a part, ordered and disjoint.
        kind: Direct, mixed or indirect; None when the corpus does not tell.
        cue: The reporting words.
        source: The speaker as written at this quotation.
        speaker: A name of the entity behind it, None when unknown or not annotated.
        aliases: Further names that are right as well.
        named: Whether that entity has a proper name; only then is the entity scored.
        descriptions: What the text calls it without a name, for who learns of it; never scored.
        reference: How the source refers to the speaker, None when not annotated.
        other_contents: Other extents that are right as well.
        other_kinds: Other kinds that are right as well.
        label: The corpus's own class, to report a subset apart (`reported`, `explicit`).
    """

    content: tuple[Range, ...] = field(converter=_ranges)
    kind: QuoteKind | None = field(default=None, converter=_kind)
    cue: tuple[Range, ...] = field(default=(), converter=_ranges)
    source: tuple[Range, ...] = field(default=(), converter=_ranges)
    speaker: str | None = field(default=None, validator=optional(instance_of(str)))
    aliases: tuple[str, ...] = field(
        default=(), converter=_names, validator=deep_iterable(instance_of(str))
    )
    named: bool = field(default=Factory(lambda self: self.speaker is not None, takes_self=True))
    descriptions: tuple[str, ...] = field(
        default=(), converter=_names, validator=deep_iterable(instance_of(str))
    )
    reference: Reference | None = field(default=None, converter=_reference)
    other_contents: tuple[tuple[Range, ...], ...] = ()
    other_kinds: frozenset[QuoteKind] = frozenset()
    label: str = ""

    @content.validator
    def _ordered(self, attribute: Attribute[tuple[Range, ...]], value: tuple[Range, ...]) -> None:
        end = 0
        for first, last in value or ((0, 0),):
            if not end <= first < last:
                raise GoldError(
                    "quotation",
                    f"{attribute.name} must be ordered, disjoint and not empty, got {list(value)}",
                )
            end = last

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that is right for the speaker; empty when there is none."""
        return (() if self.speaker is None else (self.speaker,)) + self.aliases


@frozen(kw_only=True)
class GoldDocument:
    """A text with its gold quotations.

    Attributes:
        id: Unique in its corpus.
        text: As a system is given it.
        quotes: In text order.
        ignore: Ranges that the annotators set aside; a prediction inside one counts neither way.
        cast: The names of each person in the text, where the corpus lists them.
    """

    id: str = field(validator=instance_of(str))
    text: str = field(validator=instance_of(str))
    quotes: tuple[GoldQuote, ...] = field(default=(), converter=_quotes)
    ignore: tuple[Range, ...] = field(default=(), converter=_ranges)
    cast: tuple[tuple[str, ...], ...] = ()

    def __attrs_post_init__(self) -> None:
        for quote in self.quotes:
            for spans in (quote.content, quote.cue, quote.source, *quote.other_contents):
                self._check(spans)
        self._check(self.ignore)

    def _check(self, spans: Iterable[Range]) -> None:
        for start, end in spans:
            if not 0 <= start < end <= len(self.text):
                raise GoldError(
                    self.id, f"[{start}, {end}) is no range of a text of {len(self.text)}"
                )


@frozen(kw_only=True)
class Protocol:
    """What a corpus annotates, and so what may be held against a prediction.

    Attributes:
        nested: It marks quotations inside quotations; else those predicted are left out.
        parts: It marks every uninterrupted part by itself; predictions are taken apart as well.
        quoted_only: It marks only what stands inside quotation marks; of a mixed quotation the
            quoted words are scored, and indirect ones are left out.
        exhaustive: It marks every quotation; else precision is not measured.
    """

    nested: bool = True
    parts: bool = False
    quoted_only: bool = False
    exhaustive: bool = True
