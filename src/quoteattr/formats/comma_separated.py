"""Comma-separated values: one row a quotation, for spreadsheets and data frames."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TextIO

    from quoteattr.datatypes import Quote
    from quoteattr.formats.document import Document

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
    "addressee",
    "confidence",
)
"""The heading, in order. What is not there is an empty cell."""


def write_csv(documents: Iterable[Document], stream: TextIO, *, heading: bool = True) -> None:
    """Write one row a top-level quotation, in text order (RFC 4180, lines end in CRLF).

    Args:
        documents: Taken one by one; each is written as a whole before the next is asked for.
        stream: Open for text, with `newline=""`.
        heading: Whether the first row names the columns; without it a file can be gone on with.
    """
    if heading:
        stream.write(_lines([CSV_COLUMNS]))
    for document in documents:
        stream.write(_lines(_cells(document.name, quote) for quote in document.quotes))
        stream.flush()


def _lines(rows: Iterable[tuple[object, ...]]) -> str:
    lines = io.StringIO()
    csv.writer(lines).writerows(rows)
    return lines.getvalue()


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
        quote.addressee.text if quote.addressee else None,
        quote.confidence,
    )
