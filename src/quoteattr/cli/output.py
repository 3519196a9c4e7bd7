"""Where the quotations go, and in which format."""

from __future__ import annotations

import io
import sys
from contextlib import contextmanager
from enum import Enum
from functools import partial
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final

import typer
from attrs import frozen

from quoteattr.formats import (
    write_arrow,
    write_brat,
    write_conll,
    write_csv,
    write_json,
    write_jsonl,
    write_parquet,
    write_table,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import TextIO

    from quoteattr.cli.inputs import Input
    from quoteattr.formats import Document

    Writer = Callable[[Iterable[Document], TextIO], None]


class Format(str, Enum):
    """How quotations are written."""

    TABLE = "table"
    JSONL = "jsonl"
    JSON = "json"
    CSV = "csv"
    CONLL = "conll"
    BRAT = "brat"
    PARQUET = "parquet"
    ARROW = "arrow"


BINARY: Final = {Format.PARQUET: write_parquet, Format.ARROW: write_arrow}
RESUMABLE: Final = (Format.JSONL, Format.CSV, Format.CONLL, Format.BRAT)


@frozen(kw_only=True)
class Output:
    """What is written where.

    Attributes:
        format: The format.
        path: File, for brat folder, to write; None is standard output.
        explain: Whether a table is followed by the traces in words.
    """

    format: Format
    path: Path | None
    explain: bool

    def name_of(self, one: Input) -> str:
        """How a document is called there: in a folder by its place, else by its path."""
        return one.inside if self.format is Format.BRAT else one.name


def chosen_output(
    given: Format | None, path: Path | None, *, explain: bool, resume: bool
) -> Output:
    """The output as the options ask for it.

    Without a format the file's name tells it by its end, else it is a table on a terminal or where
    traces are asked for, and JSON Lines otherwise.

    Raises:
        BadParameter: The options do not go together.
    """
    format_ = given or _told_by(path) or _usual(path, explain=explain)
    if explain and format_ is not Format.TABLE:
        raise _misuse("--explain", "goes with --format table; the JSON formats hold the trace.")
    if format_ is Format.BRAT and path is None:
        raise _misuse("--output", "must name a folder for --format brat.")
    if format_ in BINARY and path is None and sys.stdout.isatty():
        raise _misuse("--output", f"must name a file: {format_.value} is not for a terminal.")
    if resume and path is None:
        raise _misuse("--resume", "needs --output.")
    if resume and format_ not in RESUMABLE:
        names = ", ".join(one.value for one in RESUMABLE)
        raise _misuse("--resume", f"goes with the formats {names}.")
    return Output(format=format_, path=path, explain=explain)


def check_apart(inputs: Iterable[Input], output: Output) -> None:
    """See to it that no file is written over while it is still to be read.

    Raises:
        BadParameter: The file to write is one of *inputs*.
    """
    path = output.path
    if path is None or output.format is Format.BRAT or not path.is_file():
        return
    if any(Path(one.name).resolve() == path.resolve() for one in inputs):
        raise _misuse("--output", f"{path} is one of the files to read.")


def write(documents: Iterable[Document], output: Output, *, keep: int = 0) -> None:
    """Write the documents; of a file that is there already the first *keep* bytes are kept."""
    if output.format is Format.BRAT:
        write_brat(documents, output.path or ".")
    elif output.format in BINARY:
        with _opened(output.path, keep) as stream:
            BINARY[output.format](documents, stream)
    else:
        with _opened(output.path, keep) as stream, _as_text(stream, output) as text:
            _text_writer(output, heading=not keep)(documents, text)


def _text_writer(output: Output, *, heading: bool) -> Writer:
    writers: dict[Format, Writer] = {
        Format.TABLE: partial(write_table, explain=output.explain),
        Format.JSONL: write_jsonl,
        Format.JSON: write_json,
        Format.CSV: partial(write_csv, heading=heading),
        Format.CONLL: partial(write_conll, heading=heading),
    }
    return writers[output.format]


@contextmanager
def _opened(path: Path | None, keep: int) -> Iterator[IO[bytes]]:
    """The file, cut to its first *keep* bytes, or standard output, for bytes."""
    if path is None:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    if not keep:  # a pipe, as `>(gzip)` gives one, can be neither cut nor gone to
        with path.open("wb") as stream:
            yield stream
        return
    with path.open("r+b") as stream:
        stream.truncate(keep)
        stream.seek(keep)
        yield stream


@contextmanager
def _as_text(stream: IO[bytes], output: Output) -> Iterator[TextIO]:
    """Data is UTF-8 with its own line ends whatever the terminal's encoding; a table adapts."""
    if output.format is Format.TABLE and output.path is None:
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(errors="replace")
        yield sys.stdout
        return
    text = io.TextIOWrapper(stream, encoding="utf-8", errors="backslashreplace", newline="")
    try:
        yield text
        text.flush()
    finally:
        text.detach()


def _told_by(path: Path | None) -> Format | None:
    return next((one for one in Format if path and path.suffix == f".{one.value}"), None)


def _usual(path: Path | None, *, explain: bool) -> Format:
    table = explain or (path is None and sys.stdout.isatty())
    return Format.TABLE if table else Format.JSONL


def _misuse(option: str, rule: str) -> typer.BadParameter:
    return typer.BadParameter(rule, param_hint=option)
