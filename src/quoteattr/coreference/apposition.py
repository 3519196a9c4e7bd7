"""Which descriptions stand beside a name and describe its bearer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from quoteattr.datatypes import Reference, SpeakerKind
from quoteattr.records import Number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quoteattr.analysis import Analysis
    from quoteattr.records import Mention

_AGE_OR_COMMA = regex.compile(r",\s+(?:\d{1,3},\s+)?")
_IS = regex.compile(r"\s+(?:is|was|became|remains|has been|had been)\s+")
_WHO_LEADS = regex.compile(r",\s+who\s+(?:is|was|became|serves as|served as|works as)\s+")
_CLOSES = regex.compile(r"\s*(?:[,.;:)—–”\"]|$|who\b|and (?:a|an|the|his|her|its)\b)")


def appositions(analysis: Analysis, mentions: Sequence[Mention]) -> dict[int, int]:
    """Indices of descriptions, each with the index of the name it describes.

    "Gen. Tod Walsh, the alliance's commander," and "the alliance's commander, Tod Walsh," and
    "Ada Holm is the mayor".
    """
    found: dict[int, int] = {}
    text = analysis.text
    for i in range(len(mentions) - 1):
        one, other = mentions[i], mentions[i + 1]
        between = text[one.end : other.start]
        if len(between) > 24:
            continue
        if describes(other) and is_person(one):
            beside = _AGE_OR_COMMA.fullmatch(between) and _CLOSES.match(text, other.end)
            if beside or _IS.fullmatch(between) or _WHO_LEADS.fullmatch(between):
                found.setdefault(i + 1, i)
        elif describes(one) and is_person(other) and i not in found:
            if _AGE_OR_COMMA.fullmatch(between) and _CLOSES.match(text, other.end):
                found[i] = i + 1
    return found


def is_person(mention: Mention) -> bool:
    """Whether a mention is the name of a person."""
    return mention.reference is Reference.NAME and mention.kind is SpeakerKind.PERSON


def describes(mention: Mention) -> bool:
    """Whether a mention is a description of a single person."""
    return (
        mention.reference is Reference.NOMINAL
        and mention.kind is SpeakerKind.UNNAMED
        and mention.number is Number.SINGULAR
    )
