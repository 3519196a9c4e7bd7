"""Where a sentence cannot begin, and where it must, whatever the parser would say.

The parser takes its boundaries from the words around; it knows nothing of the white space between.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from spacy.attrs import IS_ALPHA, IS_LOWER, IS_SPACE, SPACY
from spacy.language import Language

if TYPE_CHECKING:
    from spacy.tokens import Doc

NAME: Final = "boundaries"
_ENDS: Final = frozenset(".?!…)”’\"'")
_OPENING: Final = frozenset("“‘([")


@Language.component("quoteattr_boundaries")
def boundaries(doc: Doc) -> Doc:
    """Settle the sentence boundaries that white space decides; the parser decides the others.

    A word that no blank parts from the one before it begins no sentence (`=====`, `.”`), unless a
    blank was forgotten (`He left.She stayed.`). Nor does one in small letters right after another
    word: `Ada Holm yesterday left`. A blank line ends one.
    """
    columns = doc.to_array([SPACY, IS_SPACE, IS_ALPHA, IS_LOWER]).astype(bool).T
    spaced, blank, word, small = columns
    for i in np.flatnonzero(word[:-1] & word[1:] & small[1:]).tolist():
        doc[i + 1].is_sent_start = False
    for i in np.flatnonzero(~spaced[:-1] & ~blank[1:]).tolist():
        if blank[i]:
            if doc[i].text.count("\n") > 1:
                doc[i + 1].is_sent_start = True
        elif not _forgotten_blank(doc[i].text, doc[i + 1].text):
            doc[i + 1].is_sent_start = False
    return doc


def _forgotten_blank(before: str, after: str) -> bool:
    """`left.She` is two sentences."""
    return before[-1] in _ENDS and (after[0].isalpha() or after[0] in _OPENING)
