"""Reporting clauses as they look on characters alone: `he said`, `said Ann Lee quietly`."""

from __future__ import annotations

from functools import cache
from typing import Final

import regex

from quoteattr.lexicon import words

_NAME: Final = (
    r"(?:\p{Lu}[\p{L}’'.-]{0,20}+)(?: (?:of|de|van|von|the|\p{Lu}[\p{L}’'.-]{0,20}+)){0,3}"
)
_PRONOUN: Final = r"(?:[Hh]e|[Ss]he|I|[Tt]hey|[Ww]e|[Ii]t)"
_NOUN: Final = r"(?:(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Mm]y|[Tt]heir|[Oo]ur)(?: (?!and\b|who\b|that\b)\p{Ll}[\p{Ll}’'-]{0,20}+){1,3})"
_ADVERB: Final = r"(?: \p{Ll}{1,16}ly| then| only| (?:had|has|have))?"


@cache
def tag_pattern() -> regex.Pattern[str]:
    """Matches the core of a reporting clause; group *subject* is who."""
    verb = "(?:" + "|".join(sorted(words("speech_tags"), key=len, reverse=True)) + ")"
    subject = f"(?P<subject>{_PRONOUN}|{_NAME}|{_NOUN})"
    return regex.compile(rf"(?:{subject}{_ADVERB} {verb}|{verb} {subject})(?![\w’'])")


@cache
def tag_verb_at_end() -> regex.Pattern[str]:
    """Matches text that ends with a reporting verb: `and then she said`."""
    verb = "(?:" + "|".join(sorted(words("speech_tags"), key=len, reverse=True)) + ")"
    return regex.compile(
        rf"(?<![\w’']){verb}(?: (?:to )?(?:him|her|it|my|them|your|our)sel(?:f|ves)| out| simply| again| aloud"
        rf"| \p{{Ll}}{{1,16}}ly)?[,:]?\Z"
    )
