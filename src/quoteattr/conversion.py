"""Records to plain data and back, by cattrs, with errors that say what is wrong and where.

cattrs converts one quotation at a time, and loops take it through the nested ones: however deep a
text nests them, the stack does not grow.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Final, get_args, get_origin

from cattrs import BaseValidationError, Converter, transform_error
from cattrs.errors import ForbiddenExtraKeysError
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override
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
from quoteattr.errors import SerializationError

_JSON_NAMES: Final = {str: "a string", int: "a number", list: "a list", Mapping: "an object"}
_Reader = Callable[[Any, Any], Any]


def quote_to_plain(quote: Quote) -> dict[str, Any]:
    """All fields of *quote*, in their order, as dicts, lists, strings, numbers and None."""
    converter = _converter()
    data: dict[str, Any] = converter.unstructure(quote)
    waiting = [(quote, data)]
    while waiting:
        outer, plain = waiting.pop()
        plain["nested"] = [converter.unstructure(inner) for inner in outer.nested]
        waiting.extend(zip(outer.nested, plain["nested"], strict=True))
    return data


def quote_from_plain(fields: Mapping[str, Any], where: str) -> Quote:
    """The quotation with these fields.

    Raises:
        SerializationError: A field is missing, unknown or wrong; *where* names the data.
    """
    nodes: list[tuple[str, Any]] = [("quote", fields)]
    children: list[range] = []
    for path, data in nodes:  # grows as it goes: outer quotations stand before those inside them
        nested = _nested(path, data, where)
        children.append(range(len(nodes), len(nodes) + len(nested)))
        nodes.extend(nested)
    quotes: dict[int, Quote] = {}
    for index in reversed(range(len(nodes))):
        inner = tuple(quotes[child] for child in children[index])
        quotes[index] = _one_quote(*nodes[index], inner, where)
    return quotes[0]


def _nested(path: str, data: Any, where: str) -> list[tuple[str, Any]]:
    """The data of the quotations directly inside one, each with its path."""
    try:
        nested = _expect(data, Mapping).get("nested", [])
        path += ".nested"
        return [(f"{path}[{i}]", inner) for i, inner in enumerate(_expect(nested, list, tuple))]
    except TypeError as error:
        raise SerializationError(where, f"{error} @ {path}") from error


def _one_quote(path: str, data: Any, nested: tuple[Quote, ...], where: str) -> Quote:
    """The quotation of *data*, with those inside it built already."""
    try:
        return _converter().structure({**data, "nested": nested}, Quote)
    except BaseValidationError as error:
        problems = transform_error(error, path=path, format_exception=_describe)
        raise SerializationError(where, "; ".join(problems)) from error


def _describe(error: BaseException, expected: type[Any] | None) -> str:
    if isinstance(error, ForbiddenExtraKeysError):
        return f"unknown fields {', '.join(sorted(map(str, error.extra_fields)))}"
    if isinstance(error, KeyError):
        return f"required field {error} is missing"
    if isinstance(error, ValueError | TypeError):
        return str(error)
    return format_exception(error, expected)


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
    without_nested = make_dict_unstructure_fn(Quote, converter, nested=override(omit=True))
    converter.register_unstructure_hook(Quote, without_nested)
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
        return value if isinstance(value, record) else reader()(_expect(value, Mapping), kind)

    @cache
    def reader() -> _Reader:
        return make_dict_structure_fn(record, converter, _cattrs_forbid_extra_keys=True)

    return read


def _expect(value: Any, *accepted: type[Any]) -> Any:
    if isinstance(value, bool) or not isinstance(value, accepted):
        raise TypeError(f"must be {_JSON_NAMES[accepted[0]]}, got {value!r:.40}")
    return value
