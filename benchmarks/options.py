"""Options that several commands share, and what they choose."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from benchmarks import corpora
from benchmarks.problems import BenchmarkError, MissingCorpusError
from benchmarks.running import GIVEN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.corpora import Corpus
    from quoteattr.evaluation import Subset

Names = Annotated[
    Optional[list[str]],  # noqa: UP045 - typer reads annotations at run time on Python 3.10
    typer.Option("--corpus", "-c", help="Corpus to read; may be repeated. Default: all."),
]
Data = Annotated[
    Optional[Path],  # noqa: UP045
    typer.Option(help="Folder of the corpora; else $QUOTEATTR_CORPORA, else ../shared/data."),
]
Split = Annotated[
    Optional[str],  # noqa: UP045
    typer.Option(help="dev or train, where the corpus has them. Default: its first."),
]
Limit = Annotated[
    Optional[int],  # noqa: UP045
    typer.Option(min=1, help="Read at most so many documents."),
]
Documents = Annotated[
    Optional[str],  # noqa: UP045
    typer.Option("--documents", help="Read documents whose id fits this pattern (`nyt_*`)."),
]
Given = Annotated[
    str, typer.Option(help=f"What the system is told beside the text: {' or '.join(GIVEN)}.")
]


def subset_of(read: Corpus, name: str | None) -> Subset:
    """The subset of the corpus whose name begins so; None: everything."""
    for subset in read.kind.subsets:
        if name is None or subset.name.startswith(name):
            return subset
    accepted = ", ".join(subset.name for subset in read.kind.subsets)
    raise BenchmarkError(f"{read.kind.name} has no subset {name!r}, only {accepted}")


def check_given(given: str) -> None:
    """Refuse what a system cannot be given."""
    if given not in GIVEN:
        raise BenchmarkError(f"unknown --given {given!r}, known are {', '.join(GIVEN)}")


def read_corpora(
    names: list[str] | None,
    data: Path | None,
    split: str | None,
    limit: int | None,
    documents: str | None,
    *,
    skip_missing: bool = True,
) -> Iterator[Corpus]:
    """The corpora asked for; a missing one is named with where to get it, and skipped."""
    folder = corpora.data_folder(data)
    kinds = corpora.kinds_named(names)
    found = 0
    for kind in kinds:
        # of several corpora, those without such a split are read as they are
        asked = split if len(kinds) == 1 or split in kind.splits else None
        read = _read_or_skip(kind, folder, asked, limit, documents, skip_missing)
        if read is not None:
            found += 1
            yield read
    if not found:
        raise BenchmarkError("no corpus to measure on")


def _read_or_skip(
    kind: corpora.CorpusKind,
    folder: Path,
    split: str | None,
    limit: int | None,
    documents: str | None,
    skip_missing: bool,
) -> Corpus | None:
    try:
        return corpora.load(kind, folder, split=split, limit=limit, pattern=documents)
    except MissingCorpusError as error:
        if not skip_missing:
            raise
        typer.echo(f"skipped: {error}", err=True)
        return None
