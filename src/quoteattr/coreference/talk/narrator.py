"""Who tells a text in the first person, where others call the teller by name."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

import regex

from quoteattr.coreference import vocabulary
from quoteattr.coreference.talk import limits
from quoteattr.datatypes import Reference, SpeakerKind
from quoteattr.own_names import INTRODUCING, POSSESSIVE, stands_after
from quoteattr.records import Number

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence, Set

    from quoteattr.analysis import Analysis
    from quoteattr.coreference.talk.turns import Talk
    from quoteattr.coreference.threads import Thread
    from quoteattr.records import Mention

_APPOSED: Final = regex.compile(r"\bI,\s\Z")
_NAMING: Final = regex.compile(
    r"(?:\b[Mm]y\s(?:(?:own|full|real|first|given|Christian|family|last)\s)?name"
    r"(?:,|\sis|\swas|\sbeing)?"
    r"|\bI\s(?:call|called)\smyself|\b[Cc]all(?:s|ed)?\sme|\bI\s(?:am|was)\s(?:called|named))\s\Z"
)


def find_narrator(
    analysis: Analysis, mentions: Sequence[Mention], threads: Sequence[Thread], talk: Talk
) -> Thread | None:
    """Who the teller says to be, or whom others call by name and the teller never mentions.

    None in a text that is not told in the first person, or when nobody stands out.
    """
    if not is_first_person(analysis, mentions):
        return None
    told = self_named(analysis, mentions, talk.threads) or introduced(analysis, mentions, talk)
    if told is not None:
        return told
    tells = [any(is_teller(analysis, mentions[i]) for i in turn.sources) for turn in talk.turns]
    calls: Counter[int] = Counter()
    for position, turn in enumerate(talk.turns):
        for i in turn.called:
            if i in talk.threads:
                calls[talk.threads[i].index] += weight_of_call(tells, position)
    speaking = {i for turn in talk.turns for i in turn.sources}
    best, chosen = limits.CALLS, None
    for thread in threads:
        called = calls[thread.index]
        is_called_more = thread.kind is SpeakerKind.PERSON and called > best
        if is_called_more and _may_tell(mentions, thread, speaking, called):
            best, chosen = called, thread
    return chosen


def _may_tell(mentions: Sequence[Mention], thread: Thread, speaking: Set[int], called: int) -> bool:
    """Whether the teller hardly speaks of the person, or never as somebody who says something.

    A teller can have a namesake (“Prince Rolf fell there”) and give the own name once, but never
    tells what that one said.
    """
    names = [i for i in thread.mentions if mentions[i].reference is Reference.NAME]
    narrated = sum(mentions[i].quoted is None for i in names)
    if narrated <= limits.TOLD_SHARE * len(thread.mentions):
        return True
    return speaking.isdisjoint(names) and (narrated <= 1 or called > limits.SURE_CALLS)


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
    found = len(speaks) >= limits.CALLS and bool(most) and most[0][1] >= limits.CALLS
    return most[0][0] if found else None


def is_narratee(analysis: Analysis, mention: Mention) -> bool:
    """Whether a mention is the "you" that the text is told to."""
    return mention.quoted is None and analysis.lowers[mention.head] == "you"


def self_named(
    analysis: Analysis, mentions: Sequence[Mention], threads: Mapping[int, Thread]
) -> Thread | None:
    """Who the teller says to be: “I, Ada Holm, was there.”, “They all called me Ada.”

    The one named most where the teller has several names: “My Christian name being Adelaide, I
    called myself Ada.”
    """
    said = [
        threads[i]
        for i, mention in enumerate(mentions)
        if mention.quoted is None
        and mention.names_person
        and i in threads
        and _names_the_teller(analysis.text, mention)
    ]
    return max(said, key=lambda thread: len(thread.mentions), default=None)


def introduced(analysis: Analysis, mentions: Sequence[Mention], talk: Talk) -> Thread | None:
    """Whose name the teller gives to others: “I'm Ada Holm,” I said."""
    for turn in talk.turns:
        if not turn.sources or not all(is_teller(analysis, mentions[i]) for i in turn.sources):
            continue
        for i in sorted((*turn.named, *turn.called)):
            if i in talk.threads and stands_after(INTRODUCING, analysis.text, mentions[i]):
                return talk.threads[i]
    return None


def _names_the_teller(text: str, mention: Mention) -> bool:
    before = text[max(0, mention.start - limits.SELF_NAMING) : mention.start]
    if text.startswith(POSSESSIVE, mention.end):
        return False
    if _APPOSED.search(before):
        return text.startswith(",", mention.end)
    return bool(_NAMING.search(before))


def weight_of_call(tells: Sequence[bool], position: int) -> int:
    """What a call in a turn says for the teller: “Come, Holm.” “Why?” I asked.

    Much when the teller speaks right before or after; the contrary when the teller calls.
    """
    if tells[position]:
        return -limits.CALL_NEARBY
    near = tells[max(0, position - 1) : position + 2]
    return limits.CALL_NEARBY if any(near) else 1


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
    return first >= limits.FIRST_PERSON * max(1, len(told))
