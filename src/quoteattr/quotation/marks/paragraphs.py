"""Where the paragraphs of a text are, whatever its line ends, hard-wrapped or not."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quoteattr.records import Range

# CRLF is one line end; the others are those of `str.splitlines`.
_LINE: Final = regex.compile(r"[^\r\n\f\v\x1c-\x1e\x85\u2028\u2029]++")
_LINE_END: Final = regex.compile(r"\r\n|[\r\n\f\v\x1c-\x1e\x85\u2028\u2029]")
# A new page and U+2029 part paragraphs without a blank line.
_PARTING: Final = regex.compile(r"[\f\v\x1c-\x1e\u2029]")
# `JONES: Why?` begins a paragraph in a wrapped transcript, too.
_LABEL: Final = regex.compile(
    r"(?:\p{Lu}[\p{Lu}.’'-]{1,20}+ ?){1,5}(?:\([^)]{1,40}\))?:\s|[QA][.:]\s"
)

_SPEAKER: Final = regex.compile(r"[\w.@’'-]{1,30}(?: [\w.’'-]{1,30}){0,3}:\s")
_HEADS_POST: Final = regex.compile(r"@\w|[·|]|\bu/\w")

_NARROWEST_PAGE: Final = 26  # columns, as newspapers are printed; shorter lines are lists
_WIDEST_PAGE: Final = 100  # columns; books are wrapped at 65 to 75, mail at 72 to 80
_SLACK: Final = 3  # columns by which a wrapped line may fall short of the page
_FULL: Final = 0.4  # share of line breaks where the next word would not fit: .56 to .99 in LitBank
_IN_SENTENCE: Final = 0.5  # share before a small letter: .65 and more in LitBank, .1 in news
_RAGGED: Final = 0.6  # the same where lines end anywhere, as in mails that were wrapped twice
_RAGGED_LEAST: Final = 3  # line breaks
_NARROWEST_RAGGED: Final = 40  # columns of the page then; shorter lines are verse


def find_paragraphs(text: str) -> tuple[Range, ...]:
    """The paragraphs of *text* in order, as ranges of code points without surrounding white space.

    A blank line always parts paragraphs. A single line break parts them too, unless the text is
    hard-wrapped: most of its single line breaks stand before a small letter, and many where the
    next word would not have fitted on a page of 26 to 100 columns, or most stand within a
    sentence. Empty when the text is blank.
    """
    lines = _find_lines(text)
    joints = [_is_single_break(text, first[1], second[0]) for first, second in pairwise(lines)]
    if not _is_wrapped(text, lines, joints):
        return tuple(lines)
    paragraphs = lines[:1]
    for line, joined in zip(lines[1:], joints, strict=True):
        if joined and not _LABEL.match(text, *line):
            paragraphs[-1] = (paragraphs[-1][0], line[1])
        else:
            paragraphs.append(line)
    return tuple(paragraphs)


def _find_lines(text: str) -> list[Range]:
    """Lines that hold more than white space, without the white space around them."""
    found = []
    for match in _LINE.finditer(text):
        line = match.group()
        body = line.strip()
        if body:
            start = match.start() + len(line) - len(line.lstrip())
            found.append((start, start + len(body)))
    return found


def _is_single_break(text: str, end: int, start: int) -> bool:
    gap = text[end:start]
    return len(_LINE_END.findall(gap)) == 1 and not _PARTING.search(gap)


def _is_wrapped(text: str, lines: Sequence[Range], joints: Sequence[bool]) -> bool:
    joined = [lines[i : i + 2] for i, single in enumerate(joints) if single]
    if not joined:
        return False
    lengths = sorted(end - start for (start, end), _ in joined)
    page = lengths[len(lengths) * 9 // 10]
    if not _NARROWEST_PAGE <= page <= _WIDEST_PAGE:
        return False
    full = within = runs_on = 0
    for (start, end), following in joined:
        if _HEADS_POST.search(text, start, end):
            continue
        full += end - start + 1 + _length_of_first_word(text, following) > page - _SLACK
        is_small = text[following[0]].islower()
        within += is_small
        runs_on += is_small and _runs_on(text, end, following)
    may_be_ragged = len(joined) >= _RAGGED_LEAST and page >= _NARROWEST_RAGGED
    if may_be_ragged and runs_on >= _RAGGED * len(joined):
        return True
    return full >= _FULL * len(joined) and within >= _IN_SENTENCE * len(joined)


def _runs_on(text: str, end: int, following: Range) -> bool:
    """Whether a line ends within a sentence and the next is no turn: `ann: hello | bo: hi`."""
    is_within = text[end - 1].isalnum() or text[end - 1] in ",”\"’'"
    return is_within and _SPEAKER.match(text, *following) is None


def _length_of_first_word(text: str, line: Range) -> int:
    space = text.find(" ", *line)
    return (space if space >= 0 else line[1]) - line[0]
