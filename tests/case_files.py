"""Reads case files: short texts with the quotations expected in them (format: cases/README.md)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import regex
from attrs import field, frozen
from attrs.validators import in_, instance_of

from quoteattr.characters import Character
from quoteattr.datatypes import Mode, QuoteKind, Reference, Span, SpeakerKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

Raw = dict[str, Any]

_CASE_FIELDS = {
    *("label", "text", "comment", "origin", "expect", "engine"),
    *("modes", "kinds", "characters"),
}
_QUOTE_FIELDS = {
    *("kind", "content", "quoted", "cue", "source", "addressee", "speaker"),
    *("speaker_kind", "role", "reference", "mode", "nested"),
}


class CaseError(ValueError):
    """A case file says something that cannot be read."""


@frozen(kw_only=True)
class GoldQuote:
    """One expected quotation; only the fields named in `stated` are to be checked."""

    kind: QuoteKind = field(converter=QuoteKind)
    content: tuple[Span, ...]
    quoted: tuple[Span, ...] = ()
    cue: Span | None = None
    source: Span | None = None
    addressee: Span | None = None
    speaker: str | None = None
    speaker_kind: SpeakerKind | None = None
    role: str | None = None
    reference: Reference | None = None
    mode: Mode = Mode.SPEECH
    nested: tuple[GoldQuote, ...] = ()
    optional: bool = False
    alternatives: tuple[GoldQuote, ...] = ()
    stated: frozenset[str] = frozenset()

    @property
    def readings(self) -> tuple[GoldQuote, ...]:
        """The quotation as stated first, then the other readings that are right as well."""
        return (self, *self.alternatives)


@frozen(kw_only=True)
class Case:
    """One text and the top-level quotations expected in it, in text order."""

    file: str
    label: str = field(validator=instance_of(str))
    text: str = field(validator=instance_of(str))
    quotes: tuple[GoldQuote, ...]
    comment: str = ""
    origin: str = field(default="synthetic", validator=instance_of(str))
    expect: str = field(default="pass", validator=in_(("pass", "fail")))
    engine: str = field(default="any", validator=in_(("any", "parser")))
    modes: str | tuple[str, ...] | None = None
    kinds: str | tuple[str, ...] | None = None
    characters: tuple[Character, ...] = ()

    @property
    def has_options(self) -> bool:
        """Whether the engine is not called on the text alone."""
        return bool(self.modes or self.kinds or self.characters)

    @property
    def id(self) -> str:
        """File and label."""
        return f"{self.file}:{self.label}"


def load_cases(folder: Path) -> list[Case]:
    """The cases of all JSON files that lie directly in *folder*, by file name, then as written.

    Raises:
        CaseError: A field is unknown, missing or contradictory, a label is used twice, or a
            stretch is not found in its text. The message names the file and the case.
    """
    return [case for path in sorted(folder.glob("*.json")) for case in read_file(path)]


def read_file(path: Path) -> list[Case]:
    """The cases of one file; raises `CaseError` as `load_cases` does."""
    cases: list[Case] = []
    for raw in _raw_cases(path):
        where = f"{path.name}, case {raw.get('label', len(cases) + 1)!r}"
        try:
            cases.append(read_case(raw, path.stem))
        except (CaseError, ValueError, TypeError, KeyError) as error:
            raise CaseError(f"{where}: {error}") from error
        if cases[-1].label in {case.label for case in cases[:-1]}:
            raise CaseError(f"{where}: label used twice")
    return cases


def _raw_cases(path: Path) -> list[Raw]:
    """The objects of a file: a list of cases, or one whose text may lie beside it as `.txt`."""
    raw = json.loads(path.read_text(encoding="utf-8"))
    if isinstance(raw, list):
        return raw
    beside = path.with_suffix(".txt")
    if "text" not in raw and beside.is_file():
        raw["text"] = beside.read_bytes().decode("utf-8")
    return [raw]


def read_case(raw: Raw, file: str) -> Case:
    """One case out of its JSON object, every stretch resolved to offsets in its text."""
    _refuse_unknown(raw, _CASE_FIELDS | {"quotes"})
    if raw.get("expect") == "fail" and not raw.get("comment"):
        raise CaseError("a known failure needs a comment")
    plain = {key: value for key, value in raw.items() if key != "quotes"}
    for key in ("modes", "kinds"):
        if isinstance(plain.get(key), list):
            plain[key] = tuple(plain[key])
    plain["characters"] = tuple(Character(**told) for told in raw.get("characters", ()))
    whole = Span.cut(raw["text"], 0, len(raw["text"])) if raw["text"] else None
    quotes = tuple(_read_quotes(raw["quotes"], raw["text"], [whole] if whole else []))
    return Case(file=file, quotes=quotes, **plain)


def _read_quotes(raws: Iterable[Raw], text: str, within: list[Span]) -> Iterator[GoldQuote]:
    start, taken = 0, frozenset[Span | None]()
    for raw in raws:
        quote = _read_quote(raw, text, within, start, taken)
        yield quote
        start, taken = quote.content[-1].end, taken | {quote.cue}


def _read_quote(
    raw: Raw, text: str, within: list[Span], start: int, taken: frozenset[Span | None]
) -> GoldQuote:
    _refuse_unknown(raw, _QUOTE_FIELDS | {"optional", "alternatives"})
    find = _Finder(text, within)
    kind = QuoteKind(raw["kind"])
    content = find.in_order(raw["content"], start)
    quoted = _quoted(raw, kind, text, content)
    values = {key: raw[key] for key in ("speaker", "role", "optional") if key in raw}
    values["cue"] = find.nearest(raw.get("cue"), content, content, taken)
    near = content if values["cue"] is None else (values["cue"],)
    values["source"] = find.nearest(raw.get("source"), near, content)
    values["addressee"] = find.nearest(raw.get("addressee"), near, content)
    for key, enum in (("speaker_kind", SpeakerKind), ("reference", Reference), ("mode", Mode)):
        if raw.get(key) is not None:
            values[key] = enum(raw[key])
    base = {key: value for key, value in raw.items() if key not in ("alternatives", "optional")}
    return GoldQuote(
        kind=kind,
        content=content,
        quoted=quoted,
        nested=tuple(_read_quotes(raw.get("nested", ()), text, list(content))),
        alternatives=tuple(
            _read_quote(_without_known(base | other, other), text, within, start, taken)
            for other in raw.get("alternatives", ())
        ),
        stated=frozenset(raw.keys() & _QUOTE_FIELDS) | {"quoted"},
        **values,
    )


def _without_known(merged: Raw, other: Raw) -> Raw:
    """Drops `quoted` where another kind makes it known."""
    if other.get("kind") in ("direct", "indirect") and "quoted" not in other:
        merged.pop("quoted", None)
    return merged


def _quoted(raw: Raw, kind: QuoteKind, text: str, content: tuple[Span, ...]) -> tuple[Span, ...]:
    if "quoted" in raw:
        quoted = _Finder(text, list(content)).in_order(raw["quoted"], 0)
    elif kind is QuoteKind.MIXED:
        raise CaseError("a mixed quotation must state what is quoted")
    else:
        quoted = content if kind is QuoteKind.DIRECT else ()
    if kind is QuoteKind.DIRECT and quoted != content:
        raise CaseError("in a direct quotation everything is quoted")
    if kind is QuoteKind.INDIRECT and quoted:
        raise CaseError("in an indirect quotation nothing is quoted")
    return quoted


def _refuse_unknown(raw: Raw, known: set[str]) -> None:
    if unknown := sorted(raw.keys() - known):
        raise CaseError(f"unknown field {unknown[0]!r}; known are {', '.join(sorted(known))}")


class _Finder:
    """Looks stretches up in the parts of a text that lie inside given spans."""

    def __init__(self, text: str, within: list[Span]) -> None:
        self.text, self.within = text, within

    def occurrences(self, words: str) -> list[Span]:
        """All places of *words*, whole words only, in the allowed parts of the text."""
        before = r"(?<!\w)" if regex.match(r"\w", words) else ""
        after = r"(?!\w)" if regex.search(r"\w\Z", words) else ""
        pattern = regex.compile(before + regex.escape(words) + after)
        return [
            Span(match.start(), match.end(), match.group())
            for match in pattern.finditer(self.text, overlapped=True)
            if any(s.start <= match.start() and match.end() <= s.end for s in self.within)
        ]

    def numbered(self, stretch: Raw) -> Span:
        """The occurrence that {"text": ..., "nth": ...} asks for, counted in the whole text."""
        found = _Finder(self.text, [Span.cut(self.text, 0, len(self.text))]).occurrences(
            stretch["text"]
        )
        if not 1 <= stretch["nth"] <= len(found):
            raise CaseError(f"{stretch['text']!r} occurs {len(found)} times, not {stretch['nth']}")
        return found[stretch["nth"] - 1]

    def in_order(self, stretches: Iterable[str | Raw], start: int) -> tuple[Span, ...]:
        """Each stretch at its first occurrence at or after the one before."""
        spans: list[Span] = []
        for stretch in stretches:
            if isinstance(stretch, dict):
                spans.append(self.numbered(stretch))
            else:
                left = spans[-1].end if spans else start
                found = [span for span in self.occurrences(stretch) if span.start >= left]
                if not found:
                    raise CaseError(f"{stretch!r} is not found at or after offset {left}")
                spans.append(found[0])
        if not spans:
            raise CaseError("content and quoted need at least one stretch")
        return tuple(spans)

    def nearest(
        self,
        stretch: str | Raw | None,
        near: tuple[Span, ...],
        outside: tuple[Span, ...],
        taken: frozenset[Span | None] = frozenset(),
    ) -> Span | None:
        """The occurrence with the fewest characters between it and *near*, outside *outside*."""
        if stretch is None:
            return None
        if isinstance(stretch, dict):
            return self.numbered(stretch)
        found = [
            span
            for span in self.occurrences(stretch)
            if _gap(span, outside) >= 0 and span not in taken
        ]
        if not found:
            raise CaseError(f"{stretch!r} is not found outside the content")
        best = min(_gap(span, near) for span in found)
        nearest = [span for span in found if _gap(span, near) == best]
        if len(nearest) > 1:
            raise CaseError(f"{stretch!r} stands equally near twice; say which with nth")
        return nearest[0]


def _gap(span: Span, parts: tuple[Span, ...]) -> int:
    """Characters between a span and the nearest of some parts; negative where they overlap."""
    return min(max(part.start - span.end, span.start - part.end) for part in parts)
