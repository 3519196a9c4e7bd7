"""What the words of a name are besides: words of the language, of bodies, of people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr.coreference import vocabulary
from quoteattr.coreference.names.evidence import is_of_people
from quoteattr.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quoteattr.coreference.names.runs import NameRun


INNER: Final = frozenset({"across", "against", "without"})
"""Capitalised words inside names of bodies: "Bakers Without Borders"."""


_MEETINGS: Final = frozenset({"caucus", "caucuses", "convention", "primary"})
"""What parties hold that is named like a body."""


def is_plural_after_role(name: NameRun) -> bool:
    """Whether a role stands before a common plural: "Member States", not "Officer Banks"."""
    key = name.words[-1].key
    titled = any(word.key in vocabulary.title_genders() for word in name.words[: name.first])
    plural = key.endswith("s") and key.removesuffix("s") in words("common_words")
    return plural and not titled and not is_of_people(key)


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
