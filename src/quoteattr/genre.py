"""What sort of text it is: told in dialogue, a story, or a report of who said what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import regex
from attrs import frozen

from quoteattr import config

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quoteattr.records import QuotedSpan

_WORD: Final = regex.compile(r"\p{L}++")
_NAME_OR_NUMBER: Final = regex.compile(r"(?<=[\p{Ll},;]\s)\p{Lu}\p{Ll}++|\d++")
_PAST: Final = regex.compile(r"\b(?:was|were|had)\b")
_PRESENT: Final = regex.compile(r"\b(?:is|are|has|have)\b")


def is_told_in_dialogue(turns: int, questions: int) -> bool:
    """Whether so many of *turns* end in a question as where people talk with one another."""
    return turns >= config.DIALOGUE_TURNS and questions >= config.DIALOGUE_QUESTIONS * turns


@frozen
class Narration:
    """The words outside all marks, counted.

    A report of what happened is full of names and numbers, and of what is so now; a story names few
    and tells what was.

    Attributes:
        words: How many there are.
        names: Names and numbers that do not begin a sentence.
        past: Forms of *be* and *have* that tell what was.
        present: Those that tell what is.
    """

    words: int
    names: int
    past: int
    present: int

    @property
    def is_story(self) -> bool:
        """Whether it is long and tells a story."""
        few = self.names < config.STORY_NAMES * self.words
        return self.words >= config.STORY_WORDS and few and self.past > self.present

    @property
    def is_report(self) -> bool:
        """Whether it has more names and numbers than a story; a few words tell nothing."""
        return self.words >= config.NEWS_WORDS and self.names >= config.STORY_NAMES * self.words

    @property
    def is_news(self) -> bool:
        """Whether it has the names and numbers of the news, those of a talk too."""
        short = self.words < config.STORY_WORDS
        share = config.SHORT_NEWS_NAMES if short else config.NEWS_NAMES
        return self.words >= config.NEWS_WORDS and self.names >= share * self.words


def read_narration(text: str, quoted: Sequence[QuotedSpan]) -> Narration:
    """What stands outside all marks, counted."""
    stretches = list(_narrated(text, quoted))
    patterns = (_WORD, _NAME_OR_NUMBER, _PAST, _PRESENT)
    return Narration(*(_count(pattern, stretches) for pattern in patterns))


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
