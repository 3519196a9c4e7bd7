"""Whether two names mean one person: letter case, accents, punctuation and titles aside."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Final

import regex

if TYPE_CHECKING:
    from collections.abc import Iterable

# fmt: off
_FEMALE: Final = frozenset((
    "mrs", "ms", "miss", "madam", "madame", "mme", "mlle", "lady", "dame", "sister", "aunt",
    "queen",
))
_MALE: Final = frozenset((
    "mr", "mister", "sir", "lord", "monsieur", "brother", "uncle", "king", "father", "herr",
))
_NEUTRAL: Final = frozenset((
    "dr", "doctor", "prof", "professor", "rev", "reverend", "hon", "gen", "general", "col",
    "colonel", "capt", "captain", "lt", "lieutenant", "maj", "major", "sgt", "sergeant", "adm",
    "admiral", "sen", "senator", "rep", "representative", "gov", "governor", "president",
    "minister", "secretary", "judge", "justice", "mayor", "mx", "the",
))
# fmt: on
_TITLES: Final = _FEMALE | _MALE | _NEUTRAL
_WORD: Final = regex.compile(r"[\p{L}\p{N}]++(?:['’][\p{L}]++)*+")
_POSSESSIVE: Final = regex.compile(r"['’]s$")


def agree(predicted: str, names: Iterable[str], others: Iterable[Iterable[str]] = ()) -> bool:
    """Whether *predicted* names the person that *names* name.

    It does when it equals one of them, or when one is the other with words left out
    ("Okoro", "Ada Okoro"). It does not when the titles contradict each other ("Mr Okoro", "Mrs
    Okoro"), or when it is only part of a name here but somebody else's whole name.

    Args:
        predicted: Name to judge.
        names: All names that are right.
        others: The names of each other person in the text, where known.
    """
    words, gender = _parts(predicted)
    parts = [_parts(name) for name in names]
    fitting = [right for right, other in parts if not _contradict(gender, other)]
    if words in fitting:
        return True
    if not any(_within(words, right) or _within(right, words) for right in fitting):
        return False
    return not any(_parts(name)[0] == words for other in others for name in other)


def _within(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether *short* is *long* with words left out, order kept: (okoro) in (ada, okoro)."""
    rest = iter(long)
    return bool(short) and all(word in rest for word in short)


def _contradict(one: str, other: str) -> bool:
    return bool(one and other and one != other)


@cache
def _parts(name: str) -> tuple[tuple[str, ...], str]:
    """The words of *name* without titles, and the gender its title states ("f", "m", "")."""
    folded = unicodedata.normalize("NFKD", name).casefold()
    bare = "".join(c for c in folded if not unicodedata.combining(c))
    words = [_POSSESSIVE.sub("", word) for word in _WORD.findall(bare)]
    first = words[0] if words else ""
    gender = "f" if first in _FEMALE else "m" if first in _MALE else ""
    kept = tuple(word for word in words if word not in _TITLES)
    return (kept or tuple(words)), gender
