"""Sequences of choices, weighed together: a conditional random field over two steps back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Sequence

    Vector = np.ndarray

_NEVER: Final = -1e9
STEPS: Final = 120
"""Steps of gradient ascent with momentum; the score rests from about 80."""


@frozen
class Place:
    """One place of a sequence, with its candidates.

    Attributes:
        rows: A row of features for each candidate.
        bonds: What binds a candidate to those before: by the last but one, the last, this, feature.
        right: How many things each candidate is right for; all 0 where nothing is known.
        is_open: Whether it is chosen here, or only stands beside what is.
    """

    rows: Vector
    bonds: Vector
    right: Vector
    is_open: bool

    @property
    def teaches(self) -> bool:
        """Whether some candidates are right and some are wrong."""
        return self.is_open and bool((self.right > 0).any()) and not bool((self.right > 0).all())


class Sequences:
    """Sequences of places, padded and laid side by side so that all are read at once."""

    def __init__(self, sequences: Sequence[Sequence[Place]], shares: Sequence[float]) -> None:
        both = zip(sequences, shares, strict=True)
        known = sorted(both, key=lambda one: len(one[0]), reverse=True)
        ordered = [one for one, _ in known]
        places = [place for one in ordered for place in one]
        self.share = np.repeat([share for _, share in known], [len(one) for one in ordered])
        most = max(len(place.rows) for place in places)
        features, bonds = places[0].rows.shape[1], places[0].bonds.shape[3]
        self.rows = np.zeros((len(places), most, features))
        self.bonds = np.zeros((len(places), most, most, most, bonds), np.float32)
        self.missing = np.full((len(places), most), _NEVER)
        self.wrong = np.zeros((len(places), most))
        for at, place in enumerate(places):
            two, one, here = place.bonds.shape[:3]
            self.rows[at, :here] = place.rows
            self.bonds[at, :two, :one, :here] = place.bonds
            self.missing[at, :here] = 0.0
            if place.teaches:
                self.wrong[at, :here] = np.where(place.right > 0, 0.0, _NEVER)
        teaches = np.array([place.teaches for place in places])
        self.taught = max(1.0, float(self.share @ teaches))
        is_open = np.array([place.is_open for place in places])
        self.scale = np.maximum(self.rows[is_open][self.missing[is_open] == 0].std(axis=0), 1e-6)
        starts = np.concatenate([[0], np.cumsum([len(one) for one in ordered])[:-1]])
        self.steps = [
            np.array([s + k for s, one in zip(starts, ordered, strict=True) if len(one) > k])
            for k in range(len(ordered[0]) if ordered else 0)
        ]

    def scores(self, weights: Vector) -> Vector:
        """What counts at each place, by the last but one, the last and this candidate."""
        features = self.rows.shape[2]
        own = self.rows @ weights[:features] + self.missing
        return self.bonds @ weights[features:] + own[:, None, None, :]

    def expected(self, scores: Vector) -> tuple[float, Vector]:
        """The logarithm of the sum over all sequences, and how likely each triple is."""
        most = self.rows.shape[1]
        before = np.full((len(self.steps[0]), most, most), _NEVER)
        before[:, 0, 0] = 0.0
        forward = []
        for step in self.steps:
            forward.append(before[: len(step)])
            before = before.copy()
            before[: len(step)] = _summed(forward[-1][..., None] + scores[step], 1)
        totals = _summed(before.reshape(len(before), -1), 1)
        likely = np.empty_like(scores)
        after = np.zeros_like(before)
        for step, reached in zip(self.steps[::-1], forward[::-1], strict=True):
            ahead = scores[step] + after[: len(step), None]
            whole = totals[: len(step), None, None, None]
            likely[step] = np.exp(reached[..., None] + ahead - whole)
            after = after.copy()
            after[: len(step)] = _summed(ahead, 3)
        return float(totals.sum()), likely


def _summed(scores: Vector, axis: int) -> Vector:
    most = scores.max(axis=axis, keepdims=True)
    return np.log(np.exp(scores - most).sum(axis=axis)) + most.squeeze(axis)


def fit(sequences: Sequence[Sequence[Place]], shares: Sequence[float], *, penalty: float) -> Vector:
    """Weights of rows and bonds under which what is right is likeliest, less a quadratic penalty.

    Args:
        sequences: Where nothing is right or wrong, nothing is taught.
        shares: How much each of them counts.
        penalty: Weight of the squared weights, in places.
    """
    both = zip(sequences, shares, strict=True)
    taught = [(one, share) for one, share in both if any(place.teaches for place in one)]
    laid = Sequences([one for one, _ in taught], [share for _, share in taught])
    scale = np.concatenate([laid.scale, np.ones(laid.bonds.shape[4])])

    weights = np.zeros(len(scale))
    speed = np.zeros_like(weights)
    for _ in range(STEPS):
        scores = laid.scores(weights / scale)
        _, likely = laid.expected(scores)
        _, wanted = laid.expected(scores + laid.wrong[:, None, None, :])
        gain = (wanted - likely) * laid.share[:, None, None, None]
        slope = np.concatenate(
            [np.tensordot(gain.sum(axis=(1, 2)), laid.rows, 2), np.tensordot(gain, laid.bonds, 4)]
        )
        speed = 0.9 * speed + 0.3 * (slope / scale - penalty * weights) / laid.taught
        weights = weights + speed
    return weights / scale
