"""Where contents end: the choice among the places where they may."""

from __future__ import annotations

import pytest
import spacy

from quoteattr import extract_quotes
from quoteattr.quotation.ends.choosing import best_end, shares, weights


def test_shares_are_a_distribution() -> None:
    """What is left when the content has ended nowhere goes to the end of the sentence."""
    assert shares([0.5, 0.5]) == pytest.approx([0.5, 0.25, 0.25])
    assert shares([]) == [1.0]


def test_the_likeliest_end_wins_where_nothing_is_near() -> None:
    """Two ends far apart do not help each other."""
    assert best_end([0.6, 0.4], [2, 10]) == 0
    assert best_end([0.4, 0.6], [2, 10]) == 1


def test_a_middle_way_between_likely_ends_is_safer() -> None:
    """An end that is right by half of two others beats the likelier of them."""
    assert best_end([0.42, 0.2, 0.38], [3, 6, 12]) == 1


def test_an_unlikely_end_is_no_middle_way() -> None:
    """An end that hardly ever is one is not chosen, however well it lies."""
    assert best_end([0.5, 0.01, 0.49], [3, 6, 12]) == 0


def test_weights_stay_a_few_dozen() -> None:
    """Signs that tell little are left out of the file."""
    assert 40 < len(weights()) < 110


def test_marks_never_closed_keep_the_word_they_end_in() -> None:
    """A content is not cut inside the marks that it ends with."""
    text = "He explained the notice by saying: “It was because"
    (quote,) = extract_quotes(text, nlp=spacy.blank("en"))
    assert quote.quoted[-1].end == quote.end == len(text)
