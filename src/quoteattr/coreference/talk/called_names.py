"""Whom a name calls that the teller has only described so far: “No, Nell,” and “his sister”."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr.coreference.talk import limits
from quoteattr.datatypes import Reference, SpeakerKind
from quoteattr.records import Gender, Number

if TYPE_CHECKING:
    from quoteattr.coreference.pronouns.scene import Scene
    from quoteattr.coreference.threads import Thread

_THERE: Final = 2
_PEOPLE: Final = frozenset({SpeakerKind.PERSON, SpeakerKind.UNNAMED, SpeakerKind.GROUP})


def find_called_names(scene: Scene) -> dict[int, Thread]:
    """By a mention without a name the person whose name first calls somebody beside it.

    `His sister drove.` `“You missed the turn,” said Marcus.` `“Let them.”` `“Ines.”` The teller has
    not used the name before, and of the two who act there only one has none, or has just spoken.
    """
    found: dict[int, Thread] = {}
    known: set[int] = set()
    for position, turn in enumerate(scene.talk.turns):
        for i in turn.called:
            thread = scene.threads.get(i)
            if thread is None or thread.index in known or _tells_who(scene, i):
                continue
            known.add(thread.index)
            nameless = _nameless_beside(scene, position, i) if _is_new(scene, thread, i) else None
            if nameless is not None:
                found[nameless] = thread
    return found


def _tells_who(scene: Scene, i: int) -> bool:
    """Whether a name only says who is described: “he hurt our constable, Mr. Ivo Brandt.”"""
    comma = scene.mentions[i].start - 2
    described = scene.ends_at(comma)
    if described is None or not scene.analysis.text.startswith(", ", comma):
        return False
    return scene.mentions[described].reference is Reference.NOMINAL


def _is_new(scene: Scene, thread: Thread, i: int) -> bool:
    """Whether the teller has not spoken of somebody before mention *i*."""
    if thread.kind is not SpeakerKind.PERSON or thread.narrates:
        return False
    first = next((one for one in thread.mentions if scene.mentions[one].quoted is None), i)
    return first >= i


def _nameless_beside(scene: Scene, position: int, i: int) -> int | None:
    """The latest mention of who has no name among those who act around a turn."""
    turns = scene.talk.turns
    first = turns[max(0, position - limits.CALLED_BACK)].first - 1
    last = turns[min(len(turns) - 1, position + 1)].last
    there: dict[int, int] = {}
    for index in _told_around(scene, i, first, last):
        thread = scene.threads[index]
        if thread.kind is SpeakerKind.GROUP:
            return None
        there[thread.index] = index
    nameless = [index for index in there.values() if _has_no_name(scene.threads[index])]
    here = turns[position].sources
    speaking = {scene.threads[one].index for one in here if one in scene.threads}
    named = scene.threads[i]
    fitting = [
        index
        for index in nameless
        if scene.threads[index].index not in speaking and _may_be(scene.threads[index], named)
    ]
    if len(fitting) != 1:
        return None
    alone = len(there) == _THERE and len(nameless) == 1
    return fitting[0] if alone or _spoke(scene, position, fitting[0], named) else None


def _spoke(scene: Scene, position: int, nameless: int, named: Thread) -> bool:
    """Whether somebody of the same gender speaks right before a turn: `my mother said.` “Nell.”"""
    meant = scene.threads[nameless]
    if not scene.talk.follows(position) or Gender.UNKNOWN in (meant.gender, named.gender):
        return False
    return scene.talk.named_speaker(position - 1) is meant


def _told_around(scene: Scene, i: int, first: int, last: int) -> list[int]:
    """The persons who act in the paragraphs from *first* to *last*, by their mentions."""
    start = max(0, i - limits.CALLED_MENTIONS)
    return [
        index
        for index in range(start, min(len(scene.mentions), i + limits.CALLED_MENTIONS))
        if first <= scene.paragraphs[index] <= last
        and scene.mentions[index].quoted is None
        and index in scene.threads
        and (scene.is_subject(index) or index in scene.is_source)
        and scene.threads[index].kind in _PEOPLE
    ]


def _has_no_name(thread: Thread) -> bool:
    return thread.kind is SpeakerKind.UNNAMED and not thread.narrates


def _may_be(nameless: Thread, named: Thread) -> bool:
    """Whether a person without a name may be the one who is called, by their gender."""
    known = Gender.UNKNOWN
    one = nameless.number is not Number.PLURAL
    return one and (nameless.gender is named.gender or known in (nameless.gender, named.gender))
