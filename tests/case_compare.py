"""Compares the quotations a case expects with those found, as far as the case states them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tests.case_files import GoldQuote

    from quoteattr.datatypes import Quote, Span

_FIELDS = (
    "kind",
    "content",
    "quoted",
    "cue",
    "source",
    "addressee",
    "speaker",
    "speaker_kind",
    "role",
    "reference",
    "mode",
)


def differences(
    expected: Sequence[GoldQuote], found: Sequence[Quote], where: str = "quote"
) -> list[str]:
    """What does not agree, one readable line each; empty when all is as expected."""
    lines: list[str] = []
    left = list(found)
    for number, gold in enumerate(expected, 1):
        quote = next((q for q in left if _same_words(gold, q)), None)
        quote = quote or next((q for q in left if _touches(gold, q)), None)
        if quote is None:
            if not gold.optional:
                lines.append(f"{where} {number} not found: {_words(gold.content)}")
            continue
        left.remove(quote)
        lines += min((_field_differences(r, quote, number, where) for r in gold.readings), key=len)
    lines += [f"{where} found, not expected: {_describe(quote)}" for quote in left]
    return lines


def _field_differences(gold: GoldQuote, quote: Quote, number: int, where: str) -> list[str]:
    got = {name: _value(quote, name) for name in _FIELDS}
    lines = [
        f"{where} {number} {name}: expected {_show(getattr(gold, name))}, got {_show(got[name])}"
        for name in _FIELDS
        if name in gold.stated and getattr(gold, name) != got[name]
    ]
    if "nested" in gold.stated:
        lines += differences(gold.nested, quote.nested, f"{where} {number} nested")
    return lines


def _value(quote: Quote, name: str) -> object:
    if name == "speaker":
        return quote.speaker.name if quote.speaker else None
    if name == "speaker_kind":
        return quote.speaker.kind if quote.speaker else None
    if name == "role":
        return quote.speaker.role if quote.speaker else None
    return getattr(quote, name)


def _same_words(gold: GoldQuote, quote: Quote) -> bool:
    return any(reading.content == quote.content for reading in gold.readings)


def _touches(gold: GoldQuote, quote: Quote) -> bool:
    return any(a.start < b.end and b.start < a.end for a in gold.content for b in quote.content)


def _words(spans: Iterable[Span]) -> str:
    return " + ".join(repr(span.text) for span in spans)


def _show(value: object) -> str:
    if isinstance(value, tuple):
        return _words(value) or "none"
    text = getattr(value, "text", None)
    return f"{text!r} at {value.start}" if text is not None else repr(value and str(value))


def _describe(quote: Quote) -> str:
    cue, source = (span and span.text for span in (quote.cue, quote.source))
    return f"{quote.kind} {_words(quote.content)}, cue {cue!r}, source {source!r}"
