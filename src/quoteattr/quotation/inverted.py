"""Verbs of no list that a quotation before them makes a cue: `“Never again,” boomed the chair.`"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr.analysis import Layer

if TYPE_CHECKING:
    from quoteattr.analysis import Analysis

_MARKS: Final = frozenset({'"', "”", "''", "’", "'", "»"})
_BEFORE_MARK: Final = (",", "?", "!", "—")
_OPEN_PHRASES: Final = frozenset({"NOUN", "PROPN", "DET"})


def inverted_verbs(analysis: Analysis) -> list[int]:
    """Tokens of past verbs between a quotation that does not end its sentence and a noun phrase.

    In order; empty without tags. Whether the verb is on a list is not looked at.
    """
    if not analysis.has(Layer.TAGS):
        return []
    words = analysis.words
    return [
        verb
        for verb in (token + 1 for token, word in enumerate(words[:-2]) if word in _MARKS)
        if verb > 1
        and analysis.tags[verb] == "VERB"
        and words[verb].endswith("ed")
        and words[verb].islower()
        and words[verb - 2].endswith(_BEFORE_MARK)
        and analysis.ends[verb - 2] == analysis.starts[verb - 1]
        and analysis.tags[verb + 1] in _OPEN_PHRASES
    ]
