"""Whose a message is that speaks: `Ann Lee's letter said no` is Ann Lee's word, in writing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from quoteattr.attribution.owning import giver, owns
from quoteattr.datatypes import SpeakerKind
from quoteattr.lexicon import words

if TYPE_CHECKING:
    from quoteattr.attribution.scene import Scene
    from quoteattr.records import Mention


def link_messages(scene: Scene) -> None:
    """Answer quotations out of a message with its owner; a report or a law speaks for itself."""
    for index, answer in enumerate(scene.answers):
        if answer is None or answer.mention is None or answer.entity is not None:
            continue
        message = scene.mentions[answer.mention]
        owner = _owner(scene, message) if _is_message(scene, message) else None
        entity = None if owner is None else scene.chains.entity_of[owner]
        if entity is not None:
            scene.answers[index] = evolve(answer, entity=entity)


def _is_message(scene: Scene, mention: Mention) -> bool:
    noun = scene.analysis.lowers[mention.head]
    return mention.kind is SpeakerKind.DOCUMENT and noun in words("messages")


def _owner(scene: Scene, message: Mention) -> int | None:
    """The mention of the owner: `her letter`, `Ann Lee's letter`, `a letter from Ann Lee`."""
    before = scene.mentions_in(message.start, scene.analysis.starts[message.head])
    owner = next((index for index in before if owns(scene, index)), None)
    return giver(scene, message.head + 1) if owner is None else owner
