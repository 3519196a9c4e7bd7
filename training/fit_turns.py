"""Fit the weights of who speaks in an open turn: `python -m training.fit_turns`.

The supervision is PDNC, with and without its characters given, and LitBank, whose excerpts are of
many more books and tell who the unnamed are: of their texts only the weights are kept.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
import typer

from quoteattr.attribution import DISCOURSE_SIEVES, turn_choice
from quoteattr.attribution.answers import Answer
from training.decisions import Material, Parts, readings
from training.linear import Choice, report, save

if TYPE_CHECKING:
    from quoteattr.attribution import Scene
    from quoteattr.attribution.stage import Stage
    from quoteattr.records import Quotation

OUT = Path("src/quoteattr/attribution/turn_weights.json")
ABOUT = "Fitted by training.fit_turns on the open turns of PDNC and LitBank; see turn_choice.py."
TIMES: Final = {"litbank": 4}
"""How many times a decision of a corpus counts, where not once. With 1, 2, 4 and 8 weights learnt
from other documents name 283, 284, 287 and 284 of LitBank's 367 speakers and .779, .779, .778 and
.778 of PDNC's."""


class Watched:
    """The sieve of open turns, which notes what it chose among.

    Attributes:
        stages: What surrounded each open quotation when it was decided, by its index.
    """

    def __init__(self) -> None:
        self.stages: dict[int, Stage] = {}

    def __call__(self, quotation: Quotation, scene: Scene) -> Answer | None:
        """Decide as always."""
        stage = turn_choice.open_stage(quotation, scene)
        if stage is not None and stage.candidates():
            self.stages[scene.index_of(quotation)] = stage
        return turn_choice.weighed(quotation, scene)


def choices(data: Path | None, documents: str | None) -> list[Choice]:
    """Every open turn whose speaker the gold tells, with the candidates it had."""
    materials = [
        Material("pdnc", documents=documents),
        Material("pdnc", documents=documents, is_given=True),
        Material("litbank"),
    ]
    return [
        choice
        for material in materials
        for choice in _choices_of(material, data) * TIMES.get(material.corpus, 1)
    ]


def _choices_of(material: Material, data: Path | None) -> list[Choice]:
    found: list[Choice] = []
    watched = Watched()
    sieves = [
        (key, watched if sieve is turn_choice.weighed else sieve) for key, sieve in DISCOURSE_SIEVES
    ]
    for reading in readings([material], data, parts=Parts(sieves=sieves)):
        entities = reading.scene.chains.entities
        for index, item in reading.found.items():
            stage = watched.stages.get(index)
            if stage is None or item.gold.speaker is None:
                continue
            candidates = stage.candidates()
            names = [entities[entity].name for entity in candidates]
            found.append(
                Choice(
                    rows=np.array([row(stage, entity) for entity in candidates]),
                    right=np.array([reading.is_right(name, item.gold) for name in names]),
                    document=reading.gold.id,
                )
            )
        watched.stages.clear()
    return found


def row(stage: Stage, entity: int) -> list[float]:
    """The features of a candidate, in the order of their table."""
    return [feature(stage, entity) for feature in turn_choice.FEATURES.values()]


def main(
    data: Path | None = None,
    documents: str | None = None,
    penalty: float = 5.0,
    out: Path = OUT,
) -> None:
    """Read the corpora, print the cross-validated accuracy, write the weights."""
    found = choices(data, documents)
    names = list(turn_choice.FEATURES)
    current = np.array([turn_choice.weights()[name] for name in names])
    weights = report(found, current, penalty=penalty)
    save(out, "weights", names, weights, about=ABOUT)


if __name__ == "__main__":
    typer.run(main)
