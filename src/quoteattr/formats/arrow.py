"""Arrow and Parquet: one row a quotation, typed, for data frames. Needs the extra `arrow`."""

from __future__ import annotations

from itertools import chain
from typing import IO, TYPE_CHECKING, Any, Final

from quoteattr.errors import MissingExtraError
from quoteattr.formats.document import numbered

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from quoteattr.datatypes import Quote, Span, Speaker
    from quoteattr.formats.document import Document

    Row = dict[str, Any]

ROWS_PER_GROUP: Final = 10_000
"""Rows written together: a row group of some megabytes, as readers of Parquet like them, and all
that is held in memory."""


def arrow_schema() -> Any:
    """The `pyarrow.Schema` of what `write_arrow` and `write_parquet` write.

    Raises:
        MissingExtraError: pyarrow is not installed.
    """
    pa = _pyarrow()
    span = pa.struct([("start", pa.int64()), ("end", pa.int64()), ("text", pa.string())])
    speaker = pa.struct(
        [
            ("name", pa.string()),
            ("kind", pa.string()),
            ("role", pa.string()),
            ("kb_id", pa.string()),
            ("mentions", pa.list_(span)),
        ]
    )
    required = {"document", "number", "start", "end", "kind", "mode", "text", "content", "quoted"}
    columns = {
        "document": pa.string(),
        "number": pa.int32(),
        "outer": pa.int32(),
        "start": pa.int64(),
        "end": pa.int64(),
        "kind": pa.string(),
        "mode": pa.string(),
        "text": pa.string(),
        "content": pa.list_(span),
        "quoted": pa.list_(span),
        "cue": span,
        "source": span,
        "speaker": speaker,
        "reference": pa.string(),
        "addressee": span,
        "confidence": pa.float64(),
    }
    return pa.schema(
        pa.field(name, kind, nullable=name not in required) for name, kind in columns.items()
    )


def write_parquet(documents: Iterable[Document], stream: IO[bytes]) -> None:
    """Write one row a quotation, nested ones as rows of their own, as a Parquet file.

    Args:
        documents: Taken one by one; memory holds `ROWS_PER_GROUP` rows. When the iterable raises,
            the file is closed first, and what came before can be read.
        stream: Open for bytes.

    Raises:
        MissingExtraError: pyarrow is not installed.
    """
    _pyarrow()
    from pyarrow import parquet

    with parquet.ParquetWriter(stream, arrow_schema(), compression="zstd") as writer:
        _write(documents, writer)


def write_arrow(documents: Iterable[Document], stream: IO[bytes]) -> None:
    """Write the same rows as an Arrow file (also known as Feather, version 2).

    Args and errors are those of `write_parquet`.
    """
    pa = _pyarrow()
    with pa.ipc.new_file(stream, arrow_schema()) as writer:
        _write(documents, writer)


def _write(documents: Iterable[Document], writer: Any) -> None:
    """Hand the rows over in groups; what is at hand when *documents* raises as well."""
    rows: list[Row] = []
    try:
        for row in chain.from_iterable(map(_rows, documents)):
            rows.append(row)
            if len(rows) == ROWS_PER_GROUP:
                _hand_over(rows, writer)
    finally:
        _hand_over(rows, writer)


def _hand_over(rows: list[Row], writer: Any) -> None:
    if rows:
        writer.write_batch(_pyarrow().RecordBatch.from_pylist(rows, schema=arrow_schema()))
        rows.clear()


def _rows(document: Document) -> Iterator[Row]:
    name = _utf8(document.name)
    for number, (outer, quote) in enumerate(numbered(document.quotes), start=1):
        yield {"document": name, "number": number, "outer": outer, **_row(quote)}


def _row(quote: Quote) -> Row:
    return {
        "start": quote.start,
        "end": quote.end,
        "kind": quote.kind.value,
        "mode": quote.mode.value,
        "text": _utf8(quote.text),
        "content": [_span(part) for part in quote.content],
        "quoted": [_span(part) for part in quote.quoted],
        "cue": quote.cue and _span(quote.cue),
        "source": quote.source and _span(quote.source),
        "speaker": quote.speaker and _speaker(quote.speaker),
        "reference": quote.reference and quote.reference.value,
        "addressee": quote.addressee and _span(quote.addressee),
        "confidence": quote.confidence,
    }


def _span(span: Span) -> Row:
    return {"start": span.start, "end": span.end, "text": _utf8(span.text)}


def _speaker(speaker: Speaker) -> Row:
    return {
        "name": _utf8(speaker.name),
        "kind": speaker.kind.value,
        "role": speaker.role and _utf8(speaker.role),
        "kb_id": speaker.kb_id and _utf8(speaker.kb_id),
        "mentions": [_span(mention) for mention in speaker.mentions],
    }


def _utf8(words: str) -> str:
    r"""The words as Arrow can hold them: a lone surrogate is written as `\ud800`."""
    return words.encode("utf-8", "backslashreplace").decode("utf-8")


def _pyarrow() -> Any:
    try:
        import pyarrow
    except ImportError as error:
        raise MissingExtraError("arrow", "pyarrow") from error
    return pyarrow
