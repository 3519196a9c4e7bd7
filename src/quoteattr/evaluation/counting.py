"""What is counted in one document, and the figures that are ratios of such counts."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from attrs import astuple, fields, frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from quoteattr.evaluation.judging import Found, Judgement


@frozen(kw_only=True)
class Counts:
    """Sums over quotations. A pair like cue, cue_right: how many could be judged, how many hold.

    Attributes:
        gold: Gold quotations.
        found: Of them matched.
        exact: Of them matched with equal word characters.
        spurious: Predictions without gold, as far as they count.
        attributed: Matched, and the speaker right end to end.
        named: Gold quotations with a named speaker.
        attributable: Gold quotations with a source or a named speaker.
    """

    gold: int = 0
    found: int = 0
    exact: int = 0
    spurious: int = 0
    attributed: int = 0
    kind: int = 0
    kind_right: int = 0
    cue: int = 0
    cue_right: int = 0
    source: int = 0
    source_right: int = 0
    entity: int = 0
    entity_right: int = 0
    named: int = 0
    attributable: int = 0

    def __add__(self, other: Counts) -> Counts:
        return total((self, other))


COUNTED: Final = tuple(field.name for field in fields(Counts))

Terms = tuple[tuple[int, str], ...]

_BOTH_SIDES: Final[Terms] = ((1, "gold"), (1, "found"), (1, "spurious"))

FIGURES: Final[Mapping[str, tuple[Terms, Terms]]] = MappingProxyType(
    {
        "precision": (((1, "found"),), ((1, "found"), (1, "spurious"))),
        "recall": (((1, "found"),), ((1, "gold"),)),
        "f1": (((2, "found"),), _BOTH_SIDES),
        "exact": (((1, "exact"),), ((1, "gold"),)),
        "kind": (((1, "kind_right"),), ((1, "kind"),)),
        "cue": (((1, "cue_right"),), ((1, "cue"),)),
        "source": (((1, "source_right"),), ((1, "source"),)),
        "entity": (((1, "entity_right"),), ((1, "entity"),)),
        "entity_of_all": (((1, "entity_right"),), ((1, "named"),)),
        "end_to_end_f1": (((2, "attributed"),), _BOTH_SIDES),
    }
)
"""Each figure as (numerator, denominator), each a weighted sum of counts.

`exact`: gold found with exactly its word characters. `kind`, `cue`, `source`, `entity`: of the gold
found that has one. `entity_of_all`: of all gold with a named speaker, found or not.
"""

NEED_PRECISION: Final = frozenset({"precision", "f1", "end_to_end_f1"})
"""Figures that mean nothing where the gold does not mark every quotation."""


def count(judgement: Judgement) -> Counts:
    """The counts of one judged document."""
    found = judgement.found
    gold = [*(item.gold for item in found), *judgement.missed]
    return Counts(
        gold=len(gold),
        found=len(found),
        exact=sum(item.overlap == 1.0 for item in found),
        spurious=len(judgement.spurious),
        attributed=sum(item.attributed for item in found),
        named=sum(quote.named for quote in gold),
        attributable=sum(quote.named or bool(quote.source) for quote in gold),
        **_judged(found),
    )


def _judged(found: Sequence[Found]) -> dict[str, int]:
    sums = {}
    for name in ("kind", "cue", "source", "entity"):
        verdicts = [getattr(item, f"{name}_right") for item in found]
        sums[name] = sum(verdict is not None for verdict in verdicts)
        sums[f"{name}_right"] = sum(verdict is True for verdict in verdicts)
    return sums


def total(counts: Iterable[Counts]) -> Counts:
    """The sum over documents."""
    sums = [0] * len(COUNTED)
    for item in counts:
        sums = [a + b for a, b in zip(sums, astuple(item), strict=True)]
    return Counts(**dict(zip(COUNTED, sums, strict=True)))


def figure(name: str, counts: Counts) -> float | None:
    """The figure *name* of these counts; None where there was nothing to judge."""
    above, below = FIGURES[name]
    denominator = _weigh(below, counts)
    return _weigh(above, counts) / denominator if denominator else None


def _weigh(terms: Terms, counts: Counts) -> int:
    return sum(weight * int(getattr(counts, name)) for weight, name in terms)
