"""What a verb governs beside the words that somebody uttered: when, how long, on what terms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr import config
from quoteattr.analysis import NOUN_TAGS, Relation
from quoteattr.grammar import child
from quoteattr.lexicon import word_classes, words
from quoteattr.verbs import REFLEXIVES

if TYPE_CHECKING:
    from quoteattr.quotation.words.constructions import ReportCandidate

CIRCUMSTANCE: Final = frozenset({"after", "before", "by", "during", "since", "through", "until"})
_UNITS: Final = frozenset(
    {
        "seconds",
        "minutes",
        "hours",
        "days",
        "weeks",
        "months",
        "years",
        "decades",
        "centuries",
        "ages",
    }
)
_OPENING: Final = frozenset({"“", '"', "‘", "'"})
_ARTICLES: Final = frozenset({"a", "an"})
_CURRENCIES: Final = frozenset("$£€¥")
_ORDINALS: Final = frozenset(
    {"second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"}
)
_DEEDS: Final = frozenset({("argue", "with"), ("added", "object+to"), ("admit", "object+to")})
_REPORTS: Final = frozenset({"report", "reports", "reported", "reporting"})


def is_beside_the_words(candidate: ReportCandidate) -> bool:
    """Whether what it governs tells when, how long or on what terms: `spoke for an hour`.

    Or to whom somebody goes: `must report to the police`; with whom somebody argues, or to what
    something is added or somebody admitted.
    """
    verb = candidate.word_class == "verb" and candidate.analysis.lowers[candidate.token]
    return (
        candidate.governs in CIRCUMSTANCE
        or (candidate.governs == "to" and verb in _REPORTS)
        or (bool(verb) and (str(verb)[:5], candidate.construction) in _DEEDS)
        or _is_condition(candidate)
        or _is_long_ago(candidate)
        or _is_duration(candidate)
        or _is_compared(candidate)
        or _is_counted(candidate)
        or _is_one_more(candidate)
        or _is_manner(candidate)
        or _is_summoned(candidate)
    )


def _is_condition(candidate: ReportCandidate) -> bool:
    """Whether it is on what terms somebody spoke: `spoke on condition that he not be named`."""
    first, _ = candidate.content[0]
    lowers = candidate.analysis.lowers
    return ["condition", "that"] in (lowers[max(0, first - 2) : first], lowers[first : first + 2])


def _is_duration(candidate: ReportCandidate) -> bool:
    """Whether it tells how long something went on: `painted for forty years`, `for an hour`."""
    last, lowers = candidate.content[-1][1] - 1, candidate.analysis.lowers
    one = lowers[last - 1] in ("a", "an") and lowers[last] + "s" in _UNITS
    return candidate.governs == "for" and (one or lowers[last] in _UNITS)


def _is_counted(candidate: ReportCandidate) -> bool:
    """Whether votes decide something: `was rejected by 301 votes to 288`."""
    after = candidate.analysis.lowers[candidate.token + 1 : candidate.token + 4]
    return after[:1] == ["by"] and after[2:] == ["votes"]


def _is_manner(candidate: ReportCandidate) -> bool:
    """Whether a comma parts how it was said from the rest: `They, he adds | carefully, blame us`"""
    first, analysis = candidate.content[0][0], candidate.analysis
    adverb = first == candidate.token + 1 and analysis.tags[first] == "ADV"
    return adverb and analysis.lowers[first].endswith("ly") and analysis.lowers[first + 1] == ","


def _is_summoned(candidate: ReportCandidate) -> bool:
    """Whether somebody or something is called, not called so: `called his wife from the station`.

    Not in `called the vote on Tuesday a farce`. Or calls himself by a name: `himself “Free Jack”`.
    """
    analysis, head, token = candidate.analysis, candidate.object, candidate.token
    if not analysis.lowers[token].startswith("call"):
        return False
    itself, mark = (*analysis.words[token + 1 : token + 3], "", "")[:2]
    if itself in REFLEXIVES and mark in _OPENING:
        return True
    if head is None or word_classes().get(analysis.lowers[head]) == "time":
        return False  # called Wednesday for a ban
    named = analysis.tags[head - 1] == "PROPN" != analysis.tags[head]  # calls Lee risk to safety
    if named or analysis.tags[head] not in NOUN_TAGS:
        return False
    _, last = candidate.content[-1]
    while head + 1 < last and analysis.tags[head + 1] == "PROPN":
        head += 1
    following = analysis.lowers[head + 1 : min(head + 2, last)]
    placed = following != ["of"] and not words("prepositions").isdisjoint(following)
    return placed and _ARTICLES.isdisjoint(analysis.lowers[head + 2 : last])


def _is_one_more(candidate: ReportCandidate) -> bool:
    """Whether an object only counts on: `added a third from the spot`."""
    analysis = candidate.analysis
    governed = child(analysis, candidate.token, Relation.OBJECT)
    return governed is not None and analysis.lowers[governed] in _ORDINALS


def _is_compared(candidate: ReportCandidate) -> bool:
    """Whether figures are set side by side: `came in at £214m, against £228m a year earlier`."""
    first = candidate.analysis.words[candidate.content[-1][0]][:1]
    return candidate.governs == "against" and (first.isdigit() or first in _CURRENCIES)


def _is_long_ago(candidate: ReportCandidate) -> bool:
    """Whether the content is a time: `wrote that | eight years ago`."""
    first, last = candidate.content[-1]
    return last - first <= config.TIME_TOKENS and candidate.analysis.lowers[last - 1] == "ago"
