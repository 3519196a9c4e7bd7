"""What went wrong, one item at a time, grouped by the rule that decided."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Final

from attrs import frozen

from quoteattr.datatypes import Outcome, Quote
from quoteattr.evaluation import EVERYTHING, GoldDocument, GoldQuote, judge
from quoteattr.evaluation.judging import claims_of
from quoteattr.evaluation.matching import WordCharacters, near, places_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from benchmarks.corpora import Corpus
    from benchmarks.running import Run
    from quoteattr.evaluation import Judgement, Protocol, Subset
    from quoteattr.evaluation.judging import Claim, Found

SORTS: Final = ("missed", "spurious", "source", "entity", "kind", "cue")
"""Missed: gold without a match. Spurious: a prediction without gold. Others: found, but wrong."""

NOTHING: Final = "nothing found here"


@frozen(kw_only=True)
class Miss:
    """One mistake: what sort, by which rule, in which document, with gold and prediction."""

    sort: str
    rule: str
    document: GoldDocument
    gold: GoldQuote | None = None
    claim: Claim | None = None

    @property
    def quote(self) -> Quote | None:
        """The prediction, whole, where a part of it was judged."""
        return self.claim.quote if self.claim else None

    @property
    def cue(self) -> str:
        """The cue, of gold where there is one."""
        if self.gold is not None:
            return " ".join(self.document.text[a:b] for a, b in self.gold.cue).lower()
        return self.quote.cue.text.lower() if self.quote and self.quote.cue else ""

    @property
    def start(self) -> int:
        """Where in the document."""
        if self.gold is not None:
            return self.gold.content[0][0]
        return self.claim.content[0][0] if self.claim else 0


def misses(
    corpus: Corpus, run: Run, *, subset: Subset = EVERYTHING, sorts: Iterable[str] = SORTS
) -> list[Miss]:
    """All mistakes of *run* within *subset*, in text order."""
    wanted = frozenset(sorts)
    protocol = corpus.kind.protocol
    found: list[Miss] = []
    for document, predicted in zip(corpus.documents, run.predicted, strict=True):
        words = WordCharacters(document.text)
        judgement = judge(document, predicted, protocol=protocol, subset=subset, words=words)
        found.extend(_missed(document, judgement, predicted, protocol, words))
        found.extend(
            Miss(sort="spurious", rule=detector(claim.quote), document=document, claim=claim)
            for claim in judgement.spurious
        )
        for item in judgement.found:
            found.extend(_wrong(document, item))
    return [miss for miss in found if miss.sort in wanted]


def _missed(
    document: GoldDocument,
    judgement: Judgement,
    predicted: Sequence[Quote],
    protocol: Protocol,
    words: WordCharacters,
) -> Iterable[Miss]:
    claims = claims_of(predicted, protocol)
    places = places_of([claim.content for claim in claims])
    for gold in judgement.missed:
        nearby = [claims[number] for number in near([gold.content], places)]
        best = max(nearby, key=lambda c: words.overlap(gold.content, c.content), default=None)
        if best is not None and not words.shared(gold.content, best.content):
            best = None
        yield Miss(
            sort="missed",
            rule=_missing_rule(best),
            document=document,
            gold=gold,
            claim=best,
        )


def _missing_rule(best: Claim | None) -> str:
    return NOTHING if best is None else f"other extent: {detector(best.quote)}"


def _wrong(document: GoldDocument, found: Found) -> Iterable[Miss]:
    quote = found.claim.quote
    for sort, rule in (
        ("kind", detector(quote)),
        ("cue", detector(quote)),
        ("source", decider(quote)),
        ("entity", decider(quote)),
    ):
        if getattr(found, f"{sort}_right") is False:
            yield Miss(sort=sort, rule=rule, document=document, gold=found.gold, claim=found.claim)


def detector(quote: Quote) -> str:
    """The rule that found the quotation: the first that decided."""
    return next((step.rule for step in quote.trace if step.outcome is Outcome.DECIDED), "no trace")


def decider(quote: Quote) -> str:
    """The rule that named the speaker: the last that decided or revised."""
    decisive = (Outcome.DECIDED, Outcome.REVISED)
    return next(
        (step.rule for step in reversed(quote.trace) if step.outcome in decisive), "no trace"
    )


def grouped(found: Iterable[Miss]) -> list[tuple[str, str, list[Miss]]]:
    """(sort, rule, mistakes), sorts in their order, the most frequent rule first."""
    groups: dict[tuple[str, str], list[Miss]] = defaultdict(list)
    for miss in found:
        groups[miss.sort, miss.rule].append(miss)
    ordered = sorted(
        groups.items(), key=lambda item: (SORTS.index(item[0][0]), -len(item[1]), item[0][1])
    )
    return [(sort, rule, members) for (sort, rule), members in ordered]


def cues(members: Iterable[Miss], most: int = 12) -> str:
    """The cues of these mistakes with how often each occurs (`said 12, told 3`)."""
    counts = Counter(miss.cue for miss in members if miss.cue)
    return ", ".join(f"{cue} {count}" for cue, count in counts.most_common(most))
