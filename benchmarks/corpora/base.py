"""What every corpus gives: gold documents, what they annotate, and a checksum of what was read."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from attrs import define, field, frozen

from benchmarks.problems import BenchmarkError
from quoteattr.evaluation import EVERYTHING, GoldDocument, GoldError, Protocol, Subset


@define
class Files:
    """Reads the files of one corpus and keeps a checksum of all that was read, in order."""

    root: Path
    _sum: hashlib._Hash = field(factory=hashlib.sha256)

    def text(self, path: Path) -> str:
        """The file as UTF-8, line ends untouched.

        Raises:
            BenchmarkError: It cannot be read, or is no UTF-8.
        """
        try:
            data = path.read_bytes()
        except OSError as error:
            raise BenchmarkError(f"{path}: {error.strerror or 'cannot be read'}") from error
        self._sum.update(data)
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError as error:
            raise BenchmarkError(f"{path}: no UTF-8 at byte {error.start}") from error

    @property
    def checksum(self) -> str:
        """First 16 hexadecimal digits of the SHA-256 of what was read so far."""
        return self._sum.hexdigest()[:16]


Loader = "Callable[[Files, str, Callable[[str], bool]], Iterable[GoldDocument]]"


@frozen(kw_only=True)
class CorpusKind:
    """How a corpus is found, read and scored.

    Attributes:
        name: As on the command line.
        title: As in tables.
        folders: Where it may lie, below the data folder.
        source: Where to get it.
        splits: Its parts; the first is the default.
        documents: Yields the gold documents of a split whose id is wanted, by id.
        protocol: What it annotates.
        subsets: What is reported; the first is everything.
        modes: What systems are asked for: "all" where attitudes are annotated as well.
    """

    name: str
    title: str
    folders: tuple[str, ...]
    source: str
    splits: tuple[str, ...]
    documents: Callable[[Files, str, Callable[[str], bool]], Iterable[GoldDocument]]
    protocol: Protocol = field(factory=Protocol)
    subsets: Sequence[Subset] = (EVERYTHING,)
    note: str = ""

    def split(self, asked: str | None) -> str:
        """The split to read: the one asked for where the corpus has it, else its default.

        Raises:
            BenchmarkError: No corpus has a split of that name.
        """
        if asked is None or self.splits == ("all",):
            return self.splits[0]
        if asked not in self.splits:
            raise BenchmarkError(f"{self.name}: no split {asked!r}, only {', '.join(self.splits)}")
        return asked


@frozen(kw_only=True)
class Corpus:
    """The documents of one split, as they were read."""

    kind: CorpusKind
    split: str
    documents: tuple[GoldDocument, ...]
    checksum: str

    @property
    def quotations(self) -> int:
        """Number of gold quotations."""
        return sum(len(document.quotes) for document in self.documents)

    @property
    def words(self) -> int:
        """Number of words, by white space."""
        return sum(len(document.text.split()) for document in self.documents)


def read(
    kind: CorpusKind,
    root: Path,
    *,
    split: str | None = None,
    limit: int | None = None,
    wanted: Callable[[str], bool] = lambda _: True,
) -> Corpus:
    """The documents of *kind* below *root*, at most *limit*, in order of their ids.

    Raises:
        BenchmarkError: A file is missing, truncated or not what it should be, or nothing is left.
    """
    files = Files(root)
    chosen = kind.split(split)
    documents = []
    try:
        for document in kind.documents(files, chosen, wanted):
            documents.append(document)
            if limit is not None and len(documents) >= limit:
                break
    except GoldError as error:
        raise BenchmarkError(f"{kind.name}: {error}") from error
    if not documents:
        raise BenchmarkError(f"{kind.name}: no document of the split {chosen!r} is wanted")
    return Corpus(kind=kind, split=chosen, documents=tuple(documents), checksum=files.checksum)


def shift_to(text: str, part: str, start: int) -> int:
    """Where *part* begins in *text* at or after *start*, white space passed over.

    Raises:
        GoldError: The text goes on otherwise.
    """
    while start < len(text) and text[start].isspace():
        start += 1
    if not text.startswith(part, start):
        raise GoldError(
            "alignment", f"expected {part!r:.30} at {start}, got {text[start : start + 30]!r}"
        )
    return start
