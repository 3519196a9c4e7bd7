"""Roles that descriptions and titles state."""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import regex
from attrs import evolve

from quoteattr.coreference import settings, vocabulary
from quoteattr.coreference.names.after_roles import is_trade
from quoteattr.coreference.names.keys import plain
from quoteattr.coreference.names.titles import is_plain_title
from quoteattr.coreference.roles.body_names import standing_for
from quoteattr.coreference.threads import Role
from quoteattr.coreference.vocabulary import HeadNoun
from quoteattr.datatypes import Reference, SpeakerKind
from quoteattr.lexicon import table, words
from quoteattr.records import Number

if TYPE_CHECKING:
    from quoteattr.coreference.threads import Thread
    from quoteattr.records import Mention

_WORD = regex.compile(r"(?:\p{L}\.){2,}|[\p{L}\p{N}]+")
_ARTICLE = regex.compile(r"^(?:the|an?|one|another)\s+", flags=regex.IGNORECASE)
_DEMONYM = regex.compile(r"\b\p{Lu}\p{Ll}{3,}(?:ian|ish|ese|ean|stani)\b")
"""Adjectives of countries that no list has."""
_LINKS: Final = frozenset({"of", "for", "at", "with", "to", "from"})
_US: Final = regex.compile(r"\bUS\b")
"""The country, which in lower case would be a pronoun: "a US official"."""
_PARTIES: Final = {"tories": "conservative", "tory": "conservative"}
"""What members of a party are called beside its name."""
_TOLD_APART: Final = frozenset({"party", "committee", "ministry", "department", "state"})
"""Bodies of which there are several of a sort, so that adjectives tell whose head is meant."""


@lru_cache(maxsize=settings.REMEMBERED_NAMES)
def read_role(text: str) -> Role | None:
    """The role in a title or description: "NATO Secretary-General", "the leader of the pact"."""
    text = _US.sub("U.S.", text)
    stand_for = table("title_roles")
    read = [word.lower().rstrip(".") for word in _WORD.findall(text)]
    found = [stand_for[word]["noun"] if word in stand_for else word for word in read]
    cut = next((i for i, word in enumerate(found) if i and word in _LINKS), len(found))
    compounds = vocabulary.compound_heads()
    for end in (*range(cut, 0, -1), len(found)):  # "a Department for Transport spokesman"
        for size in (3, 2, 1) if end and found[end - 1] in compounds else (1,):
            noun = _noun(found[max(0, end - size) : end]) if end >= size else None
            if noun is not None:
                return _role(noun, found[: end - size], found[end:], text)
    trade = _trade(found[cut - 1]) if cut else None
    return None if trade is None else _role(trade, found[: cut - 1], found[cut:], text)


def read_origin(text: str) -> Role | None:
    """The country that alone describes somebody: "the Norwegian"; None for other descriptions."""
    word = text.lower().rpartition(" ")[2]
    if not vocabulary.is_demonym(word):
        return None
    return Role(group="", countries=frozenset({vocabulary.countries()[word]}))


def _trade(word: str) -> HeadNoun | None:
    """The entry of a noun of no list that ends as nouns for people do: "botanist"."""
    listed = word in vocabulary.head_nouns() or vocabulary.is_demonym(word)
    if listed or not is_trade(word):
        return None
    return HeadNoun(noun=word, kind=SpeakerKind.UNNAMED, number=Number.SINGULAR, group=word)


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
    listed = [word for word in (*rest, *map(" ".join, pairwise(rest))) if word in known]
    demonyms = [word.lower() for word in _DEMONYM.findall(text)]
    places = frozenset(word for word in demonyms if word not in known)
    places |= frozenset(known[word] for word in listed)
    in_places = frozenset(part for word in listed for part in word.split())
    others = frozenset(rest) - places - in_places - words("function_words") - {"year", "s"}
    written = _WORD.findall(text)
    others = frozenset(_PARTIES.get(word, word) for word in others - _of_a_body(written))
    for pair in pairwise(rest):
        if " ".join(pair) in _bodies():  # think tank
            others = others - {*pair} | {" ".join(pair)}
    numbers = frozenset(word for word in rest if word.isdigit())
    others = numbers if noun.noun == "year-old" else others - numbers
    return Role(
        group=noun.group,
        broader=noun.broader,
        noun=noun.noun,
        modifiers=others,
        countries=places,
        names=frozenset(word.lower() for word in written if word[0].isupper()) & others,
        text=" ".join(text.split()),
    )


@cache
def _bodies() -> frozenset[str]:
    return standing_for("body") - _TOLD_APART


def _of_a_body(written: list[str]) -> frozenset[str]:
    """The adjectives of a body, which say nothing of its head: "the military alliance's chief"."""
    bodies = _bodies()
    found: list[str] = []
    for at in [i for i, word in enumerate(written) if word in bodies]:
        before = at - 1
        while before >= 0 and written[before].islower() and written[before] not in _LINKS:
            found.append(written[before])
            before -= 1
    return frozenset(word for word in found if word not in bodies)


def predecessor_roles(thread: Thread) -> list[Role]:
    """The roles that somebody's predecessor had: of a president, "former president"."""
    return [evolve(role, modifiers=role.modifiers | {"former"}, text="") for role in thread.roles]


def best_role(thread: Thread) -> str | None:
    """The role to show, without its article: one before the name, else beside it; the longest.

    A mere honour says less than any: not "Dame" for "the bishop, Dame Ada Holm,".
    """
    texts = [role for role in thread.roles if role.text and not role.text[0].isdigit()]
    before = [role for role in texts if role.is_title]
    offices = [role for role in before if not is_plain_title(plain(role.text))]
    chosen = offices or [role for role in texts if not role.is_title] or before
    return max((_ARTICLE.sub("", role.text) for role in chosen), key=len) if chosen else None


def describes(mention: Mention) -> bool:
    """Whether a mention is a description of a single person."""
    return (
        mention.reference is Reference.NOMINAL
        and mention.kind is SpeakerKind.UNNAMED
        and mention.number is Number.SINGULAR
    )
