"""A table for people, one a document; on request with the reasons in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Console
from rich.padding import Padding

from quoteattr.explain import explain_quote
from quoteattr.terminal import heading, quotes_table, shown

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TextIO

    from quoteattr.datatypes import Quote
    from quoteattr.formats.document import Document


def write_table(documents: Iterable[Document], stream: TextIO, *, explain: bool = False) -> None:
    """Write one table a document under its name; coloured where the stream is a terminal.

    Args:
        documents: Taken one by one; each is written as a whole before the next is asked for.
        stream: Open for text.
        explain: Whether the trace of each quotation follows the table, in sentences.
    """
    console = Console(file=stream)
    for document in documents:
        console.print(heading(document.name), soft_wrap=True)
        console.print(quotes_table(document.quotes))
        if explain:
            for quote in document.quotes:
                _explain(quote, console)


def _explain(quote: Quote, console: Console) -> None:
    console.print(shown(quote.text, style="bold"))
    for sentence in explain_quote(quote):
        console.print(Padding(shown(sentence), (0, 0, 0, 2)))
    console.print()
