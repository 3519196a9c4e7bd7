"""The files of the command line: read exactly, searched one by one, with a progress bar."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from quoteattr.datatypes import Quote

    Search = Callable[[str], list[Quote]]


class UnreadableError(Exception):
    """A file that cannot be read as text, with the reason in words."""


class Documents:
    """The files with their quotations, one by one; what cannot be read goes to standard error.

    Attributes:
        failed: Whether a file could not be read.
    """

    def __init__(self, names: Sequence[str], search: Search) -> None:
        self.failed = False
        self._names, self._search = names, search

    def __iter__(self) -> Iterator[tuple[str, list[Quote]]]:
        bar = _Bar(len(self._names))
        for name in self._names:
            quotes = self._quotes(name, bar)
            if quotes is not None:
                yield name, quotes

    def _quotes(self, name: str, bar: _Bar) -> list[Quote] | None:
        try:
            with bar.shown(name):
                return self._search(read_text(name))
        except UnreadableError as error:
            self.failed = True
            typer.echo(f"quoteattr: {name}: {error}", err=True)
            return None


class _Bar:
    """A progress bar on standard error, where that is a terminal and there is more than one file.

    It is there only while a file is worked on, so that results can be printed in between.
    """

    def __init__(self, total: int) -> None:
        console = Console(stderr=True)
        self._progress: Progress | None = None
        if total > 1 and console.is_terminal:
            name = TextColumn("{task.fields[name]}", markup=False)
            self._progress = Progress(
                name, BarColumn(), MofNCompleteColumn(), console=console, transient=True
            )
            self._task = self._progress.add_task("", total=total, name="")

    @contextmanager
    def shown(self, name: str) -> Iterator[None]:
        """Show the bar with the name of the file that is worked on."""
        if self._progress is None:
            yield
            return
        self._progress.update(self._task, name=name)
        with self._progress:
            try:
                yield
            finally:
                self._progress.advance(self._task)


def read_text(name: str) -> str:
    """The text of a UTF-8 file, every code point of it; `-` is standard input.

    No line end is translated and no byte order mark dropped, so offsets count the file's own text.

    Raises:
        UnreadableError: There is no such file, it cannot be read, or it is not UTF-8.
    """
    try:
        data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except IsADirectoryError as error:
        raise UnreadableError("is a folder, not a file") from error
    except (OSError, ValueError) as error:
        raise UnreadableError(_reason(error)) from error
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UnreadableError(
            f"not UTF-8: byte 0x{data[error.start]:02x} at offset {error.start} (line {line})"
        ) from error


def _reason(error: OSError | ValueError) -> str:
    reason = error.strerror if isinstance(error, OSError) else str(error)
    return (reason or type(error).__name__).lower()
