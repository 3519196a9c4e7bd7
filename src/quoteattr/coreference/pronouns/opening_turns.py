"""A pronoun that speaks in a turn which the teller has opened with its speaker."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import regex

from quoteattr.coreference import settings
from quoteattr.coreference.pronouns.in_sentence import speaks_as_one
from quoteattr.coreference.pronouns.reach import agrees
from quoteattr.coreference.roles.wording import NEW
from quoteattr.datatypes import Reference, SpeakerKind
from quoteattr.grammar import POSSESSIVES
from quoteattr.records import SOMEBODY

if TYPE_CHECKING:
    from quoteattr.coreference.pronouns.scene import Scene
    from quoteattr.coreference.threads import Thread
    from quoteattr.records import Mention

_MANY: Final = 12  # mentions
_SINGLED_OUT: Final = regex.compile(r"\bIt was (?:the |an? )?\Z")
_WHO_SPOKE: Final = regex.compile(
    r",? who (?:had )?(?:at last |finally |then |now )?"
    r"(?:spoke|answered|replied|broke the silence|spoken)\b[^.!?:;“”\"]{0,40}[.:]"
    r"[\s“\"‘'—]*"
)


def singled_out(scene: Scene, pronoun: int) -> Thread | None:
    """Of whom the sentence before the words says that it was they who spoke; else None.

    `Holm opened his mouth and shut it again. It was Ek who answered. “No,” he said.` Whatever the
    lists say of the gender of such a name.
    """
    if _begins_to_speak(scene, pronoun) is None:
        return None
    text = scene.analysis.text
    for before in range(pronoun - 1, max(-1, pronoun - _MANY), -1):
        mention = scene.mentions[before]
        if scene.paragraphs[before] != scene.paragraphs[pronoun]:
            return None
        after = _WHO_SPOKE.match(text, mention.end)
        if after is not None and _SINGLED_OUT.search(
            text, max(0, mention.start - 12), mention.start
        ):
            found = scene.threads.get(before)
            return found if found is not None and found.kind in SOMEBODY else None
    return None


def opens_turn(scene: Scene, pronoun: int) -> Thread | None:
    """Who opens the paragraph, and whom alone it tells of before the words; else None.

    `The old man began to laugh. “Only when it moves,” he said.` `Ek, who had followed Holm in, went
    red. “It was a dog,” he said.` Not a relative, who may be anybody there: "Her sister rose".
    """
    said = _begins_to_speak(scene, pronoun) if scene.talk.is_story else None
    if said is None:
        return None
    analysis, wanted = scene.analysis, scene.mentions[pronoun]
    here, found = scene.paragraphs[pronoun], None
    opening = analysis.paragraphs[here].start
    for before in range(pronoun - 1, max(-1, pronoun - _MANY), -1):
        mention, thread = scene.mentions[before], scene.threads.get(before)
        if scene.paragraphs[before] != here or (
            mention.quoted is not None and mention.start < said
        ):
            return None
        if mention.quoted is not None or mention.reference is Reference.PRONOUN:
            continue
        if thread is None or thread.kind not in SOMEBODY or not agrees(thread, wanted):
            continue
        if found not in (None, thread):
            return None
        if mention.start == opening:
            owned = analysis.lowers[analysis.token_at(opening)] in POSSESSIVES
            acts = scene.is_subject(before) and not owned
            return thread if acts and _is_known_as_such(scene, thread, wanted) else None
        found = thread
    return None


def _is_known_as_such(scene: Scene, thread: Thread, wanted: Mention) -> bool:
    """Whether nobody with a name may be meant: "The painter" of a story mostly has one.

    Who came in lately may well have none: "An old man rang. The old man began to laugh".
    """
    if thread.kind is not SpeakerKind.UNNAMED:
        return True
    first = scene.mentions[thread.mentions[0]]
    article = scene.analysis.lowers[scene.analysis.token_at(first.start)]
    return article in NEW and wanted.head - first.head <= settings.TALK_WINDOW


def _begins_to_speak(scene: Scene, pronoun: int) -> int | None:
    """Where the words begin that *he* or *she* stands behind, if the paragraph tells before."""
    if not speaks_as_one(scene, pronoun):
        return None
    head = scene.mentions[pronoun].head
    paragraph = scene.analysis.paragraphs[scene.paragraphs[pronoun]]
    said = scene.quoted_from(scene.analysis.starts[max(paragraph.first, head - 2)])
    return said if said is not None and said > paragraph.start else None
