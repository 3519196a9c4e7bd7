"""What opens a report: the place, day and agency, `VELM, July 9 (Dorne Press) —`, or the hour."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

_DATELINE: Final = regex.compile(
    r"^\p{Lu}[\p{L}.'’, -]{1,50}?--\(\p{Lu}[\p{L} ]{1,20}\)(?P<dash>--)(?=\p{Lu})|"  # VELM--(DP)--
    r"^(?:"
    r"(?:(?:\p{Lu}[\p{L}.'’/-]*+|\d{1,4})[, ]+){0,6}\(\p{Lu}[\p{L} /-]{1,20}\) ?"  # Velm (DP)
    r"|(?:\p{Lu}[\p{Lu}.'’-]{1,20}+ ?){1,4}(?:,[^\n()—–―]{1,30}?)?"  # PORT VELM, Dorne
    r")(?P<dash>[—–―]|--?)\s*+(?=[^\w\s]?[\p{Lu}\d])"
    # VELM, July 9. /DP/.
    r"|^\p{Lu}[\p{L}.'’, -]{1,40}?\d{0,2}\. ?/\p{Lu}[\p{L} .-]{1,20}/(?P<dash>\.)\s+",
    flags=regex.MULTILINE,
)


_PLACE: Final = regex.compile(
    r"^(?P<place>\p{Lu}[\p{L}'’./-]{1,40}+(?: \p{Lu}[\p{L}'’./-]{2,40}+){0,2}): "
    r"(?=\p{Lu}[^\n]{100,}\.\r?$)(?![^\n“\"]*\b(?:I|[Ww]e|[Mm]y|[Oo]ur|you)\b)",
    flags=regex.MULTILINE,
)
"""A report's lead has a hundred letters or more, and nobody says "I" in it."""
_LABEL: Final = regex.compile(
    r"^\p{Lu}[\p{L}'’./-]{0,40}+(?: \p{Lu}[\p{L}'’./-]{0,40}+){0,3}:(?=\s)", flags=regex.MULTILINE
)


_PLACE_WITHIN: Final = 600
_LABELS_WITHIN: Final = 4000
"""Code points from the start of a text within which a place and a colon may open its lead, and
within which no other line may begin so: two headlines are shorter, a transcript labels sooner."""

_CLOCK: Final = regex.compile(
    r"(?:\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?(?: \p{Lu}{2,4})?(?::| [-–—])?\s++)?"
    r"(?:(?:BREAKING(?: NEWS)?|UPDATED?|LIVE|JUST IN): ?)?(?=[\p{Lu}“\"‘'])"
)
"""What opens an entry of a live report: `14.32 BST`, `2:15pm:`, `BREAKING:`."""


def _after_place(text: str) -> regex.Match[str] | None:
    """A place and a colon before the lead of a report: `VELM/RYE: The mayor on Friday said.`

    No other line may begin so, as those of a transcript do.
    """
    labels = list(islice(_LABEL.finditer(text, 0, _LABELS_WITHIN), 2))
    if len(labels) != 1 or labels[0].start() > _PLACE_WITHIN:
        return None
    return _PLACE.match(text, labels[0].start())


def dateline_end(text: str, start: int, end: int) -> int:
    """Code point after the dateline or hour that opens the paragraph [start, end), else *start*."""
    match = _DATELINE.match(text, start, end)
    if match is None and start <= _PLACE_WITHIN and _LABEL.match(text, start):
        place = _after_place(text)
        match = place if place is not None and place.start() == start else None
    match = match or _CLOCK.match(text, start, end)
    return start if match is None else match.end()


def with_full_stops(text: str) -> str:
    """*text* with a full stop for the dash of each dateline, so that a sentence ends there."""
    place = _after_place(text)
    if place is not None:
        text = f"{text[: place.end('place')]}.{text[place.end('place') + 1 :]}"
    pieces, done = list[str](), 0
    for start, end in _dashes(text):
        pieces += (text[done:start], ".".ljust(end - start))
        done = end
    return "".join((*pieces, text[done:]))


def _dashes(text: str) -> Iterator[tuple[int, int]]:
    """Where the dashes of datelines stand: each line is tried, as it is quicker than a search."""
    line = done = 0
    while line >= 0:
        match = _DATELINE.match(text, line) if line >= done else None
        if match is not None:
            yield match.span("dash")
            done = match.end()
        line = text.find("\n", line) + 1 or -1
