"""Letters that have marks around every paragraph: one quotation from the greeting to the name."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final

import regex

from quoteattr import config
from quoteattr.quotation.marks.drafts import Draft
from quoteattr.records import MarkStyle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quoteattr.records import Range

_MARKS: Final = "\"“”‘’'\\s_*"
# `Dearest Ada,` alone in its paragraph; speech ends there with a stop, or goes on.
_GREETING: Final = regex.compile(
    rf"[{_MARKS}]*+(?:(?:my|our) )?(?:(?:own|very) )?"
    r"(?:(?:dear|dearest|beloved|hono[u]?red) [^\n.!?;,:]{1,30}+(?:\.[^\n.!?;,:]{1,30}+)?"
    rf"|sir|madam|gentlemen)(?:,|:|[.,]?--|—)[{_MARKS}]*+\Z",
    regex.IGNORECASE,
)
_FAREWELL: Final = regex.compile(
    r"(?<!\w)(?:your[’']?s|affectionate(?:ly)?|sincerely|faithfully|truly|&c)(?!\w)",
    regex.IGNORECASE,
)
_NAME: Final = regex.compile(rf"[{_MARKS}]*+(?:\p{{Lu}}[\p{{L}}.’'-]*+[ ,]?){{1,4}}[{_MARKS}]*+\Z")


def join_letters(text: str, paragraphs: Sequence[Range], drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, those that make up one letter joined to the first of them."""
    starts = [start for start, _ in paragraphs]
    filling: dict[int, Draft] = {}
    for draft in (draft for draft in drafts if draft.style is MarkStyle.DOUBLE):
        for part in draft.parts:
            index = bisect_right(starts, part[0]) - 1
            if part == paragraphs[index]:
                filling[index] = draft
    gone: set[int] = set()
    for first, opening in filling.items():
        if id(opening) in gone or not _GREETING.match(text, *paragraphs[first]):
            continue
        last = _last_paragraph(text, paragraphs, filling, first)
        for index in range(first + 1, last + 1):
            if filling[index] is not opening and id(filling[index]) not in gone:
                gone.add(id(filling[index]))
                opening.parts += filling[index].parts
                opening.closed = True
    return [draft for draft in drafts if id(draft) not in gone]


def _last_paragraph(
    text: str, paragraphs: Sequence[Range], filling: dict[int, Draft], first: int
) -> int:
    """Index of the paragraph with the farewell or the writer's name; *first* without either."""
    last = first
    for index in range(first + 1, first + config.LETTER_PARAGRAPHS):
        if index not in filling:
            break
        start, end = paragraphs[index]
        body = text[start:end]
        short = len(body.split()) <= config.FAREWELL_WORDS
        if short and _NAME.match(body) and not _GREETING.match(body):
            return index
        if short and _FAREWELL.search(body):
            last = index
        elif last > first:
            break
    return last
