"""Nouns for people that name a paper or an agency: "the Observer", "the Associated Press"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr.datatypes import SpeakerKind
from quoteattr.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Set

    from quoteattr.analysis import Analysis
    from quoteattr.coreference.nominals.phrases import Nominal

_PEOPLE: Final = frozenset({SpeakerKind.UNNAMED, SpeakerKind.GROUP})


def titled(analysis: Analysis) -> frozenset[str]:
    """Words after a "The" that has a capital inside a sentence: "the editor of The Advocate"."""
    written = analysis.words
    articles = (i for i, word in enumerate(written[1:-1], start=1) if word == "The")
    inside = (i for i in articles if written[i - 1].islower() and written[i - 1].isalpha())
    return frozenset(analysis.lowers[i + 1] for i in inside if written[i + 1][:1].isupper())


def names_paper(analysis: Analysis, nominal: Nominal, papers: Set[str]) -> bool:
    """Whether a noun for people is a paper's name: "the Observer", "the Associated Press"."""
    head, first, kind = nominal.head, nominal.first, nominal.noun.kind
    if not analysis.words[head][:1].isupper() or first == head:
        return False
    if analysis.words[first] == "The" and head == first + 1 and analysis.lowers[head] in papers:
        return kind is SpeakerKind.UNNAMED
    named = kind is SpeakerKind.UNNAMED or analysis.words[head - 1][:1].isupper()
    return named and kind in _PEOPLE and analysis.lowers[head] in words("organisation_words")
