"""What the object of a candidate shows: `wrote nine novels` tells no words, `urged a ban` does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr import config
from quoteattr.analysis import Relation
from quoteattr.grammar import FINITE
from quoteattr.lexicon import words
from quoteattr.quotation.words.evidence import noun_tells

if TYPE_CHECKING:
    from quoteattr.quotation.words.constructions import ReportCandidate

_ACTS: Final = ("tion", "sion", "ment", "ance", "ence", "ing", "ism", "ure", "ity", "ness")
_INDEFINITE: Final = frozenset({"a", "an", "another", "some", "several", "many", "few"})


def object_of_words(candidate: ReportCandidate) -> float:
    """How often the noun of the object reports by itself: `repeated her call for`, `her claim`."""
    head = candidate.object
    return 0.0 if head is None else noun_tells(candidate.analysis.lowers[head])


def object_of_act(candidate: ReportCandidate) -> float:
    """The object is made from a verb or an adjective: `opposed the expansion of the port`."""
    head = candidate.object
    if head is None or candidate.analysis.tags[head] != "NOUN":
        return 0.0
    noun = candidate.analysis.lowers[head].removesuffix("s")
    return float(len(noun) >= config.LEAST_ACT and noun.endswith(_ACTS))


def object_counted(candidate: ReportCandidate) -> float:
    """The object is counted: `wrote nine novels`."""
    head = candidate.object
    if head is None:
        return 0.0
    analysis = candidate.analysis
    return float(any(analysis.tags[c] == "NUM" for c in analysis.children[head] if c < head))


def object_indefinite(candidate: ReportCandidate) -> float:
    """The object is new to the reader: `added a wing`."""
    head = candidate.object
    if head is None:
        return 0.0
    analysis = candidate.analysis
    return float(any(analysis.lowers[c] in _INDEFINITE for c in analysis.children[head]))


def object_bare(candidate: ReportCandidate) -> float:
    """Nothing determines the object: `opposed higher fares`."""
    head = candidate.object
    if head is None:
        return 0.0
    analysis = candidate.analysis
    around = analysis.children[head]
    determined = (Relation.DETERMINER, Relation.POSSESSIVE)
    return float(
        analysis.tags[head] == "NOUN"
        and not any(
            analysis.relations[c] in determined or analysis.tags[c] == "NUM" for c in around
        )
    )


def object_person(candidate: ReportCandidate) -> float:
    """The object is somebody: `blamed the mayor`, `met Ann Lee`."""
    head = candidate.object
    if head is None:
        return 0.0
    analysis = candidate.analysis
    return float(
        analysis.tags[head] in ("PROPN", "PRON") or analysis.lowers[head] in words("role_nouns")
    )


def verb_inside(candidate: ReportCandidate) -> float:
    """A finite verb stands in the content: `described what she saw`."""
    forms = candidate.analysis.forms
    return float(any(forms[t] in FINITE for a, b in candidate.content for t in range(a, b)))
