"""Fit the weights of the signs by which `quotation.ends` ends a content.

`python -m training.fit_ends` reads PolNeAR train and GUM train, and writes end_weights.json. A
report of the engine is a decision when an annotator gave its cue a content there; the right end is
the place whose content has most in common with the annotator's. Each place up to it is one row of a
logistic regression: does the content end here? Signs that are seldom seen or tell little are left
out, so that a few dozen weights remain.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
import typer
from attrs import frozen

from benchmarks import corpora
from quoteattr import config
from quoteattr.backend import analyse
from quoteattr.evaluation.matching import WordCharacters
from quoteattr.pipeline import load_pipeline
from quoteattr.quotation import find_paragraphs, find_quoted_spans
from quoteattr.quotation.ends.choosing import best_end, has_open_end, likelihood, shares, uttering
from quoteattr.quotation.ends.cuts import cuts
from quoteattr.quotation.ends.signs import signs
from quoteattr.quotation.reports.frames import find_frames
from quoteattr.quotation.reports.rules import find_reports
from quoteattr.quotation.reports.tails import Tail, tail_of
from quoteattr.quotation.reports.weighed import find_weighed, taken_tokens
from quoteattr.quotation.words.cues import find_cues
from training.linear import fit_logistic, save

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from quoteattr.analysis import Analysis
    from quoteattr.evaluation.gold import GoldDocument, GoldQuote
    from quoteattr.quotation.reports.site import Report

WEIGHTS: Final = Path("src/quoteattr/quotation/ends/end_weights.json")
CORPORA: Final = ["polnear", "gum"]
ABOUT: Final = "Fitted by training.fit_ends on PolNeAR train and GUM train; see signs.py."
PENALTY: Final = 3.0
FOLDS: Final = 4
LEAST_SEEN: Final = 60
"""Rows from which a sign is weighed."""
LEAST_WEIGHT: Final = 0.3
WELL_SEEN: Final = 150
"""The least weight that is kept; a sign with fewer rows than this needs more."""

Row = dict[str, float]


@frozen
class Decision:
    """A report: the signs at each place, the size of each content, and how good each would be.

    Attributes:
        document: Where it stands.
        rows: The signs at each place but the last, the end of the sentence.
        sizes: Words of the content that ends at each place.
        overlaps: Intersection over union with the annotator's content.
        ruled: The place where the rules end it.
    """

    document: str
    rows: Sequence[Row]
    sizes: Sequence[int]
    overlaps: Sequence[float]
    ruled: int

    @property
    def right(self) -> int:
        """The best place."""
        return int(np.argmax(self.overlaps))


def decisions(data: Path | None, limit: int | None) -> Iterator[Decision]:
    """Every report of the training parts whose cue an annotator marked."""
    nlp, folder = load_pipeline(), corpora.data_folder(data)
    documents = [
        document
        for kind in corpora.kinds_named(CORPORA)
        for document in corpora.load(
            kind, folder, split="train", pattern=None, limit=limit
        ).documents
    ]
    for document in documents:
        text = document.text
        analysis = analyse(text, nlp, find_paragraphs(text), None, config.SPARED_COMPONENTS)
        quoted, cues = find_quoted_spans(text), find_cues(analysis)
        frames = find_frames(analysis, quoted, cues)
        reports = list(find_reports(analysis, frames, cues))
        taken = taken_tokens(analysis, quoted, reports)
        reporting = uttering(reports)
        reports += find_weighed(analysis, frames, taken)
        for frame, report in reports:
            if frame.level < 0 and has_open_end(analysis, frame, report):
                yield from _decision(document, tail_of(analysis, frame, report, (), reporting))


def _decision(document: GoldDocument, tail: Tail) -> Iterator[Decision]:
    analysis, report, words = tail.analysis, tail.report, WordCharacters(document.text)
    places = list(cuts(tail))
    reach = analysis.starts[tail.first], analysis.ends[tail.stop - 1]
    gold = _gold(document, analysis, report)
    if not places or gold is None or not words.shared(gold.content, [reach]):
        return
    before = [(analysis.starts[a], analysis.ends[b - 1]) for a, b in report.content[:-1]]
    size = sum(b - a for a, b in report.content[:-1])
    ends = [cut.end for cut in places] + [tail.stop]
    overlaps = [
        words.overlap(gold.content, [*before, (reach[0], analysis.ends[end - 1])]) for end in ends
    ]
    ruled = report.content[-1][1]
    yield Decision(
        document.id,
        [dict(signs(cut)) for cut in places],
        [size + end - tail.first for end in ends],
        overlaps,
        ends.index(ruled) if ruled in ends else len(places),
    )


def _gold(document: GoldDocument, analysis: Analysis, report: Report) -> GoldQuote | None:
    start, end = analysis.starts[report.cue.token], analysis.ends[report.cue.last - 1]
    return next(
        (q for q in document.quotes if any(a < end and start < b for a, b in q.cue)),
        None,
    )


def learn(made: Sequence[Decision]) -> dict[str, float]:
    """The weights of the signs that tell something."""
    rows = [(row, place == one.right) for one in made for place, row in _tried(one)]
    seen = Counter(name for row, _ in rows for name in row)
    first = _fit(rows, [name for name, number in seen.items() if number >= LEAST_SEEN])
    kept = [
        name
        for name, weight in first.items()
        if abs(weight) * min(1.0, (seen[name] / WELL_SEEN) ** 0.5) >= LEAST_WEIGHT
    ]
    return _fit(rows, kept)


def _tried(one: Decision) -> Iterator[tuple[int, Row]]:
    """The places up to the right one: beyond it nothing was decided."""
    return ((place, row) for place, row in enumerate(one.rows) if place <= one.right)


def _fit(rows: Sequence[tuple[Row, bool]], names: Sequence[str]) -> dict[str, float]:
    names = sorted(names)
    features = np.array([[row.get(name, 0.0) for name in names] for row, _ in rows])
    right = np.array([float(ends) for _, ends in rows])
    return dict(zip(names, fit_logistic(features, right, penalty=PENALTY), strict=True))


def chosen(one: Decision, weights: Mapping[str, float]) -> int:
    """The place that these weights choose."""
    return best_end(shares([likelihood(row.items(), weights) for row in one.rows]), one.sizes)


def report_held_out(made: Sequence[Decision]) -> None:
    """Print how many contents match and are exact, by the rules and on documents not fitted on."""
    documents = sorted({one.document for one in made})
    pairs: list[tuple[Decision, int]] = []
    for fold in range(FOLDS):
        held = set(documents[fold::FOLDS])
        weights = learn([one for one in made if one.document not in held])
        pairs += [(one, chosen(one, weights)) for one in made if one.document in held]
    for name, places in (
        ("rules", [(one, one.ruled) for one in made]),
        ("held out", pairs),
        ("best place", [(one, one.right) for one in made]),
    ):
        match = sum(one.overlaps[place] >= 0.5 for one, place in places) / len(made)
        exact = sum(one.overlaps[place] == 1.0 for one, place in places) / len(made)
        print(f"{name:12} matched {match:.3f}  exact {exact:.3f}")


def main(data: Path | None = None, limit: int | None = None) -> None:
    """Read, print how weights do on articles they were not fitted on, fit on all, and write."""
    made = list(decisions(data, limit))
    print(f"{len(made)} decisions, {sum(len(one.rows) for one in made)} places")
    report_held_out(made)
    weights = learn(made)
    print(f"{len(weights)} signs weighed")
    save(WEIGHTS, "weights", list(weights), np.array(list(weights.values())), about=ABOUT)


if __name__ == "__main__":
    typer.run(main)
