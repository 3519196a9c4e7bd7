"""Who said what: quotations and their speakers, with exact offsets.

>>> from quoteattr import extract_quotes
>>> [quote] = extract_quotes("“We are late,” said Mayor Ada Okoro.")
>>> quote.text, quote.speaker.name
('We are late,', 'Ada Okoro')
"""

from quoteattr.api import QuoteExtractor, extract_quotes
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
