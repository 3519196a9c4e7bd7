"""Where a story goes on elsewhere, with others there: a line of stars, the heading of a chapter."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final

import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quoteattr.analysis import Analysis

_LONGEST: Final = 80
"""Code points of a line that parts two scenes, at most."""
_PARTS: Final = regex.compile(
    r"(?:[*#~—–·•\-_][\s*#~—–·•\-_]*+"
    r"|(?i:chapter|book|part|volume)\s(?:[IVXLCivxlc]+|\d+|\p{L}{3,9})\b[^“”\"]*+"
    r"|(?:[IVXLC]+|\d{1,3})[.:]?)"
)
"""`* * *`, `CHAPTER IV. The Storm`, `IV.`"""


def scene_starts(analysis: Analysis) -> tuple[int, ...]:
    """Code points behind the lines that part two scenes, in text order."""
    return tuple(
        one.end
        for one in analysis.paragraphs
        if one.end - one.start <= _LONGEST
        and _PARTS.fullmatch(analysis.text[one.start : one.end].strip())
    )


def scene_start(starts: Sequence[int], place: int) -> int:
    """Where the scene begins that holds a code point; 0 for the first of a text."""
    at = bisect_right(starts, place)
    return starts[at - 1] if at else 0
