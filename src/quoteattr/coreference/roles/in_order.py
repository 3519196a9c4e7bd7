"""Whom "the former" and "the latter" mean of two that were named together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr.coreference import settings
from quoteattr.datatypes import Reference, SpeakerKind
from quoteattr.records import SOMEBODY

if TYPE_CHECKING:
    from quoteattr.coreference.pronouns.scene import Scene
    from quoteattr.coreference.threads import Thread

_PLACES: Final = {"the former": 0, "the latter": 1}
_TWO: Final = 2


def first_or_last(scene: Scene, i: int, written: str) -> Thread | None:
    """The first or second of two that the sentence before names: "Ek met Holm. The latter said".

    Of the nearest sentence that names two, people or bodies; None where it names more.
    """
    place = _PLACES.get(written.lower())
    if place is None:
        return None
    told: list[Thread] = []
    sentence = scene.sentences[i]
    for j in range(i - 1, max(-1, i - settings.NOMINAL_WINDOW), -1):
        if scene.sentences[j] != sentence:
            if len(told) >= _TWO:
                break
            told, sentence = [], scene.sentences[j]
        thread = scene.threads.get(j)
        named = scene.mentions[j].reference is Reference.NAME and scene.mentions[j].quoted is None
        if named and thread is not None and thread.kind in (*SOMEBODY, SpeakerKind.ORGANIZATION):
            told = [thread, *(one for one in told if one is not thread)]
    return told[place] if len(told) == _TWO else None
