"""The columns answer where a token, a sentence and a paragraph is."""

from __future__ import annotations

import pytest

from quoteattr.analysis import Analysis, Layer, Paragraph, Relation

TEXT = "Ann spoke.\n\nBob left."


@pytest.fixture
def analysis() -> Analysis:
    """Two paragraphs of one sentence; `spoke` and `left` are the roots."""
    words = ["Ann", "spoke", ".", "Bob", "left", "."]
    starts = [0, 4, 9, 12, 16, 20]
    return Analysis(
        text=TEXT,
        starts=starts,
        ends=[start + len(word) for start, word in zip(starts, words, strict=True)],
        words=words,
        lowers=[word.lower() for word in words],
        lemmas=["ann", "speak", ".", "bob", "leave", "."],
        tags=["PROPN", "VERB", "PUNCT"] * 2,
        forms=["NNP", "VBD", "."] * 2,
        heads=[1, 1, 1, 4, 4, 4],
        relations=[Relation.SUBJECT, Relation.ROOT, Relation.PUNCTUATION] * 2,
        entities=["PERSON", "", ""] * 2,
        entity_starts=[True, False, False] * 2,
        sentences=[(0, 3), (3, 6)],
        paragraphs=[Paragraph(0, 10, 0, 3), Paragraph(12, 21, 3, 6)],
        layers=frozenset({Layer.TREE}),
    )


def test_length_is_the_number_of_tokens(analysis: Analysis) -> None:
    """One entry a token in every column."""
    assert len(analysis) == 6


def test_children_stand_in_text_order(analysis: Analysis) -> None:
    """A root is not its own child."""
    assert analysis.children == [[], [0, 2], [], [], [3, 5], []]


def test_sentence_of_each_token(analysis: Analysis) -> None:
    """Every token knows its sentence."""
    assert analysis.sentence_of == [0, 0, 0, 1, 1, 1]


@pytest.mark.parametrize(
    ("offset", "token"),
    [(0, 0), (2, 0), (3, 1), (4, 1), (9, 2), (10, 3), (20, 5), (21, 6), (99, 6)],
)
def test_token_at(analysis: Analysis, offset: int, token: int) -> None:
    """Between tokens the next one counts, after the last one there is none."""
    assert analysis.token_at(offset) == token


@pytest.mark.parametrize(
    ("start", "end", "tokens"),
    [
        (0, 3, [0]),
        (0, 4, [0]),
        (1, 5, [0, 1]),
        (3, 4, []),
        (10, 12, []),
        (0, 21, [0, 1, 2, 3, 4, 5]),
    ],
)
def test_tokens_that_overlap(analysis: Analysis, start: int, end: int, tokens: list[int]) -> None:
    """A token belongs to a range when they share a code point."""
    assert list(analysis.tokens(start, end)) == tokens


@pytest.mark.parametrize(("offset", "paragraph"), [(0, 0), (10, 0), (11, 0), (12, 1), (99, 1)])
def test_paragraph_at(analysis: Analysis, offset: int, paragraph: int) -> None:
    """Between paragraphs the one before counts."""
    assert analysis.paragraph_at(offset) == paragraph


def test_has_layer(analysis: Analysis) -> None:
    """Only the layers that the pipeline gave are there."""
    assert analysis.has(Layer.TREE)
    assert not analysis.has(Layer.ENTITIES)
