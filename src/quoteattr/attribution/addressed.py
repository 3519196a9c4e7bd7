"""Who is "you" in a turn of a record: `LEE: You said it was safe. Was it?` and then `HOLM: Yes.`"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from attrs import evolve

from quoteattr.records import MarkStyle

if TYPE_CHECKING:
    from quoteattr.attribution.answers import Answer
    from quoteattr.attribution.scene import Scene

_FAR: Final = 6  # quotations inside quotations at most
_SIDES: Final = 2
_YOU: Final = "you"


def link_addressed(scene: Scene) -> None:
    """Answer what "you" said, in a labelled turn that asks, with who speaks in the next turn.

    In a talk of two it is the other in any turn.
    """
    answering = _answering(scene)
    for index, quotation in enumerate(scene.quotations):
        answer = scene.answers[index]
        if answer is None or quotation.parent is None or not _is_you(scene, answer):
            continue
        entity = answering.get(_outermost(scene, quotation.parent))
        if entity is not None:
            scene.answers[index] = evolve(answer, entity=entity)


def _answering(scene: Scene) -> dict[int, int]:
    """Who answers each labelled turn, by the index of its quotation.

    That is where it asks, calls who answers by name, or only two talk.
    """
    labelled = {
        span.start
        for span in scene.quoted
        if span.style is MarkStyle.TRANSCRIPT and span.label is not None
    }
    turns = [
        index
        for index, quotation in enumerate(scene.quotations)
        if quotation.parent is None and quotation.start in labelled
    ]
    speaking = {index: scene.entity_of(scene.answers[index]) for index in turns}
    are_two = len(set(speaking.values())) == _SIDES
    found = {}
    for asking, after in pairwise(turns):
        turn, entity = scene.quotations[asking], speaking[after]
        asks = "?" in scene.analysis.text[turn.start : turn.end]
        called = scene.mention_at(turn.start, turn.start + 1)
        calls = called is not None and scene.chains.entity_of[called] == entity
        if entity is not None and entity != speaking[asking] and (asks or are_two or calls):
            found[asking] = entity
    return found


def _outermost(scene: Scene, index: int) -> int:
    """Index of the quotation around all that *index* lies in."""
    for _ in range(_FAR):
        parent = scene.quotations[index].parent
        if parent is None:
            break
        index = parent
    return index


def _is_you(scene: Scene, answer: Answer) -> bool:
    """Whether a source is "you" and nobody is known to be meant."""
    if answer.mention is None or scene.entity_of(answer) is not None:
        return False
    return scene.analysis.lowers[scene.mentions[answer.mention].head] == _YOU
