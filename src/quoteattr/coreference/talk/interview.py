"""Interviews without labels: questions in paragraphs of their own, and who answers them.

“I” and “we” in an answer and “you” in a question are the one who was asked; “I” in a question is
the one who asks, where the text names who met the other.
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

    from quoteattr.analysis import Analysis, Paragraph
    from quoteattr.coreference.threads import Thread
    from quoteattr.records import Mention, QuotedSpan

_ASKS = regex.compile(r"[\p{L}\p{N})]\?[)\]]?\s*+$")
_MEETS = regex.compile(
    r"\b(?:interview(?:ed|s|ing)?\b(?: with)?|(?<=\bas )told to"
    r"|(?:spoke|speaks|talked|talks|chatted|sat down)"
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
        host: The one who asks, None where the text does not tell.
        first: Index of the paragraph with the first question.
        questions: Indices of the paragraphs that ask.
        turns: Indices of the quoted stretches that are questions and answers, empty where the
            layout does not set them off.
    """

    guest: Thread
    host: Thread | None
    first: int
    questions: frozenset[int]
    turns: frozenset[int] = frozenset()

    def meant(self, analysis: Analysis, mention: Mention) -> Thread | None:
        """Whom a pronoun of the first or second person means, None where that is not known.

        The guest is "I" and "we" in an answer, "you" in a question; the host "I" in a question.
        """
        form = vocabulary.pronouns()[analysis.lowers[mention.head]]
        paragraph = analysis.paragraph_at(mention.start)
        inside = mention.quoted is not None and mention.quoted not in self.turns
        if inside or paragraph < self.first:
            return None
        if paragraph not in self.questions:
            return self.guest if form.person == 1 else None
        if form.person == 2:
            return self.guest
        return self.host if form.number is Number.SINGULAR else None

    def talking(self, quoted: Sequence[QuotedSpan], index: int) -> set[int]:
        """Who talk in the turn that quoted stretch *index* is or lies in; empty where it is none.

        Neither is "he" or "she" there: they say "I" and "you".
        """
        inside: int | None = index
        while inside is not None and inside not in self.turns:
            inside = quoted[inside].parent
        sides = () if inside is None else (self.guest, self.host)
        return {side.index for side in sides if side is not None}


def find_interview(
    analysis: Analysis,
    mentions: Sequence[Mention],
    thread_of: Mapping[int, Thread],
) -> Interview | None:
    """The interview that a text is; None for other texts, and where the guest is not named."""
    asking = [
        number for number, bounds in enumerate(analysis.paragraphs) if _asks(analysis, bounds)
    ]
    if not asking or asking[0] > settings.PREAMBLE:
        return None
    met = list(_meetings(analysis, analysis.paragraphs[asking[0]].start))
    first = analysis.paragraph_at(met[-1].start()) + 1 if met else asking[0]
    opening = _opening(analysis, mentions, first, asking[0])
    questions = frozenset(asking if opening is None else [opening, *asking])
    needed = settings.INTERVIEW_QUESTIONS - bool(met)
    after = len(analysis.paragraphs) - min(questions)
    if len(questions) < max(needed, settings.INTERVIEW_SHARE * after):
        return None
    if _addressed(analysis, mentions, questions) < needed - 1:
        return None
    named = list(persons(mentions, thread_of, analysis.paragraphs[min(questions)].start))
    guest = _met(analysis, mentions, named, met) if met else most_named(named)
    if guest is None:
        return None
    host = _host(analysis, mentions, named, met, guest)
    return Interview(guest=guest, host=host, first=first, questions=questions)


def who_met(
    analysis: Analysis, mentions: Sequence[Mention], thread_of: Mapping[int, Thread], end: int
) -> tuple[Thread | None, Thread | None]:
    """The guest and the host of an interview that begins at code point *end*, as far as named.

    Only where the text says that they met: answers to questions about somebody have no guest.
    """
    met = list(_meetings(analysis, end))
    named = list(persons(mentions, thread_of, end))
    guest = _met(analysis, mentions, named, met)
    return guest, _host(analysis, mentions, named, met, guest)


def _asks(analysis: Analysis, paragraph: Paragraph) -> bool:
    """Whether a paragraph is a question; an answer that ends in one is longer."""
    if paragraph.end - paragraph.start > settings.LONGEST_QUESTION:
        return False
    start = max(paragraph.start, paragraph.end - 8)
    return _ASKS.search(analysis.text, start, paragraph.end) is not None


def _opening(
    analysis: Analysis, mentions: Sequence[Mention], first: int, question: int
) -> int | None:
    """The paragraph before the first *question* that tells the guest something: "You have built".

    It is the first one with somebody in the first or second person, if "you" is among them.
    """
    known, found = vocabulary.pronouns(), None
    for mention in mentions:
        form = known.get(analysis.lowers[mention.head])
        if form is None or form.person == 3 or mention.quoted is not None:
            continue
        paragraph = analysis.paragraph_at(mention.start)
        if paragraph < first:
            continue
        if paragraph >= question or (found is not None and paragraph != found):
            return None
        found = paragraph
        if form.person == 2:
            return found
    return None


def _meetings(analysis: Analysis, end: int) -> Iterator[regex.Match[str]]:
    """Where the text before code point *end* says that somebody was asked."""
    text = analysis.text
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
        places = [(match.end(), reach), (bounds.start, match.start())]
        if _is_met(analysis, match):
            places = [(bounds.start, match.start()), (0, bounds.start), places[0]]
        for start, end in places:
            near = [thread for i, thread in named if start <= mentions[i].start < end]
            if near:
                return max(near, key=lambda thread: times[thread.index])
    return None


def _is_met(analysis: Analysis, match: regex.Match[str]) -> bool:
    """Whether the guest comes first: "She spoke with Ada Holm", "was interviewed by Ada Holm".

    So too in a byline: "Interview: Ada Holm", "As told to Ada Holm".
    """
    if analysis.text.startswith((" by ", ":"), match.end()) or match.group().lower() == "told to":
        return True
    before = analysis.token_at(match.start()) - 1
    return before >= 0 and analysis.lowers[before] in ("he", "she")


def _host(
    analysis: Analysis,
    mentions: Sequence[Mention],
    named: Sequence[tuple[int, Thread]],
    met: Sequence[regex.Match[str]],
    guest: Thread | None,
) -> Thread | None:
    """Who asks: the only other person in a sentence in which the guest was met."""
    if guest is None:
        return None
    for match in met:
        start, end = analysis.sentence_at(analysis.token_at(match.start()))
        bounds = analysis.starts[start], analysis.ends[end - 1]
        there = [thread for i, thread in named if bounds[0] <= mentions[i].start < bounds[1]]
        others = {thread.index: thread for thread in there if thread is not guest}
        if (guest in there or _is_met(analysis, match)) and len(others) == 1:
            return others.popitem()[1]
    return None


def most_named(named: Sequence[tuple[int, Thread]]) -> Thread | None:
    """Who has at least half of the names in the paragraphs before the first question."""
    times = Counter(thread.index for _, thread in named)
    best = max((thread for _, thread in named), key=lambda t: times[t.index], default=None)
    return best if best is not None and 2 * times[best.index] >= len(named) else None


def persons(
    mentions: Sequence[Mention], thread_of: Mapping[int, Thread], end: int
) -> Iterator[tuple[int, Thread]]:
    """Mentions of persons with a name before code point *end*."""
    for i, mention in enumerate(mentions):
        if mention.start >= end:
            return
        thread = thread_of.get(i)
        if thread is not None and thread.kind is SpeakerKind.PERSON and thread.name:
            yield i, thread
