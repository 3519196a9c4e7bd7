"""Descriptions that can speak: "the mayor", "a defence official", "two people", "the report"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from attrs import frozen

from quoteattr.analysis import Layer
from quoteattr.coreference import vocabulary
from quoteattr.coreference.extents import HYPHENS, first_token, last_token
from quoteattr.coreference.partitives import PRONOUNS, out_of, part_of_them, partitive_start
from quoteattr.coreference.vocabulary import HeadNoun
from quoteattr.datatypes import SpeakerKind
from quoteattr.lexicon import words
from quoteattr.records import Number

if TYPE_CHECKING:
    from quoteattr.analysis import Analysis

_NOUN_TAGS: Final = ("NOUN", "PROPN")
_DOCUMENT_ENDS: Final = ("tion", "ment", "graph", "book", "sheet", "paper")


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
    """Descriptions headed by a listed noun, or by any noun beside a verb of saying.

    They come in text order, a longer one first.
    """
    heads = _signs()
    listed = [i for i, word in enumerate(analysis.lowers) if word in heads]
    found = [nominal for i in listed if (nominal := read_nominal(analysis, i)) is not None]
    known = {nominal.head for nominal in found}
    verbs = vocabulary.reporting_forms()
    for verb in [i for i, word in enumerate(analysis.lowers) if word in verbs]:
        nominal = unlisted(analysis, verb)
        if nominal is not None and nominal.head not in known:
            known.add(nominal.head)
            found.append(nominal)
    return sorted(found, key=lambda nominal: (nominal.first, -nominal.last))


@cache
def _signs() -> frozenset[str]:
    """Words that may head a description."""
    return frozenset(vocabulary.head_nouns()) | frozenset(vocabulary.compound_heads()) | PRONOUNS


def read_nominal(analysis: Analysis, token: int) -> Nominal | None:
    """The description headed by *token*, or None when the word does not head one here."""
    if analysis.lowers[token] in PRONOUNS:
        return read_part_of_them(analysis, token)
    found = head_noun(analysis, token)
    if found is None or not is_head(analysis, token):
        return None
    head_first, noun = found
    is_quantity = analysis.lowers[token] in vocabulary.determiners()  # Holm and Kral both said
    first = head_first if is_quantity else first_token(analysis, head_first)
    last = last_token(analysis, token, noun)
    if not is_complete(analysis, first, head_first, last, noun):
        return None
    if noun.number is Number.PLURAL:
        part = partitive_start(analysis, first, token)
        if part < first:
            first, noun = part, out_of(noun, analysis.lowers[part])
    return Nominal(first=first, last=last, head=token, head_first=head_first, noun=noun)


def read_part_of_them(analysis: Analysis, token: int) -> Nominal | None:
    """The description that the pronoun *token* ends: "one of them"."""
    found = part_of_them(analysis, token)
    if found is None:
        return None
    first, last, noun = found
    return Nominal(first=first, last=last, head=token - 2, head_first=token - 2, noun=noun)


def head_noun(analysis: Analysis, token: int) -> tuple[int, HeadNoun] | None:
    """First token of the head and its entry: "secretary general", "sister-in-law"."""
    heads = vocabulary.head_nouns()
    low = analysis.lowers[token]
    for compound in vocabulary.compound_heads().get(low, ()):
        start = analysis.ends[token] - len(compound)
        written = analysis.text[max(0, start) : analysis.ends[token]].lower()
        if written.replace("-", " ") == compound.replace("-", " "):
            first = analysis.token_at(start)
            if analysis.starts[first] == start:
                return first, heads[compound]
    return (token, heads[low]) if low in heads else None


def is_head(analysis: Analysis, token: int) -> bool:
    """Whether the word is a noun here and no other noun follows it: not "police car"."""
    lowers = analysis.lowers
    tagged = analysis.has(Layer.TAGS)
    if tagged and analysis.tags[token] not in _NOUN_TAGS and lowers[token] in _doubtful():
        return is_quantity_that_speaks(analysis, token)
    after = token + 1
    if after >= len(analysis):
        return True
    follower = lowers[after]
    if follower in HYPHENS and analysis.starts[after] == analysis.ends[token]:
        return False
    if f"{lowers[token]} {follower}" in vocabulary.head_nouns():
        return False
    if tagged:
        continues = analysis.tags[after] in _NOUN_TAGS and analysis.heads[token] == after
        return not continues and not (
            analysis.tags[after] == "NOUN" and not analysis.has(Layer.TREE)
        )
    if follower in vocabulary.head_nouns() and follower not in vocabulary.reporting_forms():
        return False
    if lowers[token] in _doubtful():
        stops = not follower[:1].isalpha() or follower in words("function_words")
        return stops or follower in vocabulary.verb_forms() or follower.endswith("ed")
    return True


def is_quantity_that_speaks(analysis: Analysis, token: int) -> bool:
    """Whether a quantifier stands alone before a verb of saying: "Some said it was late."."""
    if analysis.lowers[token] not in vocabulary.determiners("indefinite"):
        return False
    follower = "".join(analysis.lowers[token + 1 : token + 2])
    return follower in vocabulary.reporting_forms() or follower in vocabulary.plural_reports()


def _doubtful() -> frozenset[str]:
    return words("doubtful_heads")


def is_complete(analysis: Analysis, first: int, head_first: int, last: int, noun: HeadNoun) -> bool:
    """Whether the form can stand alone: a bare singular ("president") needs a determiner."""
    if head_first and analysis.lowers[head_first - 1] in HYPHENS:
        joined = analysis.ends[head_first - 1] == analysis.starts[head_first]
        if joined and analysis.words[head_first - 2][:1].isdigit() and noun.noun != "year-old":
            return False
    low = analysis.lowers[head_first]
    if first < head_first:
        determined = analysis.lowers[first] in vocabulary.determiners()
        after_name = analysis.words[head_first - 1][:1].isupper()
        noun_by_tag = analysis.has(Layer.TAGS) and not after_name
        return determined or noun_by_tag or low not in vocabulary.reporting_forms()
    if noun.number is Number.PLURAL:
        speaks = analysis.lowers[last : last + 1]
        acts = bool(speaks) and speaks[0] in vocabulary.verb_forms() | vocabulary.plural_reports()
        return low not in _doubtful() or acts
    if noun.kind is SpeakerKind.UNNAMED:
        return (
            analysis.words[head_first][:1].isupper() or analysis.lowers[head_first + 1 : last] != []
        )
    return False


def unlisted(analysis: Analysis, verb: int) -> Nominal | None:
    """A description with a noun of no list that stands beside a verb of saying.

    "the lamplighter said", "said an angry lamplighter": it needs a determiner.
    """
    return _before_verb(analysis, verb) or _after_verb(analysis, verb)


def _before_verb(analysis: Analysis, verb: int) -> Nominal | None:
    sentence = analysis.sentences[analysis.sentence_of[verb]][0]
    head = verb - 1
    while head > sentence and analysis.lowers[head] in ("also", "has", "had", "then", "later"):
        head -= 1
    if head <= sentence:
        return None
    if not _could_be_noun(analysis, head) and not _is_anaphor(analysis, head):
        return None
    first = first_token(analysis, head)
    if first == head or analysis.lowers[first] not in vocabulary.determiners():
        return None
    return _guess(analysis, first, head)


def _after_verb(analysis: Analysis, verb: int) -> Nominal | None:
    first = verb + 1
    sentence_end = analysis.sentences[analysis.sentence_of[verb]][1]
    if first >= sentence_end or analysis.lowers[first] not in ("a", "an", "the", "his", "her"):
        return None
    head = first + _is_anaphor(analysis, first + 1) if first + 1 < sentence_end else first
    while head + 1 < min(sentence_end, first + 4) and _could_be_noun(analysis, head + 1):
        head += 1
    if head == first:
        return None
    follower = analysis.lowers[head + 1] if head + 1 < len(analysis) else "."
    if follower[:1].isalpha() and follower not in words("prepositions") and follower != "as":
        return None
    return _guess(analysis, first, head)


def _could_be_noun(analysis: Analysis, token: int) -> bool:
    low = analysis.lowers[token]
    if vocabulary.is_demonym(low):  # the Russian said
        return True
    if analysis.has(Layer.TAGS) and analysis.tags[token] not in ("NOUN", "ADJ"):
        return False
    return (
        analysis.words[token].isalpha()
        and analysis.words[token].islower()
        and low not in words("function_words")
        and low not in vocabulary.reporting_forms()
        and not low.endswith("ly")
    )


def _is_anaphor(analysis: Analysis, token: int) -> bool:
    """Whether "the other", "the latter" stands here for somebody."""
    return analysis.lowers[token] in ("other", "latter") and analysis.lowers[token - 1] == "the"


def _guess(analysis: Analysis, first: int, head: int) -> Nominal:
    low = analysis.lowers[head]
    many = (
        low.endswith("s") and not low.endswith("ss") and analysis.lowers[first] not in ("a", "an")
    )
    kind = SpeakerKind.GROUP if many else SpeakerKind.UNNAMED
    if low.endswith(_DOCUMENT_ENDS):
        kind = SpeakerKind.DOCUMENT
    noun = HeadNoun(
        noun=low, kind=kind, number=Number.PLURAL if many else Number.SINGULAR, group=low
    )
    return Nominal(first=first, last=head + 1, head=head, head_first=head, noun=noun)
