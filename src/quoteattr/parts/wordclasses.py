"""Which word lists a word stands on: features of the shipped pipeline, learned with its weights.

spaCy keeps them as flags of a lexeme, so each different word is looked up once. A name that the
training texts do not have is still known to be one.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

import spacy

from quoteattr.lexicon import table, words
from quoteattr.parts.abbreviations import keep_full_stops

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.language import Language

FLAGS: Final[dict[str, int]] = {
    "given_names": 50,
    "surnames": 51,
    "places": 52,
    "organisation_words": 53,
    "common_words": 54,
}
"""Word list and the number of its flag; spaCy itself uses the numbers below 20."""

CALLBACK: Final = "quoteattr.word_classes.v1"
"""The name under which a spaCy config asks for the flags."""


@spacy.registry.callbacks(CALLBACK)
def word_classes() -> Callable[[Language], Language]:
    """What spaCy calls on a new `Language`, before it has components; abbreviations come along."""
    return lambda nlp: keep_full_stops(add_word_classes(nlp))


def add_word_classes(nlp: Language) -> Language:
    """Give every word *nlp* meets its flags; gives *nlp* back."""
    for name, flag in FLAGS.items():
        nlp.vocab.add_flag(partial(stands_on, name), flag)
    return nlp


def stands_on(name: str, word: str) -> bool:
    """The word, in any case, is on the list *name*; a people ("Malian") is no place."""
    key = word.lower()
    if name == "places":
        row = table(name).get(key)
        return row is not None and row["kind"] in ("place", "capital")
    return key in words(name)
