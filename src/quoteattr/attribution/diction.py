"""How each speaker talks: the words used where the text says who speaks."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cached_property
from itertools import chain
from math import log1p, sqrt
from typing import TYPE_CHECKING

from attrs import define

from quoteattr import config
from quoteattr.datatypes import QuoteKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from quoteattr.attribution.scene import Scene
    from quoteattr.attribution.turns import Turn


@define(eq=False)
class Diction:
    """The words of a text's speakers, counted in its direct quotations that have a source."""

    scene: Scene

    def likeness(self, said: Sequence[str], entity: int) -> float:
        """How much likelier the words *said* are by *entity* than by anybody.

        In logarithms, over the root of their number, for they come in company; 0 for an entity
        that is never heard elsewhere.
        """
        if entity not in self._excess:
            return 0.0
        excess, all_of_it = self._excess[entity]
        found = sum([excess[word] for word in said if word in excess])
        return (found - len(said) * all_of_it) / sqrt(len(said) + 1)

    @cached_property
    def _excess(self) -> Mapping[int, tuple[Mapping[str, float], float]]:
        """For each speaker what each of their words adds, and what any word takes off.

        The words of all stand behind those of each, with the weight of `DICTION_PRIOR` words.
        """
        spoken: dict[int, Counter[str]] = defaultdict(Counter)
        everybody: Counter[str] = Counter()
        for index, quotation in enumerate(self.scene.quotations):
            if quotation.kind is not QuoteKind.DIRECT or quotation.parent is not None:
                continue
            words = self._words(index)
            everybody.update(words)
            answer = self.scene.answers[index]
            entity = self.scene.entity_of(answer)
            if entity is not None and answer is not None and answer.source is not None:
                spoken[entity].update(words)
        prior = config.DICTION_PRIOR / max(1, everybody.total())
        return {
            entity: (
                {word: log1p(seen / (prior * everybody[word])) for word, seen in words.items()},
                log1p(words.total() / config.DICTION_PRIOR),
            )
            for entity, words in spoken.items()
        }

    def open_words(self, turn: Turn) -> Sequence[str]:
        """The words of a turn without a source, of its first quotations."""
        answers = self.scene.answers
        open_ones = [i for i in turn.quotations if (a := answers[i]) is None or a.source is None]
        return list(chain.from_iterable(map(self._words, open_ones[: config.TURN_QUOTATIONS])))

    def _words(self, index: int) -> Sequence[str]:
        """The words of a quotation, up to a bound."""
        analysis = self.scene.analysis
        words: list[str] = []
        for start, end in self.scene.quotations[index].content:
            inside = analysis.tokens(start, end)
            words += analysis.lowers[inside.start : inside.stop]
        return words[: config.DICTION_WORDS]
