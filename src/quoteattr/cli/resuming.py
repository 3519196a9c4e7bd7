"""Going on with an output that is there: which documents it holds, and up to where it is whole."""

from __future__ import annotations

import csv
import json
from typing import IO, TYPE_CHECKING, Final

from attrs import frozen

from quoteattr.cli.output import Format
from quoteattr.errors import QuoteAttrError
from quoteattr.formats import CONLL_COLUMNS, CSV_COLUMNS
from quoteattr.formats.brat import brat_paths

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from quoteattr.cli.inputs import Input
    from quoteattr.cli.output import Output

    Starts = Callable[["_Lines"], Iterator[tuple[str, int]]]


class ResumeError(QuoteAttrError, ValueError):
    """A file to go on with holds something else than what is to be added."""

    def __init__(self, path: Path, problem: str) -> None:
        super().__init__(path, problem)
        self.path, self.problem = path, problem

    def __str__(self) -> str:
        return f"{self.path} cannot be gone on with: {self.problem}"


@frozen
class Written:
    """What a file holds.

    Attributes:
        names: The documents that are whole, white space in them as one blank. The last in the file
            may have been cut short, and is not among them.
        size: The bytes that they take, with the heading; 0 where there are none.
    """

    names: frozenset[str] = frozenset()
    size: int = 0


def written_in(path: Path, format_: Format) -> Written:
    """What the file at *path* holds; nothing when there is no such file.

    Raises:
        ResumeError: It is in another format.
        OSError: It cannot be read.
    """
    if not path.exists():
        return Written()
    names: set[str] = set()
    last: str | None = None
    size = 0
    with path.open("rb") as stream:
        try:
            for name, start in _STARTS[format_](_Lines(stream)):
                if name != last:
                    names |= set() if last is None else {last}
                    last, size = name, start
        except (ValueError, KeyError, TypeError, csv.Error) as error:
            raise ResumeError(path, f"it is not in the format {format_.value}") from error
    return Written(frozenset(" ".join(name.split()) for name in names), size if names else 0)


def remaining(inputs: Sequence[Input], output: Output) -> tuple[list[Input], int]:
    """The inputs that are not in *output* yet, and how many bytes of its file are kept.

    Raises:
        ResumeError: The file is in another format.
        OSError: It cannot be read.
    """
    if output.path is None:
        return list(inputs), 0
    if output.format is Format.BRAT:
        folder = output.path
        return [one for one in inputs if not brat_paths(folder, one.inside)[1].exists()], 0
    written = written_in(output.path, output.format)
    missing = [one for one in inputs if " ".join(one.name.split()) not in written.names]
    return missing, written.size


class _Lines:
    """The lines of a file as text, those that were written to their end, and how far we are.

    Attributes:
        position: Bytes read so far.
    """

    def __init__(self, stream: IO[bytes]) -> None:
        self.position = 0
        self._stream = stream

    def __iter__(self) -> Iterator[str]:
        for line in self._stream:
            if not line.endswith(b"\n"):
                return
            self.position += len(line)
            yield line.decode("utf-8")


def _json_lines(lines: _Lines) -> Iterator[tuple[str, int]]:
    start = 0
    for line in lines:
        name = json.loads(line)["document"]
        if not isinstance(name, str):
            raise TypeError("no name")
        yield name, start
        start = lines.position


def _rows(lines: _Lines) -> Iterator[tuple[str, int]]:
    rows = csv.reader(iter(lines))
    if tuple(next(rows, CSV_COLUMNS)) != CSV_COLUMNS:
        raise ValueError("another heading")
    start = lines.position
    for row in rows:
        if len(row) == len(CSV_COLUMNS):  # else it was cut short inside a cell
            yield row[0], start
        start = lines.position


def _columns(lines: _Lines) -> Iterator[tuple[str, int]]:
    heading, opening = f"# global.columns = {' '.join(CONLL_COLUMNS)}", "# newdoc id = "
    start = 0
    for line in lines:
        if start == 0 and line.rstrip() != heading:
            raise ValueError("another heading")
        if line.startswith(opening):
            yield line[len(opening) :].rstrip("\n"), start
        start = lines.position


_STARTS: Final[dict[Format, Starts]] = {
    Format.JSONL: _json_lines,
    Format.CSV: _rows,
    Format.CONLL: _columns,
}
