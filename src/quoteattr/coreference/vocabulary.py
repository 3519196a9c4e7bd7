"""The room's word lists, as sets and mappings ready for look-up."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

from quoteattr.datatypes import SpeakerKind
from quoteattr.lexicon import table, words
from quoteattr.records import Gender, Number

if TYPE_CHECKING:
    from collections.abc import Mapping

IRREGULAR_PLURALS: Final = MappingProxyType(
    {
        "men": "man",
        "women": "woman",
        "children": "child",
        "wives": "wife",
        "thieves": "thief",
        "ladies": "lady",
    }
)

ANYBODY: Final = frozenset({"man", "woman", "boy", "girl", "child", "adult", "stranger"})
"""Groups of nouns that tell nothing of what somebody does."""


_STRANGER: Final = "stranger"


@frozen(kw_only=True)
class HeadNoun:
    """A noun that can head a mention.

    Attributes:
        noun: Its singular.
        kind: What it denotes.
        number: Number of the form.
        gender: Gender it shows.
        group: Nouns of one group may name the same role ("chairman", "chairwoman").
        broader: Groups of more general nouns ("leader" for "chairman").
    """

    noun: str
    kind: SpeakerKind
    number: Number
    gender: Gender = Gender.UNKNOWN
    group: str = ""
    broader: tuple[str, ...] = ()

    @property
    def sort(self) -> str:
        """The group, or "stranger" for whoever is only something to somebody: "friend"."""
        return _STRANGER if _STRANGER in self.broader else self.group


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
            one = HeadNoun(
                noun=noun, kind=kind, number=Number.SINGULAR, gender=Gender.NEUTER, group=noun
            )
            heads.setdefault(noun, one)
            heads.setdefault(plural(noun), evolve(one, number=Number.PLURAL))
    for noun, row in table("role_nouns").items():
        one = HeadNoun(
            noun=noun,
            kind=SpeakerKind.UNNAMED,
            number=Number.SINGULAR,
            gender=Gender(row["gender"]),
            group=row["group"],
            broader=tuple(part for part in row["broader"].split() if part != "-"),
        )
        heads[noun] = one
        heads[plural(noun)] = evolve(one, kind=SpeakerKind.GROUP, number=Number.PLURAL)
    for form, noun in IRREGULAR_PLURALS.items():
        if noun in heads:
            heads[form] = evolve(heads[noun], kind=SpeakerKind.GROUP, number=Number.PLURAL)
    return MappingProxyType(heads)


@cache
def compound_heads() -> Mapping[str, tuple[str, ...]]:
    """Head nouns of several words or with hyphens, by their last word, longest first."""
    found: dict[str, list[str]] = defaultdict(list)
    for noun in head_nouns():
        for sign in (" ", "-"):
            if sign in noun:
                found[noun.rpartition(sign)[2]].append(noun)
    return MappingProxyType(
        {last: tuple(sorted(set(nouns), key=len, reverse=True)) for last, nouns in found.items()}
    )


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
def kinship() -> frozenset[str]:
    """Titles of relatives: "aunt"."""
    return frozenset(title for title, row in table("titles").items() if row["kind"] == "kin")


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
    rows = table("places").items()
    return frozenset(word for word, row in rows if row["kind"] in ("place", "capital"))


@cache
def states() -> frozenset[str]:
    """Names of countries and states without their capitals."""
    return frozenset(word for word, row in table("places").items() if row["kind"] == "place")


@cache
def peoples() -> frozenset[str]:
    """Plural names of peoples, faiths and parties: "russians", "muslims", "republicans"."""
    people = frozenset(word for word, row in table("places").items() if row["kind"] == "people")
    groups = table("group_nouns").items()
    return people | frozenset(word for word, row in groups if row["proper"] == "yes")


def is_demonym(word: str) -> bool:
    """Whether a word is the adjective of a country, which may stand for a person: "Russian"."""
    row = table("places").get(word)
    return row is not None and row["kind"] == "demonym"


@cache
def organisation_words() -> frozenset[str]:
    """Words at the end of an organisation's name."""
    return words("org_nouns") | words("organisation_words") | words("body_endings")


@cache
def soft_modifiers() -> frozenset[str]:
    """Modifiers that may come and go between two descriptions of one person: "former", "senior"."""
    rows = table("role_modifiers").items()
    return frozenset(word for word, row in rows if row["soft"] == "yes")


@cache
def no_name_words() -> frozenset[str]:
    """Words that are no part of a name though they may be capitalised."""
    return words("function_words") | words("capitalised_words")


@cache
def determiners(kind: str = "") -> frozenset[str]:
    """Determiners: "definite", "indefinite", "possessive", or all."""
    rows = table("determiners").items()
    return frozenset(word for word, row in rows if not kind or row["kind"] == kind)


@cache
def verb_forms() -> frozenset[str]:
    """Verb forms before which a noun phrase ends: those of saying, irregular pasts."""
    return reporting_forms() | words("finite_verbs")


@cache
def reporting_forms() -> frozenset[str]:
    """Past and present forms of the verbs of saying, as far as spelling rules make them."""
    forms: set[str] = set()
    for verb, row in table("cues").items():
        if row["mode"] == "thought" or " " in verb:
            continue
        past = verb + "d" if verb.endswith("e") else verb + "ed"
        if verb.endswith("y") and verb[-2:-1] not in "aeiou":
            past = verb[:-1] + "ied"
        if row["irregular"] != "-":
            past = row["irregular"].split(",")[0]
        forms |= {past, plural(verb)}
    return frozenset(forms)


@cache
def plural_reports() -> frozenset[str]:
    """Present forms that a plural subject takes, where they are no nouns: "say", not "claim"."""
    nouns = words("noun_or_cue") | frozenset(head_nouns())
    return frozenset(
        verb
        for verb, row in table("cues").items()
        if row["mode"] != "thought" and " " not in verb and plural(verb) not in nouns
    )


def is_anybody(noun: str) -> bool:
    """Whether a noun tells no more than sex and age: "girl", "gentleman"."""
    known = head_nouns().get(noun)
    return (noun if known is None else known.sort) in ANYBODY
