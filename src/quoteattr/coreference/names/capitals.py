"""What capitals are worth in this text: headlines, lower-case twins, datelines."""

from __future__ import annotations

from collections import Counter
from itertools import dropwhile
from typing import TYPE_CHECKING, Final

import regex
from attrs import define, field

from quoteattr.coreference import vocabulary
from quoteattr.coreference.names import limits
from quoteattr.coreference.names.first_names import called_by_first_name
from quoteattr.datelines import dateline_end
from quoteattr.grammar import CLOSING, ITEM_SIGNS
from quoteattr.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quoteattr.analysis import Analysis, Paragraph
    from quoteattr.coreference.names.runs import Word

_LONG_WORDS = regex.compile(rf"\p{{L}}{{{limits.LONG_WORD},}}+")
_STOP = regex.compile(r"[.,;…”’\"]$|\p{Ll}[.!?][”’\"]?\s")
_BEFORE_SENTENCE = frozenset(".!?:;\"“”„‟‘‚«»‹›「」『』—–―([{*•|…`'")

_SIGNS_BEFORE: Final = 6  # "### **"
_BREAKS: Final = 4
_INTRODUCES: Final = regex.compile(
    r"\s\p{Ll}+:$|\s(?:by|from|with)(?:\s\p{Lu}[\p{L}.'’-]*+){1,5}:$"
)
"""The end of a line that leads to what somebody says: "Ada Holm, Chair of the Board, said:".

Or that says whose words follow: "Quotes from Ada Holm:".
"""
_BY: Final = regex.compile(r"(?P<what>\p{Lu}\p{L}++) (?:by|of|from) \p{Lu}")


@define
class Capitals:
    """Facts about capital letters over a whole text.

    Attributes:
        lower: Words that occur in lower case.
        inside: Words that occur capitalised where a sentence does not begin, outside headlines, and
            not once among many times in lower case: "Nobody--Certainly nobody".
        headlines: Starts of paragraphs set in Title Case or capitals.
        called: Starts of words that somebody is called by though they mean something else as well:
            "May", where the text names a May Holm.
        datelines: Where the dateline of a paragraph ends, by the start of the paragraph.
    """

    lower: frozenset[str]
    inside: frozenset[str]
    headlines: frozenset[int]
    called: frozenset[int] = frozenset()
    datelines: Mapping[int, int] = field(factory=dict)


def is_headline(text: str, paragraph: Paragraph) -> bool:
    """Whether the capitals of a paragraph mean nothing: "Mayor Defends Plan To Close Library".

    With a full stop it must be Title Case throughout, and more than a list of names.
    """
    line = text[paragraph.start : paragraph.end].rstrip()
    if not line or len(line) > limits.LONGEST_HEADLINE or _INTRODUCES.search(line):
        return False
    if _says_whose(line):
        return False
    found = _LONG_WORDS.findall(line)
    capitalised = [word for word in found if word[0].isupper()]
    if len(found) < limits.HEADLINE_WORDS or (
        len(capitalised) < limits.HEADLINE_SHARE * len(found)
    ):
        return False
    if not _STOP.search(line):
        return True
    common = sum(word.lower() in words("common_words") for word in capitalised)
    return len(capitalised) == len(found) and common >= limits.HEADLINE_COMMON


def _says_whose(line: str) -> bool:
    """Whether a line heads a speech and names its speaker: "Remarks by President Ada Holm"."""
    by = _BY.match(line)
    return by is not None and by.group("what").lower() in words("speech_events") | {"transcript"}


def begins_sentence(text: str, start: int) -> bool:
    """Whether the word at *start* owes its capital to its place: after a stop, a mark, a break."""
    before = start - 1
    while before >= 0 and text[before] in " \t\u00a0\u202f":
        before -= 1
    if text[max(0, before - 1) : before + 1] == "s'" and before < start - 1:
        return False  # the Bakers' Union
    if 0 < before < start - 1 and text[before] in CLOSING and text[before - 1].isalpha():
        return False  # Raymond “Ray” Holm
    return before < 0 or text[before] in _BEFORE_SENTENCE or text[before] in "\r\n\v\f\u2028\u2029"


def is_personal(run: list[Word]) -> bool:
    """Whether a run of two to four words has the look of a full name: "Park Ji-woo", "Ada Holm"."""
    if not 2 <= len(run) <= 4 or run[0].key in words("function_words"):
        return False
    known = vocabulary.given_names()
    return run[-1].has_low_tail or run[0].key in known


def _leads_list(text: str, paragraph: Paragraph, run: list[Word]) -> bool:
    """Whether a line names somebody of whom the list below tells: "Ada Holm (mayor)", "- Left"."""
    if run[0].start - paragraph.start >= _SIGNS_BEFORE:
        return False
    if text[paragraph.end : paragraph.end + _BREAKS].lstrip()[:1] not in ITEM_SIGNS:
        return False
    roles = vocabulary.role_words()
    name = [*dropwhile(lambda word: word.key in roles, run)]
    return bool(name) and is_personal(name)


def find_datelines(analysis: Analysis) -> dict[int, int]:
    """Where the dateline of a paragraph ends, by the start of each that has one."""
    ends = ((p.start, dateline_end(analysis.text, p.start, p.end)) for p in analysis.paragraphs)
    return {start: end for start, end in ends if end > start}


def survey(analysis: Analysis, found: list[list[Word]]) -> Capitals:
    """What the text as a whole shows about its capitals."""
    text, paragraphs = analysis.text, analysis.paragraphs
    placed = [(run, paragraphs[analysis.paragraph_at(run[0].start)]) for run in found]
    leads = {paragraph.start for run, paragraph in placed if _leads_list(text, paragraph, run)}
    headlines = frozenset(
        p.start for p in paragraphs if is_headline(text, p) and p.start not in leads
    )
    told: list[str] = []
    for run, paragraph in placed:
        if paragraph.start in headlines:
            continue
        begins = begins_sentence(text, run[0].start) and not is_personal(run)
        told += [word.key for word in (run[1:] if begins else run)]
    inside = Counter(told)
    lower = Counter(filter(str.islower, analysis.words))
    slips = {word for word, times in inside.items() if times < limits.SLIPS * lower[word]}
    return Capitals(
        lower=frozenset(lower),
        inside=frozenset(inside.keys() - slips),
        headlines=headlines,
        called=called_by_first_name(analysis, found),
        datelines=find_datelines(analysis),
    )
