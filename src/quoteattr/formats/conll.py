"""Columns in the manner of CoNLL: one token a line, quotations as BIO tags beside it.

# newdoc id = a.txt
1  “     0   1   B-1  O    O    O  direct  Ada Okoro
2  No    1   3   I-1  O    O    O  direct  Ada Okoro
3  ,     3   4   I-1  O    O    O  direct  Ada Okoro
4  ”     4   5   I-1  O    O    O  direct  Ada Okoro
5  said  6   10  O    B-1  O    O  _       _
6  Ada   11  14  O    O    B-1  O  _       _
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from quoteattr.formats.conll_tokens import words
from quoteattr.formats.document import numbered, spans_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import TextIO

    from quoteattr.datatypes import Quote, Span
    from quoteattr.formats.document import Document

    Marked = tuple[int, int, int]  # start, end, number of the quotation

CONLL_COLUMNS: Final = (
    "ID",
    "FORM",
    "START",
    "END",
    "CONTENT",
    "CUE",
    "SOURCE",
    "ADDRESSEE",
    "KIND",
    "SPEAKER",
)
"""The columns, in order, as the first line of a file names them."""

_SPACE: Final = re.compile(r"\s+")
_LINE_BREAK: Final = re.compile(r"[\n\r]")


def write_conll(documents: Iterable[Document], stream: TextIO, *, heading: bool = True) -> None:
    """Write one token a line, columns parted by tabs, a blank line where the text has a line break.

    A tag is `O`, or `B-n` where a part of quotation *n* begins and `I-n` inside it; quotations are
    numbered from 1, each before those inside it. KIND and SPEAKER belong to CONTENT; `_` stands for
    nothing. A token in several quotations has their values joined by `|`, the outermost first.
    START and END count code points of the text, which is made of the tokens and white space.

    Args:
        documents: Taken one by one; each is written as a whole before the next is asked for.
        stream: Open for text.
        heading: Whether the first line names the columns; without it a file can be gone on with.
    """
    if heading:
        stream.write(f"# global.columns = {' '.join(CONLL_COLUMNS)}\n")
    for document in documents:
        stream.write("".join(_lines(document)))
        stream.flush()


def _lines(document: Document) -> Iterator[str]:
    text, quotes = document.text, [quote for _, quote in numbered(document.quotes)]
    content = _Tags(
        (part.start, part.end, place)
        for place, quote in enumerate(quotes, start=1)
        for part in quote.content
    )
    others = [
        _Tags(_single(spans))
        for spans in (
            [quote.cue for quote in quotes],
            [quote.source for quote in quotes],
            [quote.addressee for quote in quotes],
        )
    ]
    borders = (
        end for quote in quotes for span in spans_of(quote) for end in (span.start, span.end)
    )
    yield f"# newdoc id = {_cell(document.name)}\n"
    number, behind = 0, 0
    for start, end in words(text, borders):
        if number and _LINE_BREAK.search(text, behind, start):
            yield "\n"
            number = 0
        number, behind = number + 1, end
        inside, tags = content.at(start)
        cells = (
            str(number),
            text[start:end],
            str(start),
            str(end),
            tags,
            *(column.at(start)[1] for column in others),
            "|".join(quotes[place - 1].kind.value for place in inside) or "_",
            "|".join(_speaker(quotes[place - 1]) for place in inside) or "_",
        )
        yield "\t".join(cells) + "\n"
    yield "\n"


class _Tags:
    """The BIO tags of one column, asked for token by token in text order."""

    def __init__(self, marked: Iterable[Marked]) -> None:
        self._waiting = sorted(marked, reverse=True)
        self._open: list[tuple[int, int]] = []  # number of the quotation, end of the part

    def at(self, start: int) -> tuple[Sequence[int], str]:
        """The quotations whose part covers the token at *start*, and its tag."""
        going_on = [(place, end) for place, end in self._open if end > start]
        beginning = []
        while self._waiting and self._waiting[-1][0] <= start:
            _, end, place = self._waiting.pop()
            if end > start:
                beginning.append((place, end))
        self._open = sorted(going_on + beginning)
        tags = (f"{'B' if one in beginning else 'I'}-{one[0]}" for one in self._open)
        return [place for place, _ in self._open], "|".join(tags) or "O"


def _single(spans: Sequence[Span | None]) -> Iterator[Marked]:
    for place, span in enumerate(spans, start=1):
        if span is not None:
            yield span.start, span.end, place


def _speaker(quote: Quote) -> str:
    return _cell(quote.speaker.name).replace("|", "/") if quote.speaker else "_"


def _cell(words: str) -> str:
    """Words as one cell: white space is one blank."""
    return _SPACE.sub(" ", words).strip() or "_"
