"""The words of a description: its determiner, what tells it from others, how little it may say."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

import regex

from quoteattr.coreference import vocabulary
from quoteattr.coreference.roles.body_names import standing_for
from quoteattr.coreference.roles.reading import read_role
from quoteattr.lexicon import words

NEW: Final = frozenset({"a", "an", "another", "one", "some"})
"""Words that bring in somebody new."""
OTHER: Final = frozenset({"other", "fellow"})
"""Words that tell a person from those described before: "the other diplomat"."""
_TRADERS: Final = frozenset({"maker", "manufacturer", "retailer", "lender", "insurer"})
"""Firms that a report about one calls by what it deals in."""
_PLACED: Final = ("-based", "-headquartered", "-listed")
_LOOKS: Final = frozenset({("in", "the"), ("with", "the")})
_ADDRESSES: Final = frozenset(
    {"lordship", "ladyship", "excellency", "highness", "majesty", "eminence", "holiness"}
)
"""Nouns after *his* or *her* for whom is told of: "Lord Holm rose. His Lordship said"."""
_PARENT: Final = regex.compile(
    r"the (?:dad|father|mother|mum|mom|grandfather|grandmother)(?: |-)of(?: |-)"
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|twins|triplets)"
)
ANAPHORS: Final = frozenset({"the other", "the former", "the latter"})
"""Descriptions that mean somebody mentioned before and say nothing about them."""


def key_of(written: str) -> str:
    """Under what a description is remembered: without its article, but with its owner."""
    first, _, rest = written.lower().partition(" ")
    article = first in vocabulary.determiners("definite") or first in NEW
    return rest if rest and article else written.lower()


def without_origin(phrase: str) -> str:
    """A description of a body without where it is: "bank" for "malmo-based bank".

    And of a firm without what it deals in: "maker" for "chocolate maker", "maker of chocolate".
    """
    *before, noun = phrase.partition(" of ")[0].split(" ")
    placed = all(word.endswith(_PLACED) or vocabulary.is_demonym(word) for word in before)
    if noun in _TRADERS and (placed or len(before) == 1):
        return noun
    return noun if placed and noun in standing_for("body") and " of " not in phrase else phrase


def content_words(written: str) -> frozenset[str]:
    """The words of a description that tell it from others."""
    found = frozenset(written.lower().replace("’", "'").split())
    return found - words("function_words") - vocabulary.soft_modifiers()


def strip_determiner(written: str) -> str:
    """A description without its determiner."""
    first, _, rest = written.partition(" ")
    return rest if rest and first.lower() in vocabulary.determiners() else written


def names_owner(written: str) -> bool:
    """Whether a description says by name or noun whose it is: "the bank's director"."""
    plain = written.replace("’", "'")
    return "'s " in plain or "s' " in plain


def stands_for_name(written: str) -> bool:
    """Whether a description says no more than a pronoun: "the 52-year-old", "his Lordship".

    Or of how many somebody is the parent: "the mother of two".

    "The woman" or "the girl" are not among them: of eleven on LitBank none meant who was near.
    """
    if is_address(written):
        return True
    if not written.lower().startswith("the "):
        return False
    if _PARENT.fullmatch(written.lower()):
        return True
    role = read_role(written)
    last = written.lower().replace("-", " ").rpartition(" ")[2]
    if last in words("epithets") or vocabulary.is_demonym(last):
        return True
    return role is not None and role.noun == "year-old"


def is_address(written: str) -> bool:
    """Whether a description is the form in which somebody of rank is addressed: "her ladyship"."""
    owner, _, noun = written.lower().partition(" ")
    return owner in ("his", "her") and noun.rpartition(" ")[2] in _ADDRESSES


def may_be_anybody(written: str) -> bool:
    """Whether a description may mean somebody on stage: "the girl", "his friend", not "a girl".

    Nor who is told from everybody else: "the girl with the red scarf".
    """
    first, *others = written.lower().split()
    definite = first in vocabulary.determiners("definite")
    owned = first in vocabulary.determiners("possessive")
    return (definite or owned) and _LOOKS.isdisjoint(pairwise(others))
