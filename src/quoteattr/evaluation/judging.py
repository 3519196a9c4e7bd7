"""One document judged: what was found, what was missed, what was made up, and what is right of it.

Pure functions of (gold, predicted). Everything that is counted or shown is read off a `Judgement`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

from quoteattr.datatypes import Mode, Quote, QuoteKind, Span
from quoteattr.evaluation.gold import GoldDocument, GoldQuote, Protocol, Range
from quoteattr.evaluation.matching import WordCharacters, match, near, places_of, touches
from quoteattr.evaluation.names import agree

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ALL_MODES: Final = frozenset(Mode)
UTTERED: Final = frozenset({Mode.SPEECH, Mode.WRITING})
"""What `extract_quotes` returns unless it is asked for more."""


@frozen(kw_only=True)
class Subset:
    """A class of quotations scored apart.

    Gold outside the subset is left out; an unmatched prediction that touches it counts neither
    way. Other unmatched predictions count against the subset when they claim to belong there.

    Attributes:
        name: As it is printed.
        gold: Which gold quotations belong.
        predicted: Which predictions claim to belong.
        modes: Only predictions of these modes take part.
        precision: Whether unmatched predictions can be told to belong here or not.
    """

    name: str
    gold: Callable[[GoldQuote], bool]
    predicted: Callable[[Quote], bool]
    modes: frozenset[Mode] = ALL_MODES
    precision: bool = True


@frozen
class Claim:
    """A prediction as it is scored: the whole quotation, or one part of it."""

    content: tuple[Range, ...]
    quote: Quote


@frozen(kw_only=True)
class Found:
    """A gold quotation that was found. What the gold does not say is None: nothing to judge."""

    gold: GoldQuote
    claim: Claim
    overlap: float
    kind_right: bool | None
    cue_right: bool | None
    source_right: bool | None
    entity_right: bool | None

    @property
    def attributed(self) -> bool:
        """Whether the speaker is right end to end: by source, without one by entity."""
        if self.source_right is not None:
            return self.source_right
        return self.entity_right is not False

    @property
    def speaker_right(self) -> bool | None:
        """Whether the speaker is right: by entity, where none is named by source.

        A quotation without a speaker has none that is right.
        """
        right = self.source_right if self.entity_right is None else self.entity_right
        return False if right and self.claim.quote.speaker is None else right


@frozen(kw_only=True)
class Judgement:
    """What came of one document, each list in text order.

    Attributes:
        found: Gold quotations with the prediction matched to them.
        missed: Gold quotations without one.
        spurious: Predictions without gold, as far as they count.
        excused: Predictions that count neither way: in a region set aside, or upon other gold.
    """

    found: tuple[Found, ...]
    missed: tuple[GoldQuote, ...]
    spurious: tuple[Claim, ...]
    excused: tuple[Claim, ...]


EVERYTHING: Final = Subset(name="all", gold=lambda _: True, predicted=lambda _: True)

UTTERANCES: Final = evolve(EVERYTHING, modes=UTTERED)
"""All quotations, where the gold holds no attitudes."""


def of_kind(kind: QuoteKind, modes: frozenset[Mode] = ALL_MODES) -> Subset:
    """The quotations of one kind."""
    return Subset(
        name=kind.value,
        gold=lambda quote: quote.kind is kind,
        predicted=lambda quote: quote.kind is kind,
        modes=modes,
    )


KINDS: Final = (EVERYTHING, *(of_kind(kind) for kind in QuoteKind))
"""All quotations, then each kind by itself."""


def judge(
    document: GoldDocument,
    predicted: Iterable[Quote],
    *,
    protocol: Protocol | None = None,
    subset: Subset = EVERYTHING,
    words: WordCharacters | None = None,
) -> Judgement:
    """Compare the quotations *predicted* for a text with its gold.

    Args:
        document: The text with its gold.
        predicted: Top-level quotations, nested ones inside them.
        protocol: What the corpus annotates; None: everything.
        subset: The quotations to look at.
        words: Word characters of the text, when they are at hand already.
    """
    protocol = protocol or Protocol()
    words = words or WordCharacters(document.text)
    gold = [quote for quote in document.quotes if words.count(quote.content)]
    claims = [
        claim
        for claim in claims_of(predicted, protocol, subset.modes)
        if words.count(claim.content)
    ]
    pairs = match(
        [(quote.content, *quote.other_contents) for quote in gold],
        [claim.content for claim in claims],
        words,
    )
    reached = {pair.gold for pair in pairs}
    unmatched = set(range(len(claims))) - {pair.predicted for pair in pairs}
    others = [quote for quote in gold if not subset.gold(quote)]
    elsewhere = places_of([quote.content for quote in others])
    spurious, excused = [], []
    for claim in (claims[number] for number in sorted(unmatched)):
        upon = (others[other].content for other in near([claim.content], elsewhere))
        if _set_aside(claim, document, words) or any(
            words.shared(claim.content, content) for content in upon
        ):
            excused.append(claim)
        elif protocol.exhaustive and subset.precision and subset.predicted(claim.quote):
            spurious.append(claim)
    return Judgement(
        found=tuple(
            _found(document, gold[pair.gold], claims[pair.predicted], pair.overlap)
            for pair in pairs
            if subset.gold(gold[pair.gold])
        ),
        missed=tuple(
            quote
            for number, quote in enumerate(gold)
            if number not in reached and subset.gold(quote)
        ),
        spurious=tuple(spurious),
        excused=tuple(excused),
    )


def claims_of(
    predicted: Iterable[Quote], protocol: Protocol, modes: frozenset[Mode] = ALL_MODES
) -> list[Claim]:
    """The predictions of these *modes* in text order, as *protocol* scores them.

    Quotations inside one that is left out take its place, as in `extract_quotes`.
    """
    claims: list[Claim] = []
    for quote in _walk(predicted, modes, nested=protocol.nested):
        spans = quote.quoted if protocol.quoted_only else quote.content
        content = tuple((span.start, span.end) for span in spans)
        if protocol.parts:
            claims.extend(Claim((part,), quote) for part in content)
        elif content:
            claims.append(Claim(content, quote))
    return sorted(claims, key=lambda claim: claim.content)


def _walk(quotes: Iterable[Quote], modes: frozenset[Mode], *, nested: bool) -> Iterator[Quote]:
    for quote in quotes:
        kept = quote.mode in modes
        if kept:
            yield quote
        if nested or not kept:
            yield from _walk(quote.nested, modes, nested=nested)


def _set_aside(claim: Claim, document: GoldDocument, words: WordCharacters) -> bool:
    if not document.ignore:
        return False
    return words.shared(claim.content, document.ignore) == words.count(claim.content)


def _found(document: GoldDocument, gold: GoldQuote, claim: Claim, overlap: float) -> Found:
    quote = claim.quote
    return Found(
        gold=gold,
        claim=claim,
        overlap=overlap,
        kind_right=None
        if gold.kind is None
        else quote.kind is gold.kind or quote.kind in gold.other_kinds,
        cue_right=_covers(quote.cue, gold.cue),
        source_right=_covers(quote.source, gold.source),
        entity_right=_entity_right(document, gold, quote),
    )


def _covers(span: Span | None, gold: tuple[Range, ...]) -> bool | None:
    if not gold:
        return None
    if span is None:
        return False
    return touches([(span.start, span.end)], gold)


def _entity_right(document: GoldDocument, gold: GoldQuote, quote: Quote) -> bool | None:
    if not gold.named:
        return None
    if quote.speaker is None:
        return False
    mine = set(gold.names)
    others = (names for names in document.cast if not mine.intersection(names))
    return agree(quote.speaker.name, gold.names, others)
