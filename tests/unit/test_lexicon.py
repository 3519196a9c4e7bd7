"""Word lists are well formed, and the reader says what is wrong with those that are not."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

import pytest

from quoteattr import lexicon
from quoteattr.coreference.vocabulary import plural
from quoteattr.errors import ArgumentValueError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FOLDER = files("quoteattr.lexicon") / "en"
LISTS = sorted(path.name.removesuffix(".tsv") for path in FOLDER.iterdir() if ".tsv" in path.name)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty folder of word lists that the reader takes for the package's."""
    (tmp_path / "en").mkdir()
    monkeypatch.setattr(lexicon, "files", lambda _: tmp_path)
    lexicon.table.cache_clear()
    lexicon.words.cache_clear()
    yield tmp_path / "en"
    lexicon.table.cache_clear()
    lexicon.words.cache_clear()


def test_rows_are_keyed_by_the_first_column(folder: Path) -> None:
    """Comments and empty lines are passed over; cells may be empty."""
    (folder / "cues.tsv").write_text("# why\nverb\tmode\n\nsay\tspeech\nmuse\t\n", encoding="utf-8")
    assert dict(lexicon.table("cues")) == {
        "say": {"verb": "say", "mode": "speech"},
        "muse": {"verb": "muse", "mode": ""},
    }
    assert lexicon.words("cues") == {"say", "muse"}


def test_tables_cannot_be_changed(folder: Path) -> None:
    """One list serves the whole process, so nobody may write to it."""
    (folder / "cues.tsv").write_text("verb\nsay\n", encoding="utf-8")
    with pytest.raises(TypeError):
        lexicon.table("cues")["shout"] = {}  # type: ignore[index]


def test_wrong_number_of_columns_is_refused(folder: Path) -> None:
    """A line that lacks a cell raises an error that shows the line."""
    (folder / "cues.tsv").write_text("verb\tmode\nsay\n", encoding="utf-8")
    with pytest.raises(ArgumentValueError, match=r"cues\.tsv must be 2 columns, got 'say'"):
        lexicon.table("cues")


def test_unknown_list_is_refused() -> None:
    """A list that does not exist raises an error that names it."""
    with pytest.raises(ArgumentValueError, match="nosuch"):
        lexicon.table("nosuch")


@pytest.mark.parametrize("name", LISTS)
def test_list_is_well_formed(name: str) -> None:
    """Keys are lower case, trimmed, given once, and in LF lines."""
    lines = (FOLDER / f"{name}.tsv").read_text(encoding="utf-8").split("\n")
    rows = [line.split("\t")[0] for line in lines if line and not line.startswith("#")][1:]
    assert rows == [key.strip().lower() for key in rows]
    assert len(rows) == len(set(rows)) == len(lexicon.table(name))
    assert not any("\r" in line for line in lines)


@pytest.mark.parametrize("name", LISTS)
def test_list_has_a_source(name: str) -> None:
    """SOURCES.md says where each list came from."""
    assert f"{name}.tsv" in (FOLDER / "SOURCES.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["org_nouns", "document_nouns"])
def test_no_noun_stands_beside_its_plural(name: str) -> None:
    """Else which of the two readings a plural has would differ from process to process."""
    nouns = lexicon.words(name)
    assert not nouns & {plural(noun) for noun in nouns}
