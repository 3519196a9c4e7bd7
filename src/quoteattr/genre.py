"""What sort of text it is: told in dialogue, a story, or a report of who said what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import regex
from attrs import frozen

from quoteattr import config
from quoteattr.kept import Keeper, kept
from quoteattr.records import MarkStyle, Screen

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quoteattr.analysis import Analysis, Paragraph
    from quoteattr.records import QuotedSpan

_WORD: Final = regex.compile(r"\p{L}++")
_NAME_OR_NUMBER: Final = regex.compile(r"(?<=[\p{Ll},;]\s)\p{Lu}\p{Ll}++|\d++")
_PAST: Final = regex.compile(r"\b(?:was|were|had)\b")
_PRESENT: Final = regex.compile(r"\b(?:is|are|has|have)\b")


def asks(quotation: str) -> float:
    """What a quotation counts for a text told in dialogue: a question most, a cry less."""
    end = quotation[-config.QUESTION_TAIL :].rstrip("”\"'’")[-1:]
    return 1.0 if end == "?" else config.CRY * (end == "!")


def is_told_in_dialogue(turns: int, questions: float) -> bool:
    """Whether so many of *turns* end in a question as where people talk with one another."""
    return turns >= config.DIALOGUE_TURNS and questions >= config.DIALOGUE_QUESTIONS * turns


def is_told_in_turns(
    turns: int, questions: float, analysis: Analysis, quoted: Sequence[QuotedSpan]
) -> bool:
    """Whether so many of *turns* ask, or are short replies, as where people talk together."""
    if is_told_in_dialogue(turns, questions):
        return True
    if turns >= config.DIALOGUE_TURNS:
        return is_answered(turns, analysis, quoted)
    return turns >= config.SCENE_TURNS and _is_scene(turns, questions, analysis, quoted)


def _is_scene(
    turns: int, questions: float, analysis: Analysis, quoted: Sequence[QuotedSpan]
) -> bool:
    """Whether a few turns are talk: one asks and one is a short reply, and the rest is no report.

    `“Where are you going?” asked Ann. “Home,” said Bo. “Why?”`, each a paragraph of its own.
    """
    if questions < 1 or not _replies(analysis, quoted):
        return False
    told = read_narration(analysis.text, quoted)
    return not told.is_report and told.words <= config.SCENE_WORDS * turns


def is_answered(turns: int, analysis: Analysis, quoted: Sequence[QuotedSpan]) -> bool:
    """Whether so many of *turns* are short replies as where people talk together."""
    return _replies(analysis, quoted) >= max(config.REPLIES, config.REPLY_SHARE * turns)


def _replies(analysis: Analysis, quoted: Sequence[QuotedSpan]) -> int:
    """Paragraphs of a few words in marks and nothing else, right after one that opens with speech.

    `“Never.”` answers; the news sets a paragraph of its own for what is said at length.
    """
    heads = {paragraph.start: place for place, paragraph in enumerate(analysis.paragraphs)}
    opened = {
        heads[span.start]: span
        for span in quoted
        if span.parent is None
        and span.screen is Screen.SPEECH
        and span.style is not MarkStyle.TRANSCRIPT
        and span.start in heads
    }
    return sum(
        place - 1 in opened and _is_short(analysis.text, analysis.paragraphs[place], span)
        for place, span in opened.items()
    )


def _is_short(text: str, paragraph: Paragraph, span: QuotedSpan) -> bool:
    """Whether a paragraph is but the few words of *span*."""
    if len(span.parts) > 1 or span.end != paragraph.end:
        return False
    return len(text[span.start : span.end].split(None, config.REPLY_WORDS)) <= config.REPLY_WORDS


@frozen
class Narration(Keeper):
    """The stretches outside all marks, what is in them counted when it is asked for.

    A report of what happened is full of names and numbers, and of what is so now; a story names few
    and tells what was.
    """

    stretches: Sequence[str]

    @kept
    def words(self) -> int:
        """How many there are."""
        return self._count(_WORD)

    @kept
    def names(self) -> int:
        """Names and numbers that do not begin a sentence."""
        return self._count(_NAME_OR_NUMBER)

    def _count(self, pattern: regex.Pattern[str]) -> int:
        return sum(len(pattern.findall(stretch)) for stretch in self.stretches)

    @property
    def is_story(self) -> bool:
        """Whether it is long and tells a story, more of what was than of what is."""
        few = self.names < config.STORY_NAMES * self.words
        long = self.words >= config.STORY_WORDS
        return long and few and self._count(_PAST) > self._count(_PRESENT)

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
    """What stands outside all marks."""
    return Narration(list(_narrated(text, quoted)))


def _narrated(text: str, quoted: Sequence[QuotedSpan]) -> Iterator[str]:
    """What stands outside all marks, in order."""
    end = 0
    parts = sorted(part for span in quoted if span.parent is None for part in span.parts)
    for first, last in parts:
        yield text[end:first]
        end = max(end, last)
    yield text[end:]
