"""Decisions of the engine on annotated corpora, each beside what is right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

import spacy
from attrs import frozen
from benchmarks.systems.pipelines import BLANK, load_nlp

from benchmarks import corpora
from quoteattr.assembly import to_quotes
from quoteattr.attribution import (
    DISCOURSE_SIEVES,
    SOURCE_SIEVES,
    Scene,
    attribute,
    link_first_person,
    link_messages,
    settle,
)
from quoteattr.backend import analyse
from quoteattr.characters import Character
from quoteattr.coreference import Cast, find_mentions
from quoteattr.coreference.chains import Resolution
from quoteattr.evaluation import judge
from quoteattr.evaluation.names import agree
from quoteattr.quotation import find_paragraphs, find_quotations, find_quoted_spans
from quoteattr.records import verbs_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from spacy.language import Language

    from quoteattr.attribution import Sieve
    from quoteattr.evaluation.gold import GoldDocument, GoldQuote
    from quoteattr.evaluation.judging import Found
    from quoteattr.records import Quotation

MODELS: dict[str, Language] = {}

Note = TypeVar("Note")


class Watched(Resolution, Generic[Note]):
    """Coreference that notes what it chose among.

    Attributes:
        noted: What was noted of each decision, by the mention it was on.
    """

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self.noted: dict[int, Note] = {}


@frozen
class Material:
    """What to read: a corpus, its split, a pattern of document ids, and with which pipeline.

    Attributes:
        corpus: Its name.
        split: None: its first.
        documents: Read those whose id fits this pattern.
        pipeline: As the benchmarks name it.
        limit: Read at most so many.
        is_given: Whether the engine is told the characters.
    """

    corpus: str
    split: str | None = None
    documents: str | None = None
    pipeline: str = BLANK
    limit: int | None = None
    is_given: bool = False


@frozen
class Parts:
    """The parts of the engine that can be watched, as they are."""

    sieves: Sequence[tuple[str, Sieve]] = DISCOURSE_SIEVES
    resolution: Callable[..., Resolution] = Resolution
    settle: Callable[[Scene], tuple[Quotation, ...]] = settle


ENGINE = Parts()


@frozen
class Reading:
    """One document that was read: its gold, the scene, and what was found of the gold.

    Attributes:
        gold: The document with its gold.
        scene: The text after attribution.
        resolution: The coreference of the text, with what it recorded.
        found: Gold quotations that were found, by the index of the quotation in the scene.
    """

    gold: GoldDocument
    scene: Scene
    resolution: Resolution
    found: dict[int, Found]

    def is_right(self, name: str, quote: GoldQuote) -> bool:
        """Whether an entity called *name* is the speaker of *quote*, by name or as described."""
        if not name:
            return False
        mine = set(quote.names)
        others = (names for names in self.gold.cast if not mine.intersection(names))
        return agree(name, quote.names, others) or agree(name, quote.descriptions)


def readings(
    materials: Iterable[Material],
    data: Path | None,
    *,
    parts: Parts = ENGINE,
) -> Iterator[Reading]:
    """Every document of *materials*, attributed with these parts of the engine."""
    for material in materials:
        (kind,) = corpora.kinds_named([material.corpus])
        corpus = corpora.load(
            kind,
            corpora.data_folder(data),
            split=material.split,
            pattern=material.documents,
            limit=material.limit,
        )
        for document in corpus.documents:
            scene, resolved = _attribute(document, material, parts)
            judgement = judge(document, to_quotes(scene), protocol=kind.protocol)
            index = {q.content: i for i, q in enumerate(scene.quotations)}
            found = {}
            for item in judgement.found:
                content = tuple((s.start, s.end) for s in item.claim.quote.content)
                found[index[content]] = item
            yield Reading(document, scene, resolved, found)


def _attribute(
    document: GoldDocument, material: Material, parts: Parts
) -> tuple[Scene, Resolution]:
    """The flow, with the parts that are watched put in."""
    text = document.text
    analysis = analyse(text, _model(material.pipeline), find_paragraphs(text))
    quoted = find_quoted_spans(text)
    quotations = find_quotations(analysis, quoted)
    given = document.cast if material.is_given else ()
    cast = Cast([Character(names[0], names[1:]) for names in given])
    verbs = verbs_of(quotations)
    analysis.take_for_verbs(verbs)
    mentions = find_mentions(analysis, quoted, cast, verbs)
    scene = Scene(analysis, quoted, quotations, mentions, [None] * len(quotations))
    scene.quotations = attribute(scene, SOURCE_SIEVES)
    sources = sorted(answer.source for answer in scene.answers if answer and answer.source)
    resolved = parts.resolution(analysis, mentions, quoted, sources, (), cast)
    scene.chains = resolved.run()
    scene.quotations = attribute(scene, parts.sieves)
    scene.quotations = parts.settle(scene)
    link_messages(scene)
    link_first_person(scene)
    return scene, resolved


def _model(pipeline: str) -> Language:
    if pipeline not in MODELS:
        MODELS[pipeline] = spacy.blank("en") if pipeline == BLANK else load_nlp(pipeline)
    return MODELS[pipeline]
