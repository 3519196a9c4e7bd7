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
_DETERMINER: Final = "(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Mm]y|[Tt]heir|[Oo]ur)"
_NOUN_WORD: Final = r"(?: (?!and\b|who\b|that\b)\p{Ll}[\p{Ll}’'-]{0,20}+)"
_NOUN: Final = rf"(?:{_DETERMINER}{_NOUN_WORD}{{1,3}})"
# "Peace at last" says minister
_HEADLINE_TAG: Final = r"(?:says|said|warns|claims|insists|admits|vows) (?P<subject>\p{L}{1,20}+)"
_ADVERB: Final = r"(?: \p{Ll}{1,16}ly| then| only| (?:had|has|have))?"


# What may stand between the verb and the mark: `she said to herself “No”`.
_AFTER_VERB: Final = (
    r"(?: (?:to )?(?:him|her|it|my|them|your|our)sel(?:f|ves)| out| simply| again| aloud"
    r"| \p{Ll}{1,16}ly)?"
)


@cache
def _verb() -> str:
    return "(?:" + "|".join(sorted(words("speech_tags"), key=len, reverse=True)) + ")"


@cache
def tag_pattern() -> regex.Pattern[str]:
    """Matches the core of a reporting clause; group *subject* is who."""
    subject = f"(?P<subject>{_PRONOUN}|{_NAME}|{_NOUN})"
    verb = _verb()
    return regex.compile(
        rf"(?:{subject}{_ADVERB} {verb}|{verb} {subject}|{_HEADLINE_TAG})(?![\w’'])"
    )


@cache
def tag_verb_at_end() -> regex.Pattern[str]:
    """Matches text that ends with a reporting verb: `and then she said`."""
    return regex.compile(rf"(?<![\w’']){_verb()}{_AFTER_VERB}[,:]?\Z")
