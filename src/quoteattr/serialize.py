"""Quotations as plain data and as JSON Lines, there and back without loss.

The form is published as a JSON Schema (see `json_schema`) and carries its version, so that data
written today can be told from data written later.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Final, get_args, get_origin

from cattrs import BaseValidationError, Converter, transform_error
from cattrs.errors import ForbiddenExtraKeysError
from cattrs.gen import make_dict_structure_fn
from cattrs.v import format_exception

from quoteattr.datatypes import (
    Mode,
    Outcome,
    Quote,
    QuoteKind,
    Reference,
    Span,
    Speaker,
    SpeakerKind,
    Step,
)
from quoteattr.errors import ArgumentTypeError, SerializationError

SCHEMA_VERSION: Final = 1
"""Version of the form that `to_dict` writes. Raised when data of the old form cannot be read."""

_JSON_NAMES: Final = {str: "a string", int: "a number", list: "a list", Mapping: "an object"}
_Reader = Callable[[Any, Any], Any]

_DEEPEST: Final = 50  # far beyond any text; deeper data would exhaust Python's stack
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
    if not isinstance(quote, Quote):
        raise ArgumentTypeError("quote", quote, "a Quote")
    envelope: dict[str, Any] = {"schema_version": SCHEMA_VERSION}
    if document is not None:
        envelope["document"] = document
    return {**envelope, **_converter().unstructure(quote)}


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
    return _read_lines(lines.split("\n") if isinstance(lines, str) else lines)


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


def _read_lines(lines: Iterable[str]) -> Iterator[Quote]:
    for number, line in enumerate(lines, start=1):
        if line.strip():
            where = f"line {number}"
            yield _read(_parse(line, where), where)


def _parse(line: str, where: str) -> object:
    try:
        return json.loads(line)
    except (ValueError, TypeError, RecursionError) as error:
        raise SerializationError(where, f"no JSON: {error}") from error


def _read(data: object, where: str) -> Quote:
    if not isinstance(data, Mapping):
        raise SerializationError(where, f"must be an object, got {type(data).__name__}")
    version = data.get("schema_version")
    if version != SCHEMA_VERSION or isinstance(version, bool):
        given = "none" if "schema_version" not in data else f"{version!r:.40}"
        raise SerializationError(where, f"schema_version must be {SCHEMA_VERSION}, got {given}")
    if _depth(data) > _DEEPEST:
        raise SerializationError(where, f"nested more than {_DEEPEST} quotations deep")
    fields = {key: value for key, value in data.items() if key not in _ENVELOPE}
    try:
        return _converter().structure(fields, Quote)
    except BaseValidationError as error:
        problems = transform_error(error, path="quote", format_exception=_describe)
        raise SerializationError(where, "; ".join(problems)) from error


def _describe(error: BaseException, expected: type[Any] | None) -> str:
    if isinstance(error, ForbiddenExtraKeysError):
        return f"unknown fields {', '.join(sorted(map(str, error.extra_fields)))}"
    if isinstance(error, KeyError):
        return f"required field {error} is missing"
    if isinstance(error, ValueError | TypeError):
        return str(error)
    return format_exception(error, expected)


def _depth(data: Mapping[str, Any]) -> int:
    """How deep quotations are nested in *data*; the outermost alone counts as one."""
    depth, level = 0, [data]
    while level:
        depth += 1
        level = [
            inner
            for outer in level
            if isinstance(outer.get("nested"), list)
            for inner in outer["nested"]
            if isinstance(inner, Mapping)
        ]
    return depth


@cache
def _converter() -> Converter:
    """A converter that takes every value as it is: no string for a number, no dict for a list."""
    converter = Converter(forbid_extra_keys=True, unstruct_collection_overrides={tuple: list})
    converter.register_structure_hook(str, lambda value, _: _expect(value, str))
    converter.register_structure_hook(int, lambda value, _: _expect(value, int))
    converter.register_structure_hook(float, lambda value, _: float(_expect(value, int, float)))
    converter.register_structure_hook_func(_is_tuple, _tuple_reader(converter))
    for enum in (QuoteKind, Mode, Reference, SpeakerKind, Outcome):
        converter.register_structure_hook(enum, lambda value, kind: kind(_expect(value, str)))
        converter.register_unstructure_hook(enum, lambda member: member.value)
    for record in (Span, Step, Speaker, Quote):
        converter.register_structure_hook(record, _record_reader(record, converter))
    return converter


def _is_tuple(kind: Any) -> bool:
    origin: object = get_origin(kind)
    return origin is tuple


def _tuple_reader(converter: Converter) -> _Reader:
    """A reader of `tuple[X, ...]`: read as a list, because that one says which item is wrong."""

    def read(value: Any, kind: Any) -> Any:
        items: Any = list[get_args(kind)[0]]  # type: ignore[misc]
        return tuple(converter.structure(_expect(value, list, tuple), items))

    return read


def _record_reader(record: type[Any], converter: Converter) -> _Reader:
    """A reader of one record; built on first use, because a quotation holds quotations."""

    def read(value: Any, kind: Any) -> Any:
        return reader()(_expect(value, Mapping), kind)

    @cache
    def reader() -> _Reader:
        return make_dict_structure_fn(record, converter, _cattrs_forbid_extra_keys=True)

    return read


def _expect(value: Any, *accepted: type[Any]) -> Any:
    if isinstance(value, bool) or not isinstance(value, accepted):
        raise TypeError(f"must be {_JSON_NAMES[accepted[0]]}, got {value!r:.40}")
    return value
