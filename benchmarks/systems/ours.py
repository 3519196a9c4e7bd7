"""quoteattr itself, with any pipeline."""

from __future__ import annotations

from importlib.metadata import version
from typing import TYPE_CHECKING

import spacy

from benchmarks.problems import BenchmarkError
from benchmarks.systems.pipelines import SHIPPED, describe, load_nlp

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quoteattr.datatypes import Quote


class Ours:
    """`QuoteExtractor` with all modes: what belongs to a figure is chosen when it is scored.

    Asked for fewer *kinds*, it reads less of a text.
    """

    def __init__(self, nlp: str = SHIPPED, kinds: str | None = None) -> None:
        try:
            from quoteattr import QuoteExtractor
        except ImportError as error:
            raise BenchmarkError(f"quoteattr has no engine yet: {error}") from error
        self._kinds = kinds
        self._given = None if nlp == SHIPPED else load_nlp(nlp)
        self._extract = QuoteExtractor(self._given, kinds=kinds, modes="all")
        self._extract("Warm up.")  # load what is loaded on first use
        self._pipeline = describe(self._extract.nlp, nlp)

    @property
    def version(self) -> str:
        """Version of quoteattr, its pipeline, and spaCy."""
        return f"quoteattr {version('quoteattr')}, {self._pipeline}, spaCy {spacy.__version__}"

    def find_with_cast(self, text: str, cast: Sequence[tuple[str, ...]]) -> list[Quote]:
        """The same, with *cast* as `characters`."""
        from quoteattr import Character, QuoteExtractor

        characters = [Character(names[0], names[1:]) for names in cast]
        extract = QuoteExtractor(self._given, kinds=self._kinds, modes="all", characters=characters)
        return extract(text)

    def find(self, text: str) -> list[Quote]:
        """The top-level quotations of *text*."""
        return list(self._extract(text))
