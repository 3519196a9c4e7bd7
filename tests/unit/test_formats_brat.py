"""brat stand-off: what is written reads back to the same spans, and what others wrote as well."""

from __future__ import annotations

from pathlib import Path

import pytest
from attrs import evolve
from tests.unit.format_support import DIRECT, DOCUMENT, EMPTY, MIXED, TEXT

from quoteattr import extract_quotes
from quoteattr.datatypes import Quote, Reference, Speaker
from quoteattr.errors import ArgumentValueError, SerializationError
from quoteattr.evaluation import evaluate, read_gold
from quoteattr.formats import Document, from_brat, read_brat, to_brat, write_brat


def as_kept(quote: Quote) -> Quote:
    """A quotation without what brat files do not hold."""
    speaker = quote.speaker
    if speaker is not None:
        speaker = Speaker(name=" ".join(speaker.name.split()), kind=speaker.kind)
    nested = tuple(map(as_kept, quote.nested))
    return evolve(quote, confidence=0.0, trace=(), speaker=speaker, nested=nested)


def test_round_trip() -> None:
    """Parts, cue, source, marks, kind, mode, reference, speaker and nesting come back."""
    assert from_brat(TEXT, to_brat([DIRECT, MIXED])) == [as_kept(DIRECT), as_kept(MIXED)]
    assert from_brat(TEXT, to_brat([])) == []


ARTICLES = sorted((Path(__file__).parents[1] / "cases" / "articles").glob("*.txt"))


@pytest.mark.parametrize("article", ARTICLES, ids=lambda path: path.stem)
def test_round_trip_of_what_is_found(article: Path) -> None:
    """The quotations of whole articles come back."""
    text = article.read_text(encoding="utf-8")
    quotes = extract_quotes(text)
    assert from_brat(text, to_brat(quotes)) == list(map(as_kept, quotes))


def test_lines() -> None:
    """Fragments end at line breaks of every sort, a stretch is written once, roles are numbered."""
    lines = to_brat([DIRECT, MIXED]).splitlines()
    assert "T4\tSource 22 25;26 30\tIda Moss" in lines
    assert "T2\tContent 36 40;41 46\t“not now.”" in lines
    event = next(line for line in lines if line.startswith("E1\t"))
    assert (
        event == "E1\tAttribution:T6 Content:T1 Content2:T2 Cue:T3 Source:T4 Addressee:T5 Nested:E2"
    )
    assert any(line.startswith("E2\tAttribution-no-source:") for line in lines)
    assert "#2\tAnnotatorNotes E2\tspeaker: a | b c" in lines
    names = [line.split("\t")[0] for line in lines]
    assert len(names) == len(set(names))


def test_every_stretch_cuts_its_own_words() -> None:
    """What stands behind the offsets is what they cut, as the brat server checks."""
    for line in to_brat([DIRECT, MIXED]).splitlines():
        if line.startswith("T"):
            _, ranges, words = line.split("\t")
            parts = [part.split() for part in ranges.split(" ", 1)[1].split(";")]
            cut = [TEXT[int(start) : int(end)] for start, end in parts]
            assert " ".join(cut) == words
            assert all(len(part.splitlines()) == 1 for part in cut)


def test_folder_there_and_back(tmp_path: Path) -> None:
    """Texts keep their line ends; documents without quotations come back too."""
    write_brat([DOCUMENT, EMPTY], tmp_path)
    assert (tmp_path / "folder" / "a.txt").read_bytes().decode() == TEXT
    assert (tmp_path / "annotation.conf").is_file()
    empty, full = read_brat(tmp_path)
    assert empty == EMPTY
    assert full == evolve(DOCUMENT, quotes=map(as_kept, DOCUMENT.quotes))


@pytest.mark.parametrize("name", ["", "/etc/a.txt", "../a.txt", "a/../../b.txt"])
def test_names_stay_in_the_folder(tmp_path: Path, name: str) -> None:
    """Nothing is written elsewhere."""
    with pytest.raises(ArgumentValueError, match="inside the folder"):
        write_brat([Document(name=name, text="")], tmp_path)


def test_annotation_from_elsewhere() -> None:
    """Without attributes, kind and marks follow from the text, the reference from the source."""
    text = "“No,” said Ada Okoro.\n\nHe called it\n“a mess”, but the agency said it was fine."
    ann = (
        "T1\tContent 0 5\t“No,”\nT2\tCue 6 10\tsaid\nT3\tSource 11 20\tAda Okoro\n"
        "E1\tAttribution:T2 Content:T1 Cue:T2 Source:T3\n"
        "T4\tContent 33 35;36 44\tit “a mess”\nT5\tSource 23 25\tHe\nT6\tCue 26 32\tcalled\n"
        "E2\tAttribution:T6 Content:T4 Cue:T6 Source:T5\n"
        "T7\tContent 66 77\tit was fine\nT8\tSource 50 60\tthe agency\n"
        "E3\tAttribution-no-cue:T7 Content:T7 Source:T8\n"
        "E4\tAttribution:T7 Cue:T6\n"
    )
    direct, mixed, indirect = from_brat(text, ann)
    assert [quote.kind for quote in (direct, mixed, indirect)] == ["direct", "mixed", "indirect"]
    assert [part.text for part in mixed.content] == ["it\n“a mess”"]
    assert [part.text for part in mixed.quoted] == ["“a mess”"]
    references = [quote.reference for quote in (direct, mixed, indirect)]
    assert references == [Reference.NAME, Reference.PRONOUN, Reference.NOMINAL]
    assert direct.speaker is None


@pytest.mark.parametrize(
    ("ann", "problem"),
    [
        ("T1\tContent 0 99\tx\n", "the text there is"),
        ("E1\tAttribution:T1 Content:T1\n", "T1, which is not there"),
        ("T1\tContent\n", "malformed"),
        ("T1\tContent 0 2\tab\nE1\tAttribution:T1 Content:T1\nA1\tKind E1 loud\n", "E1: 'loud'"),
        ("T1\tContent 0 2\tab\nE1\tAttribution:T1 Content:T1\nA1\tKind E1 mixed\n", "E1: Quote"),
        (
            "T1\tContent 0 2\tab\nE1\tAttribution:T1 Content:T1 Nested:E2\n"
            "E2\tAttribution:T1 Content:T1 Nested:E1\n",
            "nested in itself",
        ),
    ],
)
def test_what_is_wrong_is_named(ann: str, problem: str) -> None:
    """A broken annotation raises one error that says where and why."""
    with pytest.raises(SerializationError, match=problem):
        from_brat("ab cd", ann)


def test_broken_file_is_named(tmp_path: Path) -> None:
    """The error names the file."""
    (tmp_path / "a.ann").write_text("nonsense", encoding="utf-8")
    (tmp_path / "a.txt").write_text("", encoding="utf-8")
    with pytest.raises(SerializationError, match=r"a\.ann"):
        list(read_brat(tmp_path))
    (tmp_path / "a.txt").unlink()
    with pytest.raises(SerializationError, match=r"a\.txt"):
        list(read_brat(tmp_path))


def test_written_files_are_gold(tmp_path: Path) -> None:
    """Corrected by hand, they measure: kind, source, and the speaker where it has a name."""
    write_brat([DOCUMENT], tmp_path)
    (document,) = read_gold(tmp_path / "folder")
    direct, nested, mixed = document.quotes
    assert (direct.kind, direct.reference, direct.speaker) == ("direct", "name", "Ida Moss")
    assert (nested.named, mixed.speaker) == (True, None)
    report = evaluate([document], [[DIRECT, MIXED]], resamples=0)
    assert {report["all"].figures[name].value for name in ("f1", "exact", "kind", "source")} == {1}
