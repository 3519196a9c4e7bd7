"""The server as its user starts it: a process of its own, on a free port of this machine."""

from __future__ import annotations

import re
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ADDRESS = re.compile(r"running on (http://127\.0\.0\.1:\d+)")


@contextmanager
def serving(*options: str) -> Iterator[str]:
    """The address of a server that was started with *options*, and is stopped in the end."""
    command = [sys.executable, "-m", "quoteattr", "serve", "--port", "0", *options]
    with subprocess.Popen(command, stderr=subprocess.PIPE, encoding="utf-8") as process:
        try:
            yield _address(process)
        finally:
            process.terminate()
            process.communicate(timeout=30)


def _address(process: subprocess.Popen[str]) -> str:
    assert process.stderr is not None
    log = []
    for line in process.stderr:
        log.append(line)
        if match := ADDRESS.search(line):
            return match[1]
    raise AssertionError("".join(log))
