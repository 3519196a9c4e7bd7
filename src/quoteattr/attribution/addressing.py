"""Who is spoken to, and who is only spoken about, inside a turn."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

import regex

from quoteattr import config
from quoteattr.datatypes import Reference
from quoteattr.grammar import is_set_off
from quoteattr.records import Gender

_ADDRESS: Final = regex.compile(
    r"(?:(?<=[,“\"‘'—]\s?)|(?<=[Yy]es\s|[Nn]o\s|[Mm]y\sdear\s))"
    r"(?:(?P<man>(?i:sir|mister|monsieur|papa|father|uncle|grandfather))"
    r"|(?i:ma[’']?am|madam|madame|miss|mamma|mother|aunt|auntie|grandmother))"
    r"(?=[,.;!?—”\"’])"
)
_LONGEST: Final = 2000
"""Code points of one stretch of talk that are read for such titles."""

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


def addressed_gender(scene: Scene, turn: Turn) -> Gender:
    """Gender of who is addressed in the turn by a title alone: `“No, sir.”`"""
    shown = set()
    for index in turn.quotations[: config.TURN_QUOTATIONS]:
        for start, end in scene.quotations[index].content:
            for match in _ADDRESS.finditer(scene.analysis.text, start, min(end, start + _LONGEST)):
                shown.add(Gender.MALE if match["man"] else Gender.FEMALE)
    return shown.pop() if len(shown) == 1 else Gender.UNKNOWN


def spoken_of(scene: Scene, turn: Turn) -> set[int]:
    """Entities that the turn speaks of without their names: `“She left.”`, `“the old man”`."""
    found = set()
    for index in turn.quotations[: config.TURN_QUOTATIONS]:
        for start, end in scene.quotations[index].content:
            for mention in islice(scene.mentions_in(start, end), config.TURN_MENTIONS):
                entity = scene.chains.entity_of[mention]
                if entity is not None and scene.mentions[mention].reference is not Reference.NAME:
                    found.add(entity)
    return found


def told(scene: Scene, turn: Turn) -> set[int]:
    """Entities that the reporting clauses of the turn say are spoken to: `he said to Ann`."""
    found = set()
    for index in turn.quotations[: config.TURN_QUOTATIONS]:
        addressee = scene.quotations[index].addressee
        mention = None if addressee is None else scene.mention_at(*addressee)
        entity = None if mention is None else scene.chains.entity_of[mention]
        if entity is not None:
            found.add(entity)
    return found


def _inside(scene: Scene, turn: Turn) -> Iterator[tuple[int, bool]]:
    for index in turn.quotations[: config.TURN_QUOTATIONS]:
        for start, end in scene.quotations[index].content:
            for mention in islice(scene.mentions_in(start, end), config.TURN_MENTIONS):
                entity, found = scene.chains.entity_of[mention], scene.mentions[mention]
                if entity is not None and found.reference is Reference.NAME:
                    yield entity, is_set_off(scene.analysis, found.start, found.end)
