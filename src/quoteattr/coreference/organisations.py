"""Which names of organisations mean the same: letter case, countries, acronyms."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from quoteattr.coreference.forms import plain
from quoteattr.lexicon import table
from quoteattr.records import Gender

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from quoteattr.coreference.threads import Thread
    from quoteattr.datatypes import SpeakerKind
    from quoteattr.records import Mention

_WORDS = regex.compile(r"[\p{L}\p{N}&'’.-]+")
_CAPITAL = regex.compile(r"\p{Lu}")


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
    for i in sorted(indices, key=lambda i: (mentions[i].start - mentions[i].end, i)):
        name = " ".join(text[mentions[i].start : mentions[i].end].split())
        key = organisation_key(name)
        if key not in known:
            known[key] = new(mentions[i].kind)
            known[key].name = name
            for short in acronyms(name):
                known.setdefault(short, known[key])
        thread = found[i] = known[key]
        thread.mentions.append(i)
        thread.vote(Gender.NEUTER, 1)
    return found


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


def acronyms(name: str) -> list[str]:
    """Acronyms that an organisation's long name may have: "World Health Organization", "who"."""
    words = [word for word in _WORDS.findall(name) if _CAPITAL.match(word)]
    if len(words) < 3:
        return []
    return ["".join(word[0] for word in words).lower()]
