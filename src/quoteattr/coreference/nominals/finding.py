"""Descriptions that can speak: "the mayor", "a defence official", "two people", "the report"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from quoteattr.analysis import Layer, Relation
from quoteattr.coreference import vocabulary
from quoteattr.coreference.nominals.appearance import end_of_looks
from quoteattr.coreference.nominals.extents import HYPHENS, first_token, hyphened_end
from quoteattr.coreference.nominals.of_phrases import last_token
from quoteattr.coreference.nominals.partitives import (
    PRONOUNS,
    out_of,
    part_of_them,
    partitive_start,
)
from quoteattr.coreference.nominals.phrases import Nominal
from quoteattr.coreference.nominals.unlisted import unlisted
from quoteattr.datatypes import SpeakerKind
from quoteattr.grammar import BE, HAVE, MODALS, is_subject
from quoteattr.lexicon import words
from quoteattr.records import Number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quoteattr.analysis import Analysis
    from quoteattr.coreference.vocabulary import HeadNoun

_CLOSING: Final = frozenset("\"”'’»")
_MOVES: Final = frozenset(
    {
        "lifted",
        "raised",
        "lowered",
        "turned",
        "shook",
        "bowed",
        "tossed",
        "lifts",
        "raises",
        "turns",
    }
) | {"shakes", "nodded", "hung", "cocked", "tilted", "with", "from", "over", "on"}
_NOUNS_IN_LY: Final = frozenset({"ally", "assembly", "bully", "family", "monopoly", "reply"})
_NOUN_TAGS: Final = ("NOUN", "PROPN")


def find_nominals(analysis: Analysis) -> list[Nominal]:
    """Descriptions headed by a listed noun, or by any noun beside a verb of saying.

    They come in text order, a longer one first.
    """
    heads = _signs()
    listed = [i for i, word in enumerate(analysis.lowers) if word in heads]
    found = [nominal for i in listed if (nominal := read_nominal(analysis, i)) is not None]
    known = {nominal.head for nominal in found}
    verbs = vocabulary.reporting_forms()
    cries = after_marks(analysis.lowers)
    for verb in [i for i, word in enumerate(analysis.lowers) if word in verbs or i in cries]:
        nominal = unlisted(analysis, verb)
        if nominal is not None and nominal.head not in known:
            known.add(nominal.head)
            found.append(nominal)
    return sorted(found, key=lambda nominal: (nominal.first, -nominal.last))


def after_marks(lowers: Sequence[str]) -> frozenset[int]:
    """Tokens that stand where a verb of saying of no list may: “No,” grinned the Finn."""
    after = (i + 1 for i, word in enumerate(lowers[:-1]) if word in _CLOSING)
    return frozenset(i for i in after if lowers[i].endswith("ed"))


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
    the = is_quantity and analysis.lowers[head_first - 1 : head_first] == ["the"]  # The two said
    first = head_first - the if is_quantity else first_token(analysis, head_first)
    last = end_of_looks(analysis, first, last_token(analysis, token, noun), noun)
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


def _is_of_body(lowers: Sequence[str], token: int) -> bool:
    """Whether a head is a part of the body: "his head", "lifted its head"; not "its head"."""
    if lowers[token] != "head" or token == 0 or lowers[token + 1 : token + 2] == ["of"]:
        return False
    moved = lowers[token - 1] == "its" and lowers[max(0, token - 2)] in _MOVES
    return moved or lowers[token - 1] in ("his", "her", "my", "your", "their")


def is_head(analysis: Analysis, token: int) -> bool:
    """Whether the word is a noun here and no other noun follows it: not "police car"."""
    lowers = analysis.lowers
    tagged = analysis.has(Layer.TAGS)
    if _is_adjective(analysis, token) or _is_of_body(lowers, token):
        return False
    if lowers[token] == "pm" and token and lowers[token - 1][-1:].isdigit():
        return False  # at 10 PM
    if lowers[token] == "minutes" and lowers[token - 1] in vocabulary.determiners("indefinite"):
        return False  # in a few minutes
    if tagged and analysis.tags[token] not in _NOUN_TAGS and lowers[token] in _doubtful():
        return is_quantity_that_speaks(analysis, token)
    after = token + 1
    if after >= len(analysis):
        return True
    follower = lowers[after]
    if is_verb_of_name(analysis, token):
        return False
    if follower in HYPHENS and analysis.starts[after] == analysis.ends[token]:
        return hyphened_end(analysis, token) > after
    if f"{lowers[token]} {follower}" in vocabulary.head_nouns():
        return False
    if tagged:
        joined = analysis.tags[after] in _NOUN_TAGS and analysis.heads[token] == after
        other = is_verb_of_name(analysis, after) or tells_how(analysis, after)
        continues = joined and not other
        return not continues and not (
            analysis.tags[after] == "NOUN" and not analysis.has(Layer.TREE)
        )
    if follower in vocabulary.head_nouns() and follower not in vocabulary.reporting_forms():
        return False
    if lowers[token] in _doubtful():
        stops = not follower[:1].isalpha() or follower in words("function_words")
        return stops or follower in vocabulary.verb_forms() or follower.endswith("ed")
    return True


def tells_how(analysis: Analysis, token: int) -> bool:
    """Whether a word at the end of a clause tells how, whatever its tag: said the lady gloomily."""
    low = analysis.lowers[token]
    if not low.endswith("ly") or low in _NOUNS_IN_LY:
        return False
    after = analysis.lowers[token + 1 : token + 2]
    return not after or after == ["and"] or not after[0][:1].isalpha()


def _is_adjective(analysis: Analysis, token: int) -> bool:
    """Whether a noun of the lists tells more of a noun after it here: "a firm blue hand"."""
    tells = analysis.relations[token] is Relation.ADJECTIVE and analysis.heads[token] > token
    return tells and analysis.lowers[token - 1] not in HYPHENS


def is_verb_of_name(analysis: Analysis, token: int) -> bool:
    """Whether a plural noun is the verb of the body before it: "the Velm Post reports that"."""
    low = analysis.lowers[token]
    if token == 0 or not low.endswith("s") or low not in vocabulary.reporting_forms():
        return False
    follower = "".join(analysis.lowers[token + 1 : token + 2])
    before = analysis.lowers[token - 1]
    if follower == "that" and before in words("org_nouns") | words("document_nouns"):
        return "".join(analysis.lowers[token + 2 : token + 3]) not in BE | HAVE | MODALS
    if before in words("document_nouns") and "that" in analysis.lowers[token + 4 : token + 5]:
        return follower == "," == analysis.lowers[token + 3]  # the report notes, however, that
    named = analysis.words[token - 1][:1].isupper() and analysis.words[token] == low
    return named and follower not in vocabulary.reporting_forms()


def is_quantity_that_speaks(analysis: Analysis, token: int) -> bool:
    """Whether a quantifier stands alone before a verb of saying: "Some said it was late."."""
    if analysis.lowers[token] not in vocabulary.determiners("indefinite"):
        return False
    follower = "".join(analysis.lowers[token + 1 : token + 2])
    return follower in vocabulary.reporting_forms() or follower in vocabulary.plural_reports()


def _after_place(analysis: Analysis, token: int) -> list[str]:
    """The word after the name of a place that begins at *token*."""
    first = token
    while token < len(analysis) and analysis.words[token][:1].isupper():
        token += 1
    return analysis.lowers[token : token + 1] if token > first else []


def _opens_with_deed(analysis: Analysis, first: int, last: int) -> bool:
    """Whether a sentence opens with several who do something: "Police searching the house said"."""
    opens = analysis.sentence_at(first)[0] == first
    return opens and analysis.forms[last] == "VBG" and analysis.tags[last] == "VERB"


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
        verbs = vocabulary.verb_forms() | vocabulary.plural_reports()
        if speaks in (["in"], ["at"], ["from"]):  # Police in Velm have said
            speaks, verbs = _after_place(analysis, last + 1), verbs | HAVE
        acts = bool(speaks) and (speaks[0] in verbs or _opens_with_deed(analysis, first, last))
        return low not in _doubtful() or acts or is_subject(analysis, last - 1)  # Police turned
    if noun.kind is SpeakerKind.UNNAMED:
        verb = "".join(analysis.lowers[last : last + 1])
        return (
            analysis.words[head_first][:1].isupper()
            or analysis.lowers[head_first + 1 : last] != []
            or (verb.endswith("s") and verb in vocabulary.reporting_forms())  # boss admits
        )
    return False
