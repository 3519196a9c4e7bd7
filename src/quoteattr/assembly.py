"""From attributed quotations to the public `Quote`s, nested ones inside."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from quoteattr.attribution import confidence_of
from quoteattr.config import DEEPEST_NESTING
from quoteattr.datatypes import (
    Mode,
    Quote,
    Reference,
    Span,
    Speaker,
    SpeakerKind,
    Step,
)
from quoteattr.grammar import SHARES
from quoteattr.lexicon import table, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quoteattr.attribution import Answer, Scene
    from quoteattr.plain import Plain
    from quoteattr.records import Entity, Quotation

_AND: Final = " and "
_MANY: Final = frozenset({"most", "many", "some", "several", "few", "all", "both", "other"})
_POINTING: Final = frozenset({"it", "this", "that", "these", "those", "which", "what", "there"})
_PLURAL: Final = frozenset({"NNS", "NNPS"})
_PEOPLE: Final = ("ese", "sh", "ch", "ss")
"""Ends of adjectives that name a whole people: `Japanese`, `British`."""
_WRITERS: Final = frozenset({SpeakerKind.DOCUMENT})


def to_quotes(scene: Scene) -> list[Quote]:
    """The top-level quotes in text order, built from the innermost outwards."""
    speakers = _Speakers(scene)
    depths = _depths(scene.quotations)
    nested: dict[int | None, list[Quote]] = {}
    for index in range(len(scene.quotations) - 1, -1, -1):
        if depths[index] > DEEPEST_NESTING:
            continue
        quotation = scene.quotations[index]
        inside = tuple(sorted(nested.pop(index, [])))
        quote = _quote(scene, quotation, scene.answers[index], speakers, inside)
        nested.setdefault(quotation.parent, []).append(quote)
    return sorted(nested.get(None, []))


def recut(quotes: Iterable[Quote], plain: Plain) -> list[Quote]:
    """The same quotes, cut out of the original of the text they were found in.

    Names and notes stay as they were read.
    """

    def moved(span: Span) -> Span:
        return Span.cut(plain.original, *plain.origin(span.start, span.end))

    def cut(span: Span | None) -> Span | None:
        return None if span is None else moved(span)

    def cut_all(spans: Iterable[Span]) -> tuple[Span, ...]:
        return tuple(map(moved, spans))

    known: dict[Speaker, Speaker] = {}
    made = []
    for quote in quotes:
        speaker = quote.speaker
        if speaker is not None and speaker not in known:
            known[speaker] = evolve(speaker, mentions=cut_all(speaker.mentions))
        made.append(
            evolve(
                quote,
                content=cut_all(quote.content),
                quoted=cut_all(quote.quoted),
                cue=cut(quote.cue),
                source=cut(quote.source),
                addressee=cut(quote.addressee),
                speaker=None if speaker is None else known[speaker],
                trace=tuple(evolve(step, spans=cut_all(step.spans)) for step in quote.trace),
                nested=tuple(recut(quote.nested, plain)),
            )
        )
    return made


def _depths(quotations: Sequence[Quotation]) -> list[int]:
    """How many quotations each one lies in; an outer one stands before those inside it."""
    depths: list[int] = []
    for quotation in quotations:
        depths.append(0 if quotation.parent is None else depths[quotation.parent] + 1)
    return depths


def _quote(
    scene: Scene,
    quotation: Quotation,
    answer: Answer | None,
    speakers: _Speakers,
    nested: tuple[Quote, ...],
) -> Quote:
    text = scene.analysis.text
    source = Span.cut(text, *answer.source) if answer and answer.source else None
    entity = scene.entity_of(answer)
    addressee = _addressee(text, quotation, source)
    speaker = speakers.of_entity(entity) if entity is not None else None
    if speaker is None and source is not None:
        speaker = _unlinked(scene, answer, source)
    return Quote(
        kind=quotation.kind,
        mode=_mode(scene, quotation, answer, speaker),
        content=tuple(Span.cut(text, *part) for part in quotation.content),
        quoted=tuple(Span.cut(text, *part) for part in quotation.quoted),
        cue=Span.cut(text, quotation.cue.start, quotation.cue.end) if quotation.cue else None,
        source=source,
        speaker=speaker,
        reference=_reference(scene, answer, source, speaker),
        addressee=addressee,
        confidence=confidence_of(quotation, scene, answer) if answer and speaker else 0.0,
        trace=_trace(quotation, addressee, scene.note_of(answer)),
        nested=nested,
    )


def _addressee(text: str, quotation: Quotation, source: Span | None) -> Span | None:
    """Who is spoken to; nobody where the same words are the source."""
    if quotation.addressee is None:
        return None
    addressee = Span.cut(text, *quotation.addressee)
    if source is not None and addressee.start < source.end and source.start < addressee.end:
        return None
    return addressee


def _trace(quotation: Quotation, addressee: Span | None, note: str) -> tuple[Step, ...]:
    """The steps, the one that decided with a note on whom its source means."""
    steps = quotation.steps
    if addressee is None and quotation.addressee is not None:
        steps = (steps[0], *steps[2:])  # the second named whom the source turned out to be
    if not note or not steps:
        return steps
    return (*steps[:-1], evolve(steps[-1], note=note))


def _mode(
    scene: Scene, quotation: Quotation, answer: Answer | None, speaker: Speaker | None
) -> Mode:
    """What a document says is written, whatever the verb: `the report said`, `her letter said`."""
    mode = quotation.cue.mode if quotation.cue else Mode.SPEECH
    kinds = {speaker.kind} if speaker is not None else set()
    if answer is not None and answer.mention is not None:
        kinds.add(scene.mentions[answer.mention].kind)
    return Mode.WRITING if mode is Mode.SPEECH and not kinds.isdisjoint(_WRITERS) else mode


def _unlinked(scene: Scene, answer: Answer | None, source: Span) -> Speaker | None:
    """A speaker for a source that is in no chain: it stands for itself, unless it only points.

    `This explains why` names nobody.
    """
    if answer is None:
        return None
    if answer.mention is None:
        if source.text.lower() in _POINTING:
            return None
        kind = _kind_of(scene, source)
        return Speaker(name=_one_line(source.text), kind=kind, mentions=(source,))
    mention = scene.mentions[answer.mention]
    if mention.reference is Reference.PRONOUN:
        return None
    words = Span.cut(scene.analysis.text, mention.start, mention.end)
    return Speaker(name=_one_line(words.text), kind=mention.kind, mentions=(words,))


def _kind_of(scene: Scene, source: Span) -> SpeakerKind:
    """What words that are no mention denote: `Inga Berg and Paulo Reis said`, `some said`."""
    low = source.text.lower()
    parts = low.split()
    first, last = parts[0], parts[-1]
    if last in words("document_nouns"):
        return SpeakerKind.DOCUMENT  # Poll: Lind and Okoro in dead heat
    part = first in _MANY or not SHARES.isdisjoint(low.replace("-", " ").split())
    several = source.text.endswith("s") or last in words("group_nouns")
    many = part and several  # most growers, 40 percent of people
    if low in words("group_nouns") or _AND in source.text or many:
        return SpeakerKind.GROUP
    if not _is_name(source) or (last in words("role_nouns") and len(parts) > 1):
        return SpeakerKind.UNNAMED  # Choir Leader
    if table("places").get(low, {}).get("kind") == "demonym" and low.endswith(_PEOPLE):
        return SpeakerKind.GROUP  # Japanese
    last = scene.analysis.forms[scene.analysis.token_at(source.end - 1)]
    return SpeakerKind.GROUP if last in _PLURAL else SpeakerKind.PERSON  # Independents


def _is_name(source: Span) -> bool:
    """Whether every word is capitalised, "and" between two aside: `Some` is a function word.

    A single common word owes its capital to its place: `Legend has it`.
    """
    parts = source.text.replace(_AND, " ").split()
    if len(parts) == 1 and source.text.lower() in words("common_words"):
        return False
    return all(part[:1].isupper() and part.lower() not in words("function_words") for part in parts)


def _one_line(text: str) -> str:
    return " ".join(text.split()) or text


def _reference(
    scene: Scene, answer: Answer | None, source: Span | None, speaker: Speaker | None
) -> Reference | None:
    if source is None or answer is None:
        return None if speaker is None else Reference.IMPLICIT
    if answer.mention is None:
        return Reference.NAME if _is_name(source) else Reference.NOMINAL
    return scene.mentions[answer.mention].reference


class _Speakers:
    """Entities as `Speaker`s, each built once."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._built: dict[int, Speaker] = {}

    def of_entity(self, index: int) -> Speaker:
        if index not in self._built:
            entity = self._scene.chains.entities[index]
            self._built[index] = Speaker(
                name=_one_line(entity.name),
                kind=entity.kind,
                role=entity.role or None,
                mentions=tuple(self._mentions(entity)),
            )
        return self._built[index]

    def _mentions(self, entity: Entity) -> list[Span]:
        text, mentions = self._scene.analysis.text, self._scene.chains.mentions
        found = sorted((mentions[i].start, mentions[i].end) for i in entity.mentions)
        return [Span.cut(text, start, end) for start, end in found]
