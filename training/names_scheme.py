"""One scheme for all name corpora: PERSON, ORG, LOC.

It follows Universal NER: proper names only, flat, titles ("President") and possessive endings
outside. Other kinds (WikiGold's MISC, GUM's events and works) are left out.
"""

from __future__ import annotations

from training.wordlists import listed_words

SCHEME = {
    "PER": "PERSON",
    "person": "PERSON",
    "ORG": "ORG",
    "organization": "ORG",
    "LOC": "LOC",
    "GPE": "LOC",
    "FAC": "LOC",
    "place": "LOC",
}


TITLES = frozenset(listed_words("titles"))
"""Words that stand before a name without being part of it (lower case, no final full stop)."""


def trim_title(words: list[str], start: int, end: int) -> int:
    """Where the name proper begins: titles in front are skipped, at least one word is left."""
    while start < end - 1 and words[start].lower().rstrip(".") in TITLES | {".", "-"}:
        start += 1
    return start
