"""The spaCy component: `nlp.add_pipe("quoteattr")`.

spaCy imports this module whenever any `Language` is created, so it imports nothing of ours but when
a component is made or used: a broken installation shows there, and not in every pipeline.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from spacy.language import Language
from spacy.tokens import Doc, SpanGroup
from spacy.util import registry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from spacy.training import Example

    from quoteattr.datatypes import Quote

    Scorer = Callable[[Iterable[Example]], dict[str, Any]]

KEY: Final = "quoteattr"
"""Where the quotes of a document stand in `Doc.user_data`, as plain data that spaCy can store."""

SPANS: Final = "quotes"
"""Name of the span group with one span for each part of each quotation's content."""

SCORER: Final = "quoteattr.quotes_scorer.v1"
"""Name of the scorer in spaCy's registry."""

SCORES: Final = {
    "spans_quotes_f": 1.0,
    "spans_quotes_p": 0.0,
    "spans_quotes_r": 0.0,
    "quotes_end_to_end_f1": None,
}
"""What is shown of the scores, with the weight of each in the score of a pipeline."""


class QuoteComponent:
    """Finds the quotations of a document that the components before it have annotated.

    Sets `doc._.quotes` (list of `Quote`, in text order) and `doc.spans["quotes"]` (the parts of
    their contents, labelled with the speaker's name, or the kind where nobody is known).

    Args:
        name: Name of the component in the pipeline.
        kinds: As in `QuoteExtractor`.
        modes: As in `QuoteExtractor`.
        min_confidence: As in `QuoteExtractor`.
        scorer: What `nlp.evaluate` and `spacy evaluate` call; None for no scores.

    Raises:
        ArgumentTypeError: An option has the wrong type.
        ArgumentValueError: *kinds* or *modes* names something unknown, or *min_confidence* is not
            from 0 to 1.
    """

    def __init__(
        self,
        name: str = KEY,
        *,
        kinds: list[str] | None = None,
        modes: list[str] | None = None,
        min_confidence: float = 0.0,
        scorer: Scorer | None = None,
    ) -> None:
        from quoteattr.api import QuoteExtractor

        self.name, self.scorer = name, scorer
        self._extractor = QuoteExtractor(kinds=kinds, modes=modes, min_confidence=min_confidence)
        if not Doc.has_extension("quotes"):
            Doc.set_extension("quotes", getter=quotes_of, setter=set_quotes)

    def __call__(self, doc: Doc) -> Doc:
        """Annotate *doc* and give it back."""
        set_quotes(doc, self._extractor.from_doc(doc))
        return doc

    def score(self, examples: Iterable[Example], **_: Any) -> dict[str, Any]:
        """The figures of `score_quotes`; none when the component has no scorer."""
        return {} if self.scorer is None else self.scorer(examples)

    # There is nothing to store: the options stand in the pipeline's config. These are here because
    # callers may expect them of any component.

    def to_bytes(self, **_: Any) -> bytes:
        """Nothing: the options are part of the pipeline's config."""
        return b""

    def from_bytes(self, _data: bytes, **_: Any) -> QuoteComponent:
        """The component as it is."""
        return self

    def to_disk(self, _path: str | Path, **_: Any) -> None:
        """Write nothing: the options are part of the pipeline's config."""

    def from_disk(self, _path: str | Path, **_: Any) -> QuoteComponent:
        """The component as it is."""
        return self


def quotes_of(doc: Doc) -> list[Quote]:
    """The quotations stored in *doc*, in text order; empty when no component has run."""
    from quoteattr.serialize import from_dict

    return [from_dict(data) for data in doc.user_data.get(KEY, ())]


def set_quotes(doc: Doc, quotes: Sequence[Quote]) -> None:
    """Store *quotes* in *doc*, as the component does: for gold, or what was corrected by hand.

    Raises:
        ArgumentTypeError: One of them is no `Quote`.
    """
    from quoteattr.serialize import to_dict

    doc.user_data[KEY] = [to_dict(quote) for quote in quotes]
    doc.spans[SPANS] = _span_group(doc, quotes)


def _span_group(doc: Doc, quotes: Sequence[Quote]) -> SpanGroup:
    """The parts of the contents as spans; tokens that a part cuts through are taken whole."""
    spans = [
        doc.char_span(
            part.start,
            part.end,
            label=quote.speaker.name if quote.speaker else quote.kind.value,
            alignment_mode="expand",
        )
        for quote in quotes
        for part in quote.content
    ]
    return SpanGroup(doc, name=SPANS, spans=[span for span in spans if span is not None])


def score_quotes(examples: Iterable[Example]) -> dict[str, Any]:
    """The predicted quotations of *examples* against those of their reference documents.

    The figures are those of `quoteattr.evaluation`. A reference without quotations of its own
    (nothing was ever stored in it, not even an empty list) is left out.

    Returns:
        `spans_quotes_p`, `_r`, `_f` and `spans_quotes_per_type` (by kind), which `spacy evaluate
        --spans-key quotes` prints; and what was right of the quotations found: `quotes_exact`,
        `quotes_kind`, `quotes_cue`, `quotes_source`, `quotes_entity`, `quotes_end_to_end_f1`. A
        figure with nothing to judge is None.

    Raises:
        ArgumentValueError: Prediction and reference are not about the same text.
    """
    from quoteattr.scoring import score_pairs

    pairs = [(example.predicted, example.reference) for example in examples]
    return score_pairs(
        (gold.text, found.text, quotes_of(gold), quotes_of(found))
        for found, gold in pairs
        if KEY in gold.user_data
    )


@registry.scorers(SCORER)
def make_quotes_scorer() -> Scorer:
    """What spaCy calls for `@scorers = "quoteattr.quotes_scorer.v1"`."""
    return score_quotes


@Language.factory(
    KEY,
    assigns=["doc._.quotes", "doc.spans"],
    default_config={
        "kinds": None,
        "modes": None,
        "min_confidence": 0.0,
        "scorer": {"@scorers": SCORER},
    },
    default_score_weights=SCORES,
)
def make_component(
    nlp: Language,  # noqa: ARG001 -- spaCy passes it by name
    name: str,
    kinds: list[str] | None,
    modes: list[str] | None,
    min_confidence: float,
    scorer: Scorer | None,
) -> QuoteComponent:
    """What spaCy calls for `nlp.add_pipe("quoteattr")`."""
    return QuoteComponent(
        name, kinds=kinds, modes=modes, min_confidence=min_confidence, scorer=scorer
    )
