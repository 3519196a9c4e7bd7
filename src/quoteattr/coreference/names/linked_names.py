"""Names that small words join to one name of an organisation: "Ministry of Foreign Affairs"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import regex

from quoteattr.coreference import vocabulary
from quoteattr.coreference.names.after_roles import LINKS
from quoteattr.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quoteattr.coreference.names.runs import NameRun, Word

_LINK = regex.compile(
    r" (?P<word>of|for|on) (?:the )?|,? (?P<word>and|&) |(?P<word>,) |['’]s? (?P<word>and |& )?"
)
_LINK_OF_GROUP = regex.compile(r" (?:against|at|by|for|from|in|of|on|to|with|without) (?:the )?")
"""Small words inside the names of groups that a noun introduces: "the charity Bakers | at Sea"."""
_INTRODUCED = regex.compile(
    r"\b(?:campaign|charity|coalition|collective|group|movement|network|nonprofit"
    r"|organi[sz]ation) $"
)
_MORE = regex.compile(r"(?:, \p{Lu}\p{Ll}+){0,4},? and \p{Lu}")
"""The rest of a list of fields: "Alcohol, Tobacco | and Firearms"."""
_OWNED = regex.compile(
    r"['’]s? (?:Alliance|Association|Club|Congress|Council|Federation|Forum|Fund|Guild|Institute"
    r"|League|Network|Party|Society|Trust|Union|Cathedral|Church|College|Court|Hospice|Hospital|Infirmary"
    r"|School)\b"
    r"|(?<=s)['’] (?:Bureau|Commission|Confederation|Exchange|Foundation|Group|Organi[sz]ation"
    r"|Register)\b"
)
"""After "Bakers' and Brewers", a body of both; after "St Mary"."""
_MANY: Final = frozenset({"people", "children", "women", "men", "workers", "farmers"})
"""Owners of bodies and papers, whatever these are called: "the People's Voice"."""
_HEADS: Final = frozenset(
    {"bank", "centers", "centre", "center", "chamber", "trades", "enforcement", "friends"}
    | {"journal"}
)
"""Heads of names that go on with "of", beside the nouns for organisations: "Bank of Velm"."""
_ON: Final = frozenset({"council", "committee", "commission", "subcommittee", "conference"})
"""Heads of names that go on with "on": "the Council on Coastal Affairs"."""
_WITH_FIELDS: Final = frozenset({"department", "ministry", "bureau", "office", "centers"})
"""Offices whose names list what they are for."""
_ABSTRACT: Final = ("tion", "ment", "ness", "ance", "ity")
_BEFORE_NAME: Final = 16  # code points of the longest noun that introduces a group
_PARTNERS: Final = frozenset({"sons", "daughters", "brothers", "partners", "associates", "co"})


def join_linked(text: str, names: list[NameRun]) -> list[NameRun]:
    """Names joined over "of", "for", "on", "and" and an apostrophe where an organisation is named.

    "Ministry of Foreign Affairs", "Food and Drug Administration", "Residents’ Association".
    """
    joined: list[NameRun] = []
    for name in names:
        if joined and is_linked(text, joined[-1], name):
            before = joined[-1]
            if _OWNED.match(text, before.end):
                before.first = 0  # King's College
            if name.first and name.size:  # Council on Ports Director Ada Holm
                before.first = len(before.words) + name.first
            before.words.extend(name.words)
        else:
            joined.append(name)
    return joined


def is_linked(text: str, left: NameRun, right: NameRun) -> bool:
    """Whether two names with a small word between are one name of an organisation."""
    if _is_of_group(text, left, right):
        return True
    link = _LINK.fullmatch(text, left.end, right.start)
    if link is None or not (left.size or _OWNED.match(text, left.end)):
        return False
    word = link["word"]
    if word in LINKS:
        return _goes_on_with_of(text, left)
    if not right.size:
        return False
    if word in ("and ", "& "):
        return _OWNED.match(text, right.end) is not None
    if word is None and _last(left) in _MANY:
        return True
    if word == "on":
        return _last(left) in _ON
    if word == "&" or (word == "and" and _last(right) in _PARTNERS):
        return _is_firm(left, right)
    if word == ",":
        return _is_field(text, left, right) and _MORE.match(text, right.end) is not None
    if word == "and" and _has_of(text, left):
        plain_words = _are_plain(left.words[-1:] + right.words)
        if plain_words or _is_field(text, left, right):
            return True  # Department of Health and Human Services
    return _OWNED.match(text, left.end) is not None or _is_body(left, right)


def _is_of_group(text: str, left: NameRun, right: NameRun) -> bool:
    """Whether common words name a group that a noun introduces: "the charity Bakers at Sea"."""
    if _LINK_OF_GROUP.fullmatch(text, left.end, right.start) is None:
        return False
    before = text[max(0, left.start - _BEFORE_NAME) : left.start]
    return _INTRODUCED.search(before) is not None and _are_plain(left.words + right.words)


def _is_field(text: str, office: NameRun, field: NameRun) -> bool:
    """Whether one more field of an office follows: "Department for Culture, | Media and Sport"."""
    last = _last(field)
    if len(field.words) > 1 or not (_is_common(last) or last.endswith(_ABSTRACT)):
        return False
    heads = {word.key for word in office.words}
    return not heads.isdisjoint(_WITH_FIELDS) and _has_of(text, office)


def _goes_on_with_of(text: str, name: NameRun) -> bool:
    """Whether "of" or "for" goes on with a name: "Society for the Protection | of Owls"."""
    last = _last(name)
    is_head = last in words("org_nouns") or last in _HEADS
    return is_head or (_has_of(text, name) and _are_plain(name.words[-1:]))


def _is_firm(left: NameRun, right: NameRun) -> bool:
    """Whether a firm is named, not two people: "Padmore & Sons", "Holm & Berg"."""
    return _last(right) in _PARTNERS or not (_is_full_name(left) or _is_full_name(right))


def _is_body(left: NameRun, right: NameRun) -> bool:
    """Whether a common noun goes before that of a body: "Food and Drug Administration"."""
    last, end = _last(left), _last(right)
    if last in vocabulary.given_names() or last in vocabulary.countries():
        return False
    if end not in words("org_nouns") and end not in _HEADS:
        return False
    return _is_common(last) or last.endswith(_ABSTRACT) or last in vocabulary.head_nouns()


def _last(name: NameRun) -> str:
    return name.words[-1].key


def _has_of(text: str, name: NameRun) -> bool:
    return any(f" {word} " in text[name.start : name.end] for word in LINKS)


def _is_full_name(name: NameRun) -> bool:
    """Whether a given name and more stand there: "Ada Holm"."""
    return name.size > 1 and name.words[name.first].key in vocabulary.given_names()


def _are_plain(found: Sequence[Word]) -> bool:
    """Whether words with capitals are common ones that name no body: "Human Services"."""
    keys = [word.key for word in found]
    return all(_is_common(key) and key not in words("org_nouns") for key in keys)


def _is_common(key: str) -> bool:
    return key in words("common_words") or key.rstrip("s") in words("common_words")
