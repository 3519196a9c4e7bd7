"""Synthetic quotes are trees, in every layout, and say what the treebanks would say."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from training.synthetic.content import Clauses
    from training.trees import Sentence


@pytest.fixture(scope="module")
def material(toy_data: Path) -> list[Sentence]:
    """The sentences contents are cut from."""
    from training.config import Mixture
    from training.corpus import training_set

    return training_set(toy_data, Mixture()).material


@pytest.fixture(scope="module")
def clauses(material: list[Sentence]) -> Clauses:
    """The stock made of them."""
    from training.synthetic.content import Clauses

    return Clauses.of(material)


def test_stock_is_sorted(clauses: Clauses) -> None:
    """Statements, questions and predicates are there; an imperative has no subject."""
    assert clauses.statements
    assert clauses.questions
    assert clauses.predicates
    assert not clauses.exclamations


def test_every_layout_makes_trees(clauses: Clauses) -> None:
    """One root, every other word under it, no label missing, no name out of bounds."""
    from training.synthetic.layouts import LAYOUTS
    from training.synthetic.scene import Scene

    rng = random.Random(1)
    for _, layout in LAYOUTS:
        for framed in (False, True):
            scene = Scene.draw(rng, clauses, framed=framed)
            for phrase in layout(scene):
                sentence = phrase.sentence()
                size = len(sentence.words)
                assert sentence.subtree(phrase.root) == list(range(size)), layout.__name__
                assert all(w.dep for w in sentence.words if w.head != -1), layout.__name__
                assert all(0 <= n.start < n.end <= size for n in sentence.names or ())


def test_same_seed_same_passages(material: list[Sentence]) -> None:
    """The generator has no other source of chance than its seed."""
    from training.synthetic.generate import generate

    first, again, other = (generate(material, 30, seed) for seed in (1, 1, 2))
    assert first == again
    assert first != other


def test_inverted_quote_has_its_subject_after_the_verb(clauses: Clauses) -> None:
    """“Content,” said Ann. : content as ccomp before the verb, speaker as nsubj after it."""
    from training.synthetic.direct import quote_then_verb
    from training.synthetic.scene import Scene

    for seed in range(20):
        (phrase,) = quote_then_verb(Scene.draw(random.Random(seed), clauses, framed=False))
        below = {w.dep: i for i, w in enumerate(phrase.words) if w.head == phrase.root}
        assert below["ccomp"] < phrase.root < below["nsubj"]


def test_interruption_hangs_on_the_clause(clauses: Clauses) -> None:
    """A verb that interrupts a clause is its parataxis; a comma at the cut is not doubled."""
    from training.synthetic.direct import interrupted_report
    from training.synthetic.scene import Scene

    texts = []
    for seed in range(20):
        (phrase,) = interrupted_report(Scene.draw(random.Random(seed), clauses, framed=False))
        texts.append(phrase.sentence().text())
        if any(w.dep == "parataxis" for w in phrase.words):
            assert ", ," not in texts[-1]
            assert ",," not in texts[-1]
            return
    pytest.fail(f"no interruption in {texts}")


def test_frames_hold_no_content(clauses: Clauses) -> None:
    """In a framed scene the content of a whole quotation is the placeholder."""
    from training.synthetic.direct import quote_then_speaker
    from training.synthetic.scene import Scene

    scene = Scene.draw(random.Random(3), clauses, framed=True)
    assert "QUOTE" in quote_then_speaker(scene)[0].sentence().text()


def test_renamed_passages_keep_their_trees(toy_data: Path) -> None:
    """Only the words of names change, one for one."""
    from training.corpus import gum
    from training.sources import Use
    from training.synthetic.variants import rename
    from training.trees import passages

    ((name, sentences),) = gum(toy_data, "train", Use.TRAIN)
    passage = passages(sentences, name, 1000)[0]
    renamed = rename(passage, random.Random(1))
    pairs = [
        (a, b)
        for one, two in zip(passage.sentences, renamed.sentences, strict=True)
        for a, b in zip(one.words, two.words, strict=True)
    ]
    assert {a.form for a, b in pairs if a.form != b.form} <= {"Ann", "Lee"}
    assert all((a.head, a.dep) == (b.head, b.dep) for a, b in pairs)
