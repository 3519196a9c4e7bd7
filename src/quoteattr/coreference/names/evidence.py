"""What the words of a name and the text around it show: a person or an organisation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import regex

from quoteattr.coreference import vocabulary
from quoteattr.coreference.names import limits
from quoteattr.coreference.names.beside import (
    body_before,
    described_as,
    goes_on_as_person,
    is_called,
    is_cited,
    is_he_or_she,
    is_named_so,
    is_of_person,
    person_before,
)
from quoteattr.coreference.names.places import may_name_place
from quoteattr.grammar import ADVERBS, HAVE
from quoteattr.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quoteattr.analysis import Analysis
    from quoteattr.coreference.names.runs import NameRun

ACRONYM = regex.compile(r"\p{Lu}[\p{Lu}\p{N}&/]+|(?:\p{Lu}\.){2,}\p{Lu}?")
_LISTED: Final = regex.compile(r" \((?:\p{Lu}[\p{L}& -]{1,30}: ?)\p{Lu}[\p{Lu}\p{N}.]{0,6}[);]")
"""Where a firm's shares are sold: "Halden Foods (NYSE: HLD)"."""
_SAY: Final = frozenset({"said", "says", "asked", "replied", "told", "added", "cried", "answered"})
_TELL: Final = frozenset({"told", "asked", "answered"})
_PUBLISH: Final = frozenset({"reports", "reported", "announces", "announced", "confirmed"})
_FROM: Final = frozenset({"of", "from", "at", "with"})
_NAMES: Final = frozenset({("my", "name"), ("his", "name"), ("her", "name")})
_CALLED: Final = frozenset({"only", "name", "identified", "himself", "herself"})
_FAMILY: Final = frozenset({"de", "di", "van", "von"})
"""Particles that begin family names: "De Smedt"."""
_CLOSING: Final = frozenset({"”", '"', "’", "'"})
_OWN: Final = 5
"""Words after a verb among which what is one's own may stand."""
_SMALL: Final = frozenset({"little", "old", "young", "big", "poor"})
_HELPERS: Final = (HAVE - {"'s"}) | ADVERBS | {"would", "will", "never"}
_SELF: Final = frozenset({"himself", "herself", "who"})


def _deed(analysis: Analysis, token: int) -> str:
    """The verb after a name, past what helps it: "had also said"; "" at the end of the text."""
    ahead = analysis.lowers[token : token + limits.HELPERS + 1]
    return next((word for word in ahead if word not in _HELPERS), "")


def _speaks_after_words(analysis: Analysis, first: int) -> bool:
    """Whether a mark and a verb of saying lead to a name: “Don't,” whispered | Nettle.

    A small quality may stand between: “I have,” said Little | Nettle.
    """
    verb = first - 1
    verb -= verb > 0 and analysis.lowers[verb] in _SMALL
    says = verb > 0 and analysis.lowers[verb] in vocabulary.reporting_forms()
    return says and analysis.lowers[verb - 1] in _CLOSING


def _wears(analysis: Analysis, first: int, last: int) -> bool:
    """Whether who opens a sentence has something of "his" or "her": "The Owl put on her hat"."""
    opening = analysis.sentence_at(first)[0]
    opening += analysis.lowers[opening] == "the"
    deed = last + 1
    if opening != first or analysis.tags[deed : deed + 1] != ["VERB"]:
        return False
    for token in range(deed + 1, min(deed + _OWN, len(analysis))):
        if analysis.lowers[token] in ("his", "her"):
            return True
        if analysis.tags[token] == "PROPN" or not analysis.words[token].isalpha():
            return False
    return False


def is_of_people(word: str) -> bool:
    """Whether a word is a given or family name by the lists, or ends as many of them do."""
    if word in vocabulary.given_names() or word in words("surnames"):
        return True
    return word.endswith(tuple(words("surname_endings"))) and word not in vocabulary.place_names()


def _is_given(name: NameRun) -> bool:
    """Whether a name is nothing but a given name, which no place has: "Greta", not "Florence"."""
    (*more, word) = name.proper
    return not more and word in vocabulary.given_names() and word not in vocabulary.place_names()


def is_listed(text: str, end: int) -> bool:
    """Whether a firm's name ends there, before the sign of its shares: "Halden (NYSE: HLD)"."""
    return text[end : end + 2] == " (" and _LISTED.match(text, end) is not None


def evidences_of_words(name: NameRun) -> Iterable[str]:
    """What the words of a longer name say: "Ostrava Scholarship", "GNU Manual", "Ivo Kral"."""
    proper = name.proper
    common = words("common_words")
    last = proper[-1] if is_of_people(proper[-1]) else proper[-1].removesuffix("s")
    if (proper[-1] in common or last in common) and proper[-1] not in words("name_suffixes"):
        yield from ("organization", "organization")
    if proper[0] in common:
        yield "organization"
    if proper[0] in vocabulary.place_names() or " ".join(proper[:2]) in vocabulary.place_names():
        yield from ("organization", "organization")
    if any(ACRONYM.fullmatch(word.text) for word in name.words[name.first :]):
        yield from ("organization", "organization")
    if proper[0] in vocabulary.given_names() and may_name_place(proper):
        yield from ["person"] * limits.BEARS_NAME  # Ada Hall
    if proper[0] in _FAMILY or proper[-1] in words("surnames"):
        yield from ("person", "person")


def evidences(analysis: Analysis, name: NameRun, *, news: bool) -> Iterable[str]:
    """What one occurrence says: the recogniser's label, "the" before it, what it does."""
    first = analysis.token_at(name.words[name.first].start)
    last = analysis.token_at(name.end - 1)
    if last >= len(analysis):
        return
    label = analysis.entities[first]
    if label == "PERSON":
        yield from ("person", "person")
    elif label:
        yield "organization"
    before = analysis.lowers[first - 1] if first else ""
    after = analysis.lowers[last + 1] if last + 1 < len(analysis) else ""
    if before == "the":
        yield from ("organization", "organization")
    if is_listed(analysis.text, name.end):
        yield from ["organization"] * limits.BEARS_NAME
    if body_before(analysis, first) is not None:  # the lobby group Ada Rell
        yield from ("organization", "organization", "organization")
    elif person_before(analysis, first) or is_named_so(analysis, first):
        yield from ("person", "person", "person")
    is_place = before in ("in", "at", "near") or (before == "from" and first == last)
    is_place = is_place and (news or not _is_given(name))  # He looked at Greta
    if is_place and after != "'s":
        yield "organization"
    if before == "from" and analysis.lowers[max(0, first - 2) : first - 1] == [","]:
        yield from ["organization"] * limits.BEARS_NAME  # Ada Holm, 49, from Velm, who left
    if after == "," and is_of_person(analysis.lowers[last + 2 : last + 4]):
        yield from ("person", "person")
    if before == "as" and first > 1 and analysis.lowers[first - 2] in _CALLED:
        yield from ("person", "person")  # gave his name only as Ebrin
    if before in ("is", "was") and tuple(analysis.lowers[max(0, first - 3) : first - 1]) in _NAMES:
        yield from ["person"] * limits.BEARS_NAME  # his name was Ebrin
    if is_cited(analysis, first, last):
        yield from ("person", "person")
    if first == analysis.sentence_at(first)[0] and goes_on_as_person(analysis, last):
        yield from ["person"] * limits.BEARS_NAME  # Rell Lark is late, and she knows it
    opens = first > 0 and analysis.sentence_at(first)[0] == first - 1
    described = described_as(analysis, first, last)
    if described and not (opens and is_place):  # In Velm, the head of the port, Ada Holm, said
        yield from (described, described)
    deed = _deed(analysis, last + 1)
    acts = deed in words("person_verbs") or after in _SELF
    says = not news and deed in vocabulary.reporting_forms() and deed not in _PUBLISH
    if (acts or says) and not (news and after in _SAY):
        yield "person"
    where = analysis.lowers[last + 2] if after == "," and last + 2 < len(analysis) else after
    if before in _SAY and where in _FROM:  # said Ada Holm of the Port Board; says Holm, of
        yield from ("person", "person")
    if not news and (
        _wears(analysis, first, last) or analysis.lowers[last + 1 : last + 3] == [",", "who"]
    ):
        yield from ["person"] * limits.ACTS_SO
    if news:
        if after in vocabulary.reporting_forms() and is_he_or_she(analysis, last):
            yield "person"
        return
    if before == "," and is_called(analysis, first, last):
        yield from ("person", "person")
    if before in _SAY or _speaks_after_words(analysis, first):
        yield "person"
    elif before == "the" and first > 1 and analysis.lowers[first - 2] in _SAY - _TELL:
        yield from ["person"] * limits.SAYS_SO  # said the Miller
