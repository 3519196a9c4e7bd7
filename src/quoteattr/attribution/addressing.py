"""Who is spoken to, and who is only spoken about, inside a turn."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from quoteattr import config
from quoteattr.datatypes import Reference
from quoteattr.grammar import is_set_off

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quoteattr.attribution.scene import Scene
    from quoteattr.attribution.turns import Turn


def called(scene: Scene, turn: Turn) -> list[int]:
    """Entities called by name in the turn, set off by commas or marks: `“No, Ann, never.”`"""
    return [entity for entity, vocative in _inside(scene, turn) if vocative]


def named(scene: Scene, turn: Turn) -> list[int]:
    """Entities mentioned by name in the turn without being called: `“I saw Ann.”`"""
    return [entity for entity, vocative in _inside(scene, turn) if not vocative]


def _inside(scene: Scene, turn: Turn) -> Iterator[tuple[int, bool]]:
    for index in turn.quotations[: config.TURN_QUOTATIONS]:
        for start, end in scene.quotations[index].content:
            for mention in islice(scene.mentions_in(start, end), config.TURN_MENTIONS):
                entity, found = scene.chains.entity_of[mention], scene.mentions[mention]
                if entity is not None and found.reference is Reference.NAME:
                    yield entity, is_set_off(scene.analysis, found.start, found.end)
