"""How words were received: `“No,” she said, | to loud applause`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr import config

if TYPE_CHECKING:
    from quoteattr.quotation.reports.line import Line

_RECEPTIONS: Final = frozenset({"applause", "laughter", "cheers", "boos", "jeers", "groans"})


def is_reception(line: Line, position: int) -> bool:
    """Whether *to* leads to how it was received: `said, | to loud applause, QUOTE`."""
    received = line.words[position + 1 : position + 1 + config.RECEPTION_TOKENS]
    return line.words[position : position + 1] == ["to"] and not _RECEPTIONS.isdisjoint(received)
