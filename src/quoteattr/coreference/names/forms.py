"""What a name's own words say: titles, given names, family name, suffix."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

import regex
from attrs import frozen

from quoteattr.coreference import settings, vocabulary
from quoteattr.coreference.names.keys import plain
from quoteattr.coreference.names.titles import is_courtesy, name_starts
from quoteattr.lexicon import table, words
from quoteattr.records import Gender

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

PART = regex.compile(r"[^\s,()\[\]]+")
_CIPHER: Final = regex.compile(r"\p{Lu}")
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


def _is_cipher(noun: str, letter: str) -> bool:
    """Whether a noun and a letter stand for a name that is kept secret: "Officer B", no "Mrs B"."""
    return _CIPHER.fullmatch(letter) is not None and not is_courtesy(plain(noun))


def _after_owner(parts: Sequence[str], end: int) -> int:
    """Index after whose brother or aide somebody is: "Mrs Holm's | brother Jens" is no lady."""
    owners = (i + 1 for i in range(end) if parts[i].endswith(("'s", "’s", "s'", "s’")))
    return max(owners, default=0)


def without_honours(name: str) -> str:
    """A name without what an honour, a degree or a seat adds: "Ada Holm" for "Ada Holm KC"."""
    parts = name.split()
    known = table("name_suffixes")
    while len(parts) > 1 and known.get(plain(parts[-1]), {}).get("kind") == "honour":
        parts.pop()
    return " ".join(parts).rstrip(",")


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
    if first == len(parts) - 1 and first and _is_cipher(*parts[-2:]):
        first -= 1
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
