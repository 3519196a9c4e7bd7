"""Whom a description means: roles that the text gave, earlier descriptions, organisations."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from quoteattr.coreference import vocabulary
from quoteattr.coreference.nominals import head_noun
from quoteattr.coreference.threads import Role
from quoteattr.datatypes import SpeakerKind
from quoteattr.lexicon import words

if TYPE_CHECKING:
    from quoteattr.analysis import Analysis
    from quoteattr.coreference.threads import Thread
    from quoteattr.records import Mention

_WORD = regex.compile(r"(?:\p{L}\.){2,}|[\p{L}\p{N}]+")
_GENERIC = frozenset(
    [
        "alliance",
        "organization",
        "organisation",
        "country",
        "nation",
        "company",
        "body",
        "group",
        "union",
        "bloc",
        "agency",
    ]
)
_SOFT = frozenset(
    [
        "former",
        "ex",
        "late",
        "retired",
        "senior",
        "junior",
        "top",
        "new",
        "old",
        "long",
        "time",
        "longtime",
        "current",
        "veteran",
        "then",
        "embattled",
        "popular",
        "year",
        "member",
        "lead",
        "leading",
        "deputy",
        "vice",
        "acting",
    ]
)


def read_role(text: str) -> Role | None:
    """The role in a title or description: "NATO Secretary-General", "the leader of the alliance"."""
    found = [plain_word(word) for word in _WORD.findall(text)]
    heads = vocabulary.head_nouns()
    before_of = found.index("of") if "of" in found[1:] else len(found)
    for end in range(before_of, 0, -1):
        for size in (2, 1):
            if end - size < 0:
                continue
            part = found[end - size : end]
            for sign in (" ", "-") if size == 2 else ("",):
                key = sign.join(part)
                noun = heads.get(key)
                if noun is not None and noun.kind is SpeakerKind.UNNAMED:
                    rest = found[: end - size] + found[end:]
                    return make_role(noun.noun, noun.group, noun.broader, rest, text)
    return None


def make_role(noun: str, group: str, broader: tuple[str, ...], rest: list[str], text: str) -> Role:
    """A role with its modifiers sorted into countries and others."""
    known = vocabulary.countries()
    places = frozenset(known[word] for word in rest if word in known)
    places |= frozenset(
        known[two] for two in map(" ".join, zip(rest, rest[1:], strict=False)) if two in known
    )
    others = frozenset(
        word for word in rest if word not in known and word not in words("function_words")
    )
    return Role(
        group=group,
        broader=broader,
        noun=noun,
        modifiers=others,
        countries=places,
        text=" ".join(text.split()),
    )


def plain_word(word: str) -> str:
    """Lower case without the last full stop."""
    return word.lower().rstrip(".")


def match(wanted: Role, given: Role) -> float:
    """How well a description fits a role the text gave; 0 when it cannot be the same.

    "the NATO chief" fits "NATO Secretary-General"; "the Russian president" does not fit
    "U.S. President".
    """
    if wanted.group == given.group:
        score = 3.0 if wanted.noun == given.noun else 2.5
    elif wanted.group in given.broader:
        score = 2.0
    elif given.group in wanted.broader:
        score = 1.2
    else:
        return 0.0
    if wanted.countries and given.countries:
        if not wanted.countries & given.countries:
            return 0.0
        score += 2.0
    asked = wanted.modifiers - _SOFT - _GENERIC
    held = given.modifiers - _SOFT - _GENERIC
    if asked and held:
        shared = len(asked & held)
        score += 1.5 * shared if shared else -1.0
    elif asked and wanted.group in ("man", "woman", "adult"):
        return 0.0
    elif asked:
        score -= 0.5
    if {"vice", "deputy"} & wanted.modifiers ^ {"vice", "deputy"} & given.modifiers:
        score -= 1.5
    return max(score, 0.0)


def head_text(analysis: Analysis, mention: Mention) -> str:
    """The head noun of a description in its listed form: "officials" gives "official"."""
    return head_noun(analysis, mention.head)[1].noun


def best_role(thread: Thread) -> str | None:
    """The role to show: the longest that was written right before the name or beside it."""
    texts = [role.text for role in thread.roles if role.text]
    return max(texts, key=len) if texts else None
