"""Who speaks in an open turn: everybody around, weighed by a linear score of their features."""

from __future__ import annotations

from functools import cache
from math import exp
from typing import TYPE_CHECKING

from quoteattr.attribution.scene import Answer, Scene
from quoteattr.attribution.stage import Stage, find_stage
from quoteattr.attribution.turn_features import FEATURES
from quoteattr.datatypes import QuoteKind
from quoteattr.reasons import reason
from quoteattr.weights import read_weights

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quoteattr.records import Quotation


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
    scores = [score(stage, entity) for entity in candidates]
    best = max(scores)
    share = 1 / sum(exp(one - best) for one in scores)
    order = sorted(range(len(scores)), key=lambda place: -scores[place])
    entities = scene.chains.entities
    note = reason(
        [(entities[candidates[place]].name, scores[place]) for place in order],
        lambda k: parts(stage, candidates[order[k]]),
    )
    return Answer(entity=candidates[order[0]], share=share, note=note)


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


def score(stage: Stage, entity: int) -> float:
    """The weighted sum of a candidate's features."""
    return sum(parts(stage, entity).values())


def parts(stage: Stage, entity: int) -> dict[str, float]:
    """What each feature adds to a candidate's score."""
    known = weights()
    return {key: known[key] * feature(stage, entity) for key, feature in FEATURES.items()}
