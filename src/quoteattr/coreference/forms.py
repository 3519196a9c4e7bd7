"""What a mention's own words say: titles, given name, family name; or determiner, head, modifiers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex
from attrs import frozen

from quoteattr.coreference import vocabulary
from quoteattr.lexicon import words
from quoteattr.records import Gender

if TYPE_CHECKING:
    from collections.abc import Sequence

PART = regex.compile(r"[^\s,()\[\]]+")
_INITIAL = regex.compile(r"(?:\p{Lu}\.?){1,3}")
_NUMERAL = regex.compile(r"[IVX]+")


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


def plain(word: str) -> str:
    """Lower case, no full stop, straight apostrophe: the key a word has in the lists."""
    return word.lower().replace("’", "'").replace("‑", "-").rstrip(".")


def is_initial(word: str) -> bool:
    """Whether *word* is one to three initials: "J.", "J.R.", "W"."""
    return _INITIAL.fullmatch(word) is not None and ("." in word or len(word) == 1)


def name_starts(parts: Sequence[str]) -> int:
    """Index of the first word of the name proper, after titles and roles.

    "NATO Secretary-General Jens Holm" gives 2. When nothing follows the last role word, it is the
    surname if a given name comes before it ("Stephen King"); otherwise the result is len(parts).
    """
    roles = vocabulary.role_words()
    last = -1
    for i, part in enumerate(parts):
        pieces = plain(part)
        if pieces in roles or pieces.rpartition("-")[2] in roles:
            last = i
    if last < len(parts) - 1:
        return last + 1
    first = plain(parts[0])
    if len(parts) > 1 and first in vocabulary.given_names() and first not in roles:
        return name_starts(parts[:-1]) if len(parts) > 2 else 0
    return len(parts)


def read_name(text: str) -> NameForm:
    """The parts of the name *text*, which may have titles and roles in front."""
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
    if family_at == 1 and names[0].islower() and plain(names[0]) in particles:
        family_at = 0
    roles = vocabulary.role_words()
    return NameForm(
        role=" ".join(text[: found[first].start()].split()) if found else "",
        titles=tuple(
            piece
            for part in parts[:first]
            for piece in (plain(part), plain(part).rpartition("-")[2])
            if piece in roles
        ),
        given=tuple(plain(name) for name in names[:family_at]),
        family=" ".join(plain(name) for name in names[family_at:]),
        suffix=tuple(suffixes),
        start=found[first].start() if found else 0,
    )
