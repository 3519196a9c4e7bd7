"""The whole flow, top to bottom; the only place that sees all rooms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quoteattr.assembly import to_quotes
from quoteattr.attribution import DISCOURSE_SIEVES, SOURCE_SIEVES, Scene, attribute
from quoteattr.backend import analyse, analyse_doc
from quoteattr.coreference import find_mentions, resolve
from quoteattr.quotation import find_paragraphs, find_quotations, find_quoted_spans

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from quoteattr.analysis import Analysis
    from quoteattr.datatypes import Quote


def quotes_of_text(text: str, nlp: Language) -> list[Quote]:
    """Every quotation of *text*, of all kinds and modes, in text order."""
    paragraphs = find_paragraphs(text)
    return quotes_of_analysis(analyse(text, nlp, paragraphs)) if paragraphs else []


def quotes_of_doc(doc: Doc) -> list[Quote]:
    """The same for a document that a pipeline has annotated already."""
    return quotes_of_analysis(analyse_doc(doc, find_paragraphs(doc.text)))


def quotes_of_analysis(analysis: Analysis) -> list[Quote]:
    """What was said, who is there, who said it."""
    quoted = find_quoted_spans(analysis.text)
    quotations = find_quotations(analysis, quoted)
    if not quotations:
        return []
    mentions = find_mentions(analysis, quoted)
    scene = Scene(analysis, quoted, quotations, mentions, [None] * len(quotations))
    scene.quotations = attribute(scene, SOURCE_SIEVES)
    sources = [answer.source for answer in scene.answers if answer and answer.source]
    scene.chains = resolve(analysis, mentions, quoted, sorted(sources))
    scene.quotations = attribute(scene, DISCOURSE_SIEVES)
    return to_quotes(scene)
