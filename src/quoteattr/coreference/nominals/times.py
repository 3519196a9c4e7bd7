"""Times beside a description, which are no part of it: "A minister last night said"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr.grammar import DAYS
from quoteattr.lexicon import word_classes

if TYPE_CHECKING:
    from quoteattr.analysis import Analysis

_WHICH: Final = frozenset({"last", "this", "next"})
_TIMES: Final = frozenset(
    {"afternoon", "evening", "month", "morning", "night", "week", "weekend"}
) | {"year"}


_SPANS: Final = frozenset(
    {"decades", "days", "hours", "minutes", "moments", "months", "seconds", "weeks", "years"}
)
_SPANNING: Final = frozenset({"after", "for", "in", "within"})


def time_start(analysis: Analysis, end: int, floor: int) -> int:
    """Where a time before the token *end* begins: "A minister | last night said"; else *end*."""
    lowers = analysis.lowers
    if end - 2 > floor and lowers[end - 2] in _WHICH and _is_time(lowers[end - 1]):
        return end - 2
    return end - 1 if end - 1 > floor and lowers[end - 1] in DAYS else end


def after_time(analysis: Analysis, first: int, head: int) -> int:
    """Where a description begins after a time: "Last night | friends of Holm said".

    Or after a span: "Within hours | amateur observers said".
    """
    lowers = analysis.lowers
    if first and first < head and lowers[first] in _SPANS and lowers[first - 1] in _SPANNING:
        return first + 1
    end = next((at for at in range(first, min(first + 3, head)) if _is_time(lowers[at])), None)
    if not end:
        return first
    opens = lowers[end - 1] in _WHICH or word_classes().get(lowers[end - 1]) == "time"
    return end + 1 if opens else first


def _is_time(low: str) -> bool:
    return low in _TIMES or word_classes().get(low) == "time"
