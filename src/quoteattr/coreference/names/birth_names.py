"""Names that somebody had from birth: `Born Ada Holm in Velm, she sang as Ada Vail`."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

import regex

from quoteattr.coreference.names import limits

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quoteattr.coreference.threads import Thread
    from quoteattr.records import Mention

_BORN = regex.compile(r"(?:^|[\s(,])(?:[Bb]orn|née|nee) $", regex.REVERSE)


def is_from_birth(text: str, start: int) -> bool:
    """Whether the name that starts at code point *start* is somebody's first one."""
    return _BORN.search(text, max(0, start - 8), start) is not None


def who_was_born(
    named: Iterable[Thread], given: tuple[str, ...], mentions: Sequence[Mention], start: int
) -> Thread | None:
    """The one person named before code point *start* with these given names, None for several."""
    before = [
        thread
        for thread in islice(named, limits.RELATIVES)
        if thread.given == given and thread.mentions and mentions[thread.mentions[0]].start < start
    ]
    return before[0] if len(before) == 1 else None
