"""Who is called in each turn of talk, who is heard there, and who talks with whom."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from math import log1p
from typing import TYPE_CHECKING

from attrs import define, field

from quoteattr import config
from quoteattr.attribution.addressing import called
from quoteattr.kept import Keeper, kept

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from quoteattr.attribution.scene import Scene


@define(eq=False)
class Company(Keeper):
    """Who speaks in the turns of a text by their sources, asked once everybody is resolved."""

    scene: Scene
    _called: dict[int, list[int]] = field(factory=dict, init=False)

    @kept
    def heard(self) -> Sequence[int | None]:
        """For each turn of talk who speaks last in it as far as a source says so."""
        answers, entity_of = self.scene.answers, self.scene.entity_of
        speakers: list[int | None] = []
        for turn in self.scene.talk:
            sourced = [a for i in turn.quotations if (a := answers[i]) is not None and a.source]
            known = [entity for a in sourced if (entity := entity_of(a)) is not None]
            speakers.append(known[-1] if known else None)
        return speakers

    @kept
    def met(self) -> Mapping[tuple[int, int], float]:
        """For two who speak right after each other how often they do, as a logarithm."""
        times: Counter[tuple[int, int]] = Counter()
        for position, (one, other) in enumerate(pairwise(self.heard), start=1):
            if one is None or other is None or one == other:
                continue
            if self.scene.follows(self.scene.talk, position):
                times.update(((one, other), (other, one)))
        return {pair: log1p(number) for pair, number in times.items()}

    def around(self, position: int) -> Mapping[int, float]:
        """How much each is heard in the turns around *position*, those near it most."""
        first = max(0, position - config.TURNS_AROUND)
        found: dict[int, float] = {}
        turns = self.heard[first : position + config.TURNS_AROUND + 1]
        for place, entity in enumerate(turns, start=first):
            if entity is not None and place != position:
                away = abs(place - position) / config.TURNS_NEAR
                found[entity] = found.get(entity, 0.0) + 1 / (1 + away)
        return found

    def ahead(self, position: int) -> Counter[int]:
        """How often each is heard in the next turns."""
        turns = self.heard[position + 1 : position + 1 + config.TURNS_HEARD_AHEAD]
        return Counter(entity for entity in turns if entity is not None)

    def called(self, position: int) -> list[int]:
        """Who is called by name in the turn of talk at *position*; asked once for each."""
        known = self._called.get(position)
        if known is None:
            known = self._called[position] = called(self.scene, self.scene.talk[position])
        return known
