"""Who says "I" inside a quotation: its speaker, known only when everybody is attributed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from quoteattr.datatypes import Reference

if TYPE_CHECKING:
    from quoteattr.attribution.answers import Answer
    from quoteattr.attribution.scene import Scene

_FIRST_PERSON: Final = frozenset({"i", "me", "my", "mine", "myself"})


def link_first_person(scene: Scene) -> None:
    """Answer nested quotations by "I" with the speaker around them: `“I told them no,” Lee said.`

    An outer quotation stands before those inside it, so that one pass serves any depth.
    """
    for index, quotation in enumerate(scene.quotations):
        answer = scene.answers[index]
        if answer is None or quotation.parent is None or not _is_first_person(scene, answer):
            continue
        outer = scene.entity_of(scene.answers[quotation.parent])
        if outer is not None:
            scene.answers[index] = evolve(answer, entity=outer)


def _is_first_person(scene: Scene, answer: Answer) -> bool:
    if answer.mention is None or scene.entity_of(answer) is not None:
        return False
    mention = scene.mentions[answer.mention]
    return (
        mention.reference is Reference.PRONOUN
        and scene.analysis.lowers[mention.head] in _FIRST_PERSON
    )
