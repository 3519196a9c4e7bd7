"""How likely a candidate reports: a linear score of counts and of what stands around it."""

from __future__ import annotations

from functools import cache
from math import exp, log
from typing import TYPE_CHECKING, Final

from quoteattr.analysis import Relation
from quoteattr.grammar import INFLECTED, MODALS, NEGATIONS, SUBJECTS, child
from quoteattr.lexicon import words
from quoteattr.quotation.words.evidence import evidence_of
from quoteattr.quotation.words.inflection import third_person
from quoteattr.quotation.words.object_signs import (
    object_bare,
    object_counted,
    object_indefinite,
    object_of_act,
    object_of_words,
    object_person,
    verb_inside,
)
from quoteattr.weights import read_weights

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from quoteattr.quotation.words.constructions import ReportCandidate
    from quoteattr.records import Range

_PERSONAL: Final = frozenset({"he", "she", "they", "we", "i", "you", "who"})
_IMPERSONAL: Final = frozenset({"it", "this", "that", "which", "there", "what"})
_TOPICS: Final = frozenset({"about", "against", "on", "for"})


def probability(candidate: ReportCandidate) -> float:
    """How likely an annotator takes the candidate for an attribution."""
    return 1 / (1 + exp(-sum([weight * ask(candidate) for weight, ask in _weighed_features()])))


@cache
def _weighed_features() -> tuple[tuple[float, Callable[[ReportCandidate], float]], ...]:
    known = weights()
    return tuple((known[key], ask) for key, ask in FEATURES.items())


@cache
def weights() -> Mapping[str, float]:
    """The weight of each feature.

    Raises:
        KeyError: The file and the table of features do not name the same features.
    """
    return read_weights("quoteattr.quotation.words", "candidate_weights.json", FEATURES)


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


def _source_word(candidate: ReportCandidate) -> str:
    return "" if candidate.source is None else candidate.analysis.lowers[candidate.source]


def _source_tag(candidate: ReportCandidate) -> str:
    return "" if candidate.source is None else candidate.analysis.tags[candidate.source]


def personal_source(candidate: ReportCandidate) -> float:
    """Its subject is a personal pronoun: `she opposed the plan`."""
    return float(_source_word(candidate) in _PERSONAL)


def impersonal_source(candidate: ReportCandidate) -> float:
    """Its subject is "it" or the like: `it opposed`."""
    return float(_source_word(candidate) in _IMPERSONAL)


def thing_as_source(candidate: ReportCandidate) -> float:
    """Its subject is a noun for neither people nor anything written: `the storm attacked`."""
    return float(
        _source_tag(candidate) == "NOUN" and _source_word(candidate) not in speaking_nouns()
    )


@cache
def speaking_nouns() -> frozenset[str]:
    """Nouns for who or what can say something, singular and plural."""
    lists = ("role_nouns", "group_nouns", "org_nouns", "document_nouns")
    nouns = frozenset().union(*(words(name) for name in lists))
    return nouns | {third_person(noun) for noun in nouns}


def owned(candidate: ReportCandidate) -> float:
    """Somebody owns it: `her support for`."""
    return float(child(candidate.analysis, candidate.token, Relation.POSSESSIVE) is not None)


def negated(candidate: ReportCandidate) -> float:
    """It is negated: `did not mention`."""
    return float(not NEGATIONS.isdisjoint(candidate.words_before))


def modal(candidate: ReportCandidate) -> float:
    """A modal stands before it: `would support`."""
    return float(not MODALS.isdisjoint(candidate.words_before))


def infinitive(candidate: ReportCandidate) -> float:
    """It is an infinitive: `to oppose the plan`."""
    return float("to" in candidate.words_before)


def finite(candidate: ReportCandidate) -> float:
    """It is a finite verb."""
    return float(candidate.analysis.forms[candidate.token] in INFLECTED)


def length(candidate: ReportCandidate) -> float:
    """Logarithm of the number of words of the content."""
    return log(sum(last - first for first, last in candidate.content))


def quoted_words(candidate: ReportCandidate) -> float:
    """Marks stand in the content: `ranked the plan as “weak”`."""
    return float(candidate.quoted)


def own_subject(candidate: ReportCandidate) -> float:
    """It has a subject of its own: `the board opposed`, not `rose and opposed`."""
    return float(child(candidate.analysis, candidate.token, *SUBJECTS) is not None)


def document_source(candidate: ReportCandidate) -> float:
    """Its subject is something written: `the report lists`."""
    return float(_source_word(candidate) in words("document_nouns"))


def verb(candidate: ReportCandidate) -> float:
    """It is a verb."""
    return float(candidate.word_class == "verb")


def in_relative_clause(candidate: ReportCandidate) -> float:
    """It leads a relative clause: `a rule that covers`."""
    return float(_relation(candidate) is Relation.RELATIVE_CLAUSE)


def in_complement(candidate: ReportCandidate) -> float:
    """It leads a clause that another word governs: `knew that it covered`."""
    return float(_relation(candidate) is Relation.COMPLEMENT)


def _relation(candidate: ReportCandidate) -> Relation:
    return candidate.analysis.relations[candidate.token]


def plain_object(candidate: ReportCandidate) -> float:
    """The content is all of its object: `denied the charge`."""
    return float(candidate.governs == "object")


def topic(candidate: ReportCandidate) -> float:
    """A preposition says what it is about: `spoke about the plan`, `argues for it`."""
    return float(candidate.governs in _TOPICS)


def comma_inside(candidate: ReportCandidate) -> float:
    """A comma stands in the content."""
    lowers = candidate.analysis.lowers
    return float(any("," in lowers[first:last] for first, last in candidate.content))


def ends_sentence(candidate: ReportCandidate) -> float:
    """Nothing follows the content in its sentence but a stop."""
    return float(candidate.content[-1][1] >= _sentence(candidate)[1] - 1)


def place(candidate: ReportCandidate) -> float:
    """How far behind the begin of its sentence it stands, as a share of the sentence."""
    first, last = _sentence(candidate)
    return (candidate.token - first) / (last - first)


def in_question(candidate: ReportCandidate) -> float:
    """Its sentence asks."""
    return float(candidate.analysis.words[_sentence(candidate)[1] - 1] == "?")


def _sentence(candidate: ReportCandidate) -> Range:
    analysis = candidate.analysis
    return analysis.sentence_at(candidate.token)


FEATURES: Final[dict[str, Callable[[ReportCandidate], float]]] = {
    ask.__name__: ask
    for ask in (
        always,
        word_in_construction,
        construction,
        word,
        personal_source,
        impersonal_source,
        thing_as_source,
        owned,
        negated,
        modal,
        infinitive,
        finite,
        length,
        quoted_words,
        own_subject,
        document_source,
        verb,
        in_relative_clause,
        in_complement,
        plain_object,
        topic,
        comma_inside,
        ends_sentence,
        place,
        in_question,
        object_of_words,
        object_of_act,
        object_counted,
        object_indefinite,
        object_bare,
        object_person,
        verb_inside,
    )
}
"""What is asked of a candidate; candidate_weights.json has the weight of each answer."""
