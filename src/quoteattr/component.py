"""The spaCy component: `nlp.add_pipe("quoteattr")`.

Thin by intent. spaCy imports this module whenever any `Language` is created, so importing it is
cheap and changes nothing; the extension attribute is set when a component is made.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc, SpanGroup

from quoteattr.api import QuoteExtractor

if TYPE_CHECKING:
    from quoteattr.datatypes import Quote

KEY = "quoteattr"
"""Where the quotes of a document stand in `Doc.user_data`, as plain data that spaCy can store."""

SPANS = "quotes"
"""Name of the span group with one span for each part of each quotation's content."""


class QuoteComponent:
    """Finds the quotations of a document that the components before it have annotated.

    Sets `doc._.quotes` (list of `Quote`, in text order) and `doc.spans["quotes"]` (the parts of
    their contents, labelled with the speaker's name, or the kind where nobody is known).

    Args:
        name: Name of the component in the pipeline.
        kinds: As in `QuoteExtractor`.
        modes: As in `QuoteExtractor`.

    Raises:
        ArgumentTypeError: *kinds* or *modes* has the wrong type.
        ArgumentValueError: *kinds* or *modes* names something unknown.
    """

    def __init__(
        self, name: str = KEY, *, kinds: list[str] | None = None, modes: list[str] | None = None
    ) -> None:
        self.name = name
        self._extractor = QuoteExtractor(kinds=kinds, modes=modes)
        if not Doc.has_extension("quotes"):
            Doc.set_extension("quotes", getter=quotes_of)

    def __call__(self, doc: Doc) -> Doc:
        """Annotate *doc* and give it back."""
        from quoteattr.serialize import to_dict

        quotes = self._extractor.from_doc(doc)
        doc.user_data[KEY] = [to_dict(quote) for quote in quotes]
        doc.spans[SPANS] = _span_group(doc, quotes)
        return doc


def quotes_of(doc: Doc) -> list[Quote]:
    """The quotations stored in *doc*, in text order; empty when no component has run."""
    from quoteattr.serialize import from_dict

    return [from_dict(data) for data in doc.user_data.get(KEY, ())]


def _span_group(doc: Doc, quotes: list[Quote]) -> SpanGroup:
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


@Language.factory(
    KEY,
    assigns=["doc._.quotes", "doc.spans"],
    default_config={"kinds": None, "modes": None},
)
def make_component(
    nlp: Language,  # noqa: ARG001 -- spaCy passes it by name
    name: str,
    kinds: list[str] | None,
    modes: list[str] | None,
) -> QuoteComponent:
    """What spaCy calls for `nlp.add_pipe("quoteattr")`."""
    return QuoteComponent(name, kinds=kinds, modes=modes)
