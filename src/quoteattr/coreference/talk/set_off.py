"""Interviews whose layout sets questions apart from answers: who asks, and who answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import regex

from quoteattr.coreference.talk.interview import Interview
from quoteattr.coreference.talk.meetings import most_named, persons, who_met
from quoteattr.records import MarkStyle

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from quoteattr.analysis import Analysis
    from quoteattr.coreference.threads import Thread
    from quoteattr.records import Mention, QuotedSpan

_BYLINE: Final = regex.compile(r"(?:by|words|text|interview)(?: by|:)? ", regex.IGNORECASE)


def find_set_off(
    analysis: Analysis,
    mentions: Sequence[Mention],
    thread_of: Mapping[int, Thread],
    quoted: Sequence[QuotedSpan],
) -> Interview | None:
    """The interview that a text is by its layout; None for others, and where nobody is named.

    The guest is whom the text before names most, but in a byline.
    """
    turns = [i for i, span in enumerate(quoted) if span.style is MarkStyle.TRANSCRIPT]
    if all(quoted[turn].label is not None for turn in turns):
        return None
    asked = [analysis.paragraph_at(quoted[turn].start) for turn in turns[::2]]
    end = analysis.paragraphs[asked[0]].start
    guest, host = who_met(analysis, mentions, thread_of, end)
    named = list(persons(mentions, thread_of, end))
    writers = [thread for i, thread in named if _is_byline(analysis, mentions[i])]
    guest = guest or most_named([pair for pair in named if pair[1] not in writers])
    if guest is None:
        return None
    return Interview(
        guest=guest,
        host=host or next((writer for writer in writers if writer is not guest), None),
        first=asked[0],
        questions=frozenset(asked),
        turns=frozenset(turns),
    )


def _is_byline(analysis: Analysis, mention: Mention) -> bool:
    """Whether a name stands in a line that tells who wrote the text: `Words: Ada Holm`."""
    start = analysis.paragraphs[analysis.paragraph_at(mention.start)].start
    return _BYLINE.fullmatch(analysis.text, start, mention.start) is not None
