"""The door of the character layer: every stretch of a text that marks set off."""

from __future__ import annotations

from quoteattr.quotation.marks import find_marks
from quoteattr.quotation.pairing import pair_marks
from quoteattr.quotation.paragraphs import find_paragraphs
from quoteattr.records import MarkStyle, QuotedSpan, Screen

_STYLE = {
    "D": MarkStyle.DOUBLE,
    "S": MarkStyle.SINGLE,
    "G": MarkStyle.GUILLEMET,
    "L": MarkStyle.LOW_HIGH,
    "C": MarkStyle.CORNER,
}


def find_quoted_spans(text: str) -> tuple[QuotedSpan, ...]:
    """Every quoted stretch of *text*, ordered by start, an outer one before those inside it.

    Offsets count code points and include the marks. Empty when nothing is quoted; never raises.
    """
    paragraphs = find_paragraphs(text)
    marked = [find_marks(text, start, end) for start, end in paragraphs]
    found: list[QuotedSpan] = []
    carried: list[int] = []
    for number, marks in enumerate(marked):
        following = marked[number + 1] if number + 1 < len(marked) else ()
        reopened = "".join(mark.family for mark in following if mark.leads)
        pairs = pair_marks(marks, reopened)
        index_of: dict[int, int] = {}
        unclosed: list[int] = []
        for rank, pair in enumerate(pairs):
            mark = marks[pair.open]
            end = paragraphs[number][1] if pair.close is None else marks[pair.close].end
            part = (mark.start, end)
            depth = len(unclosed) if pair.close is None else None
            joined = None
            if carried and mark.leads and rank < len(carried):
                before = found[carried[rank]]
                if before.style is _STYLE[mark.family]:
                    joined = carried[rank]
                    found[joined] = QuotedSpan(
                        parts=(*before.parts, part),
                        style=before.style,
                        screen=Screen.SPEECH,
                        parent=before.parent,
                        closed=pair.close is not None,
                    )
            if joined is None:
                joined = len(found)
                found.append(
                    QuotedSpan(
                        parts=(part,),
                        style=_STYLE[mark.family],
                        screen=Screen.SPEECH,
                        parent=None if pair.parent is None else index_of[pair.parent],
                        closed=pair.close is not None,
                    )
                )
            index_of[rank] = joined
            if depth is not None:
                unclosed.append(joined)
        carried = unclosed
    return tuple(found)
