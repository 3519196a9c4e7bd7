"""Who tells a text in the first person, where others call the teller by name."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from quoteattr.coreference import settings, vocabulary
from quoteattr.datatypes import Reference, SpeakerKind
from quoteattr.records import Number

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from quoteattr.analysis import Analysis
    from quoteattr.coreference.talk import Talk
    from quoteattr.coreference.threads import Thread
    from quoteattr.records import Mention


def find_narrator(
    analysis: Analysis, mentions: Sequence[Mention], threads: Sequence[Thread], talk: Talk
) -> Thread | None:
    """Who the teller says to be, or whom others call by name and the teller never mentions.

    None in a text that is not told in the first person, or when nobody stands out.
    """
    if not is_first_person(analysis, mentions):
        return None
    told = self_named(analysis, mentions, talk.threads)
    if told is not None:
        return told
    tells = [any(is_teller(analysis, mentions[i]) for i in turn.sources) for turn in talk.turns]
    calls: Counter[int] = Counter()
    for position, turn in enumerate(talk.turns):
        for i in turn.called:
            if i in talk.threads:
                calls[talk.threads[i].index] += weight_of_call(tells, position)
    best, chosen = settings.CALLS, None
    for thread in threads:
        if thread.kind is SpeakerKind.PERSON and calls[thread.index] > best:
            named = [mentions[i] for i in thread.mentions]
            narrated = sum(m.quoted is None for m in named if m.reference is Reference.NAME)
            if narrated <= settings.TOLD_SHARE * len(named):
                best, chosen = calls[thread.index], thread
    return chosen


def find_narratee(analysis: Analysis, mentions: Sequence[Mention], talk: Talk) -> Thread | None:
    """Who is told the text as "you" and speaks in it: “Come, Ada.” “Why?” you said.

    Whom the turns right before and after those of "you" call by name most; None where "you" speaks
    less than twice, or nobody is called twice.
    """
    speaks = [
        position
        for position, turn in enumerate(talk.turns)
        if any(is_narratee(analysis, mentions[i]) for i in turn.sources)
    ]
    beside = {position + step for position in speaks for step in (-1, 1)} - set(speaks)
    calls = Counter(
        talk.threads[i]
        for position in sorted(beside & set(range(len(talk.turns))))
        for i in talk.turns[position].called
        if i in talk.threads
    )
    most = calls.most_common(1)
    found = len(speaks) >= settings.CALLS and bool(most) and most[0][1] >= settings.CALLS
    return most[0][0] if found else None


def is_narratee(analysis: Analysis, mention: Mention) -> bool:
    """Whether a mention is the "you" that the text is told to."""
    return mention.quoted is None and analysis.lowers[mention.head] == "you"


def self_named(
    analysis: Analysis, mentions: Sequence[Mention], threads: Mapping[int, Thread]
) -> Thread | None:
    """Who the teller says to be: “I, Ada Holm, was there.”, “My name is Ada Holm.”"""
    for i, mention in enumerate(mentions):
        if mention.quoted is not None or mention.reference is not Reference.NAME:
            continue
        if mention.kind is not SpeakerKind.PERSON or i not in threads:
            continue
        first = analysis.token_at(mention.start)
        before = analysis.lowers[max(0, first - 3) : first]
        if before[-2:] == ["i", ","] and analysis.text[mention.end : mention.end + 1] == ",":
            return threads[i]
        if before[:2] == ["my", "name"] and before[2:] in (["is"], ["was"], ["being"]):
            return threads[i]
    return None


def weight_of_call(tells: Sequence[bool], position: int) -> int:
    """What a call in a turn says for the teller: “Come, Holm.” “Why?” I asked.

    Much when the teller speaks right before or after; the contrary when the teller calls.
    """
    if tells[position]:
        return -settings.CALL_NEARBY
    near = tells[max(0, position - 1) : position + 2]
    return settings.CALL_NEARBY if any(near) else 1


def is_teller(analysis: Analysis, mention: Mention) -> bool:
    """Whether a mention is the "I" of the one who tells the text."""
    return mention.quoted is None and analysis.lowers[mention.head] == "i"


def is_first_person(analysis: Analysis, mentions: Sequence[Mention]) -> bool:
    """Whether the narrator says "I" as often as novels told in the first person do."""
    told = [m for m in mentions if m.quoted is None and m.reference is Reference.PRONOUN]
    known = vocabulary.pronouns()
    first = sum(
        known[analysis.lowers[m.head]].person == 1
        and known[analysis.lowers[m.head]].number is Number.SINGULAR
        for m in told
    )
    return first >= settings.FIRST_PERSON * max(1, len(told))
