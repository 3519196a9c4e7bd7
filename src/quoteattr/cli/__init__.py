"""The command line: read files, have them searched, print. Nothing here knows any linguistics.

One module a command; each is entered in the table below, in the order of the help text.
"""

from __future__ import annotations

from typing import Final

from quoteattr.cli import evaluate, extract, render, serve
from quoteattr.cli.application import app
from quoteattr.cli.examples import epilog

__all__ = ["app", "main"]

COMMANDS: Final = (extract.extract, render.render, evaluate.evaluate, serve.serve)

for _command in COMMANDS:
    app.command(epilog=epilog(_command.__name__))(_command)


def main() -> None:
    """Run the command line and exit."""
    app(prog_name="quoteattr")
