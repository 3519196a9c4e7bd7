"""Which given character a full name means whose parts the list gives one by one or in part."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

from quoteattr.coreference import vocabulary
from quoteattr.coreference.names.apart import Company, short_key
from quoteattr.coreference.names.forms import NameForm, read_name
from quoteattr.coreference.names.titles import title_kind
from quoteattr.coreference.names.variants import agree, courteous, given_agree, same_family
from quoteattr.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quoteattr.characters import Character
    from quoteattr.coreference.threads import Thread

_ARTICLES: Final = ("the ", "a ", "an ")
_SURNAMED: Final = frozenset({"military", "academic", "police", "political"})
"""Kinds of titles that stand before a family name, whatever else it may be: "Captain Oliver"."""


@frozen(kw_only=True)
class Names:
    """What the names of one character say.

    Attributes:
        firsts: First names, in the order of the names: "ada" by "Ada", "Miss Ada", "Ada Holm".
        shorts: Titles with one word after them, as the text's sentences count them: "mr holm".
        family: Family name, by a full name or by a title: "holm" by "Mrs. Holm"; "" for none.
        is_married: Whether that may be a husband's name: she may have been "Ada Berg" before.
    """

    firsts: tuple[str, ...]
    shorts: tuple[str, ...]
    family: str
    is_married: bool


def read_forms_of(character: Character) -> list[NameForm]:
    """The parts of each name of a character, but of what only describes ("the old clerk")."""
    names = (name for name in character.names if not name.lower().startswith(_ARTICLES))
    return [_without_attribute(read_name(name)) for name in names]


def _without_attribute(form: NameForm) -> NameForm:
    """A name without the plain word in front: "My Dearest Ada" is Ada, "Young Holm" Holm."""
    common, known = words("common_words"), vocabulary.given_names()
    is_plain = any(word in common and word not in known for word in form.given[:1])
    return evolve(form, given=()) if is_plain else form


def read_names(forms: Sequence[NameForm]) -> Names:
    """First and family names of the character who has names of these *forms*."""
    surnames = [form.family for form in forms if form.given or _is_surname(form)]
    family = next((form.family for form in forms if form.given), (*surnames, "")[0])
    firsts = [(*form.given, form.family)[0] for form in forms]
    return Names(
        firsts=tuple(dict.fromkeys(first for first in firsts if first not in surnames)),
        shorts=tuple(short_key(form) for form in forms if form.titles and not form.given),
        family=family,
        is_married=family != ""
        and all("mrs" in form.titles for form in forms if form.family == family),
    )


def _is_surname(form: NameForm) -> bool:
    """Whether a title stands before a family name: "Mr. Holm", "Miss Holm"; not "Miss Ada"."""
    is_first = form.family in vocabulary.given_names() and not any(
        title in ("mr", "mrs") or title_kind(title) in _SURNAMED for title in form.titles
    )
    return bool(form.titles) and not is_first


class Introduced:
    """The given characters by their first and their family names."""

    def __init__(self, forms: Iterable[NameForm], company: Company) -> None:
        """Read which first names and family names the text has together in *forms*."""
        self._company = company
        self._names: dict[int, Names] = {}
        self._by_first: dict[str, list[Thread]] = defaultdict(list)
        self._by_family: dict[str, list[Thread]] = defaultdict(list)
        self._firsts: dict[str, dict[str, NameForm]] = defaultdict(dict)
        families: dict[str, Counter[str]] = defaultdict(Counter)
        for form in forms:
            if form.given:
                families[form.given[0]][form.family] += 1
                self._firsts[form.family][form.given[0]] = form
        self._standing = {first: count.most_common(1)[0][0] for first, count in families.items()}

    def add(self, thread: Thread, forms: Sequence[NameForm]) -> None:
        """Find a given character by the *forms* of its names, and tell its entity the parts."""
        names = read_names(forms)
        if not thread.given and names.family:
            thread.given, thread.family = names.firsts[:1], names.family
        self._names[thread.index] = names
        for first in names.firsts:
            self._by_first[first].append(thread)
        if names.family:
            self._by_family[names.family].append(thread)

    def whose(self, form: NameForm) -> Thread | None:
        """The one given character whom a full name means, None where it may be another's.

        By both names, else by a first name without family name ("Ada" for "Ada Holm"), else by
        the family name without first name ("Mr. Holm" for "Anton Holm"); but
        "Ada Holm" may be a daughter of "Mrs. Holm".
        """
        if not self._names:
            return None
        relatives = [t for t in self._by_family[form.family] if _fits(t, form)]
        namesakes = [t for t in relatives if self._has_first(t, form)]
        if namesakes:
            return _only(namesakes)
        found = _only([t for t in self._by_first[form.given[0]] if self._is_free(t, form)])
        other = _only(relatives)
        if other is None or self._names[other.index].firsts or other.given:
            return found
        if found is not None:
            return None if "miss" in other.courtesy else found  # Ada Holm: Ada, or Miss Holm
        return other if self._is_alone(form) and not self._is_apart(other, form) else None

    def _has_first(self, thread: Thread, form: NameForm) -> bool:
        firsts = self._names[thread.index].firsts
        return any(given_agree((first,), form.given) for first in firsts)

    def _is_free(self, thread: Thread, form: NameForm) -> bool:
        """Whether a character with this first name has no family name, and may have this one."""
        names = self._names[thread.index]
        known = not names.is_married and bool(names.family or thread.given)
        standing = same_family(self._standing[form.given[0]], form.family)
        return not known and standing and _fits(thread, form)

    def _is_apart(self, thread: Thread, form: NameForm) -> bool:
        """Whether a character with a title is another than the full name's person."""
        shorts = self._names[thread.index].shorts
        parted = any(self._company.parts(short, form.given[0]) for short in shorts)
        return parted or "mrs" in thread.courtesy

    def _is_alone(self, form: NameForm) -> bool:
        """Whether the text names nobody else of this family and gender in full."""
        firsts = self._firsts[form.family].values()
        others = (one for one in firsts if not given_agree(one.given, form.given))
        return not any(agree(one.gender, form.gender) for one in others)


def _fits(thread: Thread, form: NameForm) -> bool:
    return courteous(thread, form) and agree(thread.gender, form.gender)


def _only(threads: Sequence[Thread]) -> Thread | None:
    return threads[0] if len(threads) == 1 else None
