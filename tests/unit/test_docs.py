"""What the documentation shows is what happens."""

from __future__ import annotations

import doctest
import re
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from typer.main import get_command

import quoteattr
from quoteattr import errors
from quoteattr.cli import app
from quoteattr.cli.output import Format
from quoteattr.formats import CONLL_COLUMNS, CSV_COLUMNS, arrow_schema

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(page: Path, *languages: str) -> Iterator[tuple[int, str]]:
    """The fenced blocks of a page in some languages, each with the index of its first line."""
    text = page.read_text(encoding="utf-8")
    for match in BLOCK.finditer(text):
        if match[1] in languages:
            yield text.count("\n", 0, match.start()) + 1, match[2]


def identity(page: Path) -> str:
    """The name of a page in the names of tests."""
    return str(page.relative_to(ROOT))


@pytest.mark.parametrize(
    "page", [page for page in PAGES if ">>>" in page.read_text(encoding="utf-8")], ids=identity
)
def test_examples_give_what_the_page_says(page: Path) -> None:
    """The `>>>` examples of a page run in order and print what stands below them."""
    parser, examples = doctest.DocTestParser(), []
    for line, source in blocks(page, "pycon"):
        for example in parser.get_examples(source):
            example.lineno += line
            examples.append(example)
    test = doctest.DocTest(examples, {}, page.name, str(page), 0, None)
    runner = doctest.DocTestRunner(verbose=False)
    report: list[str] = []
    runner.run(test, out=report.append)
    assert runner.failures == 0, "".join(report)
    assert examples


@pytest.mark.parametrize("page", PAGES, ids=identity)
def test_code_compiles(page: Path) -> None:
    """Code that is shown without its result is at least Python."""
    for line, source in blocks(page, "python"):
        compile(source, f"{page}:{line}", "exec")


def test_reference_has_every_public_name() -> None:
    """What can be imported from the package stands on the page of the Python reference."""
    page = (ROOT / "docs/reference/python.md").read_text(encoding="utf-8")
    named = set(re.findall(r":: quoteattr\.(\w+)", page))
    named |= {name for name in vars(errors) if ".. automodule:: quoteattr.errors" in page}
    public = {name for name in quoteattr.__all__ if not name.startswith("__")}
    assert public - named == set()


def test_command_line_page_names_every_option() -> None:
    """The page of the command line lists each command with each of its options."""
    page = (ROOT / "docs/reference/command-line.md").read_text(encoding="utf-8")
    for command in get_command(app).commands.values():  # type: ignore[attr-defined]
        assert f"## `quoteattr {command.name}" in page
        options = [name for parameter in command.params for name in parameter.opts if "-" in name]
        missing = [name for name in options if f"`{name}`" not in page and f"`{name} " not in page]
        assert missing == []


def test_format_page_names_every_format_and_column() -> None:
    """The page of the formats lists each that the command line writes, with its columns."""
    page = (ROOT / "docs/reference/formats.md").read_text(encoding="utf-8")
    arrow = arrow_schema().names if find_spec("pyarrow") else []
    names = [*CSV_COLUMNS, *CONLL_COLUMNS, *arrow, *(one.value for one in Format)]
    assert [name for name in names if f"`{name}`" not in page] == []
