"""Interviews with labels: `Q: Why?`, `A: Because.`, and who the two are.

Their labels are no names: the text before may tell who met whom, else the two stay unnamed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from quoteattr.coreference.roles.entities import written
from quoteattr.coreference.talk.interview import who_met
from quoteattr.coreference.talk.labels import side
from quoteattr.coreference.threads import Thread
from quoteattr.datatypes import SpeakerKind

if TYPE_CHECKING:
    from quoteattr.coreference.pronouns.scene import Scene


def who_is_labelled(scene: Scene, threads: list[Thread]) -> dict[int, Thread]:
    """Who each label of an interview means, by the index of its mention; new *threads* are added.

    Empty where a text has no such labels.
    """
    analysis, mentions = scene.analysis, scene.mentions
    labels = {span.label for span in scene.quoted if span.label is not None}
    if not labels:
        return {}
    places = [i for i, mention in enumerate(mentions) if (mention.start, mention.end) in labels]
    sides = {i: name for i in places if (name := side(written(analysis, mentions[i])))}
    if not sides:
        return {}
    guest, host = who_met(analysis, mentions, scene.threads, mentions[min(sides)].start)
    known = {"answers": guest, "asks": host}
    for i, name in sides.items():
        if known[name] is None:
            label = written(analysis, mentions[i])
            threads.append(Thread(index=len(threads), kind=SpeakerKind.UNNAMED, name=label))
            known[name] = threads[-1]
    return {i: thread for i, name in sides.items() if (thread := known[name]) is not None}
