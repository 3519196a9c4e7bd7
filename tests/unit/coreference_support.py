"""Helper of the coreference tests: an analysis without any trained pipeline."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import regex
import spacy

from quoteattr.analysis import Analysis, Paragraph, Relation

if TYPE_CHECKING:
    from spacy.language import Language

_BREAK = regex.compile(r"\r?\n[ \t]*(?:\r?\n[ \t]*)+")


@cache
def blank() -> Language:
    """A tokenizer and a sentence splitter, nothing trained."""
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    return nlp


def analyse(text: str) -> Analysis:
    """The columns of *text* as a blank pipeline gives them; paragraphs end at empty lines."""
    doc = blank()(text)
    tokens = [token for token in doc if not token.is_space]
    place = {token.i: n for n, token in enumerate(tokens)}
    sentences = []
    for sent in doc.sents:
        inside = [place[token.i] for token in sent if token.i in place]
        if inside:
            sentences.append((inside[0], inside[-1] + 1))
    starts = [token.idx for token in tokens]
    paragraphs = []
    at = 0
    for end in [match.start() for match in _BREAK.finditer(text)] + [len(text)]:
        inside = [n for n, start in enumerate(starts) if at <= start < end]
        if inside:
            paragraphs.append(Paragraph(at, end, inside[0], inside[-1] + 1))
        at = end
    size = len(tokens)
    words = [token.text for token in tokens]
    lowers = [word.lower().replace("’", "'") for word in words]
    return Analysis(
        text=text,
        starts=starts,
        ends=[token.idx + len(token) for token in tokens],
        words=words,
        lowers=lowers,
        lemmas=lowers,
        tags=[""] * size,
        forms=[""] * size,
        heads=list(range(size)),
        relations=[Relation.OTHER] * size,
        entities=[""] * size,
        entity_starts=[False] * size,
        sentences=sentences,
        paragraphs=paragraphs,
    )
