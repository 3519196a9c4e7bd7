"""Where the paragraphs of a text are, whatever its line ends and whether or not it is hard-wrapped."""

from __future__ import annotations

from itertools import pairwise

import regex

Range = tuple[int, int]

# One line end: CRLF, LF, CR, NEL, LINE SEPARATOR; a form feed, a vertical tab and U+2029 part paragraphs.
_LINE: regex.Pattern[str] = regex.compile(r"[^\r\n\f\v\x1c-\x1e\x85\u2028\u2029]++")
_HARD: regex.Pattern[str] = regex.compile(r"[\f\v\x1c-\x1e\u2029]")
_BREAKS: regex.Pattern[str] = regex.compile(r"\r\n|[\n\r\f\v\x1c-\x1e\x85\u2028\u2029]")

# A page of a hard-wrapped book is at most this wide; Project Gutenberg wraps at 70 to 75 columns, mail at 72 to 80.
_WIDEST_PAGE = 100
# Share of single line breaks that must stand where the next word would not have fitted.
_FULL_SHARE = 0.6


def find_paragraphs(text: str) -> tuple[Range, ...]:
    """The paragraphs of *text* in order, as ranges of code points without surrounding white space.

    A blank line always parts paragraphs. A single line break parts them too, unless the text is
    hard-wrapped: unless most of its single line breaks stand where the next word would not have
    fitted on a page at most 100 columns wide. Empty when the text is blank.
    """
    lines = _lines(text)
    if not _is_wrapped(text, lines):
        return tuple(lines)
    paragraphs: list[Range] = []
    for start, end in lines:
        if paragraphs and _is_single_break(text, paragraphs[-1][1], start):
            paragraphs[-1] = (paragraphs[-1][0], end)
        else:
            paragraphs.append((start, end))
    return tuple(paragraphs)


def _lines(text: str) -> list[Range]:
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
    return len(_BREAKS.findall(gap)) == 1 and not _HARD.search(gap)


def _is_wrapped(text: str, lines: list[Range]) -> bool:
    joints = [
        (first[1] - first[0], _first_word_length(text, second))
        for first, second in pairwise(lines)
        if _is_single_break(text, first[1], second[0])
    ]
    if not joints:
        return False
    lengths = sorted(length for length, _ in joints)
    width = lengths[len(lengths) * 9 // 10]
    if width > _WIDEST_PAGE:
        return False
    full = sum(length + 1 + word > width - 3 for length, word in joints)
    return full >= _FULL_SHARE * len(joints)


def _first_word_length(text: str, line: Range) -> int:
    space = text.find(" ", line[0], line[1])
    return (space if space >= 0 else line[1]) - line[0]
