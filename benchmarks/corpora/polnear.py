"""PolNeAR: political news with source, cue and content in brat stand-off.

Newell, Margolin and Ruths (LREC 2018). The kind is derived from the quotation marks; of several
annotators the alphabetically first counts; relations without content are left out.
"""

from __future__ import annotations

from importlib.resources import files as resources
from typing import TYPE_CHECKING, Final

import regex
from attrs import evolve

from benchmarks.corpora.base import CorpusKind, Files
from benchmarks.problems import BenchmarkError
from quoteattr.datatypes import Quote, QuoteKind
from quoteattr.evaluation import EVERYTHING, GoldDocument, Protocol, Subset, of_kind
from quoteattr.evaluation.brat import document_of
from quoteattr.evaluation.judging import UTTERED
from quoteattr.evaluation.standoff import parse_standoff

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

REPORTED: Final = "reported"
_LEAST_WORDS: Final = 4  # METRICS: reported speech has content of 4 or more words
_WORD: Final = regex.compile(r"\w++(?:['’]\w++)*+")


def saying_verbs() -> frozenset[str]:
    """All forms of the verbs of saying that make an indirect quotation reported speech."""
    listed = (resources("benchmarks") / "data" / "saying.txt").read_text(encoding="utf-8")
    return frozenset(
        form
        for line in listed.splitlines()
        if line and not line.startswith("#")
        for form in line.split()
    )


SAYING: Final = saying_verbs()


def documents(files: Files, split: str, wanted: Callable[[str], bool]) -> Iterator[GoldDocument]:
    """The articles of a split, by name."""
    folder = files.root / "data" / split
    annotated: dict[str, list[Path]] = {}
    for path in sorted((folder / "attributions").glob("*.ann")):
        annotated.setdefault(path.stem.rpartition("_")[0], []).append(path)
    for path in sorted((folder / "text").glob("*.txt")):
        if not wanted(path.stem):
            continue
        if path.stem not in annotated:
            raise BenchmarkError(f"polnear: {path.name} has no annotation")
        first = annotated[path.stem][0]
        text = files.text(path)
        standoff = parse_standoff(files.text(first), text, where=first.name)
        yield _labelled(document_of(path.stem, text, standoff))


def _labelled(document: GoldDocument) -> GoldDocument:
    """The document with its reported speech labelled."""
    text = document.text
    quotes = [
        evolve(quote, label=REPORTED)
        if quote.kind is QuoteKind.INDIRECT
        and _is_reported(
            " ".join(text[a:b] for a, b in quote.cue), " ".join(text[a:b] for a, b in quote.content)
        )
        else quote
        for quote in document.quotes
    ]
    return evolve(document, quotes=quotes)


def _is_reported(cue: str, content: str) -> bool:
    """Whether the cue holds a verb of saying, and the content enough words."""
    if len(_WORD.findall(content)) < _LEAST_WORDS:
        return False
    return any(word in SAYING for word in _WORD.findall(cue.lower()))


def _claims_reported(quote: Quote) -> bool:
    if quote.kind is not QuoteKind.INDIRECT:
        return False
    cue = "said" if quote.cue is None else quote.cue.text
    return _is_reported(cue, " ".join(part.text for part in quote.content))


POLNEAR = CorpusKind(
    name="polnear",
    title="PolNeAR",
    folders=("polnear",),
    source="https://github.com/networkdynamics/PolNeAR",
    splits=("dev", "train"),
    documents=documents,
    protocol=Protocol(nested=False),
    subsets=(
        EVERYTHING,
        *(of_kind(kind, UTTERED) for kind in QuoteKind),
        Subset(
            name="reported speech",
            gold=lambda quote: quote.label == REPORTED,
            predicted=_claims_reported,
            modes=UTTERED,
        ),
    ),
    note="kind by quotation marks; annotates attitudes as well",
)
