"""Whose a message is that speaks: `Ann Lee's letter said no` is Ann Lee's word, in writing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from quoteattr.datatypes import SpeakerKind
from quoteattr.grammar import POSSESSIVES
from quoteattr.lexicon import words

if TYPE_CHECKING:
    from quoteattr.attribution.answers import Answer
    from quoteattr.attribution.scene import Scene

_FROM: Final = (" from ", " by ")
_APOSTROPHES: Final = ("'", "’")


def link_messages(scene: Scene) -> None:
    """Answer quotations out of a message with its owner; a report or a law speaks for itself."""
    for index, answer in enumerate(scene.answers):
        if answer is None or not _is_message(scene, answer):
            continue
        owner = _owner(scene, answer)
        entity = None if owner is None else scene.chains.entity_of[owner]
        if entity is not None:
            scene.answers[index] = evolve(answer, entity=entity)


def _is_message(scene: Scene, answer: Answer) -> bool:
    if answer.mention is None or answer.entity is not None:
        return False
    mention = scene.mentions[answer.mention]
    noun = scene.analysis.lowers[mention.head]
    return mention.kind is SpeakerKind.DOCUMENT and noun in words("messages")


def _owner(scene: Scene, answer: Answer) -> int | None:
    """The mention of the owner: `her letter`, `Ann Lee's letter`, `a letter from Ann Lee`."""
    assert answer.mention is not None
    text, message = scene.analysis.text, scene.mentions[answer.mention]
    noun = scene.analysis.starts[message.head]
    for index in scene.mentions_in(message.start, noun):
        owner = scene.mentions[index]
        owns = text[owner.start : owner.end].lower() in POSSESSIVES
        if owns or text.startswith(_APOSTROPHES, owner.end):
            return index
    after = scene.analysis.ends[message.head]
    start = next((after + len(link) for link in _FROM if text.startswith(link, after)), None)
    if start is None:
        return None
    found = scene.mention_at(start, start + 1)
    return found if found is not None and scene.mentions[found].start == start else None
