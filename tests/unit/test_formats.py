"""Formats made of rows: JSON Lines, JSON, CSV, columns, Arrow. What is written can be read."""

from __future__ import annotations

import csv
import io
import json
from itertools import islice
from typing import TYPE_CHECKING, Any

import pytest
from tests.unit.format_support import DIRECT, DOCUMENT, EMPTY, MIXED, NESTED, TEXT

from quoteattr.datatypes import Quote, Span
from quoteattr.errors import ArgumentTypeError, MissingExtraError, RecordError, SerializationError
from quoteattr.formats import (
    CSV_COLUMNS,
    Document,
    arrow_schema,
    read_jsonl,
    write_arrow,
    write_conll,
    write_csv,
    write_json,
    write_jsonl,
    write_parquet,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


def written(write: Callable[..., None], *documents: Document, **options: Any) -> str:
    """What a writer of text writes."""
    stream = io.StringIO(newline="")
    write(documents, stream, **options)
    return stream.getvalue()


def test_quotations_of_another_text_are_refused() -> None:
    """A document cannot be built of a text and quotations that do not cut it."""
    with pytest.raises(RecordError, match="cut their own text"):
        Document(name="a", text=TEXT[1:], quotes=[NESTED])


def test_json_lines_come_back_as_they_were() -> None:
    """Every field of every quotation, with the names of the documents that have any."""
    other = Document(name="b", text=TEXT, quotes=(MIXED,))
    lines = io.StringIO(written(write_jsonl, DOCUMENT, EMPTY, other))
    assert list(read_jsonl(lines)) == [(DOCUMENT.name, [DIRECT, MIXED]), ("b", [MIXED])]


def test_json_lines_without_a_name_are_refused() -> None:
    """Lines that do not tell their document cannot be put together again."""
    (line,) = written(write_jsonl, Document(name="a", text=TEXT, quotes=(MIXED,))).splitlines()
    data = json.loads(line)
    del data["document"]
    with pytest.raises(SerializationError, match="does not name its document"):
        list(read_jsonl([json.dumps(data)]))
    with pytest.raises(ArgumentTypeError):
        list(read_jsonl(line))


def test_json_array_is_closed_when_documents_break_off() -> None:
    """An error in the middle leaves an array that can be read."""

    def broken() -> Iterator[Document]:
        yield DOCUMENT
        raise KeyboardInterrupt

    stream = io.StringIO()
    with pytest.raises(KeyboardInterrupt):
        write_json(broken(), stream)
    assert len(json.loads(stream.getvalue())) == 2


def test_csv_rows() -> None:
    """Marks, commas and line breaks come back from a reader; without a heading only rows."""
    rows = list(csv.reader(io.StringIO(written(write_csv, DOCUMENT, EMPTY), newline="")))
    assert tuple(rows[0]) == CSV_COLUMNS
    assert [row[5] for row in rows[1:]] == [DIRECT.text, MIXED.text]
    assert rows[1][7] == "Ida\nMoss"
    assert written(write_csv, EMPTY, heading=False) == ""


def read_conll(lines: str) -> tuple[str, dict[int, dict[str, list[Span]]]]:
    """The text that the tokens make up, and the spans of each numbered quotation by column."""
    heading, *rest = lines.splitlines()
    names = heading.removeprefix("# global.columns = ").split()
    rows = [
        dict(zip(names, line.split("\t"), strict=True))
        for line in rest
        if line and not line.startswith("# newdoc")
    ]
    found: dict[int, dict[str, list[Span]]] = {}
    for row in rows:
        start, end = int(row["START"]), int(row["END"])
        assert TEXT[start:end] == row["FORM"]
        for column in ("CONTENT", "CUE", "SOURCE", "ADDRESSEE"):
            for tag in row[column].split("|") if row[column] != "O" else ():
                letter, number = tag.split("-")
                spans = found.setdefault(int(number), {}).setdefault(column, [])
                first = start if letter == "B" else spans.pop().start
                spans.append(Span.cut(TEXT, first, end))
    return "".join(row["FORM"] for row in rows), found


def test_columns_hold_every_span() -> None:
    """Tokens with white space between make up the text; the tags give the spans back."""
    tokens, found = read_conll(written(write_conll, DOCUMENT))
    assert tokens == "".join(TEXT.split())
    for number, quote in enumerate([DIRECT, NESTED, MIXED], start=1):
        assert found[number]["CONTENT"] == list(quote.content)
        assert found[number].get("CUE", [None]) == [quote.cue]
        assert found[number].get("SOURCE", [None]) == [quote.source]
        assert found[number].get("ADDRESSEE", [None]) == [quote.addressee]


def test_columns_line_by_line() -> None:
    """Words stay whole, nested quotations share a cell, lines of the text are parted."""
    lines = written(write_conll, DOCUMENT).splitlines()
    assert lines[1] == "# newdoc id = folder/a.txt"
    assert lines[2].split("\t") == ["1", "“", "0", "1", "B-1", "O", "O", "O", "direct", "Ida Moss"]
    assert lines[5].split("\t")[1:] == [
        "can’t", "5", "10", "I-1|I-2", "O", "O", "O", "direct|direct", "Ida Moss|a / b c"
    ]  # fmt: skip
    forms = [line.split("\t")[1] for line in lines if line[:1].isdigit()]
    assert {"3.5", "sea-wall", "😀", "e\u0301tude"} <= set(forms)
    assert lines.count("") == 4


def test_a_token_is_cut_at_the_border_of_an_annotation() -> None:
    """A cue that ends inside a word still has exact offsets."""
    text = "unsaid"
    span = Span.cut(text, 2, 6)
    quote = Quote(content=(Span.cut(text, 0, 2),), kind="indirect", cue=span)
    lines = written(write_conll, Document(name="a", text=text, quotes=[quote])).splitlines()
    assert [line.split("\t")[1:7] for line in lines[2:4]] == [
        ["un", "0", "2", "B-1", "O", "O"],
        ["said", "2", "6", "O", "B-1", "O"],
    ]


@pytest.mark.parametrize("form", ["parquet", "arrow"])
def test_arrow_rows(tmp_path: Path, form: str) -> None:
    """One row a quotation with its parts; nested ones point at the one around them."""
    pyarrow = pytest.importorskip("pyarrow")
    path = tmp_path / "x"
    surrogate = Quote(content=(Span(0, 1, "\ud800"),), kind="indirect")
    odd = Document(name="odd", text="\ud800", quotes=[surrogate])
    with path.open("wb") as stream:
        {"parquet": write_parquet, "arrow": write_arrow}[form]([DOCUMENT, EMPTY, odd], stream)
    if form == "parquet":
        table = __import__("pyarrow.parquet").parquet.read_table(path)
    else:
        table = pyarrow.ipc.open_file(path).read_all()
    assert table.schema.equals(arrow_schema())
    direct, nested, mixed, last = table.to_pylist()
    assert [direct["outer"], nested["outer"], mixed["outer"]] == [None, 1, None]
    for row, quote in ((direct, DIRECT), (nested, NESTED), (mixed, MIXED)):
        assert [Span(**part) for part in row["content"]] == list(quote.content)
        assert row["source"] == (quote.source and as_row(quote.source))
        assert row["addressee"] == (quote.addressee and as_row(quote.addressee))
        assert (row["text"], row["confidence"]) == (quote.text, quote.confidence)
    assert direct["speaker"]["mentions"] == [as_row(DIRECT.source)]
    assert mixed["speaker"] is None
    assert last["text"] == r"\ud800"


def as_row(span: Span | None) -> dict[str, Any]:
    """A span as Arrow holds it."""
    assert span is not None
    return {"start": span.start, "end": span.end, "text": span.text}


def test_arrow_hands_over_in_groups(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows do not pile up: a group is written as soon as it is full."""
    pytest.importorskip("pyarrow")
    from quoteattr.formats import arrow

    monkeypatch.setattr(arrow, "ROWS_PER_GROUP", 3)
    sizes: list[int] = []
    stream = io.BytesIO()

    def documents() -> Iterator[Document]:
        for document in islice(iter(lambda: DOCUMENT, None), 20):
            sizes.append(len(stream.getvalue()))
            yield document

    write_parquet(documents(), stream)
    assert len(set(sizes)) > 10


def test_arrow_without_pyarrow(monkeypatch: pytest.MonkeyPatch) -> None:
    """The error is one line that says what to install."""
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'quoteattr\[arrow\]'"):
        arrow_schema()
