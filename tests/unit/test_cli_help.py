"""Help and completion: what a user sees who asks the program itself."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from typing import Any

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from quoteattr.cli import COMMANDS, app
from quoteattr.cli.examples import EXAMPLES

NAMES = [command.__name__ for command in COMMANDS]


@pytest.mark.parametrize("name", NAMES)
def test_help_ends_with_examples(name: str) -> None:
    """Each command shows its calls, one a line, unwrapped."""
    shown = CliRunner().invoke(app, [name, "--help"]).stdout.splitlines()
    assert EXAMPLES[name]
    assert {f"    {example}" for example in EXAMPLES[name]} <= set(shown)


@pytest.mark.parametrize(
    "example", [example for name in NAMES for example in EXAMPLES[name]], ids=str
)
def test_examples_are_right_calls(example: str) -> None:
    """Each is understood by the command it calls."""
    words = shlex.split(example.rpartition("| ")[2])
    group: Any = get_command(app)
    assert words[0] == "quoteattr"
    with group.commands[words[1]].make_context(words[1], words[2:]) as context:
        assert context.params


def test_every_option_is_explained() -> None:
    """No option and no argument without a help text."""
    group: Any = get_command(app)
    for name, command in group.commands.items():
        for parameter in command.params:
            assert getattr(parameter, "help", None), (name, parameter.name)


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("ex", ["extract"]),
        ("extract --format p", ["parquet"]),
        ("extract --kinds direct,m", ["direct,mixed"]),
        ("extract --modes ", ["speech", "writing", "thought", "all"]),
        ("extract --resu", ["--resume"]),
    ],
)
def test_completion(words: str, offered: list[str]) -> None:
    """The shell is offered commands, options, and the values they take."""
    shown = subprocess.check_output(
        [sys.executable, "-m", "quoteattr"],
        env={
            **os.environ,
            "_QUOTEATTR_COMPLETE": "complete_bash",
            "COMP_WORDS": f"quoteattr {words}",
            "COMP_CWORD": str(len(words.split(" "))),
        },
        text=True,
    )
    assert shown.split() == offered
