"""Where a text mentions given characters."""

from __future__ import annotations

import pytest
import spacy

from quoteattr import QuoteExtractor
from quoteattr.characters import Character
from quoteattr.coreference import Cast

CAST = Cast(
    (
        Character("Mr. Ambrose Quill", ("Quill", "the Captain")),
        Character("Ada Quill", ("Mrs. Quill", "Ada")),
        Character("A Tall Man"),
        Character("Mr. Van Der Holm"),
    )
)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Mr Ambrose\nQuill left.", ["Mr Ambrose\nQuill"]),
        ("The captain saw Ada’s hat.", ["The captain", "Ada"]),
        ("Mrs. Quill, not Quill.", ["Mrs. Quill", "Quill"]),
        ("Adamant quills. A tall man. Quilling.", []),
        ("Mr. van der Holm, no holm.", ["Mr. van der Holm"]),
        ("Ambrose. Quill\n\nMrs.\n\nQuill", ["Quill", "Quill"]),
    ],
)
def test_names_of_the_cast_in_a_text(text: str, written: list[str]) -> None:
    """The longest name at each place; no part of a word, nobody without a name."""
    assert [text[start:end] for start, end in CAST.places(text)] == written


def test_a_name_of_two_characters_tells_nobody() -> None:
    """Who is called by a name is known by number; both where two have it."""
    cast = Cast(
        (Character("Jane Quill", ("Miss Quill",)), Character("Rosa Quill", ("Miss Quill",)))
    )
    assert cast.called("Miss Quill") == (0, 1)
    assert cast.called("Rosa Quill") == (1,)
    assert cast.called("Quill") == ()


def test_a_wife_is_not_whom_the_surname_names() -> None:
    """“Mrs. Arden” is not the man who was given the name “Arden”."""
    text = "Arden came with Mrs. Arden.\n\n“We are late,” said Mrs. Arden. “Never,” said Arden."
    extract = QuoteExtractor(
        spacy.blank("en"), characters=[Character("Noel Arden", ("Arden",), gender="male")]
    )
    names = [quote.speaker.name for quote in extract(text) if quote.speaker]
    assert names == ["Arden", "Noel Arden"]


def test_a_title_for_many_is_nobody_in_a_speech() -> None:
    """A character called "Sir" is not whom a speech calls so, nor "Sir Noel"."""
    text = "“Yes, sir. Yes, Sir,” said Ada Quill.\n\n“Good,” said Sir Noel. “Go,” said Sir."
    extract = QuoteExtractor(spacy.blank("en"), characters=["Sir", "Ada Quill"])
    names = [quote.speaker.name for quote in extract(text) if quote.speaker]
    assert names == ["Ada Quill", "Noel", "Sir"]


def test_a_given_description_is_whom_the_text_describes_so() -> None:
    """“The painter” is Ada Quill, a painter, before one who has no other name; the cabman is he."""
    text = (
        "Ada Quill was a painter. She looked at the cabman.\n\n"
        "“We are late,” said the painter.\n\n“Never,” said the cabman."
    )
    extract = QuoteExtractor(
        spacy.blank("en"), characters=["Ada Quill", "The Painter", "The Cabman"]
    )
    names = [quote.speaker.name for quote in extract(text) if quote.speaker]
    assert names == ["Ada Quill", "The Cabman"]
