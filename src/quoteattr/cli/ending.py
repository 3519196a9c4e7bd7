"""How a command ends: which exit code, and without a traceback."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

from quoteattr.errors import QuoteAttrError

if TYPE_CHECKING:
    from collections.abc import Iterator

FAILED = 1
"""Exit code when a file could not be read, or the engine not be built. Usage errors exit with 2."""
INTERRUPTED = 130
"""Exit code after Ctrl-C, as shells have it: 128 + SIGINT."""
BROKEN_PIPE = 141
"""Exit code when the reader of our output has gone: 128 + SIGPIPE."""


@contextmanager
def quiet_end() -> Iterator[None]:
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
