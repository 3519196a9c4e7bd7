"""From a trained pipeline to what ships: pack, measure the packed form, write the card."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from spacy.language import Language

from quoteattr.pipeline import read_pipeline
from training.card import write_card
from training.config import Config
from training.measure import all_figures
from training.pack import pack

MODEL = "model"
RUN = "run.json"
FIGURES = "figures.json"


def note_run(out: Path, config: Config, seed: int) -> None:
    """Leave in the work folder what the run is determined by."""
    out.mkdir(parents=True, exist_ok=True)
    run = {"seed": seed, "config": asdict(config)}
    (out / RUN).write_text(json.dumps(run, indent=1), encoding="utf-8")


def finish(
    nlp: Language, out: Path, data: Path, folder: Path, others: list[Path]
) -> dict[str, Any]:
    """Pack into ``folder``, measure what was packed, write the card; gives the figures.

    Args:
        nlp: The trained pipeline.
        out: Work folder of its run; ``figures.json`` is written there.
        data: The corpora.
        folder: Where the shipped form goes.
        others: ``figures.json`` of runs with other seeds, for the card.
    """
    sizes = pack(nlp, folder)
    figures = all_figures(read_pipeline(folder), data)
    figures |= json.loads((out / RUN).read_text(encoding="utf-8"))
    figures["size"] = sum(sizes.values())
    (out / FIGURES).write_text(json.dumps(figures, indent=1), encoding="utf-8")
    write_card(folder, figures, [json.loads(p.read_text(encoding="utf-8")) for p in others])
    return figures
