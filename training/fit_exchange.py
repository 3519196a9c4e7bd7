"""Fit the weights by which open turns are chosen together: `python -m training.fit_exchange`.

The supervision is PDNC, with and without its characters given, and LitBank; of their texts only the
weights are kept. A document counts by the root of its open turns, so that long novels do not decide
alone, and those of LitBank, short and of many more books, count twice. Each fold of the books is
judged by what the others taught, beside the weights as they are, which have seen all.
"""

from __future__ import annotations

from collections import Counter
from math import sqrt
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
import typer
from attrs import frozen

from quoteattr.attribution import exchange
from quoteattr.attribution.exchange import BONDS
from quoteattr.attribution.rivals import TOGETHER, TurnSoFar, features_then, read_turns
from training.decisions import Material, Parts, readings
from training.linear import save
from training.sequences import Place, fit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quoteattr.attribution import Scene
    from quoteattr.attribution.answers import Rival
    from quoteattr.attribution.turns import Turn
    from quoteattr.records import Quotation
    from training.decisions import Reading

OUT = Path("src/quoteattr/attribution/exchange_weights.json")
ABOUT: Final = "How open turns are chosen together, by training.fit_exchange; see exchange.py."
FOLDS: Final = 4
TIMES: Final = {"litbank": 2.0}
"""How many times a document of a corpus counts, where not once."""
_NOBODY: Final = -1
_UNIT: Final = {bond: {one: float(one == bond) for one in BONDS} for bond in BONDS}


@frozen
class Talk:
    """The turns of one document that may be chosen otherwise, with their neighbours.

    Attributes:
        document: Its id.
        material: The corpus, and whether characters were given.
        sequences: Runs of turns, each apart from the others by two turns that are known.
        alone: How many quotations are right as the turns were chosen one by one.
    """

    document: str
    material: str
    sequences: Sequence[Sequence[Place]]
    alone: int

    @property
    def taught(self) -> int:
        """How many places teach."""
        return sum(place.teaches for run in self.sequences for place in run)

    def score(self, weights: np.ndarray) -> int:
        """How many quotations are right if the turns are chosen with these weights."""
        return sum(_right_of(places, weights) for places in self.sequences)


def _right_of(places: Sequence[Place], weights: np.ndarray) -> int:
    features = len(TOGETHER)
    best = np.zeros((1, 1))
    paths: dict[tuple[int, int], int] = {(0, 0): 0}
    for place in places:
        own = place.rows @ weights[:features]
        reached = best[..., None] + place.bonds @ weights[features:] + own
        before = reached.argmax(axis=0)
        best = reached.max(axis=0)
        paths = {
            (last, here): paths[int(before[last, here]), last] + int(place.right[here])
            for last in range(best.shape[0])
            for here in range(best.shape[1])
        }
    last, here = np.unravel_index(best.argmax(), best.shape)
    return paths[int(last), int(here)]


def talks(data: Path | None, documents: str | None) -> Iterator[Talk]:
    """Every document with its open turns."""
    materials = [
        Material("pdnc", documents=documents),
        Material("pdnc", documents=documents, is_given=True),
        Material("litbank"),
    ]
    for material in materials:
        name = f"{material.corpus}, characters given" if material.is_given else material.corpus
        for reading in readings([material], data, parts=Parts(settle=_leave)):
            yield talk_of(reading, name)


def _leave(scene: Scene) -> tuple[Quotation, ...]:
    return tuple(scene.quotations)


def talk_of(reading: Reading, material: str) -> Talk:
    """The open turns of a document that was read without choosing them together."""
    scene = reading.scene
    turns = read_turns(scene)
    features = features_then(scene, turns)
    places = [
        at for at in range(len(turns)) if any(one.rivals for one in turns[max(0, at - 2) : at + 1])
    ]
    bonds = _bonds(scene, turns, places)
    sequences: list[list[Place]] = [[]]
    alone = 0
    for at, (turn, one, rows) in enumerate(zip(scene.talk, turns, features, strict=True)):
        if at not in bonds:
            sequences.append([])
            continue
        right = _right(reading, turn, one.rivals) if one.rivals else np.zeros(1)
        told = [[row[key] for key in TOGETHER] for row in rows] or [[0.0] * len(TOGETHER)]
        sequences[-1].append(Place(np.array(told), bonds[at], right, bool(one.rivals)))
        alone += int(right[0])
    return Talk(reading.gold.id, material, [run for run in sequences if run], alone)


def _bonds(
    scene: Scene, turns: Sequence[TurnSoFar], places: Sequence[int]
) -> dict[int, np.ndarray]:
    """For turns what each bond counts, by the candidates of the last but one, the last, this."""
    nothing = [[0.0] * len(one.rivals) for one in turns]
    linked = [exchange.find_links(turns, _UNIT[bond], nothing) for bond in BONDS]
    met = scene.company.met
    found = {}
    for at in places:
        two, one, here = (_speakers(turns, at - back) for back in (2, 1, 0))
        known = here != _NOBODY
        same = (one[:, None] == here) & known
        second = ((two[:, None, None] == here) & known) & ~same
        together = np.array([[met.get((b, c), 0.0) for c in here] for b in one])
        counts = [
            np.where(same, link[at].same, link[at].met * together) + second * link[at].second
            for link in linked
        ]
        found[at] = np.stack(counts, axis=-1) * known[:, None]
    return found


def _speakers(turns: Sequence[TurnSoFar], at: int) -> np.ndarray:
    """Who may speak in a turn, -1 for nobody known."""
    turn = turns[at] if at >= 0 else TurnSoFar((), None, joined=False)
    speakers = [one.entity for one in turn.rivals] or [turn.speaker]
    return np.array([_NOBODY if one is None else one for one in speakers])


def _right(reading: Reading, turn: Turn, rivals: Sequence[Rival]) -> np.ndarray:
    entities = reading.scene.chains.entities
    found = np.zeros(len(rivals))
    for index in exchange.revisable(reading.scene, turn, rivals):
        item = reading.found.get(index)
        if item is not None and item.gold.speaker is not None:
            names = [entities[one.entity].name for one in rivals]
            found += [reading.is_right(name, item.gold) for name in names]
    return found


def learn(found: Sequence[Talk], penalty: float) -> np.ndarray:
    """The weights of `TOGETHER` and of `BONDS` that *found* teaches."""
    weighed = [(talk, sqrt(talk.taught)) for talk in found if talk.taught]
    whole = sum(talk.taught for talk, _ in weighed) / sum(root for _, root in weighed)
    runs = [
        (run, TIMES.get(talk.material, 1.0) * whole / root)
        for talk, root in weighed
        for run in talk.sequences
    ]
    return fit([run for run, _ in runs], [share for _, share in runs], penalty=penalty)


def main(
    data: Path | None = None,
    documents: str | None = None,
    penalty: float = 5.0,
    out: Path = OUT,
    *,
    write: bool = False,
) -> None:
    """Read the corpora, print what the other books teach for each fold, and what all teach."""
    judge(list(talks(data, documents)), penalty, out, write=write)


def judge(found: Sequence[Talk], penalty: float, out: Path, *, write: bool) -> None:
    """Print what folds and all of *found* teach, and write the last if asked."""
    fold_of = _folds(found)
    current = np.array([*exchange.weights("turns").values(), *exchange.weights("bonds").values()])
    held: Counter[str] = Counter()
    for fold in sorted(set(fold_of.values())):
        taught = learn([talk for talk in found if fold_of[talk.document] != fold], penalty)
        for talk in found:
            if fold_of[talk.document] == fold:
                held[talk.material] += talk.score(taught)
    weights = learn(found, penalty)
    for material in held:
        talks = [talk for talk in found if talk.material == material]
        seen, now = (sum(talk.score(one) for talk in talks) for one in (weights, current))
        alone = sum(talk.alone for talk in talks)
        print(f"{material}: right {alone} one by one, {held[material]} by other books,")
        print(f"  {seen} by all of them, {now} as the weights are")
    if write:
        save(out, "turns", TOGETHER, weights[: len(TOGETHER)], about=ABOUT)
        save(out, "bonds", BONDS, weights[len(TOGETHER) :])


def _folds(found: Sequence[Talk]) -> dict[str, int]:
    """The fold of each document; a book that two corpora hold has one."""
    letters = {talk.document: "".join(filter(str.isalpha, talk.document.lower())) for talk in found}
    folds: dict[str, int] = {}
    for document, own in sorted(letters.items(), key=lambda item: (len(item[1]), item)):
        same = (fold for known, fold in folds.items() if letters[known] in own)
        folds[document] = next(same, len(folds) % FOLDS)
    return folds


if __name__ == "__main__":
    typer.run(main)
