"""Descriptions that can speak: "the mayor", "a senior defence official", "two people", "the report"."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex
from attrs import frozen

from quoteattr.analysis import Layer
from quoteattr.coreference import settings, vocabulary
from quoteattr.coreference.vocabulary import HeadNoun
from quoteattr.datatypes import SpeakerKind
from quoteattr.lexicon import table, words
from quoteattr.records import Number

if TYPE_CHECKING:
    from quoteattr.analysis import Analysis

DETERMINERS = frozenset(
    [
        "the",
        "a",
        "an",
        "this",
        "that",
        "these",
        "those",
        "his",
        "her",
        "its",
        "their",
        "our",
        "my",
        "your",
        "some",
        "any",
        "another",
        "each",
        "every",
        "no",
        "one",
        "both",
        "all",
        "several",
        "many",
        "most",
        "few",
        "other",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "dozens",
        "hundreds",
        "thousands",
    ]
)
POSSESSIVES = frozenset(["his", "her", "its", "their", "our", "my", "your", "'s", "’s", "'", "’"])
_NUMBER = regex.compile(r"[\d,.]+|\d+(?:st|nd|rd|th)")
_HYPHENS = frozenset("-‐‑")
_DOUBTFUL = frozenset(
    [
        "official",
        "general",
        "chief",
        "principal",
        "major",
        "private",
        "executive",
        "individual",
        "human",
        "expert",
        "native",
        "local",
        "representative",
        "conservative",
        "liberal",
        "republican",
        "patient",
        "adult",
        "minor",
        "junior",
        "national",
        "lead",
        "head",
        "second",
        "present",
        "novel",
        "past",
        "cook",
        "host",
        "guard",
        "chair",
        "coach",
        "state",
        "force",
        "house",
        "order",
        "act",
        "note",
        "post",
        "sign",
        "school",
        "court",
        "board",
        "council",
        "account",
        "report",
        "study",
        "review",
        "notice",
        "rich",
        "poor",
        "faithful",
        "others",
        "many",
        "most",
        "some",
        "several",
        "both",
        "count",
        "signal",
        "love",
        "lover",
    ]
)
_ADJECTIVE_END = regex.compile(
    r".+(?:al|ic|ive|ous|ful|less|ary|able|ible|ish|ed|ent|ant|member|est)"
)


@frozen(kw_only=True)
class Nominal:
    """A description and its parts, as token indices.

    Attributes:
        first: First token.
        last: Token after the last, "of"-phrase included.
        head: Head noun (the last token of "secretary general").
        head_first: First token of the head noun.
        noun: What the lists say about the head.
    """

    first: int
    last: int
    head: int
    head_first: int
    noun: HeadNoun


def find_nominals(analysis: Analysis) -> list[Nominal]:
    """Descriptions headed by a listed noun, in text order."""
    heads = vocabulary.head_nouns()
    found: list[Nominal] = []
    for token in [i for i, word in enumerate(analysis.lowers) if word in heads]:
        nominal = read_nominal(analysis, token)
        if nominal is not None:
            found.append(nominal)
    return found


def read_nominal(analysis: Analysis, token: int) -> Nominal | None:
    """The description headed by *token*, or None when the word does not head one here."""
    if not is_head(analysis, token):
        return None
    head_first, noun = head_noun(analysis, token)
    first = first_token(analysis, head_first)
    if not is_complete(analysis, first, head_first, noun):
        return None
    return Nominal(
        first=first, last=last_token(analysis, token), head=token, head_first=head_first, noun=noun
    )


def head_noun(analysis: Analysis, token: int) -> tuple[int, HeadNoun]:
    """First token of the head and its entry: "secretary general", "Prime Minister", "52-year-old"."""
    heads = vocabulary.head_nouns()
    lowers = analysis.lowers
    if token >= 2 and lowers[token - 1] in _HYPHENS:
        joined = f"{lowers[token - 2]}-{lowers[token]}"
        if joined in heads:
            return token - 2, heads[joined]
    if token:
        for sign in (" ", "-"):
            joined = lowers[token - 1] + sign + lowers[token]
            if joined in heads:
                return token - 1, heads[joined]
    return token, heads[lowers[token]]


def is_head(analysis: Analysis, token: int) -> bool:
    """Whether the word is a noun here and no other noun follows it: not "police car", "is general"."""
    lowers = analysis.lowers
    if analysis.has(Layer.TAGS) and analysis.tags[token] not in ("NOUN", "PROPN"):
        return False
    after = token + 1
    if after < len(analysis):
        follower = lowers[after]
        if follower in _HYPHENS and analysis.starts[after] == analysis.ends[token]:
            return False
        if analysis.has(Layer.TAGS):
            return analysis.tags[after] not in ("NOUN", "PROPN") or _is_apart(analysis, token)
        if follower in vocabulary.head_nouns() and follower not in _DOUBTFUL:
            return False
        if lowers[token] in _DOUBTFUL:
            ends = not follower[:1].isalpha() or follower in words("function_words")
            return ends or follower.endswith("ed")
    return True


def _is_apart(analysis: Analysis, token: int) -> bool:
    """Whether the tree says that the noun after *token* is no continuation of it."""
    if not analysis.has(Layer.TREE):
        return False
    return analysis.heads[token] != token + 1 and analysis.heads[token + 1] != token


def first_token(analysis: Analysis, head: int) -> int:
    """Leftmost token of the description: determiner, numbers, modifiers, "the alliance's"."""
    lowers = analysis.lowers
    sure = head
    unknown = 0
    token = head
    stop = max(0, head - settings.MODIFIERS_BEFORE)
    sentence = analysis.sentences[analysis.sentence_of[head]][0]
    while token > max(stop, sentence):
        token -= 1
        low = lowers[token]
        if low in ("'s", "’s") or (low in ("'", "’") and lowers[token - 1].endswith("s")):
            return owner_start(analysis, token, sentence)
        if low in DETERMINERS:
            if low not in ("the", "this", "that", "these", "those", "a", "an") and token > sentence:
                before = lowers[token - 1]
                if before in ("the", "these", "those", "his", "her", "its", "their"):
                    return token - 1
            return token
        if low in _HYPHENS:
            continue
        if is_modifier(analysis, token):
            if not unknown:
                sure = token
            continue
        if (
            not low[:1].isalpha()
            or low in words("function_words")
            or low in table("irregular_verbs")
        ):
            break
        unknown += 1
        if unknown > settings.UNKNOWN_MODIFIERS:
            break
    return sure


def is_modifier(analysis: Analysis, token: int) -> bool:
    """Whether a word certainly modifies the noun to its right: "former", "Russian", "20-year"."""
    low = analysis.lowers[token]
    if low in words("role_modifiers") or low in vocabulary.countries() or _NUMBER.fullmatch(low):
        return True
    if low in vocabulary.no_name_words():
        return False
    if analysis.words[token][:1].isupper():
        begins = token == analysis.sentences[analysis.sentence_of[token]][0]
        return not begins or low not in words("common_words")
    if "-" in low and low[:1].isalnum():
        return True
    if analysis.has(Layer.TAGS):
        return analysis.tags[token] in ("ADJ", "NOUN", "PROPN", "NUM")
    return low in vocabulary.head_nouns() and low not in words("group_nouns")


def owner_start(analysis: Analysis, apostrophe: int, sentence: int) -> int:
    """Leftmost token of a possessor that ends before *apostrophe*: "the alliance's"."""
    lowers = analysis.lowers
    token = apostrophe - 1
    first = token
    while token > sentence and apostrophe - token < settings.MODIFIERS_BEFORE:
        before = lowers[token - 1]
        if before in DETERMINERS:
            return token - 1
        if not analysis.words[token - 1][:1].isupper() or before in words("function_words"):
            break
        token -= 1
        first = token
    return first


def is_complete(analysis: Analysis, first: int, head_first: int, noun: HeadNoun) -> bool:
    """Whether the form can stand alone: a bare singular ("president") needs a determiner."""
    if first < head_first or noun.number is Number.PLURAL:
        low = analysis.lowers[head_first]
        return first < head_first or low not in _DOUBTFUL
    if noun.kind is SpeakerKind.UNNAMED:
        word = analysis.words[head_first]
        follower = analysis.lowers[min(head_first + 1, len(analysis) - 1)]
        return word[:1].isupper() or follower == "of"
    return False


def last_token(analysis: Analysis, head: int) -> int:
    """Token after the last one, with an "of"-phrase: "the leader of the 30-member alliance"."""
    lowers = analysis.lowers
    end = min(len(analysis), head + 2 + settings.OF_PHRASE)
    token = head + 1
    if token + 1 >= end or lowers[token] != "of":
        return head + 1
    token += 1
    if lowers[token] in DETERMINERS:
        token += 1
    last = head + 1
    while token < end:
        low = lowers[token]
        capital = analysis.words[token][:1].isupper() and low not in words("function_words")
        if capital or _NUMBER.fullmatch(low) or low in _HYPHENS:
            if capital:
                last = token + 1
        elif (
            not low[:1].isalnum()
            or low in words("function_words")
            or (last > head + 1 and analysis.words[last - 1][:1].isupper())
        ):
            break
        else:
            last = token + 1
            if not (low in words("role_modifiers") or _ADJECTIVE_END.fullmatch(low) or "-" in low):
                break
        token += 1
    return last
