"""Whom a report of a court means by "the witness": who gave evidence last."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr.coreference import settings
from quoteattr.datatypes import SpeakerKind

if TYPE_CHECKING:
    from quoteattr.coreference.pronouns.scene import Scene
    from quoteattr.coreference.threads import Thread

_OF_THE_COURT: Final = frozenset({"lawyer", "prosecutor", "judge", "defendant"})


def witness_before(scene: Scene, i: int, words: str) -> Thread | None:
    """Who alone speaks in the paragraph before: "“He lied,” Holm said." (new one) "The witness".

    None who is known as a lawyer, a judge or the accused.
    """
    if words.lower() != "the witness":
        return None
    here = scene.paragraphs[i]
    for paragraph in range(here - 1, max(-1, here - 1 - settings.TESTIFIED_BACK), -1):
        speaking = scene.speakers.get(paragraph)
        if speaking:
            first, *others = speaking
            alone = first.kind is SpeakerKind.PERSON and all(one is first for one in others)
            groups = {role.group for role in first.roles}
            return first if alone and groups.isdisjoint(_OF_THE_COURT) else None
    return None
