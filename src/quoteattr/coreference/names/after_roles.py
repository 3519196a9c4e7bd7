"""Where a name begins after the field of an office, or after a role of no list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import regex

from quoteattr.coreference import vocabulary
from quoteattr.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Sequence

_TRADE = regex.compile(r"\p{Ll}{4,}(?:er|or|ist|ian|man|woman|smith)")
_NATIVE = regex.compile(r"\p{Ll}+(?:ch|sh|s)(?:wo)?man")
LINKS: Final = frozenset({"of", "for"})
"""Words between an office and its field: "Secretary of State", "director for sales"."""
FIELD_LINKS: Final = LINKS | {"at", "in", "to", "with"}
"""Those and the words before where somebody works: "head of research at Holm Bank"."""
ENVOYS: Final = frozenset({"ambassador", "commissioner", "consul", "delegate", "envoy"})
"""Those who are sent "to" a place or body."""
_LONGEST_NAME: Final = 3
"""Words of a name that follows a body without a given name of the lists."""
_WHOLE: Final = frozenset({"secretary of state", "minister of state", "chief of staff"})
"""Offices that are always called so, so that a bare surname may follow."""


def after_field(parts: Sequence[str], keys: Sequence[str], role: int) -> int:
    """Where a name begins after an office and its field: "Secretary of State Ada Holm".

    After words in lower case it begins with the next capital, after others with a known given
    name. A bare surname may follow where the office is always called so, or after a place.
    """
    known = vocabulary.given_names()
    last = len(parts) - 1
    field = role + 2 + (keys[role + 2 : role + 3] == ["the"])
    if field >= last or keys[last] in vocabulary.organisation_words():
        return role + 1
    if parts[field].islower():
        capitals = [i for i in range(field, last) if parts[i][:1].isupper()]
        of_body = not vocabulary.organisation_words().isdisjoint(keys[i] for i in capitals)
        named = (i for i in capitals if keys[i] in known) if of_body else iter(capitals)
        return next(named, role + 1)
    place = _size_of_place(keys[field:last])
    if keys[field] in known and not place:
        return role + 1
    after = field + max(1, place)
    named = (i for i in range(after, last) if keys[i] in known)
    if not place and (end := _end_of_body(keys, field) or _end_of_post(keys, role, field)):
        return next(named, end)
    whole = " ".join(keys[role : field + 1]) in _WHOLE
    of_place = place > 0 and vocabulary.organisation_words().isdisjoint(keys[after:])
    bare = whole or (of_place and keys[field] not in known)
    unlisted = after if bare else _after_common(keys, field)
    goes_on = not LINKS.isdisjoint(keys[unlisted:])  # director of Velm Communities for Change
    return next(named, role + 1 if goes_on or not unlisted else unlisted)


def _end_of_body(keys: Sequence[str], field: int) -> int:
    """Where two words or more follow the name of a body, 0 without one: "Velm Museum | Xiu Lan"."""
    bodies, common = vocabulary.organisation_words() | {"nations"}, words("common_words")
    ends = [i for i in range(field, len(keys) - 2) if keys[i] in bodies]
    rest = keys[ends[-1] + 1 :] if ends else []
    fits = 2 <= len(rest) <= _LONGEST_NAME and common.isdisjoint(rest) and bodies.isdisjoint(rest)
    return ends[-1] + 1 if fits else 0


def _end_of_post(keys: Sequence[str], role: int, field: int) -> int:
    """Where a full name follows an envoy's place of no list, else 0: "envoy to Velm | Xiu Lan"."""
    rest = keys[field + 1 :]
    full = 2 <= len(rest) <= _LONGEST_NAME and words("common_words").isdisjoint(rest)
    return field + 1 if keys[role] in ENVOYS and keys[role + 1] == "to" and full else 0


def _size_of_place(keys: Sequence[str]) -> int:
    """How many words the place has that *keys* begin with: 2 for "United States"; 0 without one."""
    sizes = (2, 1)
    return next((n for n in sizes if " ".join(keys[:n]) in vocabulary.place_names()), 0)


def _after_common(keys: Sequence[str], field: int) -> int:
    """Where a name of two words or more follows a field of common ones, 0 where none does.

    "Leader of the Opposition | Jahnvi Barthur".
    """
    common = words("common_words")
    first = next((i for i in range(field, len(keys)) if keys[i] not in common), 0)
    named = keys[first:]
    fits = field < first < len(keys) - 1 and common.isdisjoint(named)
    return first if fits and vocabulary.organisation_words().isdisjoint(named) else 0


def is_trade(key: str) -> bool:
    """Whether a word has the end of nouns for people: "hairdresser", "botanist"."""
    return _TRADE.fullmatch(key) is not None and key not in words("surnames")


def is_native(key: str) -> bool:
    """Whether a word tells where a man or woman is from: "Dutchman"."""
    return _NATIVE.fullmatch(key) is not None and vocabulary.is_demonym(key)


def after_unlisted_role(keys: Sequence[str]) -> int:
    """Where a name begins after a role of no list: "Rivertown County Recorder Ada Holm".

    Or after where somebody is from: "Dutchman Arne Holm".
    """
    native = next((i for i, key in enumerate(keys[:-1]) if is_native(key)), None)
    if native is not None and all(key in words("role_modifiers") for key in keys[:native]):
        return native + 1  # Dutchman Arne Holm, famous Scotsman Bo Lind
    known, common = vocabulary.given_names(), words("common_words")
    bodies = vocabulary.organisation_words()
    if not keys or keys[0] in known or keys[-1] in bodies:
        return 0
    if len(keys) > 2 and is_trade(keys[0]) and keys[1] in known and keys[1] not in common:
        return 1
    for i in range(2, len(keys) - 1):
        before = keys[i - 1].rpartition("-")[2]
        office = before in common or not bodies.isdisjoint(keys[: i - 1])
        if keys[i] in known and keys[i] not in common and office and before not in known:
            return i
    return 0
