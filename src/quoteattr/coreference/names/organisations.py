"""Which names of organisations mean the same: letter case, countries, acronyms."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import regex

from quoteattr.coreference import vocabulary
from quoteattr.coreference.names.keys import plain
from quoteattr.coreference.names.name_words import FIRM_ROLES
from quoteattr.datatypes import SpeakerKind
from quoteattr.lexicon import table
from quoteattr.lexicon import words as lexicon_words
from quoteattr.records import Gender

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from quoteattr.coreference.threads import Thread
    from quoteattr.records import Mention

_WORDS = regex.compile(r"[\p{L}\p{N}&'’.-]+")
_FIRM_ENDS = frozenset({"ab", "ag", "co", "corp", "group", "inc", "llc", "ltd", "plc", "sa"})
_CAPITAL = regex.compile(r"\p{Lu}")
_LINK = regex.compile(r" (?:of|for|on) ")
_BRACKET = regex.compile(r"\s\((?:the )?[\"“‘']?(\p{Lu}[\p{L}&.-]{1,11})[\"”’']?\)")


def join_organisations(
    text: str,
    mentions: Sequence[Mention],
    indices: Sequence[int],
    new: Callable[[SpeakerKind], Thread],
) -> dict[int, Thread]:
    """The entity of each name, long names first, so that their acronyms find them.

    Args:
        text: The text.
        mentions: Its mentions.
        indices: Which of them name organisations, groups or documents.
        new: Makes an entity.
    """
    known: dict[str, Thread] = {}
    found: dict[int, Thread] = {}
    ends: dict[str, Thread] = {}
    for i in sorted(indices, key=lambda i: (mentions[i].start - mentions[i].end, i)):
        name = own_name(" ".join(text[mentions[i].start : mentions[i].end].split()))
        key = organisation_key(name)
        if (
            key not in known
            and key in ends
            and text[max(0, mentions[i].start - 4) : mentions[i].start].lower() == "the "
        ):
            known[key] = ends[key]
        if key not in known:
            known[key] = new(mentions[i].kind)
            known[key].name = name
            for short in (*acronyms(name), *first_word(name), *in_brackets(text, mentions[i])):
                known.setdefault(short, known[key])
            if known[key].kind is SpeakerKind.ORGANIZATION:
                ends.setdefault(head_of(key), known[key])
        thread = found[i] = known[key]
        thread.mentions.append(i)
        thread.vote(Gender.NEUTER, 1)
    return found


def own_name(written: str) -> str:
    """A name without the noun before it: "Harbour" for "the charity Harbour", "Rival Harbour"."""
    parts = written.split()
    named = len(parts) > 1 and parts[1][:1].isupper() and parts[1].lower() not in _FIRM_ENDS
    if named and parts[0].lower() in FIRM_ROLES and parts[0][:1].isupper():
        return " ".join(parts[1:])
    heads = vocabulary.head_nouns()
    for at, (part, after) in enumerate(pairwise(parts)):
        noun = part in heads or " ".join(parts[at - 1 : at + 1]).lower() in heads
        if noun and part.islower() and after[:1].isupper():
            return " ".join(parts[at + 1 :])
    return written


def organisation_key(name: str) -> str:
    """Key under which an organisation's names meet: "the U.S." and "US"."""
    words = [plain(word).replace(".", "") for word in _WORDS.findall(name)]
    if words and words[0] == "the":
        words = words[1:]
    key = " ".join(words)
    places = table("places")
    row = places.get(key) or places.get(name.lower().rstrip("."))
    if row is not None and row["kind"] == "place":
        return row["country"]
    return key


def head_of(key: str) -> str:
    """The noun of a name, which "the" makes it again: "committee" for "committee on ports"."""
    return _LINK.split(key, maxsplit=1)[0].rpartition(" ")[2]


def first_word(name: str) -> list[str]:
    """What a firm is called for short: "kestrel" for "Kestrel Securities"; not "american"."""
    words = [plain(word) for word in _WORDS.findall(name)]
    if len(words) < 2 or words[-1] not in lexicon_words("firm_words"):
        return []
    taken = words[0] in vocabulary.countries() or words[0] in vocabulary.no_name_words()
    return [] if taken else words[:1]


def in_brackets(text: str, mention: Mention) -> list[str]:
    """The short name in brackets after a name, if the name has its letters in this order."""
    match = _BRACKET.match(text, mention.end)
    if match is None:
        return []
    letters = iter(text[mention.start : mention.end].lower())
    short = plain(match.group(1)).replace(".", "")
    return [short] if all(letter in letters for letter in short if letter.isalpha()) else []


def acronyms(name: str) -> list[str]:
    """Acronyms that an organisation's long name may have: "World Health Organization", "who"."""
    words = [word for word in _WORDS.findall(name) if _CAPITAL.match(word)]
    if len(words) < 3:
        return []
    return ["".join(word[0] for word in words).lower()]
