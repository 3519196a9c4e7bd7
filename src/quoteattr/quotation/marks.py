"""Which characters can open or close a quotation, and how well each role fits where they stand."""

from __future__ import annotations

from typing import Final

import regex
from attrs import frozen

# What a role costs, the lower the likelier. Pairing looks for the cheapest reading of a paragraph.
FITS: Final = 0
DOUBTFUL: Final = 1
ODD: Final = 3
WRONG_WAY: Final = 6
MISFIT: Final = 8
LOST: Final = 10  # a mark that is read as no mark at all
NEVER: Final = 1000

DOUBLE: Final = "D"
SINGLE: Final = "S"
GUILLEMET: Final = "G"
LOW: Final = "L"
CORNER: Final = "C"

_MARK: Final[regex.Pattern[str]] = regex.compile(
    r"``|(?<!')''(?!')|[\"“”‟„＂«»‹›「」『』〝〞‚]"
    r"|(?<!\w)['‘’‛`´](?=\S)|(?<=\S)['‘’‛´](?!\w)|(?<=[^\w\s])['‘’‛](?=\w)|(?<!\S)['‘’](?!\S)"
)
_GLYPHS: Final = "\"“”‟„＂«»‹›「」『』〝〞‚'‘’‛`´"
_FAMILY: Final = (
    {glyph: DOUBLE for glyph in ("``", "''", '"', "“", "”", "‟", "＂", "〝", "〞")}
    | {glyph: SINGLE for glyph in "'‘’‛`´"}
    | {glyph: GUILLEMET for glyph in "«»‹›"}
    | {glyph: LOW for glyph in "„‚"}
    | {glyph: CORNER for glyph in "「」『』"}
)
_OPENING: Final = frozenset({"``", "“", "‟", "〝", "‘", "‛", "«", "‹", "「", "『", "„", "‚", "`"})
_CLOSING: Final = frozenset({"”", "〞", "’", "´", "»", "›", "」", "』"})
_STOPS: Final = frozenset(".,;:!?…)]}-–—")
_DASHES: Final = frozenset("-–—―")
_BRACKETS: Final = frozenset("([{<")

_ELISIONS: Final = regex.compile(
    r"(?:tis|twas|twill|twould|twere|twixt|tain|em|im|er|is|cause|bout|round|til|till|neath|gainst|mongst|ere|ud|un|n|ow|ave|ad|e|ee|less|nother|most|pon|tween|prentice|scuse|spose|zat|tarnal|way|fore|side|stead|cept|nuff|til|lo|ello|cos|coz|cuz|appen|ope|ome|ouse|and|ead|eart|ard|aving|eard)(?!\w)|\d\d?s?(?!\d)",
    regex.IGNORECASE,
)
_DROPPED: Final = regex.compile(
    r"(?:\win|\b(?:o|th|an|ol|wi|t|d|ha|fo|mo|lil|po|yo|wid|jus|mus))\Z", regex.IGNORECASE
)


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
        leads: Whether it stands at the head of its paragraph.
    """

    start: int
    end: int
    family: str
    opens: int
    closes: int
    ignored: int
    leads: bool


def find_marks(text: str, start: int, end: int) -> tuple[QuotationMark, ...]:
    """The marks of the paragraph *start* to *end* of *text*, in text order.

    An apostrophe inside a word ("don't") is no mark; at the edge of a word it is one that may well
    be ignored. Empty when the paragraph has none.
    """
    return tuple(
        _weigh(text, match.start(), match.end(), start, end)
        for match in _MARK.finditer(text, start, end)
    )


def _weigh(text: str, first: int, last: int, start: int, end: int) -> QuotationMark:
    glyph = text[first:last]
    left, right = first, last
    while left > start and text[left - 1] in _GLYPHS:
        left -= 1
    while right < end and text[right] in _GLYPHS:
        right += 1
    before = text[left - 1] if left > start else ""
    after = text[right] if right < end else ""
    family = _FAMILY[glyph]
    opens, closes = _shape(before, after)
    ignored = LOST
    if glyph in _OPENING:
        closes = (closes + WRONG_WAY) if family != GUILLEMET else closes + DOUBTFUL
        opens = min(opens, ODD)
    elif glyph in _CLOSING:
        opens = (opens + WRONG_WAY) if family != GUILLEMET else opens + DOUBTFUL
        closes = min(closes, ODD)
    if family == SINGLE:
        opens, closes, ignored = _apostrophe(text, glyph, first, last, before, after, opens, closes)
    elif before.isdigit() and not (after.isalnum()):
        ignored = ODD
        if regex.search(r"\d['’′] ?\d{1,2}(?:½)?\Z", text[max(start, first - 8) : first]):
            ignored, closes = FITS, closes + ODD
    return QuotationMark(first, last, family, opens, closes, ignored, left == start)


def _shape(before: str, after: str) -> tuple[int, int]:
    """Costs of opening and of closing, from the characters on either side of a run of marks."""
    loose_before = not before or before.isspace()
    loose_after = not after or after.isspace()
    if loose_before and loose_after:
        if not before:
            return FITS, MISFIT
        if not after:
            return MISFIT, FITS
        return DOUBTFUL, DOUBTFUL
    if loose_before or before in _BRACKETS:
        return FITS, WRONG_WAY
    if loose_after:
        return MISFIT, FITS
    if before in _DASHES:
        return (DOUBTFUL, ODD) if after.isalnum() else (ODD, FITS)
    if after in _STOPS:
        return WRONG_WAY, FITS
    if before in _STOPS:
        return DOUBTFUL, DOUBTFUL
    return ODD, ODD


def _apostrophe(
    text: str, glyph: str, first: int, last: int, before: str, after: str, opens: int, closes: int
) -> tuple[int, int, int]:
    """Costs of a single mark: opening, closing, and being an apostrophe."""
    if (
        not before
        or before.isspace()
        or before in _BRACKETS
        or (before in _DASHES and after.isalnum())
    ):
        if _ELISIONS.match(text, last):
            return opens + DOUBTFUL, NEVER, FITS
        return opens, closes, (ODD + 1 if glyph != "’" else FITS)
    if before.isdigit():
        return NEVER, closes, DOUBTFUL
    if before.isalpha():
        if after and after in "-–":
            return opens, closes + ODD, FITS
        if _DROPPED.search(text[max(0, first - 6) : first]):
            return opens, closes + ODD, FITS
        if before in "sSxz" and after.isspace():
            return opens, closes + DOUBTFUL + 1, DOUBTFUL
        return opens, closes, ODD
    return opens, closes, MISFIT
