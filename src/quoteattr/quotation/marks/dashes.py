"""Dialogue set off by a dash at the head of the paragraph, as in French, Spanish and Joyce.

`—Thanks, she said briskly. That will do.`: the speech is `—Thanks,` and `That will do.`; the dash
belongs to it as a mark would.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import regex

from quoteattr.quotation.marks.drafts import Draft, is_inside, merged
from quoteattr.quotation.marks.tags import find_tags
from quoteattr.records import MarkStyle

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quoteattr.records import Range

_HEAD: Final = regex.compile(r"(?:[—―–]|--)[ \t\u00a0\u2009]?(?=[\p{L}\p{N}¿¡'’…])")
_INSIDE: Final = regex.compile(r"(?<=[.!?…]\s)[—―–](?=\p{Lu})")
_LOWER: Final = regex.compile(r"\p{Ll}{2}")
_TRAIL: Final = regex.compile(r"[\s—―–-]*+\Z")
_NARRATES: Final = regex.compile(r"\s*+(?:He|She|They|His|Her|Their)(?![\w’'])")
_TURNS: Final = 2  # one paragraph that begins with a dash may be an aside or an item of a list
_SPOKEN: Final = regex.compile(r"[!?]|(?<![\w’'])(?:I|you|You|we|We|my|My|your|Your|me|us)(?![\w])")


def find_dash_turns(text: str, paragraphs: Sequence[Range], marked: Sequence[Draft]) -> list[Draft]:
    """The turns of dash dialogue, one draft for each stretch of speech between reporting clauses.

    Paragraphs that begin with a dash are turns only if at least two of the text do and one of them
    has a reporting clause, a question or a person who speaks: a list of items has none of these.
    """
    turns = [p for p in paragraphs if _is_turn(text, p)]
    if not turns or not _is_dialogue(text, turns):
        return []
    taken = merged(marked)
    behind = [turn for p in paragraphs if p not in turns and (turn := _behind(text, p)) is not None]
    return [
        Draft([part], MarkStyle.DASH)
        for turn in sorted(turns + behind)
        for part in _speech(text, turn, taken)
    ]


def _behind(text: str, paragraph: Range) -> Range | None:
    """A turn behind a sentence that tells: `A groan came from the bed. —Never, he said.`"""
    for dash in _INSIDE.finditer(text, *paragraph):
        turn = (dash.start(), paragraph[1])
        if _is_turn(text, turn) and next(find_tags(text, *turn), None) is not None:
            return turn
    return None


def _is_turn(text: str, paragraph: Range) -> bool:
    return bool(_HEAD.match(text, *paragraph) and _LOWER.search(text, *paragraph))


def _is_dialogue(text: str, turns: Sequence[Range]) -> bool:
    tagged = any(next(find_tags(text, *turn), None) for turn in turns)
    if len(turns) < _TURNS:
        return tagged
    spoken = sum(bool(_SPOKEN.search(text, *turn)) for turn in turns)
    return tagged or 2 * spoken >= len(turns)


def _speech(text: str, turn: Range, taken: list[Range]) -> Iterator[Range]:
    """What is left of the turn when its reporting clauses are taken out."""
    position = turn[0]
    for start, end, subject in find_tags(text, *turn):
        if is_inside(start, taken):
            continue
        yield from _trimmed(text, position, start)
        position = end
        if (
            text[end - 1 : end] == "."
            and subject in ("he", "she", "they")
            and _NARRATES.match(text, end, turn[1])
        ):
            return
    yield from _trimmed(text, position, turn[1])


def _trimmed(text: str, start: int, end: int) -> Iterator[Range]:
    body = text[start:end]
    start += len(body) - len(body.lstrip())
    stop = _TRAIL.search(text, start, end)
    end = stop.start() if stop else end
    if _LOWER.search(text, start, end) or any(map(str.isalnum, text[start:end])):
        yield start, end
