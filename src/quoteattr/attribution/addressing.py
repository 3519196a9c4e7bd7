"""Who is spoken to, and who is only spoken about, inside a turn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quoteattr.datatypes import Reference

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quoteattr.attribution.scene import Scene
    from quoteattr.attribution.turns import Turn

_OPENS = ",“\"‘'—-!?.;"
_CLOSES = ',?!.;—”"-'
_ENDS = "”\"’'"


def called(scene: Scene, turn: Turn) -> list[int]:
    """Entities called by name in the turn, set off by commas or marks: `“No, Ann, never.”`"""
    return [entity for entity, vocative in _inside(scene, turn) if vocative]


def named(scene: Scene, turn: Turn) -> list[int]:
    """Entities mentioned by name in the turn without being called: `“I saw Ann.”`"""
    return [entity for entity, vocative in _inside(scene, turn) if not vocative]


def _inside(scene: Scene, turn: Turn) -> Iterator[tuple[int, bool]]:
    for index in turn.quotations:
        for start, end in scene.quotations[index].content:
            for mention in scene.mentions_in(start, end):
                entity = scene.chains.entity_of[mention]
                if entity is not None and scene.mentions[mention].reference is Reference.NAME:
                    yield entity, is_vocative(scene, mention)


def is_vocative(scene: Scene, mention: int) -> bool:
    """Whether marks or commas set a name off inside a quotation: `“Is it cold, Oskar?”`"""
    text = scene.analysis.text
    found = scene.mentions[mention]
    before = text[max(0, found.start - 2) : found.start].rstrip()[-1:]
    after = text[found.end : found.end + 1]
    return bool(before and after) and before in _OPENS and after in _CLOSES
