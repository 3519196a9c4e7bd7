"""Whom a pronoun means: candidates before it, weighed by a linear score of their features."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from quoteattr.coreference import settings
from quoteattr.coreference.features import FEATURES, Candidate, Scene
from quoteattr.datatypes import SpeakerKind
from quoteattr.records import Gender, Number

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from quoteattr.coreference.threads import Thread
    from quoteattr.records import Mention


_LONGEST_LINK = len(", and ")


@cache
def weights() -> Mapping[str, float]:
    """The weight of each feature.

    Raises:
        KeyError: The file and the table of features do not name the same features.
    """
    path = files("quoteattr.coreference") / "pronoun_weights.json"
    read: dict[str, float] = json.loads(path.read_text(encoding="utf-8"))["weights"]
    if set(read) != set(FEATURES):
        raise KeyError(*sorted(set(read) ^ set(FEATURES)))
    return read


@cache
def _weighed() -> tuple[tuple[float, Callable[[Scene, Candidate], float]], ...]:
    """Features that count, each with its weight."""
    return tuple((weight, FEATURES[key]) for key, weight in weights().items() if weight)


def score(scene: Scene, candidate: Candidate) -> float:
    """The weighted sum of a candidate's features."""
    return sum(weight * feature(scene, candidate) for weight, feature in _weighed())


def bind(scene: Scene, pronoun: int) -> Thread | None:
    """The entity that mention *pronoun* most likely means; None without any candidate."""
    found = candidates(scene, pronoun)
    if len(found) < 2:
        return found[0].thread if found else None
    return max(found, key=lambda candidate: score(scene, candidate)).thread


def candidates(scene: Scene, pronoun: int) -> list[Candidate]:
    """Entities in the window before the pronoun that agree with it, nearest first."""
    mentions, of = scene.mentions, scene.analysis.sentence_of
    wanted = mentions[pronoun]
    found: dict[int, Candidate] = {}
    refused: set[int] = set()
    for index in range(pronoun - 1, -1, -1):
        if wanted.head - mentions[index].head > settings.WINDOW:
            break
        thread = scene.threads.get(index)
        if thread is None or thread.index in refused:
            continue
        if not reachable(scene, index, pronoun):
            continue
        known = found.get(thread.index)
        if known is not None:
            known.near += 1
            if of[mentions[index].head] == of[mentions[known.mention].head]:
                known.beside.append(index)
        elif len(found) >= settings.CANDIDATES or not agrees(thread, wanted):
            refused.add(thread.index)
        else:
            found[thread.index] = Candidate(
                thread=thread,
                mention=index,
                rank=len(found),
                pronoun=pronoun,
                sentences=of[wanted.head] - of[mentions[index].head],
                beside=[index],
            )
    return list(found.values())


def reachable(scene: Scene, index: int, pronoun: int) -> bool:
    """Whether a mention may be an antecedent by its place.

    Not one inside a quotation for a pronoun outside, not the other half of "Holm and he", not a
    description that the pronoun is part of ("his brother").
    """
    one, other = scene.mentions[index], scene.mentions[pronoun]
    if other.quoted is None and one.quoted is not None:
        return False
    if one.end >= other.end:
        return False
    if other.start - one.end > _LONGEST_LINK:
        return True
    between = scene.analysis.text[one.end : other.start]
    return between.strip(" ,").lower() not in ("and", "or", "nor", "&")


def agrees(thread: Thread, pronoun: Mention) -> bool:
    """Whether number, gender and kind of an entity allow the pronoun."""
    if pronoun.gender is Gender.NEUTER:
        return thread.number is Number.SINGULAR and thread.kind in (
            SpeakerKind.ORGANIZATION,
            SpeakerKind.DOCUMENT,
        )
    if pronoun.number is Number.PLURAL:
        return thread.kind is not SpeakerKind.DOCUMENT
    if thread.kind not in (SpeakerKind.PERSON, SpeakerKind.UNNAMED):
        return False
    if thread.number is Number.PLURAL or thread.narrates:
        return False
    return Gender.UNKNOWN in (thread.gender, pronoun.gender) or thread.gender is pronoun.gender
