"""The command line: what is printed where, and how it ends. The engine is a stand-in here."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.unit.cli_support import Engine, run, shown_on_terminal, start
from typer.testing import CliRunner

from quoteattr import cli
from quoteattr.cli import ending, engine
from quoteattr.errors import PipelineError
from quoteattr.serialize import from_jsonl

if TYPE_CHECKING:
    from quoteattr.datatypes import Quote


@pytest.fixture(autouse=True)
def options(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """The options that the command line gave to the engine."""
    seen: dict[str, Any] = {}

    def build(**given: Any) -> Any:
        seen.update(given)
        return Engine()

    monkeypatch.setattr(engine, "build_extractor", build)
    return seen


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """A small file."""
    path = tmp_path / "article.txt"
    path.write_bytes('"Ja," said Ida Møller.\r\n"Nu."'.encode())
    return path


def test_not_a_terminal_gives_json_lines(article: Path) -> None:
    """Piped output is one object a line with the name of its file."""
    result = run(article)
    assert result.exit_code == 0
    assert [quote.text for quote in from_jsonl(result.stdout)] == ["Ja,", "Nu."]
    assert {json.loads(line)["document"] for line in result.stdout.splitlines()} == {str(article)}


def test_offsets_count_the_files_own_text(article: Path) -> None:
    """CRLF stays two code points, a byte order mark is one, so spans cut the decoded file."""
    article.write_bytes(b"\xef\xbb\xbf" + article.read_bytes())
    text = article.read_bytes().decode("utf-8")
    quotes = list(from_jsonl(run(article).stdout))
    assert [quote.span for quote in quotes] == [(1, 6), (25, 30)]
    assert all(text[quote.start : quote.end] == quote.content[0].text for quote in quotes)


def test_standard_input() -> None:
    """A dash reads standard input, undisturbed."""
    result = run("-", stdin=b'\r\n"Ja."')
    (quote,) = from_jsonl(result.stdout)
    assert quote.span == (2, 7)
    assert json.loads(result.stdout)["document"] == "-"


def test_json_is_one_array(article: Path) -> None:
    """All files in one array; an empty one without quotations."""
    data = json.loads(run("--format", "json", article, article).stdout)
    assert [(quote["content"][0]["start"]) for quote in data] == [0, 24, 0, 24]
    article.write_text("Nothing.", encoding="utf-8")
    assert json.loads(run("--format", "json", article).stdout) == []


def test_csv_has_a_heading_and_a_row_a_quotation(article: Path) -> None:
    """RFC 4180: marks and commas in the text come back from a reader; lines end in CRLF."""
    result = run("--format", "csv", article)
    rows = list(csv.DictReader(io.StringIO(result.stdout_bytes.decode("utf-8"), newline="")))
    assert [row["text"] for row in rows] == ["Ja,", "Nu."]
    assert rows[0]["kind"] == "direct"
    assert rows[0]["speaker"] == ""
    assert result.stdout_bytes.count(b"\r\n") == 3


def test_table_on_request_names_the_files(article: Path) -> None:
    """Each file has a table of its own, even one without quotations."""
    empty = article.with_name("empty.txt")
    empty.touch()
    table = run("--format", "table", article, empty).stdout
    assert {str(article), str(empty)} <= set(table.splitlines())
    assert "no quotations" in table


def test_nothing_found_prints_nothing(tmp_path: Path) -> None:
    """An empty file is no error and gives no line."""
    (tmp_path / "empty.txt").touch()
    result = run(tmp_path / "empty.txt")
    assert (result.exit_code, result.output) == (0, "")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (None, "no such file or directory"),
        (b'"Ja."\nab\xff', "not UTF-8: byte 0xff at offset 8 (line 2)"),
        ("“Ja.”".encode("utf-16"), "not UTF-8: byte 0xff at offset 0 (line 1)"),
    ],
    ids=["missing", "bad byte", "utf-16"],
)
def test_bad_file_is_reported_and_the_rest_goes_on(
    article: Path, content: bytes | None, reason: str
) -> None:
    """One line on standard error says which file and why; the others are done; the code is 1."""
    bad = article.with_name("bad.txt")
    if content is not None:
        bad.write_bytes(content)
    result = run(bad, article)
    assert result.exit_code == 1
    assert result.stderr == f"quoteattr: {bad}: {reason}\n"
    assert len(result.stdout.splitlines()) == 2


def test_options_reach_the_engine(article: Path, options: dict[str, Any]) -> None:
    """Names may be given comma-separated or one by one; `all` means every one."""
    run("--kinds", "direct,mixed", "--modes", "speech", "--modes", "thought", article)
    both = {"kinds": ["direct", "mixed"], "modes": ["speech", "thought"]}
    assert options == {"nlp": None, "min_confidence": 0.0, **both}
    run("--kinds", "all", "--min-confidence", "0.8", article)
    every = {"kinds": ["direct", "mixed", "indirect"], "modes": None}
    assert options == {"nlp": None, "min_confidence": 0.8, **every}


def test_blank_pipeline(article: Path, options: dict[str, Any]) -> None:
    """`--nlp blank` asks for spaCy's tokenizer and nothing else."""
    run("--nlp", "blank", article)
    assert options["nlp"].pipe_names == []
    assert options["nlp"].lang == "en"


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        ([], "FILE"),
        (["--kinds", "loud", "x"], "--kinds"),
        (["--kinds", "", "x"], "--kinds"),
        (["--modes", "speech,sung", "x"], "'sung' is not one of speech, writing, thought, all"),
        (["--format", "xml", "x"], "--format"),
        (["--format", "brat", "x"], "--output"),
        (["--format", "jsonl", "--explain", "x"], "--explain"),
        (["--resume", "x"], "--resume"),
        (["--resume", "-o", "no_such_folder/x.parquet", "x"], "--resume"),
        (["--jobs", "-1", "x"], "--jobs"),
        (["--nlp", "no_such_pipeline", "x"], "'no_such_pipeline'"),
        (["--loud", "x"], "--loud"),
    ],
)
def test_usage_errors(arguments: list[str], named: str) -> None:
    """A wrong call exits with 2 and names what is wrong, before any file is read."""
    result = run(*arguments)
    assert result.exit_code == 2
    assert named in result.stderr
    assert result.stdout == ""


def test_errors_of_the_engine_take_one_line(article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A damaged installation is reported without a traceback."""

    class Damaged(Engine):
        def __call__(self, _text: str) -> list[Quote]:
            raise PipelineError("meta.json", "is missing")

    monkeypatch.setattr(engine, "build_extractor", lambda **_: Damaged())
    result = run(article)
    assert result.exit_code == 1
    assert result.stderr == f"quoteattr: {PipelineError('meta.json', 'is missing')}\n"


def test_version() -> None:
    """The version is the one of the installed package."""
    result = CliRunner().invoke(cli.app, ["--version"])
    assert result.output == f"quoteattr {version('quoteattr')}\n"


# The rest needs a process of its own: signals, pipes, and the state of its standard streams.

posix = pytest.mark.skipif(os.name != "posix", reason="signals and terminals as POSIX has them")


@posix
@pytest.mark.parametrize(("quotations", "lines_read"), [(1, 0), (20_000, 1)])
def test_closed_pipe_is_silent(article: Path, quotations: int, lines_read: int) -> None:
    """When the reader has seen enough we stop without a word, be little or much left to say."""
    article.write_text('"Ja." ' * quotations, encoding="utf-8")
    process = start(article)
    assert process.stdout is not None
    assert process.stderr is not None
    for _ in range(lines_read):
        process.stdout.readline()
    process.stdout.close()
    with process:
        assert process.stderr.read() == b""
    assert process.returncode == ending.BROKEN_PIPE


@posix
def test_interrupt_is_silent(article: Path) -> None:
    """Ctrl-C ends with 130 and no traceback."""
    import signal

    article.write_text("sleep", encoding="utf-8")
    process = start(article)
    assert process.stderr is not None
    assert process.stderr.readline() == b"ready\n"
    process.send_signal(signal.SIGINT)
    with process:
        assert process.stderr.read() == b""
    assert process.returncode == ending.INTERRUPTED


@posix
@pytest.mark.parametrize("no_color", [False, True])
def test_on_a_terminal(article: Path, no_color: bool) -> None:
    """A coloured table and a progress bar for several files; NO_COLOR takes the colour away."""
    code, shown = shown_on_terminal(article, article, no_color=no_color)
    assert code == 0
    assert "2 quotations" in shown
    assert "0/2" in shown
    assert "files/s" in shown
    assert ("\x1b[32m" in shown) is not no_color


def test_output_is_utf8_whatever_the_locale(article: Path) -> None:
    """Data is UTF-8 even where the terminal is not."""
    article.write_text('"Nå – 今."', encoding="utf-8")
    output, _ = start(article, PYTHONIOENCODING="latin-1").communicate(timeout=60)
    (quote,) = from_jsonl(output.decode("utf-8"))
    assert quote.text == "Nå – 今."


def test_module_runs_like_the_command() -> None:
    """`python -m quoteattr` is the same program."""
    output = subprocess.check_output([sys.executable, "-m", "quoteattr", "--version"], text=True)
    assert output == f"quoteattr {version('quoteattr')}\n"
