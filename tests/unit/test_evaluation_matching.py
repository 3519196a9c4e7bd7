"""Matching of predictions and gold, on examples worked out by hand."""

from __future__ import annotations

import pytest

from quoteattr.evaluation.matching import WordCharacters, intersection, match, touches

TEXT = "“Rain, at last,” said Ada. She smiled."


def test_only_word_characters_count() -> None:
    """Marks, commas and blanks weigh nothing: “Rain, at last,” has ten letters."""
    words = WordCharacters(TEXT)
    assert words.count([(0, 16)]) == 10
    assert words.count([(0, 1), (5, 7)]) == 0


def test_overlap_is_intersection_over_union() -> None:
    """Ten letters against the four of “Rain”: four shared of ten."""
    words = WordCharacters(TEXT)
    assert words.overlap([(0, 16)], [(1, 5)]) == pytest.approx(0.4)
    assert words.overlap([(0, 16)], [(1, 14)]) == 1.0
    assert words.overlap([(0, 1)], [(5, 6)]) == 0.0


def test_intersection_of_parts() -> None:
    """Ranges in parts meet where both cover; touching is not meeting."""
    assert list(intersection([(0, 4), (6, 9)], [(2, 7), (8, 20)])) == [(2, 4), (6, 7), (8, 9)]
    assert list(intersection([(0, 4)], [(4, 8)])) == []
    assert touches([(0, 4)], [(3, 8)])
    assert not touches([(0, 4)], [(4, 8)])


def test_the_best_pair_goes_first() -> None:
    """Two predictions want one gold quotation: the closer gets it, the other goes empty."""
    words = WordCharacters("abcdefghij")
    pairs = match([[[(0, 10)]]], [[(0, 6)], [(0, 9)]], words)
    assert [(pair.gold, pair.predicted, pair.overlap) for pair in pairs] == [(0, 1, 0.9)]


def test_one_to_one() -> None:
    """A prediction over two gold quotations stands for one of them at most."""
    words = WordCharacters("abcdefghij")
    pairs = match([[[(0, 5)]], [[(5, 10)]]], [[(0, 10)]], words)
    assert [(pair.gold, pair.predicted) for pair in pairs] == [(0, 0)]


@pytest.mark.parametrize(("end", "matched"), [(50, True), (49, False)])
def test_half_is_enough(end: int, matched: bool) -> None:
    """An overlap of one half matches, anything less does not."""
    pairs = match([[[(0, 100)]]], [[(0, end)]], WordCharacters("a" * 100))
    assert bool(pairs) is matched


def test_another_extent_counts_as_well() -> None:
    """Where the gold allows two extents, the better one counts."""
    (pair,) = match([[[(0, 10)], [(0, 4)]]], [[(0, 4)]], WordCharacters("abcdefghij"))
    assert pair.exact


def test_far_apart_spans_are_compared() -> None:
    """The search for candidates loses none, wherever they stand and however long they are."""
    text = "a" * 5000
    gold = [[[(0, 3000)]], [[(4000, 4001)]]]
    pairs = match(gold, [[(4000, 4001)], [(600, 3000)]], WordCharacters(text))
    assert [(pair.gold, pair.predicted) for pair in pairs] == [(0, 1), (1, 0)]
