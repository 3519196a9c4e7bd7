"""How each speaker talks: the words used where the text says who speaks."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import chain, islice
from math import log1p, sqrt
from typing import TYPE_CHECKING

from quoteattr import config
from quoteattr.datatypes import QuoteKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from quoteattr.attribution.scene import Scene
    from quoteattr.attribution.turns import Turn


class Diction:
    """The words of a text's speakers, each beside those of all."""

    def __init__(self, spoken: Mapping[int, Counter[str]], everybody: Counter[str]) -> None:
        self._spoken = spoken
        self._everybody = everybody
        self._prior = config.DICTION_PRIOR / max(1, everybody.total())
        self._total = {entity: words.total() for entity, words in spoken.items()}
        self._excess = {
            entity: {word: self._gain(word, seen) for word, seen in words.items()}
            for entity, words in spoken.items()
        }

    def _gain(self, word: str, seen: int) -> float:
        """What a word adds for who said it *seen* times.

        The words of all stand behind those of each, with the weight of `DICTION_PRIOR` words.
        """
        return log1p(seen / (self._prior * self._everybody[word]))

    def likeness(self, said: Sequence[str], entity: int, *, is_counted: bool = False) -> float:
        """How much likelier the words *said* are by *entity* than by anybody.

        In logarithms, over the root of their number, for they come in company; 0 for an entity
        that is never heard elsewhere.

        Args:
            said: The words.
            entity: Who may have said them.
            is_counted: Whether they are among those counted for *entity*: then without them.
        """
        if entity not in self._spoken:
            return 0.0
        total, excess = self._total[entity], self._excess[entity]
        if is_counted:
            total -= len(said)
            own, all_of_them = Counter(said), self._spoken[entity]
            excess = {
                word: self._gain(word, all_of_them[word] - times) for word, times in own.items()
            }
        found = sum([excess[word] for word in said if word in excess])
        all_of_it = log1p(total / config.DICTION_PRIOR)
        return (found - len(said) * all_of_it) / sqrt(len(said) + 1)

    def learning(self, more: Iterable[tuple[int, Sequence[str]]]) -> Diction:
        """The same with *more* words, each with who said them."""
        spoken = defaultdict(Counter, {e: Counter(words) for e, words in self._spoken.items()})
        for entity, said in more:
            spoken[entity].update(said)
        return Diction(spoken, self._everybody)


def read_diction(scene: Scene) -> Diction:
    """How each speaker talks in the direct quotations of *scene* that have a source."""
    spoken: dict[int, Counter[str]] = defaultdict(Counter)
    everybody: Counter[str] = Counter()
    for index, quotation in enumerate(scene.quotations):
        if quotation.kind is not QuoteKind.DIRECT or quotation.parent is not None:
            continue
        words = _words(scene, index)
        everybody.update(words)
        answer = scene.answers[index]
        entity = scene.entity_of(answer)
        if entity is not None and answer is not None and answer.source is not None:
            spoken[entity].update(words)
    return Diction(spoken, everybody)


def open_words(scene: Scene, turn: Turn, *, is_sourced: bool = False) -> Sequence[str]:
    """The words of a turn's direct quotations without a source, or of those with one."""
    answers = scene.answers
    open_ones = (
        index
        for index in turn.quotations
        if scene.quotations[index].kind is QuoteKind.DIRECT
        and ((answer := answers[index]) is not None and answer.source is not None) is is_sourced
    )
    said = (_words(scene, index) for index in islice(open_ones, config.TURN_QUOTATIONS))
    return list(chain.from_iterable(said))


def _words(scene: Scene, index: int) -> Sequence[str]:
    """The words of a quotation, up to a bound."""
    analysis = scene.analysis
    words: list[str] = []
    for start, end in scene.quotations[index].content:
        inside = analysis.tokens(start, end)
        words += analysis.lowers[inside.start : inside.stop]
    return words[: config.DICTION_WORDS]
