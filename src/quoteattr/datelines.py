"""The place, day and agency before a report: `VELM, July 9 (Dorne Press) — The bridge is open.`"""

from __future__ import annotations

from typing import Final

import regex

_DATELINE: Final = regex.compile(
    r"^(?:"
    r"(?:(?:\p{Lu}[\p{L}.'’-]*+|\d{1,4})[, ]+){0,6}\(\p{Lu}[\p{L} /]{1,20}\) ?"  # Velm, July 9 (DP)
    r"|(?:\p{Lu}[\p{Lu}.'’-]{1,20}+ ?){1,4}(?:,[^\n()—–―]{1,30}?)?"  # PORT VELM, Dorne
    r")(?P<dash>[—–―]|--?)\s*+(?=[^\w\s]?[\p{Lu}\d])",
    flags=regex.MULTILINE,
)


def dateline_end(text: str, start: int, end: int) -> int:
    """Code point after the dateline that opens the paragraph [start, end); *start* without one."""
    match = _DATELINE.match(text, start, end)
    return start if match is None else match.end()


def with_full_stops(text: str) -> str:
    """*text* with a full stop for the dash of each dateline, so that a sentence ends there."""
    return _DATELINE.sub(_with_full_stop, text)


def _with_full_stop(match: regex.Match[str]) -> str:
    whole, start = match.group(), match.start("dash") - match.start()
    dash = match.group("dash")
    return whole[:start] + ".".ljust(len(dash)) + whole[start + len(dash) :]
