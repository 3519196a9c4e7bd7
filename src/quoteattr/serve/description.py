"""The published schema of quotations as a part of the API's description."""

from __future__ import annotations

import re
from typing import Any, Final

from quoteattr.serialize import json_schema
from quoteattr.serve.problems import SCHEMA as PROBLEM

_COMPONENTS: Final = "#/components/schemas"
_NAMES: Final = {
    "quote": "NestedQuotation",
    "span": "Span",
    "speaker": "Speaker",
    "step": "Step",
}


def components() -> dict[str, Any]:
    """What answers are made of, by name."""
    schema: dict[str, Any] = _moved(json_schema())
    definitions = schema.pop("$defs")
    for key in ("$schema", "$id"):
        schema.pop(key)
    quotes = {"type": "array", "items": {"$ref": f"{_COMPONENTS}/Quotation"}}
    return {
        "Problem": PROBLEM,
        "Quotation": schema,
        **{_NAMES[name]: definition for name, definition in definitions.items()},
        "Quotations": {
            "title": "Quotations",
            "description": "Top-level quotations in text order.",
            "type": "object",
            "properties": {"quotes": quotes},
            "required": ["quotes"],
            "additionalProperties": False,
        },
    }


def _moved(value: Any) -> Any:
    """The schema with its references changed for its new place."""
    if isinstance(value, dict):
        return {
            key: _reference(inner) if key == "$ref" else _moved(inner)
            for key, inner in value.items()
        }
    return [_moved(inner) for inner in value] if isinstance(value, list) else value


def _reference(reference: str) -> str:
    named = re.sub(r"^#/\$defs/(\w+)", lambda match: f"{_COMPONENTS}/{_NAMES[match[1]]}", reference)
    return re.sub(r"^#/properties/", f"{_COMPONENTS}/Quotation/properties/", named)
