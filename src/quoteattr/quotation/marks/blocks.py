"""Block quotes without marks: `> We should close it.` under “Ana Petrov wrote:” or over a name."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING, Final

import regex

from quoteattr.lexicon import words
from quoteattr.quotation.marks.drafts import Draft
from quoteattr.quotation.marks.signatures import find_signature
from quoteattr.records import MarkStyle

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quoteattr.records import Emphasis, Range

_NEAR: Final = 200  # code points before a colon that may tell who speaks
_MARK: Final = regex.compile(r"[\"“”«»„‘]")
_FURTHER: Final = ("put", "puts", "read", "reads", "posted", "posts", "tweeted", "wrote", "writes")


def find_blocks(text: str, paragraphs: Sequence[Range], emphasis: Emphasis) -> Iterator[Draft]:
    """The block quotes that somebody is credited with, a part for each paragraph."""
    for block in emphasis.behind:
        first, last = (bisect_left(paragraphs, (place, place)) for place in block)
        parts = list(paragraphs[first:last])
        if not parts or any(_MARK.match(text, *part) for part in parts):
            continue
        signature = find_signature(text, *parts[-1]) if len(parts) > 1 else None
        if signature is not None:
            yield Draft(parts[:-1], MarkStyle.BLOCK, label=signature)
        elif first and _leads(text, paragraphs[first - 1]):
            yield Draft(parts, MarkStyle.BLOCK)


def _leads(text: str, bounds: Range) -> bool:
    """Whether a paragraph tells that somebody speaks: `Ana Petrov wrote on the forum:`"""
    start, end = bounds
    return text[end - 1] == ":" and _says().search(text, max(start, end - _NEAR), end) is not None


@cache
def _says() -> regex.Pattern[str]:
    verbs = "|".join(sorted(words("speech_tags") | set(_FURTHER)))
    return regex.compile(rf"(?<![\w’'])(?:{verbs})(?![\w’'])")
