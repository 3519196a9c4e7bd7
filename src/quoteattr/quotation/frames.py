"""The reporter's sentences, with self-standing quotations as single words in them.

`“We won. At last,” said Ann.` is one frame: QUOTE said Ann. Inside a quotation the same cut is made
again for the reports nested there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen

from quoteattr import config
from quoteattr.records import Screen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quoteattr.analysis import Analysis
    from quoteattr.quotation.cues import CueWord
    from quoteattr.records import QuotedSpan, Range

_FINAL: Final = frozenset({".", "!", "?", "...", "…", "?!", "!?", "!!", "??"})
_CLOSING: Final = frozenset("”’\"'»)]」』") | {"''"}


@frozen
class Item:
    """A token of the reporter's, or a whole quotation.

    Attributes:
        first: First token.
        last: Token after the last.
        quote: Index of the quoted span, or -1 for a token.
    """

    first: int
    last: int
    quote: int


@frozen
class Frame:
    """One sentence of whoever tells, in order of the text.

    Attributes:
        items: Tokens and quotations.
        paragraph: Index of the paragraph.
        level: Index of the quoted span whose inside this is, or -1 for the reporter's own text.
    """

    items: tuple[Item, ...]
    paragraph: int
    level: int

    @property
    def first(self) -> int:
        """First token."""
        return self.items[0].first

    @property
    def last(self) -> int:
        """Token after the last."""
        return self.items[-1].last

    @property
    def quotes(self) -> list[int]:
        """Quotations in it, in order."""
        return [item.quote for item in self.items if item.quote >= 0]


def find_frames(
    analysis: Analysis, quoted: Sequence[QuotedSpan], cues: Sequence[CueWord]
) -> list[Frame]:
    """All frames: the reporter's by paragraph, then those inside each quoted span."""
    units = _unit_at_token(analysis, quoted)
    cue_tokens = frozenset(cue.token for cue in cues)
    frames: list[Frame] = []
    for index, paragraph in enumerate(analysis.paragraphs):
        frames += _cut(
            analysis, (paragraph.first, paragraph.last), -1, index, units, quoted, cue_tokens
        )
    for number, span in enumerate(quoted):
        if span.screen is not Screen.SPEECH:
            continue
        for start, end in span.parts:
            inside = _inside(analysis, start, end)
            index = analysis.paragraph_at(start)
            frames += _cut(analysis, inside, number, index, units, quoted, cue_tokens)
    return frames


def _inside(analysis: Analysis, start: int, end: int) -> tuple[int, int]:
    """Tokens between the marks of a part."""
    tokens = analysis.tokens(start, end)
    first, last = tokens.start, tokens.stop
    while first < last and not any(map(str.isalnum, analysis.words[first])):
        first += 1
    while last > first and analysis.words[last - 1] in _CLOSING:
        last -= 1
    return first, last


def _unit_at_token(
    analysis: Analysis, quoted: Sequence[QuotedSpan]
) -> dict[tuple[int, int], tuple[int, int]]:
    """(level, first token) of each self-standing part to (quoted span, token after its last)."""
    units: dict[tuple[int, int], tuple[int, int]] = {}
    for number, span in enumerate(quoted):
        if span.screen is not Screen.SPEECH:
            continue
        level = -1 if span.parent is None else span.parent
        for start, end in span.parts:
            tokens = analysis.tokens(start, end)
            if tokens:
                units[level, tokens.start] = (number, tokens.stop)
    return units


def _cut(
    analysis: Analysis,
    tokens: Range,
    level: int,
    paragraph: int,
    units: dict[tuple[int, int], tuple[int, int]],
    quoted: Sequence[QuotedSpan],
    cues: frozenset[int],
) -> list[Frame]:
    items: list[Item] = []
    frames: list[Frame] = []
    token, end = tokens
    while token < end:
        number, last = units.get((level, token), (-1, token + 1))
        last = min(last, end)
        items.append(Item(token, last, number))
        token = last
        if number < 0:
            ends = analysis.words[token - 1] in _FINAL
            while (
                ends
                and token < end
                and analysis.words[token] in _CLOSING
                and (level, token) not in units
            ):
                items.append(Item(token, token + 1, -1))
                token += 1
            ends = ends and _begins_sentence(analysis, token, end)
        else:
            ends = _quotation_ends_sentence(analysis, quoted[number], token, end, cues)
        if ends or token >= end or len(items) >= config.LONGEST_FRAME:
            frames.append(Frame(tuple(items), paragraph, level))
            items = []
    return frames


def _begins_sentence(analysis: Analysis, token: int, end: int) -> bool:
    return token < end and not analysis.words[token][:1].islower()


def _quotation_ends_sentence(
    analysis: Analysis, span: QuotedSpan, token: int, end: int, cues: frozenset[int]
) -> bool:
    """Whether a new sentence begins after a quotation.

    `“We won.” The crowd sang.` yes; `“Who won?” Ann asked.` no: a cue follows its name at once.
    """
    if token >= end:
        return True
    if analysis.words[token][:1].islower() or not analysis.words[token][:1].isalnum():
        return False
    body = analysis.text[span.start : analysis.ends[token - 1]].rstrip("”’\"'»」』)] \u00a0")
    if body.endswith((",", ";", ":", "—", "–", "-")):
        return False
    if body.endswith(".") and not body.endswith(".."):
        return True
    return not any(i in cues for i in range(token, min(token + _NAME_TOKENS, end)))


_NAME_TOKENS: Final = 5
"""A title and a name of up to four words may stand before the cue: `“Why?” Sir John Lee asked.`"""
