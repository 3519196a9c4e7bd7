"""Corpora are read from their upstream formats into one form of gold."""

from __future__ import annotations

from typing import TYPE_CHECKING

import corpus_files as files
import pytest
from benchmarks.corpora import CORPORA, Corpus, data_folder, kinds_named, load
from benchmarks.corpora.rst import parse_rst
from benchmarks.problems import BenchmarkError, MissingCorpusError

from quoteattr.datatypes import QuoteKind, Reference

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

WRITERS = {
    "polnear": files.polnear,
    "gum": files.gum,
    "litbank": files.litbank,
    "pdnc": files.pdnc,
    "clic": files.clic,
    "seeds": files.seeds,
}

_PADDED = {".txt", ".xml", ".json", ".rs4"}
"""Files that a line break at the end does not change."""


def read(name: str, root: Path, **options: object) -> Corpus:
    """The mini corpus *name*."""
    return load(CORPORA[name], WRITERS[name](root), **options)


def cut(corpus: Corpus, document: int = 0) -> list[list[str]]:
    """The content of each quotation as text."""
    gold = corpus.documents[document]
    return [[gold.text[a:b] for a, b in quote.content] for quote in gold.quotes]


def test_polnear(tmp_path: Path) -> None:
    """Kinds by marks, the first annotator, reported speech labelled, discarded text ignored."""
    corpus = read("polnear", tmp_path)
    (document,) = corpus.documents
    assert cut(corpus) == [["“No,”"], ["the road was shut"], ["rain"]]
    assert [quote.kind for quote in document.quotes] == ["direct", "indirect", "indirect"]
    assert [quote.label for quote in document.quotes] == ["", "reported", ""]
    assert document.quotes[2].source == ()
    assert document.ignore == ((72, 82),)
    assert not corpus.kind.protocol.nested


def test_gum(tmp_path: Path) -> None:
    """Content, source and cue from the tree, the entity's name through its chain."""
    corpus = read("gum", tmp_path)
    (document,) = corpus.documents
    assert document.text == 'Ada Okoro says it\'s late.\n\nShe said "no".'
    assert cut(corpus) == [["it's late."], ['"no".']]
    first, second = document.quotes
    assert (first.cue, first.source) == (((10, 14),), ((0, 9),))
    assert document.text[slice(*second.source[0])] == "She"
    assert first.speaker == second.speaker == "Ada Okoro"
    assert (first.kind, second.kind) == (QuoteKind.INDIRECT, QuoteKind.DIRECT)


def test_what_a_node_covers() -> None:
    """A group covers its nuclei with what hangs on them, not the satellites hung on itself."""
    tree = parse_rst(
        """<rst><header><relations><rel name="joint" type="multinuc"/></relations></header><body>
        <segment id="1" parent="9" relname="attribution-positive">They say</segment>
        <segment id="2" parent="9" relname="joint">it rains</segment>
        <segment id="3" parent="2" relname="elaboration">in May</segment>
        <segment id="4" parent="9" relname="joint">and snows</segment>
        <segment id="5" parent="9" relname="evaluation">which is bad</segment>
        <group id="9" type="multinuc"/></body></rst>""",
        where="mini",
    )
    covered = [tree.words[word] for word in tree.words_of("9")]
    assert covered == ["it", "rains", "in", "May", "and", "snows"]
    assert [tree.words[word] for word in tree.words_of("2")] == ["it", "rains"]


def test_litbank(tmp_path: Path) -> None:
    """Offsets refer to the text as printed; an entity without a proper name is not named."""
    corpus = read("litbank", tmp_path)
    assert cut(corpus) == [["“Good\nday,”"], ["“Don't go,”"]]
    first, second = corpus.documents[0].quotes
    assert (first.speaker, first.named) == ("Miss Lund", True)
    assert (second.speaker, second.named) == ("the cook", False)
    assert (first.descriptions, second.descriptions) == ((), ("the cook",))


def test_pdnc(tmp_path: Path) -> None:
    """Parts of a quotation, aliases of its speaker; nobody is named who cannot be known."""
    corpus = read("pdnc", tmp_path)
    assert cut(corpus) == [["Yes,", "at\nnoon."], ["Who knows?"]]
    first, second = corpus.documents[0].quotes
    assert first.names == ("Ada Okoro", "Addie")
    assert (first.label, second.label) == ("explicit", "implicit")
    assert not second.named
    assert corpus.documents[0].cast == (("Ada Okoro", "Addie"),)


def test_clic(tmp_path: Path) -> None:
    """White space is joined, every stretch is a row, one left open goes on below."""
    corpus = read("clic", tmp_path)
    text = "'What, now?' said he, 'I said \"go\", Sir. Good night!'"
    assert corpus.documents[0].text == text
    assert cut(corpus) == [["'What, now?'"], ["'I said \"go\", Sir. Good night!'"], ['"go",']]
    assert corpus.documents[0].quotes[2].label == "alternative"
    assert corpus.documents[1].text == '"Well,\n\n"come in."'
    assert cut(corpus, 1) == [['"Well,'], ['"come in."']]


def test_clic_marks_in_marks(tmp_path: Path) -> None:
    """The first kind of marks inside the other kind does not end the quotation around both."""
    outer, inner, innermost, below = cut(read("clic", tmp_path), 2)
    assert outer == ['"\'He said "no," Sir.\'']
    assert (inner, innermost) == (["'He said \"no,\" Sir.'"], ['"no,"'])
    assert below == ['"That is all.']


def test_seeds(tmp_path: Path) -> None:
    """Other readings are honoured; a mixed quotation wholly in marks may be direct."""
    corpus = read("seeds", tmp_path)
    first, second = corpus.documents[0].quotes
    assert first.other_kinds == {QuoteKind.DIRECT}
    assert second.other_kinds == {QuoteKind.MIXED}
    assert second.other_contents == (((39, 57),),)
    assert (first.label, second.label) == ("", "nested")
    assert not second.named
    assert first.reference is Reference.NAME


@pytest.mark.parametrize("name", WRITERS)
def test_the_checksum_follows_the_files(name: str, tmp_path: Path) -> None:
    """The same files give the same checksum, one more line end another."""
    first = read(name, tmp_path)
    assert read(name, tmp_path).checksum == first.checksum
    changed = next(path for path in sorted(tmp_path.rglob("*")) if path.suffix in _PADDED)
    changed.write_bytes(changed.read_bytes() + b"\n")
    kind = CORPORA[name]
    assert load(kind, tmp_path).checksum != first.checksum


@pytest.mark.parametrize("name", WRITERS)
def test_truncated_files(name: str, tmp_path: Path) -> None:
    """Any file cut in half is refused in one line, or read as far as it is whole."""
    WRITERS[name](tmp_path)
    for path in sorted(path for path in tmp_path.rglob("*") if path.is_file()):
        whole = path.read_bytes()
        path.write_bytes(whole[: len(whole) // 2])
        try:
            load(CORPORA[name], tmp_path)
        except BenchmarkError as error:
            assert "\n" not in str(error)  # noqa: PT017 - either outcome is right
        path.write_bytes(whole)


@pytest.mark.parametrize(
    ("name", "file", "text", "problem"),
    [
        ("polnear", "data/dev/attributions/post_1_aaaa.ann", "T1\tContent 0 5\tYes,\n", "line 1"),
        ("gum", "dev/rst/GUM_mini.rs4", "<rst>", "no XML"),
        ("gum", "dev/rst/GUM_mini.rs4", "<rst/>", "disagree on the words"),
        ("gum", "dev/conllu/GUM_mini.conllu", "1\tAda\n", "2 columns"),
        ("litbank", "quotations/tsv/1_mini_brat.txt", "“ Bad day", "the text goes on"),
        (
            "litbank",
            "quotations/tsv/1_mini_brat.ann",
            "QUOTE\tQ1\t0\t0\t9\t4\tx\n",
            "no such tokens",
        ),
        ("pdnc", "data/Mini/quotation_info.csv", "a,b\n1,2\n", "no column"),
        (
            "pdnc",
            "data/Mini/quotation_info.csv",
            files.PDNC_QUOTES.replace("[[1, 5]", "[[2, 5]"),
            "the text there is",
        ),
        ("clic", "DNov/sample1.xml", "<samples>", "no XML"),
        ("seeds", "mini.json", '{"text": "a"}', "no article with gold"),
        ("seeds", "mini.json", "{", "no article with gold"),
    ],
)
def test_wrong_files(name: str, file: str, text: str, problem: str, tmp_path: Path) -> None:
    """A file of another form is refused in one line that says what is wrong."""
    WRITERS[name](tmp_path)
    folder = next(f for f in CORPORA[name].folders if (tmp_path / f).is_dir())
    (tmp_path / folder / file).write_text(text, encoding="utf-8")
    with pytest.raises(BenchmarkError, match=problem) as caught:
        load(CORPORA[name], tmp_path)
    assert "\n" not in str(caught.value)


def test_a_missing_file(tmp_path: Path) -> None:
    """A file that belongs to a pair and is not there is named."""
    files.gum(tmp_path)
    (tmp_path / "gum-open/dev/rst/GUM_mini.rs4").unlink()
    with pytest.raises(BenchmarkError, match=r"GUM_mini\.rs4: No such file"):
        load(CORPORA["gum"], tmp_path)


def test_names_and_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Unknown corpora and splits, missing corpora and folders are named, with what there is."""
    with pytest.raises(BenchmarkError, match="unknown corpus 'polner', known are polnear"):
        kinds_named(["polner"])
    with pytest.raises(BenchmarkError, match="no split 'test', only dev, train"):
        read("polnear", tmp_path, split="test")
    with pytest.raises(MissingCorpusError, match="get it from https://"):
        load(CORPORA["gum"], tmp_path)
    with pytest.raises(BenchmarkError, match="no such folder"):
        data_folder(tmp_path / "none")
    monkeypatch.setenv("QUOTEATTR_CORPORA", str(tmp_path))
    assert data_folder() == tmp_path


@pytest.mark.parametrize("writer", WRITERS.values())
def test_a_pattern_that_fits_nothing(writer: Callable[[Path], Path], tmp_path: Path) -> None:
    """No document left is an error, not an empty table."""
    name = next(key for key, value in WRITERS.items() if value is writer)
    with pytest.raises(BenchmarkError, match="no document"):
        read(name, tmp_path, pattern="zzz*")


def test_own_cases() -> None:
    """The project's own cases are a corpus like the others."""
    kind = CORPORA["cases"]
    corpus = load(kind, data_folder(), limit=5)
    assert len(corpus.documents) == 5
