"""Who tells a text in the first person, where others call the teller by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quoteattr.coreference import settings, vocabulary
from quoteattr.coreference.talk import is_vocative
from quoteattr.datatypes import Reference, SpeakerKind
from quoteattr.records import Number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quoteattr.analysis import Analysis
    from quoteattr.coreference.threads import Thread
    from quoteattr.records import Mention


def find_narrator(
    analysis: Analysis, mentions: Sequence[Mention], threads: Sequence[Thread]
) -> Thread | None:
    """Somebody whom the others call by name and whom the teller, saying "I", never mentions.

    None in a text that is not told in the first person, or when nobody stands out.
    """
    if not is_first_person(analysis, mentions):
        return None
    best, chosen = settings.CALLS, None
    for thread in threads:
        if thread.kind is not SpeakerKind.PERSON:
            continue
        named = [mentions[i] for i in thread.mentions if mentions[i].reference is Reference.NAME]
        told = sum(mention.quoted is None for mention in named)
        calls = sum(m.quoted is not None and is_vocative(analysis, m) for m in named)
        if calls > best and told <= settings.TOLD_SHARE * len(named):
            best, chosen = calls, thread
    return chosen


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
