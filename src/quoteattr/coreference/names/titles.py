"""Which words before a name are titles and roles, and where the name begins after them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from quoteattr.coreference import vocabulary
from quoteattr.coreference.names.after_roles import FIELD_LINKS, after_field, after_unlisted_role
from quoteattr.coreference.names.keys import is_initial, plain
from quoteattr.lexicon import table, words

if TYPE_CHECKING:
    from collections.abc import Sequence

_ROLE_PREFIXES = frozenset(
    {"co", "ex", "vice", "deputy", "rear", "major", "lieutenant", "then", "great", "step", "sub"}
    | {"sous"}
)
_RETIRED = frozenset({"emerita", "emeritus"})
_AGED = regex.compile(
    r"(?:\d{1,3}|\p{Ll}+)-year-old|(?:first|second|third|fourth|fifth|sixth|seventh|eighth|\d{1,2}th)-grader"
)
_TITLES_OF_TWO = frozenset({("tan", "sri"), ("toh", "puan"), ("det", "con")})
"""Titles of which one word is a name by itself: "Tan Sri Azman Hamid", "Det Con Ada Holm"."""
SEATS = frozenset({"MP", "MEP", "MLA", "MSP", "TD"})
"""What follows the name of somebody with a seat: "Ada Holm MP"."""


def name_starts(parts: Sequence[str]) -> int:
    """Index of the first word of the name proper, after titles and roles; len(parts) without one.

    "NATO Secretary-General Jens Holm" gives 2, "Stephen King" and "Mr. King" give the name too.
    """
    keys = [_key(part) for part in parts]
    last = -1
    for i, key in enumerate(keys):
        seat = i == len(parts) - 1 and last < i - 1 and parts[i] in SEATS
        ends_body = i == len(parts) - 1 and last < i - 1 and key in words("body_endings")
        of_body = seat or ends_body or _begins_body(keys, i)
        if is_role(key) and not of_body and not goes_on_with_name(parts, i, last + 1):
            last = i
    if last < 0:
        return after_unlisted_role(keys)
    if last < len(parts) - 1:
        of_field = keys[last + 1] in FIELD_LINKS
        return after_field(parts, keys, last) if of_field else _named(parts, last + 1)
    if last and is_plain_title(keys[last - 1]) and not is_office(keys[last]):
        return last
    return len(parts)


def _begins_body(keys: Sequence[str], i: int) -> bool:
    """Whether a noun for people begins a body: "CEO of the Refugee | Council Bo Lind"."""
    body = "".join(keys[i + 1 : i + 2])
    named = i > 1 and len(keys) > i + 3 and body in words("org_nouns")
    return named and body not in words("body_or_surname") and title_kind(keys[i]) == ""


def _named(parts: Sequence[str], first: int) -> int:
    """*first*, past a word that goes on with the role: "chief | whip Ada Holm".

    So "Professor | Emerita Ada Holm".
    """
    if parts[first].lower() in _RETIRED and first < len(parts) - 1:
        return first + 1
    particle = parts[first] in words("name_particles")
    goes_on = first < len(parts) - 1 and parts[first].islower() and not particle
    return first + 1 if goes_on and parts[first + 1][:1].isupper() else first


def _key(part: str) -> str:
    """The key of a word, none of a title that is written in capitals: "DI Holm", not "Di Maria"."""
    key = plain(part)
    return "" if key in words("capital_titles") and not part.isupper() else key


def is_role(key: str) -> bool:
    """Whether a word is a title or a role noun: "Senator", "spokesman", "co-anchor"."""
    return key in vocabulary.role_words() or is_hyphenated_role(key) or is_plural_title(key)


def goes_on_with_name(parts: Sequence[str], i: int, first: int) -> bool:
    """Whether the role word at *i* belongs to the name for all that: "Ada Baker", "Mayor Cook".

    The name may have begun at *first*, after the roles before it. A word in small letters does not:
    "Ada Holm aide | Imke Brandt".
    """
    if parts[i].islower():
        return False
    prior = i - 1
    while prior > first and is_initial(parts[prior]):
        prior -= 1  # Ada J. Baker
    key, before = plain(parts[i]), plain(parts[prior]) if i else ""
    follower = plain(parts[i + 1]) if i + 1 < len(parts) else ""
    if (before, key) in _TITLES_OF_TWO:
        return False
    known = vocabulary.given_names()
    named = i > first and before in known and before not in vocabulary.place_names()
    if named and is_initial(parts[i]):  # Harry M. Reid
        return True
    if is_name_too(key):  # Ada Baker, Mason Holm, Mayor Cook
        given = [plain(part) for part in parts[first:i]]  # Zoltan Baker, Zarin Sikandar Khan
        ends = bool(given) and not follower
        ends = ends and (begins_name(given[0]) or all(map(_may_be_given, given)))
        return named or ends or (i == first and (key in known or (i > 0 and not follower)))
    if i == 0 or follower in known:
        return False
    begun = named or begins_name(plain(parts[0]))
    return begun and not (follower and is_office(key))


def _may_be_given(key: str) -> bool:
    """Whether a word on no list of other things may be a given name: not "party", "Labour"."""
    lists = ("common_words", "organisation_words", "parties", "role_modifiers", "org_nouns")
    listed = any(key in words(name) for name in lists) or key in vocabulary.place_names()
    return len(key) > 1 and not listed and not is_role(key)


def is_name_too(key: str) -> bool:
    """Whether a trade or title is a common name as well: "baker", "mason"."""
    return key in words("name_or_role")


def begins_name(key: str) -> bool:
    """Whether a word is a given name and nothing else: "Ada" in "Ada Baker Holm"."""
    other = key in vocabulary.role_words() or key in vocabulary.place_names()
    return key in vocabulary.given_names() and not other


def is_hyphenated_role(key: str) -> bool:
    """Whether a hyphenated word is a role that the lists do not have: "co-anchor", "mum-of-two"."""
    before, hyphen, last = key.rpartition("-")
    if not hyphen:
        return False
    if _AGED.fullmatch(key):
        return True
    if before in _ROLE_PREFIXES and last in vocabulary.role_words():
        return True
    noun, _, link = before.partition("-")
    return link in ("of", "to") and noun in vocabulary.role_words()


def is_plural_title(key: str) -> bool:
    """Whether a title stands before several names: "Captains Holm and Berg", "Sens. Holm and"."""
    if key in ("misses", "mesdames"):
        return True
    return key.endswith("s") and title_kind(key[:-1]) in ("military", "political")


def title_kind(key: str) -> str:
    """The sort of a title: "courtesy", "military", "noble"; empty for any other word."""
    return table("titles").get(key, {}).get("kind", "")


def is_plain_title(key: str) -> bool:
    """Whether a title is of courtesy or rank and never stands alone: "Mr.", "Dr."."""
    return is_courtesy(key) or key in ("dr", "rev", "capt", "col")


def is_courtesy(key: str) -> bool:
    """Whether a title says no more than rank or politeness: "Lady Holm" is nobody's lady."""
    return title_kind(key) == "courtesy"


def is_office(key: str) -> bool:
    """Whether a role word after a title is a form of address: "Mr. President", "Madam Speaker"."""
    return title_kind(key) in ("political", "academic", "military")
