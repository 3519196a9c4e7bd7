"""How well a candidate fits: a linear score of its features, by tables of fitted weights."""

from __future__ import annotations

from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Final

from quoteattr.coreference.description_features import DESCRIPTION_FEATURES
from quoteattr.coreference.features import FEATURES
from quoteattr.coreference.scene import Candidate, Scene
from quoteattr.coreference.talk_features import TALK_FEATURES
from quoteattr.weights import read_weights

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

NEWCOMER = "newcomer"
"""Weight of the candidate that a description means somebody new."""

INSIDE_ONLY: Final = frozenset({"both_say", "speaks_here", "own_side", "quoted"})
"""Nothing unless the pronoun stands inside a quotation."""

CASES: Final[Mapping[str, str]] = {"coargument": "object", "reflexive": "reflexive"}
"""Nothing unless the pronoun has this case."""


class Table(str, Enum):
    """A table of weights: of any pronoun, of one that speaks, of a description that speaks."""

    PRONOUN = "weights"
    TALK = "talk_weights"
    DESCRIPTION = "description_weights"

    @property
    def features(self) -> tuple[str, ...]:
        """The names of what is weighed, in the order of the tables of features."""
        names = tuple(FEATURES)
        if self is not Table.PRONOUN:
            names += tuple(TALK_FEATURES)
        if self is Table.DESCRIPTION:
            names += (*DESCRIPTION_FEATURES, NEWCOMER)
        return names


@cache
def weights(table: Table) -> Mapping[str, float]:
    """The weight of each feature in a table.

    Raises:
        KeyError: The file and the tables of features do not name the same features.
    """
    return read_weights(
        "quoteattr.coreference", "pronoun_weights.json", table.features, table.value
    )


@cache
def _weighed(
    table: Table, is_quoted: bool, case: str
) -> tuple[tuple[float, Callable[[Scene, Candidate], float]], ...]:
    """Features that can count for a pronoun, each with its weight in a table."""
    known = weights(table)
    return tuple(
        (known[key], feature)
        for key, feature in FEATURES.items()
        if known[key] and (is_quoted or key not in INSIDE_ONLY) and CASES.get(key, case) == case
    )


def table_for(candidate: Candidate) -> Table:
    """The table that weighs a candidate."""
    if candidate.place is None:
        return Table.PRONOUN
    return Table.DESCRIPTION if candidate.place.is_description else Table.TALK


def score(scene: Scene, candidate: Candidate) -> float:
    """The weighted sum of a candidate's features."""
    table, place = table_for(candidate), candidate.place
    is_quoted = scene.mentions[candidate.pronoun].quoted is not None
    asked = _weighed(table, is_quoted, scene.case(candidate.pronoun))
    total = sum([weight * feature(scene, candidate) for weight, feature in asked])
    if place is None:
        return total
    known = weights(table)
    speaking = TALK_FEATURES if table is Table.TALK else {**TALK_FEATURES, **DESCRIPTION_FEATURES}
    return total + sum(
        known[key] * feature(place, candidate.thread) for key, feature in speaking.items()
    )


def parts(scene: Scene, candidate: Candidate) -> dict[str, float]:
    """What each feature adds to a candidate's score."""
    table, place = table_for(candidate), candidate.place
    known = weights(table)
    found = {key: known[key] * feature(scene, candidate) for key, feature in FEATURES.items()}
    if place is not None:
        speaking = {**TALK_FEATURES, **(DESCRIPTION_FEATURES if place.is_description else {})}
        for key, of in speaking.items():
            found[key] = known[key] * of(place, candidate.thread)
    return found
