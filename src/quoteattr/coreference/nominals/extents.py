"""Where a description begins, and the words that hyphens tie to its head noun.

By its words and, where there are any, its tags; a small parser's tree gives worse extents (75 of 90
in the invented articles against 84).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import regex

from quoteattr.analysis import Layer, Relation
from quoteattr.coreference import settings, vocabulary
from quoteattr.coreference.nominals.times import after_time
from quoteattr.grammar import INFLECTED
from quoteattr.lexicon import words
from quoteattr.records import Number

if TYPE_CHECKING:
    from quoteattr.analysis import Analysis

HYPHENS: Final = frozenset("-‐‑–")
_DEGREES: Final = frozenset({"very", "rather", "quite", "most", "highly"})
"""Adverbs inside a description: "a very old friend"."""
_OBJECTS: Final = frozenset({Relation.OBJECT, Relation.INDIRECT_OBJECT})
_PUBLIC: Final = ["public"]
POSSESSIVE_MARKS: Final = frozenset({"'s", "'"})
NUMBER: Final = regex.compile(r"\d[\d,.]*(?:st|nd|rd|th)?")


def first_token(analysis: Analysis, head: int) -> int:
    """Leftmost token of the description: determiner, numbers, modifiers, "the alliance's"."""
    return after_time(analysis, _leftmost(analysis, head), head)


def _leftmost(analysis: Analysis, head: int) -> int:
    lowers = analysis.lowers
    sure = token = head
    unknown = 0
    sentence = analysis.sentence_at(head)[0]
    stop = max(sentence, head - settings.MODIFIERS_BEFORE)
    while token > stop:
        token -= 1
        low = lowers[token]
        if is_possessive_mark(analysis, token):
            return owner_start(analysis, token, sentence)
        if lowers[token + 1] in HYPHENS and low.isalpha():  # four-star
            sure = sure if unknown else token
            continue
        if low in vocabulary.determiners():
            if token > stop and is_possessive_mark(analysis, token - 1):
                continue  # the firm's ten largest owners
            if low in ("that", "this") and _is_of_several(analysis, head):
                break
            named = analysis.words[min(head + 1, len(analysis) - 1)][:1].isupper()
            if low == "that" and named and analysis.forms[token] == "IN":
                break  # confirmed that | striker Ada Holm
            return _before_number(analysis, hyphened_start(analysis, token), sentence)
        if low in HYPHENS:
            if analysis.ends[token] < analysis.starts[token + 1]:
                break  # “No way back for us” – farmers
            stop = max(sentence, stop - 2)  # a 52-year-old ex-soldier: what it ties is one word
            continue
        if _is_inside_name(analysis, token):
            continue
        if low in ("then", "only") and is_possessive_mark(analysis, token - 1):
            continue  # the firm's then head
        if low in _DEGREES and lowers[token - 1 : token] in (["a"], ["an"]):
            return token - 1
        if low in vocabulary.reporting_forms() and _has_subject(analysis, token):
            break  # its chairwoman accused | ministers
        if analysis.forms[token] == "VBG" and _governs(analysis, token, head):
            break  # A charity supporting | nurses
        if is_modifier(analysis, token, sentence) or _opens_role(analysis, token, head, sentence):
            sure = sure if unknown else token
            continue
        ends = low in words("function_words") or low in vocabulary.verb_forms()
        if not low[:1].isalpha() or ends or analysis.forms[token] in INFLECTED:
            break
        unknown += 1
        if unknown > settings.UNKNOWN_MODIFIERS:
            break
    return sure


def _opens_role(analysis: Analysis, token: int, head: int, sentence: int) -> bool:
    """Whether the first word of a sentence modifies a noun: "Latin | teacher Ada Holm said".

    Or a noun that looks like a verb does in the tree: "Public works | director Ada Holm said".
    """
    relation = analysis.relations[token]
    if analysis.lowers[token] == "works" and analysis.lowers[max(0, token - 1) : token] == _PUBLIC:
        return True
    modifies = relation is Relation.COMPOUND or (
        relation is Relation.ADJECTIVE and token == sentence
    )
    return modifies and analysis.heads[token] == head


def _has_subject(analysis: Analysis, verb: int) -> bool:
    """Whether who did what a past participle tells stands before it: "Ada Holm accused"."""
    if verb and analysis.lowers[verb - 1] in vocabulary.head_nouns():
        return True
    named = analysis.tags[verb - 1 : verb] == ["PROPN"]
    return named and analysis.lowers[verb].endswith("ed") and analysis.words[verb].islower()


def _governs(analysis: Analysis, verb: int, head: int) -> bool:
    """Whether a participle that tells more of the noun before it has the *head* for its object."""
    deed = analysis.heads[head] == verb and analysis.relations[head] in _OBJECTS
    return deed and analysis.tags[verb - 1 : verb] == ["NOUN"]


def _is_of_several(analysis: Analysis, head: int) -> bool:
    """Whether no "that" points at a noun, which is a plural: "a deal that | people have signed"."""
    noun = vocabulary.head_nouns().get(analysis.lowers[head])
    plural = noun is not None and noun.number is Number.PLURAL
    return plural or analysis.lowers[head].endswith("s")


def _is_inside_name(analysis: Analysis, token: int) -> bool:
    """Whether a word joins the name of a body: "a Department for Transport spokesman".

    Or of a firm: "a Lee & Sons spokesman".
    """
    if analysis.lowers[token] not in ("of", "for", "&") or token == 0:
        return False
    before, after = analysis.words[token - 1], analysis.words[token + 1]
    if analysis.lowers[token] == "&":
        return before[:1].isupper() and after[:1].isupper()
    return before[:1].isupper() and after[:1].isupper() and before.lower() in words("org_nouns")


def is_possessive_mark(analysis: Analysis, token: int) -> bool:
    """Whether a token is the 's of a possessor."""
    if analysis.lowers[token] not in POSSESSIVE_MARKS or token == 0:
        return False
    touches = analysis.ends[token - 1] == analysis.starts[token]
    return touches and (len(analysis.words[token]) > 1 or analysis.lowers[token - 1].endswith("s"))


def _before_number(analysis: Analysis, token: int, sentence: int) -> int:
    """The determiner before a numeral or quantifier: "the two officials", "all the members"."""
    if token > sentence and analysis.lowers[token] in vocabulary.determiners("indefinite"):
        before = analysis.lowers[token - 1]
        if before not in ("a", "an", "one", "that") and before in vocabulary.determiners():
            return token - 1
    return token


def is_modifier(analysis: Analysis, token: int, sentence: int) -> bool:
    """Whether a word certainly modifies the noun to its right: "former", "Russian", "20-year"."""
    low = analysis.lowers[token]
    if low in words("role_modifiers") or low in vocabulary.countries() or NUMBER.fullmatch(low):
        return True
    if low in vocabulary.no_name_words():
        return False
    common_at_start = token == sentence and low in words("common_words")  # Alliance leaders said
    if analysis.words[token][:1].isupper() and not common_at_start:
        return True
    if "-" in low and low[:1].isalnum():
        return True
    if analysis.has(Layer.TAGS):
        return analysis.tags[token] in ("ADJ", "NOUN", "PROPN", "NUM")
    return low in vocabulary.head_nouns() and low not in words("group_nouns")


def owner_start(analysis: Analysis, apostrophe: int, sentence: int) -> int:
    """Leftmost token of a possessor that ends before *apostrophe*: "the alliance's".

    "The club's supporters'", "the former St Ada's".
    """
    lowers = analysis.lowers
    token = first = apostrophe - 1
    capitals = analysis.words[first][:1].isupper()
    while token > sentence and apostrophe - token < settings.MODIFIERS_BEFORE:
        before = lowers[token - 1]
        if before in ("that", "this") and analysis.words[token][:1].isupper():
            break  # said that | Lee's aides had left
        if before in vocabulary.determiners():
            return token - 1
        if before in HYPHENS:
            token -= 1
            continue
        if is_possessive_mark(analysis, token - 1):
            return owner_start(analysis, token - 1, sentence)
        if capitals and before in vocabulary.soft_modifiers():
            determined = token > sentence + 1 and lowers[token - 2] in vocabulary.determiners()
            return token - 1 - determined
        upper = analysis.words[token - 1][:1].isupper()
        if before in words("function_words") or not (upper or (not capitals and before.isalpha())):
            break
        token -= 1
        if upper:
            first = token
        elif capitals:
            break
    return first


def hyphened_end(analysis: Analysis, head: int) -> int:
    """Token after a noun and what hyphens tie to it: "mother-of-three"."""
    lowers = analysis.lowers
    if head + 4 >= len(lowers) or lowers[head + 2] != "of":
        return head + 1
    return head + 5 if {lowers[head + 1], lowers[head + 3]} <= HYPHENS else head + 1


def hyphened_start(analysis: Analysis, head: int) -> int:
    """First token of a noun and what hyphens tie to it: "all-rounder"."""
    while head > 1 and analysis.lowers[head - 1] in HYPHENS:
        if analysis.ends[head - 2] != analysis.starts[head - 1]:
            break
        head -= 2
    return head


def hyphened_word(analysis: Analysis, first: int) -> int:
    """Last token of what hyphens tie to a word: "ill-favoured", "good-for-nothing"."""
    lowers, last = analysis.lowers, first
    while last + 2 < len(lowers) and lowers[last + 1] in HYPHENS:
        close = analysis.ends[last] == analysis.starts[last + 1]
        if not close or analysis.ends[last + 1] != analysis.starts[last + 2]:
            break
        if not lowers[last + 2].isalpha():
            break
        last += 2
    return last


def last_word(analysis: Analysis, end: int) -> int:
    """Token that ends at or reaches over code point *end*."""
    return max(0, min(analysis.token_at(end - 1), len(analysis) - 1))
