"""What the text states of somebody right after a name: "Ada Holm, 52", "who heads", "testified"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Final

import regex

from quoteattr.grammar import FINITE
from quoteattr.lexicon import table, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quoteattr.analysis import Analysis
    from quoteattr.records import Mention

_AGE = regex.compile(r",? \(?(?:aged? )?(\d{1,3})[,.)]| is (\d{1,3})\b")
_COURT = regex.compile(
    r",? (?:(?P<prosecutor>prosecuting|for the prosecution|for the crown|opening for the crown)"
    r"|(?P<barrister>defending|for the defen[cs]e)"
    r"|(?P<defendant>den(?:ies|ied) (?:\p{Ll}+ ){1,2}(?:counts?|charges?) of"
    r"|pleaded (?:not )?guilty)"
    r"|(?P<witness>(?:\p{Ll}+ ){0,4}?(?:gave|giving) evidence|testified|took the stand))\b",
    flags=regex.IGNORECASE,
)
_TRADE = regex.compile(
    r",\s+(?:\d{1,3},\s+)?an?\s+(?P<what>(?:[\p{L}-]+\s){0,3}?\p{Ll}{4,}(?:er|or|ist|ian|man|woman))"
    r"(?=[,.;)]|\s(?:who|at|in|from|with|of|for|and)\b)"
)
_OFFICE: Final = regex.compile(
    r"(?:,\s+who)?\s+(?:(?:is|was|became|remains|has been|had been"
    r"|(?:serves|served|took over|takes over|works|worked) as)"
    r"|(?:was|has been|had been) (?:re-?)?"
    r"(?:appointed|chosen(?: as)?|elected|made|named|sworn in as))\s+"
    r"(?P<what>\p{Ll}[\p{L}-]+(?:\s[\p{L}-]+){0,3}+)"
)
_IN_BRACKETS: Final = regex.compile(r"\s\((?P<what>\p{L}[\p{L}’' -]{2,40})[),;]")
_FOUNDED: Final = regex.compile(r" (?:co-?)?(?P<verb>founded|chairs|heads) (?:the |an? )?\p{Lu}")
_OF_PARTY: Final = regex.compile(
    r",? \(?(?P<party>[RD])[-–](?P<where>\p{Lu}[\p{L}.]*(?: \p{Lu}\p{Ll}+)?)"
)
_PARTIES: Final = {"D": "Democrat", "R": "Republican"}
_OFFICE_ENDS: Final = regex.compile(r"[,.;]| (?:of|at|for|in|on|until|since|and)\b")
_WORD: Final = regex.compile(r"[\p{L}-]+")
_WORK_BY: Final = regex.compile(r"\b(?:biography|book|essay|memoir|novel|play) by $")
_WORK: Final = 16  # code points of the longest work and "by"
_BEFORE_NOUN: Final = regex.compile(r"^\p{Ll}[\p{L}-]+\s")
_TENDING: Final = regex.compile(
    r",\s+who\s+(?:(?:has|had|still|now|once|always)\s+){0,2}"
    r"(?:work|row|keep|kept|mind|run|ran|tend|drive|drove|steer)(?:s|ed)?\s+the\s+(?P<what>\p{Ll}+)\b"
)
_JOINS: Final = frozenset({"and", "but"})
_VERBS: Final = FINITE | {"VBN"}
_KEEPERS: Final = ("man", "keeper", "woman", "master")


Ends = Sequence[tuple[int, int]]
"""The names of persons: the index of each and the code point after it."""


def _after(
    pattern: regex.Pattern[str], text: str, names: Ends
) -> Iterator[tuple[int, regex.Match[str]]]:
    """What matches right after names, each with the index of the name."""
    for i, end in names:
        match = pattern.match(text, end)
        if match is not None:
            yield i, match


def ages(text: str, names: Ends) -> dict[int, str]:
    """The age that stands beside a name, by the index of the name: "Ada Holm, 52,"."""
    found = _after(_AGE, text, names)
    return {i: match.group(1) or match.group(2) for i, match in found}


@cache
def _deeds() -> regex.Pattern[str]:
    verbs = "|".join(table("role_verbs"))
    return regex.compile(
        rf",\s+who\s+(?:(?:has|had|now|also|once|currently)\s+)?(?P<verb>{verbs})\s+"
        r"(?P<what>[^,.;:“”\"]{2,60})"
    )


def offices(text: str, names: Ends) -> dict[int, str]:
    """Roles without an article after a name, by its index: "Ada Holm remains chairman"."""
    found = ((i, _office(text, *match.span("what"))) for i, match in _after(_OFFICE, text, names))
    return {i: office for i, office in found if office}


def _office(text: str, start: int, end: int) -> str:
    """The longest noun for a person from *start* on, with one word before it, or nothing."""
    nouns = table("role_nouns")
    for word in reversed([*_WORD.finditer(text, start, end)]):
        what = text[start : word.end()]
        if _OFFICE_ENDS.match(text, word.end()) and (
            what in nouns or _BEFORE_NOUN.sub("", what) in nouns
        ):
            return what
    return ""


def bracketed(text: str, names: Ends) -> dict[int, str]:
    """Roles in brackets after a name, by its index: "Ada Holm (Chair)", "Holm (treasurer)"."""
    nouns = table("role_nouns")
    found = ((i, match.group("what")) for i, match in _after(_IN_BRACKETS, text, names))
    return {i: what for i, what in found if what.lower().rpartition(" ")[2] in nouns}


def parties(text: str, names: Ends) -> dict[int, str]:
    """The party and state of members of a congress, by the name: "Ada Holm (R-Ohio)"."""
    found = _after(_OF_PARTY, text, names)
    return {i: f"{_PARTIES[match['party']]} from {match['where'].strip('.')}" for i, match in found}


def trades(text: str, names: Ends) -> dict[int, str]:
    """Roles of no list beside a name, by its index: "Ada Holm, a botanist at Dorne"."""
    found = _after(_TRADE, text, names)
    return {i: match.group("what") for i, match in found}


def founders(text: str, names: Ends) -> dict[int, str]:
    """Roles that a deed gives without more: "Ada Holm founded Velmex in 1999" is the founder."""
    found = _after(_FOUNDED, text, names)
    return {i: table("role_verbs")[match["verb"]]["noun"] for i, match in found}


def authors(text: str, mentions: Sequence[Mention]) -> dict[int, str]:
    """Who wrote what is named before, by its index: "a new book by Ada Holm"."""
    named = ((i, mention.start) for i, mention in enumerate(mentions) if mention.names_person)
    return {
        i: "author" for i, start in named if _WORK_BY.search(text, max(0, start - _WORK), start)
    }


def deeds(analysis: Analysis, names: Ends) -> dict[int, str]:
    """Roles that a relative clause gives: "Ada Holm, who heads the union" is head of the union."""
    found: dict[int, str] = {}
    for i, match in _after(_deeds(), analysis.text, names):
        if match.group().startswith(", who"):
            noun = table("role_verbs")[match.group("verb")]["noun"]
            what = _until_next_verb(analysis, *match.span("what"))
            if what:
                found[i] = f"{noun} of {what}"
    return found


def _until_next_verb(analysis: Analysis, start: int, end: int) -> str:
    """What a verb is about: "the club" in "who runs the club and has never seen it"."""
    last = -1
    for token in analysis.tokens(start, end):
        word, joined = analysis.words[token], analysis.lowers[token - 1] in _JOINS
        if joined and analysis.forms[token] in _VERBS:
            last = token - 2
            break
        if word.isalnum() or analysis.ends[token] <= end:
            last = token
    while last >= 0 and analysis.lowers[last] in words("function_words"):
        last -= 1
    return analysis.text[start : max(start, analysis.ends[last])] if last >= 0 else ""


def keepers(text: str, names: Ends) -> dict[int, str]:
    """Roles by what somebody tends: "Ada Holm, who kept the inn" is an innkeeper."""
    found: dict[int, str] = {}
    for i, match in _after(_TENDING, text, names):
        nouns = (match.group("what") + end for end in _KEEPERS)
        found.update((i, noun) for noun in nouns if noun in table("role_nouns") and i not in found)
    return found


def in_court(text: str, names: Ends) -> dict[int, str]:
    """Roles in court, by the index of the name: "Ada Holm, prosecuting,", "Holm gave evidence".

    "Holm denies two counts of theft", "Holm pleaded not guilty".
    """
    found = _after(_COURT, text, names)
    return {i: match.lastgroup or "" for i, match in found}


def stated(analysis: Analysis, mentions: Sequence[Mention]) -> Iterator[tuple[int, str]]:
    """What the text states right after names, as roles, each with the index of the name."""
    text = analysis.text
    names = [(i, mention.end) for i, mention in enumerate(mentions) if mention.names_person]
    before_comma = [(i, end) for i, end in names if text.startswith(",", end)]
    for named, age in ages(text, names).items():
        yield named, f"{age}-year-old"
    yield from offices(text, names).items()
    yield from bracketed(text, names).items()
    yield from deeds(analysis, before_comma).items()
    yield from parties(text, names).items()
    yield from authors(text, mentions).items()
    yield from founders(text, names).items()
    yield from trades(text, before_comma).items()
    yield from keepers(text, before_comma).items()
    yield from in_court(text, names).items()
