"""What speaks for an entity as the speaker of an open turn, each as a function of the two."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr.attribution.company_features import COMPANY_FEATURES
from quoteattr.attribution.speaker_features import SPEAKER_FEATURES
from quoteattr.records import Gender

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from quoteattr.attribution.stage import Stage


def spoke_before(stage: Stage, entity: int) -> float:
    """It spoke in the turn right before: two paragraphs are two speakers."""
    return float(stage.joined >= 1 and stage.before[0] == entity)


def spoke_second_before(stage: Stage, entity: int) -> float:
    """It spoke in the last but one turn of the run: A, B, then A again."""
    return float(stage.joined >= 2 and stage.before[1] == entity)


def said_before(stage: Stage, entity: int) -> float:
    """It spoke in the turn right before, and a source there says so."""
    return spoke_before(stage, entity) * stage.sourced[0] if stage.sourced else 0.0


def said_second_before(stage: Stage, entity: int) -> float:
    """It spoke in the last but one turn of the run, and a source there says so."""
    return spoke_second_before(stage, entity) * stage.sourced[1] if stage.joined >= 2 else 0.0


def spoke_third_before(stage: Stage, entity: int) -> float:
    """It spoke three turns back in the run, not since."""
    return float(stage.joined >= 3 and _first(stage.before, entity) == 2)


def spoke_fourth_before(stage: Stage, entity: int) -> float:
    """It spoke four turns back in the run, not since."""
    return float(stage.joined >= 4 and _first(stage.before, entity) == 3)


def spoke_before_gap(stage: Stage, entity: int) -> float:
    """It spoke in the turn before, and narration stands between."""
    return float(stage.joined == 0 and bool(stage.before) and stage.before[0] == entity)


def spoke_second_before_gap(stage: Stage, entity: int) -> float:
    """It spoke in the last but one turn, and narration stands between."""
    return float(stage.joined < 2 and _first(stage.before, entity) == 1)


def spoke_lately(stage: Stage, entity: int) -> float:
    """Share of the turns before that were its own."""
    return stage.before.count(entity) / max(1, len(stage.before))


def speaks_next(stage: Stage, entity: int) -> float:
    """It speaks in the turn right after."""
    return float(stage.joined_after >= 1 and stage.after[0] == entity)


def speaks_second_next(stage: Stage, entity: int) -> float:
    """It speaks in the next but one turn of the run."""
    return float(stage.joined_after >= 2 and _first(stage.after, entity) == 1)


def speaks_third_next(stage: Stage, entity: int) -> float:
    """It speaks three turns ahead in the run, not before."""
    return float(stage.joined_after >= 3 and _first(stage.after, entity) == 2)


def speaks_soon(stage: Stage, entity: int) -> float:
    """Share of the turns after that are known to be its own."""
    return stage.after.count(entity) / max(1, len(stage.after))


def was_called(stage: Stage, entity: int) -> float:
    """The turn before calls it by name: `“Is it cold, Oskar?”`"""
    return float(entity in stage.called_before and stage.before[:1] != [entity])


def is_called_after(stage: Stage, entity: int) -> float:
    """The turn after calls it by name."""
    return float(entity in stage.called_after and stage.after[:1] != [entity])


def was_named(stage: Stage, entity: int) -> float:
    """The turn before speaks of it by name."""
    return float(entity in stage.named_before)


def was_addressed(stage: Stage, entity: int) -> float:
    """Its gender is the one that the turn before addresses: `“No, sir.”`; -1 for the other."""
    gender = stage.scene.chains.entities[entity].gender
    if Gender.UNKNOWN in (gender, stage.addressed) or stage.before[:1] == [entity]:
        return 0.0
    return 1.0 if gender is stage.addressed else -1.0


def leads_in(stage: Stage, entity: int) -> float:
    """It is mentioned first in the last sentence of the narration before."""
    return float(stage.leads_in == entity)


def is_called(stage: Stage, entity: int) -> float:
    """The turn itself calls it by name, so somebody else speaks."""
    return float(entity in stage.called)


def is_named(stage: Stage, entity: int) -> float:
    """The turn itself speaks of it by name, so somebody else speaks."""
    return float(entity in stage.named)


def another_called(stage: Stage, entity: int) -> float:
    """The turn before calls somebody else, and this is not who speaks there."""
    others = [one for one in stage.called_before if one != entity]
    return float(bool(others) and stage.before[:1] != [entity])


def asked_by(stage: Stage, entity: int) -> float:
    """It asked a question in the turn before."""
    return spoke_before(stage, entity) * stage.asked


def acts_first(stage: Stage, entity: int) -> float:
    """It is mentioned first in the narration beside: `Anna put down the cup. “Never.”`"""
    return float(stage.beat[:1] == [entity])


def acts(stage: Stage, entity: int) -> float:
    """It is mentioned in the narration beside."""
    return float(entity in stage.beat)


def acts_last(stage: Stage, entity: int) -> float:
    """It is mentioned last in the narration beside."""
    return float(stage.beat[-1:] == [entity])


def leads_first(stage: Stage, entity: int) -> float:
    """It is mentioned first in the paragraph of narration before."""
    return float(stage.led[:1] == [entity])


def leads_last(stage: Stage, entity: int) -> float:
    """It is mentioned last in the paragraph of narration before."""
    return float(stage.led[-1:] == [entity])


def leads(stage: Stage, entity: int) -> float:
    """Share of the mentions in the paragraph of narration before."""
    return stage.led.count(entity) / max(1, len(stage.led))


def narrated_near(stage: Stage, entity: int) -> float:
    """How near its last mention in the narration is, among those mentioned."""
    place = _first(stage.narrated, entity)
    return 0.0 if place is None else 1.0 / (1 + place)


def is_narrated(stage: Stage, entity: int) -> float:
    """The narration before mentions it at all."""
    return float(entity in stage.narrated)


def spoke_at_all(stage: Stage, entity: int) -> float:
    """It spoke in one of the turns around."""
    return float(entity in stage.before or entity in stage.after)


def _first(speakers: list[int | None] | list[int], entity: int) -> int | None:
    return speakers.index(entity) if entity in speakers else None


FEATURES: Final[Mapping[str, Callable[[Stage, int], float]]] = {
    feature.__name__: feature
    for feature in (
        spoke_before,
        spoke_second_before,
        said_before,
        said_second_before,
        spoke_third_before,
        spoke_fourth_before,
        spoke_before_gap,
        spoke_second_before_gap,
        spoke_lately,
        speaks_next,
        speaks_second_next,
        speaks_third_next,
        speaks_soon,
        was_called,
        is_called_after,
        was_named,
        was_addressed,
        leads_in,
        is_called,
        is_named,
        another_called,
        asked_by,
        acts_first,
        acts,
        acts_last,
        leads_first,
        leads_last,
        leads,
        narrated_near,
        is_narrated,
        spoke_at_all,
        *SPEAKER_FEATURES,
    )
}
"""What is weighed; the weights stand in turn_weights.json under the same names."""

_ORDER_OF_TURNS: Final = frozenset(
    key for key in FEATURES if key.startswith(("spoke_", "said_", "speaks_", "asked_"))
) - {"spoke_lately", "spoke_at_all", "speaks_soon"}

OWN_FEATURES: Final[Mapping[str, Callable[[Stage, int], float]]] = {
    **{key: feature for key, feature in FEATURES.items() if key not in _ORDER_OF_TURNS},
    **{feature.__name__: feature for feature in COMPANY_FEATURES},
}
"""What is weighed besides the order of turns, where the turns are chosen together."""
