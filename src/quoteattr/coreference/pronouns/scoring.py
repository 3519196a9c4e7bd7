"""How well a candidate fits: a linear score of its features, by tables of fitted weights."""

from __future__ import annotations

from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Final

from quoteattr.coreference.pronouns.description_features import DESCRIPTION_FEATURES
from quoteattr.coreference.pronouns.features import FEATURES
from quoteattr.coreference.pronouns.in_sentence import owns
from quoteattr.coreference.pronouns.plural_features import PLURAL_FEATURES
from quoteattr.coreference.pronouns.scene import Candidate, Scene
from quoteattr.coreference.pronouns.talk_features import TALK_FEATURES
from quoteattr.records import Gender, Number
from quoteattr.weights import read_weights

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    _Weighed = tuple[tuple[float, Callable[[Scene, Candidate], float]], ...]

NEWCOMER = "newcomer"
"""Weight of the candidate that a description means somebody new."""

NOBODY = "nobody"
"""What the likeliest must score for "they" to mean it: half of all who are meant are not named."""


def _is_quoted(scene: Scene, pronoun: int) -> bool:
    return scene.mentions[pronoun].quoted is not None


def _is_plural(scene: Scene, pronoun: int) -> bool:
    return scene.mentions[pronoun].number is Number.PLURAL


def _shows_gender(scene: Scene, pronoun: int) -> bool:
    return scene.mentions[pronoun].gender is not Gender.UNKNOWN


NEEDED: Final[Mapping[str, Callable[[Scene, int], bool]]] = {
    **dict.fromkeys(("both_say", "speaks_here", "own_side", "quoted"), _is_quoted),
    "coargument": lambda scene, pronoun: scene.case(pronoun) == "object",
    "reflexive": lambda scene, pronoun: scene.case(pronoun) == "reflexive",
    "owner_in_sentence": owns,
    "subject_to_subject": lambda scene, pronoun: scene.is_subject(pronoun),
    **dict.fromkeys(("only_owned", "names_itself"), lambda scene, i: i in scene.is_source),
    "source_to_source": lambda scene, pronoun: pronoun in scene.is_source,
    "single": _is_plural,
    "gender_shown": _shows_gender,
}
"""What the pronoun must be for a feature to be anything but nothing, whoever is weighed."""

_CONDITIONS: Final = tuple(dict.fromkeys(NEEDED.values()))


class Table(str, Enum):
    """A table of weights: of he, she and it, of they, of what speaks in talk, of descriptions."""

    PRONOUN = "weights"
    PLURAL = "plural_weights"
    TALK = "talk_weights"
    DESCRIPTION = "description_weights"

    @property
    def features(self) -> tuple[str, ...]:
        """The names of what is weighed, in the order of the tables of features."""
        names = tuple(FEATURES)
        if self is Table.PLURAL:
            return (*names, *PLURAL_FEATURES, NOBODY)
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
        "quoteattr.coreference.pronouns", "pronoun_weights.json", table.features, table.value
    )


def _asked(scene: Scene, pronoun: int, table: Table) -> _Weighed:
    """Features that can count for a pronoun, each with its weight in a table."""
    return _weighed(table, tuple(holds(scene, pronoun) for holds in _CONDITIONS))


@cache
def _weighed(table: Table, held: tuple[bool, ...]) -> _Weighed:
    known, holds = weights(table), dict(zip(_CONDITIONS, held, strict=True))
    features = {**FEATURES, **(PLURAL_FEATURES if table is Table.PLURAL else {})}
    return tuple(
        (known[key], feature)
        for key, feature in features.items()
        if known[key] and (key not in NEEDED or holds[NEEDED[key]])
    )


def table_for(scene: Scene, candidate: Candidate) -> Table:
    """The table that weighs a candidate."""
    if candidate.place is None:
        return Table.PLURAL if _is_plural(scene, candidate.pronoun) else Table.PRONOUN
    return Table.DESCRIPTION if candidate.place.is_description else Table.TALK


def scores(scene: Scene, candidates: Sequence[Candidate]) -> list[float]:
    """The weighted sum of the features of each candidate for one mention."""
    if not candidates:
        return []
    first = candidates[0]
    table = table_for(scene, first)
    asked = _asked(scene, first.pronoun, table)
    totals = [sum([weight * of(scene, one) for weight, of in asked]) for one in candidates]
    place = first.place
    if place is None:
        return totals
    known = weights(table)
    speaking = TALK_FEATURES if table is Table.TALK else {**TALK_FEATURES, **DESCRIPTION_FEATURES}
    return [
        total + sum(known[key] * of(place, one.thread) for key, of in speaking.items())
        for total, one in zip(totals, candidates, strict=True)
    ]


def parts(scene: Scene, candidate: Candidate) -> dict[str, float]:
    """What each feature that can count adds to a candidate's score."""
    table, place = table_for(scene, candidate), candidate.place
    known = weights(table)
    asked = _asked(scene, candidate.pronoun, table)
    found = {of.__name__: weight * of(scene, candidate) for weight, of in asked}
    if place is not None:
        speaking = {**TALK_FEATURES, **(DESCRIPTION_FEATURES if place.is_description else {})}
        for key, of in speaking.items():
            found[key] = known[key] * of(place, candidate.thread)
    return found
