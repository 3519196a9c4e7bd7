"""Where a text says that somebody was interviewed, and by whom: `Ann Lee talks to Bo Holm`."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import regex

from quoteattr.coreference.talk import limits
from quoteattr.datatypes import SpeakerKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from quoteattr.analysis import Analysis
    from quoteattr.coreference.threads import Thread
    from quoteattr.records import Mention

_MEETS = regex.compile(
    r"\b(?:interview(?:ed|s|ing)?\b(?: with)?|(?<=\bas )told to"
    r"|(?:spoke|speaks|talked|talks|chatted|sat down)"
    r" (?:with|to))\b",
    regex.IGNORECASE,
)
_ELSEWHERE = regex.compile(r"\b(?:[Ii]n|[Dd]uring) an? (?:\w+ ){0,3}$")
"""Before "interview with": a talk that somebody had elsewhere."""

_NAMES_GUEST = regex.compile("interview", regex.IGNORECASE)
_TOPIC = regex.compile(r"\b(?:about|on|regarding|concerning|over)\b")
"""After "interviewed": who follows is spoken about."""


def who_met(
    analysis: Analysis, mentions: Sequence[Mention], thread_of: Mapping[int, Thread], end: int
) -> tuple[Thread | None, Thread | None]:
    """The guest and the host of an interview that begins at code point *end*, as far as named.

    Only where the text says that they met: answers to questions about somebody have no guest.
    """
    met = list(meetings(analysis, end))
    named = list(persons(mentions, thread_of, end))
    guest = met_in(analysis, mentions, named, met)
    return guest, host_of(analysis, mentions, named, met, guest)


def meetings(analysis: Analysis, end: int) -> Iterator[regex.Match[str]]:
    """Where the text before code point *end* says that somebody was asked."""
    text = analysis.text
    for match in _MEETS.finditer(text, 0, end):
        before = text[max(0, match.start() - limits.GUEST_REACH) : match.start()]
        if _ELSEWHERE.search(before) is None:
            yield match


def met_in(
    analysis: Analysis,
    mentions: Sequence[Mention],
    named: Sequence[tuple[int, Thread]],
    met: Sequence[regex.Match[str]],
) -> Thread | None:
    """Who was met: the most named of those after the word, else of those before it.

    A byline may come after the word: `Ann Lee talks to Bo Holm about luck`, where Lee has the text.
    """
    times = Counter(thread.index for _, thread in named)
    for match in met:
        bounds = analysis.paragraphs[analysis.paragraph_at(match.start())]
        reach = min(bounds.end, match.end() + limits.GUEST_REACH)
        topic = _TOPIC.search(analysis.text, match.end(), reach)
        reach = topic.start() if topic else reach
        places = [(match.end(), reach), (bounds.start, match.start())]
        if _is_met(analysis, match):
            places = [(bounds.start, match.start()), (0, bounds.start), places[0]]
        for start, end in places:
            near = [thread for i, thread in named if start <= mentions[i].start < end]
            if near:
                most = max(near, key=lambda thread: times[thread.index])
                return _talks_before(analysis, mentions, named, match, most) or most
    return None


def _talks_before(
    analysis: Analysis,
    mentions: Sequence[Mention],
    named: Sequence[tuple[int, Thread]],
    match: regex.Match[str],
    after: Thread,
) -> Thread | None:
    """Who talks to somebody that is named but here: `Ann Lee | talks to Bo Holm about luck`."""
    start, _ = analysis.sentence_at(analysis.token_at(match.start()))
    first = analysis.starts[start]
    before = [thread for i, thread in named if first <= mentions[i].start < match.start()]
    if not before or len(after.mentions) > 1 or _NAMES_GUEST.match(match.group()):
        return None
    return before[-1] if len(before[-1].mentions) > 1 else None


def _is_met(analysis: Analysis, match: regex.Match[str]) -> bool:
    """Whether the guest comes first: "She spoke with Ada Holm", "was interviewed by Ada Holm".

    So too in a byline: "Interview: Ada Holm", "As told to Ada Holm".
    """
    if analysis.text.startswith((" by ", ":"), match.end()) or match.group().lower() == "told to":
        return True
    before = analysis.token_at(match.start()) - 1
    return before >= 0 and analysis.lowers[before] in ("he", "she")


def host_of(
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
