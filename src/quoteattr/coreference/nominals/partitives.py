"""Some out of several, who are nobody in particular: "one of the officials", "two of them"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import regex
from attrs import evolve

from quoteattr.coreference import vocabulary
from quoteattr.coreference.nominals.extents import POSSESSIVE_MARKS
from quoteattr.coreference.vocabulary import HeadNoun
from quoteattr.datatypes import SpeakerKind
from quoteattr.grammar import COUNTS
from quoteattr.lexicon import words
from quoteattr.records import Number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quoteattr.analysis import Analysis

PRONOUNS: Final = frozenset({"them", "those", "these"})
_ONE: Final = frozenset({"one", "another", "each", "either", "neither"})
_SOME: Final = COUNTS | {"several", "some", "many", "most", "few", "none", "half"}
_ALL: Final = frozenset({"all", "both"})
"""With a pronoun they are no part, but the very group: "all of them"."""
_AMOUNTS: Final = frozenset({"number", "couple", "handful", "pair"})
_MEASURES: Final = frozenset(
    {("more", "than"), ("fewer", "than"), ("less", "than"), ("at", "least"), ("up", "to")}
)
_ABOUT: Final = frozenset({"about", "around", "nearly", "almost", "over", "some"})
_ONE_OF = regex.compile(r"(?:one|another|each) of (?=\p{L})", flags=regex.IGNORECASE)


def partitive_start(analysis: Analysis, first: int, head: int) -> int:
    """First token of "two of the officials" if *first* begins "the officials", else *first*."""
    lowers = analysis.lowers
    if first < 2 or lowers[first - 1] != "of":
        return first
    part = first - 2
    before = lowers[part - 1] if part else ""
    if lowers[part] in _AMOUNTS:
        return part - 1 if before in ("a", "an") else first
    definite = lowers[first] in vocabulary.determiners() or not POSSESSIVE_MARKS.isdisjoint(
        lowers[first:head]
    )
    counted = lowers[part].replace(",", "").isdigit()
    if not definite or not (counted or lowers[part] in _ONE | _SOME | _ALL):
        return first
    if lowers[part] == "few" and before == "a":
        return part - 1
    return _with_measure(lowers, part)


def _with_measure(lowers: Sequence[str], part: int) -> int:
    """First token of "more than 20", "nearly half" if *part* is the quantity."""
    if part > 1 and (lowers[part - 2], lowers[part - 1]) in _MEASURES:
        return part - 2
    return part - 1 if part and lowers[part - 1] in _ABOUT else part


def out_of(noun: HeadNoun, quantity: str) -> HeadNoun:
    """What *quantity* of several are: one of the officials is a person, two are a group."""
    if quantity not in _ONE:
        return noun
    person = noun.kind is SpeakerKind.GROUP
    kind = SpeakerKind.UNNAMED if person else noun.kind
    return evolve(noun, kind=kind, number=Number.SINGULAR)


def part_of_them(analysis: Analysis, token: int) -> tuple[int, int, HeadNoun] | None:
    """First token and end of "one of them", "a few of those present", and what they are.

    *token* is the pronoun. None where it is not such a phrase.
    """
    lowers = analysis.lowers
    if token < 2 or lowers[token - 1] != "of" or lowers[token - 2] not in _ONE | _SOME:
        return None
    first = token - 2
    if lowers[first] == "few" and first and lowers[first - 1] == "a":
        first -= 1
    person = HeadNoun(noun="people", kind=SpeakerKind.GROUP, number=Number.PLURAL)
    return first, _end_of_those(analysis, token), out_of(person, lowers[token - 2])


def _end_of_those(analysis: Analysis, token: int) -> int:
    """Token after "those" and the one word that says which: "those present", "those arrested"."""
    lowers = analysis.lowers
    after = lowers[token + 1 : token + 3]
    if len(after) < 2 or lowers[token] == "them" or not after[0].isalpha():
        return token + 1
    speaks = after[1] in vocabulary.reporting_forms()
    return token + 1 + (speaks and after[0] not in words("function_words"))


def start_of_all(analysis: Analysis, token: int) -> int:
    """First token of "all of them", "both of us" if *token* is the pronoun, else *token*."""
    lowers = analysis.lowers
    whole = token > 1 and lowers[token - 1] == "of" and lowers[token - 2] in _ALL
    return token - 2 if whole else token


def as_single(written: str) -> str:
    """What each of several is: "author of a study" for "one of the authors of a study"."""
    match = _ONE_OF.match(written) if " of " in written else None
    if match is None:
        return written
    parts = written[match.end() :].split()
    while len(parts) > 1 and parts[0].lower() in vocabulary.determiners() - {"most"}:
        del parts[0]
    heads = vocabulary.head_nouns()
    for at, part in enumerate(parts):
        noun = heads.get(part.lower())
        if noun is not None and noun.number is Number.PLURAL and noun.noun != "most":
            return " ".join((*parts[:at], noun.noun, *parts[at + 1 :]))
    return " ".join(parts)
