"""The kind of a gold quotation, where a corpus does not record it: from the quotation marks.

Deliberately simple and independent of the engine that is measured: double marks, curly, straight
or written as two single ones, paired within a paragraph; single marks that are no apostrophes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import regex

from quoteattr.datatypes import QuoteKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quoteattr.evaluation.gold import Range

_PARAGRAPH: Final = regex.compile(r"[^\n]++")
_MARK: Final = regex.compile(r"""(?P<opens>[“„«]|``)|(?P<closes>[”»])|(?P<either>["＂]|'')""")
_REOPENS: Final = regex.compile(r"""\s++(?:[“"]|``|'')""")
_SINGLE: Final = regex.compile(
    r"‘[^’‘\n]{1,300}+’(?!\w)|(?<![\w'])'(?!['\s])[^'\n]{1,300}+(?<!\s)'(?![\w'])"
)


def quoted_ranges(text: str) -> tuple[Range, ...]:
    """What stands inside marks, marks included, in text order; never past its paragraph.

    A mark that is not closed reaches to the end of its paragraph when the next one begins with a
    mark again; else it quotes nothing.
    """
    double = (
        found
        for paragraph in _PARAGRAPH.finditer(text)
        for found in _in_paragraph(text, *paragraph.span())
    )
    return joined([*double, *(found.span() for found in _SINGLE.finditer(text))])


def joined(ranges: list[Range]) -> tuple[Range, ...]:
    """*ranges* in order, those that overlap or touch made one."""
    merged: list[Range] = []
    for start, end in sorted(ranges):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def _in_paragraph(text: str, start: int, end: int) -> Iterator[Range]:
    opened: int | None = None
    for mark in _MARK.finditer(text, start, end):
        if opened is None and mark.lastgroup != "closes":
            opened = mark.start()
        elif opened is not None and mark.lastgroup != "opens":
            yield opened, mark.end()
            opened = None
    if opened is not None and _REOPENS.match(text, end):
        yield opened, end


def kind_of(text: str, content: Sequence[Range], quoted: Sequence[Range]) -> QuoteKind:
    """Direct when every letter or digit of *content* is in *quoted*, mixed if some, else indirect.

    Example: in `a "bold" plan` the whole is mixed, `"bold"` is direct, `a` is indirect.
    """
    inside = outside = 0
    for start, end in content:
        letters = sum(c.isalnum() for c in text[start:end])
        covered = sum(
            c.isalnum()
            for first, last in quoted
            if first < end and start < last
            for c in text[max(first, start) : min(last, end)]
        )
        inside += covered
        outside += letters - covered
    if not inside:
        return QuoteKind.INDIRECT
    return QuoteKind.MIXED if outside else QuoteKind.DIRECT
