"""Judge the weights of how turns go together, and search for others: `-m training.fit_exchange`.

The supervision is PDNC, with and without its characters given, and LitBank; of their texts only the
weights are kept. What counts is how many quotations a whole sequence gets right, which has no
slope: one weight at a time is moved up and down, in ever smaller steps, while that gains. Each half
of the documents is judged by what the other half chose, beside the weights as they are. What all
choose is written with `--write`: it fits the novels it was chosen on better than any other.
"""

from __future__ import annotations

from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
import typer
from attrs import frozen

from quoteattr.attribution import exchange
from training.decisions import Material, Parts, readings
from training.linear import save

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from quoteattr.attribution import Scene
    from quoteattr.attribution.answers import Rival
    from quoteattr.attribution.turns import Turn
    from quoteattr.records import Quotation
    from training.decisions import Reading

OUT = Path("src/quoteattr/attribution/exchange_weights.json")
ABOUT = "How two or three turns on end go together, by training.fit_exchange; see exchange.py."
START: Final = {
    "own": 1.0,
    "chosen": 0.5,
    "chosen_apart": 0.5,
    "same": -1.0,
    "second": 1.0,
    "second_near": 1.0,
}
"""Where the search begins: speakers take turns."""
STEPS: Final = (1.0, 0.5, 0.25)
LEAST_GAIN: Final = 2
"""Quotations that a move must gain, so that chance does not lead far from the start."""


@frozen
class Talk:
    """The turns of one document, and how many quotations each choice gets right.

    Attributes:
        document: Its id.
        turns: Before the open ones are chosen together.
        right: For each turn, the quotations that an entity would be right for.
    """

    document: str
    turns: Sequence[exchange.TurnSoFar]
    right: Sequence[Mapping[int, int]]

    def score(self, weights: Mapping[str, float]) -> int:
        """How many quotations are right if the turns are chosen with these weights."""
        chosen = exchange.likeliest(exchange.find_links(self.turns, weights))
        return sum(
            right.get(entity, 0)
            for right, entity in zip(self.right, chosen, strict=True)
            if entity is not None
        )

    def alone(self) -> int:
        """How many are right as they were chosen one by one."""
        return sum(
            right.get(turn.rivals[0].entity, 0)
            for right, turn in zip(self.right, self.turns, strict=True)
            if turn.rivals
        )


def talks(data: Path | None, documents: str | None) -> Iterator[Talk]:
    """Every document with its open turns."""
    materials = [
        Material("pdnc", documents=documents),
        Material("pdnc", documents=documents, is_given=True),
        Material("litbank"),
    ]
    for reading in readings(materials, data, parts=Parts(settle=_leave)):
        turns = exchange.read_turns(reading.scene)
        if any(one.rivals for one in turns):
            paired = zip(reading.scene.talk, turns, strict=True)
            right = [_right(reading, turn, one.rivals) for turn, one in paired]
            yield Talk(reading.gold.id, turns, right)


def _leave(scene: Scene) -> tuple[Quotation, ...]:
    return tuple(scene.quotations)


def _right(reading: Reading, turn: Turn, rivals: Sequence[Rival]) -> dict[int, int]:
    entities = reading.scene.chains.entities
    found = dict.fromkeys((one.entity for one in rivals), 0)
    for index in exchange.revisable(reading.scene, turn, rivals) if rivals else ():
        item = reading.found.get(index)
        if item is not None and item.gold.named:
            for entity in found:
                found[entity] += reading.is_right(entities[entity].name, item.gold)
    return found


def climb(found: Sequence[Talk]) -> dict[str, float]:
    """The weights that get most quotations of *found* right, as far as single moves lead there."""
    best = dict(START)
    most = sum(talk.score(best) for talk in found)
    for step in STEPS:
        moved = True
        while moved:
            moved = False
            for key, move in product(START, (step, -step)):
                tried = {**best, key: best[key] + move}
                reached = sum(talk.score(tried) for talk in found)
                if reached >= most + LEAST_GAIN:
                    best, most, moved = tried, reached, True
    return best


def main(
    data: Path | None = None, documents: str | None = None, out: Path = OUT, *, write: bool = False
) -> None:
    """Read the corpora, print what one half chooses for the other, and what all choose."""
    found = list(talks(data, documents))
    names = sorted({talk.document for talk in found})
    halves = [[t for t in found if names.index(t.document) % 2 == half] for half in (0, 1)]
    for chosen, judged in (halves, halves[::-1]):
        weights = climb(chosen)
        print(f"chosen on one half: {weights}")
        _report("  the other half", judged, weights)
        _report("  as they are", judged, exchange.weights())
    weights = climb(found)
    print(f"chosen on all: {weights}")
    _report("  all", found, weights)
    _report("  as they are", found, exchange.weights())
    if write:
        save(out, "weights", list(START), np.array(list(weights.values())), about=ABOUT)


def _report(what: str, found: Sequence[Talk], weights: Mapping[str, float]) -> None:
    alone = sum(talk.alone() for talk in found)
    print(f"{what}: {sum(talk.score(weights) for talk in found)} right, {alone} one by one")


if __name__ == "__main__":
    typer.run(main)
