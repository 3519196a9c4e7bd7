"""The README's commands are the ones that are checked."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^```sh\n(.*?)\n```$", README, re.MULTILINE | re.DOTALL)


def test_two_commands_for_a_fresh_machine() -> None:
    """One installs and runs, one installs and tests; each is one line and makes its environment."""
    install, test = COMMANDS
    for command in (install, test):
        assert "\n" not in command
        assert command.startswith("python3 -m venv .venv && .venv/bin/pip install ")
    assert "-m pytest" in test


def test_sample_article_exists() -> None:
    """The article that the first command reads is part of the repository."""
    path = COMMANDS[0].rsplit(" ", 1)[1]
    assert (ROOT / path).is_file()


def test_ci_runs_the_test_command_of_the_readme() -> None:
    """The line that `.ci/run` takes out of the README is the test command, and the only one."""
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    pattern = re.search(r"^command=\$\(grep -E '([^']+)' README\.md\)$", script, re.MULTILINE)
    assert pattern is not None
    assert [line for line in README.splitlines() if re.search(pattern[1], line)] == COMMANDS[1:]


def test_links_lead_somewhere() -> None:
    """Every relative link of the README names a file of the repository."""
    for target in re.findall(r"\]\(([^)#:]+)\)", README):
        assert (ROOT / target).is_file(), target
