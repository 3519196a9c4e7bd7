"""What the encoder sees of a word: words it met often have a row of their own, others share one.

spaCy's hash embedding gives a word that no training text held the sum of other words' rows. While
it learns there is no such word, so the layers above come to trust what is noise in any new text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np
import spacy
from spacy.attrs import NORM, intify_attr
from spacy.strings import hash_string  # type: ignore[attr-defined]
from thinc.api import (
    HashEmbed,
    Maxout,
    Model,
    chain,
    concatenate,
    list2ragged,
    ragged2list,
    with_array,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spacy.tokens import Doc

ARCHITECTURE: Final = "quoteattr.KnownWordEmbed.v1"
"""The name under which a spaCy config asks for the embedding."""
UNKNOWN: Final = np.uint64(hash_string("<unknown>"))
"""The word that stands for all that are not known."""
_FIRST_SEED: Final = 8
"""Of the hashes of the first table; each further table has the next one, as in spaCy."""


@spacy.registry.architectures(ARCHITECTURE)
def known_word_embed(width: int, attrs: list[str | int], rows: list[int]) -> Any:
    """SpaCy's MultiHashEmbed, whose first feature is the word, if it is known.

    Args:
        width: Numbers a word becomes.
        attrs: Further features of a word, by name or number.
        rows: Size of the table of the word and of that of each further feature.
    """
    features = [NORM, *(intify_attr(name) for name in attrs)]
    tables = [
        HashEmbed(width, size, column=i, seed=_FIRST_SEED + i, dropout=0.0)
        for i, size in enumerate(rows)
    ]
    mix = Maxout(width, width * len(rows), nP=3, dropout=0.0, normalize=True)
    return chain(
        Model("known_word_features", _extract, attrs={"columns": features, "known": keys_of(())}),
        list2ragged(),
        with_array(concatenate(*tables)),
        with_array(mix),
        ragged2list(),
    )


def keys_of(words: Iterable[str]) -> Any:
    """The hashes of words in ascending order; that of the unknown word is always among them."""
    return np.array(sorted({int(UNKNOWN), *map(hash_string, words)}), dtype="uint64")


def places_of(words: Any, known: Any) -> Any:
    """Where the hashes *words* stand among the *known*; for others, any place."""
    return np.minimum(np.searchsorted(known, words), len(known) - 1)


def feature_layer(encoder: Any) -> Any:
    """The layer of a `tok2vec` model that reads words; its attribute "known" holds their keys."""
    return encoder.get_ref("embed").layers[0]


def _extract(model: Any, docs: Sequence[Doc], is_train: bool) -> Any:  # noqa: ARG001 - thinc has it
    """One array of (words, features) per document."""
    known = model.attrs["known"]
    found = [doc.to_array(model.attrs["columns"]) for doc in docs]
    for features in found:
        words = features[:, 0]
        words[known[places_of(words, known)] != words] = UNKNOWN
    return found, lambda _: []
