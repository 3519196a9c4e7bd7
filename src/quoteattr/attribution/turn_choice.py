"""Who speaks in an open turn: everybody around, weighed by a linear score of their features."""

from __future__ import annotations

from functools import cache
from math import exp
from typing import TYPE_CHECKING, Final

from quoteattr import config
from quoteattr.attribution.addressing import asked
from quoteattr.attribution.answers import Answer, Rival
from quoteattr.attribution.scene import Scene
from quoteattr.attribution.stage import Stage, find_stage
from quoteattr.attribution.turn_features import FEATURES, OWN_FEATURES
from quoteattr.datatypes import QuoteKind, Reference, SpeakerKind
from quoteattr.reasons import reason
from quoteattr.weights import read_weights

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from quoteattr.records import Quotation

_DECISIVE: Final = ("acts_first", "was_called")
_ARTICLES: Final = ("the ", "a ", "an ")


@cache
def weights() -> Mapping[str, float]:
    """The weight of each feature.

    Raises:
        KeyError: The file and the table of features do not name the same features.
    """
    return read_weights("quoteattr.attribution", "turn_weights.json", FEATURES)


def weighed(quotation: Quotation, scene: Scene) -> Answer | None:
    """The likeliest of the speakers around: `“Yes.”` between two turns of Ann Lee."""
    stage = open_stage(quotation, scene)
    candidates = stage.candidates() if stage else []
    if stage is None or not candidates:
        return None
    told = {entity: parts(stage, entity) for entity in candidates}
    scores = {entity: sum(told[entity].values()) for entity in candidates}
    order = sorted(candidates, key=lambda entity: -scores[entity])
    best = scores[order[0]]
    share = 1 / sum(exp(one - best) for one in scores.values())
    entities = scene.chains.entities
    return Answer(
        entity=order[0],
        share=share,
        note=reason(
            [(entities[entity].name, scores[entity]) for entity in order],
            lambda k: told[order[k]],
        ),
        rivals=_rivals(stage, order, told, [share * exp(scores[one] - best) for one in order]),
    )


def answers_back(quotation: Quotation, scene: Scene) -> Answer | None:
    """Somebody unnamed, whom the last speaker has just answered: `“I won't!” said Kit. “Go!”`

    Both are heard right before, the one by a description, the other with a source or a deed:
    `“Are you?” Kit sat down. “Since when?”` Nobody else is called.
    Or the last speaker was said to speak to somebody unnamed: `“Speak,” he told the stranger.`
    By weight alone the named one would speak twice: an unnamed person seldom has much to say.
    """
    stage = open_stage(quotation, scene)
    spoken_to = None if stage is None else _who_was_spoken_to(stage)
    if spoken_to is not None:
        return Answer(entity=spoken_to)
    if stage is None or not stage.turn.is_bare or stage.joined < 2 or not stage.sourced[1]:
        return None
    if not _is_sure(scene, stage.position - 1):
        return None
    last, other = stage.before[:2]
    if last is None or other in (None, last, *stage.called, *stage.after[: stage.joined_after][:1]):
        return None
    if other is None or scene.chains.entities[other].kind is not SpeakerKind.UNNAMED:
        return None
    if set(stage.called_before) - {other} or set(stage.before[2 : stage.joined]) - {last, other}:
        return None
    return Answer(entity=other) if _is_described(scene, stage.position - 2, other) else None


def called_upon(quotation: Quotation, scene: Scene) -> Answer | None:
    """Whom the turn before asks by name, whoever talked before: `“And you, Kit?” “I stay.”`"""
    stage = open_stage(quotation, scene)
    if stage is None or not stage.turn.is_bare or not stage.joined or not stage.asked:
        return None
    if len(stage.called_before) != 1 or stage.called:
        return None
    (called,) = stage.called_before
    if called not in asked(scene, scene.talk[stage.position - 1]):
        return None
    takes = called not in (*stage.before[:2], *stage.after[:1])
    return Answer(entity=called) if takes else None


def _is_sure(scene: Scene, position: int) -> bool:
    """Whether a source or a deed beside it says who speaks in a turn of the talk, no weighing."""
    answers = (scene.answers[index] for index in scene.talk[position].quotations)
    return any(one is not None and one.share is None for one in answers)


def _who_was_spoken_to(stage: Stage) -> int | None:
    """Somebody unnamed whom the turn right before is said to, if nobody else is called there."""
    if not stage.turn.is_bare or not stage.joined or len(stage.told_before) != 1:
        return None
    (told,) = stage.told_before
    if told == stage.before[0] or {*stage.called_before, *stage.called} - {stage.before[0]}:
        return None
    unnamed = stage.scene.chains.entities[told].kind is SpeakerKind.UNNAMED
    return told if unnamed and told not in stage.after[:1] else None


def _is_described(scene: Scene, position: int, entity: int) -> bool:
    """Whether the source of a turn of the talk describes who speaks: `said the old man`.

    Or is a pronoun for whom nobody owns, who has no other name: `The ferryman bit it. “Lead,” he
    said.`; but "his mother" may be Mrs. Lee.
    """
    answers = [scene.answers[index] for index in scene.talk[position].quotations]
    sources = [one.mention for one in answers if one is not None and one.mention is not None]
    if not sources:
        return False
    name = scene.chains.entities[entity].name.replace("’", "'").lower()
    is_nobodys = name.startswith(_ARTICLES) and "'s " not in name
    return is_nobodys or scene.mentions[sources[-1]].reference is Reference.NOMINAL


def _rivals(
    stage: Stage,
    order: Sequence[int],
    told: Mapping[int, Mapping[str, float]],
    shares: Sequence[float],
) -> tuple[Rival, ...]:
    """Who else may speak; nobody where the first in *order* acts beside, or was called by name.

    `Anna put down the cup. “Never.”` is Anna's whatever the turns around say. Nobody calls himself.
    """
    if any(told[order[0]][key] for key in _DECISIVE):
        return ()
    return tuple(
        Rival(entity, share, own_features(stage, entity))
        for entity, share in zip(order[: config.RIVALS], shares, strict=False)
        if share >= config.RIVAL_SHARE and (entity == order[0] or entity not in stage.called)
    )


def own_features(stage: Stage, entity: int) -> dict[str, float]:
    """What speaks for a candidate besides the order of turns."""
    return {key: feature(stage, entity) for key, feature in OWN_FEATURES.items()}


def open_stage(quotation: Quotation, scene: Scene) -> Stage | None:
    """What surrounds a direct quotation of a dialogue that has no cue."""
    if quotation.kind is not QuoteKind.DIRECT or quotation.cue is not None:
        return None
    if quotation.parent is not None or not scene.is_dialogue:
        return None
    position = scene.talk_at(scene.analysis.paragraph_at(quotation.start))
    if position is None:
        return None
    return find_stage(scene, position, scene.index_of(quotation))


def parts(stage: Stage, entity: int) -> dict[str, float]:
    """What each feature adds to a candidate's score."""
    known = weights()
    return {key: known[key] * feature(stage, entity) for key, feature in FEATURES.items()}
