"""Posts copied from a network: a name and an account, and below them what was posted.

Ada Holm @adaholm · Mar 3            Bo Lund (@bolund) - 2h            Cy Dorn
The pool is shut.                    Replying to @adaholm              @cydorn
                                     Since when?                       7:42 AM · Mar 3
u/ada_holm · 5 hr. ago                                                 Since noon.
It is shut.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

import regex
from attrs import frozen

from quoteattr.quotation.marks.drafts import Draft
from quoteattr.quotation.marks.signatures import PASSED_ON
from quoteattr.records import MarkStyle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quoteattr.records import Range

_NAME: Final = r"[\p{L}\p{N}][^\r\n@(:“”\"]{0,48}?[\p{L}\p{N}.)]"
_HEAD: Final = regex.compile(
    rf"(?!(?:Replying|In reply) to\b)(?P<name>{_NAME})[^\p{{L}}\p{{N}}\r\n@(]{{0,4}}"
    r"\(?@\w{2,30}+\)?(?:\s?[·•|,—–-]\s?[^\r\n.!?“”\"]{1,40})?\Z"
)
_NAME_ALONE: Final = regex.compile(rf"(?P<name>{_NAME})[^\p{{L}}\p{{N}}\r\n.!?:,;]{{0,4}}\Z")
_ACCOUNT: Final = regex.compile(r"\(?@\w{2,30}+\)?(?P<time>\s?[·•|,—–-]\s?[^\r\n.!?“”\"]{1,40})?\Z")
_ACCOUNT_ALONE: Final = regex.compile(r"(?:[Pp]osted by )?(?P<name>u/[\w-]{3,30}+)")
_REPLY: Final = regex.compile(
    r"(?:Replying to|In reply to|Retweeted|Reposted)\b[^\r\n.!?]{0,120}\Z"
)
TIME_ALONE: Final = regex.compile(
    r"(?:(?:posted:?|at|on|about|an?|edited|ago|am|pm|a\.m\.|p\.m\.|\d{1,2}:\d\d(?::\d\d)?"
    r"|\d{1,4}(?:st|nd|rd|th)?\s?(?:s|m|mins?|h|hrs?|d|w|y|seconds?|minutes?|hours?|days?|weeks?"
    r"|months?|years?)?"
    r"|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|yesterday|today"
    r"|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:\p{Ll}{1,6})?\.?)"
    r"(?!\w)[\s·•|,./—–-]*+){1,8}\Z",
    regex.IGNORECASE,
)
_SINCE: Final = regex.compile(r"[\s·•|,—–-]{1,5}" + TIME_ALONE.pattern, regex.IGNORECASE)
_LEAST: Final = 2  # such lines


@frozen
class Head:
    """The lines that head a post.

    Attributes:
        name: Who posted it.
        first: Index of the first of its lines.
        end: Index of the line after the last.
        is_dated: Whether a time stands below the name, so that a blank line may follow.
    """

    name: Range
    first: int
    end: int
    is_dated: bool = False


def find_posts(text: str, paragraphs: Sequence[Range]) -> list[Draft]:
    """What was posted under each name with an account; empty where there is only one."""
    heads = [head for i in range(len(paragraphs)) if (head := _head(text, paragraphs, i))]
    if len(heads) < _LEAST:
        return []
    ends = [*(head.first for head in heads), len(paragraphs)]
    turns = []
    for head, after in zip(heads, ends[1:], strict=True):
        lines = paragraphs[head.end - 1 : after]
        parts = _posted(text, lines, head, is_last=after == len(paragraphs))
        if parts:
            turns.append(Draft(parts, MarkStyle.TRANSCRIPT, label=head.name))
    return turns


def _head(text: str, paragraphs: Sequence[Range], index: int) -> Head | None:
    """The head that begins with a line, over one line or over two or three."""
    match = _HEAD.match(text, *paragraphs[index]) or _dated_account(text, paragraphs[index])
    if match is not None:
        dated = text.startswith("u/", match.start("name"))
        return Head(match.span("name"), index, index + 1, dated)
    match = _NAME_ALONE.match(text, *paragraphs[index])
    end = index + 1
    if match is None or end == len(paragraphs):
        return None
    account = _ACCOUNT.match(text, *paragraphs[end])
    if account is None:
        return None
    end += 1
    dated_below = end < len(paragraphs) and bool(TIME_ALONE.match(text, *paragraphs[end]))
    return Head(match.span("name"), index, end + dated_below, dated_below or bool(account["time"]))


def _dated_account(text: str, line: Range) -> regex.Match[str] | None:
    """An account of a forum with a time behind it: `u/ada_holm · 5 hr. ago`."""
    match = _ACCOUNT_ALONE.match(text, *line)
    if match is None or not _SINCE.match(text, match.end(), line[1]):
        return None
    return match


def _posted(text: str, lines: Sequence[Range], head: Head, *, is_last: bool) -> list[Range]:
    """The lines below the last of a head, the first, up to the next; for the last to a blank line.

    They stand right below it, unless it is dated.
    """
    parts: list[Range] = []
    for before, line in pairwise(lines):
        is_apart = text.count("\n", before[1], line[0]) > 1
        ends = is_last if parts else not head.is_dated
        if (is_apart and ends) or PASSED_ON.match(text, *line):
            break
        if parts or not _REPLY.match(text, *line):
            parts.append(line)
    return parts
