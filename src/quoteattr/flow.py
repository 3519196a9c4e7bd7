"""The whole flow, top to bottom; the only place that sees all rooms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen

from quoteattr.assembly import recut, to_quotes
from quoteattr.attribution import (
    DISCOURSE_SIEVES,
    SOURCE_SIEVES,
    Scene,
    attribute,
    link_addressed,
    link_first_person,
    link_messages,
    part_from_speaker,
    settle,
)
from quoteattr.backend import analyse, analyse_doc
from quoteattr.clusters import read_clusters
from quoteattr.coreference import Cast, find_mentions, resolve
from quoteattr.datatypes import QuoteKind
from quoteattr.markup import find_emphasis, without_markup
from quoteattr.plain import read_plain
from quoteattr.quotation import (
    find_paragraphs,
    find_quotations,
    find_quoted_spans,
    paragraphs_near,
)
from quoteattr.records import Screen, verbs_of

if TYPE_CHECKING:
    from collections.abc import Sequence, Set

    from spacy.language import Language
    from spacy.tokens import Doc

    from quoteattr.analysis import Analysis
    from quoteattr.characters import Character
    from quoteattr.clusters import CoreferenceBackend
    from quoteattr.datatypes import Quote
    from quoteattr.records import QuotedSpan, Range


@frozen
class Known:
    """What the caller knows of who is there.

    Attributes:
        characters: Who may speak.
        coreference: Another system that tells who is who.
    """

    characters: Sequence[Character] = ()
    coreference: CoreferenceBackend | None = None


NOTHING: Final = Known()

_SCREENS: Final = ({Screen.SPEECH}, {Screen.SPEECH, Screen.FRAGMENT})
"""Sorts of quoted spans that direct quotations are made of, and mixed ones too."""


def quotes_of_text(
    text: str,
    nlp: Language,
    kinds: Set[QuoteKind] = frozenset(QuoteKind),
    spared: Sequence[str] = (),
    known: Known = NOTHING,
) -> list[Quote]:
    """The quotations of *text* in text order; those of other kinds than *kinds* may be missing.

    Without indirect quotations, only the paragraphs with marks and those before them are parsed.
    *spared* names components of *nlp* that are left out; *known* is what the caller knows of who is
    there.
    """
    plain = read_plain(text)
    read = without_markup(plain.text)
    paragraphs = find_paragraphs(read)
    if not paragraphs:
        return []
    quoted = find_quoted_spans(read, find_emphasis(plain.text))
    near = None
    if QuoteKind.INDIRECT not in kinds:
        near = paragraphs_near(quoted, paragraphs, _SCREENS[QuoteKind.MIXED in kinds])
    quotes = _quotes(analyse(read, nlp, paragraphs, near, spared), quoted, known, near)
    return quotes if read == text else recut(quotes, plain)


def quotes_of_doc(doc: Doc, known: Known = NOTHING) -> list[Quote]:
    """Every quotation of a document that a pipeline has annotated already, in text order."""
    analysis = analyse_doc(doc, find_paragraphs(doc.text))
    return _quotes(analysis, find_quoted_spans(doc.text), known)


def _quotes(
    analysis: Analysis,
    quoted: Sequence[QuotedSpan],
    known: Known,
    near: Set[int] | None = None,
) -> list[Quote]:
    """What was said, who is there, who said it.

    *near* has the paragraphs in which quotations are looked for, None for all.
    """
    quotations = find_quotations(analysis, quoted, near)
    if not quotations:
        return []
    cast = Cast(known.characters)
    verbs = verbs_of(quotations)
    analysis.take_for_verbs(verbs)
    mentions = find_mentions(analysis, quoted, cast, verbs)
    scene = Scene(analysis, quoted, quotations, mentions, [None] * len(quotations))
    scene.quotations = attribute(scene, SOURCE_SIEVES)
    sources, told = _sources(scene)
    clusters = read_clusters(known.coreference, analysis.text) if known.coreference else ()
    scene.chains = resolve(analysis, mentions, quoted, sources, clusters, cast, told)
    scene.quotations = attribute(scene, DISCOURSE_SIEVES)
    scene.quotations = settle(scene)
    link_messages(scene)
    link_first_person(scene)
    link_addressed(scene)
    part_from_speaker(scene)
    return to_quotes(scene)


def _sources(scene: Scene) -> tuple[list[Range], Set[Range]]:
    """Who speaks, in text order, and who of them only in what others say."""
    pairs = zip(scene.answers, scene.quotations, strict=True)
    found = [(one.source, said.parent) for one, said in pairs if one and one.source]
    outer = {source for source, parent in found if parent is None}
    return sorted(source for source, _ in found), {source for source, _ in found} - outer
