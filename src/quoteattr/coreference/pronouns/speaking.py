"""What surrounds a pronoun or description that is the source of a turn of talk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quoteattr.coreference import settings
from quoteattr.coreference.pronouns.talk_features import find_place
from quoteattr.records import SOMEBODY

if TYPE_CHECKING:
    from quoteattr.coreference.pronouns.scene import Scene
    from quoteattr.coreference.pronouns.talk_features import Place


def speaking_place(scene: Scene, pronoun: int) -> Place | None:
    """What surrounds a pronoun that is the source of a turn; None for other pronouns."""
    if pronoun not in scene.is_source or not scene.talk.is_dialogue:
        return None
    position = scene.talk.of.get(scene.paragraphs[pronoun])
    if position is None:
        return None
    place = find_place(scene.talk, position, pronoun)
    read_narration(scene, place, pronoun)
    return place


def read_narration(scene: Scene, place: Place, pronoun: int) -> None:
    """Note who is mentioned by the narrator in the paragraph of *pronoun* and right before it."""
    here = scene.paragraphs[pronoun]
    told = None if here - 1 in scene.talk.of else here - 1
    for index in range(pronoun - 1, max(-1, pronoun - 1 - settings.NARRATED), -1):
        paragraph = scene.paragraphs[index]
        if paragraph not in (here, told):
            return
        thread = scene.threads.get(index)
        if thread is None or scene.mentions[index].quoted is not None:
            continue
        if thread.kind in SOMEBODY:
            (place.beat if paragraph == here else place.led).insert(0, thread)
