"""Read a pipeline's annotations in bulk into an `Analysis`."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

from quoteattr import config
from quoteattr.analysis import Analysis, Layer, Paragraph, Relation
from quoteattr.backend.labels import ENTITIES, relations
from quoteattr.backend.prepare import pieces, prepare
from quoteattr.backend.sentences import sentences
from quoteattr.backend.threads import one_blas_thread

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from spacy.language import Language
    from spacy.tokens import Doc

    from quoteattr.records import Range

_COLUMNS = [
    "LENGTH",
    "SPACY",
    "TAG",
    "POS",
    "LEMMA",
    "DEP",
    "HEAD",
    "ENT_TYPE",
    "ENT_IOB",
    "SENT_START",
    "IS_SPACE",
]
_BEGIN = 3
"""spaCy's code in ENT_IOB for the first token of an entity."""


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
        annotated = nlp.pipe(whole, batch_size=config.PARAGRAPHS_PER_BATCH, disable=list(spared))
        docs = (
            (next(annotated) if is_parsed else nlp.make_doc(prepared[start:end]), start, is_parsed)
            for start, end, is_parsed in stretches
        )
        return _columns(text, docs, paragraphs)


def analyse_doc(doc: Doc, paragraphs: Sequence[Range]) -> Analysis:
    """Read what an annotated *doc* says; *paragraphs* are ranges of `doc.text`."""
    return _columns(doc.text, [(doc, 0, True)], paragraphs)


def _columns(
    text: str, docs: Iterable[tuple[Doc, int, bool]], paragraphs: Sequence[Range]
) -> Analysis:
    """The columns of *docs*, each with its offset and whether it counts for the layers."""
    analysis = Analysis(text, [], [], [], [], [], [], [], [], [], [], [], [], [], frozenset(Layer))
    seen = False
    strings = None
    for doc, offset, counts in docs:
        if len(doc):
            strings = strings or _Strings(doc)
            layers = _append(analysis, doc, offset, strings)
            if counts:
                analysis.layers &= layers
                seen = True
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


def _append(analysis: Analysis, doc: Doc, offset: int, strings: _Strings) -> frozenset[Layer]:
    """Add one document's tokens, white space left out, shifted by *offset*; give its layers."""
    raw = doc.to_array(_COLUMNS)
    lengths, spaces = raw[:, 0].astype(np.int64), raw[:, 1].astype(np.int64)
    ends = np.cumsum(lengths + spaces) - spaces
    starts = ends - lengths
    keep = raw[:, 10] == 0
    if not keep.any():
        return frozenset(Layer)
    base = len(analysis)
    where = np.cumsum(keep) - 1
    kept = np.flatnonzero(keep)
    heads = np.arange(len(keep)) + raw[:, 6].astype(np.int64)
    raw = raw[kept]
    heads = where[_visible_heads(heads, keep)[kept]]
    _append_surface(analysis, (starts[kept] + offset).tolist(), (ends[kept] + offset).tolist())
    tags, forms = strings.column(raw[:, 3]), strings.column(raw[:, 2])
    lemmas = strings.column(raw[:, 4])
    has_tags, has_lemmas = any(tags) or any(forms), any(lemmas)
    if has_tags and not any(tags):
        tags = [_universal(form) for form in forms]
    analysis.tags += tags
    analysis.forms += forms
    analysis.lemmas += [lemma.lower() for lemma in lemmas] if has_lemmas else analysis.lowers[base:]
    has_tree = bool(raw[:, 5].any())
    if has_tree:
        new_heads, found = relations(strings.column(raw[:, 5]), heads.tolist(), tags)
        analysis.heads += [head + base for head in new_heads]
        analysis.relations += found
    else:
        analysis.heads += range(base, base + len(kept))
        analysis.relations += [Relation.OTHER] * len(kept)
    types = strings.column(raw[:, 7])
    analysis.entities += [ENTITIES.get(kind, "OTHER") if kind else "" for kind in types]
    analysis.entity_starts += (raw[:, 8] == _BEGIN).tolist()
    _append_sentences(analysis, base, raw[:, 9], has_tree)
    return _layers(has_tags, has_lemmas, has_tree, bool(raw[:, 8].any()))


def _visible_heads(heads: Any, keep: Any) -> Any:
    """Heads with those that are left out passed over; a token without any leads itself.

    Taking the neighbour of white space for it would let heads run in a circle.
    """
    tokens = np.arange(len(heads))
    while (hidden := keep & ~keep[heads]).any():
        above = heads[heads]
        heads = np.where(hidden, np.where(above == heads, tokens, above), heads)
    return heads


def _append_surface(analysis: Analysis, starts: list[int], ends: list[int]) -> None:
    text = analysis.text
    words = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    analysis.starts += starts
    analysis.ends += ends
    analysis.words += words
    analysis.lowers += [word.lower().replace("’", "'") for word in words]


def _append_sentences(analysis: Analysis, base: int, starts: Any, has_tree: bool) -> None:
    """Sentence ranges where the pipeline gave them, by a parser or any other component."""
    begins = [base + int(i) for i in np.flatnonzero(starts == 1)]
    count = len(analysis)
    if has_tree or len(begins) > 1:
        cuts = [base, *(b for b in begins if b > base), count]
        analysis.sentences += list(pairwise(cuts))
    else:
        analysis.sentences += sentences(analysis.words, base, count)


def _layers(
    has_tags: bool, has_lemmas: bool, has_tree: bool, has_entities: bool
) -> frozenset[Layer]:
    there = {
        Layer.TAGS: has_tags,
        Layer.LEMMAS: has_lemmas,
        Layer.TREE: has_tree,
        Layer.ENTITIES: has_entities,
    }
    return frozenset(layer for layer, present in there.items() if present)


class _Strings:
    """Hashes to strings, each looked up once."""

    def __init__(self, doc: Doc) -> None:
        self._store = doc.vocab.strings
        self._seen: dict[int, str] = {0: ""}

    def column(self, hashes: Any) -> list[str]:
        seen, store = self._seen, self._store
        values: list[int] = hashes.tolist()
        for value in set(values) - seen.keys():
            seen[value] = store[value]
        return [seen[value] for value in values]


def _universal(form: str) -> str:
    """Universal part of speech of a Penn Treebank tag."""
    return _PENN.get(form, "X")


_PENN = {
    **dict.fromkeys(["VB", "VBD", "VBG", "VBN", "VBP", "VBZ"], "VERB"),
    **dict.fromkeys(["NN", "NNS"], "NOUN"),
    **dict.fromkeys(["NNP", "NNPS"], "PROPN"),
    **dict.fromkeys(["PRP", "PRP$", "WP", "WP$", "EX"], "PRON"),
    **dict.fromkeys(["JJ", "JJR", "JJS"], "ADJ"),
    **dict.fromkeys(["RB", "RBR", "RBS", "WRB"], "ADV"),
    **dict.fromkeys(["DT", "PDT", "WDT"], "DET"),
    **dict.fromkeys(["``", "''", ",", ".", ":", "-LRB-", "-RRB-", "HYPH", "NFP"], "PUNCT"),
    "MD": "AUX",
    "IN": "ADP",
    "TO": "PART",
    "POS": "PART",
    "RP": "ADP",
    "CC": "CCONJ",
    "CD": "NUM",
    "UH": "INTJ",
    "$": "SYM",
}
