"""How the quotations of several documents are written to a stream: table, JSON Lines, JSON, CSV.

A writer takes documents one by one and writes each as it comes, so that memory holds only one.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Final

from rich.console import Console

from quoteattr.serialize import to_dict, to_json, to_jsonl
from quoteattr.terminal import heading, quotes_table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from typing import TextIO

    from quoteattr.datatypes import Quote

    Documents = Iterable[tuple[str, Sequence[Quote]]]
    Writer = Callable[[Documents, TextIO], None]

CSV_COLUMNS: Final = (
    "document",
    "start",
    "end",
    "kind",
    "mode",
    "text",
    "cue",
    "source",
    "speaker",
    "speaker_kind",
    "role",
    "reference",
    "confidence",
)


def write_table(documents: Documents, stream: TextIO) -> None:
    """One table a document under the document's name; coloured where the stream is a terminal."""
    console = Console(file=stream)
    for name, quotes in documents:
        console.print(heading(name), soft_wrap=True)
        console.print(quotes_table(quotes))


def write_jsonl(documents: Documents, stream: TextIO) -> None:
    """One JSON object a line and quotation, with the name of its document."""
    for name, quotes in documents:
        stream.writelines(to_jsonl([quote], document=name) for quote in quotes)


def write_json(documents: Documents, stream: TextIO) -> None:
    """One JSON array of the same objects, one a line."""
    separator = "[\n"
    for name, quotes in documents:
        for quote in quotes:
            stream.write(separator + to_json(to_dict(quote, document=name)))
            separator = ",\n"
    stream.write("[]\n" if separator == "[\n" else "\n]\n")


def write_csv(documents: Documents, stream: TextIO) -> None:
    """Comma-separated values (RFC 4180, lines end in CRLF) under a heading, one row a quotation."""
    stream.write(_csv_line(CSV_COLUMNS))
    for name, quotes in documents:
        stream.writelines(_csv_line(_cells(name, quote)) for quote in quotes)


def _csv_line(cells: Sequence[object]) -> str:
    line = io.StringIO()
    csv.writer(line).writerow(cells)
    return line.getvalue()


def _cells(name: str, quote: Quote) -> tuple[object, ...]:
    speaker = quote.speaker
    return (
        name,
        quote.start,
        quote.end,
        quote.kind,
        quote.mode,
        quote.text,
        quote.cue.text if quote.cue else None,
        quote.source.text if quote.source else None,
        speaker.name if speaker else None,
        speaker.kind if speaker else None,
        speaker.role if speaker else None,
        quote.reference,
        quote.confidence,
    )


WRITERS: Final[dict[str, Writer]] = {
    "table": write_table,
    "jsonl": write_jsonl,
    "json": write_json,
    "csv": write_csv,
}
