"""`quoteattr extract`: the quotations of files and who said them."""

from __future__ import annotations

import io
import sys
from enum import Enum
from typing import Annotated

import typer

from quoteattr.cli.ending import FAILED, quiet_end
from quoteattr.cli.engine import (
    KindsOption,
    MinConfidenceOption,
    ModesOption,
    NlpOption,
    engine_of,
)
from quoteattr.cli.files import Documents
from quoteattr.formats import WRITERS


class Format(str, Enum):
    """How quotations are printed."""

    TABLE = "table"
    JSONL = "jsonl"
    JSON = "json"
    CSV = "csv"


def extract(
    files: Annotated[
        list[str],
        typer.Argument(metavar="FILE", help="Text files in UTF-8; - reads standard input."),
    ],
    format_: Annotated[
        Format | None,
        typer.Option("--format", "-f", help="Default: table on a terminal, jsonl otherwise."),
    ] = None,
    kinds: KindsOption = None,
    modes: ModesOption = None,
    nlp: NlpOption = None,
    min_confidence: MinConfidenceOption = 0.0,
) -> None:
    """Find the quotations in FILES and who said them.

    Offsets count the code points of the file's own text: line ends are left as they are, and a byte
    order mark counts as one. A file that cannot be read is reported and the others are still done.
    """
    with quiet_end():
        search = engine_of(kinds=kinds, modes=modes, nlp=nlp, min_confidence=min_confidence)
        if format_ is None:
            format_ = Format.TABLE if sys.stdout.isatty() else Format.JSONL
        if isinstance(sys.stdout, io.TextIOWrapper):
            _set_encoding(sys.stdout, format_)
        documents = Documents(files, search)
        WRITERS[format_.value](documents, sys.stdout)
        sys.stdout.flush()
    if documents.failed:
        raise typer.Exit(FAILED)


def _set_encoding(stream: io.TextIOWrapper, format_: Format) -> None:
    """Data is UTF-8 with its own line ends whatever the terminal's encoding; a table adapts."""
    if format_ is Format.TABLE:
        stream.reconfigure(errors="replace")
    else:
        stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="")
