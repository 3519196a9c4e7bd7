"""Weights of sequences: what is learnt from places that depend on each other."""

from __future__ import annotations

import numpy as np
from training.sequences import Place, fit

KNOWN = Place(np.zeros((1, 1)), np.zeros((1, 1, 1, 1)), np.zeros(1), is_open=False)
SAME = np.eye(2)[None, :, :, None]
"""One bond: that the second of two places has the candidate of the first."""


def pair(first: int, *, right: int) -> list[Place]:
    """Two open places; the first says by a feature who it is, the second says nothing."""
    told = np.array([[0.0], [0.0]])
    told[first] = 1.0
    wanted = np.eye(2)
    return [
        KNOWN,
        Place(told, np.zeros((1, 1, 2, 1)), wanted[first], is_open=True),
        Place(np.zeros((2, 1)), SAME, wanted[right], is_open=True),
    ]


def test_bonds_are_learnt_with_features() -> None:
    """Where the second is always the other one, the bond of the same is learnt to count against."""
    feature, bond = fit([pair(0, right=1), pair(1, right=0)], [1.0, 1.0], penalty=0.1)
    assert feature > 0 > bond


def test_a_sequence_without_anything_known_teaches_nothing() -> None:
    """Such a sequence beside others leaves the weights as they are."""
    taught = [pair(0, right=1), pair(1, right=0)]
    unknown = [KNOWN, Place(np.ones((2, 1)), np.zeros((1, 1, 2, 1)), np.zeros(2), is_open=True)]
    beside = fit([*taught, unknown], [1.0] * 3, penalty=0.1)
    assert np.allclose(beside, fit(taught, [1.0] * 2, penalty=0.1))


def test_what_counts_more_teaches_more() -> None:
    """Of two that contradict each other the one with the larger share is learnt."""
    apart, together = pair(0, right=1), pair(0, right=0)
    for shares, sign in (([2.0, 1.0], -1), ([1.0, 2.0], 1)):
        _, bond = fit([apart, together], shares, penalty=0.1)
        assert bond * sign > 0
