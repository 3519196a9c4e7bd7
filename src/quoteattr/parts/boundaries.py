"""Where a sentence cannot begin, and where it must, whatever the parser would say.

The parser takes its boundaries from the words around; it knows nothing of the white space between.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from spacy.attrs import IS_ALPHA, IS_DIGIT, IS_LOWER, IS_SPACE, IS_TITLE, SENT_START, SPACY
from spacy.language import Language

if TYPE_CHECKING:
    from spacy.tokens import Doc

NAME: Final = "boundaries"
_ENDS: Final = frozenset(".?!…)”’\"'")
_EITHER: Final = frozenset("\"'")
_OPENING: Final = frozenset("“‘([")
_NUMBERED: Final = frozenset({"No", "Nos", "Art"})
_BEGINS: Final = np.uint64(1)
_NONE: Final = np.int64(-1).astype(np.uint64)
"""What spaCy holds for a word that begins a sentence, and for one that does not."""


@Language.component("quoteattr_boundaries")
def boundaries(doc: Doc) -> Doc:
    """Settle the sentence boundaries that white space decides; the parser decides the others.

    A word that no blank parts from the one before it begins no sentence (`=====`, `.”`), unless a
    blank was forgotten (`He left.She stayed.`). Nor does one in small letters right after another
    word: `Ada Holm yesterday left`; nor a number: `Juror No. 7`. A blank line ends one, and so does
    an abbreviation before a word that only begins one: `at 7 p.m. | She left`.

    Raises:
        ValueError: The document is parsed already, so that its sentences are settled.
    """
    from quoteattr.grammar import closes_sentence  # spaCy imports this module in any program

    if len(doc) and doc.has_annotation("DEP"):
        raise ValueError("boundaries come before the parser, but the document is parsed already")
    columns = doc.to_array([SPACY, IS_SPACE, IS_ALPHA, IS_LOWER, IS_TITLE, IS_DIGIT]).astype(bool).T
    spaced, blank, word, small, capital, digit = columns
    starts = doc.to_array([SENT_START])
    for i in np.flatnonzero(~word[:-1] & spaced[:-1] & capital[1:]).tolist():
        if closes_sentence(doc[i].text, doc[i + 1].text):
            starts[i + 1] = _BEGINS
    starts[1:][word[:-1] & word[1:] & small[1:]] = _NONE
    for i in np.flatnonzero(digit[2:] & ~word[1:-1] & ~spaced[:-2]).tolist():
        if doc[i].text in _NUMBERED and doc[i + 1].text == ".":
            starts[i + 2] = _NONE
    joined = ~spaced[:-1] & ~blank[1:]
    starts[1:][joined & word[:-1]] = _NONE
    opens = np.concatenate(([True], spaced[:-1] | blank[:-1]))
    for i in np.flatnonzero(joined & ~word[:-1]).tolist():
        if blank[i]:
            if doc[i].text.count("\n") > 1:
                starts[i + 1] = _BEGINS
        elif not _forgotten_blank(doc[i].text, doc[i + 1].text, opens=bool(opens[i])):
            starts[i + 1] = _NONE
    return doc.from_array([SENT_START], starts)


def _forgotten_blank(before: str, after: str, *, opens: bool) -> bool:
    """`left.She` is two sentences; a mark that *opens*, after a blank, is part of the next."""
    if opens and before[-1] in _EITHER:
        return False
    return before[-1] in _ENDS and (after[0].isalpha() or after[0] in _OPENING)
