"""What a name's own words say: titles, given names, family name, suffix."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import regex
from attrs import frozen

from quoteattr.coreference import settings, vocabulary
from quoteattr.coreference.names.after_roles import LINKS, after_field, after_unlisted_role
from quoteattr.lexicon import table, words
from quoteattr.records import Gender

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

PART = regex.compile(r"[^\s,()\[\]]+")
_INITIAL = regex.compile(r"(?:\p{Lu}\.?){1,3}")
_ROLE_PREFIXES = frozenset(
    {"co", "ex", "vice", "deputy", "rear", "major", "lieutenant", "then", "great", "step", "sub"}
)
_AGED = regex.compile(
    r"\d{1,3}-year-old|(?:first|second|third|fourth|fifth|sixth|seventh|eighth|\d{1,2}th)-grader"
)
SEATS = frozenset({"MP", "MEP", "MLA", "MSP", "TD"})
"""What follows the name of somebody with a seat: "Ada Holm MP"."""
_NUMERAL = regex.compile(r"[IVX]+")
SET_OFF = "“”\"‘’'"
"""Marks around what somebody is called: "Raymond “Ray” Holm"."""


@frozen(kw_only=True)
class NameForm:
    """The parts of a name as written.

    Attributes:
        role: Words before the name proper ("NATO Secretary-General", "Mr."), as written.
        titles: Titles and role nouns among them, lower case without full stop.
        given: Given names and initials, lower case; empty for a bare surname.
        family: Last name with its particles, lower case; for a single name that name.
        suffix: Words after the family name ("Jr.").
        start: Offset of the name proper inside the text that was read.
    """

    role: str
    titles: tuple[str, ...]
    given: tuple[str, ...]
    family: str
    suffix: tuple[str, ...]
    start: int

    @property
    def alone(self) -> set[str]:
        """Words that may name the bearer alone: "Gary" and "Chan" of "Gary Chan Hak-wan".

        And the first of two family names: "Quispe" of "Milagros Quispe Luna"; what is set off:
        "Ray" of "Raymond “Ray” Holm".
        """
        inner = self.given[1:][-1:]
        if inner and "-" not in self.family and inner[0] in vocabulary.given_names():
            inner = ()
        called = {name.strip(SET_OFF) for name in self.given if name[0] in SET_OFF}
        last = self.family.rpartition(" ")[2]
        return {self.family, last, *self.given[:1], *inner, *called} - {""}

    @property
    def gender(self) -> Gender:
        """Gender by title, then role noun, then given name ("Mrs. Holm", "spokesman Holm")."""
        genders = vocabulary.title_genders()
        nouns = vocabulary.head_nouns()
        for title in self.titles:
            shown = genders.get(title, Gender.UNKNOWN)
            if shown is Gender.UNKNOWN and title in nouns:
                shown = nouns[title].gender
            if shown is not Gender.UNKNOWN:
                return shown
        known = vocabulary.given_names()
        first = self.given[0] if self.given else self.family
        return known.get(plain(first), Gender.UNKNOWN)


def _after_owner(parts: Sequence[str], end: int) -> int:
    """Index after whose brother or aide somebody is: "Mrs Holm's | brother Jens" is no lady."""
    owners = (i + 1 for i in range(end) if parts[i].endswith(("'s", "’s", "s'", "s’")))
    return max(owners, default=0)


@lru_cache(maxsize=settings.REMEMBERED_WORDS)
def plain(word: str) -> str:
    """Lower case, no full stop, straight apostrophe: the key a word has in the lists."""
    return word.lower().replace("’", "'").replace("‑", "-").rstrip(".")


def spelling(key: str) -> str:
    """What transliterations of a long name share: "zelensk" of "zelensky" and "zelenskyy"."""
    stem = key.rstrip("yij")
    long = len(stem) >= settings.VARIANT_LENGTH - 1
    return stem if long and stem != key else key


def is_initial(word: str) -> bool:
    """Whether *word* is one to three initials: "J.", "J.R.", "W"."""
    return _INITIAL.fullmatch(word) is not None and ("." in word or len(word) == 1)


def name_starts(parts: Sequence[str]) -> int:
    """Index of the first word of the name proper, after titles and roles; len(parts) without one.

    "NATO Secretary-General Jens Holm" gives 2, "Stephen King" and "Mr. King" give the name too.
    """
    keys = [_key(part) for part in parts]
    last = -1
    for i, key in enumerate(keys):
        seat = i == len(parts) - 1 and last < i - 1 and parts[i] in SEATS
        if is_role(key) and not seat and not goes_on_with_name(parts, i, last + 1):
            last = i
    if last < 0:
        return after_unlisted_role(keys)
    if last < len(parts) - 1:
        return (
            after_field(parts, keys, last) if keys[last + 1] in LINKS else _named(parts, last + 1)
        )
    if last and is_plain_title(keys[last - 1]) and not is_office(keys[last]):
        return last
    return len(parts)


def _named(parts: Sequence[str], first: int) -> int:
    """*first*, past a small word that goes on with the role: "chief | whip Ada Holm"."""
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

    The name may have begun at *first*, after the roles before it.
    """
    key, before = plain(parts[i]), plain(parts[i - 1]) if i else ""
    follower = plain(parts[i + 1]) if i + 1 < len(parts) else ""
    known = vocabulary.given_names()
    named = i > first and before in known and before not in vocabulary.place_names()
    if named and is_initial(parts[i]):  # Harry M. Reid
        return True
    if is_name_too(key):  # Ada Baker, Mason Holm, Mayor Cook
        return named or (i == first and (key in known or (i > 0 and not follower)))
    if i == 0 or follower in known:
        return False
    begun = named or begins_name(plain(parts[0]))
    return begun and not (follower and is_office(key))


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


def without_honours(name: str) -> str:
    """A name without what an honour, a degree or a seat adds: "Ada Holm" for "Ada Holm KC"."""
    parts = name.split()
    known = table("name_suffixes")
    while len(parts) > 1 and known.get(plain(parts[-1]), {}).get("kind") == "honour":
        parts.pop()
    return " ".join(parts).rstrip(",")


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


def is_husbands(title: str, given: str, men: Collection[str] = ()) -> bool:
    """Whether a given name is the husband's: "Mrs. Anton Holm" is Mrs. Holm."""
    return title == "mrs" and (given in men or vocabulary.given_names().get(given) is Gender.MALE)


def begins_family(word: str, after: str) -> bool:
    """Whether a particle in front is part of a bare surname: "Van der Meer", not "Ben Holm"."""
    particles, key = words("name_particles"), plain(word)
    small = word.islower()  # Dr bin Salem
    return key in particles and (small or key not in vocabulary.given_names() or after in particles)


def read_name(text: str, men: Collection[str] = ()) -> NameForm:
    """The parts of the name *text*, which may have titles and roles in front.

    Args:
        text: The name as written.
        men: Given names that men bear in this text, whatever the lists say.
    """
    return _read_name(text, frozenset(men))


@lru_cache(maxsize=settings.REMEMBERED_NAMES)
def _read_name(text: str, men: frozenset[str]) -> NameForm:
    found = list(PART.finditer(text))
    parts = [match.group() for match in found]
    first = name_starts(parts) if parts else 0
    if first >= len(parts):
        first = 0
    names = parts[first:]
    suffixes: list[str] = []
    known = words("name_suffixes")
    while len(names) > 1 and (plain(names[-1]) in known or _NUMERAL.fullmatch(names[-1])):
        suffixes.insert(0, plain(names.pop()))
    particles = words("name_particles")
    family_at = len(names) - 1
    while family_at > 1 and plain(names[family_at - 1]) in particles:
        family_at -= 1
    if family_at == 1 and begins_family(names[0], plain(names[1])):
        family_at = 0
    roles = vocabulary.role_words()
    title = first
    if first and family_at and is_husbands(plain(parts[first - 1]), plain(names[0]), men):
        first, names, family_at = first + family_at, names[family_at:], 0
    return NameForm(
        role=" ".join(text[: found[title].start()].split()) if found else "",
        titles=tuple(
            piece
            for part in parts[_after_owner(parts, title) : title]
            for piece in (plain(part), plain(part).rpartition("-")[2])
            if piece in roles
        ),
        given=tuple(plain(name) for name in names[:family_at]),
        family=" ".join(plain(name) for name in names[family_at:]),
        suffix=tuple(suffixes),
        start=found[first].start() if found else 0,
    )
