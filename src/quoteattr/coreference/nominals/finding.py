"""Descriptions that can speak: "the mayor", "a defence official", "two people", "the report"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from quoteattr.analysis import Layer
from quoteattr.coreference import vocabulary
from quoteattr.coreference.nominals.appearance import end_of_looks
from quoteattr.coreference.nominals.extents import HYPHENS, first_token
from quoteattr.coreference.nominals.heads import head_noun, is_head
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
from quoteattr.grammar import HAVE, is_subject
from quoteattr.lexicon import words
from quoteattr.records import Number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quoteattr.analysis import Analysis
    from quoteattr.coreference.vocabulary import HeadNoun

_NOT_COUNTED: Final = frozenset({"data", "research", "evidence"})
_CLOSING: Final = frozenset("\"”'’»")


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


def _after_place(analysis: Analysis, token: int) -> list[str]:
    """The word after the name of a place that begins at *token*."""
    first = token
    while token < len(analysis) and analysis.words[token][:1].isupper():
        token += 1
    return analysis.lowers[token : token + 1] if token > first else []


def _acts(analysis: Analysis, first: int, after: int) -> bool:
    """Whether the word *after* a plural is its verb: "Police say", "Police in Velm have said"."""
    verb = "".join(analysis.lowers[after : after + 1])
    if verb in ("in", "at", "from"):
        verb = "".join(_after_place(analysis, after + 1))
        if verb in HAVE:
            return True
    acts = verb in vocabulary.verb_forms() or verb in vocabulary.plural_reports()
    return acts or (verb != "" and _opens_with_deed(analysis, first, after))


def _opens_with_deed(analysis: Analysis, first: int, last: int) -> bool:
    """Whether a sentence opens with several who do something: "Police searching the house said"."""
    opens = analysis.sentence_at(first)[0] == first
    return opens and analysis.forms[last] == "VBG" and analysis.tags[last] == "VERB"


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
        sure = low not in words("doubtful_heads") or is_subject(analysis, last - 1)
        return sure or _acts(analysis, first, last)
    if noun.kind is SpeakerKind.UNNAMED:
        verb = "".join(analysis.lowers[last : last + 1])
        return (
            analysis.words[head_first][:1].isupper()
            or analysis.lowers[head_first + 1 : last] != []
            or (verb.endswith("s") and verb in vocabulary.reporting_forms())  # boss admits
        )
    if noun.kind is not SpeakerKind.DOCUMENT:
        return False
    several = low.endswith("s") or low in _NOT_COUNTED
    if several and (is_subject(analysis, head_first) or _is_seen(analysis, last)):
        return True  # Figures show, Data from the council shows
    return analysis.lowers[head_first + 1 : last][:1] == ["of"]  # Minutes of the board show


def _is_seen(analysis: Analysis, after: int) -> bool:
    """Whether words tell who has seen a paper: "records | obtained by the Gazette"."""
    seen = analysis.forms[after : after + 1] == ["VBN"]
    return seen and analysis.lowers[after + 1 : after + 2] == ["by"]
