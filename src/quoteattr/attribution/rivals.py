"""Who may speak in each turn of a talk before the turns are chosen together, and what tells.

The candidates of an open turn, `“Who?”`, and of one whose pronoun may mean several, `“Who?” he
said.`
"""

from __future__ import annotations

from math import log
from typing import TYPE_CHECKING, Final

from attrs import frozen

from quoteattr import config
from quoteattr.attribution.answers import Rival
from quoteattr.attribution.diction import open_words
from quoteattr.attribution.stage import find_stage
from quoteattr.attribution.turn_choice import own_features
from quoteattr.attribution.turn_features import OWN_FEATURES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from quoteattr.attribution.scene import Scene
    from quoteattr.attribution.turns import Turn

LIKE_THEN: Final = "words_like_then"
OF_SOURCE: Final[Mapping[str, str]] = {
    key: f"source_{key}"
    for key in (
        "was_called",
        "is_called",
        "acts",
        "leads",
        "heard_around",
        "told_before",
        "is_told_after",
        "is_addressed_after",
        LIKE_THEN,
    )
}
TOGETHER: Final = (*OWN_FEATURES, LIKE_THEN, *OF_SOURCE.values(), "meant")
"""What speaks for somebody in a turn itself, where the turns are chosen together.

words_like_then: as words_like, by the words of all turns whose speaker is sure.
meant: the logarithm of how likely the pronoun there means it; 0 in an open turn.
source_...: the others, where there is one: by it they are weighed in part already.
"""


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

    @property
    def is_sourced(self) -> bool:
        """Whether a source stands there, which may mean one of several."""
        return any("meant" in one.features for one in self.rivals)


def read_turns(scene: Scene) -> list[TurnSoFar]:
    """The turns of *scene* as they stand before they are chosen together."""
    talk = scene.talk
    hold = config.RIVAL_HELD if len(talk) < config.NOVEL_TURNS else 1.0
    return [
        TurnSoFar(
            _rivals(scene, turn, position, hold),
            scene.speaker_of(turn),
            joined=scene.follows(talk, position),
            is_bare=turn.is_bare,
        )
        for position, turn in enumerate(talk)
    ]


def _rivals(scene: Scene, turn: Turn, position: int, hold: float) -> tuple[Rival, ...]:
    """Who may speak in a turn whose speaker was only weighed; empty where the text tells.

    And empty where the narration before tells of the first alone, who had more than *hold* of the
    score: `Bartol lifted the lid.` (new paragraph) `“Twenty to eight.”`
    """
    speaker = scene.speaker_of(turn)
    for index in turn.quotations:
        answer = scene.answers[index]
        if answer is None or scene.entity_of(answer) != speaker:
            continue
        is_sourced = answer.source is not None
        rivals = _whom_meant(scene, turn, position, index) if is_sourced else answer.rivals
        if rivals or is_sourced:
            held = rivals and rivals[0].features["leads"] == 1.0 and rivals[0].share > hold
            return () if held else rivals
    return ()


def _whom_meant(scene: Scene, turn: Turn, position: int, index: int) -> tuple[Rival, ...]:
    """Whom the pronoun that speaks in a turn may mean: `“No,” he said.`"""
    sources = [one for i in turn.quotations if (one := scene.answers[i]) is not None and one.source]
    entities = {scene.entity_of(one) for one in sources}
    mention = sources[0].mention
    if mention is None or len(entities) > 1:
        return ()
    meant = scene.chains.meant.get(mention, ())
    likely = [one for one in meant[: config.RIVALS] if one[1] >= config.RIVAL_SHARE]
    held = config.MEANT_HELD if len(scene.talk) >= config.NOVEL_TURNS else 1.0
    if len(likely) < 2 or likely[0][0] not in entities or likely[0][1] > held:
        return ()
    stage = find_stage(scene, position, index, before=mention)
    return tuple(
        Rival(entity, share, {**own_features(stage, entity), "meant": log(share)})
        for entity, share in likely
    )


def features_then(scene: Scene, turns: Sequence[TurnSoFar]) -> Iterator[list[dict[str, float]]]:
    """For each turn the features of each of its rivals, `TOGETHER`."""
    said = {
        place: open_words(scene, turn, is_sourced=one.is_sourced)
        for place, (turn, one) in enumerate(zip(scene.talk, turns, strict=True))
        if one.rivals
    }
    sure = {
        place
        for place in said
        if turns[place].rivals[0].share > config.DICTION_SURE and not turns[place].is_sourced
    }
    learnt = [(turns[place].rivals[0].entity, said[place]) for place in sure]
    diction = scene.diction.learning(learnt)
    nothing = dict.fromkeys(TOGETHER, 0.0)
    for place, one in enumerate(turns):
        rows = []
        for rival in one.rivals:
            is_counted = rival is one.rivals[0] and (place in sure or one.is_sourced)
            like = diction.likeness(said[place], rival.entity, is_counted=is_counted)
            told = {**rival.features, LIKE_THEN: like}
            rows.append(_of_source(told) if one.is_sourced else nothing | told)
        yield rows


def _of_source(features: Mapping[str, float]) -> dict[str, float]:
    """The features of a candidate for a turn with a source, under the names of these."""
    own = {name: features[key] for key, name in OF_SOURCE.items()}
    return dict.fromkeys(TOGETHER, 0.0) | own | {"meant": features["meant"]}
