"""Append what documents say to the columns of an `Analysis`.

Many paragraphs are read in one array: one alone is too short for numpy to be quick.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from quoteattr.analysis import Layer
from quoteattr.backend.labels import ENTITIES, relations
from quoteattr.backend.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc

    from quoteattr.analysis import Analysis

    Part = tuple[Doc, int, bool]
    """A document, its offset in the text, and whether it counts for `Analysis.layers`."""

_COLUMNS: Final = (
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
)
_LENGTH, _SPACY, _TAG, _POS, _LEMMA, _DEP, _HEAD, _ENT_TYPE, _ENT_IOB, _SENT_START, _IS_SPACE = (
    range(len(_COLUMNS))
)
_LAYERS: Final = {
    Layer.TAGS: (_TAG, _POS),
    Layer.LEMMAS: (_LEMMA,),
    Layer.TREE: (_DEP,),
    Layer.ENTITIES: (_ENT_IOB,),
}
"""Columns that a pipeline without the layer leaves empty."""

_BEGIN: Final = 3
"""spaCy's code in ENT_IOB for the first token of an entity."""


class Strings:
    """Hashes to strings, each looked up once."""

    def __init__(self, doc: Doc) -> None:
        self._store = doc.vocab.strings
        self._seen: dict[int, str] = {0: ""}

    def column(self, hashes: Any) -> list[str]:
        """The strings of a column of hashes."""
        if not hashes.any():
            return [""] * len(hashes)
        seen, store = self._seen, self._store
        values: list[int] = hashes.tolist()
        for value in set(values) - seen.keys():
            seen[value] = store[value]
        return [seen[value] for value in values]


def append(analysis: Analysis, parts: Sequence[Part], strings: Strings) -> bool:
    """Add the tokens of *parts*, white space left out, and take out the layers that one lacks.

    Tells whether a part that counts for the layers has tokens.
    """
    raw = np.concatenate([doc.to_array(_COLUMNS) for doc, _, _ in parts])
    part = np.repeat(np.arange(len(parts)), [len(doc) for doc, _, _ in parts])
    keep = raw[:, _IS_SPACE] == 0
    kept = np.flatnonzero(keep)
    if not len(kept):
        return False
    starts, ends = _offsets(raw, part, np.array([offset for _, offset, _ in parts]))
    heads = np.arange(len(raw)) + raw[:, _HEAD].astype(np.int64)
    heads = (np.cumsum(keep) - 1)[_visible_heads(heads, keep)[kept]]
    raw, part = raw[kept], part[kept]
    base = len(analysis)
    _append_surface(analysis, starts[kept].tolist(), ends[kept].tolist())
    _append_words(analysis, raw, strings)
    _append_tree(analysis, strings.column(raw[:, _DEP]), heads.tolist(), base)
    firsts = np.flatnonzero(np.diff(part, prepend=-1))
    _append_sentences(analysis, raw, firsts, base)
    counts = np.array([counted for _, _, counted in parts])[part[firsts]]
    for layer, columns in _LAYERS.items():
        if not _any(raw[:, columns].any(axis=1), firsts)[counts].all():
            analysis.layers -= {layer}
    return bool(counts.any())


def _offsets(raw: Any, part: Any, offsets: Any) -> tuple[Any, Any]:
    """Where each token starts and ends in the text."""
    lengths, spaces = raw[:, _LENGTH].astype(np.int64), raw[:, _SPACY].astype(np.int64)
    ends = np.cumsum(lengths + spaces) - spaces
    starts = ends - lengths
    firsts = np.searchsorted(part, np.arange(len(offsets)))
    shifts = offsets - np.append(starts, 0)[firsts]
    return starts + shifts[part], ends + shifts[part]


def _any(flags: Any, firsts: Any) -> Any:
    """For each part, by the index of its first token, whether a flag of it is set."""
    return np.logical_or.reduceat(flags, firsts)


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
    lowers = {word: word.lower().replace("’", "'") for word in set(words)}
    if "US" in lowers and not analysis.is_capitals:
        lowers["US"] = "u.s."  # the country, not the pronoun
    analysis.lowers += [lowers[word] for word in words]


def _append_words(analysis: Analysis, raw: Any, strings: Strings) -> None:
    """Tags, lemmas and entities; a Penn tag gives the universal one where there is none."""
    base = len(analysis.tags)
    forms = strings.column(raw[:, _TAG])
    tags = zip(strings.column(raw[:, _POS]), forms, strict=True)
    analysis.tags += [tag or (form and _PENN.get(form, "X")) for tag, form in tags]
    analysis.forms += forms
    lemmas = zip(strings.column(raw[:, _LEMMA]), analysis.lowers[base:], strict=True)
    analysis.lemmas += [lemma.lower() if lemma else lower for lemma, lower in lemmas]
    kinds = strings.column(raw[:, _ENT_TYPE])
    analysis.entities += [kind and ENTITIES.get(kind, "OTHER") for kind in kinds]
    analysis.entity_starts += (raw[:, _ENT_IOB] == _BEGIN).tolist()


def _append_tree(analysis: Analysis, labels: list[str], heads: list[int], base: int) -> None:
    new_heads, found = relations(labels, heads, analysis.tags[base:])
    analysis.heads += [head + base for head in new_heads]
    analysis.relations += found


def _append_sentences(analysis: Analysis, raw: Any, firsts: Any, base: int) -> None:
    """Sentence ranges where the pipeline gave them, by a parser or any other component."""
    begins = raw[:, _SENT_START] == 1
    cut = _any(raw[:, _DEP] != 0, firsts) | (np.add.reduceat(begins, firsts, dtype=int) > 1)
    begins[firsts] = True
    bounds = [*(firsts + base).tolist(), len(analysis)]
    for (first, last), is_cut in zip(pairwise(bounds), cut.tolist(), strict=True):
        if not is_cut:
            found = [start - base for start, _ in sentences(analysis.words, first, last)]
            begins[first - base : last - base] = False
            begins[found] = True
    cuts = (np.flatnonzero(begins) + base).tolist()
    analysis.sentences += pairwise([*cuts, len(analysis)])


_PENN: Final = {
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
