"""The types that users see: right programs pass mypy's strict mode, wrong ones do not."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).parent
ROOT = FOLDER.parents[1]


def mypy(program: str) -> list[str]:
    """What mypy says in strict mode, one entry a line."""
    command = [sys.executable, "-m", "mypy", "--strict", str(FOLDER / program)]
    return subprocess.run(
        command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    ).stdout.splitlines()


def test_right_program_passes() -> None:
    """A program that uses the public names as documented has no error."""
    assert mypy("right.py") == ["Success: no issues found in 1 source file"]


def test_wrong_program_fails_in_every_marked_line() -> None:
    """Each mistake is found, in its line and for its reason, and nothing else is."""
    lines = (FOLDER / "wrong.py").read_text(encoding="utf-8").splitlines()
    marked = {
        (number, match[1])
        for number, line in enumerate(lines, start=1)
        if (match := re.search(r"# wrong: ([\w-]+)$", line))
    }
    found = re.findall(
        r"wrong\.py:(\d+): error: .*\[([\w-]+)\]$", "\n".join(mypy("wrong.py")), re.MULTILINE
    )
    assert {(int(number), code) for number, code in found} == marked
