"""`quoteattr render`: a file and its quotations as a page for a browser."""

from __future__ import annotations

import sys
from pathlib import Path
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
from quoteattr.cli.inputs import UnreadableError, read_text


def render(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="Text file in UTF-8; - reads standard input.")
    ],
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="PAGE", help="Default: standard output."),
    ] = None,
    title: Annotated[
        str | None, typer.Option(help="What stands above the text. Default: the name of the file.")
    ] = None,
    kinds: KindsOption = None,
    modes: ModesOption = None,
    nlp: NlpOption = None,
    min_confidence: MinConfidenceOption = 0.0,
) -> None:
    """Show the quotations of FILE on one page of HTML, with who said them and why.

    The page needs no network and no other file.
    """
    with quiet_end():
        from quoteattr.rendering import render as page_of

        search = engine_of(kinds=kinds, modes=modes, nlp=nlp, min_confidence=min_confidence)
        try:
            text = read_text(file)
        except UnreadableError as error:
            _fail(file, error)
        name = "Quotations" if file == "-" else Path(file).name
        page = page_of(text, search(text), title=title or name).encode("utf-8")
        if output is None:
            sys.stdout.buffer.write(page)
            sys.stdout.buffer.flush()
            return
        try:
            output.write_bytes(page)
        except OSError as error:
            _fail(str(output), (error.strerror or str(error)).lower())


def _fail(name: str, reason: object) -> None:
    typer.echo(f"quoteattr: {name}: {reason}", err=True)
    raise typer.Exit(FAILED)
