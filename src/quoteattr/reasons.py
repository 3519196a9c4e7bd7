"""Why one of several candidates was chosen, in words for a trace."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quoteattr import config

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence


def reason(ranked: Sequence[tuple[str, float]], parts: Callable[[int], Mapping[str, float]]) -> str:
    """The best two with their scores, and the features that told them apart.

    `Ada Holm 6.1, Tom Reed 2.9: same_pronoun +3.4, recent +0.2`; of one alone, its name.

    Args:
        ranked: Names of the candidates with their scores, the best first.
        parts: What each feature added to the score of the candidate at a place in *ranked*.
    """
    if len(ranked) < 2:
        return "".join(f"{name}, nobody else near" for name, _ in ranked)
    best, second = parts(0), parts(1)
    gains = {key: best[key] - second.get(key, 0.0) for key in best}
    telling = sorted((key for key in gains if gains[key] > 0), key=lambda key: (-gains[key], key))
    told = ", ".join(f"{key} {gains[key]:+.1f}" for key in telling[: config.FEATURES_TOLD])
    names = ", ".join(f"{name} {score:.1f}" for name, score in ranked[:2])
    return f"{names}: {told or 'the nearer'}"
