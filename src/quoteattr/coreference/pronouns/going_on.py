"""A pronoun after *then*, which goes on with whom the sentence before is about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr.coreference import settings
from quoteattr.coreference.pronouns.binding import agrees

if TYPE_CHECKING:
    from quoteattr.coreference.pronouns.scene import Scene
    from quoteattr.coreference.threads import Thread

_THEN: Final = (["then"], ["and", "then"], ["so", "then"])


def told_on(scene: Scene, pronoun: int) -> Thread | None:
    """The subject of the sentence before, where *then* leads on: "Ada rose. And then she said".

    None where no such word opens the sentence.
    """
    analysis, mentions = scene.analysis, scene.mentions
    wanted = mentions[pronoun]
    first, _ = analysis.sentence_at(wanted.head)
    if wanted.quoted is not None or analysis.lowers[first : wanted.head] not in _THEN:
        return None
    of = analysis.sentence_of
    found: Thread | None = None
    place = of[wanted.head]
    for before in range(pronoun - 1, -1, -1):
        sentence = of[mentions[before].head]
        if sentence < of[wanted.head] - settings.SENTENCES_BACK or (found and sentence != place):
            break
        if mentions[before].quoted is None and scene.is_subject(before):
            found, place = scene.threads.get(before), sentence
    return found if found is not None and agrees(found, wanted) else None
