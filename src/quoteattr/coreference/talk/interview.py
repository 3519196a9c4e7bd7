"""Interviews without labels: questions in paragraphs of their own, and who answers them.

“I” and “we” in an answer and “you” in a question are the one who was asked; “I” in a question is
the one who asks, where the text names who met the other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex
from attrs import frozen

from quoteattr.coreference import vocabulary
from quoteattr.coreference.talk import limits
from quoteattr.coreference.talk.meetings import (
    host_of,
    meetings,
    met_in,
    most_named,
    persons,
)
from quoteattr.datatypes import MARKS
from quoteattr.records import Number

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from quoteattr.analysis import Analysis, Paragraph
    from quoteattr.coreference.threads import Thread
    from quoteattr.records import Mention, QuotedSpan

_ASKS = regex.compile(r"[\p{L}\p{N})]\?[)\]]?\s*+$")


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
        marked: Whether the answers stand in marks, so that the rest is the host's.
    """

    guest: Thread
    host: Thread | None
    first: int
    questions: frozenset[int]
    turns: frozenset[int] = frozenset()
    marked: bool = False

    def meant(self, analysis: Analysis, mention: Mention) -> Thread | None:
        """Whom a pronoun of the first or second person means, None where that is not known.

        The guest is "I" and "we" in an answer, "you" in a question; the host "I" in a question.
        """
        form = vocabulary.pronouns()[analysis.lowers[mention.head]]
        paragraph = analysis.paragraph_at(mention.start)
        inside = mention.quoted is not None and mention.quoted not in self.turns
        if inside or paragraph < self.first:
            return None
        if self.marked and paragraph not in self.questions:
            return self.guest if form.person == 2 else self.host
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
    if not asking or asking[0] > limits.PREAMBLE:
        return None
    met = list(meetings(analysis, analysis.paragraphs[asking[0]].start))
    first = analysis.paragraph_at(met[-1].start()) + 1 if met else asking[0]
    opening = _opening(analysis, mentions, first, asking[0])
    questions = frozenset(asking if opening is None else [opening, *asking])
    needed = limits.INTERVIEW_QUESTIONS - bool(met)
    after = len(analysis.paragraphs) - min(questions)
    if len(questions) < max(needed, limits.INTERVIEW_SHARE * after):
        return None
    if _addressed(analysis, mentions, questions) < needed - 1:
        return None
    named = list(persons(mentions, thread_of, analysis.paragraphs[min(questions)].start))
    guest = met_in(analysis, mentions, named, met) if met else most_named(named)
    if guest is None:
        return None
    host = host_of(analysis, mentions, named, met, guest)
    return Interview(
        guest=guest,
        host=host,
        first=first,
        questions=questions,
        marked=_are_marked(analysis, asking),
    )


def _asks(analysis: Analysis, paragraph: Paragraph) -> bool:
    """Whether a paragraph is a question; an answer that ends in one is longer."""
    if paragraph.end - paragraph.start > limits.LONGEST_QUESTION:
        return False
    start = max(paragraph.start, paragraph.end - 8)
    return _ASKS.search(analysis.text, start, paragraph.end) is not None


def _are_marked(analysis: Analysis, asking: Sequence[int]) -> bool:
    """Whether most paragraphs after those that ask open with a mark: `Why? | “Because I could.”`"""
    starts = (bounds.start for bounds in analysis.paragraphs)
    opening = [analysis.text[start] in MARKS for start in starts]
    after = [opening[number + 1] for number in asking if number + 1 < len(opening)]
    return 2 * sum(after) > len(after)


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
