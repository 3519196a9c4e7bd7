"""Abbreviations that a tokenizer should not part from their full stop: `Sgt. Ada Lowe said`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.symbols import ORTH

from quoteattr.lexicon import words

if TYPE_CHECKING:
    from spacy.language import Language


def keep_full_stops(nlp: Language) -> Language:
    """Let *nlp*'s tokenizer keep the listed abbreviations whole; gives *nlp* back.

    So too `Holm et al. (2020)`; the name `Al` keeps its full stop apart.
    """
    nlp.tokenizer.add_special_case("al.", [{ORTH: "al."}])
    for word in words("abbreviations"):
        for form in (f"{word.capitalize()}.", f"{word.upper()}."):
            nlp.tokenizer.add_special_case(form, [{ORTH: form}])
    return nlp
