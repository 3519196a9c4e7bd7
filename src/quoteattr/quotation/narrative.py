"""Whether a text tells a story though nobody talks in it, by the narrator's own words.

A report of what happened is full of names and numbers, and of what is so now; a story names few and
tells what was.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import regex

from quoteattr import config

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quoteattr.records import QuotedSpan

_WORD: Final = regex.compile(r"\p{L}++")
_NAME_OR_NUMBER: Final = regex.compile(r"(?<=[\p{Ll},;]\s)\p{Lu}\p{Ll}++|\d++")
_PAST: Final = regex.compile(r"\b(?:was|were|had)\b")
_PRESENT: Final = regex.compile(r"\b(?:is|are|has|have)\b")


def is_story(text: str, quoted: Sequence[QuotedSpan]) -> bool:
    """Whether the words outside all marks are those of a story; never of a short text."""
    stretches = list(_narrated(text, quoted))
    words = _count(_WORD, stretches)
    return (
        words >= config.STORY_WORDS
        and _count(_NAME_OR_NUMBER, stretches) < config.STORY_NAMES * words
        and _count(_PAST, stretches) > _count(_PRESENT, stretches)
    )


def is_news(text: str, quoted: Sequence[QuotedSpan]) -> bool:
    """Whether the words outside all marks have the names and numbers of the news; of a talk too."""
    stretches = list(_narrated(text, quoted))
    words = _count(_WORD, stretches)
    names = _count(_NAME_OR_NUMBER, stretches)
    return words >= config.NEWS_WORDS and names >= config.NEWS_NAMES * words


def _count(pattern: regex.Pattern[str], stretches: Sequence[str]) -> int:
    return sum(len(pattern.findall(stretch)) for stretch in stretches)


def _narrated(text: str, quoted: Sequence[QuotedSpan]) -> Iterator[str]:
    """What stands outside all marks, in order."""
    end = 0
    parts = sorted(part for span in quoted if span.parent is None for part in span.parts)
    for first, last in parts:
        yield text[end:first]
        end = max(end, last)
    yield text[end:]
