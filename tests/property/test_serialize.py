"""Every quotation that can be built can be written and read back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hypothesis import assume, given
from jsonschema import Draft202012Validator
from tests.strategies import quotes

from quoteattr.serialize import from_dict, from_jsonl, json_schema, to_dict, to_jsonl

if TYPE_CHECKING:
    from quoteattr.datatypes import Quote

VALIDATOR = Draft202012Validator(json_schema())
SPLIT_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")


@given(quotes(depth=2))
def test_data_comes_back_equal(quote: Quote) -> None:
    """`from_dict(to_dict(quote)) == quote`, whatever the text."""
    assert from_dict(to_dict(quote)) == quote


@given(quotes(depth=2))
def test_lines_come_back_equal(quote: Quote) -> None:
    """JSON Lines lose nothing, encoded as UTF-8 and decoded again."""
    assume(not any(map(SPLIT_PAIR.search, strings(to_dict(quote)))))
    data = to_jsonl([quote, quote]).encode("utf-8")
    assert list(from_jsonl(data.decode("utf-8"))) == [quote, quote]


@given(quotes(depth=2))
def test_data_fits_the_schema(quote: Quote) -> None:
    """What is written is what the schema promises."""
    VALIDATOR.validate(to_dict(quote))


def strings(data: object) -> list[str]:
    """Every string in plain data."""
    if isinstance(data, str):
        return [data]
    if isinstance(data, dict):
        return [found for value in data.values() for found in strings(value)]
    return [found for value in data for found in strings(value)] if isinstance(data, list) else []
