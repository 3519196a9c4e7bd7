"""Interviews with labels: `Q: Why?`, `A: Because.`, and who the two are.

Their labels are no names: the text before may tell who met whom, else the two stay unnamed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import regex

from quoteattr.coreference.roles.entities import written
from quoteattr.coreference.talk.interview import persons, who_met
from quoteattr.coreference.talk.labels import side
from quoteattr.coreference.threads import Thread
from quoteattr.datatypes import SpeakerKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quoteattr.coreference.pronouns.scene import Scene

_INITIALS: Final = regex.compile(r"(?:\p{Lu}\.? ?){2,3}")


def who_is_labelled(scene: Scene, threads: list[Thread]) -> dict[int, Thread]:
    """Who each label of an interview means, by the index of its mention; new *threads* are added.

    Empty where a text has no such labels.
    """
    analysis, mentions = scene.analysis, scene.mentions
    labels = {span.label for span in scene.quoted if span.label is not None}
    if not labels:
        return {}
    places = [i for i, mention in enumerate(mentions) if (mention.start, mention.end) in labels]
    found = _by_initials(scene, places)
    sides = {i: name for i in places if (name := side(written(analysis, mentions[i])))}
    if not sides:
        return found
    guest, host = who_met(analysis, mentions, scene.threads, mentions[min(sides)].start)
    known = {"answers": guest, "asks": host}
    for i, name in sides.items():
        if known[name] is None:
            label = written(analysis, mentions[i])
            threads.append(Thread(index=len(threads), kind=SpeakerKind.UNNAMED, name=label))
            known[name] = threads[-1]
    return found | {i: thread for i, name in sides.items() if (thread := known[name]) is not None}


def _by_initials(scene: Scene, places: Sequence[int]) -> dict[int, Thread]:
    """Whose initials labels are: `AH: Never.` where Ada Holm is named before, and nobody else."""
    short = {
        i: letters
        for i in places
        if _INITIALS.fullmatch(label := written(scene.analysis, scene.mentions[i]))
        and (letters := label.replace(".", "").replace(" ", ""))
    }
    if not short:
        return {}
    whose: dict[str, dict[int, Thread]] = {}
    for _, thread in persons(scene.mentions, scene.threads, scene.mentions[min(short)].start):
        parts = (thread.name or "").replace("-", " ").split()
        for initials in {_initials(parts), _initials(parts[:1] + parts[-1:])}:
            whose.setdefault(initials, {})[thread.index] = thread
    found = {i: list(whose.get(letters, {}).values()) for i, letters in short.items()}
    return {i: threads[0] for i, threads in found.items() if len(threads) == 1}


def _initials(parts: Sequence[str]) -> str:
    return "".join(part[0] for part in parts if part[0].isupper())
