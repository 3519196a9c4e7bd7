"""The room's word lists, as sets and mappings ready for look-up."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from attrs import frozen

from quoteattr.datatypes import SpeakerKind
from quoteattr.lexicon import table, words
from quoteattr.records import Gender, Number

if TYPE_CHECKING:
    from collections.abc import Mapping

IRREGULAR_PLURALS = MappingProxyType(
    {
        "men": "man",
        "women": "woman",
        "children": "child",
        "wives": "wife",
        "thieves": "thief",
        "ladies": "lady",
    }
)


@frozen(kw_only=True)
class HeadNoun:
    """A noun that can head a mention: what it denotes, and which nouns may name the same role."""

    noun: str
    kind: SpeakerKind
    number: Number
    gender: Gender = Gender.UNKNOWN
    group: str = ""
    broader: tuple[str, ...] = ()


@frozen(kw_only=True)
class Pronoun:
    """A personal pronoun's person, gender, number and case."""

    person: int
    gender: Gender
    number: Number
    case: str


def plural(noun: str) -> str:
    """The regular plural: "official" gives "officials", "witness" "witnesses"."""
    if noun.endswith("man"):
        return noun[:-3] + "men"
    if noun.endswith(("s", "sh", "ch", "x", "z")):
        return noun + "es"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + "s"


@cache
def head_nouns() -> Mapping[str, HeadNoun]:
    """Every noun, singular and plural, that can head a nominal mention."""
    heads: dict[str, HeadNoun] = {}
    for noun in words("group_nouns"):
        heads[noun] = HeadNoun(noun=noun, kind=SpeakerKind.GROUP, number=Number.PLURAL, group=noun)
    for listed, kind in (
        ("org_nouns", SpeakerKind.ORGANIZATION),
        ("document_nouns", SpeakerKind.DOCUMENT),
    ):
        for noun in words(listed):
            for form, number in ((noun, Number.SINGULAR), (plural(noun), Number.PLURAL)):
                one = HeadNoun(
                    noun=noun, kind=kind, number=number, gender=Gender.NEUTER, group=noun
                )
                heads.setdefault(form, one)
    for noun, row in table("role_nouns").items():
        shape = {
            "noun": noun,
            "gender": Gender(row["gender"]),
            "group": row["group"],
            "broader": tuple(part for part in row["broader"].split() if part != "-"),
        }
        heads[noun] = HeadNoun(kind=SpeakerKind.UNNAMED, number=Number.SINGULAR, **shape)  # type: ignore[arg-type]
        heads[plural(noun)] = HeadNoun(kind=SpeakerKind.GROUP, number=Number.PLURAL, **shape)  # type: ignore[arg-type]
    for form, noun in IRREGULAR_PLURALS.items():
        if noun in heads:
            one = heads[noun]
            heads[form] = HeadNoun(
                noun=noun,
                kind=SpeakerKind.GROUP,
                number=Number.PLURAL,
                gender=one.gender,
                group=one.group,
                broader=one.broader,
            )
    return MappingProxyType(heads)


@cache
def pronouns() -> Mapping[str, Pronoun]:
    """Personal pronouns by their lower-case form."""
    return MappingProxyType(
        {
            form: Pronoun(
                person=int(row["person"]),
                gender=Gender(row["gender"]),
                number=Number(row["number"]),
                case=row["case"],
            )
            for form, row in table("pronouns").items()
        }
    )


@cache
def given_names() -> Mapping[str, Gender]:
    """Given names in lower case with the gender they mostly have."""
    return MappingProxyType(
        {name: Gender(row["gender"]) for name, row in table("given_names").items()}
    )


@cache
def title_genders() -> Mapping[str, Gender]:
    """Titles before a name, without full stop, with the gender they show."""
    return MappingProxyType(
        {title: Gender(row["gender"]) for title, row in table("titles").items()}
    )


@cache
def role_words() -> frozenset[str]:
    """Titles and role nouns: the words after which, before a name, the name begins."""
    return frozenset(title_genders()) | frozenset(table("role_nouns"))


@cache
def countries() -> Mapping[str, str]:
    """Country behind a country's name, demonym, people or capital: "russian" gives "russia"."""
    return MappingProxyType({word: row["country"] for word, row in table("places").items()})


@cache
def place_names() -> frozenset[str]:
    """Names of countries, states and capitals; no adjectives, no peoples."""
    return frozenset(
        word for word, row in table("places").items() if row["kind"] in ("place", "capital")
    )


@cache
def peoples() -> frozenset[str]:
    """Plural names of peoples: "russians"."""
    return frozenset(word for word, row in table("places").items() if row["kind"] == "people")


@cache
def organisation_words() -> frozenset[str]:
    """Words at the end of an organisation's name."""
    return words("org_nouns") | words("media_words")


@cache
def no_name_words() -> frozenset[str]:
    """Words that are no part of a name though they may be capitalised."""
    return words("function_words") | words("capitalised_words")
