"""All figures of one comparison: `evaluate(gold, predicted) -> Report`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from attrs import asdict, frozen

from quoteattr.errors import ArgumentTypeError, ArgumentValueError
from quoteattr.evaluation.bootstrap import Interval, intervals
from quoteattr.evaluation.calibration import Calibration, Verdict, calibrate
from quoteattr.evaluation.counting import FIGURES, NEED_PRECISION, Counts, count, figure, total
from quoteattr.evaluation.gold import GoldDocument, Protocol
from quoteattr.evaluation.judging import KINDS, Judgement, Subset, judge
from quoteattr.evaluation.matching import WordCharacters

if TYPE_CHECKING:
    from quoteattr.datatypes import Quote


@frozen(kw_only=True)
class Figure:
    """A value in [0, 1] with its 95% bootstrap interval over documents (None: not resampled)."""

    value: float
    interval: Interval | None = None


@frozen(kw_only=True)
class Score:
    """The figures of one subset; a figure with nothing to judge is absent."""

    subset: str
    counts: Counts
    figures: Mapping[str, Figure]


@frozen(kw_only=True)
class Report:
    """What `evaluate` found.

    Attributes:
        documents: Number of documents compared.
        scores: One a subset, in the order asked for.
        calibration: Of `Quote.confidence`, over the gold quotations found whose speaker can be
            judged; None when there are none.
    """

    documents: int
    scores: tuple[Score, ...]
    calibration: Calibration | None = None

    def __getitem__(self, subset: str) -> Score:
        for score in self.scores:
            if score.subset == subset:
                return score
        accepted = ", ".join(score.subset for score in self.scores)
        raise ArgumentValueError("subset", subset, f"one of {accepted}")

    def to_dict(self) -> dict[str, Any]:
        """The report as plain data, ready for JSON."""
        return asdict(self)


def evaluate(
    gold: Iterable[GoldDocument],
    predicted: Mapping[str, Sequence[Quote]] | Iterable[Sequence[Quote]],
    *,
    protocol: Protocol | None = None,
    subsets: Sequence[Subset] = KINDS,
    resamples: int = 1000,
    seed: int = 0,
) -> Report:
    """Compare predicted quotations with gold, by the protocol of the project's benchmark.

    Args:
        gold: Documents with their gold quotations.
        predicted: The top-level quotations of each document: a mapping by document id (a document
            that is absent has none predicted), or lists in the order of *gold*.
        protocol: What the gold annotates; None: everything.
        subsets: What to report; the first is the one whose confidences are judged.
        resamples: Drawings of the bootstrap; 0: no intervals.
        seed: Of the bootstrap.

    Raises:
        ArgumentValueError: There are not as many lists as documents, or a mapping names a document
            that the gold does not have.
    """
    documents = list(gold)
    lists = _aligned(documents, predicted)
    protocol = protocol or Protocol()
    words = [WordCharacters(document.text) for document in documents]
    scores: list[Score] = []
    verdicts: list[Verdict] = []
    for subset in subsets:
        counts = []
        for document, quotes, index in zip(documents, lists, words, strict=True):
            judgement = judge(document, quotes, protocol=protocol, subset=subset, words=index)
            counts.append(count(judgement))
            if subset is subsets[0]:
                verdicts.extend(verdicts_of(judgement))
        scores.append(score(subset, counts, protocol, resamples=resamples, seed=seed))
    return Report(documents=len(documents), scores=tuple(scores), calibration=calibrate(verdicts))


def verdicts_of(judgement: Judgement) -> Iterable[Verdict]:
    """Confidence and truth of each found quotation whose speaker can be judged."""
    for found in judgement.found:
        if found.speaker_right is not None:
            yield found.claim.quote.confidence, found.speaker_right


def score(
    subset: Subset,
    counts: Sequence[Counts],
    protocol: Protocol,
    *,
    resamples: int = 1000,
    seed: int = 0,
) -> Score:
    """The figures of *subset* from the counts of each document."""
    sums = total(counts)
    ranges = intervals(counts, resamples=resamples, seed=seed)
    left_out: set[str] = set()
    if not (protocol.exhaustive and subset.precision):
        left_out |= NEED_PRECISION
    if not sums.attributable:
        left_out.add("end_to_end_f1")
    figures = {}
    for name in FIGURES:
        value = figure(name, sums)
        if value is not None and name not in left_out:
            figures[name] = Figure(value=value, interval=ranges.get(name))
    return Score(subset=subset.name, counts=sums, figures=figures)


def _aligned(documents: Sequence[GoldDocument], predicted: object) -> list[Sequence[Quote]]:
    if isinstance(predicted, Mapping):
        known = {document.id for document in documents}
        for name in predicted:
            if name not in known:
                raise ArgumentValueError("predicted", name, "the id of a gold document")
        return [predicted.get(document.id, ()) for document in documents]
    if not isinstance(predicted, Iterable):
        raise ArgumentTypeError("predicted", predicted, "a mapping or an iterable of lists")
    lists = list(predicted)
    if len(lists) != len(documents):
        raise ArgumentValueError("predicted", len(lists), f"{len(documents)} lists")
    return lists
