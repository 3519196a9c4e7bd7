"""Who says "I" inside a quotation: its speaker, known only when everybody is attributed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from quoteattr.datatypes import QuoteKind, Reference, SpeakerKind
from quoteattr.records import Gender

if TYPE_CHECKING:
    from quoteattr.attribution.answers import Answer
    from quoteattr.attribution.scene import Scene
    from quoteattr.records import Quotation

_THIRD_PERSON: Final = frozenset({"he", "she"})
_FIRST_PERSON: Final = frozenset({"i", "me", "my", "mine", "myself"})


def link_first_person(scene: Scene) -> None:
    """Answer nested quotations by "I" with the speaker around them: `“I told them no,” Lee said.`

    An outer quotation stands before those inside it, so that one pass serves any depth. In a report
    in others' words, she still is the one who talks: `“He said I told him no,” Lee said.`
    """
    for index, quotation in enumerate(scene.quotations):
        answer = scene.answers[index]
        if answer is None or quotation.parent is None or not _is_first_person(scene, answer):
            continue
        outer = scene.entity_of(scene.answers[_said_around(scene, quotation.parent)])
        if outer is not None:
            scene.answers[index] = evolve(answer, entity=outer)


def _said_around(scene: Scene, index: int) -> int:
    """Index of the quotation whose words are given as they were, around or at *index*."""
    while scene.quotations[index].kind is QuoteKind.INDIRECT:
        parent = scene.quotations[index].parent
        if parent is None:
            break
        index = parent
    return index


def part_from_speaker(scene: Scene) -> None:
    """Whoever speaks is no "he" in his own words: `“I asked Lee. He said, ‘No,’” the mayor said.`

    Who was named last in them is, if anybody was; else nobody is known.
    """
    moved: dict[int, int | None] = {}
    for index, quotation in enumerate(scene.quotations):
        answer = scene.answers[index]
        if answer is None or answer.mention is None or quotation.parent is None:
            continue
        outer = scene.quotations[quotation.parent]
        speaker = scene.entity_of(scene.answers[quotation.parent])
        if outer.kind is not QuoteKind.DIRECT or speaker is None or answer.entity is not None:
            continue
        if not scene.is_content(outer, scene.mentions[answer.mention].start):
            continue
        low = scene.analysis.lowers[scene.mentions[answer.mention].head]
        if low in _THIRD_PERSON and scene.entity_of(answer) == speaker:
            moved[answer.mention] = _named_in(scene, outer, answer.mention, speaker)
    scene.chains = scene.chains.moving(moved)


def _named_in(scene: Scene, outer: Quotation, pronoun: int, speaker: int) -> int | None:
    """The person other than the speaker who is named last before a pronoun in a quotation."""
    meant = scene.mentions[pronoun]
    for before in range(pronoun - 1, -1, -1):
        mention = scene.mentions[before]
        if mention.start < outer.start:
            return None
        entity = scene.chains.entity_of[before]
        fits = mention.gender in (meant.gender, Gender.UNKNOWN)
        named = mention.reference is Reference.NAME and mention.kind is SpeakerKind.PERSON
        if named and fits and entity not in (None, speaker):
            return entity
    return None


def _is_first_person(scene: Scene, answer: Answer) -> bool:
    if answer.mention is None or scene.entity_of(answer) is not None:
        return False
    mention = scene.mentions[answer.mention]
    return (
        mention.reference is Reference.PRONOUN
        and scene.analysis.lowers[mention.head] in _FIRST_PERSON
    )
