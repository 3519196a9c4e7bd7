"""All figures of the model card in one record."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

from spacy.language import Language

from training.cue_source import articles, paragraphs, tally
from training.evaluate import treebank_figures, words_per_second


def all_figures(nlp: Language, data: Path) -> dict[str, Any]:
    """Treebanks and names; sources of cues and speed where PolNeAR is there to measure on."""
    figures: dict[str, Any] = {"treebanks": [asdict(f) for f in treebank_figures(nlp, data)]}
    polnear = data / "polnear"
    if polnear.is_dir():
        counts = tally(nlp, polnear, view="directed")
        figures["cue source"] = {
            "usable": round(counts.share, 1),
            "judged": counts.judged,
            "usable, quoted": round(100 * counts.quoted_usable / max(1, counts.quoted), 1),
            "apart": counts.apart,
            "said X found": round(100 * counts.inverted_found / max(1, counts.inverted), 1),
            "said X": counts.inverted,
            "relations": dict(counts.relations.most_common()),
        }
        texts = [p for text, _ in articles(polnear, "dev", 30) for _, p in paragraphs(text)]
        figures["words per second"] = words_per_second(nlp, texts)
        with nlp.select_pipes(disable=["ner"]):
            figures["words per second without ner"] = words_per_second(nlp, texts)
    return figures
