"""Sentence ranges for text that no parser has cut: by the final mark and what follows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr.grammar import SENTENCE_FINAL, ends_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

_CLOSING: Final = frozenset("”’\"'»)]`") | {"''"}


def sentences(words: Sequence[str], first: int, last: int) -> list[tuple[int, int]]:
    """Token ranges of the sentences in the paragraph of tokens [first, last).

    A final mark ends a sentence together with the closing marks after it, unless a lower-case
    word follows: `“Why?” she asked.` is one sentence.
    """
    ranges: list[tuple[int, int]] = []
    start = token = first
    while token < last:
        token += 1
        if not ends_sentence(words, token - 1):
            continue
        while token < last and (words[token] in _CLOSING or words[token] in SENTENCE_FINAL):
            token += 1
        if token < last and not words[token][:1].islower():
            ranges.append((start, token))
            start = token
    if start < last:
        ranges.append((start, last))
    return ranges
