"""Sieves over turn-taking: who answers whom, where no source stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quoteattr import config
from quoteattr.attribution.addressing import called
from quoteattr.attribution.answers import Answer
from quoteattr.attribution.scene import Scene
from quoteattr.records import SOMEBODY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quoteattr.records import Quotation


def addressed_before(quotation: Quotation, scene: Scene) -> Answer | None:
    """Whom the turn before addresses: `“Is it cold, Oskar?”` and then his answer."""
    position = _open_turn(quotation, scene)
    if position is None or not scene.is_adjacent(position):
        return None
    previous = scene.turns[position - 1]
    speaker = scene.speaker_of(previous)
    for entity in called(scene, previous):
        speaks = scene.chains.entities[entity].kind in SOMEBODY
        if speaks and entity != speaker and entity not in called(scene, scene.turns[position]):
            return Answer(entity=entity)
    return None


def alternation(quotation: Quotation, scene: Scene) -> Answer | None:
    """The last but one speaker of a run of turns: A, B, then A again."""
    position = _open_turn(quotation, scene)
    if position is None or position < 2:
        return None
    if not scene.is_adjacent(position) or not scene.is_adjacent(position - 1):
        return None
    if scene.is_report and not _is_exchange(scene, position):
        return None
    last, before = (scene.speaker_of(scene.turns[position - n]) for n in (1, 2))
    return _unless_addressed(scene, position, before, last)


def alternation_ahead(quotation: Quotation, scene: Scene) -> Answer | None:
    """The next but one speaker: an open turn, then B, then A named at last."""
    position = _open_turn(quotation, scene)
    if position is None or position + 2 >= len(scene.turns):
        return None
    if not scene.is_adjacent(position + 1) or not scene.is_adjacent(position + 2):
        return None
    if scene.is_report and scene.is_adjacent(position):
        return None
    following, after = (scene.speaker_of(scene.turns[position + n]) for n in (1, 2))
    return _unless_addressed(scene, position, after, following)


def other_party(quotation: Quotation, scene: Scene) -> Answer | None:
    """The last who spoke or acted before, other than the speaker of the turn before."""
    position = _open_turn(quotation, scene)
    if position is None or position == 0 or not scene.is_dialogue:
        return None
    excluded = {scene.speaker_of(scene.turns[position - 1])}
    if scene.is_adjacent(position + 1):
        excluded.add(scene.speaker_of(scene.turns[position + 1]))
    excluded.update(called(scene, scene.turns[position]))
    for entity in _recent(scene, position):
        if entity not in excluded:
            return Answer(entity=entity)
    return None


def _is_exchange(scene: Scene, position: int) -> bool:
    """Whether one of the turns right before a turn ends in a question, which somebody answers."""
    for back in range(position - 1, max(-1, position - 1 - config.TURNS_BACK), -1):
        last = scene.quotations[scene.turns[back].quotations[-1]]
        if scene.analysis.text[last.start : last.end].rstrip("”\"'’").endswith("?"):
            return True
        if not scene.is_adjacent(back):
            return False
    return False


def _open_turn(quotation: Quotation, scene: Scene) -> int | None:
    """Position of the quotation's turn, if neither cue nor narration says who speaks."""
    if quotation.cue is not None:
        return None
    position = scene.turn_index(quotation)
    return position if position is not None and scene.turns[position].is_bare else None


def _unless_addressed(
    scene: Scene, position: int, speaker: int | None, neighbour: int | None
) -> Answer | None:
    if speaker is None or neighbour is None or speaker == neighbour:
        return None
    if speaker in called(scene, scene.turns[position]):
        return None
    return Answer(entity=speaker)


def _recent(scene: Scene, position: int) -> Iterator[int]:
    """Speakers of the turns before, and persons named in the narration between, latest first."""
    analysis = scene.analysis
    for back in range(1, config.TURNS_BACK + 1):
        if back > position:
            return
        turn, later = scene.turns[position - back], scene.turns[position - back + 1]
        end = analysis.paragraphs[later.paragraph].start
        start = analysis.paragraphs[turn.paragraph].start
        between = [
            entity
            for mention in scene.mentions_in(start, end)
            if scene.mentions[mention].quoted is None
            and (entity := scene.chains.entity_of[mention]) is not None
            and scene.chains.entities[entity].kind in SOMEBODY
        ]
        yield from reversed(between)
        speaker = scene.speaker_of(turn)
        if speaker is not None:
            yield speaker
