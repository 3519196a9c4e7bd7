"""Which words the encoder knows, and that it hides some only while it learns."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import numpy as np
from training.build import blank_pipeline
from training.config import RareWords, Shape
from training.rare import teach_words, word_counts

from quoteattr.parts.knownwords import UNKNOWN, feature_layer

NUMBERS = RareWords(least=2, doubt=1.0, cue_counts=10)


def test_counts_are_of_the_treebanks_and_the_cues(toy_data: Path) -> None:
    """Words are counted in small letters; a verb of the synthetic quotes counts for more."""
    counts = word_counts(toy_data, NUMBERS)
    assert counts["ann"] > 1
    assert counts["quipped"] == 10
    assert counts["zorblax"] == 0


def test_words_are_hidden_only_while_it_learns() -> None:
    """A word met once is unknown, one met twice is hidden in a third of its places in training."""
    nlp = blank_pipeline(Shape())
    teach_words(nlp, Counter({"seldom": 2, "once": 1}), NUMBERS)
    layer = feature_layer(nlp.get_pipe("tok2vec").model)
    doc = nlp.make_doc("seldom " * 600 + "once")
    (read,) = layer.predict([doc])
    assert [key == UNKNOWN for key in read[[0, -1], 0]] == [False, True]
    np.random.seed(1)
    (learned,), _ = layer([doc], is_train=True)
    hidden = float((learned[:-1, 0] == UNKNOWN).mean())
    assert 0.27 < hidden < 0.4
