"""Roles that descriptions and titles state, and how well two of them agree."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

import regex
from attrs import evolve

from quoteattr.coreference import vocabulary
from quoteattr.coreference.threads import Role
from quoteattr.datatypes import SpeakerKind
from quoteattr.lexicon import table, words

if TYPE_CHECKING:
    from quoteattr.coreference.threads import Thread
    from quoteattr.coreference.vocabulary import HeadNoun

_WORD = regex.compile(r"(?:\p{L}\.){2,}|[\p{L}\p{N}]+")
_ARTICLE = regex.compile(r"^(?:the|an?)\s+", flags=regex.IGNORECASE)
_DEMONYM = regex.compile(r"\b\p{Lu}\p{Ll}{3,}(?:ian|ish|ese|ean|stani)\b")
"""Adjectives of countries that no list has."""
_LINKS: Final = frozenset({"of", "for", "at", "with", "to", "from"})
_OPPOSED: Final = (
    frozenset({"young", "younger", "old", "older", "elder", "elderly", "middle"}),
    frozenset({"first", "second", "third", "fourth", "last", "other"}),
    frozenset({"tall", "short", "little", "big", "small"}),
    frozenset({"former", "current", "new"}),
    frozenset({"democratic", "republican"}),
    frozenset({"democratic", "gop"}),
)
_SECOND: Final = frozenset({"vice", "deputy", "assistant", "associate"})

SAME_NOUN: Final = 3.0
SAME_GROUP: Final = 2.5
BROADER: Final = 2.0
SAME_COUNTRY: Final = 2.0
SHARED_MODIFIER: Final = 1.5
OTHER_MODIFIERS: Final = -1.6
NEW_MODIFIERS: Final = -0.5
DEPUTY: Final = -1.5
WRONG_BODY: Final = -1.5
SAME_TIME: Final = 1.0
STILL_IN_OFFICE: Final = -1.5
"""What agreement and disagreement weigh; only their order matters, which invented cases set."""


def read_role(text: str) -> Role | None:
    """The role in a title or description: "NATO Secretary-General", "the leader of the pact"."""
    stand_for = table("title_roles")
    read = [word.lower().rstrip(".") for word in _WORD.findall(text)]
    found = [stand_for[word]["noun"] if word in stand_for else word for word in read]
    cut = next((i for i, word in enumerate(found) if i and word in _LINKS), len(found))
    for end in range(cut, 0, -1):
        for size in (3, 2, 1):
            noun = _noun(found[max(0, end - size) : end]) if end >= size else None
            if noun is not None:
                return _role(noun, found[: end - size], found[end:], text)
    return None


def _noun(part: list[str]) -> HeadNoun | None:
    heads = vocabulary.head_nouns()
    for sign in (" ", "-"):
        noun = heads.get(sign.join(part))
        if noun is not None and noun.kind is SpeakerKind.UNNAMED:
            return noun
    return None


def _role(noun: HeadNoun, before: list[str], after: list[str], text: str) -> Role:
    known = vocabulary.countries()
    rest = before + after
    pairs = [" ".join(pair) for pair in pairwise(rest)]
    places = frozenset(word.lower() for word in _DEMONYM.findall(text)) - known.keys()
    places |= frozenset(known[word] for word in (*rest, *pairs) if word in known)
    in_places = frozenset(
        part for word in (*rest, *pairs) if word in known for part in word.split()
    )
    others = frozenset(rest) - places - in_places - words("function_words") - {"year", "s"}
    numbers = frozenset(word for word in rest if word.isdigit())
    others = numbers if noun.noun == "year-old" else others - numbers
    return Role(
        group=noun.group,
        broader=noun.broader,
        noun=noun.noun,
        modifiers=others,
        countries=places,
        text=" ".join(text.split()),
    )


def match(wanted: Role, given: Role) -> float:
    """How well a description fits a role the text gave; 0 when it cannot be the same.

    "the NATO chief" fits "NATO Secretary-General"; "the Russian president" does not fit
    "U.S. President", "the 52-year-old" nobody of another age.
    """
    score = _noun_score(wanted, given)
    if not score:
        return 0.0
    if wanted.noun == "year-old":
        return score if wanted.modifiers == given.modifiers else 0.0
    if opposed(wanted, given):
        return 0.0
    if wanted.countries and given.countries:
        if not wanted.countries & given.countries:
            return 0.0
        score += SAME_COUNTRY
    score += _modifier_score(wanted, given)
    if "former" in wanted.modifiers:
        score += SAME_TIME if "former" in given.modifiers else STILL_IN_OFFICE
    if bool(_SECOND & wanted.modifiers) != bool(_SECOND & given.modifiers):
        score += DEPUTY
    return max(score, 0.0)


def opposed(wanted: Role, given: Role) -> bool:
    """Whether two descriptions exclude each other: "the young man", "the old man"."""
    return any(
        wanted.modifiers & group
        and given.modifiers & group
        and not wanted.modifiers & given.modifiers & group
        for group in _OPPOSED
    )


def contradicts(thread: Thread, wanted: Role | None) -> bool:
    """Whether what the text says of somebody excludes a description: another country or party."""
    return wanted is not None and any(
        opposed(wanted, role)
        or bool(wanted.countries and role.countries and not wanted.countries & role.countries)
        for role in thread.roles
    )


def _noun_score(wanted: Role, given: Role) -> float:
    if wanted.noun == given.noun:
        return SAME_NOUN
    if wanted.group == given.group:
        return SAME_GROUP
    if wanted.group in given.broader:
        return BROADER
    return 0.0


def _modifier_score(wanted: Role, given: Role) -> float:
    """What the other words say: a shared one binds, different ones part."""
    soft = vocabulary.soft_modifiers()
    bodies, states = vocabulary.standing_for("body"), vocabulary.standing_for("state")
    asked = wanted.modifiers - soft - bodies - states - {"member"}
    held = given.modifiers - soft
    score = 0.0
    if wanted.modifiers & bodies and given.countries and not held:
        score += WRONG_BODY
    if wanted.modifiers & held:
        score += SHARED_MODIFIER * len(wanted.modifiers & held)
    elif asked and held:
        score += OTHER_MODIFIERS
    elif asked:
        score += NEW_MODIFIERS
    return score


def repeats(wanted: Role, given: Role) -> bool:
    """Whether a later description may repeat an earlier one: nothing new in it.

    "the official" repeats "a senior defence official"; "the Russian official" does not.
    """
    if opposed(wanted, given) or (wanted.countries and not wanted.countries <= given.countries):
        return False
    return not wanted.modifiers - given.modifiers - vocabulary.soft_modifiers()


def predecessor_roles(thread: Thread) -> list[Role]:
    """The roles that somebody's predecessor had: of a president, "former president"."""
    return [evolve(role, modifiers=role.modifiers | {"former"}, text="") for role in thread.roles]


def best_role(thread: Thread) -> str | None:
    """The role to show, without its article: one before the name, else beside it; the longest."""
    texts = [role for role in thread.roles if role.text and not role.text[0].isdigit()]
    before = [role for role in texts if role.is_title]
    chosen = before or texts
    return max((_ARTICLE.sub("", role.text) for role in chosen), key=len) if chosen else None
