"""Verbs that a quotation before them makes cues, of no list too: `“Never,” boomed the chair.`"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from quoteattr import config
from quoteattr.analysis import Layer
from quoteattr.grammar import RELATIVES
from quoteattr.lexicon import table
from quoteattr.quotation.words.cue_forms import verb_forms

if TYPE_CHECKING:
    from quoteattr.analysis import Analysis

_MARKS: Final = frozenset({'"', "”", "''", "’", "'", "»"})
_BEFORE_MARK: Final = (",", "?", "!", "—")
_OPEN_PHRASES: Final = frozenset({"NOUN", "PROPN", "DET"})
_SUBJECT_TAGS: Final = frozenset({"NOUN", "PROPN", "DET", "ADJ", "PRON"})
_NO_SUBJECTS: Final = RELATIVES | {"it", "this", "what", "whom"}
_CLAUSE_ENDS: Final = frozenset(".,:;—–-")
_FINITE: Final = frozenset({"VBD", "VBZ"})
_CONDITIONS: Final = frozenset({"provided"})  # will pay “in May,” provided others do
_PARTICLES: Final = frozenset({"out", "up", "in", "back", "forth"})


def verbs_after_quotations(analysis: Analysis) -> frozenset[int]:
    """Tokens of verbs that a quotation before them makes cues; empty without tags.

    Whether the verb is on a list is not looked at.
    """
    if not analysis.has(Layer.TAGS):
        return frozenset()
    starts, ends = analysis.starts, analysis.ends
    marks = [token for token, word in enumerate(analysis.words[:-2]) if word in _MARKS]
    found: set[int] = set()
    for mark in marks:
        if mark and ends[mark - 1] == starts[mark]:
            verbs = _verb_before_subject(analysis, mark), _verb_after_subject(analysis, mark)
            found.update(verb for verb in verbs if verb is not None)
    return frozenset(found)


def _verb_before_subject(analysis: Analysis, mark: int) -> int | None:
    """A past verb between a quotation and a noun phrase: `“Never again,” boomed the chair.`

    One of the lists whatever its tag: `“Again,” echoed the chair.`
    """
    verb, words = mark + 1, analysis.words
    is_cue = (
        (analysis.tags[verb] == "VERB" or words[verb] in verb_forms())
        and words[verb].endswith("ed")
        and words[verb].islower()
        and words[verb] not in _CONDITIONS
        and words[mark - 1].endswith(_BEFORE_MARK)
        and analysis.tags[verb + 1] in _OPEN_PHRASES
    )
    return verb if is_cue else None


def _verb_after_subject(analysis: Analysis, mark: int) -> int | None:
    """The verb of a clause of a subject and it alone: `“Never again,” the chair boomed.`

    After a comma, or in lower case; else the clause may tell what somebody does: `“Ann!” She rose.`
    """
    first, last = mark + 1, analysis.words[mark - 1]
    goes_on = last.endswith(("!", "?")) and analysis.words[first][:1].islower()
    if not last.endswith(",") and not goes_on:
        return None
    for token in range(first, min(first + config.NAME_BEFORE_CUE, len(analysis) - 1)):
        if analysis.tags[token] == "VERB" or _closes_as_cue(analysis, token):
            ends = _ends_clause(analysis, token + 1)
            shows = analysis.forms[token] in _FINITE or analysis.tags[token] != "VERB"
            shows = shows and analysis.words[token].islower()
            return token if token > first and ends and shows else None
        if analysis.tags[token] not in _SUBJECT_TAGS or analysis.lowers[token] in _NO_SUBJECTS:
            return None
    return None


def _closes_as_cue(analysis: Analysis, token: int) -> bool:
    """Whether a past form of the lists ends a clause, of any tag: `“No,” the chair echoed.`"""
    word = analysis.words[token]
    return word.endswith("ed") and word in verb_forms() and _ends_clause(analysis, token + 1)


def _ends_clause(analysis: Analysis, token: int) -> bool:
    """Whether a clause ends here, a particle aside: `“No,” he blazed | out; “never.”`"""
    words = analysis.words
    if words[token] in _PARTICLES and token + 1 < len(words):
        token += 1
    return words[token][:1] in _CLAUSE_ENDS


@cache
def strong_pasts() -> frozenset[str]:
    """Irregular pasts for a quotation, which are no nouns: "sang", not "spoke" and "read"."""
    given = [(lemma, row["irregular"].split(",")[0]) for lemma, row in table("cues").items()]
    return frozenset(
        past for lemma, past in given if past not in (lemma, "-", "spoke", "found", "felt")
    )
