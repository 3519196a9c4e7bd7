"""The command line: read files, have them searched, print. Nothing here knows any linguistics."""

from __future__ import annotations

import io
import os
import sys
from contextlib import contextmanager
from enum import Enum
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from quoteattr.datatypes import Mode, QuoteKind
from quoteattr.errors import ArgumentValueError, QuoteAttrError
from quoteattr.files import Documents
from quoteattr.formats import WRITERS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quoteattr.files import Search

FAILED = 1
"""Exit code when a file could not be read, or the engine not be built. Usage errors exit with 2."""
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
    min_confidence: Annotated[
        float,
        typer.Option(
            metavar="0..1", min=0, max=1, help="Speakers less sure than this are left out."
        ),
    ] = 0.0,
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
            min_confidence=min_confidence,
        )
        if format_ is None:
            format_ = Format.TABLE if sys.stdout.isatty() else Format.JSONL
        if isinstance(sys.stdout, io.TextIOWrapper):
            _set_encoding(sys.stdout, format_)
        documents = Documents(files, search)
        WRITERS[format_.value](documents, sys.stdout)
        sys.stdout.flush()
    if documents.failed:
        raise typer.Exit(FAILED)


@app.command()
def evaluate(
    gold: Annotated[
        Path, typer.Argument(metavar="GOLD", help="JSON Lines file, or a folder of brat files.")
    ],
    nlp: Annotated[
        str | None,
        typer.Option(
            metavar="NAME|PATH|blank",
            help="spaCy pipeline to use, or blank for none. Default: the one that is built in.",
        ),
    ] = None,
) -> None:
    """Find the quotations in the texts of GOLD and compare them with its own."""
    with _quiet_end():
        from quoteattr.evaluation import evaluate as compare
        from quoteattr.evaluation import read_gold, text_table

        documents = read_gold(gold)
        search = build_extractor(nlp=None if nlp is None else _pipeline(nlp))
        typer.echo(
            text_table(compare(documents, [search(document.text) for document in documents]))
        )


@contextmanager
def _quiet_end() -> Iterator[None]:
    """Errors of our own take one line; neither Ctrl-C nor a closed pipe shows a traceback."""
    try:
        yield
    except QuoteAttrError as error:
        typer.echo(f"quoteattr: {error}", err=True)
        raise typer.Exit(FAILED) from None
    except KeyboardInterrupt:
        raise typer.Exit(INTERRUPTED) from None
    except BrokenPipeError:
        # The interpreter flushes standard output once more when it ends, and would complain then.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(BROKEN_PIPE) from None


def build_extractor(**options: Any) -> Search:
    """The engine with *options*; imported here, because it takes a while."""
    from quoteattr.api import QuoteExtractor

    extractor: Search = QuoteExtractor(**options)
    return extractor


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
    from quoteattr.backend import load_named

    try:
        return load_named(name)
    except ArgumentValueError as error:
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
