"""What an entity is by itself, and how it talks, as the speaker of an open turn."""

from __future__ import annotations

from math import log1p
from typing import TYPE_CHECKING, Final

from quoteattr.datatypes import SpeakerKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from quoteattr.attribution.stage import Stage


def frequency(stage: Stage, entity: int) -> float:
    """How much the text speaks of it."""
    return log1p(len(stage.scene.chains.entities[entity].mentions))


def is_group(stage: Stage, entity: int) -> float:
    """It is several people."""
    return float(stage.scene.chains.entities[entity].kind is SpeakerKind.GROUP)


def is_unnamed(stage: Stage, entity: int) -> float:
    """It has no name."""
    return float(stage.scene.chains.entities[entity].kind is SpeakerKind.UNNAMED)


def is_unnamed_heard(stage: Stage, entity: int) -> float:
    """It has no name, but a source in the turns before says that it speaks: `said the old man`."""
    turns = zip(stage.before, stage.sourced, strict=True)
    return is_unnamed(stage, entity) * any(one == entity and known for one, known in turns)


def is_body(stage: Stage, entity: int) -> float:
    """It is an organization."""
    return float(stage.scene.chains.entities[entity].kind is SpeakerKind.ORGANIZATION)


def is_styled(stage: Stage, entity: int) -> float:
    """It has no name but a title that serves as one: "the General"."""
    name = stage.scene.chains.entities[entity].name
    return is_unnamed(stage, entity) * name.rpartition(" ")[2][:1].isupper()


def words_like(stage: Stage, entity: int) -> float:
    """How much likelier the words are its own than anybody's: `“Oh, bother!”`"""
    return stage.scene.diction.likeness(stage.words, entity)


SPEAKER_FEATURES: Final[tuple[Callable[[Stage, int], float], ...]] = (
    frequency,
    is_group,
    is_unnamed,
    is_unnamed_heard,
    is_body,
    is_styled,
    words_like,
)
"""Weighed among the others of an open turn."""
