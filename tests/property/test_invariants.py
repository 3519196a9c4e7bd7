"""What holds for every text."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.strategies import cut_texts, damaged_texts, news_texts, straight

from quoteattr import QuoteExtractor, extract_quotes
from quoteattr.attribution import SIEVES
from quoteattr.quotation.reports.addressee import ADDRESSEES
from quoteattr.quotation.reports.rules import RULE_NAMES
from quoteattr.serialize import from_dict, from_jsonl, to_dict, to_jsonl

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quoteattr import Quote, Span

extract = QuoteExtractor(nlp=spacy.blank("en"))
"""The engine without trained parts, because it is fast; the shipped one has a test of its own."""

PLAIN = "The rain had stopped and the street was dry.\n\n"


def everything(quotes: list[Quote] | tuple[Quote, ...]) -> Iterator[Quote]:
    """Quotations and those inside them."""
    for quote in quotes:
        yield quote
        yield from everything(quote.nested)


def spans(quote: Quote) -> Iterator[Span]:
    """Every span of one quotation."""
    yield from (*quote.content, *quote.quoted)
    yield from (s for s in (quote.cue, quote.source, quote.addressee) if s is not None)
    yield from (span for step in quote.trace for span in step.spans)
    if quote.speaker is not None:
        yield from quote.speaker.mentions


def place(quote: Quote, shift: int = 0) -> dict[str, Any]:
    """What was said and who is written to have said it, by offsets moved by *shift*."""
    named = {"content": quote.content, "quoted": quote.quoted}
    named |= {"cue": (quote.cue,), "source": (quote.source,)}
    ranges = {
        name: [(span.start + shift, span.end + shift) for span in found if span is not None]
        for name, found in named.items()
    }
    reference = None if quote.source is None else quote.reference
    return {"kind": quote.kind, "mode": quote.mode, "reference": reference, **ranges}


@given(news_texts())
def test_spans_cut_their_text(text: str) -> None:
    """Every span of every quotation cuts exactly its own text out of the input."""
    for quote in everything(extract(text)):
        assert all(text[span.start : span.end] == span.text for span in spans(quote))


@given(damaged_texts())
def test_spans_cut_damaged_text(text: str) -> None:
    """So they do in text with stray marks and malformed characters."""
    for quote in everything(extract(text)):
        assert all(text[span.start : span.end] == span.text for span in spans(quote))


@given(news_texts(max_size=2) | damaged_texts() | cut_texts())
@settings(max_examples=50)
def test_shipped_pipeline_keeps_offsets_and_order(text: str) -> None:
    """What the default call gives cuts its text, in text order, and comes back from JSON."""
    quotes = extract_quotes(text)
    for quote in everything(quotes):
        assert all(text[span.start : span.end] == span.text for span in spans(quote))
    assert quotes == sorted(quotes) == [from_dict(to_dict(quote)) for quote in quotes]


@given(news_texts() | damaged_texts())
def test_quotations_are_ordered_and_parts_disjoint(text: str) -> None:
    """Top-level quotations come in text order; no character is content of two of them."""
    quotes = extract(text)
    assert quotes == sorted(quotes)
    parts = sorted(part for quote in quotes for part in quote.content)
    assert all(first.end <= second.start for first, second in pairwise(parts))


@given(news_texts())
def test_curly_and_straight_marks_give_the_same_spans(text: str) -> None:
    """Which shape of mark a text uses changes nothing about what was said where."""
    curly, other = extract(text), extract(straight(text))
    assert [place(quote) for quote in curly] == [place(quote) for quote in other]


@given(news_texts())
def test_a_plain_paragraph_in_front_shifts_everything(text: str) -> None:
    """A paragraph that says nothing of anybody moves all spans by its length."""
    moved = [place(quote, len(PLAIN)) for quote in extract(text)]
    assert [place(quote) for quote in extract(PLAIN + text)] == moved


@given(news_texts(), st.data())
def test_a_stray_mark_changes_nothing_before_its_paragraph(text: str, data: st.DataObject) -> None:
    """Damage stays in its paragraph and after it; who "she" is may depend on the whole text."""
    paragraphs = text.split("\n\n")
    index = data.draw(st.integers(0, len(paragraphs) - 1))
    start = sum(len(paragraph) + 2 for paragraph in paragraphs[:index])
    where = start + data.draw(st.integers(0, len(paragraphs[index])))
    damaged = text[:where] + data.draw(st.sampled_from("“”\"‘’'«»")) + text[where:]
    before = [place(quote) for quote in extract(text) if quote.end <= start]
    assert [place(quote) for quote in extract(damaged) if quote.end <= start] == before


@given(news_texts())
def test_json_round_trip(text: str) -> None:
    """What is found can be written and read back without loss."""
    quotes = extract(text)
    assert [from_dict(to_dict(quote)) for quote in quotes] == quotes
    assert list(from_jsonl(to_jsonl(quotes))) == quotes


@given(news_texts() | damaged_texts())
@settings(max_examples=30)
def test_same_text_same_answer(text: str) -> None:
    """Nothing is remembered between calls."""
    first = extract(text)
    extract("“Other text,” said Somebody Else.")
    assert extract(text) == first


@given(news_texts())
def test_equal_speakers_have_one_chain(text: str) -> None:
    """Two quotations by speakers of one name and kind carry equal speakers."""
    speakers = {quote.speaker for quote in extract(text) if quote.speaker is not None}
    chains = [speaker.mentions for speaker in speakers]
    assert len({mention for chain in chains for mention in chain}) == sum(map(len, chains))


@given(news_texts() | damaged_texts())
def test_the_addressee_is_neither_said_nor_the_source(text: str) -> None:
    """Who is spoken to stands outside the content and the source."""
    for quote in everything(extract(text)):
        if (hearer := quote.addressee) is not None:
            others = (*quote.content, *((quote.source,) if quote.source else ()))
            assert all(other.end <= hearer.start or hearer.end <= other.start for other in others)


@given(news_texts() | damaged_texts())
def test_every_step_of_a_trace_is_in_the_table(text: str) -> None:
    """A trace opens with the rules that found quotation and addressee; then come the sieves."""
    hearers = {key for key, _ in ADDRESSEES}
    keys = [key for key, _ in SIEVES]
    for quote in everything(extract(text)):
        found, *tried = [step.rule for step in quote.trace]
        assert found in RULE_NAMES
        assert (quote.addressee is not None) == bool(hearers.intersection(tried[:1]))
        tried = tried[quote.addressee is not None :]
        assert tried == [key for key in keys if key in tried]


def test_the_texts_hold_quotations() -> None:
    """The properties above are not true for want of quotations: texts hold some."""
    counts = [len(extract(text)) for text in examples()]
    assert sum(counts) > len(counts)


def examples() -> list[str]:
    """Some of the texts that the properties are tried on."""
    texts: list[str] = []

    @settings(max_examples=40)
    @given(news_texts())
    def collect(text: str) -> None:
        texts.append(text)

    collect()
    return texts
