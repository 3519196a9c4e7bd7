"""The training and development material, read from the data folder and checked for its licence."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from pathlib import Path

from training.config import Mixture
from training.conllu import read_conllu
from training.names_columns import read_litbank, read_uner, read_wikigold
from training.names_gum import gum_names
from training.sources import Use, folder_for
from training.synthetic.generate import generate
from training.synthetic.variants import all_caps, rename
from training.trees import Passage, Sentence, passages

DEVELOPMENT_WORDS = 500
"""Length of the development texts: a few paragraphs."""

Documents = list[tuple[str, list[Sentence]]]


@dataclass(frozen=True, slots=True)
class TrainingSet:
    """Passages by kind, and the parsed sentences synthetic quotes are made from."""

    by_kind: dict[str, list[Passage]]
    material: list[Sentence]


def ewt(data: Path, part: str, use: Use) -> Documents:
    """English Web Treebank documents of a part (train, dev or test)."""
    return list(read_conllu(folder_for(data, "ud-ewt", use) / f"en_ewt-ud-{part}.conllu"))


def gum(data: Path, part: str, use: Use) -> Documents:
    """GUM documents of a part, their proper names read from the ``Entity=`` values."""
    folder = folder_for(data, "gum-open", use) / part / "conllu"
    documents: Documents = []
    for path in sorted(folder.glob("*.conllu")):
        documents += [(name, [gum_names(s) for s in sents]) for name, sents in read_conllu(path)]
    return documents


def pud_news(data: Path) -> Documents:
    """The news half of PUD (ids n...), each sentence a document: they are unconnected."""
    path = folder_for(data, "ud-pud", Use.TEST) / "en_pud-ud-test.conllu"
    return [(name, sents) for name, sents in read_conllu(path, by_sentence=True) if name[0] == "n"]


def uner(data: Path, part: str, use: Use) -> list[Sentence]:
    """EWT sentences of a part with Universal NER's entities; trees are kept for the text only."""
    parsed = [s for _, sents in ewt(data, part, use) for s in sents]
    return read_uner(folder_for(data, "uner-ewt", use) / f"en_ewt-ud-{part}.iob2", parsed)


def _unnamed(sentences: list[Sentence]) -> list[Sentence]:
    """Sentences nobody marked names in: proper nouns may be names, other words are none."""
    return [
        replace(
            s,
            names=(),
            doubtful=frozenset(i for i, w in enumerate(s.words) if w.pos == "PROPN"),
        )
        for s in sentences
    ]


def training_set(data: Path, mixture: Mixture) -> TrainingSet:
    """Everything the model may learn from, except the synthetic quotes.

    Raises:
        LicenceError: a corpus lacks the licence it is allowed under.
    """
    ewt_docs = ewt(data, "train", Use.TRAIN)
    gum_docs = gum(data, "train", Use.TRAIN)
    size = mixture.max_words
    named: list[Passage] = []
    books: list[Passage] = []
    for sentences in read_wikigold(folder_for(data, "wikigold", Use.TRAIN) / "wikigold.conll.txt"):
        named += passages(sentences, "wikigold", size)
    for path in sorted((folder_for(data, "litbank-entities", Use.TRAIN) / "tsv").glob("*.tsv")):
        books += passages(read_litbank(path), "litbank", size)
    dev = [replace(s, parsed=False) for s in uner(data, "dev", Use.TRAIN)]
    named += passages(dev, "uner", size)
    return TrainingSet(
        by_kind={
            "ewt": [p for n, sents in ewt_docs for p in passages(_unnamed(sents), n, size)],
            "gum": [p for name, sents in gum_docs for p in passages(sents, name, size)],
            "books": books,
            "names": named,
        },
        material=[s for _, sents in [*ewt_docs, *gum_docs] for s in sents],
    )


def shuffled_kinds(data: Path, mixture: Mixture, seed: int) -> dict[str, list[Passage]]:
    """All passages the model is trained on by kind: the corpora, their renamed copies, quotes."""
    taken = training_set(data, mixture)
    rng = random.Random(seed)
    kinds = dict(taken.by_kind)
    for kind in ("gum", "books", "names"):
        copies = [rename(p, rng) for p in kinds[kind] for _ in range(mixture.renamed_copies)]
        copies = [_shouted(p) if rng.random() < mixture.all_caps else p for p in copies]
        kinds[kind] = [*kinds[kind], *copies]
    kinds["quotes"] = generate(taken.material, mixture.synthetic_passages, seed)
    return kinds


def _shouted(passage: Passage) -> Passage:
    return replace(passage, sentences=tuple(all_caps(s) for s in passage.sentences))


def development_passages(data: Path) -> list[Passage]:
    """EWT dev and GUM dev, for the progress lines."""
    documents = [*ewt(data, "dev", Use.TUNE), *gum(data, "dev", Use.TUNE)]
    return [p for name, sents in documents for p in passages(sents, name, DEVELOPMENT_WORDS)]
