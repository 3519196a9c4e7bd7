"""Posts copied from a network: a line with a name and an account, and below it what was posted.

Ada Holm @adaholm · Mar 3            Bo Lund (@bolund) - 2h
The pool is shut.                    Replying to @adaholm
                                     Since when?
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

import regex

from quoteattr.quotation.marks.drafts import Draft
from quoteattr.quotation.marks.signatures import PASSED_ON
from quoteattr.records import MarkStyle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quoteattr.records import Range

_HEAD: Final = regex.compile(
    r"(?!(?:Replying|In reply) to\b)"
    r"(?P<name>[\p{L}\p{N}][^\r\n@(:“”\"]{0,48}?[\p{L}\p{N}.)])[^\p{L}\p{N}\r\n@(]{0,4}"
    r"\(?@\w{2,30}+\)?(?:\s?[·•|,—–-]\s?[^\r\n.!?“”\"]{1,40})?\Z"
)
_REPLY: Final = regex.compile(
    r"(?:Replying to|In reply to|Retweeted|Reposted)\b[^\r\n.!?]{0,120}\Z"
)
_LEAST: Final = 2  # such lines


def find_posts(text: str, paragraphs: Sequence[Range]) -> list[Draft]:
    """What was posted under each line with a name and an account; empty where there is only one."""
    heads = [(i, match) for i, b in enumerate(paragraphs) if (match := _HEAD.match(text, *b))]
    if len(heads) < _LEAST:
        return []
    ends = [*(index for index, _ in heads), len(paragraphs)]
    turns = []
    for (index, head), after in zip(heads, ends[1:], strict=True):
        parts = _posted(text, paragraphs[index:after], is_last=after == len(paragraphs))
        if parts:
            turns.append(Draft(parts, MarkStyle.TRANSCRIPT, label=head.span("name")))
    return turns


def _posted(text: str, lines: Sequence[Range], *, is_last: bool) -> list[Range]:
    """The lines right below a head, the first, up to the next; for the last to a blank line."""
    parts: list[Range] = []
    for before, line in pairwise(lines):
        is_apart = text.count("\n", before[1], line[0]) > 1
        if (is_apart and (is_last or not parts)) or PASSED_ON.match(text, *line):
            break
        if parts or not _REPLY.match(text, *line):
            parts.append(line)
    return parts
