"""What capitals are worth in this text: runs of capitalised words, headlines, lower-case twins."""

from __future__ import annotations

from collections import Counter
from functools import cache
from itertools import dropwhile
from typing import TYPE_CHECKING, Final

import regex
from attrs import define, field, frozen

from quoteattr.coreference import settings, vocabulary
from quoteattr.coreference.names.first_names import called_by_first_name
from quoteattr.coreference.names.forms import plain
from quoteattr.datelines import dateline_end
from quoteattr.grammar import ITEM_SIGNS
from quoteattr.lexicon import table, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from quoteattr.analysis import Analysis, Paragraph

_LONG_WORDS = regex.compile(rf"\p{{L}}{{{settings.LONG_WORD},}}+")
_STOP = regex.compile(r"[.,;…”’\"]$|\p{Ll}[.!?][”’\"]?\s")
_LOW_TAIL: Final = regex.compile(r"\p{Lu}\p{Ll}+-\p{Ll}+")
_BEFORE_SENTENCE = frozenset(".!?:;\"“”„‟‘‚«»‹›「」『』—–―([{*•|…`'")


@frozen
class Word:
    """One capitalised word of a run, with its range and the key that it has in the lists."""

    text: str
    start: int
    end: int
    key: str = field(init=False)

    @key.default
    def _plain(self) -> str:
        return plain(self.text)

    @property
    def has_low_tail(self) -> bool:
        """Whether it ends in a small syllable, as given names of Korea and China do: "Ji-woo"."""
        return _LOW_TAIL.fullmatch(self.text) is not None


@cache
def _run_pattern() -> regex.Pattern[str]:
    """Runs of capitalised words, with particles between them and the points of abbreviations.

    "Gen. Tod Walsh", "Ursula van der Berg", "J.R. Ortega", "O’Neill", "Kim Jong-un", "al-Rashid".
    A possessive 's ends a run.
    """
    abbreviated = (title for title, row in table("titles").items() if row["short"] == "yes")
    short = (*abbreviated, "st", "ste", "jr", "sr")
    titles = [form for t in short for form in (t, t.upper())]
    dotted = "|".join(
        sorted({t[0].upper() + t[1:] for t in titles if t.isalpha()}, key=len, reverse=True)
    )
    particle = "|".join(sorted(words("name_particles"), key=len, reverse=True))
    tail = r"(?:['’](?!(?:s|d|ll|re|ve|m|t)\b)\p{L}[\p{L}\p{M}]*+|[-‐‑]\p{L}[\p{L}\p{M}\p{N}]*+)*+"
    word = (
        r"(?:(?:\p{Lu}\.){2,5}+(?:\p{Lu}\b)?"
        r"|(?=\p{Lu}\p{L}*+\.)"  # no other word is compared with all the titles
        rf"(?:{dotted})\.(?=[\s,])"
        r"|\p{Lu}\.(?=[ \u00a0\n]*\p{Lu})"
        r"|\p{Lu}{2,5}/\p{Lu}{2,5}\b"
        rf"|(?:(?:al|el|ul|an|as|ash|ad)[-‐‑])?\p{{Lu}}[\p{{L}}\p{{M}}\p{{N}}]*+{tail})"
    )
    gap = r"[ \t\u00a0\u202f]*+(?:\r?\n)?+[ \t\u00a0]*+"
    return regex.compile(
        r"(?=\p{Lu}|[aeu][lnsd]h?[-‐‑]\p{Lu})(?<![\p{L}\p{N}_@#/])"
        rf"(?P<word>{word})"
        rf"(?:{gap}(?P<particle>(?:(?:{particle})[ \u00a0]){{1,3}}+)?(?P<word>{word})){{0,15}}+",
        flags=regex.V1,
    )


_SIGNS_BEFORE: Final = 6  # "### **"
_BREAKS: Final = 4
_INTRODUCES: Final = regex.compile(r"\s\p{Ll}+:$")
"""The end of a line that leads to what somebody says: "Ada Holm, Chair of the Board, said:"."""


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
    if not line or len(line) > settings.LONGEST_HEADLINE or _INTRODUCES.search(line):
        return False
    found = _LONG_WORDS.findall(line)
    capitalised = [word for word in found if word[0].isupper()]
    if len(found) < settings.HEADLINE_WORDS or (
        len(capitalised) < settings.HEADLINE_SHARE * len(found)
    ):
        return False
    if not _STOP.search(line):
        return True
    common = sum(word.lower() in words("common_words") for word in capitalised)
    return len(capitalised) == len(found) and common >= settings.HEADLINE_COMMON


def begins_sentence(text: str, start: int) -> bool:
    """Whether the word at *start* owes its capital to its place: after a stop, a mark, a break."""
    before = start - 1
    while before >= 0 and text[before] in " \t\u00a0\u202f":
        before -= 1
    if text[max(0, before - 1) : before + 1] == "s'" and before < start - 1:
        return False  # the Bakers' Union
    return before < 0 or text[before] in _BEFORE_SENTENCE or text[before] in "\r\n\v\f\u2028\u2029"


def is_personal(run: list[Word]) -> bool:
    """Whether a run of two to four words has the look of a full name: "Park Ji-woo", "Ada Holm"."""
    if not 2 <= len(run) <= 4 or run[0].key in words("function_words"):
        return False
    known = vocabulary.given_names()
    return run[-1].has_low_tail or run[0].key in known


def runs(analysis: Analysis) -> Iterator[list[Word]]:
    """Runs of capitalised words in text order, particles as words of their own.

    Runs end at line breaks that part paragraphs.
    """
    text = analysis.text
    for match in _run_pattern().finditer(text):
        run: list[Word] = []
        particles = iter(match.spans("particle"))
        pending = next(particles, None)
        for start, end in match.spans("word"):
            if pending is not None and pending[1] <= start and run and pending[0] >= run[-1].end:
                inner = text[pending[0] : pending[1]]
                offset = pending[0]
                for piece in inner.split():
                    at = text.index(piece, offset)
                    run.append(Word(piece, at, at + len(piece)))
                    offset = at + len(piece)
                pending = next(particles, None)
            if (
                run
                and "\n" in text[run[-1].end : start]
                and analysis.paragraph_at(run[-1].start) != analysis.paragraph_at(start)
            ):
                yield run
                run = []
            run.append(Word(text[start:end], start, end))
        if run:
            yield run


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
    slips = {word for word, times in inside.items() if times < settings.SLIPS * lower[word]}
    return Capitals(
        lower=frozenset(lower),
        inside=frozenset(inside.keys() - slips),
        headlines=headlines,
        called=called_by_first_name(analysis, found),
        datelines=find_datelines(analysis),
    )
