"""Which words name who hears it: the phrase behind a verb or behind *to*."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr import config
from quoteattr.analysis import Layer
from quoteattr.lexicon import words
from quoteattr.quotation.reports.adjuncts import after_addressee, after_adjunct
from quoteattr.quotation.reports.site import SEPARATORS

if TYPE_CHECKING:
    from quoteattr.quotation.reports.line import Line
    from quoteattr.records import Range

NOBODY: Final = frozenset({"it", "this", "that", "which", "what", "there"})
_SELF: Final = ("self", "selves")
_NO_HEAD: Final = frozenset({"ADV", "ADP", "VERB", "AUX", "PART", "SCONJ", "PUNCT"})
_TIMES: Final = frozenset({"last", "this", "next", "earlier", "late"})  # told the court | last week
_POSSESSIVE: Final = "'s"


def hearer_after_to(line: Line, position: int, end: int) -> Range | None:
    """The hearer behind *to*, after adverbs, a time, or the occasion: `in a note to staff`."""
    for _ in range(config.ADJUNCTS_AFTER_CUE):
        if position + 1 >= end:
            return None
        if line.words[position] == "to":
            phrase = hearer_phrase(line, position + 1)
            return phrase if phrase is not None and _is_hearer(line, phrase) else None
        following = after_adjunct(line, position)
        if following == position:
            return None
        if line.kind(position) == "preposition" and (
            following < end
            and line.words[following] == "to"
            and line.words[following - 1] not in words("document_nouns") | words("speech_events")
        ):
            return None  # on his way to London
        position = following
    return None


def hearer_phrase(line: Line, start: int) -> Range | None:
    """The noun phrase that begins at *start*, with a bare noun after *of*: `the board of trade`."""
    end = _end_of_phrase(line, start)
    if end == start or line.words[start] in NOBODY or line.words[start].endswith(_SELF):
        return None
    if line.words[start] in _TIMES and not line.is_possessive(start + 2):
        return None  # warned last week that
    if line.words[end : end + 1] == ["of"] and line.kind(start) == "determiner":
        noun = start if line.kind(end + 1) else _end_of_phrase(line, end + 1)
        end = max(end, noun)
    return start, end


def _end_of_phrase(line: Line, start: int) -> int:
    end = after_addressee(line, start)
    while start < end < line.end and _goes_on(line, end):
        end = max(end + 1, after_addressee(line, end))
    end = next((i for i in range(start + 1, end) if line.words[i] in _TIMES), end)
    while end > start and _is_no_head(line, end - 1):
        end -= 1
    return end


def _goes_on(line: Line, end: int) -> bool:
    """Whether the phrase does not end there after all: `told the BBC's | Ann Lee`, `CBS | News`."""
    if _POSSESSIVE in (line.words[end], line.words[end - 1]):
        return True
    acronym = line.analysis.words[line.token(end - 1)]
    return len(acronym) > 1 and acronym.isupper() and line.is_name(end)


def _is_no_head(line: Line, position: int) -> bool:
    """Whether a noun phrase cannot end so: `told the court | again`."""
    if line.is_quote(position) or line.words[position] in SEPARATORS:
        return True
    token = line.token(position)
    if line.kind(position) in ("object", "pronoun") or line.is_capitalised(position):
        return False
    if line.analysis.has(Layer.TAGS):
        return line.analysis.tags[token] in _NO_HEAD
    return line.kind(position) in ("time", "preposition")


def head_of(line: Line, phrase: Range) -> str:
    """The last word of a phrase."""
    return line.words[phrase[1] - 1]


def _is_hearer(line: Line, phrase: Range) -> bool:
    """Whether somebody can be spoken to there: a pronoun, a name, a noun for people."""
    first, last = phrase
    if line.kind(first) == "object" or line.words[first:last] == ["her"]:
        return True
    if line.is_capitalised(last - 1):
        return True
    head = head_of(line, phrase)
    stems = (head, head.removesuffix("s"), head.removesuffix("es"), head.removesuffix("ies") + "y")
    hearers = words("role_nouns") | words("group_nouns") | words("org_nouns") | words("hearers")
    return not hearers.isdisjoint(stems)
