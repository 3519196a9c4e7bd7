"""Whom a pronoun or a description means: those who may be meant, weighed by linear scores."""

from __future__ import annotations

from math import exp
from typing import TYPE_CHECKING

from attrs import frozen

from quoteattr.coreference.pronouns.candidates import candidates
from quoteattr.coreference.pronouns.described import described_candidates
from quoteattr.coreference.pronouns.pairs import pair_before
from quoteattr.coreference.pronouns.scoring import (
    NEWCOMER,
    NOBODY,
    Table,
    scores,
    table_for,
    weights,
)
from quoteattr.datatypes import SpeakerKind
from quoteattr.records import Number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quoteattr.coreference.pronouns.scene import Candidate, Scene
    from quoteattr.coreference.pronouns.speaking import Description
    from quoteattr.coreference.threads import Thread


@frozen
class Ranked:
    """A candidate and how well it fits."""

    score: float
    candidate: Candidate


def rank(scene: Scene, found: Sequence[Candidate]) -> list[Ranked]:
    """The candidates *found*, the most likely first."""
    ranked = [Ranked(*pair) for pair in zip(scores(scene, found), found, strict=True)]
    return sorted(ranked, key=lambda one: -one.score)


def shares(ranked: Sequence[Ranked]) -> list[tuple[Thread, float]]:
    """Whom each of *ranked* is, with its share of the score of all."""
    best = max(one.score for one in ranked)
    powers = [exp(one.score - best) for one in ranked]
    whole = sum(powers)
    return [
        (one.candidate.thread, power / whole) for one, power in zip(ranked, powers, strict=True)
    ]


def rank_pronoun(scene: Scene, pronoun: int) -> list[Ranked]:
    """Whom mention *pronoun* may mean, the most likely first; empty where nobody is likely."""
    ranked = rank(scene, candidates(scene, pronoun))
    return [] if ranked and _is_nobody(scene, ranked[0]) else ranked


def _is_nobody(scene: Scene, best: Ranked) -> bool:
    """Whether "they" means nobody told of rather than the likeliest: "They sell it by the yard".

    Not who speaks, if that may be a body or, of a gender that is not told, one person by name:
    "He lost his job at the bank. They said he had lied". But no one of two who meet, nor a body
    beside them: "Ann Holm met Uli Ek at the bank. They said".
    """
    table, one = table_for(scene, best.candidate), best.candidate
    single = table is Table.PLURAL and one.thread.number is not Number.PLURAL
    if single and pair_before(scene, one.pronoun):
        return True
    if table is not Table.PLURAL or best.score >= weights(table)[NOBODY]:
        return False
    return one.pronoun not in scene.is_source or one.thread.kind is SpeakerKind.UNNAMED


def rank_description(scene: Scene, i: int, description: Description) -> list[Ranked]:
    """Who may speak as "the girl" in a turn of talk, the likeliest first; empty if nobody talks."""
    return rank(scene, described_candidates(scene, i, description))


def is_newcomer(best: Ranked, description: Description) -> bool:
    """Whether a description means somebody new rather than the likeliest of those around."""
    return not description.is_anaphor and best.score <= weights(Table.DESCRIPTION)[NEWCOMER]
