"""Fit the weights of whom a pronoun that speaks means: `python -m training.fit_pronouns`.

The supervision is who speaks where PDNC and LitBank have a pronoun as source; of their texts only
the weights are kept.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import typer

from quoteattr.coreference import binding
from quoteattr.coreference.chains import Resolution
from quoteattr.coreference.features import FEATURES
from quoteattr.coreference.talk_features import TALK_FEATURES
from training.decisions import Material, readings
from training.linear import Choice, report, save

if TYPE_CHECKING:
    from quoteattr.coreference.features import Candidate
    from quoteattr.coreference.threads import Thread

OUT = Path("src/quoteattr/coreference/pronoun_weights.json")
NAMES = [*FEATURES, *TALK_FEATURES]


class Watched(Resolution):
    """Coreference that notes the candidates of pronouns that speak, with their features then."""

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self.noted: dict[int, tuple[list[Candidate], np.ndarray]] = {}

    def bind(self, i: int) -> Thread | None:
        """Decide as always."""
        found = binding.candidates(self.scene, i)
        if found and found[0].place is not None:
            self.noted[i] = (found, np.array([self.row(candidate) for candidate in found]))
        return super().bind(i)

    def row(self, candidate: Candidate) -> list[float]:
        """The features of a candidate, in the order of their tables."""
        assert candidate.place is not None
        general = [feature(self.scene, candidate) for feature in FEATURES.values()]
        talk = [feature(candidate.place, candidate.thread) for feature in TALK_FEATURES.values()]
        return general + talk


def choices(data: Path | None, documents: str | None) -> list[Choice]:
    """Every pronoun that speaks and whose speaker the gold names, once."""
    found: list[Choice] = []
    materials = [Material("pdnc", documents=documents), Material("litbank")]
    for reading in readings(materials, data, resolution=Watched):
        assert isinstance(reading.resolution, Watched)
        noted = reading.resolution.noted
        for index, item in reading.found.items():
            answer = reading.scene.answers[index]
            if answer is None or answer.mention not in noted or not item.gold.named:
                continue
            candidates, rows = noted.pop(answer.mention)
            right = [reading.is_right(c.thread.name, item.gold) for c in candidates]
            found.append(Choice(rows=rows, right=np.array(right), document=reading.gold.id))
    return found


def main(
    data: Path | None = None,
    documents: str | None = None,
    penalty: float = 5.0,
    out: Path = OUT,
) -> None:
    """Read the corpora, print the cross-validated accuracy, write the weights."""
    found = choices(data, documents)
    current = np.array([binding.weights("talk_weights")[name] for name in NAMES])
    weights = report(found, current, penalty=penalty)
    save(out, "talk_weights", NAMES, weights)


if __name__ == "__main__":
    typer.run(main)
