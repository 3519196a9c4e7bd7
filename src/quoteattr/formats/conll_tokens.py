"""The tokens of the column form: words, numbers and single characters, with exact offsets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_TOKEN: Final = regex.compile(
    r"[\p{L}\p{M}\p{N}_]++(?:(?:['’\-‐‑]|(?<=\p{N})[.,](?=\p{N}))[\p{L}\p{M}\p{N}_]++)*+"
    r"|[^\s\x1c-\x1f]"
)


def words(text: str, borders: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The tokens of *text* in order, as ranges of code points; empty for white space.

    A token is a word or number (letters, digits, combining marks and `_`, with single apostrophes
    and hyphens inside, in a number points and commas), or any other character by itself. One that
    reaches over one of *borders* is cut there.
    """
    cuts = sorted(set(borders), reverse=True)
    for found in _TOKEN.finditer(text):
        start, end = found.span()
        while cuts and cuts[-1] < end:
            cut = cuts.pop()
            if cut > start:
                yield start, cut
                start = cut
        yield start, end
