"""Fit the weights of whom a speaking pronoun or description means.

`python -m training.fit_pronouns`. The supervision is who speaks where PDNC and LitBank have one as
source; of their texts only the weights are kept.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import typer
from attrs import frozen

from quoteattr.coreference.pronouns.candidates import candidates
from quoteattr.coreference.pronouns.described import described_candidates
from quoteattr.coreference.pronouns.description_features import DESCRIPTION_FEATURES
from quoteattr.coreference.pronouns.features import FEATURES
from quoteattr.coreference.pronouns.scoring import Table, weights
from quoteattr.coreference.pronouns.speaking import Description
from quoteattr.coreference.pronouns.talk_features import TALK_FEATURES
from quoteattr.coreference.roles.entities import written
from training.decisions import Material, Parts, Watched, readings
from training.linear import Choice, report, save, with_another

if TYPE_CHECKING:
    from quoteattr.coreference.pronouns.scene import Candidate
    from quoteattr.coreference.threads import Thread

OUT = Path("src/quoteattr/coreference/pronouns/pronoun_weights.json")


@frozen
class Noted:
    """The candidates of one decision, with their features as they were then."""

    table: Table
    threads: tuple[Thread | None, ...]
    rows: np.ndarray


class Talk(Watched[Noted]):
    """Coreference that notes what it chose among where somebody speaks in a turn of talk."""

    def bind(self, i: int) -> Thread | None:
        """Decide as always."""
        found = candidates(self.scene, i)
        if found and found[0].place is not None:
            rows = [self.row(candidate) for candidate in found]
            self.noted[i] = Noted(Table.TALK, tuple(c.thread for c in found), np.array(rows))
        return super().bind(i)

    def bind_description(self, i: int, description: Description) -> Thread | None:
        """Decide as always."""
        found = described_candidates(self.scene, i, description)
        if found:
            rows = np.array([self.row(candidate) for candidate in found])
            threads = (*(candidate.thread for candidate in found), None)
            self.noted[i] = Noted(Table.DESCRIPTION, threads, with_another(rows))
        return super().bind_description(i, description)

    def row(self, candidate: Candidate) -> list[float]:
        """The features of a candidate, in the order of their tables."""
        place = candidate.place
        assert place is not None
        row = [feature(self.scene, candidate) for feature in FEATURES.values()]
        row += [feature(place, candidate.thread) for feature in TALK_FEATURES.values()]
        if place.is_description:
            row += [feature(place, candidate.thread) for feature in DESCRIPTION_FEATURES.values()]
        return row


def choices(data: Path | None, documents: str | None) -> dict[Table, list[Choice]]:
    """Every pronoun and description that speaks and whose speaker the gold names, once."""
    found: dict[Table, list[Choice]] = {Table.TALK: [], Table.DESCRIPTION: []}
    materials = [Material("pdnc", documents=documents), Material("litbank")]
    for reading in readings(materials, data, parts=Parts(resolution=Talk)):
        assert isinstance(reading.resolution, Talk)
        for index, item in reading.found.items():
            answer = reading.scene.answers[index]
            if answer is None or answer.mention is None or item.gold.speaker is None:
                continue
            noted = reading.resolution.noted.pop(answer.mention, None)
            if noted is not None:
                resolution = reading.resolution
                words = written(resolution.analysis, resolution.mentions[answer.mention])
                names = [words if t is None else t.name for t in noted.threads]
                right = np.array([reading.is_right(name, item.gold) for name in names])
                found[noted.table].append(Choice(noted.rows, right, reading.gold.id))
    return found


def main(
    data: Path | None = None,
    documents: str | None = None,
    penalty: float = 5.0,
    out: Path = OUT,
) -> None:
    """Read the corpora, print the cross-validated accuracy, write the weights."""
    for table, found in choices(data, documents).items():
        print(table.value)
        current = np.array([weights(table)[name] for name in table.features])
        save(out, table.value, table.features, report(found, current, penalty=penalty))


if __name__ == "__main__":
    typer.run(main)
