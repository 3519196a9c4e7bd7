"""Our own parts of the shipped pipeline: boundaries, word lists, and the quicker ways."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
import spacy
from spacy.pipeline import DependencyParser, EditTreeLemmatizer
from spacy.tokens import Doc

from quoteattr.parts import boundaries, knownwords, parsing, wordclasses
from quoteattr.pipeline import load_pipeline, read_pipeline

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "“We were waiting,” said Ada Okoro.\n\nThe mayors’ cars had left. Nobody's bags were lost."


@pytest.mark.parametrize(
    ("text", "word"),
    [("It ends.” =====", "="), ("It ends.”", "”"), ("So (she said) it is", "she")],
)
def test_no_sentence_begins_without_a_blank(text: str, word: str) -> None:
    """The last of the word's occurrences follows without a blank, and begins no sentence."""
    doc = boundaries.boundaries(spacy.blank("en")(text))
    assert [t.is_sent_start for t in doc if t.text == word][-1] is False


@pytest.mark.parametrize(
    ("words", "spaces"),
    [
        (["He", "left", "!", "She", "stayed", "."], [True, False, False, True, False, False]),
        (
            ["It", "ended", ".", "“", "No", ".", "”"],
            [True, False, False, False, False, False, True],
        ),
        (["It", "ended", ".", "So", "be", "it"], [True, False, True, True, True, True]),
    ],
)
def test_a_blank_may_have_been_forgotten(words: list[str], spaces: list[bool]) -> None:
    """After the end of a sentence, and after any blank, the parser decides."""
    doc = boundaries.boundaries(Doc(spacy.blank("en").vocab, words=words, spaces=spaces))
    assert doc[3].is_sent_start is None


@pytest.mark.parametrize(
    ("text", "word", "begins"),
    [
        ("Ada Holm  yesterday left.", "yesterday", False),
        ("Ada Holm   – said so.", "–", False),
        ("He left.  — Ada Holm", "—", None),
        ("Ada Holm  Mayor of Velm", "Mayor", None),
    ],
)
def test_several_blanks_in_a_line_are_one(text: str, word: str, begins: bool | None) -> None:
    """After a word they part no word in small letters and no dash from it; else it is left open."""
    doc = boundaries.boundaries(spacy.blank("en")(text))
    assert next(t.is_sent_start for t in doc if t.text == word) is begins


def test_a_parsed_document_keeps_its_sentences() -> None:
    """What the parser has settled is not settled again."""
    with pytest.raises(ValueError, match="parsed already"):
        boundaries.boundaries(load_pipeline()(TEXT))


def test_blank_line_ends_a_sentence() -> None:
    """What stands after a blank line begins a sentence; after one line break it is left open."""
    doc = boundaries.boundaries(spacy.blank("en")("no stop\n\nhere\nor there"))
    starts = {t.text: t.is_sent_start for t in doc}
    assert (starts["here"], starts["or"]) == (True, None)


def test_unknown_words_are_one_to_the_encoder() -> None:
    """Words that no training text held differ by shape, ending and lists alone."""
    nlp = load_pipeline()
    layer = knownwords.feature_layer(nlp.get_pipe("tok2vec").model)
    (features,) = layer.predict([nlp.make_doc("zorbling said quabbling")])
    assert features[0, 0] == features[2, 0] == knownwords.UNKNOWN
    assert features[1, 0] == nlp.vocab.strings["said"]


def test_no_word_is_known_before_training() -> None:
    """A new embedding takes every word for unknown, and a document without words for none."""
    nlp = spacy.blank("en")
    embed = knownwords.known_word_embed(4, ["SHAPE"], [10, 10])
    found = embed.layers[0].predict([nlp.make_doc("She left"), nlp.make_doc("")])
    assert found[0][:, 0].tolist() == [knownwords.UNKNOWN] * 2
    assert found[1].shape == (0, 2)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "x", "a\n\n"])
def test_boundaries_of_tiny_texts(text: str) -> None:
    """Nothing to settle is no error."""
    assert boundaries.boundaries(spacy.blank("en")(text)).text == text


@pytest.mark.parametrize(
    ("name", "word", "expected"),
    [
        ("given_names", "Ada", True),
        ("given_names", "ADA", True),
        ("given_names", "table", False),
        ("places", "Kenya", True),
        ("places", "Kenyan", False),
        ("common_words", "House", True),
    ],
)
def test_word_lists(name: str, word: str, expected: bool) -> None:
    """A word is looked up in any case; a people is no place."""
    assert wordclasses.stands_on(name, word) is expected


def test_flags_of_words() -> None:
    """The flags come with every word, also with those it met before."""
    nlp = spacy.blank("en")
    nlp("Ada")
    doc = wordclasses.add_word_classes(nlp)("Ada waits")
    assert doc.to_array([wordclasses.FLAGS["given_names"]]).tolist() == [1, 0]


def test_remembered_lemmas_are_spacys() -> None:
    """The lemmatizer with a memory says what spaCy's says, at the first and the second look."""
    nlp = read_pipeline()
    lemmas = [[t.lemma_ for t in nlp(TEXT)] for _ in range(2)]
    nlp.get_pipe("lemmatizer").__class__ = EditTreeLemmatizer
    assert lemmas == [[t.lemma_ for t in nlp(TEXT)]] * 2


def test_memory_of_lemmas_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """A full memory starts anew."""
    monkeypatch.setattr("quoteattr.parts.lemmas.REMEMBERED_LEMMAS", 5)
    nlp = read_pipeline()
    for _ in range(3):
        assert nlp(TEXT)[2].lemma_ == "be"
    assert len(nlp.get_pipe("lemmatizer")._known) < 40


def test_quick_layers_are_spacys() -> None:
    """The convolutions without detours give spaCy's numbers."""
    encode = load_pipeline().get_pipe("tok2vec").model.get_ref("encode")
    rng = np.random.default_rng(1)
    rows = [rng.normal(size=(n, encode.get_dim("nO"))).astype("float32") for n in (5, 1, 0, 9)]
    quick, plain = encode.predict(rows), encode._func._plain(encode, rows, False)[0]
    assert all(np.allclose(a, b, atol=1e-4) for a, b in zip(quick, plain, strict=True))


def test_steady_parser_gives_spacys_trees() -> None:
    """The parser that holds the lock takes the steps that spaCy's takes, of short and long ones."""
    nlp = load_pipeline()
    texts = [*TEXT.split(". "), TEXT, "“No.”", "x", "", "The board said that it would not sell."]
    trees = []
    for greedy_parse in (parsing.SteadyParser.greedy_parse, DependencyParser.greedy_parse):
        docs = list(nlp.pipe(texts, disable=["parser", "ner", "lemmatizer"]))
        parser = nlp.get_pipe("parser")
        parser.set_annotations(docs, greedy_parse(parser, docs))
        trees.append([[(t.dep_, t.head.i, t.is_sent_start) for t in doc] for doc in docs])
    assert trees[0] == trees[1]


def test_what_is_written_to_disk_is_read_by_spacy(tmp_path: Path) -> None:
    """The shipped pipeline is written as spaCy's usual folder, and read back it gives its trees."""
    load_pipeline().to_disk(tmp_path / "model")
    text = "Ada Holm, a baker, said she left."
    trees = [
        [(token.tag_, token.dep_, token.head.i) for token in nlp(text)]
        for nlp in (load_pipeline(), spacy.load(tmp_path / "model"))
    ]
    assert trees[0] == trees[1]


def test_classes_never_seen_are_left_to_spacy() -> None:
    """A model with labels that no training text had is parsed by spaCy's own loop."""
    nlp = read_pipeline()
    parser = nlp.get_pipe("parser")
    tree = [(t.dep_, t.head.i) for t in nlp(TEXT)]
    parser.model.attrs["unseen_classes"] = {parser.moves.n_moves - 1}
    assert [(t.dep_, t.head.i) for t in nlp(TEXT)] == tree


def test_boundaries_of_many_documents_are_those_of_each() -> None:
    """Documents settled at once do not see each other."""
    nlp = spacy.blank("en")
    texts = ["No. 7 left", "", "at 7 p.m. She left", "no stop\n\nhere", "x", "It ends.” =====", " "]
    alone = [boundaries.boundaries(nlp(text)) for text in texts]
    together = boundaries.boundaries.pipe(map(nlp, texts), batch_size=4)
    starts = [[[t.is_sent_start for t in doc] for doc in docs] for docs in (alone, together)]
    assert starts[0] == starts[1]
