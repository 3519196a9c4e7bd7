"""Single marks: which are quotation marks and which are apostrophes."""

from __future__ import annotations

from typing import Final

import regex

from quoteattr.lexicon import words
from quoteattr.quotation.marks.costs import DOUBTFUL, FITS, LOST, MISFIT, NEVER, ODD, Costs

_NEXT_WORD: Final = regex.compile(r"(\d0s|\d\d(?:s|th|er)?|\p{L}+)(?![\p{L}\d])")
_ENDING: Final = regex.compile(r"s(?![\p{L}\d])")
_LAST_WORD: Final = regex.compile(r"(\p{L}{1,7})\Z")
_BRACKETS: Final = frozenset("([{<")
_DASHES: Final = frozenset("-–—―")
_GAP: Final = 3  # a colon and two blanks
_CLIP: Final = 8  # "th'", "goin'": the longest listed clipped word, and a letter before it


def weigh_apostrophe(text: str, first: int, before: str, after: str, costs: Costs) -> Costs:
    """Costs of opening, closing and being an apostrophe, for the single mark at *first*.

    *before* and *after* are the characters around the row of marks it stands in, empty at the edge
    of the paragraph; *costs* are those a double mark of its shape would have.
    """
    if not before or before.isspace() or before in _BRACKETS or _parts_words(before, after):
        return _at_head_of_word(text, first, before, after, costs)
    if before.isdigit():
        return NEVER, costs[1], DOUBTFUL  # 6', the 1920s'
    if before.isalpha():
        return _at_end_of_word(text, first, after, costs)
    if before == "." and _ENDING.match(text, first + 1):
        return NEVER, NEVER, FITS  # two Ph.D.'s
    if after.isspace():
        return costs[0] + MISFIT, costs[1], MISFIT  # ... to go.' He left.
    return costs[0], costs[1], MISFIT


def _parts_words(before: str, after: str) -> bool:
    return before in _DASHES and after.isalnum()


def _at_head_of_word(text: str, first: int, before: str, after: str, costs: Costs) -> Costs:
    glyph = text[first]
    if begins_elision(text, first + 1):
        return costs[0] + DOUBTFUL, NEVER, FITS  # 'tis, the '90s, rock 'n' roll
    if glyph == "’":
        return costs[0], NEVER, FITS  # ’ooman
    if glyph in "`´":
        return costs[0], NEVER, DOUBTFUL
    if not before:
        return costs[0], costs[1], MISFIT
    leads = ":,.?!" if after.isupper() else ":,"  # She said: 'We go. He left. ‘No
    lost = surely_opens(text, first, 0, leads)
    return costs[0], costs[1], LOST if lost else ODD + DOUBTFUL


def surely_opens(text: str, first: int, start: int, leads: str) -> bool:
    """Whether a mark stands after one of *leads* and a blank: `Ann said: “We go.`"""
    before = text[max(start, first - _GAP) : first]
    led = before.rstrip()
    return len(led) < len(before) and led[-1:] != "" and led[-1] in leads


def begins_elision(text: str, start: int) -> bool:
    """Whether a word that lacks its head begins at *start*: tis, em, 90s."""
    match = _NEXT_WORD.match(text, start)
    if match is None:
        return False
    return match.group(1)[0].isdigit() or match.group(1).lower() in words("elisions")


def _at_end_of_word(text: str, first: int, after: str, costs: Costs) -> Costs:
    opens, closes, _ = costs
    last = _LAST_WORD.search(text, max(0, first - _CLIP), first)
    word = last.group(1).lower() if last else ""
    if word in words("clipped_words") or (len(word) > 3 and word.endswith("in")):
        return opens, closes + ODD, FITS  # goin' home, o' the
    if after and after in _DASHES and text[first + 1 : first + 2] in _DASHES:
        return opens, closes, ODD
    if word[-1:] in {"s", "x", "z"} and after.isspace():
        return opens, closes + DOUBTFUL + DOUBTFUL, DOUBTFUL  # the boys' books
    return opens, closes, ODD
