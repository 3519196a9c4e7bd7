"""Which characters can open or close a quotation, and how well each role fits where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import regex
from attrs import frozen

from quoteattr.quotation.marks.apostrophes import begins_elision, surely_opens, weigh_apostrophe
from quoteattr.quotation.marks.costs import (
    DOUBTFUL,
    FITS,
    LOST,
    MISFIT,
    MISSED,
    NEVER,
    ODD,
    TURNED,
    WRONG_WAY,
    Costs,
)
from quoteattr.records import MarkStyle

if TYPE_CHECKING:
    from collections.abc import Iterable

DOUBLE: Final = "D"
SINGLE: Final = "S"
GUILLEMET: Final = "G"
ANGLE: Final = "A"
LOW: Final = "L"
CORNER: Final = "C"
WHITE_CORNER: Final = "W"

STYLES: Final = {
    DOUBLE: MarkStyle.DOUBLE,
    SINGLE: MarkStyle.SINGLE,
    GUILLEMET: MarkStyle.GUILLEMET,
    ANGLE: MarkStyle.GUILLEMET,
    LOW: MarkStyle.LOW_HIGH,
    CORNER: MarkStyle.CORNER,
    WHITE_CORNER: MarkStyle.CORNER,
}
_FAMILY: Final = (
    dict.fromkeys(("``", "''", '"', "“", "”", "‟", "＂", "〝", "〞", "〟"), DOUBLE)
    | dict.fromkeys("'‘’‛`´", SINGLE)
    | dict.fromkeys("«»", GUILLEMET)
    | dict.fromkeys("‹›", ANGLE)
    | dict.fromkeys("„‚", LOW)
    | dict.fromkeys("「」", CORNER)
    | dict.fromkeys("『』", WHITE_CORNER)
)
_OPENING: Final = frozenset(("``", *"“‟〝‘‛`«‹"))
_CLOSING: Final = frozenset("”〞〟’´»›")
_ONLY_OPENING: Final = frozenset("„‚「『")
_ONLY_CLOSING: Final = frozenset("」』")
_GLYPHS: Final = frozenset("\"“”‟＂〝〞〟'‘’‛`´«»‹›„‚「」『』")
# Emphasis in plain text ("*No,*" or "_No,_") does not count as the neighbour of a mark.
_TRANSPARENT: Final = _GLYPHS | frozenset("*_~\u200b\u200c\u200d\u2060\ufeff\u200e\u200f")
_STOPS: Final = frozenset(".,;:!?…)]}-–—/")
_DASHES: Final = frozenset("-–—―")
_BRACKETS: Final = frozenset("([{</")

# A rule or a row of five and more marks sets nothing off ('""""""').
_SINGLES: Final = "'‘’‛`´"
_MARK: Final[regex.Pattern[str]] = regex.compile(
    r"(?P<row>[\"“”'‘’‛`´]{5,}+)|``|(?<!')(?P<apostrophes>'{2,3})(?!')|[\"“”‟„＂«»‹›「」『』〝〞〟‚]"
    rf"|(?<!\w)[{_SINGLES}]|[{_SINGLES}](?!\w)"
)
_OPENING_PAIR: Final = regex.compile(r"``|(?<![\w'.,!?])''(?='?\w)")
_MEASURE: Final = regex.compile(r"\d['’′] ?\d{1,2}[½¼¾]?\Z")
# A paragraph with more than so many marks, one in five characters or denser, is code or data.
_MANY: Final = 64
_DENSEST: Final = 5
# How far to look for the neighbour of a row of marks, and back for a measure ("5'10").
_NEAR: Final = 8


@frozen
class QuotationMark:
    """A character, or two, that can open or close a quotation, with the cost of each reading.

    Attributes:
        start: First code point.
        end: Code point after the last.
        family: Which marks it pairs with.
        opens: Cost of reading it as an opening mark.
        closes: Cost of reading it as a closing mark.
        ignored: Cost of reading it as no mark: an apostrophe, a measure, a stray.
        closes_low: Cost of reading it as the closing mark of a low one, whatever way it turns.
        leads: Whether only marks stand between it and the head of its paragraph.
        latex: Whether it is two characters that stand for one mark.
    """

    start: int
    end: int
    family: str
    opens: int
    closes: int
    ignored: int
    closes_low: int
    leads: bool
    latex: bool


def find_marks(text: str, start: int, end: int) -> tuple[QuotationMark, ...]:
    """The marks of the paragraph *start* to *end* of *text*, in text order.

    An apostrophe inside a word ("don't") is no mark; at the edge of a word it is one that may well
    be ignored. Empty when the paragraph has none, or so many that it is no prose.
    """
    found: list[QuotationMark] = []
    doubled: bool | None = None
    for match in _MARK.finditer(text, start, end):
        if match.lastgroup == "row":
            continue
        if match.lastgroup == "apostrophes" and doubled is None:
            doubled = _has_opening_pair(text, start, end)
        for first, last in _glyphs(text, match, doubled=bool(doubled), start=start):
            found.append(_weigh(text, first, last, start, end))
    return () if _is_no_prose(len(found), end - start) else tuple(found)


def _glyphs(
    text: str, match: regex.Match[str], *, doubled: bool, start: int
) -> Iterable[tuple[int, int]]:
    """The marks in a row of two or three apostrophes; anything else is one mark."""
    first, last = match.span()
    if match.lastgroup != "apostrophes":
        return [(first, last)]
    if not doubled:
        # 'He cried 'No!'' closes two single quotations.
        return [(index, index + 1) for index in range(first, last)]
    if last - first == 2:
        return [(first, last)]
    if first == start or text[first - 1].isspace():
        return [(first, first + 2), (first + 2, last)]
    return [(first, first + 1), (first + 1, last)]


def _has_opening_pair(text: str, start: int, end: int) -> bool:
    """Whether `''` or its like opens; the first of `''Tis late,' he said` does not."""
    return any(
        match.group() == "``" or not begins_elision(text, match.end())
        for match in _OPENING_PAIR.finditer(text, start, end)
    )


def _is_no_prose(marks: int, characters: int) -> bool:
    """Whether marks stand so close (`{"a":"b","c":"d"...`) that they set off no speech."""
    return marks > _MANY and marks * _DENSEST > characters


def _weigh(text: str, first: int, last: int, start: int, end: int) -> QuotationMark:
    glyph = text[first:last]
    left, before = _neighbour_before(text, first, start)
    after = _neighbour_after(text, last, end)
    shape = _shape(before, after)
    family = _FAMILY[glyph]
    if family == SINGLE:
        opens, closes, ignored = weigh_apostrophe(text, first, before, after, _turned(glyph, shape))
    elif before.isdigit() and not after.isalnum():
        opens, closes, ignored = _beside_digit(text, first, start, _turned(glyph, shape))
    else:
        opens, closes, ignored = _turned(glyph, shape)
        if after.isalnum() and surely_opens(text, first, start, ":" if glyph == '"' else ":,.?!"):
            ignored = MISSED
    return QuotationMark(
        first, last, family, opens, closes, ignored, shape[1], left == start, last - first == 2
    )


def _neighbour_before(text: str, first: int, start: int) -> tuple[int, str]:
    left = first
    while left > start and first - left < _NEAR and text[left - 1] in _TRANSPARENT:
        left -= 1
    return left, text[left - 1] if left > start else ""


def _neighbour_after(text: str, last: int, end: int) -> str:
    right = last
    while right < end and right - last < _NEAR and text[right] in _TRANSPARENT:
        right += 1
    return text[right] if right < end else ""


def _shape(before: str, after: str) -> tuple[int, int]:
    """Costs of opening and of closing, from the characters on either side of a row of marks."""
    loose_before = not before or before.isspace()
    loose_after = not after or after.isspace()
    if loose_before and loose_after:
        # `" Hello ," he said`: a mark that stands alone can be either.
        return (
            (FITS, MISFIT) if not before else (MISFIT, FITS) if not after else (DOUBTFUL, DOUBTFUL)
        )
    if loose_before or before in _BRACKETS:
        return FITS, WRONG_WAY
    if loose_after:
        return MISFIT, FITS
    if before in _DASHES:
        # `she cried--"Wait"` opens, `"I was--"--and then` closes.
        return (DOUBTFUL, ODD) if after.isalnum() else (ODD, FITS)
    if after in _STOPS:
        return WRONG_WAY, FITS
    return (DOUBTFUL, DOUBTFUL) if before in _STOPS else (ODD, ODD)


def _turned(glyph: str, shape: tuple[int, int]) -> Costs:
    """The costs with the way the glyph turns: `”Hello“` is read, but only for want of better."""
    opens, closes = shape
    if glyph in _ONLY_OPENING:
        return FITS, NEVER, LOST
    if glyph in _ONLY_CLOSING:
        return NEVER, FITS, LOST
    turn = DOUBTFUL if glyph in "«»‹›" else WRONG_WAY
    if glyph in _OPENING:
        return min(opens, TURNED), closes + turn, LOST
    if glyph in _CLOSING:
        return opens + turn, min(closes, TURNED), LOST
    return opens, closes, LOST


def _beside_digit(text: str, first: int, start: int, costs: Costs) -> Costs:
    """`a 5" pipe`, `he is 6'2"`: inches may be no mark at all."""
    if _MEASURE.search(text, max(start, first - _NEAR), first):
        return costs[0], costs[1] + ODD, FITS
    return costs[0], costs[1], ODD
