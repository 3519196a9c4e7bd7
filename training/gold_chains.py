"""Who is who in annotated texts: the gold coreference of GUM and LitBank."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from attrs import field, frozen
from benchmarks.corpora.base import Files
from benchmarks.corpora.conllu import parse_conllu
from benchmarks.corpora.litbank import align, rows_of, span_of

from benchmarks import corpora

if TYPE_CHECKING:
    from pathlib import Path

    from quoteattr.evaluation.gold import GoldDocument, Range

OVERLAP = 0.4
"""Share of two stretches together that both cover from which they are one mention: the library
leaves out what a comma adds, which both corpora take in."""

LONGEST = 400
"""Code points before a stretch from which a gold mention that overlaps it may start."""


@frozen
class GoldChains:
    """The mentions of one text by where they stand, each with the name of its chain."""

    mentions: dict[Range, str]
    _starts: list[Range] = field(init=False)

    @_starts.default
    def _sorted(self) -> list[Range]:
        return sorted(self.mentions)

    def chain_of(self, stretch: Range) -> str | None:
        """The chain of the mention that stands there or covers the stretch best, if any does."""
        exact = self.mentions.get(stretch)
        return exact or self._best(stretch)

    def _best(self, stretch: Range) -> str | None:
        start, end = stretch
        best, chain = OVERLAP, None
        first = bisect_left(self._starts, (start - LONGEST, 0))
        for one in self._starts[first : bisect_left(self._starts, (end, 0))]:
            shared = min(end, one[1]) - max(start, one[0])
            share = shared / (max(end, one[1]) - min(start, one[0]))
            if share >= best:
                best, chain = share, self.mentions[one]
        return chain


def gold_chains(corpus: str, split: str, document: GoldDocument, data: Path | None) -> GoldChains:
    """The chains of a document of `gum` or `litbank`.

    Raises:
        BenchmarkError: A file of it cannot be read.
        GoldError: It is malformed.
    """
    (kind,) = corpora.kinds_named([corpus])
    root = corpora.folder_of(kind, corpora.data_folder(data))
    read = _of_litbank if corpus == "litbank" else _of_gum
    return GoldChains(read(Files(root), split, document))


def _of_gum(files: Files, split: str, document: GoldDocument) -> dict[Range, str]:
    path = files.root / split / "conllu" / f"{document.id}.conllu"
    tokens = parse_conllu(files.text(path), where=path.name)
    starts, ends = tokens.starts, tokens.ends
    return {(starts[one.first], ends[one.last]): one.chain for one in tokens.mentions}


def _of_litbank(files: Files, _split: str, document: GoldDocument) -> dict[Range, str]:
    folder, name = files.root, document.id
    tokens = files.text(folder / "quotations" / "tsv" / f"{name}_brat.txt")
    places = align(document.text, tokens, where=name)
    spans: dict[str, Range] = {}
    found: dict[Range, str] = {}
    for number, cells in rows_of(files.text(folder / "coref" / "tsv" / f"{name}_brat.ann")):
        if cells[0] == "MENTION":
            spans[cells[1]] = span_of(cells[2:6], places, f"{name}, line {number}")
        elif cells[0] == "COREF" and cells[1] in spans:
            found[spans[cells[1]]] = cells[2]
    return found
