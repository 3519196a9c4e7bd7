"""A choice among candidates by a linear score, fitted as a conditional logit; or yes and no."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import numpy as np
from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    Vector = np.ndarray


@frozen
class Choice:
    """One decision: a row of features a candidate, and which candidates are right."""

    rows: Vector
    right: Vector
    document: str

    @property
    def solvable(self) -> bool:
        """Whether some candidates are right and some are wrong."""
        return bool(self.right.any()) and not bool(self.right.all())


def with_another(rows: Vector) -> Vector:
    """The rows and one of a further candidate, who has only a feature of its own, the last."""
    height, width = rows.shape
    wider = np.zeros((height + 1, width + 1))
    wider[:height, :width] = rows
    wider[height, width] = 1.0
    return wider


@frozen
class _Stacked:
    rows: Vector
    right: Vector
    starts: Vector
    owner: Vector


def fit(choices: Sequence[Choice], *, penalty: float, steps: int = 300) -> Vector:
    """Weights that maximise the likelihood of the right candidates, less a quadratic penalty.

    Args:
        choices: Decisions; those without a right or a wrong candidate teach nothing.
        penalty: Weight of the squared weights, in decisions.
        steps: Steps of gradient ascent with momentum.
    """
    usable = [choice for choice in choices if choice.solvable]
    stacked = _stack(usable)
    scale = np.maximum(stacked.rows.std(axis=0), 1e-6)
    rows = stacked.rows / scale
    weights = np.zeros(rows.shape[1])
    speed = np.zeros_like(weights)
    for _ in range(steps):
        expected = _shares(rows @ weights, stacked)
        wanted = _shares(np.where(stacked.right, rows @ weights, -np.inf), stacked)
        slope = (rows.T @ (wanted - expected) - penalty * weights) / len(usable)
        speed = 0.9 * speed + 0.5 * slope
        weights = weights + speed
    return weights / scale


def fit_logistic(features: Vector, right: Vector, *, penalty: float, steps: int = 25) -> Vector:
    """Weights of a logistic regression, less a quadratic penalty, by Newton's method.

    Args:
        features: A row of features a case.
        right: 1.0 for the cases that hold, 0.0 for the others.
        penalty: Weight of the squared weights, in cases.
        steps: Steps of Newton's method.
    """
    weights = np.zeros(features.shape[1])
    ridge = penalty * np.eye(len(weights))
    for _ in range(steps):
        share = 1 / (1 + np.exp(-features @ weights))
        slope = features.T @ (right - share) - penalty * weights
        curve = (features * (share * (1 - share))[:, None]).T @ features + ridge
        weights = weights + np.linalg.solve(curve, slope)
    return weights


def _stack(choices: Sequence[Choice]) -> _Stacked:
    sizes = np.array([len(choice.rows) for choice in choices])
    return _Stacked(
        rows=np.concatenate([choice.rows for choice in choices]),
        right=np.concatenate([choice.right for choice in choices]),
        starts=np.concatenate([[0], np.cumsum(sizes)[:-1]]),
        owner=np.repeat(np.arange(len(choices)), sizes),
    )


def _shares(scores: Vector, stacked: _Stacked) -> Vector:
    """The softmax of the scores within each decision."""
    highest = np.maximum.reduceat(scores, stacked.starts)
    powers = np.exp(scores - highest[stacked.owner])
    return powers / np.add.reduceat(powers, stacked.starts)[stacked.owner]


def accuracy(choices: Sequence[Choice], weights: Vector) -> float:
    """Share of decisions whose highest candidate is right; one without a right one is wrong."""
    right = sum(bool(c.right[int(np.argmax(c.rows @ weights))]) for c in choices)
    return right / max(1, len(choices))


def cross_validated(choices: Sequence[Choice], *, folds: int, penalty: float) -> float:
    """Accuracy on documents that the weights were not fitted on."""
    documents = sorted({choice.document for choice in choices})
    right = 0.0
    for fold in range(folds):
        held = set(documents[fold::folds])
        tested = [c for c in choices if c.document in held]
        if tested:
            learnt = fit([c for c in choices if c.document not in held], penalty=penalty)
            right += accuracy(tested, learnt) * len(tested)
    return right / max(1, len(choices))


def report(choices: Sequence[Choice], current: Vector, *, penalty: float) -> Vector:
    """Fit, print how good the current weights, the new ones, and held-out ones are; the new."""
    reachable = sum(bool(choice.right.any()) for choice in choices) / max(1, len(choices))
    print(f"{len(choices)} decisions, a right candidate in {reachable:.3f}")
    print(f"current weights {accuracy(choices, current):.3f}")
    print(f"cross-validated by document {cross_validated(choices, folds=6, penalty=penalty):.3f}")
    weights = fit(choices, penalty=penalty)
    print(f"fitted on all {accuracy(choices, weights):.3f}")
    return weights


def save(
    path: Path, table: str, names: Sequence[str], weights: Vector, *, about: str | None = None
) -> None:
    """Write the weights into the JSON file at *path* as its object *table*; the rest stays."""
    held = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    if about is not None:
        held["about"] = about
    held[table] = {name: round(float(w), 2) for name, w in zip(names, weights, strict=True)}
    path.write_text(json.dumps(held, indent=1) + "\n", encoding="utf-8")
