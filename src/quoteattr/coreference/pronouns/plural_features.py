"""What speaks for an entity as whom "they" means, beside what speaks for any antecedent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr.datatypes import Reference, SpeakerKind
from quoteattr.records import SOMEBODY, Number

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from quoteattr.coreference.pronouns.scene import Candidate, Scene


def named_group(scene: Scene, candidate: Candidate) -> float:
    """It is a people or party by name: "Democrats left early. They said"."""
    by_name = scene.mentions[candidate.mention].reference is Reference.NAME
    return float(by_name and candidate.thread.kind is SpeakerKind.GROUP)


def several(scene: Scene, candidate: Candidate) -> float:
    """Its nearest mention is plural: "the voters", "they"."""
    return float(scene.mentions[candidate.mention].number is Number.PLURAL)


def one_person(_scene: Scene, candidate: Candidate) -> float:
    """It is one person: "the widow", "Ruiz"."""
    thread = candidate.thread
    return float(thread.number is Number.SINGULAR and thread.kind in SOMEBODY)


def document(_scene: Scene, candidate: Candidate) -> float:
    """It is something written: "the resolutions"."""
    return float(candidate.thread.kind is SpeakerKind.DOCUMENT)


PLURAL_FEATURES: Final[Mapping[str, Callable[[Scene, Candidate], float]]] = {
    feature.__name__: feature for feature in (named_group, several, one_person, document)
}
