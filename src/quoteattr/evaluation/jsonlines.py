"""Gold and predictions as JSON Lines.

Gold, one document a line; what is left out is not judged, a range is `[start, end]` or an object
with `start` and `end`:

    {"id": "a1", "text": "“No,” said Ada Okoro.", "quotes": [{"kind": "direct",
     "content": [[0, 5]], "cue": [6, 10], "source": [11, 20], "speaker": "Ada Okoro"}]}

Further fields: `aliases`, `named`, `descriptions`, `reference`, `other_contents`, `other_kinds`,
`label`; of the document `ignore` and `cast`. See `GoldQuote` and `GoldDocument` for what they mean.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from attrs import fields

from quoteattr.datatypes import QuoteKind
from quoteattr.evaluation.gold import GoldDocument, GoldError, GoldQuote, Range
from quoteattr.evaluation.standoff import read_text

_QUOTE: Final = frozenset(field.name for field in fields(GoldQuote))
_PLAIN: Final = ("kind", "named", "reference", "label")
# what `quoteattr extract` writes beside these, so that its output can be corrected into gold
_PASSED_OVER: Final = frozenset(
    {"schema_version", "document", "mode", "quoted", "addressee", "confidence"}
    | {"trace", "nested", "note"}
)


def read_jsonl(path: str | Path) -> list[GoldDocument]:
    """The gold documents of a JSON Lines file, in its order.

    Raises:
        GoldError: The file cannot be read, holds no document, or a line is no gold document; names
            the line, counted from 1.
    """
    name = Path(path).name
    documents = list(parse_jsonl(read_text(path).split("\n"), where=name))
    if not documents:
        raise GoldError(name, "holds no document")
    ids = [document.id for document in documents]
    for number, one in enumerate(ids):
        if one in ids[:number]:
            raise GoldError(name, f"two documents have the id {one!r}")
    return documents


def parse_jsonl(lines: Iterable[str], *, where: str = "gold") -> Iterator[GoldDocument]:
    """The gold documents in *lines*, blank ones passed over. Raises GoldError as `read_jsonl`."""
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield _document(line, f"{where}, line {number}", number)


def _document(line: str, where: str, number: int) -> GoldDocument:
    try:
        data = json.loads(line)
    except ValueError as error:
        raise GoldError(where, f"no JSON: {error}") from error
    if not isinstance(data, Mapping) or not isinstance(data.get("text"), str):
        raise GoldError(where, 'must be an object with a string "text"')
    quotes = data.get("quotes", [])
    if not isinstance(quotes, list):
        raise GoldError(where, '"quotes" must be a list')
    try:
        return GoldDocument(
            id=str(data.get("id", number)),
            text=data["text"],
            quotes=[_quote(quote) for quote in quotes],
            ignore=_spans(data.get("ignore", [])),
            cast=tuple(tuple(names) for names in data.get("cast", [])),
        )
    except (ValueError, TypeError, KeyError) as error:
        raise GoldError(where, str(error) or type(error).__name__) from error


def _quote(data: object) -> GoldQuote:
    if not isinstance(data, Mapping):
        raise TypeError(f"a quotation must be an object, got {data!r:.40}")
    if unknown := set(data) - _QUOTE - _PASSED_OVER:
        raise ValueError(f"unknown fields {', '.join(sorted(map(str, unknown)))}")
    if "content" not in data:
        raise ValueError('a quotation needs "content"')
    speaker = data.get("speaker")
    if isinstance(speaker, Mapping):  # as `to_dict` writes it
        speaker = speaker.get("name")
    return GoldQuote(
        content=_spans(data["content"]),
        cue=_spans(data.get("cue")),
        source=_spans(data.get("source")),
        speaker=speaker,
        aliases=data.get("aliases", ()),
        descriptions=data.get("descriptions", ()),
        other_contents=tuple(_spans(content) for content in data.get("other_contents", ())),
        other_kinds=frozenset(QuoteKind(kind) for kind in data.get("other_kinds", ())),
        **{name: data[name] for name in _PLAIN if name in data},
    )


def _spans(value: Any) -> tuple[Range, ...]:
    """One range or several, however they are written; None is none."""
    if value is None:
        return ()
    if isinstance(value, Mapping) or (value and isinstance(value[0], int)):
        value = [value]
    return tuple(_span(item) for item in value)


def _span(item: Any) -> Range:
    start, end = (item["start"], item["end"]) if isinstance(item, Mapping) else item
    if not (type(start) is int and type(end) is int):
        raise TypeError(f"a range needs two whole numbers, got {item!r:.40}")
    return start, end
