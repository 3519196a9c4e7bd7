"""Where a description ends after its head noun: an "of"-phrase belongs to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from quoteattr.analysis import Layer, Relation
from quoteattr.coreference import settings, vocabulary
from quoteattr.coreference.nominals.extents import (
    HYPHENS,
    NUMBER,
    hyphened_end,
    is_possessive_mark,
)
from quoteattr.grammar import INFLECTED
from quoteattr.lexicon import table, words
from quoteattr.records import Number

if TYPE_CHECKING:
    from quoteattr.analysis import Analysis
    from quoteattr.coreference.vocabulary import HeadNoun

_OF_FIELDS = frozenset({"of", "for"})
_ADVERBIAL = {
    "at": frozenset({"last", "once", "first", "length", "least", "times", "present", "noon"}),
    "for": frozenset({"once", "now", "example", "instance"}),
}
"""Ends of what tells when or how: "the surgeon | at last"."""
_YEAR = 4  # digits
_ADJECTIVE_END = regex.compile(r".+(?:al|ic|ive|ous|ful|less|ary|able|ible|ish|ent|ant|est)")


def last_token(analysis: Analysis, head: int, noun: HeadNoun) -> int:
    """Token after the last one, with an "of"-phrase: "the leader of the 30-member alliance"."""
    after = _numbered_end(analysis, hyphened_end(analysis, head))
    if after + 1 >= len(analysis):
        return after
    link = analysis.lowers[after]
    linked = link == "of" or (
        noun.group in words("nouns_before_for") and link in ("for", "at", "with", "to", "from")
    )
    adverbial = link in _ADVERBIAL and analysis.lowers[after + 1] in _ADVERBIAL[link]
    if not linked or adverbial or _begins_clause(analysis, after):
        return after
    end = _end_of_phrase(analysis, after + 1, after)
    named = "".join(analysis.words[end + 1 : end + 2])[:1].isupper()
    capital = end > after and analysis.words[end - 1][:1].isupper()
    of = capital and analysis.lowers[end : end + 1] == ["of"]
    if of and named:
        end = _end_of_phrase(analysis, end + 1, end)  # the Division of Water
    if link == "of" and _owns_nothing_more(analysis, end):
        return end + 1
    acts = noun.number is Number.PLURAL and end > after and _is_their_verb(analysis, end - 1)
    end -= acts
    return _after_second_field(analysis, end) if link in _OF_FIELDS and end > after else end


def _owns_nothing_more(analysis: Analysis, mark: int) -> bool:
    """Whether an owner closes the phrase: "a friend of Holm | 's said", not "of Holm's wife"."""
    after = mark + 1
    if after >= len(analysis) or not is_possessive_mark(analysis, mark):
        return False
    return analysis.forms[after] in INFLECTED or analysis.lowers[after] in (",", "who")


def _after_second_field(analysis: Analysis, end: int) -> int:
    """Token after a second field: "the minister of trade | and industry"; *end* without one.

    Fields are common words alone: not "the head of Velm | and Ada Holm", "of Velm and the owner".
    """
    lowers, capital = analysis.lowers, analysis.words[end - 1][:1].isupper()
    joint = end
    if lowers[end : end + 3 : 2] == [",", "and"] and _is_field(analysis, end + 1, capital=capital):
        joint = end + 2  # the minister of health, labour | and welfare
    if lowers[joint : joint + 1] != ["and"] or not _is_field(analysis, end - 1, capital=capital):
        return end
    after = joint + 1
    while _is_field(analysis, after, capital=capital):
        after += 1
    goes_on = analysis.tags[after : after + 1] == ["NOUN"] or lowers[after : after + 1] == ["of"]
    if after < len(analysis):
        goes_on |= is_possessive_mark(analysis, after)
        goes_on |= capital and analysis.words[after][:1].isupper()
    return end if goes_on or after == joint + 1 else after


def _is_field(analysis: Analysis, token: int, *, capital: bool) -> bool:
    """Whether a common word may tell of what somebody is the head: "trade", "Human Services"."""
    if token >= len(analysis):
        return False
    word, low = analysis.words[token], analysis.lowers[token]
    if word[:1].isupper() is not capital or low not in words("common_words"):
        return False
    if low in vocabulary.given_names() or low in words("titles"):
        return False
    if not analysis.has(Layer.TAGS) or analysis.tags[token] == "ADJ":
        return low not in vocabulary.verb_forms()
    return analysis.tags[token] in ("NOUN", "PROPN") and low not in words("role_nouns")


def _numbered_end(analysis: Analysis, after: int) -> int:
    """Token after the number somebody is known by, *after* without one: "Juror No. 7"."""
    numbered = analysis.words[after : after + 2] == ["No", "."]
    return after + 3 if numbered and analysis.tags[after + 2 : after + 3] == ["NUM"] else after


def _is_their_verb(analysis: Analysis, token: int) -> bool:
    """Whether a name and what several people do stand there: "experts at Velm Bank | report"."""
    if not analysis.words[token - 1][:1].isupper():
        return False
    goes_on = analysis.forms[token + 1 : token + 2] not in ([tag] for tag in INFLECTED)
    return analysis.lowers[token] in table("cues") and goes_on


def _begins_clause(analysis: Analysis, link: int) -> bool:
    """Whether a verb follows: "several members | to stay"; "blamed the board | of failing her"."""
    if analysis.lowers[link] == "to":
        return analysis.forms[link + 1] == "VB"
    if not analysis.has(Layer.TAGS):
        return analysis.lowers[link + 1].endswith("ing") and _has_object(analysis, link + 1)
    return analysis.forms[link + 1] == "VBG" and analysis.tags[link + 1] == "VERB"


def _has_object(analysis: Analysis, verb: int) -> bool:
    """Whether a number, a determiner or a name follows: "accused the army of killing 30"."""
    after = "".join(analysis.words[verb + 1 : verb + 2])
    return after[:1].isdigit() or after[:1].isupper() or after in vocabulary.determiners()


def _end_of_phrase(analysis: Analysis, token: int, fallback: int) -> int:
    """Token after the noun phrase that begins at *token*, by its words alone."""
    lowers = analysis.lowers
    if len(lowers[token]) == _YEAR and lowers[token].isdigit():
        return fallback  # In a letter of 1902 Ann Lee told them
    end = min(len(analysis), token + settings.OF_PHRASE)
    last = fallback
    determined = lowers[token] in vocabulary.determiners()
    if lowers[token] in vocabulary.determiners():
        if lowers[token] in vocabulary.determiners("indefinite") and lowers[token] not in (
            "a",
            "an",
        ):
            last = token + 1
        token += 1
    first = token
    while token < end:
        low = lowers[token]
        named = last > fallback and analysis.words[last - 1][:1].isupper()
        named = named and not is_possessive_mark(analysis, last)  # for Velm's | news agency
        if low in HYPHENS or low == "&" or is_possessive_mark(analysis, token):
            token += 1
            continue
        ends = (
            not low[:1].isalnum()
            or low in words("function_words")
            or low in vocabulary.verb_forms()
        )
        ends = ends and not (token > first and _is_modified(analysis, token))
        if ends or (last > fallback and analysis.forms[token] in INFLECTED):
            if fallback < last < token and analysis.tags[token - 1] == "NOUN":
                return token  # the Russian foreign ministry
            if last > fallback or not lowers[token - 1].isalpha():
                return last
            return token if token > first else fallback  # the firm of “cheats”
        if analysis.words[token][:1].isupper() and not _is_of_country(analysis, token):
            last = token + 1
        elif (named and not determined and not _goes_on_with(analysis, token)) or (
            last > fallback
            and lowers[last - 1] in vocabulary.determiners()
            and not _is_counted(analysis, token)
        ):
            break
        elif not _modifies(analysis, token):
            return token + 1
        token += 1
    return last


def _is_modified(analysis: Analysis, token: int) -> bool:
    """Whether a noun that might be a verb has an adjective: "a trove of internal | emails"."""
    before = analysis.relations[token - 1] is Relation.ADJECTIVE
    return before and analysis.heads[token - 1] == token and analysis.forms[token] == "NNS"


def _is_counted(analysis: Analysis, token: int) -> bool:
    """Whether a number counts what follows: "ministers from four | countries", "one large firm"."""
    tags = analysis.tags[token : token + 2]
    return tags[:1] in (["NOUN"], ["NUM"]) or tags == ["ADJ", "NOUN"]


def _goes_on_with(analysis: Analysis, token: int) -> bool:
    """Whether a noun ends what a name begins: "of Velm | police"; by the tree "Velm | tea"."""
    if analysis.lowers[token] in vocabulary.head_nouns():
        return True
    joined = analysis.relations[token - 1] is Relation.COMPOUND
    return joined and analysis.heads[token - 1] == token and analysis.tags[token] == "NOUN"


def _is_of_country(analysis: Analysis, token: int) -> bool:
    """Whether an adjective of a place stands before a plain noun: "head of European | equities"."""
    if analysis.tags[token] != "ADJ" or analysis.tags[token + 1 : token + 2] != ["NOUN"]:
        return False
    return analysis.lowers[token] in vocabulary.countries() and analysis.words[token + 1].islower()


def _modifies(analysis: Analysis, token: int) -> bool:
    """Whether a word of an "of"-phrase is not yet its noun: "30-member", "eastern"."""
    low = analysis.lowers[token]
    if token + 1 < len(analysis) and analysis.lowers[token + 1] in HYPHENS:
        return True
    if analysis.tags[token] == "NOUN" and analysis.relations[token + 1 : token + 2] == [
        Relation.ROOT
    ]:
        return False  # the secretary of state | earned more
    if token and analysis.lowers[token - 1] in HYPHENS:
        return True
    if NUMBER.fullmatch(low) or low in words("role_modifiers") or "-" in low:
        return True
    if token + 1 < len(analysis) and is_possessive_mark(analysis, token + 1):
        return True
    following = analysis.lowers[token + 1] if token + 1 < len(analysis) else ""
    if low.endswith("ed") and following and analysis.words[token + 1][:1].isupper():
        return True  # the chairman of relegated Velm
    if _modifies_by_tree(analysis, token):
        return True
    if following in vocabulary.verb_forms() and _is_modified(analysis, token + 1):
        return True
    if following in vocabulary.verb_forms() or following in words("function_words"):
        return False
    if analysis.has(Layer.TAGS):
        if analysis.tags[token + 1 : token + 2] == ["NOUN"]:
            return True
        if analysis.tags[token] == "NOUN" and analysis.tags[token + 1 : token + 2] == ["VERB"]:
            return False  # a draft of the statement | seen by the press
    return _ADJECTIVE_END.fullmatch(low) is not None or following in vocabulary.head_nouns()


def _modifies_by_tree(analysis: Analysis, token: int) -> bool:
    """Whether another word parts a word from its noun: "relatives of mass | shooting victims".

    "The father of a slain | Velm soldier".
    """
    noun, modify = analysis.heads[token], {Relation.ADJECTIVE, Relation.COMPOUND}
    if noun != token + 2 or analysis.heads[token + 1] != noun:
        return False
    return modify.issuperset(analysis.relations[token:noun]) and analysis.tags[noun] == "NOUN"
