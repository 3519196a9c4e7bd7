"""Under which keys the words of names are looked up and compared."""

from __future__ import annotations

from functools import lru_cache
from unicodedata import combining, normalize

import regex

from quoteattr.coreference import settings
from quoteattr.coreference.names import limits

_INITIAL = regex.compile(r"(?:\p{Lu}\.?){1,3}")


@lru_cache(maxsize=settings.REMEMBERED_WORDS)
def plain(word: str) -> str:
    """Lower case, no full stop, straight apostrophe: the key a word has in the lists."""
    return word.lower().replace("’", "'").replace("‑", "-").rstrip(".")


def unaccented(key: str) -> str:
    """A key without its accents: "francois" of "françois"."""
    if key.isascii():
        return key
    return "".join(sign for sign in normalize("NFKD", key) if not combining(sign))


def spelling(key: str) -> str:
    """What transliterations of a long name share: "zelensk" of "zelensky" and "zelenskyy"."""
    bare = unaccented(key)
    stem = bare.rstrip("yij")
    long = len(stem) >= limits.VARIANT_LENGTH - 1
    return stem if long and stem != bare else bare


def is_initial(word: str) -> bool:
    """Whether *word* is one to three initials: "J.", "J.R.", "W"."""
    return _INITIAL.fullmatch(word) is not None and ("." in word or len(word) == 1)
