"""The open turns of a talk chosen together: what one of them is taken for tells of the next.

One by one, a wrong guess is handed on: with A for B in one turn, the next is B for A. Here the
likeliest sequence of speakers is looked for, by what speaks for each and by who follows whom.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

from quoteattr import config
from quoteattr.attribution.diction import open_words
from quoteattr.attribution.sequences import Link, likeliest
from quoteattr.attribution.turn_features import OWN_FEATURES
from quoteattr.datatypes import Outcome, Step
from quoteattr.weights import read_weights

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from quoteattr.attribution.answers import Rival
    from quoteattr.attribution.scene import Scene
    from quoteattr.attribution.turns import Turn
    from quoteattr.records import Quotation

RULE: Final = "exchange"
"""Its name in a trace, where it revises what was chosen."""

TOGETHER: Final = (*OWN_FEATURES, "words_like_then")
"""What speaks for somebody in a turn itself, where the turns are chosen together.

words_like_then: as words_like, by the words of all turns whose speaker is sure.
"""
BONDS: Final = ("same", "same_beside", "same_apart", "met", "second", "second_near", "second_apart")
"""What counts in the order of turns.

same: that the speaker of the turn before speaks again; same_beside: with narration in the turn as
well; same_apart: with narration before it.
met: how often the two are heard after each other elsewhere. second: that the last but one of three
on end speaks again; second_near: with narration before the second; second_apart: before the third.
"""


@cache
def weights(table: str) -> Mapping[str, float]:
    """The weight of each of `TOGETHER`, the table "turns", or of `BONDS`, the table "bonds".

    Raises:
        KeyError: The file and these do not name the same features.
    """
    named = TOGETHER if table == "turns" else BONDS
    return read_weights("quoteattr.attribution", "exchange_weights.json", named, table)


@frozen
class TurnSoFar:
    """One turn before the choice.

    Attributes:
        rivals: Who may speak; empty where the text tells.
        speaker: Who is taken to speak so far.
        joined: Whether the turn before stands right before it.
        is_bare: Whether it is nothing but what was said.
    """

    rivals: Sequence[Rival]
    speaker: int | None
    joined: bool
    is_bare: bool = True


def settle(scene: Scene) -> tuple[Quotation, ...]:
    """Choose the speakers of the open turns of *scene* together; the quotations, with traces.

    `“Who?” “Ann.” “Why Ann?”`: if the third is Tom's after all, so is the first.
    """
    quotations = list(scene.quotations)
    turns = read_turns(scene)
    if not any(one.rivals for one in turns):
        return tuple(quotations)
    links = find_links(turns, weights("bonds"), own_scores(scene, turns))
    chosen = likeliest(links, scene.company.met)
    for turn, one, entity in zip(scene.talk, turns, chosen, strict=True):
        if one.rivals and entity is not None and entity != one.rivals[0].entity:
            _revise(scene, turn, one.rivals, entity, quotations)
    return tuple(quotations)


def read_turns(scene: Scene) -> list[TurnSoFar]:
    """The turns of *scene* as they stand before they are chosen together."""
    talk = scene.talk
    hold = config.RIVAL_HELD if len(talk) < config.NOVEL_TURNS else 1.0
    return [
        TurnSoFar(
            _rivals(scene, turn, hold),
            scene.speaker_of(turn),
            joined=scene.follows(talk, position),
            is_bare=turn.is_bare,
        )
        for position, turn in enumerate(talk)
    ]


def _rivals(scene: Scene, turn: Turn, hold: float) -> tuple[Rival, ...]:
    """Who may speak in a turn whose speaker was only weighed; empty where the text tells.

    And empty where the narration before tells of the first alone, who had more than *hold* of the
    score: `Bartol lifted the lid.` (new paragraph) `“Twenty to eight.”`
    """
    speaker = scene.speaker_of(turn)
    for index in turn.quotations:
        answer = scene.answers[index]
        if answer is None or scene.entity_of(answer) != speaker:
            continue
        if answer.source is not None:
            return ()
        if answer.rivals:
            first = answer.rivals[0]
            held = first.features["leads"] == 1.0 and first.share > hold
            return () if held else answer.rivals
    return ()


def own_scores(scene: Scene, turns: Sequence[TurnSoFar]) -> list[list[float]]:
    """For each turn what speaks for each of its rivals besides the order of turns."""
    known = weights("turns")
    return [
        [sum(known[key] * value for key, value in seen.items()) for seen in rows]
        for rows in own_features(scene, turns)
    ]


def own_features(scene: Scene, turns: Sequence[TurnSoFar]) -> Iterator[list[dict[str, float]]]:
    """For each turn the features of each of its rivals, `TOGETHER`."""
    said = {
        place: open_words(scene, turn)
        for place, (turn, one) in enumerate(zip(scene.talk, turns, strict=True))
        if one.rivals
    }
    sure = {place for place in said if turns[place].rivals[0].share > config.DICTION_SURE}
    learnt = [(turns[place].rivals[0].entity, said[place]) for place in sure]
    diction = scene.diction.learning(learnt)
    for place, one in enumerate(turns):
        rows = []
        for rival in one.rivals:
            is_counted = place in sure and rival is one.rivals[0]
            like = diction.likeness(said[place], rival.entity, is_counted=is_counted)
            rows.append({**rival.features, "words_like_then": like})
        yield rows


def find_links(
    turns: Sequence[TurnSoFar], known: Mapping[str, float], own: Sequence[Sequence[float]]
) -> list[Link]:
    """The turns as links of a sequence, with the bonds *known* and what speaks for each rival."""
    links: list[Link] = []
    before = False
    for turn, scores in zip(turns, own, strict=True):
        speakers: dict[int | None, float] = {
            one.entity: score for one, score in zip(turn.rivals, scores, strict=True)
        }
        second = "second" if before else "second_near"
        beside = 0.0 if turn.is_bare else known["same_beside"]
        links.append(
            Link(
                speakers or {turn.speaker: 0.0},
                known["same"] + beside if turn.joined else known["same_apart"],
                known[second if turn.joined else "second_apart"],
                known["met"] if turn.joined else 0.0,
            )
        )
        before = turn.joined
    return links


def revisable(scene: Scene, turn: Turn, rivals: Sequence[Rival]) -> list[int]:
    """The quotations of a turn that go to whoever is chosen: those without a source."""
    return [
        index
        for index in turn.quotations
        if (answer := scene.answers[index]) is not None
        and answer.source is None
        and answer.entity == rivals[0].entity
    ]


def _revise(
    scene: Scene, turn: Turn, rivals: Sequence[Rival], entity: int, quotations: list[Quotation]
) -> None:
    """Give the quotations of a turn that have no source to another speaker."""
    entities = scene.chains.entities
    share = next(one.share for one in rivals if one.entity == entity)
    note = f"{entities[entity].name}, not {entities[rivals[0].entity].name}"
    for index in revisable(scene, turn, rivals):
        answer = scene.answers[index]
        assert answer is not None
        scene.answers[index] = evolve(answer, entity=entity, share=answer.share and share)
        step = Step(rule=RULE, outcome=Outcome.REVISED, spans=(), note=note)
        quotations[index] = evolve(quotations[index], steps=(*quotations[index].steps, step))
