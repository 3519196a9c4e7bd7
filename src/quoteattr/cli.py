"""The command line: read files, have them searched, print. Nothing here knows any linguistics."""

from __future__ import annotations

import importlib
import io
import os
import sys
from contextlib import contextmanager
from enum import Enum
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from quoteattr.datatypes import Mode, QuoteKind
from quoteattr.formats import WRITERS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from quoteattr.datatypes import Quote

    Extract = Callable[[str], list[Quote]]

FAILED = 1
"""Exit code when a file could not be read. Usage errors exit with 2."""
INTERRUPTED = 130
"""Exit code after Ctrl-C, as shells have it: 128 + SIGINT."""
BROKEN_PIPE = 141
"""Exit code when the reader of our output has gone: 128 + SIGPIPE."""

app = typer.Typer(
    name="quoteattr",
    help="Who said what: quotations and their speakers, out of any English text.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


class Format(str, Enum):
    """How quotations are printed."""

    TABLE = "table"
    JSONL = "jsonl"
    JSON = "json"
    CSV = "csv"


class UnreadableError(Exception):
    """A file that cannot be read as text, with the reason in words."""


def main() -> None:
    """Run the command line and exit."""
    app(prog_name="quoteattr")


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"quoteattr {version('quoteattr')}")
        raise typer.Exit


@app.callback()
def _options(
    _version: Annotated[
        bool,
        typer.Option(
            "--version", help="Print the version.", callback=_print_version, is_eager=True
        ),
    ] = False,
) -> None:
    """Who said what: quotations and their speakers, out of any English text."""


@app.command()
def extract(
    files: Annotated[
        list[str],
        typer.Argument(metavar="FILE", help="Text files in UTF-8; - reads standard input."),
    ],
    format_: Annotated[
        Format | None,
        typer.Option("--format", "-f", help="Default: table on a terminal, jsonl otherwise."),
    ] = None,
    kinds: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAMES", help="direct, mixed, indirect or all; comma-separated. Default: all."
        ),
    ] = None,
    modes: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAMES",
            help="speech, writing, thought or all; comma-separated. Default: speech,writing.",
        ),
    ] = None,
    nlp: Annotated[
        str | None,
        typer.Option(
            metavar="NAME|PATH|blank",
            help="spaCy pipeline to use, or blank for none. Default: the one that is built in.",
        ),
    ] = None,
) -> None:
    """Find the quotations in FILES and who said them.

    Offsets count the code points of the file's own text: line ends are left as they are, and a byte
    order mark counts as one. A file that cannot be read is reported and the others are still done.
    """
    with _quiet_end():
        search = build_extractor(
            nlp=None if nlp is None else _pipeline(nlp),
            kinds=_choices("--kinds", kinds, QuoteKind),
            modes=_choices("--modes", modes, Mode),
        )
        if format_ is None:
            format_ = Format.TABLE if sys.stdout.isatty() else Format.JSONL
        if isinstance(sys.stdout, io.TextIOWrapper):
            _set_encoding(sys.stdout, format_)
        documents = _Documents(files, search)
        WRITERS[format_.value](documents, sys.stdout)
        sys.stdout.flush()
    if documents.failed:
        raise typer.Exit(FAILED)


@contextmanager
def _quiet_end() -> Iterator[None]:
    """Neither Ctrl-C nor a closed pipe shows a traceback."""
    try:
        yield
    except KeyboardInterrupt:
        raise typer.Exit(INTERRUPTED) from None
    except BrokenPipeError:
        # The interpreter flushes standard output once more when it ends, and would complain then.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(BROKEN_PIPE) from None


def build_extractor(**options: Any) -> Extract:
    """The engine with *options*; imported here, because it takes a while."""
    from quoteattr.api import QuoteExtractor

    extractor: Extract = QuoteExtractor(**options)
    return extractor


class _Documents:
    """The files with their quotations, one by one; what cannot be read goes to standard error."""

    def __init__(self, files: Sequence[str], search: Extract) -> None:
        self.files, self.search, self.failed = files, search, False

    def __iter__(self) -> Iterator[tuple[str, list[Quote]]]:
        stderr = Console(stderr=True)
        several = len(self.files) > 1
        progress = Progress(
            TextColumn("{task.fields[name]}", markup=False),
            BarColumn(),
            MofNCompleteColumn(),
            console=stderr,
            transient=True,
            disable=not (several and stderr.is_terminal),
        )
        task = progress.add_task("", total=len(self.files), name="")
        with progress:
            for name in self.files:
                progress.update(task, name=name)
                try:
                    quotes = self.search(_read(name))
                except UnreadableError as error:
                    self.failed = True
                    progress.stop()
                    print(f"quoteattr: {name}: {error}", file=sys.stderr)  # noqa: T201
                else:
                    progress.stop()
                    yield name, quotes
                progress.start()
                progress.advance(task)


def _read(name: str) -> str:
    """The text of a file, every code point of it: no line end is translated, no mark dropped."""
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


def _choices(option: str, given: list[str] | None, accepted: type[Enum]) -> list[str] | None:
    """The names behind *option*, or None where it was not given."""
    if given is None:
        return None
    known = [str(member.value) for member in accepted]
    names = [name.strip() for part in given for name in part.split(",")]
    for name in names:
        if name not in (*known, "all"):
            raise typer.BadParameter(
                f"{name!r} is not one of {', '.join(known)}, all.", param_hint=option
            )
    return known if "all" in names else names


def _pipeline(name: str) -> Any:
    """The spaCy pipeline that the user names."""
    spacy = importlib.import_module("spacy")
    if name == "blank":
        return spacy.blank("en")
    try:
        return spacy.load(name)
    except (OSError, ValueError) as error:
        raise typer.BadParameter(
            f"no spaCy pipeline {name!r} is installed, and no folder of that name holds one.",
            param_hint="--nlp",
        ) from error


def _set_encoding(stream: io.TextIOWrapper, format_: Format) -> None:
    """Data is UTF-8 with its own line ends whatever the terminal's encoding; a table adapts."""
    if format_ is Format.TABLE:
        stream.reconfigure(errors="replace")
    else:
        stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="")
