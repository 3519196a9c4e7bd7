"""JSON Lines, there and back without loss, and the same objects as one JSON array."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from quoteattr.errors import ArgumentTypeError, SerializationError
from quoteattr.serialize import quotes_in_lines, to_dict, to_json, to_jsonl

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import TextIO

    from quoteattr.datatypes import Quote
    from quoteattr.formats.document import Document


def write_jsonl(documents: Iterable[Document], stream: TextIO) -> None:
    """Write one JSON object a line and top-level quotation, with the name of its document.

    Args:
        documents: Taken one by one; each is written as a whole before the next is asked for.
        stream: Open for text.
    """
    for document in documents:
        stream.write(to_jsonl(document.quotes, document=document.name))
        stream.flush()


def read_jsonl(lines: Iterable[str]) -> Iterator[tuple[str, list[Quote]]]:
    """What `write_jsonl` wrote: the name of each document with its quotations, as they were.

    A document without quotations has left no line, and does not come back.

    Args:
        lines: The lines, an open file for one.

    Raises:
        SerializationError: A line is no JSON, no quotation of a known schema version, or does not
            name its document. Raised when that line is reached.
    """
    given: object = lines
    if isinstance(given, str | bytes):
        raise ArgumentTypeError("lines", lines, "an iterable of lines, not one string")
    for name, pairs in groupby(quotes_in_lines(lines), key=lambda pair: pair[0]):
        if name is None:
            raise SerializationError("document", "a line does not name its document")
        yield name, [quote for _, quote in pairs]


def write_json(documents: Iterable[Document], stream: TextIO) -> None:
    """Write one JSON array of the objects that `write_jsonl` writes, one a line.

    The array is closed whatever happens, so that what was written can be read.
    """
    written = False
    try:
        for document in documents:
            for quote in document.quotes:
                opening = ",\n" if written else "[\n"
                stream.write(opening + to_json(to_dict(quote, document=document.name)))
                written = True
            stream.flush()
    finally:
        stream.write("\n]\n" if written else "[]\n")
