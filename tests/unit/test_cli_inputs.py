"""The files that are read: folders, patterns, and what becomes of those that cannot be read."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from tests.unit.cli_support import Engine, run

from quoteattr.cli import engine


@pytest.fixture(autouse=True)
def stand_in(monkeypatch: pytest.MonkeyPatch) -> None:
    """No engine is loaded."""
    monkeypatch.setattr(engine, "build_extractor", lambda **_: Engine())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a folder in it, and files that are no articles."""
    folder = tmp_path / "articles"
    for name in ("b.txt", "a.txt", "notes.md", ".hidden.txt", "2020/c.txt", ".git/d.txt"):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f'"{name}"', encoding="utf-8")
    return folder


def names(output: str, folder: Path) -> list[str]:
    """The documents in JSON Lines, seen from the folder."""
    documents = [json.loads(line)["document"] for line in output.splitlines()]
    return [Path(name).relative_to(folder).as_posix() for name in documents]


def test_folder_stands_for_the_files_in_it(folder: Path) -> None:
    """Files by name, those of the folders below after them; nothing that begins with a dot."""
    result = run(folder)
    assert result.exit_code == 0
    assert names(result.stdout, folder) == ["a.txt", "b.txt", "2020/c.txt"]


def test_suffixes_of_a_folder(folder: Path) -> None:
    """`--suffix` says which files of a folder are texts."""
    assert names(run(folder, "--suffix", ".md,.TXT").stdout, folder) == ["notes.md"]


def test_folder_without_texts_is_reported(tmp_path: Path) -> None:
    """Nothing to read is a mistake somewhere, and said so."""
    result = run(tmp_path)
    assert result.exit_code == 1
    assert result.stderr == f"quoteattr: {tmp_path}: the folder holds no file that ends in .txt\n"


def test_patterns(folder: Path) -> None:
    """A pattern that no shell has expanded stands for the files it fits, in order."""
    found = run(f"{folder}/**/[bc].*").stdout
    assert names(found, folder) == ["2020/c.txt", "b.txt"]
    result = run(f"{folder}/*.xml", folder / "a.txt")
    assert result.exit_code == 1
    assert result.stderr == f"quoteattr: {folder}/*.xml: no file fits this pattern\n"
    assert names(result.stdout, folder) == ["a.txt"]


def test_file_whose_name_looks_like_a_pattern(folder: Path) -> None:
    """A file that is there is no pattern."""
    path = folder / "a[1].txt"
    path.write_text('"Ja."', encoding="utf-8")
    assert names(run(path).stdout, folder) == ["a[1].txt"]


def test_folder_that_may_not_be_entered(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder without permission is reported in one line, and the rest is done."""
    listed = os.scandir

    def scandir(path: str) -> object:
        if str(path).endswith("2020"):
            raise PermissionError(13, "Permission denied", path)
        return listed(path)

    monkeypatch.setattr(os, "scandir", scandir)
    result = run(folder)
    assert result.exit_code == 1
    assert result.stderr == f"quoteattr: {folder / '2020'}: permission denied\n"
    assert names(result.stdout, folder) == ["a.txt", "b.txt"]


def test_every_bad_file_has_its_line(folder: Path) -> None:
    """Missing, not UTF-8, a name that no file can have: one line each, in order."""
    (folder / "b.txt").write_bytes(b"\xff")
    result = run("missing.txt", folder, "a\0b")
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 3
    assert names(result.stdout, folder) == ["a.txt", "2020/c.txt"]
