"""What the talk further around says about who speaks in an open turn."""

from __future__ import annotations

from math import log1p
from typing import TYPE_CHECKING, Final

from quoteattr.records import Gender

if TYPE_CHECKING:
    from collections.abc import Callable

    from quoteattr.attribution.stage import Stage


def told_lately(stage: Stage, entity: int) -> float:
    """Share of the latest mentions in the narration before."""
    return stage.told.count(entity) / max(1, len(stage.told))


def acts_next(stage: Stage, entity: int) -> float:
    """It is mentioned first in the narration of the turn right after."""
    return float(stage.acts_after == entity)


def called_across(stage: Stage, entity: int) -> float:
    """The other speaker calls it earlier in the run: three or five turns before."""
    return float(entity in stage.called_across)


def called_across_after(stage: Stage, entity: int) -> float:
    """The other speaker calls it later in the run: three turns after."""
    return float(entity in stage.called_across_after)


def heard_around(stage: Stage, entity: int) -> float:
    """How much it is heard in the talk around, by the sources there."""
    return log1p(stage.heard_around.get(entity, 0.0))


def heard_ahead(stage: Stage, entity: int) -> float:
    """How often it is heard in the next turns, by the sources there."""
    return log1p(stage.heard_ahead.get(entity, 0))


def comes_in(stage: Stage, entity: int) -> float:
    """It leads in and was silent before: `Anna came in.` (new paragraph) `“Never.”`"""
    return float(stage.leads_in == entity and entity not in stage.before)


def told_after(stage: Stage, entity: int) -> float:
    """It is mentioned first in the paragraph of narration right after."""
    return float(stage.told_after == entity)


def told_before(stage: Stage, entity: int) -> float:
    """The turn before is said to it: `“Is it cold?” he asked Ann.`"""
    return float(entity in stage.told_before and stage.before[:1] != [entity])


def is_told_after(stage: Stage, entity: int) -> float:
    """The turn after is said to it."""
    return float(entity in stage.is_told_after and stage.after[:1] != [entity])


def is_spoken_of(stage: Stage, entity: int) -> float:
    """The turn itself speaks of it without its name, as "she"."""
    return float(entity in stage.spoken_of)


def was_spoken_of(stage: Stage, entity: int) -> float:
    """The turn before speaks of it without its name."""
    return float(entity in stage.spoken_of_before and stage.before[:1] != [entity])


def is_addressed_after(stage: Stage, entity: int) -> float:
    """Its gender is the one that the turn after addresses: `“No, sir.”`; -1 for the other."""
    gender = stage.scene.chains.entities[entity].gender
    if Gender.UNKNOWN in (gender, stage.addressed_after) or stage.after[:1] == [entity]:
        return 0.0
    return 1.0 if gender is stage.addressed_after else -1.0


COMPANY_FEATURES: Final[tuple[Callable[[Stage, int], float], ...]] = (
    told_lately,
    acts_next,
    called_across,
    called_across_after,
    heard_around,
    heard_ahead,
    comes_in,
    told_after,
    told_before,
    is_told_after,
    is_spoken_of,
    was_spoken_of,
    is_addressed_after,
)
"""Weighed among the others of an open turn."""
