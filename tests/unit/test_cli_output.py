"""Where the quotations are written: files in each format, cut short and gone on with."""

from __future__ import annotations

import csv
import json
import os
import signal
import sys
from pathlib import Path

import pytest
from tests.unit.cli_support import Engine, run, start

from quoteattr.cli import engine
from quoteattr.formats import read_brat, read_jsonl

posix = pytest.mark.skipif(os.name != "posix", reason="signals as POSIX has them")


@pytest.fixture(autouse=True)
def stand_in(monkeypatch: pytest.MonkeyPatch) -> None:
    """No engine is loaded."""
    monkeypatch.setattr(engine, "build_extractor", lambda **_: Engine())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Four files with two quotations each."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for name in "abcd":
        (folder / f"{name}.txt").write_bytes(f'"{name} 1,\n" he said, "{name} 2."'.encode())
    return folder


@pytest.mark.parametrize("suffix", ["jsonl", "json", "csv", "conll", "parquet", "arrow"])
def test_name_of_the_file_tells_the_format(folder: Path, tmp_path: Path, suffix: str) -> None:
    """`-o x.csv` writes CSV, and the same bytes as `--format csv` into a file of another name."""
    if suffix in ("parquet", "arrow"):
        pytest.importorskip("pyarrow")
    paths = tmp_path / f"told.{suffix}", tmp_path / "asked"
    assert run(folder, "-o", paths[0]).exit_code == 0
    assert run(folder, "-o", paths[1], "--format", suffix).stdout == ""
    assert paths[0].read_bytes() == paths[1].read_bytes() != b""


def test_missing_extra_takes_one_line(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without pyarrow the command that installs it is shown, and nothing is written."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    result = run(folder, "-o", tmp_path / "x.parquet")
    assert result.exit_code == 1
    assert result.stderr == "quoteattr: this needs pyarrow: pip install 'quoteattr[arrow]'\n"


def test_output_that_cannot_be_written_takes_one_line(folder: Path, tmp_path: Path) -> None:
    """A folder that is not there is named."""
    path = tmp_path / "missing" / "x.jsonl"
    result = run(folder, "-o", path)
    assert result.exit_code == 1
    assert result.stderr == f"quoteattr: {path}: no such file or directory\n"


def test_no_input_is_written_over(folder: Path) -> None:
    """A slip of the hand does not cost an article."""
    path = folder / "a.txt"
    before = path.read_bytes()
    result = run(folder, "-o", folder / ".." / folder.name / "a.txt", "--format", "csv")
    assert result.exit_code == 2
    assert "--output" in result.stderr
    assert path.read_bytes() == before


@posix
def test_output_may_be_a_pipe(folder: Path, tmp_path: Path) -> None:
    """As `-o >(gzip > x.gz)` gives one."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with start(folder, "-o", pipe, "-f", "jsonl"):
        assert pipe.read_bytes().count(b"\n") == 8


def test_brat_beside_the_texts(folder: Path) -> None:
    """Written into the folder that is read, annotation lies beside texts that are left alone."""
    before = {path.name: path.stat().st_mtime_ns for path in folder.iterdir()}
    assert run(folder, "--format", "brat", "-o", folder).exit_code == 0
    after = {path.name: path.stat().st_mtime_ns for path in folder.glob("*.txt")}
    assert after == before
    assert len(list(folder.glob("*.ann"))) == 4


def test_brat_keeps_the_folders(folder: Path, tmp_path: Path) -> None:
    """Text and annotation lie where the text lay, seen from the folder that was named."""
    (folder / "2020").mkdir()
    (folder / "2020" / "a.txt").write_text('"Deep."', encoding="utf-8")
    assert run(folder, "--format", "brat", "-o", tmp_path / "brat").exit_code == 0
    documents = {document.name: document for document in read_brat(tmp_path / "brat")}
    assert list(documents) == ["2020/a.txt", "a.txt", "b.txt", "c.txt", "d.txt"]
    assert documents["2020/a.txt"].text == '"Deep."'


def test_brat_files_of_one_name_are_not_mixed_up(folder: Path, tmp_path: Path) -> None:
    """The second file of a name is reported, not written over the first."""
    other = tmp_path / "a.txt"
    other.write_text('"Other."', encoding="utf-8")
    result = run(folder / "a.txt", other, "--format", "brat", "-o", tmp_path / "brat")
    assert result.exit_code == 1
    assert "a.txt" in result.stderr
    (document,) = read_brat(tmp_path / "brat")
    assert document.text == (folder / "a.txt").read_bytes().decode()


def test_explain_says_why_below_the_table(folder: Path) -> None:
    """`--explain` means a table, with sentences under it."""
    shown = run("--explain", folder / "a.txt").stdout
    assert "2 quotations" in shown
    assert shown.count("Who speaks is not known.") == 2


@pytest.mark.parametrize("suffix", ["jsonl", "csv", "conll"])
def test_resume_mends_what_was_cut_short(folder: Path, tmp_path: Path, suffix: str) -> None:
    """Wherever it ends, going on gives the file that one run would have given."""
    whole, part = tmp_path / f"whole.{suffix}", tmp_path / f"part.{suffix}"
    run(folder, "-o", whole)
    expected = whole.read_bytes()
    second = expected.index(b"b.txt")
    for size in (0, 9, second - 1, second + 2, *range(second, len(expected), len(expected) // 9)):
        part.write_bytes(expected[:size])
        assert run(folder, "-o", part, "--resume").exit_code == 0
        assert part.read_bytes() == expected, size


@pytest.mark.parametrize("suffix", ["jsonl", "csv", "conll", "brat"])
def test_resume_leaves_out_what_is_written(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str
) -> None:
    """Only the files that are missing are searched, and the one that was written last."""
    seen: list[str] = []

    class Counting(Engine):
        def __call__(self, text: str) -> list[object]:  # type: ignore[override]
            seen.append(text[1])
            return super().__call__(text)  # type: ignore[return-value]

    monkeypatch.setattr(engine, "build_extractor", lambda **_: Counting())
    output = tmp_path / f"out.{suffix}"
    first = [folder / f"{name}.txt" for name in "abc"]
    run(*first, "-o", output, "--format", suffix)
    seen.clear()
    names = [folder / f"{name}.txt" for name in "abcd"]
    assert run(*names, "-o", output, "--format", suffix, "--resume").exit_code == 0
    assert seen == (["d"] if suffix == "brat" else ["c", "d"])


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("x.jsonl", "a,b,c\n1,2,3\n"),
        ("x.jsonl", '{"document": 3}\n'),
        ("x.csv", '{"document": "a"}\n'),
        ("x.conll", "a\tb\n"),
        ("x.csv", "\udcff\n"),
    ],
)
def test_resume_spoils_no_other_file(folder: Path, tmp_path: Path, name: str, content: str) -> None:
    """A file in another format is left as it is."""
    path = tmp_path / name
    before = content.encode("utf-8", "surrogateescape")
    path.write_bytes(before)
    result = run(folder, "-o", path, "--resume")
    assert result.exit_code == 1
    assert "cannot be gone on with" in result.stderr
    assert path.read_bytes() == before


@posix
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("suffix", ["jsonl", "csv", "json", "parquet"])
def test_interrupted_run_keeps_what_is_written(
    folder: Path, tmp_path: Path, number: signal.Signals, suffix: str
) -> None:
    """After a signal the documents before it can be read, whole; the exit code tells the signal."""
    if suffix == "parquet":
        parquet = pytest.importorskip("pyarrow.parquet")
    (folder / "c.txt").write_text("sleep", encoding="utf-8")
    output = tmp_path / f"x.{suffix}"
    process = start(folder, "-o", output)
    assert process.stderr is not None
    assert process.stderr.readline() == b"ready\n"
    process.send_signal(number)
    with process:
        assert process.stderr.read() == b""
    assert process.returncode == 128 + number
    if suffix == "jsonl":
        with output.open(encoding="utf-8") as lines:
            assert [len(quotes) for _, quotes in read_jsonl(lines)] == [2, 2]
    elif suffix == "csv":
        with output.open(encoding="utf-8", newline="") as lines:
            assert len(list(csv.reader(lines))) == 5
    elif suffix == "json":
        assert len(json.loads(output.read_text(encoding="utf-8"))) == 4
    else:
        assert parquet.read_table(output).num_rows == 4
