"""Whatever is written, the way back from what is read leads to where it stands."""

from __future__ import annotations

import time
from itertools import pairwise

import spacy
from hypothesis import given
from hypothesis import strategies as st

from quoteattr import QuoteExtractor
from quoteattr.plain import read_plain

PIECES = [
    *(
        "<b>",
        "</b>",
        "<p>",
        "</p>",
        "<br/>",
        "<a href='x'>",
        "<script>",
        "</script>",
        "<!--",
        "-->",
    ),
    *("<", ">", "&", ";", "&ldquo;", "&rdquo;", "&quot;", "&amp;ldquo;", "&#8217;", "&#0;", "&x;"),
    *("\u00ad", "\u200b", "\ufeff", "\u202a", "ﬁ", "ﬃ", "-\n", "-\r\n", "\n\n", " "),
    *("“", "”", '"', "No,", "said:", "Ann Lee", "said", "she", "ing", "5'10"),
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)
SAID = "“No,” said Ann Lee. She added that it was late."

extract = QuoteExtractor(nlp=spacy.blank("en"))


@given(TEXTS)
def test_origins_are_in_order(text: str) -> None:
    """Each character shows a stretch of the original, none before that of the one to its left."""
    plain = read_plain(text)
    origins = [plain.origin(i, i + 1) for i in range(len(plain.text))]
    assert all(0 <= start <= end <= len(text) for start, end in origins)
    assert all(a[0] <= b[0] and a[1] <= b[1] for a, b in pairwise(origins))


@given(TEXTS)
def test_what_is_not_replaced_is_itself(text: str) -> None:
    """A letter that is read stands in the original at its origin, unless a ligature does."""
    plain = read_plain(text)
    for i, character in enumerate(plain.text):
        start, end = plain.origin(i, i + 1)
        if character.isalpha() and end - start == 1 and text[start].isascii():
            assert text[start] == character


@given(st.lists(st.sampled_from([*PIECES, SAID]), max_size=20).map("".join))
def test_quotations_cut_the_original(text: str) -> None:
    """Offsets of quotations are those of the text with its tags and entities."""
    for quote in extract(text):
        spans = [*quote.content, *(s for s in (quote.cue, quote.source) if s is not None)]
        assert all(text[span.start : span.end] == span.text for span in spans)
        assert quote.text


@given(st.text(alphabet="ab.,-'’ \n", max_size=60))
def test_text_without_signs_stays(text: str) -> None:
    """Prose is read as it stands."""
    text = text.replace("-\n", "\n")
    assert read_plain(text).text == text


def test_named_signs() -> None:
    """Tags, entities and what nobody sees; what only looks like them stays."""
    shown = {
        "<p>Ann &amp; Bo</p><p>&ldquo;No.&rdquo;</p>": "Ann & Bo“No.”",
        "&amp;ldquo;No.&amp;#8221;": "“No.”",
        "a <3 b, <ann> said & left; &nosuch;": "a <3 b, <ann> said & left; &nosuch;",
        "<script>if (a < b) say('no')</script>Yes": "Yes",
        "<script>Never closed": "Never closed",
        "<!-- hidden <p> -->Yes": "Yes",
        "Ma\u00adren Holm\u200bberg": "Maren Holmberg",
        "he told him-\nself": "he told himself",
        "to-day and to-\nday": "to-day and to-day",
        "“No,”she said.“Yes.” He said:“No.”": "“No,” she said. “Yes.” He said: “No.”",
        'He said:"No."': 'He said: "No."',
        "“Oh”s and “ah”s": "“Oh”s and “ah”s",
        'a 5\'10" man, a 6" pipe': 'a 5\'10" man, a 6" pipe',
    }
    read = {text: read_plain(text).text.replace("\n", "") for text in shown}
    assert read == shown


def test_a_long_line_costs_what_it_weighs() -> None:
    """A long line before one with a straight mark is read once, not once from each character."""
    begun = time.process_time()
    read_plain("word " * 20_000 + '\n"No," said Ann.')
    assert time.process_time() - begun < 2
