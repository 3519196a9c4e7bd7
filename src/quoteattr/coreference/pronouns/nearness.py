"""How near an entity stands to a pronoun, each measure as a function of the pair."""

from __future__ import annotations

from math import log1p
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quoteattr.coreference.pronouns.scene import Candidate, Scene


def same_sentence(_scene: Scene, candidate: Candidate) -> float:
    """In the same sentence: "Holm said he would go"."""
    return float(candidate.sentences == 0)


def previous_sentence(_scene: Scene, candidate: Candidate) -> float:
    """In the sentence before: "Holm left. He was tired"."""
    return float(candidate.sentences == 1)


def same_paragraph(scene: Scene, candidate: Candidate) -> float:
    """In the same paragraph."""
    return float(scene.paragraphs[candidate.mention] == scene.paragraphs[candidate.pronoun])


def sentences(_scene: Scene, candidate: Candidate) -> float:
    """How many sentences lie between, up to eight."""
    return float(min(8, candidate.sentences))


def tokens(scene: Scene, candidate: Candidate) -> float:
    """How many tokens lie between, as a logarithm."""
    one, other = scene.mentions[candidate.mention], scene.mentions[candidate.pronoun]
    return log1p(max(0, other.head - one.head))


def rank(_scene: Scene, candidate: Candidate) -> float:
    """How many other candidates are nearer."""
    return float(candidate.rank)


def recent(_scene: Scene, candidate: Candidate) -> float:
    """How much the text has just spoken of it."""
    return log1p(candidate.near)
