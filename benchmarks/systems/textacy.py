"""textacy's `direct_quotations`, given the whole document or paragraph by paragraph.

It returns nothing for a text with an odd number of marks (it raises), which is why the second way
helps it: damage stays in its paragraph.
"""

from __future__ import annotations

from contextlib import suppress
from importlib.metadata import version
from typing import TYPE_CHECKING, Any, Final

import regex

from benchmarks.problems import BenchmarkError
from benchmarks.systems.pipelines import SHIPPED, add_parts_of_speech, describe, load_nlp
from quoteattr.datatypes import Quote, QuoteKind, Reference, Span, Speaker, SpeakerKind

if TYPE_CHECKING:
    from collections.abc import Iterable

_PARAGRAPH: Final = regex.compile(r"[^\n]++")


class Textacy:
    """The peer, with the same pipeline as ours."""

    def __init__(self, nlp: str = SHIPPED, *, by_paragraph: bool = False) -> None:
        try:
            from textacy.extract.triples import direct_quotations
        except ImportError as error:
            raise BenchmarkError(f"textacy cannot be imported: {error}") from error
        self._find = direct_quotations
        self._nlp = load_nlp(nlp)
        self._by_paragraph = by_paragraph
        self.version = f"textacy {version('textacy')}, {describe(self._nlp, nlp)}"

    def find(self, text: str) -> list[Quote]:
        """The quotations of *text*; by paragraph, one that makes textacy raise has none."""
        if not self._by_paragraph:
            return self._quotes(text, text, 0)
        found: list[Quote] = []
        for paragraph in _PARAGRAPH.finditer(text):
            with suppress(ValueError):  # an odd number of marks
                found.extend(self._quotes(text, paragraph[0], paragraph.start()))
        return found

    def _quotes(self, text: str, part: str, shift: int) -> list[Quote]:
        doc = add_parts_of_speech(self._nlp(part))
        return [_quote(text, triple, shift) for triple in self._find(doc)]


def _quote(text: str, triple: Any, shift: int) -> Quote:
    content = (Span.cut(text, shift + triple.content.start_char, shift + triple.content.end_char),)
    source = _cover(text, triple.speaker, shift)
    return Quote(
        kind=QuoteKind.DIRECT,
        content=content,
        quoted=content,
        cue=_cover(text, triple.cue, shift),
        source=source,
        speaker=Speaker(name=source.text, kind=SpeakerKind.PERSON),
        reference=Reference.PRONOUN
        if all(token.pos_ == "PRON" for token in triple.speaker)
        else Reference.NAME,
        confidence=0.5,
    )


def _cover(text: str, tokens: Iterable[Any], shift: int) -> Span:
    tokens = list(tokens)
    first, last = tokens[0], tokens[-1]
    return Span.cut(text, shift + first.idx, shift + last.idx + len(last))
