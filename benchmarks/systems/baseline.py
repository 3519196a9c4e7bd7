"""The simplest thing that could work: what stands in double marks, said by the nearest name.

"No," said Ada Okoro. -> Ada Okoro. A name is one to four capitalised words in a row outside the
marks, not the first word of a sentence; the nearest one in the same paragraph, else the last one
before it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import regex

from quoteattr.datatypes import Quote, QuoteKind, Reference, Span, Speaker, SpeakerKind
from quoteattr.evaluation.kinds import quoted_ranges

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quoteattr.evaluation.gold import Range

_NAME: Final = regex.compile(r"\p{Lu}[\p{L}’'\-]++(?: \p{Lu}(?:\.|[\p{L}’'\-]*+)){0,3}+")
_SENTENCE_START: Final = regex.compile(r"(?:^|[.!?:;]['\"”’)]*+\s++|\n\s*+)$")
_CUE: Final = regex.compile(r"\b(?:said|says|added|told|asked|replied|wrote|cried|answered)\b")
_LEAST_LETTERS: Final = 12  # shorter stretches are mostly titles, nicknames and scare quotes
_CUE_REACH: Final = 60  # code points; a cue further away belongs to another sentence


class Baseline:
    """A regular expression and the nearest name."""

    version = "1"

    def find(self, text: str) -> list[Quote]:
        """The quotations of *text*."""
        marked = quoted_ranges(text)
        names = [span for span in _names(text) if not any(a <= span[0] < b for a, b in marked)]
        return [
            self._quote(text, span, names)
            for span in marked
            if sum(c.isalpha() for c in text[slice(*span)]) >= _LEAST_LETTERS
        ]

    def _quote(self, text: str, span: Range, names: Sequence[Range]) -> Quote:
        content = (Span.cut(text, *span),)
        name = _nearest(text, span, names)
        source = Span.cut(text, *name) if name else None
        speaker = Speaker(name=source.text, kind=SpeakerKind.PERSON) if source else None
        return Quote(
            kind=QuoteKind.DIRECT,
            content=content,
            quoted=content,
            cue=_cue(text, span),
            source=source,
            speaker=speaker,
            reference=Reference.NAME if source else None,
            confidence=0.5,
        )


def _names(text: str) -> list[Range]:
    found = []
    for match in _NAME.finditer(text):
        start, end = match.span()
        if _SENTENCE_START.search(text, max(0, start - 10), start) and " " not in match[0]:
            continue
        found.append((start, end))
    return found


def _nearest(text: str, span: Range, names: Sequence[Range]) -> Range | None:
    start = text.rfind("\n", 0, span[0]) + 1
    end = text.find("\n", span[1])
    end = len(text) if end < 0 else end
    here = [name for name in names if start <= name[0] < end]
    if here:
        return min(here, key=lambda name: max(span[0] - name[1], name[0] - span[1]))
    before = [name for name in names if name[1] <= start]
    return before[-1] if before else None


def _cue(text: str, span: Range) -> Span | None:
    after = _CUE.search(text, span[1], min(len(text), span[1] + _CUE_REACH))
    if after:
        return Span.cut(text, *after.span())
    before = list(_CUE.finditer(text, max(0, span[0] - _CUE_REACH), span[0]))
    return Span.cut(text, *before[-1].span()) if before else None
