"""The open turns of a talk chosen together: what one of them is taken for tells of the next.

One by one, a wrong guess is handed on: with A for B in one turn, the next is B for A. Here the
likeliest sequence of speakers is looked for, by what speaks for each and by who follows whom.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

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

_Path = tuple["int | None", "_Path | None"]


@cache
def weights() -> Mapping[str, float]:
    """What counts in a sequence.

    own: of what speaks for somebody in the turn itself. chosen: that the turn alone was given to
    them; chosen_apart: where narration stands before it. same: that they spoke in the turn before.
    second: in the last but one of three on end; second_near: with narration before the second.
    """
    return read_weights("quoteattr.attribution", "exchange_weights.json", None)


@frozen
class TurnSoFar:
    """One turn before the choice.

    Attributes:
        rivals: Who may speak; empty where the text tells.
        speaker: Who is taken to speak so far.
        joined: Whether the turn before stands right before it.
    """

    rivals: Sequence[Rival]
    speaker: int | None
    joined: bool


@frozen
class Link:
    """One turn in the sequence.

    Attributes:
        speakers: Who may speak, each with what speaks for them.
        same: What it counts that the speaker of the turn before speaks again.
        second: What it counts that the last but one speaker does.
    """

    speakers: Mapping[int | None, float]
    same: float
    second: float


def settle(scene: Scene) -> tuple[Quotation, ...]:
    """Choose the speakers of the open turns of *scene* together; the quotations, with traces.

    `“Who?” “Ann.” “Why Ann?”`: if the third is Tom's after all, so is the first.
    """
    quotations = list(scene.quotations)
    turns = read_turns(scene)
    if not any(one.rivals for one in turns):
        return tuple(quotations)
    chosen = likeliest(find_links(turns, weights()))
    for turn, one, entity in zip(scene.talk, turns, chosen, strict=True):
        if one.rivals and entity is not None and entity != one.rivals[0].entity:
            _revise(scene, turn, one.rivals, entity, quotations)
    return tuple(quotations)


def read_turns(scene: Scene) -> list[TurnSoFar]:
    """The turns of *scene* as they stand before they are chosen together."""
    talk = scene.talk
    return [
        TurnSoFar(_rivals(scene, turn), scene.speaker_of(turn), scene.follows(talk, position))
        for position, turn in enumerate(talk)
    ]


def _rivals(scene: Scene, turn: Turn) -> tuple[Rival, ...]:
    """Who may speak in a turn whose speaker was only weighed; empty where the text tells."""
    speaker = scene.speaker_of(turn)
    for index in turn.quotations:
        answer = scene.answers[index]
        if answer is None or scene.entity_of(answer) != speaker:
            continue
        if answer.source is not None:
            return ()
        if answer.rivals:
            return answer.rivals
    return ()


def find_links(turns: Sequence[TurnSoFar], known: Mapping[str, float]) -> list[Link]:
    """The turns as links of a sequence, with *known* weights."""
    links: list[Link] = []
    before = False
    for turn in turns:
        chosen = known["chosen" if turn.joined else "chosen_apart"]
        speakers: dict[int | None, float] = {
            one.entity: known["own"] * one.own + chosen * (one is turn.rivals[0])
            for one in turn.rivals
        }
        links.append(
            Link(
                speakers or {turn.speaker: 0.0},
                known["same"] if turn.joined else 0.0,
                known["second" if before else "second_near"] if turn.joined else 0.0,
            )
        )
        before = turn.joined
    return links


def likeliest(links: Sequence[Link]) -> list[int | None]:
    """The sequence of speakers with the highest sum of what speaks for each and of the bonds."""
    best: dict[tuple[int | None, int | None], tuple[float, _Path | None]] = {
        (None, None): (0.0, None)
    }
    for link in links:
        following: dict[tuple[int | None, int | None], tuple[float, _Path | None]] = {}
        for (second, last), (total, path) in best.items():
            for speaker, own in link.speakers.items():
                reached = total + own
                if speaker is not None and speaker == last:
                    reached += link.same
                elif speaker is not None and speaker == second:
                    reached += link.second
                known = following.get((last, speaker))
                if known is None or reached > known[0]:
                    following[last, speaker] = (reached, (speaker, path))
        best = following
    path = max(best.values(), key=lambda one: one[0])[1]
    speakers: list[int | None] = []
    while path is not None:
        speakers.append(path[0])
        path = path[1]
    return speakers[::-1]


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
