"""The table shows who, how and what, and lets nothing in the text control the terminal."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from quoteattr.datatypes import Quote, Span, Speaker
from quoteattr.terminal import heading, quotes_table

TEXT = "“We [red]will[/red]\r\n\x1b[31m go,” said Ida Moss, “now\ud800.” She wrote that it rained."
FIRST, SECOND = Span.cut(TEXT, 0, 31), Span.cut(TEXT, 47, 54)
MOSS = Speaker(name="Ida Moss", kind="person", role="harbour master")
DIRECT = Quote(
    content=(FIRST, SECOND),
    quoted=(FIRST, SECOND),
    kind="direct",
    cue=Span.cut(TEXT, 32, 36),
    speaker=MOSS,
    confidence=0.987,
)
RAIN = (Span.cut(TEXT, 65, 79),)
WRITTEN = Quote(content=RAIN, kind="indirect", mode="writing", speaker=MOSS)


def shown(*quotes: Quote, width: int = 100, colour: bool = False) -> str:
    """What the table looks like."""
    stream = io.StringIO()
    console = Console(
        file=stream, width=width, force_terminal=colour, color_system="standard" if colour else None
    )
    console.print(quotes_table(quotes))
    return stream.getvalue()


def test_row_says_who_how_and_what() -> None:
    """Speaker and role, kind and cue, the words of all parts, the confidence."""
    rows = shown(DIRECT)
    for words in ("Ida Moss", "harbour master", "direct", "said", "“We", "… “now", "0.99"):
        assert words in rows


def test_markup_of_the_text_is_shown_as_it_stands() -> None:
    """Square brackets are no colours."""
    assert "[red]will[/red]" in shown(DIRECT)


def test_nothing_controls_the_terminal() -> None:
    """Escapes and lone surrogates are replaced, line breaks are spaces."""
    rows = shown(DIRECT)
    assert "\x1b" not in rows
    assert "will[/red] \N{REPLACEMENT CHARACTER}[31m go" in rows
    rows.encode("utf-8")


def test_mode_is_named_unless_it_is_speech() -> None:
    """Writing and thought stand out."""
    assert "indirect, writing" in shown(WRITTEN)
    assert "speech" not in shown(DIRECT)


def test_unresolved_source_is_shown_as_such() -> None:
    """Without a speaker the words of the text, without those "unknown"."""
    pronoun = Quote(
        content=RAIN, kind="indirect", source=Span.cut(TEXT, 55, 58), reference="pronoun"
    )
    assert "She (unresolved)" in shown(pronoun)
    assert "unknown" in shown(Quote(content=RAIN, kind="indirect"))


@pytest.mark.parametrize(
    ("quotes", "summary"),
    [
        ((), "no quotations"),
        ((DIRECT,), "1 quotation, 1 speaker"),
        ((DIRECT, WRITTEN), "2 quotations, 1 speaker"),
        ((Quote(content=RAIN, kind="indirect"),), "1 quotation, 0 speakers"),
    ],
)
def test_summary_counts(quotes: tuple[Quote, ...], summary: str) -> None:
    """The line below counts quotations and different speakers."""
    assert summary in shown(*quotes)


def test_heading_is_shown_as_it_stands() -> None:
    """A file name may hold brackets, but nothing that controls the terminal."""
    assert heading("[a]\x1b.txt").plain == "[a]\N{REPLACEMENT CHARACTER}.txt"


def test_colours_only_on_a_terminal() -> None:
    """Colour is the console's choice, not the table's."""
    assert "\x1b[32m" in shown(DIRECT, colour=True)
    assert "\x1b" not in shown(DIRECT)


def test_narrow_terminal_loses_no_words() -> None:
    """Long content wraps; no word is cut off."""
    words = "".join(shown(WRITTEN, width=40).split())
    assert "rained" in words
    assert "…" not in words
