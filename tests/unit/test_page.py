"""The page: the text cut exactly, speakers numbered, everything escaped."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import quotes, texts

from quoteattr.datatypes import Quote, Span, Speaker
from quoteattr.page import card_of, page_of
from quoteattr.page.cards import cards_of, in_text_order
from quoteattr.page.cast import COLOURS, FORMS_SHOWN, cast_of
from quoteattr.page.segments import Segment, segments_of
from quoteattr.quotation import find_paragraphs

TEXT = "“He said that it was late,” said Ann.\n\nShe left."


def span(words: str, text: str = TEXT) -> Span:
    """The first place of *words* in the text."""
    start = text.index(words)
    return Span.cut(text, start, start + len(words))


ANN = Speaker(name="Ann", kind="person", mentions=(span("Ann"), span("She")))
LATE = Quote(
    content=(span("it was late"),), kind="indirect", source=span("He"), reference="pronoun"
)
OUTER = Quote(
    content=(span("“He said that it was late,”"),),
    quoted=(span("“He said that it was late,”"),),
    kind="direct",
    source=span("Ann"),
    cue=Span.cut(TEXT, 28, 32),
    reference="name",
    speaker=ANN,
    confidence=0.934,
    nested=(LATE,),
)


def pieces(text: str, *found: Quote) -> list[list[Segment]]:
    """The paragraphs of a text, cut."""
    ordered = in_text_order(found)
    cast = cast_of([quote for quote, _ in ordered])
    return segments_of(text, find_paragraphs(text), cards_of(ordered, cast), cast.values())


class Reader(HTMLParser):
    """What a browser would show of the text, without the numbers in it, and all tags it meets."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.paragraphs: list[str] = []
        self.tags: set[str] = set()
        self._path: list[tuple[str, str | None]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag not in ("meta", "link", "input"):
            self._path.append((tag, dict(attrs).get("id")))
        if tag == "p" and ("article", "text") in self._path:
            self.paragraphs.append("")

    def handle_endtag(self, tag: str) -> None:
        assert self._path.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        inside = [tag for tag, _ in self._path]
        if ("article", "text") in self._path and "p" in inside and "a" not in inside:
            self.paragraphs[-1] += data


def test_each_piece_has_one_look() -> None:
    """Source and cue inside a quotation, and what is nested, are pieces of their own."""
    first, _ = pieces(TEXT, OUTER)
    looks = [(piece.text, piece.content, piece.source, piece.cue) for piece in first]
    assert looks == [
        ("“", (1,), (), ()),
        ("He", (1,), (2,), ()),
        (" said that ", (1,), (), ()),
        ("it was late", (1, 2), (), ()),
        (",”", (1,), (), ()),
        (" ", (), (), ()),
        ("said", (), (), (1,)),
        (" ", (), (), ()),
        ("Ann", (), (1,), ()),
        (".", (), (), ()),
    ]
    assert [piece.opens for piece in first if piece.opens] == [(1,), (2,)]


def test_mentions_of_the_speaker_are_marked_anywhere() -> None:
    """The chain is shown outside quotations too."""
    assert [[p.text for p in row if p.mention] for row in pieces(TEXT, OUTER)] == [["Ann"], ["She"]]


@given(st.data())
def test_pieces_make_up_the_text(data: st.DataObject) -> None:
    """Whatever spans there are, the pieces of a paragraph are its text; none opens twice."""
    text = data.draw(texts)
    found = data.draw(st.lists(quotes(text), max_size=4))
    cut = pieces(text, *found)
    rows = [text[start:end] for start, end in find_paragraphs(text)]
    assert ["".join(piece.text for piece in row) for row in cut] == rows
    opened = [number for row in cut for piece in row for number in piece.opens]
    assert len(opened) == len(set(opened))


@given(st.data())
def test_a_page_shows_the_text_and_is_well_formed(data: st.DataObject) -> None:
    """Tags nest, and what a reader sees is the text, unprintable characters aside."""
    text = data.draw(texts)
    found = data.draw(st.lists(quotes(text), max_size=3))
    page = page_of(text, found, title=data.draw(texts))
    page.encode("utf-8")
    shown = Reader(page).paragraphs
    rows = [text[start:end] for start, end in find_paragraphs(text)]
    if rows:
        assert [len(row) for row in shown] == [len(row) for row in rows]


MARKUP = "</script><script>alert(1)</script><img src=x onerror=alert(1)> & \" ' <!-- ]]>"


def test_markup_is_text() -> None:
    """Markup in the text, in names and in the title is shown as it stands."""
    text = f"“{MARKUP}” said Ann."
    ann = Speaker(name=f"Ann {MARKUP}", kind="person", role=MARKUP)
    marked = (Span.cut(text, 0, len(MARKUP) + 2),)
    quote = Quote(content=marked, quoted=marked, kind="direct", speaker=ann, confidence=0.5)
    page = Reader(page_of(text, [quote], title=MARKUP))
    assert page.paragraphs == [text]
    assert "img" not in page.tags
    assert "<img" not in card_of(quote)


def test_the_same_text_gives_the_same_page() -> None:
    """Nothing of the page depends on when or where it was made."""
    assert page_of(TEXT, [OUTER]) == page_of(TEXT, [OUTER])


@pytest.mark.parametrize("text", ["", " \n "])
def test_a_text_without_words(text: str) -> None:
    """The page says that there is nothing."""
    page = page_of(text, [])
    assert "0 quotations" in page
    assert "The text is empty." in page


def test_speakers_are_numbered_by_how_much_they_say() -> None:
    """Who speaks most is number 1; the unknown have no number and stand last."""
    bo = Speaker(name="Bo", kind="person")
    said = [quote_of(ANN), quote_of(None), quote_of(bo), quote_of(bo)]
    voices = cast_of(said).values()
    assert [(v.sign, v.name, v.count) for v in voices] == [
        ("1", "Bo", 2),
        ("2", "Ann", 1),
        ("?", "Speaker not known", 1),
    ]


def test_colours_come_round() -> None:
    """Later speakers share colours, never grey, which is for the unknown."""
    many = [Speaker(name=f"N{n}", kind="person") for n in range(2 * COLOURS + 1)]
    colours = [voice.colour for voice in cast_of([quote_of(one) for one in many]).values()]
    assert colours[: COLOURS + 1] == [*range(1, COLOURS + 1), 1]
    assert 0 not in colours


def test_forms_of_a_chain_are_counted() -> None:
    """The same words in any case are one form; rare ones beyond a number are only counted."""
    words = ["he", "Bo", "He", *(f"x{n}" for n in range(FORMS_SHOWN))]
    text = " ".join(words)
    places = [text.index(word) for word in words]
    mentions = [Span.cut(text, at, at + len(word)) for at, word in zip(places, words, strict=True)]
    bo = Speaker(name="Bo", kind="person", mentions=tuple(sorted(mentions)))
    (voice,) = cast_of([quote_of(bo)]).values()
    assert voice.forms[:2] == (("he", 2), ("Bo", 1))
    assert (len(voice.forms), voice.unlisted) == (FORMS_SHOWN, 2)


def quote_of(speaker: Speaker | None, **fields: Any) -> Quote:
    """A quotation by somebody."""
    return Quote(content=(span("it was late"),), kind="indirect", speaker=speaker, **fields)


def test_a_card_says_who_how_sure_and_why() -> None:
    """The speaker, the words, the confidence, and the way to them."""
    card = OUTER._repr_html_()
    for words in ("Ann", "He said that it was late", "93% sure", "1 inside", "right 93% of the"):
        assert words in card


def test_who_is_spoken_to_is_named() -> None:
    """The addressee stands on the page and on the card."""
    told = quote_of(ANN, addressee=span("She"))
    assert "<dt>Spoken to</dt><dd><bdi>She</bdi>" in page_of(TEXT, [told])
    assert "spoken to “<bdi>She</bdi>”" in card_of(told)


def test_a_label_tells_what_the_colour_shows() -> None:
    """Who hears the page is told speaker, kind and confidence at each quotation."""
    assert 'aria-label="1 Ann: quotation 1, direct, 93% sure"' in page_of(TEXT, [OUTER])
    assert 'aria-label="? Speaker not known: quotation 2, indirect"' in page_of(TEXT, [OUTER])
