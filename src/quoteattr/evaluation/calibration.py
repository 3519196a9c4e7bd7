"""Whether a confidence means what it says: calibration error, reliability, risk and coverage."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

BINS: Final = 10
_CURVE_POINTS: Final = 100  # enough for a plot; keeps result files small

Verdict = tuple[float, bool]
"""A confidence, and whether the speaker was right."""


@frozen(kw_only=True)
class Bin:
    """Predictions whose confidence lies in [low, high): how many, mean confidence, share right."""

    low: float
    high: float
    count: int
    confidence: float
    right: float


@frozen(kw_only=True)
class Calibration:
    """How confidence and truth go together.

    Attributes:
        count: Attributions judged.
        error: Expected calibration error: mean distance of confidence and truth over the bins,
            each weighted by its size.
        bins: The reliability diagram, empty bins left out.
        curve: Points (coverage, risk): share of errors among the most confident so many.
    """

    count: int
    error: float
    bins: tuple[Bin, ...]
    curve: tuple[tuple[float, float], ...]


def calibrate(verdicts: Iterable[Verdict]) -> Calibration | None:
    """The calibration of *verdicts*; None when there are none."""
    judged = sorted(verdicts, key=lambda verdict: -verdict[0])
    if not judged:
        return None
    bins = tuple(_bins(judged))
    error = sum(b.count * abs(b.confidence - b.right) for b in bins) / len(judged)
    return Calibration(count=len(judged), error=error, bins=bins, curve=_curve(judged))


def _bins(judged: Sequence[Verdict]) -> Iterable[Bin]:
    members: list[list[Verdict]] = [[] for _ in range(BINS)]
    for verdict in judged:
        members[min(BINS - 1, int(verdict[0] * BINS))].append(verdict)
    for number, group in enumerate(members):
        if group:
            yield Bin(
                low=number / BINS,
                high=(number + 1) / BINS,
                count=len(group),
                confidence=sum(confidence for confidence, _ in group) / len(group),
                right=sum(right for _, right in group) / len(group),
            )


def _curve(judged: Sequence[Verdict]) -> tuple[tuple[float, float], ...]:
    """Risk at each coverage, most confident first; equal confidences enter together."""
    points, wrong = [], 0
    for number, (confidence, right) in enumerate(judged, start=1):
        wrong += not right
        if number == len(judged) or judged[number][0] < confidence:
            points.append((number / len(judged), wrong / number))
    step = max(1, len(points) // _CURVE_POINTS)
    return tuple(points[step - 1 :: step]) + (() if len(points) % step == 0 else (points[-1],))
