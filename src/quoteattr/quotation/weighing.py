"""How likely a candidate reports: a linear score of counts and of what stands around it."""

from __future__ import annotations

from functools import cache
from math import exp, log
from typing import TYPE_CHECKING, Final

from quoteattr.analysis import Relation
from quoteattr.grammar import NEGATIONS, SUBJECTS, child
from quoteattr.quotation.evidence import evidence_of
from quoteattr.weights import read_weights

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from quoteattr.analysis import Analysis
    from quoteattr.quotation.constructions import ReportCandidate

_PERSONAL: Final = frozenset({"he", "she", "they", "we", "i", "you", "who"})
_IMPERSONAL: Final = frozenset({"it", "this", "that", "which", "there", "what"})
_MODALS: Final = frozenset({"will", "would", "can", "could", "may", "might", "must", "should"}) | {
    "shall",
    "'ll",
    "'d",
}
_FINITE: Final = frozenset({"VBD", "VBZ", "VBP"})
_SHARING: Final = frozenset(
    {
        Relation.CONJUNCT,
        Relation.OPEN_COMPLEMENT,
        Relation.ADVERBIAL_CLAUSE,
        Relation.PARATAXIS,
        Relation.COMPLEMENT,
    }
)
_OF_NOUN: Final = frozenset({Relation.NOUN_CLAUSE, Relation.RELATIVE_CLAUSE})
_REACH: Final = 4  # verbs up the tree from which a subject may be shared


def probability(candidate: ReportCandidate) -> float:
    """How likely an annotator takes the candidate for an attribution."""
    known = weights()
    return 1 / (1 + exp(-sum(known[key] * ask(candidate) for key, ask in FEATURES.items())))


@cache
def weights() -> Mapping[str, float]:
    """The weight of each feature.

    Raises:
        KeyError: The file and the table of features do not name the same features.
    """
    return read_weights("quoteattr.quotation", "candidate_weights.json", FEATURES)


def always(_: ReportCandidate) -> float:
    """One, for any candidate."""
    return 1.0


def word_in_construction(candidate: ReportCandidate) -> float:
    """Log odds by the counts of the word in its construction."""
    return evidence_of(candidate).of_both


def construction(candidate: ReportCandidate) -> float:
    """Log odds by the counts of the construction."""
    return evidence_of(candidate).of_construction


def word(candidate: ReportCandidate) -> float:
    """Log odds by the counts of the word."""
    return evidence_of(candidate).of_word


def source(analysis: Analysis, token: int) -> int | None:
    """The subject of a verb, or what it has from a verb or noun above: `He rose and denied it`."""
    for _ in range(_REACH):
        subject = child(analysis, token, *SUBJECTS)
        if subject is not None:
            return subject
        if analysis.relations[token] in _OF_NOUN:
            return analysis.heads[token]
        if analysis.relations[token] not in _SHARING:
            return None
        token = analysis.heads[token]
    return None


def _source_word(candidate: ReportCandidate) -> str:
    found = source(candidate.analysis, candidate.token)
    return "" if found is None else candidate.analysis.lowers[found]


def _source_tag(candidate: ReportCandidate) -> str:
    found = source(candidate.analysis, candidate.token)
    return "" if found is None else candidate.analysis.tags[found]


def personal_source(candidate: ReportCandidate) -> float:
    """Its subject is a personal pronoun: `she opposed the plan`."""
    return float(_source_word(candidate) in _PERSONAL)


def impersonal_source(candidate: ReportCandidate) -> float:
    """Its subject is "it" or the like: `it opposed`."""
    return float(_source_word(candidate) in _IMPERSONAL)


def named_source(candidate: ReportCandidate) -> float:
    """Its subject is a name."""
    return float(_source_tag(candidate) == "PROPN")


def nominal_source(candidate: ReportCandidate) -> float:
    """Its subject is a noun: `the board opposed`."""
    return float(_source_tag(candidate) == "NOUN")


def no_source(candidate: ReportCandidate) -> float:
    """It has no subject."""
    return float(not _source_tag(candidate))


def owned(candidate: ReportCandidate) -> float:
    """Somebody owns it: `her support for`."""
    return float(child(candidate.analysis, candidate.token, Relation.POSSESSIVE) is not None)


def _words_before(candidate: ReportCandidate) -> set[str]:
    analysis = candidate.analysis
    around = analysis.children[candidate.token]
    return {analysis.lowers[c] for c in around if c < candidate.token}


def negated(candidate: ReportCandidate) -> float:
    """It is negated: `did not mention`."""
    return float(not NEGATIONS.isdisjoint(_words_before(candidate)))


def modal(candidate: ReportCandidate) -> float:
    """A modal stands before it: `would support`."""
    return float(not _MODALS.isdisjoint(_words_before(candidate)))


def infinitive(candidate: ReportCandidate) -> float:
    """It is an infinitive: `to oppose the plan`."""
    return float("to" in _words_before(candidate))


def finite(candidate: ReportCandidate) -> float:
    """It is a finite verb."""
    return float(candidate.analysis.forms[candidate.token] in _FINITE)


def participle(candidate: ReportCandidate) -> float:
    """It is a past participle."""
    return float(candidate.analysis.forms[candidate.token] == "VBN")


def main_verb(candidate: ReportCandidate) -> float:
    """It leads its sentence."""
    return float(candidate.analysis.relations[candidate.token] is Relation.ROOT)


def length(candidate: ReportCandidate) -> float:
    """Logarithm of the number of words of the content."""
    return log(sum(last - first for first, last in candidate.content))


def quoted_words(candidate: ReportCandidate) -> float:
    """Marks stand in the content: `ranked the plan as “weak”`."""
    return float(candidate.quoted)


FEATURES: Final[dict[str, Callable[[ReportCandidate], float]]] = {
    ask.__name__: ask
    for ask in (
        always,
        word_in_construction,
        construction,
        word,
        personal_source,
        impersonal_source,
        named_source,
        nominal_source,
        no_source,
        owned,
        negated,
        modal,
        infinitive,
        finite,
        participle,
        main_verb,
        length,
        quoted_words,
    )
}
"""What is asked of a candidate; candidate_weights.json has the weight of each answer."""
