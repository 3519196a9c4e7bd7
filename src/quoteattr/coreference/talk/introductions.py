"""Who in a talk says the own name, or is asked for it: “My name is Ada Holm,” said the girl."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import regex

from quoteattr.datatypes import SpeakerKind
from quoteattr.own_names import HEARD, INTRODUCING, stands_after

if TYPE_CHECKING:
    from quoteattr.coreference.pronouns.scene import Scene
    from quoteattr.coreference.talk.turns import Turn
    from quoteattr.coreference.threads import Thread

_ADDRESSING: Final = regex.compile(
    r"[“\"‘'](?:(?:So|Then|And|Ah),?\s(?:you\sare|you[’']re)|You\sare|You[’']re)\s\Z"
)
_HEARD: Final = frozenset({"voice", "caller"})
_ASKED: Final = regex.compile(
    r"(?:,\s(?:I\s(?:think|suppose|believe|presume)|then|aren[’']t\syou))?\?"
)


def find_introduced(scene: Scene) -> dict[int, Thread]:
    """By the mention that is the source of a turn, who names themselves in it.

    Or is named by who speaks next: `“Am I to wait?” she said.` `“You are Mrs. Holm?” asked Velm.`
    """
    found: dict[int, Thread] = {}
    for position, turn in enumerate(scene.talk.turns):
        for i in sorted((*turn.named, *turn.called)):
            thread = scene.threads.get(i)
            if thread is None or thread.kind is not SpeakerKind.PERSON:
                continue
            own = stands_after(INTRODUCING, scene.analysis.text, scene.mentions[i])
            own = own or _tells_voice(scene, turn, i)
            named = position if own else position - 1
            if named == position or (_is_asked(scene, i) and scene.talk.follows(position)):
                sources = scene.talk.turns[named].sources[-1:]
                found |= {source: thread for source in sources if source in scene.threads}
    return found


def _tells_voice(scene: Scene, turn: Turn, i: int) -> bool:
    """Whether a voice that is but heard says whose it is: `“It's Ada Holm,” said a voice.`"""
    heads = (scene.mentions[source].head for source in turn.sources[-1:])
    heard = any(scene.analysis.lowers[head] in _HEARD for head in heads)
    return heard and stands_after(HEARD, scene.analysis.text, scene.mentions[i])


def _is_asked(scene: Scene, i: int) -> bool:
    text, mention = scene.analysis.text, scene.mentions[i]
    return stands_after(_ADDRESSING, text, mention) and bool(_ASKED.match(text, mention.end))
