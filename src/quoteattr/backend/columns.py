"""Read a pipeline's annotations in bulk into an `Analysis`."""

from __future__ import annotations

from bisect import bisect_left
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from quoteattr import config
from quoteattr.analysis import Analysis, Layer, Paragraph
from quoteattr.backend.prepare import pieces, prepare
from quoteattr.backend.reading import Strings, append
from quoteattr.backend.threads import one_blas_thread

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from spacy.language import Language
    from spacy.tokens import Doc

    from quoteattr.backend.reading import Part
    from quoteattr.records import Range


def analyse(
    text: str,
    nlp: Language,
    paragraphs: Sequence[Range],
    parsed: Container[int] | None = None,
    spared: Sequence[str] = (),
) -> Analysis:
    """Run *nlp* over *text*, one paragraph at a time, and read what it says.

    Args:
        text: The caller's text.
        nlp: Any spaCy pipeline; what it lacks is missing from `Analysis.layers`.
        paragraphs: Ranges of code points, ordered and disjoint.
        parsed: Indices of the paragraphs to run it over, None for all; the others are only cut
            into tokens, and say nothing about `Analysis.layers`.
        spared: Names of components to leave out.
    """
    prepared = prepare(text)
    stretches = [
        (start, end, parsed is None or index in parsed)
        for index, paragraph in enumerate(paragraphs)
        for start, end in pieces(prepared, [paragraph], config.LONGEST_PIECE, config.LONGEST_RUN)
    ]
    whole = (prepared[start:end] for start, end, is_parsed in stretches if is_parsed)
    with one_blas_thread():
        annotated = nlp.pipe(
            whole,
            batch_size=config.PARAGRAPHS_PER_BATCH,
            disable=list(spared),
            component_cfg=_larger_batches(stretches),
        )
        docs = (
            (next(annotated) if is_parsed else nlp.make_doc(prepared[start:end]), start, is_parsed)
            for start, end, is_parsed in stretches
        )
        return _columns(text, docs, paragraphs)


def _larger_batches(stretches: Sequence[tuple[int, int, bool]]) -> dict[str, dict[str, int]]:
    """More paragraphs at once for the parser, unless one is too long for it."""
    longest = max((end - start for start, end, is_parsed in stretches if is_parsed), default=0)
    if longest > config.PARSED_TOGETHER:
        return {}
    return {"parser": {"batch_size": config.PARAGRAPHS_PER_PARSE}}


def analyse_doc(doc: Doc, paragraphs: Sequence[Range]) -> Analysis:
    """Read what an annotated *doc* says; *paragraphs* are ranges of `doc.text`."""
    return _columns(doc.text, [(doc, 0, True)], paragraphs)


def _columns(text: str, parts: Iterable[Part], paragraphs: Sequence[Range]) -> Analysis:
    analysis = Analysis(text, [], [], [], [], [], [], [], [], [], [], [], [], [], frozenset(Layer))
    remaining = iter(parts)
    strings = None
    seen = False
    while batch := list(islice(remaining, config.PARAGRAPHS_PER_BATCH)):
        strings = strings or Strings(batch[0][0])
        seen |= append(analysis, batch, strings)
    if not seen:
        analysis.layers = frozenset()
    analysis.paragraphs = _paragraphs(analysis, paragraphs)
    return analysis


def _paragraphs(analysis: Analysis, ranges: Sequence[Range]) -> list[Paragraph]:
    """Paragraphs with their tokens; every token belongs to one."""
    if not ranges:
        return [Paragraph(0, len(analysis.text), 0, len(analysis))] if len(analysis) else []
    cuts = [0, *(bisect_left(analysis.starts, start) for start, _ in ranges[1:]), len(analysis)]
    return [
        Paragraph(start, end, first, last)
        for (start, end), (first, last) in zip(ranges, pairwise(cuts), strict=True)
    ]
