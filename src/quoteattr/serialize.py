"""Quotations as plain data and as JSON Lines, there and back without loss.

The form is published as a JSON Schema (see `json_schema`) and carries its version, so that data
written today can be told from data written later. The conversion itself is in `conversion`, which
is imported on first use: cattrs would make `import quoteattr` slow.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files
from typing import Any, Final

from quoteattr.datatypes import Quote
from quoteattr.errors import ArgumentTypeError, SerializationError

SCHEMA_VERSION: Final = 1
"""Version of the form that `to_dict` writes. Raised when data of the old form cannot be read."""

_ENVELOPE: Final = frozenset({"schema_version", "document"})
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_SPLIT_PAIR: Final = re.compile("[\ud800-\udbff][\udc00-\udfff]")


def to_dict(quote: Quote, *, document: str | None = None) -> dict[str, Any]:
    """*quote* as plain data: dicts, lists, strings, numbers and None, ready for JSON.

    Args:
        quote: Any quotation.
        document: Name of the text it came from, to be kept beside it; `from_dict` ignores it.

    Returns:
        All fields of the quotation, in their order, after "schema_version" and "document" (only
        where one is given). Offsets count code points.
    """
    from quoteattr.conversion import quote_to_plain

    if not isinstance(quote, Quote):
        raise ArgumentTypeError("quote", quote, "a Quote")
    envelope: dict[str, Any] = {"schema_version": SCHEMA_VERSION}
    if document is not None:
        envelope["document"] = document
    return {**envelope, **quote_to_plain(quote)}


def from_dict(data: Mapping[str, Any]) -> Quote:
    """The quotation that `to_dict` turned into *data*: `from_dict(to_dict(quote)) == quote`.

    Raises:
        SerializationError: The schema version is missing or unknown, a field is missing, unknown
            or of the wrong type, or the fields contradict each other.
    """
    return _read(data, "data")


def to_jsonl(quotes: Iterable[Quote], *, document: str | None = None) -> str:
    r"""*quotes* as JSON Lines: one object a line, in the order given, each line ended by "\n".

    Lone surrogates are written as escapes, so the result can always be encoded as UTF-8.

    Args:
        quotes: Quotations; an empty text comes back when there are none.
        document: Name of the text they came from, kept in every line.

    Raises:
        SerializationError: A string holds the two halves of a surrogate pair as two code points.
            JSON can write them only as the one code point they encode, which would move offsets.
    """
    return "".join(to_json(to_dict(quote, document=document)) + "\n" for quote in quotes)


def from_jsonl(lines: str | Iterable[str]) -> Iterator[Quote]:
    """The quotations in JSON Lines, one by one; blank lines are passed over.

    Args:
        lines: The whole text, or its lines (an open file, for one).

    Raises:
        SerializationError: A line is no JSON or no quotation of a known schema version. Raised when
            that line is reached; it names the line, counted from 1, and the problem.
    """
    given: object = lines
    if isinstance(given, bytes) or not isinstance(given, Iterable):
        raise ArgumentTypeError("lines", lines, "a string or an iterable of strings")
    pairs = quotes_in_lines(lines.split("\n") if isinstance(lines, str) else lines)
    return (quote for _, quote in pairs)


def json_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of what `to_dict` writes and `from_dict` reads."""
    path = files(__package__) / "schema" / "quote.schema.json"
    schema: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return schema


def to_json(data: object) -> str:
    """*data* as JSON on one line, readable (no needless escapes), and fit for UTF-8.

    Raises:
        SerializationError: A string holds a surrogate pair as two code points.
    """
    written = json.dumps(data, ensure_ascii=False)
    if _SPLIT_PAIR.search(written):
        raise SerializationError(
            "text", "holds a surrogate pair as two code points, which JSON cannot express"
        )
    return _SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", written)


def quotes_in_lines(lines: Iterable[str]) -> Iterator[tuple[str | None, Quote]]:
    """The name of the document, where there is one, and the quotation of each line."""
    for number, line in enumerate(lines, start=1):
        if line.strip():
            where = f"line {number}"
            data = _parse(line, where)
            quote = _read(data, where)
            yield data.get("document"), quote


def _parse(line: str, where: str) -> Any:
    try:
        return json.loads(line)
    except (ValueError, TypeError, RecursionError) as error:
        raise SerializationError(where, f"no JSON: {error}") from error


def _read(data: object, where: str) -> Quote:
    from quoteattr.conversion import quote_from_plain

    if not isinstance(data, Mapping):
        raise SerializationError(where, f"must be an object, got {type(data).__name__}")
    version = data.get("schema_version")
    if version != SCHEMA_VERSION or isinstance(version, bool):
        given = "none" if "schema_version" not in data else f"{version!r:.40}"
        raise SerializationError(where, f"schema_version must be {SCHEMA_VERSION}, got {given}")
    fields = {key: value for key, value in data.items() if key not in _ENVELOPE}
    return quote_from_plain(fields, where)
