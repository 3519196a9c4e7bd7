"""What the pipeline is given: the caller's text with characters swapped one for one.

The length never changes, so every offset of the pipeline is an offset of the caller's text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import regex

from quoteattr.datelines import with_full_stops

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quoteattr.records import Range

_SPACES: Final = dict.fromkeys(
    map(ord, "\t\n\r\v\f\x1c\x1d\x1e\x1f\x85\xa0\u2028\u2029\u202f"), " "
)
_ODD_APOSTROPHES: Final = {ord("ʼ"): "’", ord("`"): "'", ord("´"): "’"}
_TABLE: Final = _SPACES | _ODD_APOSTROPHES
_SURROGATE: Final = regex.compile(r"[\ud800-\udfff]")
_STRAIGHT_OPENING: Final = regex.compile(r'(?<![^\s(\[—–-])"(?=\S)')

_ON_X: Final = regex.compile(r"(?<=\b(?:[Oo]n|via) )X(?=\.\s+[“\"‘\p{Lu}])")
_NO_INITIAL: Final = "\u0445"  # a small letter of another script, which no tokenizer takes for `X.`

_CLOSING_DASH: Final = regex.compile(r"(?<=[^\s-])--(?=[\s\"“”]|$)")
_DASH_AFTER_MARK: Final = regex.compile(r"(?<=[^\s-][\"”’])--(?=\p{L})")


def prepare(text: str) -> str:
    """*text* as the pipeline should see it, of the same length.

    White space of all kinds becomes a blank, so that hard-wrapped lines are parsed as one
    sentence; straight double marks become directional (0.7 points of sentence F on news in a
    feasibility study); surrogates, which no encoder takes, become U+FFFD; the dash after a dateline
    becomes a full stop; two hyphens after a word, which a tokenizer leaves on it, become a blank
    and a dash (`she added--`), between a mark and a word a dash and a blank (`"No,"--he said`); the
    site X before a full stop becomes no initial, so that a sentence ends there (`on X. “We`).
    """
    text = _SURROGATE.sub("\ufffd", with_full_stops(text).translate(_TABLE))
    text = _ON_X.sub(_NO_INITIAL, text)
    text = _CLOSING_DASH.sub(" —", text)
    text = _DASH_AFTER_MARK.sub("— ", text)
    directional: str = _STRAIGHT_OPENING.sub("“", text)
    return directional.replace('"', "”")


def pieces(text: str, paragraphs: Sequence[Range], longest: int, run: int) -> Iterator[Range]:
    """The paragraphs, cut where they are too much for a tokenizer.

    A paragraph of more than *longest* code points is cut at the last blank before the limit, a
    stretch of more than *run* code points without a blank after *run*: spaCy's tokenizer takes
    quadratic time over such a stretch if it is made of marks.
    """
    for start, end in paragraphs:
        while end - start > longest:
            cut = text.rfind(" ", start + 1, start + longest)
            cut = cut if cut > start else start + longest
            yield from _without_long_runs(text, start, cut, run)
            start = cut
        yield from _without_long_runs(text, start, end, run)


def _without_long_runs(text: str, start: int, end: int, run: int) -> Iterator[Range]:
    for match in regex.finditer(rf"\S{{{run}}}", text, pos=start, endpos=end):
        if match.end() < end:
            yield start, match.end()
            start = match.end()
    yield start, end
