"""Characters that the caller names: where the text mentions them by a name that was given."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, Final

import regex
from attrs import define

from quoteattr.coreference.names.cast_names import read_forms_of, read_names
from quoteattr.coreference.vocabulary import is_anybody

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from quoteattr.characters import Character

_WORD: Final = regex.compile(r"[\p{L}\p{N}]+(?:['’\-‐‑](?![sS]\b)[\p{L}\p{N}]+)*")
_GAP: Final = regex.compile(r"\.?[^\S\n]*\n?[^\S\n]*|[-‐‑]")
_ARTICLES: Final = frozenset({"a", "an"})
_ADDRESSES: Final = frozenset({"sir", "madam", "ma'am", "miss", "mister"})


def words_of(name: str) -> tuple[str, ...]:
    """The words of a name as they are compared: without full stops, quotes straight."""
    return tuple(word.replace("’", "'") for word in _WORD.findall(name))


@define(slots=False)
class Cast:
    """The characters of a text by the names they were given.

    Names are found as written, of several words only the last in its letter case ("Mr. van der
    Holm"); one that begins with "the" in any. A name that begins with "a" describes somebody who
    has no name; what the text describes so may be anybody.
    """

    characters: Sequence[Character] = ()

    @cached_property
    def _by_words(self) -> Mapping[tuple[str, ...], tuple[int, ...]]:
        found: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for number, character in enumerate(self.characters):
            for name in character.names:
                words = _key(words_of(name))
                if words[:1] and words[0] not in _ARTICLES and number not in found[words]:
                    found[words].append(number)
        return {words: tuple(numbers) for words, numbers in found.items()}

    @cached_property
    def _lengths(self) -> Mapping[str, Sequence[int]]:
        """How many words the names have that begin with a word, the longest first."""
        found: dict[str, set[int]] = defaultdict(set)
        for words in self._by_words:
            found[words[0].lower()].add(len(words))
        return {word: sorted(lengths, reverse=True) for word, lengths in found.items()}

    @cached_property
    def families(self) -> frozenset[str]:
        """The family names of the characters, lower case."""
        return frozenset(read_names(read_forms_of(one)).family for one in self.characters)

    def called(self, name: str) -> tuple[int, ...]:
        """Numbers of the characters that were given this name, in the order of the cast."""
        return self._by_words.get(_key(words_of(name)), ()) if self.characters else ()

    def fits_others(self, number: int, description: str) -> bool:
        """Whether a description given for a character may mean others: "the girl".

        So may "the painter" where it is all that was given. More words than a noun leave no doubt:
        "the man in the white hat".
        """
        article, _, noun = description.lower().partition(" ")
        if article != "the" or len(noun.split()) > 1:
            return False
        named = any(name[:4].lower() != "the " for name in self.characters[number].names)
        return not named or is_anybody(noun)

    def places(self, text: str) -> Iterator[tuple[int, int]]:
        """Where the text has one of the names, the longest at each place, in text order."""
        if not self.characters:
            return
        found = list(_WORD.finditer(text))
        words = [match.group().replace("’", "'") for match in found]
        at = 0
        while at < len(found):
            length = self._length_at(text, found, words, at)
            if length:
                yield found[at].start(), found[at + length - 1].end()
            at += length or 1

    def _length_at(
        self, text: str, found: Sequence[regex.Match[str]], words: Sequence[str], at: int
    ) -> int:
        """How many words the longest name has that begins at word *at*, 0 where none does."""
        for length in self._lengths.get(words[at].lower(), ()):
            if _key(tuple(words[at : at + length])) not in self._by_words:
                continue
            ends = (match.end() for match in found[at : at + length - 1])
            starts = (match.start() for match in found[at + 1 : at + length])
            if all(_GAP.fullmatch(text, *gap) for gap in zip(ends, starts, strict=True)):
                return length
        return 0


def is_address(name: str) -> bool:
    """Whether a name is only a word by which anybody may be addressed: "Sir", "Madam"."""
    return name.lower().replace("’", "'") in _ADDRESSES


def _key(words: tuple[str, ...]) -> tuple[str, ...]:
    """Words as they are looked up: after an article the letter case does not count."""
    articled = words[:1] and words[0].lower() in (*_ARTICLES, "the") and len(words) > 1
    if articled:
        return tuple(map(str.lower, words))
    return (*map(str.lower, words[:-1]), *words[-1:])
