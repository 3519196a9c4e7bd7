"""Every candidate of annotated news, and whether the gold takes it for an attribution."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Final

from attrs import frozen

from benchmarks import corpora
from quoteattr.analysis import Analysis
from quoteattr.backend import analyse
from quoteattr.evaluation.matching import WordCharacters
from quoteattr.pipeline import load_pipeline
from quoteattr.quotation import find_paragraphs, find_quoted_spans
from quoteattr.quotation.reports.frames import find_frames
from quoteattr.quotation.reports.rules import find_reports
from quoteattr.quotation.reports.weighed import open_candidates, open_tokens, taken_tokens
from quoteattr.quotation.words.constructions import ReportCandidate
from quoteattr.quotation.words.cues import find_cues

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from quoteattr.evaluation.gold import GoldDocument

LEAST_SEEN: Final = 2
"""Sightings from which a form counts as a base form: once may be a tagger's slip."""
BASE_TAGS: Final = frozenset({"VB", "NN", "JJ"})
LEAST_OVERLAP: Final = 0.5


@frozen
class Seen:
    """A candidate of an article, whether the gold has it, and whether rules left it open."""

    lemma: str
    form: str
    candidate: ReportCandidate
    reported: bool
    is_open: bool
    half: int

    @property
    def keys(self) -> tuple[str, str, str]:
        """Keys of its word, of its construction, and of both."""
        construction = self.candidate.construction
        return (
            self.lemma,
            f"{self.candidate.word_class} {construction}",
            f"{self.lemma} {construction}",
        )


def sightings(data: Path | None, limit: int | None) -> Iterator[Seen]:
    """Every candidate of PolNeAR train outside quotations."""
    (kind,) = corpora.kinds_named(["polnear"])
    corpus = corpora.load(kind, corpora.data_folder(data), split="train", pattern=None, limit=limit)
    nlp = load_pipeline()
    read = [
        (document, analyse(document.text, nlp, find_paragraphs(document.text), None, ("ner",)))
        for document in corpus.documents
    ]
    yield from of_articles(read)


def of_articles(read: Sequence[tuple[GoldDocument, Analysis]]) -> Iterator[Seen]:
    """The candidates of articles with their analyses, every second one in the other half."""
    lemmas = Lemmas(pair for _, a in read for pair in zip(a.lowers, a.forms, strict=True))
    for number, (document, analysis) in enumerate(read):
        yield from _of_article(document, analysis, lemmas, number % 2)


class Lemmas:
    """Base forms of words: by rule where the base form was itself seen, else the pipeline's."""

    def __init__(self, seen: Iterable[tuple[str, str]]) -> None:
        counted = Counter(form for form, tag in seen if tag in BASE_TAGS)
        self._bases = {form for form, number in counted.items() if number >= LEAST_SEEN}

    def of(self, analysis: Analysis, token: int) -> str:
        """The base form of the word at *token*."""
        form = analysis.lowers[token]
        if analysis.forms[token] in BASE_TAGS and form in self._bases:
            return form
        bases = (base for base in _bases_of(form) if base in self._bases)
        return next(bases, analysis.lemmas[token])


def _bases_of(form: str) -> Iterator[str]:
    """What a form may be made from by rule, likeliest first: `denied` from `deny`."""
    for ending in ("ies", "ied"):
        if form.endswith(ending):
            yield form.removesuffix(ending) + "y"
    if form.endswith("s"):
        yield from (form.removesuffix("s"), form.removesuffix("es"))
    for ending in ("ed", "ing"):
        stem = form.removesuffix(ending)
        if stem != form and len(stem) > len(ending):
            yield from (stem + "e", stem, stem[:-1] if stem[-1] == stem[-2] else stem)


def _of_article(
    document: GoldDocument, analysis: Analysis, lemmas: Lemmas, half: int
) -> Iterator[Seen]:
    quoted = find_quoted_spans(document.text)
    cues = find_cues(analysis)
    frames = find_frames(analysis, quoted, cues)
    reports = list(find_reports(analysis, frames, cues))
    free, taken = (taken_tokens(analysis, quoted, found) for found in ((), reports))
    words = WordCharacters(document.text)
    gold = [
        (token, quote.content)
        for quote in document.quotes
        for start, end in quote.cue
        for token in analysis.tokens(start, end)
    ]
    for frame, tokens in open_tokens(frames, free):
        for token in tokens:
            mine = [content for cue, content in gold if cue == token]
            for one in open_candidates(analysis, frame, token, free):
                covered = {t for first, last in one.content for t in range(first, last)}
                yield Seen(
                    f"{one.word_class}:{lemmas.of(analysis, token)}",
                    analysis.lowers[token],
                    one,
                    any(_overlap(analysis, words, one, content) for content in mine),
                    token not in taken and taken.isdisjoint(covered),
                    half,
                )


def _overlap(
    analysis: Analysis,
    words: WordCharacters,
    candidate: ReportCandidate,
    gold: tuple[tuple[int, int], ...],
) -> bool:
    content = tuple(
        (analysis.starts[first], analysis.ends[last - 1]) for first, last in candidate.content
    )
    shared = words.shared(content, gold)
    union = words.count(content) + words.count(gold) - shared
    return union > 0 and shared >= LEAST_OVERLAP * union
