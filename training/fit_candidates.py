"""Count which words report, and fit how counts and surroundings are weighed.

`python -m training.fit_candidates` reads PolNeAR train and writes candidate_weights.json, with
`--counts` cue_counts.tsv (sums alone, no text) and the words of cue_lemmas.tsv as well. Modes are
set by hand and kept; a new word is thought until somebody says otherwise. The weights are fitted on
candidates whose word was counted in the other half of the articles, as a word of a new article
would be, and only on those that the engine weighs: of listed words or with words in marks.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
import typer

from quoteattr.lexicon import table
from quoteattr.quotation.words.evidence import Evidence, Tally, regular_forms
from quoteattr.quotation.words.weighing import FEATURES
from training.linear import fit_logistic, save
from training.sightings import Seen, sightings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence


LEXICON: Final = Path("src/quoteattr/lexicon/en")
WEIGHTS: Final = Path("src/quoteattr/quotation/words/candidate_weights.json")
ABOUT: Final = "Fitted by training.fit_candidates on PolNeAR train; see weighing.py."
LEAST_REPORTED: Final = 2
"""Attributions from which a word is listed: once may be an annotator's slip."""
LEFT_OUT: Final = frozenset({"verb:thank"})
"""Thanks are given, not reported: `thanked the board for its help` tells no words."""
PENALTY: Final = 1.0
COUNTED: Final[dict[str, Callable[[Evidence], float]]] = {
    "word_in_construction": lambda evidence: evidence.of_both,
    "construction": lambda evidence: evidence.of_construction,
    "word": lambda evidence: evidence.of_word,
}


class Counts:
    """How often each key was seen, and how often it reported."""

    def __init__(self, seen: Iterable[Seen]) -> None:
        self.all: Counter[str] = Counter()
        self.reported: Counter[str] = Counter()
        for one in seen:
            self.all.update(one.keys)
            if one.reported:
                self.reported.update(one.keys)

    def is_listed(self, lemma: str) -> bool:
        """Whether a word reports often enough to be listed."""
        return self.reported[lemma] >= LEAST_REPORTED and lemma not in LEFT_OUT

    def evidence(self, one: Seen) -> Evidence:
        """What these counts say of a candidate, as the engine would read them."""
        word, construction, both = one.keys
        listed = self.is_listed(word)
        return Evidence(
            construction=self._tally(construction),
            word=self._tally(word) if listed else Tally(),
            both=self._tally(both) if listed and self.reported[both] else Tally(),
        )

    def _tally(self, key: str) -> Tally:
        return Tally(self.all[key], self.reported[key])


def rows(seen: Sequence[Seen], counts: Counts) -> tuple[np.ndarray, np.ndarray]:
    """Features of the candidates, in the order of their table, and whether they report."""
    features = []
    for one in seen:
        evidence = counts.evidence(one)
        features.append(
            [
                COUNTED[name](evidence) if name in COUNTED else ask(one.candidate)
                for name, ask in FEATURES.items()
            ]
        )
    return np.array(features), np.array([float(one.reported) for one in seen])


def held_out(features: np.ndarray, right: np.ndarray, weights: np.ndarray) -> str:
    """Precision and number found at several thresholds, on candidates not fitted on."""
    share = 1 / (1 + np.exp(-features @ weights))
    lines = []
    for least in (0.25, 0.3, 0.35, 0.4, 0.5):
        kept = right[share >= least]
        lines.append(f"  {least:.2f}: {int(kept.sum())} of {len(kept)}, {kept.mean():.3f}")
    return "\n".join(lines)


def write_counts(seen: Sequence[Seen], counts: Counts) -> None:
    """Write both word lists; modes that are there stay."""
    forms: dict[str, Counter[str]] = {}
    for one in seen:
        if counts.is_listed(one.lemma):
            forms.setdefault(one.lemma, Counter())[one.form] += 1
    known = {key: row["mode"] for key, row in table("cue_lemmas").items()}
    lemmas = ["word\tmode\tirregular"]
    for key in sorted(forms):
        word_class, _, lemma = key.partition(":")
        odd = sorted(set(forms[key]) - {lemma, *regular_forms(word_class, lemma)})
        lemmas.append(f"{key}\t{known.get(key, 'thought')}\t{','.join(odd) or '-'}")
    kept = [
        key
        for key in sorted(counts.all)
        if key in forms
        or (key.split()[0] in forms and counts.reported[key])
        or (":" not in key and counts.all[key] >= LEAST_REPORTED)
    ]
    sums = [f"{key}\t{counts.all[key]}\t{counts.reported[key]}" for key in kept]
    _write("cue_lemmas", lemmas)
    _write("cue_counts", ["use\tseen\treported", *sums])


def _write(name: str, lines: Sequence[str]) -> None:
    path = LEXICON / f"{name}.tsv"
    comments = [line for line in path.read_text(encoding="utf-8").splitlines() if line[:1] == "#"]
    path.write_text("\n".join([*comments, *lines]) + "\n", encoding="utf-8")


def weighed(half: Iterable[Seen], counts: Counts) -> list[Seen]:
    """The candidates that the engine weighs where it knows these counts."""
    return [
        one for one in half if one.is_open and (counts.is_listed(one.lemma) or one.candidate.quoted)
    ]


def main(data: Path | None = None, limit: int | None = None, *, counts: bool = False) -> None:
    """Count, fit, print how the halves judge each other, and write."""
    seen = list(sightings(data, limit))
    halves = [[one for one in seen if one.half == half] for half in (0, 1)]
    counted = [Counts(half) for half in halves]
    tests = [
        rows(weighed(half, counted[1 - number]), counted[1 - number])
        for number, half in enumerate(halves)
    ]
    for number in (0, 1):
        print(held_out(*tests[number], fit_logistic(*tests[1 - number], penalty=PENALTY)))
    features, right = (np.concatenate(parts) for parts in zip(*tests, strict=True))
    weights = fit_logistic(features, right, penalty=PENALTY)
    save(WEIGHTS, "weights", list(FEATURES), weights, about=ABOUT)
    if counts:
        write_counts(seen, Counts(seen))
    reported = sum(one.reported for one in seen)
    print(f"{len(seen)} candidates, {reported / len(seen):.3f} reported")


if __name__ == "__main__":
    typer.run(main)
