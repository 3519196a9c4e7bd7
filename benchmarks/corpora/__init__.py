"""Annotated corpora, each read from its upstream files into one form of gold."""

from __future__ import annotations

import fnmatch
import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from benchmarks.corpora.base import Corpus, CorpusKind, read
from benchmarks.corpora.cases import CASES
from benchmarks.corpora.clic import CLIC
from benchmarks.corpora.gum import GUM
from benchmarks.corpora.litbank import LITBANK
from benchmarks.corpora.pdnc import PDNC
from benchmarks.corpora.polnear import POLNEAR
from benchmarks.corpora.seeds import SEEDS
from benchmarks.problems import BenchmarkError, MissingCorpusError

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["CORPORA", "Corpus", "CorpusKind", "data_folder", "folder_of", "kinds_named", "load"]

CORPORA: Final = {kind.name: kind for kind in (POLNEAR, GUM, LITBANK, PDNC, CLIC, SEEDS, CASES)}

_PROJECT: Final = Path(__file__).parents[2]
_DEFAULT: Final = _PROJECT.parent / "shared" / "data"


def data_folder(given: Path | None = None) -> Path:
    """The folder of the corpora: as given, else `QUOTEATTR_CORPORA`, else `../shared/data`.

    Raises:
        BenchmarkError: A folder was asked for and is none.
    """
    asked = given or (
        Path(os.environ["QUOTEATTR_CORPORA"]) if "QUOTEATTR_CORPORA" in os.environ else None
    )
    if asked is None:
        return _DEFAULT
    if not asked.is_dir():
        raise BenchmarkError(f"{asked}: no such folder of corpora")
    return asked


def kinds_named(names: Iterable[str] | None) -> list[CorpusKind]:
    """The corpora of these names, None: all.

    Raises:
        BenchmarkError: A name is unknown.
    """
    chosen = []
    for name in names or CORPORA:
        if name not in CORPORA:
            raise BenchmarkError(f"unknown corpus {name!r}, known are {', '.join(CORPORA)}")
        chosen.append(CORPORA[name])
    return chosen


def load(
    kind: CorpusKind,
    data: Path,
    *,
    split: str | None = None,
    limit: int | None = None,
    pattern: str | None = None,
) -> Corpus:
    """The documents of a corpus, by *limit* and by *pattern* of their ids (`nyt_*`).

    Raises:
        MissingCorpusError: It is not below *data*.
        BenchmarkError: A file is not what it should be, or no document is left.
    """
    return read(
        kind,
        folder_of(kind, data),
        split=split,
        limit=limit,
        wanted=lambda name: pattern is None or fnmatch.fnmatchcase(name, pattern),
    )


def folder_of(kind: CorpusKind, data: Path) -> Path:
    """Where a corpus lies below *data*.

    Raises:
        MissingCorpusError: It lies nowhere there.
    """
    root = _PROJECT / "tests" if kind is CASES else data
    for folder in kind.folders:
        if (root / folder).is_dir():
            return root / folder
    raise MissingCorpusError(kind.name, root, kind.source)
