"""Whom the text is about just now, each sign as a function of the pair."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quoteattr.coreference import settings
from quoteattr.datatypes import Reference, SpeakerKind
from quoteattr.records import HE_OR_SHE, SOMEBODY, Gender

if TYPE_CHECKING:
    from quoteattr.coreference.pronouns.scene import Candidate, Scene


def opens_paragraph(scene: Scene, candidate: Candidate) -> float:
    """Its name opens the pronoun's paragraph as a subject: "Holm left early. “No,” he said".

    No other person is named before it: "Speaking at the port, Holm thanked Berg. He said".
    """
    first = candidate.beside[-1]
    here = scene.paragraphs[candidate.pronoun]
    named = scene.mentions[first].reference is Reference.NAME
    if scene.paragraphs[first] != here or not named or not scene.is_subject(first):
        return 0.0
    before = max(0, first - settings.BEFORE_FIRST_PERSON)
    earlier = [i for i in range(before, first) if scene.paragraphs[i] == here]
    if len(earlier) == settings.BEFORE_FIRST_PERSON:
        return 0.0
    return float(all(scene.mentions[i].kind not in SOMEBODY for i in earlier))


def still_speaks(scene: Scene, candidate: Candidate) -> float:
    """It has just spoken, and no gender is told: "A witness said Holm ran. He said he shouted".

    So it is no worse than those of whom it speaks, whose names tell their gender. "The witness" may
    be somebody named before.
    """
    thread = candidate.thread
    new = thread.kind is not SpeakerKind.UNNAMED or not thread.name.lower().startswith("the ")
    return float(new and _may_go_on(scene, candidate) and scene.last_source is thread)


def opens_untold(scene: Scene, candidate: Candidate) -> float:
    """The paragraph opens with its name: "Xiu Li met Ada Holm. She said".

    Many names tell no gender, so this is no sign for the other, who is only met.
    """
    return float(_may_go_on(scene, candidate) and opens_paragraph(scene, candidate))


def _may_go_on(scene: Scene, candidate: Candidate) -> bool:
    """Whether *he* or *she* soon follows as a subject, and no gender of the other is told."""
    shown = scene.mentions[candidate.pronoun].gender in HE_OR_SHE
    untold = candidate.thread.gender is Gender.UNKNOWN and shown
    near = candidate.sentences <= settings.SPEAKS_ON
    return untold and near and scene.is_subject(candidate.pronoun)
