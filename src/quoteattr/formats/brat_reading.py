"""Quotations as brat stand-off annotation, in the manner of PolNeAR: reading."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from quoteattr.datatypes import Mode, Quote, QuoteKind, Reference, Span, Speaker, SpeakerKind
from quoteattr.errors import SerializationError
from quoteattr.evaluation.gold import GoldError
from quoteattr.evaluation.kinds import kind_of, quoted_ranges
from quoteattr.evaluation.standoff import parse_standoff, read_text
from quoteattr.formats.document import Document
from quoteattr.lexicon import table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quoteattr.evaluation.gold import Range
    from quoteattr.evaluation.standoff import Relation, Standoff


def from_brat(text: str, annotation: str) -> list[Quote]:
    """The quotations that *annotation* marks in *text*, top-level ones in text order.

    Of what `to_brat` wrote everything comes back but the speaker's role and mentions, the
    confidence (0 here) and the trace. In annotation from elsewhere kind and quoted parts follow
    from the quotation marks, the reference from the form of the source, the mode is speech, and
    nobody is the speaker.

    Args:
        text: The text that was annotated, its line ends as they were.
        annotation: The content of the `.ann` file.

    Raises:
        SerializationError: A line is malformed, a stretch does not cut its text, or what stands
            together is no quotation.
    """
    try:
        return _Reader(text, parse_standoff(annotation, text)).quotes()
    except GoldError as error:
        raise SerializationError(error.where, error.problem) from error


def read_brat(folder: str | Path) -> Iterator[Document]:
    """The documents in *folder* and the folders in it: each `.ann` file with its `.txt`, by name.

    Raises:
        SerializationError: As `from_brat`, or a file cannot be read; raised when it is reached, and
            names it.
    """
    folder = Path(folder)
    for path in sorted(folder.rglob("*.ann")):
        name = path.relative_to(folder).with_suffix(".txt")
        try:
            text = read_text(folder / name)
            quotes = from_brat(text, read_text(path))
        except (GoldError, SerializationError) as error:
            raise SerializationError(str(path), str(error)) from error
        yield Document(name=name.as_posix(), text=text, quotes=quotes)


class _Reader:
    """One annotated text; quotations are built from the inside out."""

    def __init__(self, text: str, standoff: Standoff) -> None:
        self._text = text
        self._standoff = standoff
        self._marked = quoted_ranges(text)
        self._relations = {
            relation.id: relation
            for relation in standoff.relations
            if relation.type.startswith("Attribution") and relation.of("Content")
        }

    def quotes(self) -> list[Quote]:
        built: dict[str, Quote] = {}
        inner = {name for relation in self._relations.values() for name in relation.nested}
        for name in self._inside_out():
            built[name] = self._quote(self._relations[name], built)
        return sorted(quote for name, quote in built.items() if name not in inner)

    def _inside_out(self) -> list[str]:
        """The relations, each behind those nested in it."""
        order: dict[str, None] = {}
        waiting = list(self._relations)
        entered: set[str] = set()
        while waiting:
            name = waiting[-1]
            nested = [one for one in self._relations[name].nested if one in self._relations]
            missing = [one for one in nested if one not in order]
            if not missing:
                order[waiting.pop()] = None
            elif name in entered:
                raise GoldError(name, "is nested in itself")
            else:
                entered.add(name)
                waiting += missing
        return list(order)

    def _quote(self, relation: Relation, built: dict[str, Quote]) -> Quote:
        values = relation.attributes
        content = self._parts(relation, "Content")
        ranges = [(part.start, part.end) for part in content]
        source = self._one(relation, "Source")
        try:
            kind = QuoteKind(values.get("Kind") or kind_of(self._text, ranges, self._marked))
            return Quote(
                content=content,
                kind=kind,
                mode=values.get("Mode", Mode.SPEECH),
                quoted=self._quoted(relation, kind, content),
                cue=self._one(relation, "Cue"),
                source=source,
                addressee=self._one(relation, "Addressee"),
                speaker=_speaker(relation),
                reference=_reference(values.get("Reference"), source),
                nested=tuple(sorted(built[name] for name in relation.nested if name in built)),
            )
        except ValueError as error:
            raise GoldError(relation.id, str(error)) from error

    def _quoted(
        self, relation: Relation, kind: QuoteKind, content: tuple[Span, ...]
    ) -> tuple[Span, ...]:
        if kind is not QuoteKind.MIXED:
            return content if kind is QuoteKind.DIRECT else ()
        return self._parts(relation, "Quoted") or tuple(
            Span.cut(self._text, max(start, part.start), min(end, part.end))
            for part in content
            for start, end in self._marked
            if start < part.end and part.start < end
        )

    def _parts(self, relation: Relation, role: str) -> tuple[Span, ...]:
        spans = [
            span
            for target in relation.of(role)
            for span in self._spans(self._standoff.stretches[target].ranges)
        ]
        return tuple(sorted(spans))

    def _one(self, relation: Relation, role: str) -> Span | None:
        """The span in *role*; from its first word to its last where it is in pieces."""
        parts = self._parts(relation, role)
        return Span.cut(self._text, parts[0].start, parts[-1].end) if parts else None

    def _spans(self, ranges: tuple[Range, ...]) -> Iterator[Span]:
        """The parts of a stretch; fragments with a line break and nothing else between are one."""
        start, end = ranges[0]
        for first, last in ranges[1:]:
            between = self._text[end:first]
            if between.strip() or len(f"{between}.".splitlines()) == 1:
                yield Span.cut(self._text, start, end)
                start = first
            end = last
        yield Span.cut(self._text, start, end)


def _speaker(relation: Relation) -> Speaker | None:
    kind = relation.attributes.get("SpeakerKind", SpeakerKind.PERSON)
    return None if relation.speaker is None else Speaker(name=relation.speaker, kind=kind)


def _reference(given: str | None, source: Span | None) -> str | None:
    """What the annotation says, unless a source was put in or taken out after that was written."""
    if source is None:
        return given if given == Reference.IMPLICIT else None
    if given is not None and given != Reference.IMPLICIT:
        return given
    if source.text.lower() in table("pronouns"):
        return Reference.PRONOUN
    capital = any(word[0].isupper() for word in source.text.split()[-2:])
    return Reference.NAME if capital else Reference.NOMINAL
