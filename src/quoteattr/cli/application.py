"""The program as a whole: its name, its help, its version."""

from __future__ import annotations

from importlib.metadata import version
from typing import Annotated

import typer

app = typer.Typer(
    name="quoteattr",
    help="Who said what: quotations and their speakers, out of any English text.",
    epilog="`quoteattr COMMAND --help` says more about a command, with examples.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


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
