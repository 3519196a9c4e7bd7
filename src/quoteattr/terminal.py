"""Quotations as a table for people: who, how, and what."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Final

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from quoteattr.datatypes import Mode, QuoteKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quoteattr.datatypes import Quote, Speaker

KIND_STYLES: Final = {
    QuoteKind.DIRECT: "green",
    QuoteKind.MIXED: "yellow",
    QuoteKind.INDIRECT: "cyan",
}

PLAIN_WIDTH: Final = 100
"""Columns of the table in plain text; fits a terminal at half of a screen and a page of paper."""

_SPACE: Final = re.compile(r"\s+")
_UNPRINTABLE: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]+")


def heading(name: str) -> Text:
    """The name of a document as the line above its table."""
    return shown(name, style="bold")


def quotes_table(quotes: Sequence[Quote]) -> Table:
    """*quotes* as a table with one row a quotation, in the order given.

    Text of the article is shown as it stands, except that line breaks become spaces and what
    could control a terminal becomes "\N{REPLACEMENT CHARACTER}".

    Args:
        quotes: Quotations; with none, the table has no rows and says so below.
    """
    table = Table(
        caption=_summary(quotes),
        caption_justify="left",
        box=box.SIMPLE_HEAD,
        pad_edge=False,
    )
    table.add_column("Who", style="bold", ratio=3, overflow="fold")
    table.add_column("How", ratio=2, overflow="fold")
    table.add_column("What", ratio=7, overflow="fold")
    table.add_column("Conf.", justify="right", no_wrap=True)
    for quote in quotes:
        table.add_row(_who(quote), _how(quote), _what(quote), f"{quote.confidence:.2f}")
    return table


def plain_table(quotes: Sequence[Quote], title: str) -> str:
    """The table under *title* as plain text, `PLAIN_WIDTH` columns wide, without colours."""
    stream = io.StringIO()
    console = Console(file=stream, width=PLAIN_WIDTH, color_system=None, force_terminal=False)
    console.print(heading(title))
    console.print(quotes_table(quotes))
    return stream.getvalue()


def _summary(quotes: Sequence[Quote]) -> str:
    if not quotes:
        return "no quotations"
    speakers = {quote.speaker for quote in quotes if quote.speaker is not None}
    return f"{_count(len(quotes), 'quotation')}, {_count(len(speakers), 'speaker')}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _who(quote: Quote) -> Text:
    """The speaker and their role; the words of the text where the speaker is not known."""
    if quote.speaker is not None:
        return _speaker(quote.speaker)
    if quote.source is not None:
        return shown(f"{quote.source.text} (unresolved)", style="dim")
    return Text("unknown", style="dim")


def _speaker(speaker: Speaker) -> Text:
    who = shown(speaker.name)
    if speaker.role:
        who.append("\n").append_text(shown(speaker.role, style="not bold dim"))
    return who


def _how(quote: Quote) -> Text:
    how = Text(str(quote.kind), style=KIND_STYLES[quote.kind])
    if quote.mode is not Mode.SPEECH:
        how.append(f", {quote.mode}")
    if quote.cue is not None:
        how.append("\n").append_text(shown(quote.cue.text, style="dim"))
    return how


def _what(quote: Quote) -> Text:
    """The parts of the content as they stand; an ellipsis shows where the reporter comes in."""
    return Text(" … ").join(shown(part.text) for part in quote.content)


def shown(text: str, *, style: str = "") -> Text:
    """Text of an article on one line, with nothing in it that could control a terminal."""
    words = _UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", _SPACE.sub(" ", text))
    return Text(words, style=style)
