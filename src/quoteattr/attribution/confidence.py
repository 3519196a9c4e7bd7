"""How sure an answer is: the share of right ones among those that were decided alike."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from quoteattr import config
from quoteattr.datatypes import Outcome, SpeakerKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quoteattr.attribution.answers import Answer
    from quoteattr.attribution.scene import Scene
    from quoteattr.records import Quotation

_BANDS: Final = ((0.8, "sure"), (0.5, "likely"), (0.0, "unsure"))
"""Names for how clearly the best of several candidates won, by its share of the score."""


@cache
def shares() -> Mapping[str, float]:
    """Measured shares of right speakers by sort of decision; "" holds the share of all."""
    path = files("quoteattr.attribution") / "confidence.json"
    read: dict[str, float] = json.loads(path.read_text(encoding="utf-8"))["shares"]
    return read


def confidence_of(quotation: Quotation, scene: Scene, answer: Answer) -> float:
    """The share of right speakers among decisions of the finest sort that was measured."""
    known = shares()
    return next(known[sort] for sort in sorts(quotation, scene, answer) if sort in known)


def sorts(quotation: Quotation, scene: Scene, answer: Answer) -> tuple[str, ...]:
    """Which sorts of decision an answer belongs to, the finest first, "" for all at the end.

    "turn-weighed/implicit/novel/named/sure": the rule that decided, the form of the source, what
    sort of text it is, whether the entity has a name, and how clearly the best candidate won.
    """
    decided = [step.rule for step in quotation.steps if step.outcome is Outcome.DECIDED]
    parts = [
        decided[-1] if decided else "none",
        _form(scene, answer),
        _text_sort(scene),
        _naming(scene, answer),
    ]
    if answer.share is not None:
        parts.append(next(name for least, name in _BANDS if answer.share >= least))
    return tuple("/".join(parts[:count]) for count in range(len(parts), -1, -1))


def _text_sort(scene: Scene) -> str:
    """A report, a story told in dialogue, or a novel, where names have long been settled."""
    if not scene.is_dialogue:
        return "report"
    return "novel" if len(scene.turns) >= config.NOVEL_TURNS else "story"


def _naming(scene: Scene, answer: Answer) -> str:
    entity = scene.entity_of(answer)
    if entity is None:
        return "alone"
    unnamed = scene.chains.entities[entity].kind is SpeakerKind.UNNAMED
    return "unnamed" if unnamed else "named"


def _form(scene: Scene, answer: Answer) -> str:
    if answer.source is None:
        return "implicit"
    if answer.mention is None:
        return "phrase"
    return scene.mentions[answer.mention].reference.value
