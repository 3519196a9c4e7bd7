"""`render`: what it takes, what it refuses, what a notebook makes of it."""

from __future__ import annotations

from html import unescape
from typing import Any

import pytest
from attrs import evolve

from quoteattr import Quote, Span, Speaker, extract_quotes, render
from quoteattr.errors import ArgumentTypeError, ArgumentValueError

TEXT = "“We are late,” said Tom Arden. “He said we might be,” Ada Okoro said."
QUOTES = extract_quotes(TEXT)


def test_html_is_one_page() -> None:
    """A whole document with the title, and no address of anything else."""
    page = render(TEXT, iter(QUOTES), title="Late & later")
    assert page.startswith("<!DOCTYPE html>")
    assert "<title>Late &amp; later</title>" in page
    assert "http" not in page.replace('<meta http-equiv="Content', "")


def test_a_notebook_shows_the_page_in_a_frame() -> None:
    """The whole page is in the frame, which may run its script but touch nothing else."""
    page: Any = render(TEXT, QUOTES)
    frame = page._repr_html_()
    assert frame.startswith("<iframe")
    assert 'sandbox="allow-scripts"' in frame
    assert page in unescape(frame)


def test_table_is_plain_text() -> None:
    """Who, how and what under the title, without colours."""
    table = render(TEXT, QUOTES, style="table", title="Late")
    assert table.startswith("Late\n")
    assert "Ada Okoro" in table
    assert "\x1b" not in table


def test_quotations_of_another_text_are_refused() -> None:
    """Offsets that cut other words are a mistake of the caller's, nested ones too."""
    with pytest.raises(ArgumentValueError, match="quotes must be quotations of this text"):
        render("Another text.", QUOTES)
    stray = Quote(content=(Span(1, 3, "xx"),), kind="indirect")
    with pytest.raises(ArgumentValueError, match="Span"):
        render(TEXT, [evolve(QUOTES[0], nested=(stray,))])


@pytest.mark.parametrize(
    ("arguments", "error", "message"),
    [
        ((b"", []), ArgumentTypeError, "text must be a string"),
        (("", ["x"]), ArgumentTypeError, "quotes must be an iterable of Quote"),
    ],
)
def test_wrong_arguments(arguments: tuple[Any, Any], error: type[Exception], message: str) -> None:
    """What is wrong is named."""
    with pytest.raises(error, match=message):
        render(*arguments)


def test_unknown_style() -> None:
    """The styles that there are stand in the message."""
    with pytest.raises(ArgumentValueError, match="style must be 'html' or 'table', got 'pdf'"):
        render(TEXT, QUOTES, style="pdf")


class Counted(str):
    """A text that counts how often it is cut."""

    cuts = 0

    def __getitem__(self, key: Any) -> str:
        Counted.cuts += 1
        return super().__getitem__(key)


def test_work_grows_with_the_text() -> None:
    """A long chain that many quotations share is read once, not once for each."""
    number = 60
    text = Counted("Ann said no. " * number)
    starts = range(0, len(text), 13)
    chain = tuple(Span(start, start + 3, "Ann") for start in starts)
    ann = Speaker(name="Ann", kind="person", mentions=chain)
    said = [
        Quote(content=(Span(start + 9, start + 11, "no"),), kind="indirect", speaker=ann)
        for start in starts
    ]
    Counted.cuts = 0
    assert render(text, said)
    assert Counted.cuts < 10 * number
