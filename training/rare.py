"""Rare words: which words the encoder gets to know, and how often it learns to do without them.

A word met once or never has no row of its own, and of those met seldom some are hidden at each
step (word dropout by frequency, Kiperwasser and Goldberg, TACL 2016).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.strings import hash_string

from quoteattr.parts.knownwords import UNKNOWN, feature_layer, keys_of, places_of
from training.config import RareWords
from training.corpus import ewt, gum
from training.sources import Use
from training.synthetic.cues import cues

Counts = Counter[str]


def word_counts(data: Path, numbers: RareWords) -> Counts:
    """How often each word stands in the train parts of the treebanks, in small letters.

    Verbs of the synthetic quotes count for more: the treebanks hold few of them.
    """
    counts: Counts = Counter()
    for documents in (ewt(data, "train", Use.TRAIN), gum(data, "train", Use.TRAIN)):
        for _, sentences in documents:
            counts.update(word.form.lower() for sentence in sentences for word in sentence.words)
    for form in _forms_of_cues():
        counts[form] = max(counts[form], numbers.cue_counts)
    return counts


def _forms_of_cues() -> set[str]:
    forms: set[str] = set()
    for cue in cues():
        for form in (cue.past, cue.present, cue.plural, cue.gerund, cue.participle, cue.lemma):
            forms.update(form.lower().split())
    return forms


def teach_words(nlp: Language, counts: Counts, numbers: RareWords) -> None:
    """Tell the encoder of *nlp* which words it knows, and have it hide some while it learns."""
    layer = feature_layer(nlp.get_pipe("tok2vec").model)
    kept = {word: n for word, n in counts.items() if n >= numbers.least}
    layer.attrs["known"] = keys_of(kept)
    often = {hash_string(word): n for word, n in kept.items()}
    counted = np.array([often.get(key, 0) for key in layer.attrs["known"].tolist()])
    layer._func = _Hiding(layer._func, numbers.doubt / (numbers.doubt + counted))


class _Hiding:
    """Reads words as *plain* does; while learning it hides each known word with its chance."""

    def __init__(self, plain: Callable[..., Any], chances: Any) -> None:
        self._plain, self._chances = plain, chances

    def __call__(self, model: Any, docs: Any, is_train: bool) -> Any:
        found, back = self._plain(model, docs, is_train)
        if is_train:
            for features in found:
                words = features[:, 0]
                chances = self._chances[places_of(words, model.attrs["known"])]
                words[np.random.random(len(words)) < chances] = UNKNOWN
        return found, back
