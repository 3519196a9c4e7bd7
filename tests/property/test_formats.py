"""Whatever the text and the quotations: nothing is lost that a format promises to hold."""

from __future__ import annotations

import io

import pytest
import spacy
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import any_character, news_paragraphs, quotes

from quoteattr import Quote, QuoteExtractor, Speaker
from quoteattr.formats import (
    Document,
    from_brat,
    read_jsonl,
    to_brat,
    write_conll,
    write_csv,
    write_jsonl,
    write_parquet,
)

EXTRACTOR = QuoteExtractor(spacy.blank("en"), modes="all")

texts = st.text(any_character, min_size=1, max_size=60)
documents = texts.flatmap(
    lambda text: st.lists(quotes(text), max_size=3).map(
        lambda found: Document(name="a.txt", text=text, quotes=sorted(found))
    )
)


@given(documents)
def test_columns_hold_the_whole_text(document: Document) -> None:
    """Every character but white space is in one token, at its place, in a row of ten cells."""
    stream = io.StringIO()
    write_conll([document], stream, heading=False)
    rows = [line.split("\t") for line in stream.getvalue().split("\n") if line[:1].isdigit()]
    assert all(len(row) == 10 for row in rows)
    assert all(document.text[int(row[2]) : int(row[3])] == row[1] for row in rows)
    assert "".join(row[1] for row in rows) == "".join(document.text.split())


@given(st.lists(documents, max_size=3))
def test_rows_can_be_written(several: list[Document]) -> None:
    """No text and no quotation keeps CSV or Parquet from being written."""
    stream = io.StringIO()
    write_csv(several, stream)
    assert stream.getvalue()
    pytest.importorskip("pyarrow")
    write_parquet(several, io.BytesIO())


@given(news_paragraphs())
def test_json_lines_come_back(text: str) -> None:
    """What is found comes back from JSON Lines as it was."""
    document = Document(name="a.txt", text=text, quotes=EXTRACTOR(text))
    stream = io.StringIO()
    write_jsonl([document], stream)
    stream.seek(0)
    read = dict(read_jsonl(stream))
    assert read == ({"a.txt": list(document.quotes)} if document.quotes else {})


def as_kept(quote: Quote) -> Quote:
    """A quotation without what brat files do not hold."""
    speaker = quote.speaker and Speaker(name=quote.speaker.name, kind=quote.speaker.kind)
    nested = tuple(map(as_kept, quote.nested))
    return evolve(quote, confidence=0.0, trace=(), speaker=speaker, nested=nested)


@given(news_paragraphs())
def test_brat_comes_back(text: str) -> None:
    """What is found comes back from brat annotation, span by span."""
    found = EXTRACTOR(text)
    assert from_brat(text, to_brat(found)) == list(map(as_kept, found))


@given(documents)
def test_brat_can_be_written(document: Document) -> None:
    """Each line is whole, whatever characters the text holds."""
    for line in to_brat(document.quotes).split("\n")[:-1]:
        assert line[0] in "TEA#"
        assert line.count("\t") >= 1
