"""What somebody looks like, as part of a description: "the man with the black beard"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr.coreference import settings, vocabulary
from quoteattr.datatypes import SpeakerKind
from quoteattr.lexicon import words
from quoteattr.records import Number

if TYPE_CHECKING:
    from quoteattr.analysis import Analysis
    from quoteattr.coreference.vocabulary import HeadNoun

_LINKS: Final = frozenset({"in", "with"})
_ARTICLES: Final = frozenset({"the", "a", "an"})


def end_of_looks(analysis: Analysis, first: int, last: int, noun: HeadNoun) -> int:
    """Token after what the description [first, last) says of looks: "the man in the grey coat".

    Where "the" stands before both: "the man with a red nose" may tell how he speaks. And where "a"
    brings somebody in: "a man in a grey coat".
    """
    lowers = analysis.lowers
    if noun.kind is not SpeakerKind.UNNAMED or noun.number is not Number.SINGULAR:
        return last
    if lowers[first] not in _ARTICLES or lowers[last : last + 1] not in ([one] for one in _LINKS):
        return last
    inside = last + 1
    article = "".join(lowers[inside : inside + 1])
    if article != "the" and (article not in _ARTICLES or lowers[first] == "the"):
        return last
    for token in range(inside + 1, min(inside + 1 + settings.LOOKS, len(analysis))):
        if lowers[token] in words("appearance_nouns"):
            return token + 1
        if not lowers[token][:1].isalpha() or lowers[token] in vocabulary.no_name_words():
            return last
    return last
