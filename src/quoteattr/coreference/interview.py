"""Interviews without labels: questions in paragraphs of their own, and who answers them.

“I” in an answer and “you” in a question are the one who was asked.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import regex
from attrs import frozen

from quoteattr.coreference import settings, vocabulary
from quoteattr.datatypes import SpeakerKind
from quoteattr.records import Number

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from quoteattr.analysis import Analysis
    from quoteattr.coreference.threads import Thread
    from quoteattr.records import Mention

_ASKS = regex.compile(r"[\p{L}\p{N})]\?[)\]]?\s*+$")
_MEETS = regex.compile(
    r"\b(?:interview(?:ed|s|ing)?\b(?: with)?|(?:spoke|speaks|talked|talks|chatted|sat down)"
    r" (?:with|to))\b",
    regex.IGNORECASE,
)
_ELSEWHERE = regex.compile(r"\b(?:[Ii]n|[Dd]uring) an? (?:\w+ ){0,3}$")
"""Before "interview with": a talk that somebody had elsewhere."""

_TOPIC = regex.compile(r"\b(?:about|on|regarding|concerning|over)\b")
"""After "interviewed": who follows is spoken about."""


@frozen(kw_only=True)
class Interview:
    """Who is asked, and where.

    Attributes:
        guest: The one who answers.
        first: Index of the paragraph with the first question.
        questions: Indices of the paragraphs that ask.
    """

    guest: Thread
    first: int
    questions: frozenset[int]

    def speaks_of_guest(self, analysis: Analysis, mention: Mention) -> bool:
        """Whether a pronoun is the guest: "I" in an answer, "you" in a question."""
        form = vocabulary.pronouns()[analysis.lowers[mention.head]]
        paragraph = analysis.paragraph_at(mention.start)
        if mention.quoted is not None or paragraph < self.first:
            return False
        if paragraph in self.questions:
            return form.person == 2
        return form.person == 1 and form.number is Number.SINGULAR


def find_interview(
    analysis: Analysis, mentions: Sequence[Mention], thread_of: Mapping[int, Thread]
) -> Interview | None:
    """The interview that a text is; None for other texts, and where the guest is not named."""
    asking = [
        number
        for number, paragraph in enumerate(analysis.paragraphs)
        if _ASKS.search(analysis.text, max(paragraph.start, paragraph.end - 8), paragraph.end)
    ]
    if not asking or asking[0] > settings.PREAMBLE:
        return None
    questions = frozenset(asking)
    met = list(_meetings(analysis, asking[0]))
    needed = settings.INTERVIEW_QUESTIONS - bool(met)
    after = len(analysis.paragraphs) - asking[0]
    if len(asking) < max(needed, settings.INTERVIEW_SHARE * after):
        return None
    if _addressed(analysis, mentions, questions) < needed - 1:
        return None
    named = list(_persons(mentions, thread_of, analysis.paragraphs[asking[0]].start))
    guest = _met(analysis, mentions, named, met) if met else _most_named(named)
    if guest is None:
        return None
    first = analysis.paragraph_at(met[-1].start()) + 1 if met else asking[0]
    return Interview(guest=guest, first=first, questions=questions)


def _meetings(analysis: Analysis, question: int) -> Iterator[regex.Match[str]]:
    """Where the paragraphs before the first question say that somebody was asked."""
    text, end = analysis.text, analysis.paragraphs[question].start
    for match in _MEETS.finditer(text, 0, end):
        before = text[max(0, match.start() - settings.GUEST_REACH) : match.start()]
        if _ELSEWHERE.search(before) is None:
            yield match


def _addressed(analysis: Analysis, mentions: Sequence[Mention], questions: frozenset[int]) -> int:
    """How many of the questions say "you" outside quotation marks."""
    known = vocabulary.pronouns()
    found = {
        analysis.paragraph_at(mention.start)
        for mention in mentions
        if mention.quoted is None
        and (form := known.get(analysis.lowers[mention.head])) is not None
        and form.person == 2
    }
    return len(found & questions)


def _met(
    analysis: Analysis,
    mentions: Sequence[Mention],
    named: Sequence[tuple[int, Thread]],
    met: Sequence[regex.Match[str]],
) -> Thread | None:
    """Who was met: the most named of those after the word, else of those before it."""
    times = Counter(thread.index for _, thread in named)
    for match in met:
        bounds = analysis.paragraphs[analysis.paragraph_at(match.start())]
        reach = min(bounds.end, match.end() + settings.GUEST_REACH)
        topic = _TOPIC.search(analysis.text, match.end(), reach)
        reach = topic.start() if topic else reach
        for start, end in ((match.end(), reach), (bounds.start, match.start())):
            near = [thread for i, thread in named if start <= mentions[i].start < end]
            if near:
                return max(near, key=lambda thread: times[thread.index])
    return None


def _most_named(named: Sequence[tuple[int, Thread]]) -> Thread | None:
    """Who has at least half of the names in the paragraphs before the first question."""
    times = Counter(thread.index for _, thread in named)
    best = max((thread for _, thread in named), key=lambda t: times[t.index], default=None)
    return best if best is not None and 2 * times[best.index] >= len(named) else None


def _persons(
    mentions: Sequence[Mention], thread_of: Mapping[int, Thread], end: int
) -> Iterator[tuple[int, Thread]]:
    """Mentions of persons with a name before code point *end*."""
    for i, mention in enumerate(mentions):
        if mention.start >= end:
            return
        thread = thread_of.get(i)
        if thread is not None and thread.kind is SpeakerKind.PERSON and thread.name:
            yield i, thread
