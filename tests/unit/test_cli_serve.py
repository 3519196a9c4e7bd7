"""`quoteattr serve` without its extra, and the rest without the server's libraries."""

from __future__ import annotations

import subprocess
import sys

import pytest
from typer.testing import CliRunner

from quoteattr.cli import app
from quoteattr.cli import serve as command


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """One line says what to install."""
    monkeypatch.setattr(command, "find_spec", lambda _: None)
    result = CliRunner().invoke(app, ["serve"])
    assert result.exit_code == 1
    assert result.stderr == ("quoteattr: this needs fastapi: pip install 'quoteattr[serve]'\n")


def test_other_commands_do_without_the_server() -> None:
    """The libraries of the server are imported when it is started, not before."""
    code = "import sys, quoteattr.cli; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, encoding="utf-8"
    ).stdout.split()
    assert {"fastapi", "starlette", "uvicorn", "pydantic"} & set(loaded) == set()
