"""Where paragraphs begin and end."""

from __future__ import annotations

import pytest

from quoteattr.quotation.marks.paragraphs import find_paragraphs

WRAPPED = (
    "The keeper of the light had lived on the rock for thirty\n"
    "years, and in all that time he had never once been heard\n"
    "to speak of leaving it for the town across the water.\n"
    "\n"
    "When the boat came in that evening he went down to meet\n"
    "it with a lamp in either hand, and he was seen to smile.\n"
)


def pieces(text: str) -> list[str]:
    """The paragraphs as strings."""
    return [text[start:end] for start, end in find_paragraphs(text)]


def test_wrapped_lines_are_one_paragraph() -> None:
    """In a hard-wrapped text only blank lines part paragraphs."""
    assert [piece[:10] for piece in pieces(WRAPPED)] == ["The keeper", "When the b"]


@pytest.mark.parametrize("line_end", ["\r\n", "\r", "\u2028", "\x85"])
def test_line_ends_of_every_kind(line_end: str) -> None:
    """CRLF, CR, LINE SEPARATOR and NEL wrap a text just as LF does."""
    assert len(pieces(WRAPPED.replace("\n", line_end))) == 2


def test_lines_of_news_are_paragraphs() -> None:
    """Where lines end with sentences, a single line break parts paragraphs."""
    text = (
        "The bridge will close on Monday, the mayor said.\n“We had no choice.”\nShe left early.\n"
    )
    assert len(pieces(text)) == 3


def test_headline_is_a_paragraph() -> None:
    """A headline over a text is not wrapped into it, though no full stop ends it."""
    text = "Mayor of the island town vows to keep the old bridge open\nShe spoke on Monday."
    assert len(pieces(text)) == 2


def test_long_lines_are_paragraphs() -> None:
    """Lines wider than any page are not wrapped, wherever they end."""
    line = "a word and another word, " * 8
    assert len(pieces(f"{line}\n{line}\n{line}")) == 3


def test_short_lines_are_paragraphs() -> None:
    """Lines shorter than any page are verse or turns, each for itself."""
    assert len(pieces("Q: Why\nA: Because\nQ: And then\nA: Nothing")) == 4


def test_label_begins_a_paragraph_in_wrapped_text() -> None:
    """A speaker's label in capitals begins a turn although no blank line stands before it."""
    text = (
        WRAPPED
        + "JONES: I did not see the boat come in that night, and then\nI went home to bed.\n"
    )
    assert pieces(text)[-1].startswith("JONES:")


@pytest.mark.parametrize("parting", ["\f", "\u2029", "\v"])
def test_new_page_parts_paragraphs(parting: str) -> None:
    """A form feed or PARAGRAPH SEPARATOR parts paragraphs of a wrapped text."""
    assert len(pieces(WRAPPED.replace("\n\n", parting))) == 2


def test_white_space_is_left_out() -> None:
    """A paragraph neither begins nor ends with white space."""
    assert pieces(" \n\u00a0 One. \t\n\n\n  Two.\r\n \n") == ["One.", "Two."]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\r\n\f\u2029"])
def test_blank_text_has_none(text: str) -> None:
    """A text of white space has no paragraph."""
    assert find_paragraphs(text) == ()
