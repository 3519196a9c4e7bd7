"""What sex somebody is by how the turns beside call them: `“Is it late?” said Ek.` `“No, sir.”`"""

from __future__ import annotations

from typing import TYPE_CHECKING

from quoteattr.coreference import settings
from quoteattr.datatypes import SpeakerKind
from quoteattr.forms_of_address import genders_addressed
from quoteattr.records import Gender

if TYPE_CHECKING:
    from quoteattr.coreference.pronouns.scene import Scene
    from quoteattr.coreference.threads import Thread


def vote_by_address(scene: Scene) -> None:
    """Let the turns right before and after those of a name tell a gender not known yet.

    All of them must call the same: a third who is there may be called as well.
    """
    if not scene.talk.is_story:
        return
    shown: dict[int, tuple[Thread, set[Gender]]] = {}
    for position in range(len(scene.talk.turns)):
        thread = scene.talk.named_speaker(position)
        if thread is None or thread.kind is not SpeakerKind.PERSON:
            continue
        if thread.gender is Gender.UNKNOWN:
            seen = shown.setdefault(thread.index, (thread, set()))[1]
            seen |= _called_in(scene, position + 1) if scene.talk.follows(position + 1) else set()
            seen |= _called_in(scene, position - 1) if scene.talk.follows(position) else set()
    for thread, genders in shown.values():
        if len(genders) == 1:
            thread.vote(genders.pop(), settings.ADDRESS_VOTE)


def _called_in(scene: Scene, position: int) -> set[Gender]:
    turn = scene.talk.turns[position]
    if turn.called:
        return set()  # “No, Ek, ask my lord.”
    paragraph = scene.analysis.paragraphs[turn.first]
    return genders_addressed(scene.analysis.text, paragraph.start, paragraph.end)
