"""How far a figure could have come out otherwise: percentile bootstrap over documents."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any, Final

from attrs import astuple

from quoteattr.evaluation.counting import COUNTED, FIGURES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quoteattr.evaluation.counting import Counts, Terms

LEVEL: Final = 0.95

Interval = tuple[float, float]


def intervals(
    counts: Sequence[Counts], *, resamples: int = 1000, seed: int = 0
) -> dict[str, Interval]:
    """The 95% interval of each figure, over *resamples* drawings of as many documents.

    Args:
        counts: One entry a document.
        resamples: Number of drawings; 0 gives no intervals.
        seed: The same seed gives the same intervals.

    Returns:
        By name of the figure; figures that no drawing could give are left out.
    """
    import numpy as np  # comes with spaCy; imported late, to keep `import quoteattr` light

    if not counts or not resamples:
        return {}
    draw = random.Random(seed)
    weights = np.zeros((resamples, len(counts)))
    everyone = range(len(counts))
    for row in weights:
        for document in draw.choices(everyone, k=len(counts)):
            row[document] += 1
    sums = weights @ np.array([astuple(item) for item in counts], dtype=float)

    def weigh(terms: Terms) -> np.ndarray[Any, Any]:
        factors = np.zeros(len(COUNTED))
        for weight, name in terms:
            factors[COUNTED.index(name)] += weight
        return np.asarray(sums @ factors)

    found = {}
    for name, (above, below) in FIGURES.items():
        denominator = weigh(below)
        held = denominator > 0
        if held.any():
            drawn = weigh(above)[held] / denominator[held]
            low, high = np.quantile(drawn, [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
            found[name] = (float(low), float(high))
    return found
