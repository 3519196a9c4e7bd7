"""News articles with full gold beside them: kinds, cues, sources, speakers, nested quotations.

Other readings that the gold notes allow are honoured: `alt content: [[a, b]]`, `alt kind: direct`;
where every word of a mixed quotation stands inside marks, direct is right as well.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

import regex

from benchmarks.corpora.base import CorpusKind, Files
from quoteattr.datatypes import QuoteKind
from quoteattr.evaluation import UTTERANCES, GoldDocument, GoldError, GoldQuote, Subset, of_kind
from quoteattr.evaluation.judging import UTTERED
from quoteattr.evaluation.kinds import kind_of, quoted_ranges

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from quoteattr.evaluation.gold import Range

_OTHER_KIND: Final = regex.compile(r"alt kind: (\w+)")
_OTHER_CONTENT: Final = regex.compile(r"alt content: (\[\[[\d, \[\]]+\]\])")


def documents(
    files: Files,
    split: str,  # noqa: ARG001 - there is only one
    wanted: Callable[[str], bool],
) -> Iterator[GoldDocument]:
    """The articles, by name."""
    for path in sorted(files.root.glob("*.json")):
        if wanted(path.stem):
            try:
                data = json.loads(files.text(path))
                yield document_of(path.stem, data)
            except (KeyError, TypeError, ValueError) as error:
                if isinstance(error, GoldError):
                    raise
                raise GoldError(path.name, f"no article with gold: {error!r:.80}") from error


def document_of(name: str, data: dict[str, Any]) -> GoldDocument:
    """The gold document of one article."""
    text = data["text"]
    quoted = quoted_ranges(text)
    quotes = [_quote(text, item, quoted) for item in data["quotes"]]
    return GoldDocument(id=name, text=text, quotes=sorted(quotes, key=lambda quote: quote.content))


def _quote(text: str, item: dict[str, Any], quoted: tuple[Range, ...]) -> GoldQuote:
    note = item.get("note") or ""
    kind = QuoteKind(item["kind"])
    content = _ranges(item["content"])
    others = {QuoteKind(found[1]) for found in _OTHER_KIND.finditer(note)}
    if kind is not QuoteKind.INDIRECT and kind_of(text, content, quoted) is QuoteKind.DIRECT:
        others |= {QuoteKind.DIRECT, QuoteKind.MIXED}
    return GoldQuote(
        content=content,
        kind=kind,
        cue=_ranges(item["cue"] or ()),
        source=_ranges(item["speaker_mention"] or ()),
        speaker=item["speaker"],
        named=item["speaker"] is not None and item["speaker_kind"] != "unnamed",
        reference=item["reference"],
        other_kinds=frozenset(others - {kind}),
        other_contents=tuple(
            _ranges(json.loads(found[1])) for found in _OTHER_CONTENT.finditer(note)
        ),
        label="nested" if item.get("nested_in") is not None else "",
    )


def _ranges(value: Any) -> tuple[Range, ...]:
    return tuple((start, end) for start, end in value)


SEEDS = CorpusKind(
    name="seeds",
    title="News articles with gold",
    folders=("seeds", "../seeds"),
    source="the project's shared folder",
    splits=("all",),
    documents=documents,
    note="the rules were built with these in view: no test of them",
    subsets=(
        UTTERANCES,
        *(of_kind(kind, UTTERED) for kind in QuoteKind),
        Subset(
            name="nested",
            gold=lambda quote: quote.label == "nested",
            predicted=lambda _: False,
            modes=UTTERED,
            precision=False,
        ),
    ),
)
