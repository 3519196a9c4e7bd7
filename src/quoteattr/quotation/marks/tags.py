"""Reporting clauses as they look on characters alone: `he said`, `said Ann Lee quietly`."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

import regex

from quoteattr.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Iterator

# A full stop belongs to a title, to initials or inside a word; elsewhere it ends the sentence.
_NAME_WORD: Final = (
    r"(?:(?:Mrs?|Ms|Dr|St|Capt|Col|Gen|Lt|Rev|Prof|\p{Lu})\."
    r"|\p{Lu}(?:[\p{L}’'-]|\.(?=\p{L})){0,20}+)"
)
_NAME: Final = rf"{_NAME_WORD}(?: (?:of|de|van|von|the|{_NAME_WORD})){{0,3}}"
_PRONOUN: Final = r"(?:[Hh]e|[Ss]he|I|[Tt]hey|[Ww]e|[Ii]t)"
_DETERMINER: Final = "(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Mm]y|[Tt]heir|[Oo]ur)"
_POSSESSIVE: Final = "(?:[Hh]is|[Hh]er|[Mm]y|[Tt]heir|[Oo]ur|[Yy]our|[Ii]ts)"
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


# Where a reporting clause can begin: after a comma, stop or dash inside the turn.
_SEAM: Final = regex.compile(r"(?:[,!?…]|\.{3,4}|[,!?.…]?\s?[—―–]|--)\s?+")
_TAG_END: Final = regex.compile(r"[.!?:…]++(?=\s|\Z)|,?\s?(?:[—―–]|--)|(?P<comma>,)\s")
# A comma after `he said` that does not end the reporting clause: `he said, turning to the window.`
_GOES_ON: Final = regex.compile(
    r"(?:\p{Ll}+ing|with|without|as|while|and|in|at|on|from|to|his|her|their|still|half|quite|almost|who|when)(?!\w)"
)
_PRINTED: Final = frozenset({"emblazoned", "printed", "inscribed", "daubed", "scrawled"}) | {
    *("painted", "embroidered", "marked", "stamped", "engraved", "labelled", "labeled"),
}
_LONGEST_TAG: Final = 400  # characters; a reporting clause that runs on longer is none


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
    return regex.compile(rf"(?<![\w’']){_verb()}{_AFTER_VERB}[,:]?\Z", regex.REVERSE)


@cache
def sign_at_end() -> regex.Pattern[str]:
    """Matches text that ends where something written shows its words: `A sign on the door read`."""
    nouns = "|".join(sorted(words("document_nouns") | words("worn_signs")))
    return regex.compile(rf"\b(?:{nouns})s?(?: [\w’'-]{{1,20}}+){{0,4}}? read(?:s|ing)?[,:]?\Z")


def is_with_words_ahead(text: str) -> bool:
    """Whether *text* ends as somebody acts `with the words`; no shirt has them, none is printed."""
    return bool(_with_words_ahead().search(text))


@cache
def _with_words_ahead() -> regex.Pattern[str]:
    bearing = "|".join(sorted(words("document_nouns") | words("worn_signs") | _PRINTED))
    return regex.compile(rf"(?<!\b(?:{bearing})s?,? )\bwith the words:?\Z")


def is_reply_ahead(text: str) -> bool:
    """Whether *text* ends where somebody's reply begins: `and Ann Lee's answer was:`"""
    return bool(_reply_ahead().search(text))


@cache
def _reply_ahead() -> regex.Pattern[str]:
    nouns = "|".join(sorted(words("reply_nouns")))
    return regex.compile(rf"[’'\w]\s(?:{nouns})(?:\s(?:was|is|were))?[,:]?\s*+\Z", regex.REVERSE)


def is_reply_behind(text: str) -> bool:
    """Whether *text* begins by calling what stood before it a reply: ` was Ann Lee's answer`."""
    return bool(_reply_behind().match(text))


@cache
def _reply_behind() -> regex.Pattern[str]:
    nouns = "|".join(sorted(words("reply_nouns")))
    owner = (
        rf"(?:{_POSSESSIVE}|(?:[Tt]he )?(?:[\p{{L}}.-]{{1,20}}+ ){{0,3}}[\p{{L}}-]{{1,20}}[’']s?)"
    )
    return regex.compile(
        rf"\s(?:was|were|is|came) (?:all )?(?:{owner} (?:\p{{Ll}}{{1,20}} )?(?:{nouns})\b"
        rf"|the (?:\p{{Ll}}{{1,20}} )?(?:{nouns}) (?:from|of)\b)"
    )


def is_cry_ahead(text: str) -> bool:
    """Whether *text* ends where somebody's cry begins: `with a shout of`, `to cries of`."""
    return bool(_cry_ahead().search(text))


@cache
def _cry_ahead() -> regex.Pattern[str]:
    nouns = "|".join(sorted(words("cry_nouns")))
    plurals = "|".join(sorted(noun for noun in words("cry_nouns") if noun.endswith("s")))
    return regex.compile(
        rf"\b(?:(?i:with) (?:an?|his|her|one) (?:\p{{L}}{{1,20}} )?(?:{nouns})"
        rf"|(?i:{plurals})) of\s*+\Z"
    )


def find_tags(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Begin, end and subject of each reporting clause in speech that no closing mark ends."""
    position = start + 1
    while seam := _SEAM.search(text, position, end):
        position = seam.end()
        core = tag_pattern().match(text, position, end)
        if core is None:
            continue
        after = _end_of_tag(text, core.end(), end)
        yield position, after, core.group("subject")
        position = max(after, position)


def _end_of_tag(text: str, position: int, end: int) -> int:
    limit = min(end, position + _LONGEST_TAG)
    for stop in _TAG_END.finditer(text, position, limit):
        if stop.group("comma") and _GOES_ON.match(text, stop.end()):
            continue
        return stop.end()
    return limit
