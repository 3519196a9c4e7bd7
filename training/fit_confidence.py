"""Measure how often decisions of each sort are right: `python -m training.fit_confidence`.

A decision's confidence is the share of right speakers among decisions of its sort. A sort that is
rare leans on the coarser one around it. Of the corpora only these shares are kept.
"""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

import typer
from attrs import frozen
from benchmarks.systems.pipelines import BLANK, SHIPPED

from quoteattr.attribution.confidence import sorts
from quoteattr.evaluation import calibrate
from training.decisions import Material, readings

if TYPE_CHECKING:
    from collections.abc import Sequence

OUT = Path("src/quoteattr/attribution/confidence.json")
ABOUT = "Shares of right speakers by sort of decision, by training.fit_confidence; confidence.py."
MATERIALS = tuple(
    material
    for pipeline in (SHIPPED, BLANK)
    for material in (
        Material("polnear", split="train", limit=150, pipeline=pipeline),
        Material("gum", split="train", pipeline=pipeline),
        Material("litbank", pipeline=pipeline),
        Material("pdnc", limit=5 if pipeline == SHIPPED else None, pipeline=pipeline),
    )
)
"""Each corpus with a parser and without, which are right at different rates."""
LEAN = 8.0
"""Decisions of the coarser sort that a sort is counted to have seen beside its own. With 2, 4, 8
and 16 the held-out error is .041, .041, .038 and .037 on average over corpora and pipelines, and
with 16 it is .01 larger on short stories, the worst of them."""
LEAST = 8
"""Decisions a sort must have been seen for, all corpora together, to have a share of its own."""
HEAVIEST = 800.0
"""Decisions that one corpus counts for at most with one pipeline, so that the novels do not drown
the others."""
FOLDS = 5


@frozen
class Verdict:
    """One decision: its sorts, the finest first, whether it was right, and where.

    *corpus* names the pipeline as well.
    """

    sorts: tuple[str, ...]
    right: bool
    corpus: str
    document: str


def verdicts(data: Path | None) -> list[Verdict]:
    """Every decision on the corpora whose speaker the gold tells."""
    found: list[Verdict] = []
    for material in MATERIALS:
        for reading in readings([material], data):
            scene = reading.scene
            for index, item in reading.found.items():
                answer = scene.answers[index]
                right = item.speaker_right
                if right is None or answer is None or item.claim.quote.speaker is None:
                    continue
                kinds = sorts(scene.quotations[index], scene, answer)
                found.append(Verdict(kinds, right, _name(material), reading.gold.id))
    return found


def _name(material: Material) -> str:
    return f"{material.corpus}, {material.pipeline}"


def shares(found: Sequence[Verdict]) -> dict[str, float]:
    """The share of right decisions of each sort, each corpus weighed down to its limit."""
    sizes: dict[str, int] = defaultdict(int)
    for verdict in found:
        sizes[verdict.corpus] += 1
    total: dict[str, float] = defaultdict(float)
    right: dict[str, float] = defaultdict(float)
    seen: dict[str, int] = defaultdict(int)
    coarser: dict[str, str] = {}
    for verdict in found:
        weight = min(1.0, HEAVIEST / sizes[verdict.corpus])
        for sort, around in zip(verdict.sorts, (*verdict.sorts[1:], ""), strict=True):
            coarser[sort] = around
            seen[sort] += 1
            total[sort] += weight
            right[sort] += weight * verdict.right
    measured: dict[str, float] = {"": right[""] / max(1.0, total[""])}
    for sort in sorted(seen, key=lambda sort: sort.count("/") + bool(sort)):
        if sort and (seen[sort] >= LEAST):
            prior = next(measured[one] for one in _around(sort, coarser) if one in measured)
            measured[sort] = (right[sort] + LEAN * prior) / (total[sort] + LEAN)
    return measured


def _around(sort: str, coarser: dict[str, str]) -> list[str]:
    """The sorts around one, the nearest first."""
    found = []
    while sort:
        sort = coarser[sort]
        found.append(sort)
    return found


def confidence(measured: dict[str, float], verdict: Verdict) -> float:
    """The share of the finest sort that was measured."""
    return next(measured[sort] for sort in verdict.sorts if sort in measured)


def held_out_errors(found: Sequence[Verdict]) -> dict[str, float]:
    """Expected calibration error on each corpus, shares measured on other documents."""
    documents = sorted({verdict.document for verdict in found})
    judged: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    for fold in range(FOLDS):
        held = set(documents[fold::FOLDS])
        measured = shares([verdict for verdict in found if verdict.document not in held])
        for verdict in found:
            if verdict.document in held:
                judged[verdict.corpus].append((confidence(measured, verdict), verdict.right))
    return {corpus: found.error for corpus, of in judged.items() if (found := calibrate(of))}


def main(data: Path | None = None, out: Path = OUT) -> None:
    """Read the corpora, print the held-out calibration error of each, write the shares."""
    found = verdicts(data)
    print(f"{len(found)} decisions")
    for corpus, error in held_out_errors(found).items():
        print(f"{corpus}: expected calibration error {error:.3f}, held out by document")
    measured = {sort: round(share, 3) for sort, share in sorted(shares(found).items())}
    held = {"about": ABOUT, "shares": measured}
    out.write_text(json.dumps(held, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    typer.run(main)
