"""Descriptions with a noun of no list, which a verb of saying shows to be a speaker."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from quoteattr.analysis import Layer, Relation
from quoteattr.coreference import settings, vocabulary
from quoteattr.coreference.nominals.extents import (
    HYPHENS,
    first_token,
    hyphened_start,
    hyphened_word,
    is_modifier,
    is_possessive_mark,
)
from quoteattr.coreference.nominals.of_phrases import last_token
from quoteattr.coreference.nominals.partitives import out_of, partitive_start
from quoteattr.coreference.nominals.phrases import Nominal
from quoteattr.coreference.nominals.times import time_start
from quoteattr.coreference.vocabulary import HeadNoun
from quoteattr.datatypes import SpeakerKind
from quoteattr.grammar import ADVERBS, HAVE, child
from quoteattr.lexicon import words
from quoteattr.records import Number

if TYPE_CHECKING:
    from quoteattr.analysis import Analysis

_APPOSED: Final = frozenset({"who", "whose", "a", "an"})
_DETERMINERS: Final = frozenset({"a", "an", "the", "his", "her", "that", "this"})
_GOVERN: Final = words("prepositions") - {"of", "than", "after", "before", "until"}
_TIMES: Final = frozenset(
    {"afternoon", "day", "evening", "hour", "moment", "month", "morning", "night", "week", "year"}
)
_DOCUMENT_ENDS: Final = ("tion", "ment", "graph", "book", "sheet", "paper")
"""How nouns end that name something written: "the factsheet said"."""
_BETWEEN: Final = HAVE | ADVERBS | {"earlier", "previously", "recently", "reportedly"}
_PLACES: Final = frozenset({"in", "at", "from", "near", "of"})
_AMOUNTS: Final = frozenset({"lot", "percent", "number", "majority", "quarter", "third", "share"})
SPEAKING_PARTS: Final = frozenset(
    {"voice", "tone", "tones", "lips", "eyes", "look", "smile", "face"}
)
"""What speaks for whom it belongs to."""
_PARTICIPLES: Final = frozenset({"VBG", "VBN"})
_PARTICLES: Final = frozenset({"out"})
_PLACED: Final = frozenset({"above", "as", "below", "beneath", "close", "inside", "outside"}) | {
    "without"
}
"""What may go on after a speaker besides prepositions of the lists: "said a voice below him"."""
_BODIES: Final = frozenset({"opposition", "coalition", "institution", "congregation"})


def unlisted(analysis: Analysis, verb: int) -> Nominal | None:
    """A description with a noun of no list that stands beside a verb of saying.

    "the lamplighter said", "said an angry lamplighter": it needs a determiner.
    """
    before = _with_phrase(analysis, verb) or _before_verb(analysis, verb)
    return before or _opener(analysis, verb) or _after_verb(analysis, verb)


def _before_verb(analysis: Analysis, verb: int) -> Nominal | None:
    sentence = analysis.sentence_at(verb)[0]
    head = time_start(analysis, verb, sentence) - 1
    while head > sentence and analysis.lowers[head] in _BETWEEN:
        head -= 1
    if head - 4 >= sentence and _is_age(analysis, head):
        head -= 3  # the Dutchman, 61, said
    if head <= sentence:
        return None
    stands = _is_anaphor(analysis, head) or _is_one(analysis, head)
    if not stands and not _could_be_noun(analysis, head):
        return None
    joined = hyphened_start(analysis, head)
    first = first_token(analysis, joined)
    if first == joined or analysis.lowers[first] not in vocabulary.determiners():
        return None
    if first > sentence and analysis.lowers[first - 1] in _GOVERN | _PLACED - {"as"}:
        return None  # a diplomat briefed on the agenda said
    return _guess(analysis, first, head)


def _with_phrase(analysis: Analysis, verb: int) -> Nominal | None:
    """A subject that tells where it is: "The tannery in Velm said"."""
    subject = child(analysis, verb, Relation.SUBJECT)
    if subject is None or subject > verb or analysis.forms[subject] != "NN":
        return None
    first = first_token(analysis, hyphened_start(analysis, subject))
    determined = first < subject and analysis.lowers[first] in _DETERMINERS
    link, low = analysis.lowers[subject + 1], analysis.lowers[subject]
    if not determined or link not in _PLACES or (link == "of" and low in _AMOUNTS):
        return None
    found = _guess(analysis, first, subject)
    return evolve(found, last=last_token(analysis, subject, found.noun))


def _opener(analysis: Analysis, verb: int) -> Nominal | None:
    """What opens a sentence before a relative clause: "The Kenyan botanist, who led it, said".

    Also before somebody new: "A senior banking figure, who was there, said".
    """
    first, lowers = analysis.sentence_at(verb)[0], analysis.lowers
    if lowers[first] not in ("the", "a", "an", "one", "another"):
        return None
    for after in range(first + 2, min(first + settings.OPENER, verb)):
        if lowers[after] == ",":
            told = lowers[after + 1] in _APPOSED or vocabulary.is_demonym(lowers[after - 1])
            placed = analysis.tags[after - 1] == "ADV"  # A driver nearby, who was there, said
            opens = told and not placed and lowers[verb - 1] == ","
            return _guess(analysis, first, after - 1) if opens else None
        joined = lowers[after - 1] in HYPHENS or lowers[after] in HYPHENS
        if not (joined or _could_be_noun(analysis, after - 1)) and not is_modifier(
            analysis, after - 1, first
        ):
            return None
    return None


def _is_age(analysis: Analysis, token: int) -> bool:
    """Whether an age between commas ends at *token*."""
    first, age, last = analysis.lowers[token - 2 : token + 1]
    return (first, last) == (",", ",") and age.isdigit()


def _after_verb(analysis: Analysis, verb: int) -> Nominal | None:
    if verb and analysis.words[verb - 1][-1:].isalnum():
        return None  # This prompted a response
    first = verb + 1
    sentence_end = analysis.sentence_at(verb)[1]
    if first < sentence_end and analysis.lowers[first] in _PARTICLES:
        first += 1  # cried out the other
    owner = _end_of_owner(analysis, first, sentence_end)
    if first >= sentence_end or (owner == first and analysis.lowers[first] not in _DETERMINERS):
        return None
    anaphor = first + 1 < sentence_end and _is_anaphor(analysis, first + 1)
    head = _last_noun(analysis, owner + anaphor, sentence_end)
    if owner > first and analysis.lowers[head] in SPEAKING_PARTS:
        return None  # said Holm's voice: it is Holm
    if head == owner or analysis.lowers[head] in _TIMES | words("speech_events"):
        return None
    follower = analysis.lowers[head + 1] if head + 1 < len(analysis) else "."
    goes_on = follower[:1].isalpha() and not follower.endswith("ly")
    if goes_on and not (follower in words("prepositions") or follower in _PLACED):
        return None
    return _guess(analysis, first, head)


def _end_of_owner(analysis: Analysis, first: int, end: int) -> int:
    """The mark of whose somebody is from *first* on: "Holm's | teacher"; *first* without one."""
    for mark in range(first + 1, min(end, first + settings.UNLISTED)):
        if is_possessive_mark(analysis, mark):
            return mark
        named = analysis.words[mark - 1][:1].isupper()
        if not (named or mark - 1 == first or _could_be_noun(analysis, mark - 1)):
            break
    return first


def _last_noun(analysis: Analysis, first: int, end: int) -> int:
    """The last word of a noun phrase that may go on after *first*: "the grim long-legged tramp"."""
    head, stop = first, min(end, first + settings.UNLISTED)
    while head + 1 < stop:
        joined = hyphened_word(analysis, head + 1)
        if joined > head + 1 and joined < end:
            head, stop = joined, min(end, stop + joined - head - 1)
        elif analysis.lowers[head + 1] in _PLACED and not _could_be_noun(analysis, head + 2):
            break  # said a voice | close ahead
        elif _could_be_noun(analysis, head + 1) or _is_quality(analysis, head + 1):
            head += 1
        elif _is_one(analysis, head + 1):
            return head + 1
        else:
            break
    return head


def _is_quality(analysis: Analysis, token: int) -> bool:
    """Whether a participle tells more of a noun right after it: "this engaging ruffian".

    Or a quality that is on no list of nouns: "the little otter".
    """
    if analysis.forms[token] not in _PARTICIPLES and analysis.tags[token] != "ADJ":
        return False
    of_noun = analysis.relations[token] in (Relation.ADJECTIVE, Relation.COMPOUND)
    return of_noun and analysis.heads[token] > token and _could_be_noun(analysis, token + 1)


def _could_be_noun(analysis: Analysis, token: int) -> bool:
    """Whether a word may be a noun or tell more of one; nothing beyond the end of the text is."""
    if token >= len(analysis):
        return False
    low = analysis.lowers[token]
    if vocabulary.is_demonym(low):  # the Russian said
        return True
    if analysis.has(Layer.TAGS) and analysis.tags[token] not in ("NOUN", "PROPN", "ADJ"):
        return False
    return (
        analysis.words[token].isalpha()
        and analysis.words[token].islower()
        and low not in words("function_words")
        and low not in vocabulary.reporting_forms()
        and not low.endswith("ly")
        and low != "aloud"
    )


def _is_anaphor(analysis: Analysis, token: int) -> bool:
    """Whether "the other", "the latter" stands here for somebody."""
    return (
        analysis.lowers[token] in ("other", "latter", "former")
        and analysis.lowers[token - 1] == "the"
    )


def _is_one(analysis: Analysis, token: int) -> bool:
    """Whether "one" stands for somebody after a quality: "the tall one"."""
    if token < 2 or analysis.lowers[token : token + 1] != ["one"]:
        return False
    return analysis.lowers[token - 2] == "the" and _could_be_noun(analysis, token - 1)


def _guess(analysis: Analysis, first: int, head: int) -> Nominal:
    low = analysis.lowers[head]
    single = low.endswith("ss") or analysis.lowers[first] in ("a", "an")
    many = low.endswith("s") and not single
    kind = SpeakerKind.GROUP if many else SpeakerKind.UNNAMED
    if low.endswith(_DOCUMENT_ENDS):
        kind = SpeakerKind.ORGANIZATION if low in _BODIES else SpeakerKind.DOCUMENT
    noun = HeadNoun(
        noun=low, kind=kind, number=Number.PLURAL if many else Number.SINGULAR, group=low
    )
    part = partitive_start(analysis, first, head) if many else first
    if part < first:
        first, noun = part, out_of(noun, analysis.lowers[part])
    return Nominal(first=first, last=head + 1, head=head, head_first=head, noun=noun)
