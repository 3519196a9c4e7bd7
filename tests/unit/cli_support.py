"""What tests of the command line share: an engine that stands in, and processes of their own."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from typer.testing import CliRunner

from quoteattr import cli
from quoteattr.datatypes import Quote, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from typer.testing import Result

MARKED = re.compile('"[^"]+"')

ROOT = Path(__file__).parents[2]


class Engine:
    """Stand-in for the engine: whatever stands in straight marks. `sleep` takes a minute."""

    def __call__(self, text: str) -> list[Quote]:
        if "sleep" in text:
            print("ready", file=sys.stderr, flush=True)  # noqa: T201
            time.sleep(60)
        spans = [(Span.cut(text, *match.span()),) for match in MARKED.finditer(text)]
        return [Quote(content=span, quoted=span, kind="direct") for span in spans]

    def pipe(self, texts: Iterable[tuple[str, Any]], **_: object) -> Iterator[Any]:
        for text, beside in texts:
            yield self(text), beside


def run(*arguments: str | Path, stdin: bytes | None = None) -> Result:
    """`quoteattr extract` called in this process."""
    return CliRunner().invoke(cli.app, ["extract", *map(str, arguments)], input=stdin)


STAND_IN = """
import signal
from quoteattr import cli
from quoteattr.cli import engine
from tests.unit.cli_support import Engine

signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell in the background ignores it
engine.build_extractor = lambda **_: Engine()
cli.main()
"""

COMMAND = [sys.executable, "-c", STAND_IN, "extract"]


def start(*arguments: str | Path, **environment: str) -> subprocess.Popen[bytes]:
    """`quoteattr extract` with the stand-in, in a process of its own, its output buffered."""
    inherited = {key: value for key, value in os.environ.items() if key != "PYTHONUNBUFFERED"}
    return subprocess.Popen(
        [*COMMAND, *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        env=inherited | environment,
    )


def shown_on_terminal(*arguments: str | Path, no_color: bool = False) -> tuple[int, str]:
    """Exit code of `quoteattr extract` with the stand-in, and what it shows on a terminal."""
    import pty

    master, terminal = pty.openpty()
    environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "140"}
    environment.pop("NO_COLOR", None)
    if no_color:
        environment["NO_COLOR"] = "1"
    with subprocess.Popen(
        [*COMMAND, *map(str, arguments)],
        stdin=terminal,
        stdout=terminal,
        stderr=terminal,
        cwd=ROOT,
        env=environment,
    ) as process:
        shown = _until_ended(process, master)
    os.close(terminal)
    os.close(master)
    return process.returncode, shown


def _until_ended(process: subprocess.Popen[bytes], master: int) -> str:
    """What a process writes to its terminal until it ends."""
    os.set_blocking(master, False)
    shown = b""
    while True:
        ended = process.poll() is not None
        try:
            shown += os.read(master, 65_536)
        except BlockingIOError:
            if ended:
                return shown.decode("utf-8")
            time.sleep(0.02)
