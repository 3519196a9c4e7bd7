"""Have a system read a corpus: its predictions, how long it took, and where it crashed."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from benchmarks.systems.base import CastSystem
from quoteattr.datatypes import Quote
from quoteattr.evaluation.names import agree

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.corpora import Corpus
    from benchmarks.systems import System
    from quoteattr.evaluation import GoldDocument

NOTHING: Final = "nothing"
CHARACTERS: Final = "characters"
GIVEN: Final = (NOTHING, CHARACTERS)
"""What a system may be told beside the text."""


@frozen(kw_only=True)
class Run:
    """What a system made of a corpus, one list of quotations a document, in its order.

    Seconds are those of the processor, which other processes on the machine do not stretch.
    """

    predicted: tuple[list[Quote], ...]
    seconds: float
    crashes: tuple[str, ...] = ()


def run(system: System, corpus: Corpus, *, given: str = NOTHING, label: str = "") -> Run:
    """Have *system* read every document of *corpus*; a crash counts as no prediction.

    Args:
        system: Loaded.
        corpus: The documents.
        given: "characters": the system is told the corpus's list of names; where it cannot be told,
            the speakers it finds are looked up there.
        label: For the progress bar on standard error.
    """
    predicted: list[list[Quote]] = []
    crashes: list[str] = []
    seconds = 0.0
    with progress_bar() as bar:
        task = bar.add_task(label or corpus.kind.name, total=len(corpus.documents))
        for document in corpus.documents:
            begun = time.process_time()
            try:
                quotes = list(find_quotes(system, document, given))
            except Exception as error:  # a crash of any sort is a miss, and is reported
                quotes = []
                crashes.append(f"{document.id}: {type(error).__name__}: {error!s:.120}")
            seconds += time.process_time() - begun
            predicted.append(quotes)
            bar.advance(task)
    return Run(predicted=tuple(predicted), seconds=seconds, crashes=tuple(crashes))


def find_quotes(system: System, document: GoldDocument, given: str) -> Sequence[Quote]:
    """What *system* finds in a document; speakers are named afterwards where it takes no cast."""
    if given != CHARACTERS:
        return system.find(document.text)
    if isinstance(system, CastSystem):
        return system.find_with_cast(document.text, document.cast)
    return name_by_cast(system.find(document.text), document)


def progress_bar() -> Progress:
    """A progress bar on standard error, silent where that is no terminal."""
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=Console(file=sys.stderr),
        disable=not sys.stderr.isatty(),
        transient=True,
    )


def name_by_cast(quotes: Sequence[Quote], document: GoldDocument) -> list[Quote]:
    """*quotes* with each speaker named as the document's list of characters names them.

    The character with most of the speaker's mentions among its names wins; a speaker without one
    keeps the name that was found.
    """
    by_name = {name.casefold(): names for names in document.cast for name in names}
    return [_named(quote, by_name, document) for quote in quotes]


def _named(quote: Quote, by_name: dict[str, tuple[str, ...]], document: GoldDocument) -> Quote:
    speaker = quote.speaker
    if speaker is None:
        return quote
    votes: dict[tuple[str, ...], int] = {}
    for text in (speaker.name, *(mention.text for mention in speaker.mentions)):
        names = by_name.get(text.casefold())
        if names:
            votes[names] = votes.get(names, 0) + 1
    if not votes:
        votes = {names: 1 for names in document.cast if agree(speaker.name, names)}
        if len(votes) != 1:
            return quote
    best = max(votes, key=lambda names: votes[names])
    return evolve(quote, speaker=evolve(speaker, name=best[0]))
