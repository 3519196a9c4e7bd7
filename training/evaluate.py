"""Measure a pipeline on held-out treebanks and names, always from the raw text."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate, pairwise
from pathlib import Path

from spacy.language import Language
from spacy.scorer import Scorer
from spacy.tokens import Doc
from spacy.training import Example

from training.corpus import Documents, ewt, gum, pud_news, uner
from training.docs import reference_doc
from training.sources import Use
from training.trees import Passage, passages

DOCUMENT_WORDS = 500
"""Length of the texts a treebank is cut into for measuring: a few paragraphs."""


@dataclass(frozen=True, slots=True)
class Figures:
    """Scores of one test set, in per cent; ``None`` where its gold lacks the layer."""

    name: str
    words: int
    tag: float | None = None
    lemma: float | None = None
    uas: float | None = None
    las: float | None = None
    sentences: float | None = None
    sentences_spacy: float | None = None
    person: float | None = None
    org: float | None = None
    loc: float | None = None


def measure(nlp: Language, name: str, texts: Iterable[Passage]) -> Figures:
    """Run the pipeline over the raw text of each passage and compare with its gold."""
    gold = [reference_doc(nlp.vocab, p) for p in texts]
    kept = [p.text() for p in texts]
    examples = [
        Example(predicted, reference)
        for predicted, reference in zip(nlp.pipe(kept, batch_size=16), gold, strict=True)
    ]
    scores = Scorer(nlp).score(examples)
    by_type = scores.get("ents_per_type") or {}

    def percent(value: object) -> float | None:
        return None if value is None else round(100 * float(value), 1)  # type: ignore[arg-type]

    def of_type(label: str) -> float | None:
        return percent(by_type[label]["f"]) if label in by_type else None

    return Figures(
        name=name,
        words=sum(p.n_words() for p in texts),
        tag=percent(scores.get("tag_acc")),
        lemma=percent(scores.get("lemma_acc")),
        uas=percent(scores.get("dep_uas")),
        las=percent(scores.get("dep_las")),
        sentences=_sentence_f(examples),
        sentences_spacy=percent(scores.get("sents_f")),
        person=of_type("PERSON"),
        org=of_type("ORG"),
        loc=of_type("LOC"),
    )


def _sentence_f(examples: list[Example]) -> float:
    """F of exact sentences, by their characters that are no white space.

    spaCy's own score, kept beside it, leaves out sentences whose tokens do not align.
    """
    found = wanted = right = 0
    for example in examples:
        predicted, gold = (_ends(doc) for doc in (example.predicted, example.reference))
        found, wanted, right = (
            found + len(predicted),
            wanted + len(gold),
            right + len(predicted & gold),
        )
    return round(200 * right / max(1, found + wanted), 1)


def _ends(doc: Doc) -> set[tuple[int, int]]:
    """Sentences as ranges of the characters that are no white space."""
    sizes = [len("".join(sentence.text.split())) for sentence in doc.sents]
    ends = list(accumulate(sizes, initial=0))
    return {pair for pair in pairwise(ends) if pair[0] < pair[1]}


def treebank_figures(nlp: Language, data: Path) -> list[Figures]:
    """EWT test, GUM test, PUD news, and names on the test part of Universal NER."""
    return [
        measure(nlp, "EWT test", _cut(ewt(data, "test", Use.TEST))),
        measure(nlp, "GUM test", _cut(gum(data, "test", Use.TEST))),
        measure(nlp, "PUD news", _cut(pud_news(data))),
        measure(nlp, "UNER-EWT test", _cut([("uner", uner(data, "test", Use.TEST))])),
    ]


def _cut(documents: Documents) -> list[Passage]:
    return [p for name, sents in documents for p in passages(sents, name, DOCUMENT_WORDS)]


def words_per_second(nlp: Language, texts: list[str], *, repeats: int = 3) -> int:
    """Whitespace-separated words per second of ``nlp.pipe``, best of several runs.

    Seconds of the processor, so that other programs do not count; with ``OMP_NUM_THREADS=1``
    they are the seconds of one core.
    """
    words = sum(len(text.split()) for text in texts)
    best = min(_seconds(nlp, texts) for _ in range(repeats))
    return int(words / best)


def _seconds(nlp: Language, texts: list[str]) -> float:
    began = time.process_time()
    for _ in nlp.pipe(texts, batch_size=32):
        pass
    return time.process_time() - began
