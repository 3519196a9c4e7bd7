"""The open turns of a talk chosen together: what one of them is taken for tells of the next.

One by one, a wrong guess is handed on: with A for B in one turn, the next is B for A. Here the
likeliest sequence of speakers is looked for, by what speaks for each and by who follows whom.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from attrs import evolve

from quoteattr.attribution.rivals import TOGETHER, TurnSoFar, features_then, read_turns
from quoteattr.attribution.sequences import Link, likeliest
from quoteattr.datatypes import Outcome, Step
from quoteattr.weights import read_weights

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from quoteattr.attribution.answers import Rival
    from quoteattr.attribution.scene import Scene
    from quoteattr.attribution.turns import Turn
    from quoteattr.records import Quotation

RULE: Final = "exchange"
"""Its name in a trace, where it revises what was chosen."""

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
    moved: dict[int, int] = {}
    for turn, one, entity in zip(scene.talk, turns, chosen, strict=True):
        if one.rivals and entity is not None and entity != one.rivals[0].entity:
            moved |= _revise(scene, turn, one.rivals, entity, quotations)
    scene.chains = scene.chains.moving(moved)
    return tuple(quotations)


def own_scores(scene: Scene, turns: Sequence[TurnSoFar]) -> list[list[float]]:
    """For each turn what speaks for each of its rivals besides the order of turns."""
    known = weights("turns")
    return [
        [sum(known[key] * value for key, value in seen.items()) for seen in rows]
        for rows in features_then(scene, turns)
    ]


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
    """The quotations of a turn that go to whoever is chosen."""
    meant = scene.chains.meant
    return [
        index
        for index in turn.quotations
        if (answer := scene.answers[index]) is not None
        and (answer.source is None or answer.mention in meant)
        and scene.entity_of(answer) == rivals[0].entity
    ]


def _revise(
    scene: Scene, turn: Turn, rivals: Sequence[Rival], entity: int, quotations: list[Quotation]
) -> Mapping[int, int]:
    """Give the quotations of a turn to another speaker; whom its sources mean then."""
    moved: dict[int, int] = {}
    entities = scene.chains.entities
    share = next(one.share for one in rivals if one.entity == entity)
    note = f"{entities[entity].name}, not {entities[rivals[0].entity].name}"
    for index in revisable(scene, turn, rivals):
        answer = scene.answers[index]
        assert answer is not None
        if answer.mention is None:
            scene.answers[index] = evolve(answer, entity=entity, share=answer.share and share)
        else:
            moved[answer.mention] = entity
        step = Step(rule=RULE, outcome=Outcome.REVISED, spans=(), note=note)
        quotations[index] = evolve(quotations[index], steps=(*quotations[index].steps, step))
    return moved
