"""Where a sentence cannot begin, and where it must, whatever the parser would say.

The parser takes its boundaries from the words around; it knows nothing of the white space between.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np
from spacy.attrs import (
    IS_ALPHA,
    IS_DIGIT,
    IS_LOWER,
    IS_SPACE,
    IS_TITLE,
    ORTH,
    SENT_START,
    SPACY,
)
from spacy.language import Language
from spacy.util import minibatch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from spacy.tokens import Doc

NAME: Final = "boundaries"
_COLUMNS: Final = (ORTH, SENT_START, SPACY, IS_SPACE, IS_ALPHA, IS_LOWER, IS_TITLE, IS_DIGIT)
_ENDS: Final = frozenset(".?!…)”’\"'")
_EITHER: Final = frozenset("\"'")
_OPENING: Final = frozenset("“‘([")
_DASHES: Final = frozenset("–—")
_NUMBERED: Final = frozenset({"No", "Nos", "Art"})
_BEGINS: Final = np.uint64(1)
_NONE: Final = np.int64(-1).astype(np.uint64)
"""What spaCy holds for a word that begins a sentence, and for one that does not."""


class Boundaries:
    """Settles the sentence boundaries that white space decides; the parser decides the others.

    A word that no blank parts from the one before it begins no sentence (`=====`, `.”`), unless a
    blank was forgotten (`He left.She stayed.`). Nor does one in small letters right after another
    word, behind one blank or more: `Ada Holm yesterday left`; nor a dash behind more than one; nor
    a number: `Juror No. 7`. A blank line ends one, and so does an abbreviation before a word that
    only begins one: `at 7 p.m. | She left`.
    """

    def __call__(self, doc: Doc) -> Doc:
        """Settle the boundaries of a document.

        Raises:
            ValueError: The document is parsed already, so that its sentences are settled.
        """
        _settle([doc])
        return doc

    def pipe(self, docs: Iterable[Doc], *, batch_size: int = 64) -> Iterator[Doc]:
        """The same for many; a batch is settled at once, as one document is short for numpy.

        Raises:
            ValueError: A document is parsed already.
        """
        for batch in minibatch(docs, batch_size):
            _settle(batch)
            yield from batch


boundaries: Final = Boundaries()
Language.component("quoteattr_boundaries", func=boundaries)


def _settle(docs: Sequence[Doc]) -> None:
    if any(len(doc) and doc.has_annotation("DEP") for doc in docs):
        raise ValueError("boundaries come before the parser, but the document is parsed already")
    columns = np.concatenate([doc.to_array(_COLUMNS) for doc in docs])
    ends = np.cumsum([len(doc) for doc in docs])
    first = np.zeros(len(columns) + 1, dtype=bool)
    first[0] = first[ends] = True
    strings = docs[0].vocab.strings
    words: list[int] = columns[:, 0].tolist()
    starts = columns[:, 1].copy()
    _mark(starts, columns[:, 2:].astype(bool).T, first[:-1], lambda i: strings[words[i]])
    for doc, found in zip(docs, np.split(starts, ends[:-1]), strict=True):
        doc.from_array([SENT_START], found)


def _mark(starts: Any, flags: Any, first: Any, text: Callable[[int], str]) -> None:
    """Write into *starts* what is settled; *first* is True where a document begins."""
    # spaCy imports this module in any program
    from quoteattr.grammar import CLOSING, closes_sentence

    spaced, blank, word, small, capital, digit = flags
    follows = ~first[1:]
    for i in np.flatnonzero(~word[:-1] & spaced[:-1] & capital[1:] & follows).tolist():
        last = i - 1 if i and text(i) in CLOSING and not spaced[i - 1] and not first[i] else i
        if closes_sentence(text(last), text(i + 1)):
            starts[i + 1] = _BEGINS  # “until 7 p.m.” | She left
    starts[1:][word[:-1] & word[1:] & small[1:] & follows] = _NONE
    numbered = digit[2:] & ~word[1:-1] & ~spaced[:-2] & follows[1:] & follows[:-1]
    for i in np.flatnonzero(numbered).tolist():
        if text(i) in _NUMBERED and text(i + 1) == ".":
            starts[i + 2] = _NONE
    joined = ~spaced[:-1] & ~blank[1:] & follows
    starts[1:][joined & word[:-1]] = _NONE
    opens = first.copy()
    opens[1:] |= spaced[:-1] | blank[:-1]
    for i in np.flatnonzero(joined & ~word[:-1]).tolist():
        if blank[i]:
            lines = text(i).count("\n")
            if lines > 1:
                starts[i + 1] = _BEGINS
            goes_on = small[i + 1] or text(i + 1) in _DASHES
            if goes_on and not lines and not first[i] and word[i - 1]:
                starts[i + 1] = _NONE
        elif not _forgotten_blank(text(i), text(i + 1), opens=bool(opens[i])):
            starts[i + 1] = _NONE


def _forgotten_blank(before: str, after: str, *, opens: bool) -> bool:
    """`left.She` is two sentences; a mark that *opens*, after a blank, is part of the next."""
    if opens and before[-1] in _EITHER:
        return False
    return before[-1] in _ENDS and (after[0].isalpha() or after[0] in _OPENING)
