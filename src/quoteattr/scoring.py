"""Figures in the form that spaCy's scorers have: one flat dictionary."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from quoteattr.errors import ArgumentValueError
from quoteattr.evaluation import evaluate, gold_document

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quoteattr.datatypes import Quote
    from quoteattr.evaluation import Report

    Pair = tuple[str, str, list[Quote], list[Quote]]

_PARTS: Final = ("exact", "kind", "cue", "source", "entity", "end_to_end_f1")


def score_pairs(pairs: Iterable[Pair]) -> dict[str, Any]:
    """The scores over documents, each given as gold text, text, gold quotations, quotations.

    Raises:
        ArgumentValueError: The two texts of a pair differ.
    """
    gold, found = [], []
    for number, (text, other, right, quotes) in enumerate(pairs):
        if text != other:
            raise ArgumentValueError("examples", other, f"about the reference's text {text!r:.40}")
        gold.append(gold_document(str(number), text, right))
        found.append(quotes)
    report = evaluate(gold, found, resamples=0)
    per_kind = {score.subset: _rates(report, score.subset) for score in report.scores[1:]}
    rates = _rates(report, "all")
    return {
        **{f"spans_quotes_{name}": value for name, value in rates.items()},
        "spans_quotes_per_type": {
            kind: {name: value or 0.0 for name, value in rates.items()}
            for kind, rates in per_kind.items()
        },
        **{f"quotes_{name}": _value(report, "all", name) for name in _PARTS},
    }


def _rates(report: Report, subset: str) -> dict[str, float | None]:
    names = {"p": "precision", "r": "recall", "f": "f1"}
    return {short: _value(report, subset, name) for short, name in names.items()}


def _value(report: Report, subset: str, name: str) -> float | None:
    figure = report[subset].figures.get(name)
    return None if figure is None else figure.value
