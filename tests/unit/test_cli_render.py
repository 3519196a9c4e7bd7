"""`quoteattr render`: one file to one page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from quoteattr.cli import app

if TYPE_CHECKING:
    from typer.testing import Result


def run(*arguments: str | Path, stdin: bytes | None = None) -> Result:
    """The command line called in this process."""
    return CliRunner().invoke(app, ["render", *map(str, arguments)], input=stdin)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """A small file."""
    path = tmp_path / "article.txt"
    path.write_bytes("“Ja,” said Ida Møller.\r\n".encode())
    return path


def test_page_is_written(article: Path) -> None:
    """The page has the name of the file above it, and nothing is printed."""
    page = article.with_name("page.html")
    result = run(article, "-o", page)
    assert (result.exit_code, result.output) == (0, "")
    assert "<title>article.txt</title>" in page.read_text(encoding="utf-8")


def test_standard_input_to_standard_output() -> None:
    """A dash reads standard input; without -o the page is printed, in UTF-8."""
    result = run("-", "--title", "Ö", stdin="“Ja,” said Ida Møller.".encode())
    assert result.exit_code == 0
    assert "<title>Ö</title>" in result.stdout_bytes.decode("utf-8")
    assert "1 Ida Møller: quotation 1, direct" in result.stdout_bytes.decode("utf-8")


def test_options_of_the_engine_hold(article: Path) -> None:
    """What was not asked for is not on the page."""
    assert "0 quotations" in run(article, "--kinds", "indirect").stdout


@pytest.mark.parametrize("arguments", [("nosuch.txt",), ("{article}", "-o", "nosuch/page.html")])
def test_what_cannot_be_read_or_written(article: Path, arguments: tuple[str, ...]) -> None:
    """One line names the file and the reason, and the code is 1."""
    result = run(*(word.format(article=article) for word in arguments))
    assert result.exit_code == 1
    assert result.stderr == f"quoteattr: {arguments[-1]}: no such file or directory\n"
