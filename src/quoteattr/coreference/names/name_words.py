"""What the words of a name are besides: words of the language, of bodies, of people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import regex

from quoteattr.coreference import vocabulary
from quoteattr.coreference.names.evidence import is_of_people
from quoteattr.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quoteattr.coreference.names.runs import NameRun


INNER: Final = frozenset({"across", "against", "without"})
"""Capitalised words inside names of bodies: "Bakers Without Borders"."""


_CAMEL: Final = regex.compile(r"(\p{Lu}\p{Ll}+)\p{Lu}[\p{L}\p{N}]*+")
_NAME_STARTS: Final = frozenset(
    {"Mc", "Mac", "Fitz", "De", "Del", "Della", "Des", "Di", "Da", "Do", "Dos", "Du", "La", "Le"}
    | {"Lo", "Van", "Vander", "Ver", "Von", "Zu", "Bin", "Ben", "Ibn", "Abd", "Abu", "Ap", "Ó"}
)
"""What stands before a capital inside names of people: "DeVane", "McHolm"."""

FIRM_ROLES: Final = (
    frozenset({"applicant", "bidder", "broker", "builder", "buyer", "competitor", "contractor"})
    | {"creditor", "developer", "distributor", "employer", "insurer", "investor", "landlord"}
    | {"lender", "manufacturer", "operator", "owner", "partner", "producer", "promoter"}
    | {"provider", "publisher", "retailer", "rival", "seller", "shareholder", "sponsor"}
    | {"supplier", "tenant"}
)
"""Roles that a firm may have as well as a person: "Rival Osterline"."""

_MEETINGS: Final = frozenset({"caucus", "caucuses", "convention", "primary"})
"""What parties hold that is named like a body."""


def is_plural_after_role(name: NameRun) -> bool:
    """Whether a role stands before a common plural: "Member States", not "Officer Banks"."""
    key = name.words[-1].key
    titled = any(word.key in vocabulary.title_genders() for word in name.words[: name.first])
    plural = key.endswith("s") and key.removesuffix("s") in words("common_words")
    return plural and not titled and not is_of_people(key)


def is_camel(name: NameRun) -> bool:
    """Whether the one word of a name has a capital inside, as no person's has: "VelmFit"."""
    parts = _CAMEL.fullmatch(name.words[-1].text) if len(name.proper) == 1 else None
    if parts is None or parts[1] in _NAME_STARTS:
        return False
    return not is_of_people(name.proper[0]) and not is_of_people(parts[1].lower())


def ends_as_body(proper: Sequence[str]) -> bool:
    """Whether the last word is one of bodies or firms: "Holm Foods"."""
    return proper[-1] in vocabulary.organisation_words() or proper[-1] in words("firm_words")


def are_common(proper: Sequence[str]) -> bool:
    """Whether all words of a name are words of the language and none is of people's names."""
    common = words("common_words")
    return all(word in common and not is_of_people(word) for word in proper)


def may_be_surname(word: str) -> bool:
    """Whether a word of bodies ends names of people too: "Ada Church", but "Trinity College"."""
    return word in words("body_or_surname") or word in words("surnames")


def names_part_of_party(name: NameRun) -> bool:
    """Whether a party comes before a body: "Republican National Convention", no "Democrat Holm"."""
    peoples, proper = vocabulary.peoples(), name.proper
    party = all(f"{word.key}s" in peoples for word in name.words[: name.first])
    body = not vocabulary.organisation_words().isdisjoint(proper) or proper[-1] in _MEETINGS
    return party and body and proper[0] not in vocabulary.given_names() and len(proper) > 1


def is_firm(name: NameRun) -> bool:
    """Whether a name has the end of a firm's: "lead investor | Delta Holdings"."""
    proper = name.proper
    ends = len(proper) > 1 and proper[-1] in words("firm_words")
    return ends and proper[0] not in vocabulary.given_names()
