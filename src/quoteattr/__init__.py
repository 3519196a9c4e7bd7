"""Who said what: quotations and their speakers, with exact offsets.

>>> from quoteattr import extract_quotes
>>> [quote] = extract_quotes("“We are late,” said Mayor Ada Okoro.")
>>> quote.text, quote.speaker.name
('We are late,', 'Ada Okoro')

What is named here is imported when it is first asked for: spaCy imports this package, for its
component, whenever it makes a pipeline, and that must be quick and must not fail.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from quoteattr.api import QuoteExtractor, extract_quotes
    from quoteattr.characters import Character
    from quoteattr.clusters import CoreferenceBackend
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
    from quoteattr.errors import QuoteAttrError
    from quoteattr.pipeline import load_pipeline
    from quoteattr.rendering import render
    from quoteattr.serialize import from_dict, from_jsonl, json_schema, to_dict, to_jsonl

__version__ = "0.1.0"

__all__ = [
    "Character",
    "CoreferenceBackend",
    "Mode",
    "Outcome",
    "Quote",
    "QuoteAttrError",
    "QuoteExtractor",
    "QuoteKind",
    "Reference",
    "Span",
    "Speaker",
    "SpeakerKind",
    "Step",
    "__version__",
    "extract_quotes",
    "from_dict",
    "from_jsonl",
    "json_schema",
    "load_pipeline",
    "render",
    "to_dict",
    "to_jsonl",
]

_HOMES: Final = (
    "api",
    "characters",
    "clusters",
    "datatypes",
    "errors",
    "pipeline",
    "rendering",
    "serialize",
)
"""The modules that the names above come from."""


if not TYPE_CHECKING:  # else every misspelt name would pass a type checker

    def __getattr__(name: str) -> object:
        """A public name, or one of the modules they come from, imported now."""
        if name in _HOMES:
            return import_module(f"{__name__}.{name}")
        if name in __all__:
            for home in _HOMES:
                module = import_module(f"{__name__}.{home}")
                if hasattr(module, name):
                    return getattr(module, name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__, *_HOMES})
