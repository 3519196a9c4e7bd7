"""How a command ends: which exit code, and without a traceback."""

from __future__ import annotations

import os
import sys
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

from quoteattr.cli.interruption import Interrupted, stop_workers
from quoteattr.errors import QuoteAttrError

if TYPE_CHECKING:
    from collections.abc import Iterator

FAILED = 1
"""Exit code when a file could not be read, or the engine not be built. Usage errors exit with 2."""
INTERRUPTED = 130
"""Exit code after Ctrl-C, as shells have it: 128 + SIGINT. Other signals add their own number."""
BROKEN_PIPE = 141
"""Exit code when the reader of our output has gone: 128 + SIGPIPE."""


class Problems:
    """What went wrong with single files: one line each on standard error.

    Attributes:
        count: How many there were.
    """

    def __init__(self) -> None:
        self.count = 0

    def report(self, name: str, reason: str) -> None:
        """Tell that the file *name* was left out, and why."""
        self.count += 1
        complain(f"{name}: {reason}")


def complain(message: str) -> None:
    """One line on standard error."""
    typer.echo(f"quoteattr: {message}", err=True)


@contextmanager
def quiet_end() -> Iterator[None]:
    """Errors of our own take one line; neither a signal nor a closed pipe shows a traceback."""
    try:
        yield
    except QuoteAttrError as error:
        complain(str(error))
        raise typer.Exit(FAILED) from None
    except KeyboardInterrupt:
        raise typer.Exit(INTERRUPTED) from None
    except Interrupted as interrupted:
        raise typer.Exit(128 + interrupted.number) from None
    except BrokenPipeError:
        stop_workers()
        # The interpreter flushes standard output once more when it ends, and would complain then.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(BROKEN_PIPE) from None
    except BrokenProcessPool:
        complain("a worker process died, as it does without memory; fewer --jobs need less")
        raise typer.Exit(FAILED) from None
    except OSError as error:
        complain(f"{error.filename or 'output'}: {reason(error)}")
        raise typer.Exit(FAILED) from None


def reason(error: OSError | ValueError) -> str:
    """What an error of the operating system says, without number and path."""
    words = error.strerror if isinstance(error, OSError) else str(error)
    return (words or type(error).__name__).lower()
