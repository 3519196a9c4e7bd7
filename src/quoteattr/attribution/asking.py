"""Sieves for answers to questions that whoever tells the text asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quoteattr.attribution.answers import Answer
from quoteattr.attribution.scene import Scene
from quoteattr.records import SOMEBODY, Number

if TYPE_CHECKING:
    from quoteattr.records import Quotation


def asked_about(quotation: Quotation, scene: Scene) -> Answer | None:
    """The question before it is about somebody: `What made him leave? “The noise.”`

    In reports alone: a story asks so in the mind of somebody else.
    """
    if quotation.cue is not None or quotation.parent is not None or not scene.is_report:
        return None
    analysis = scene.analysis
    token = analysis.token_at(quotation.start) - 1
    paragraph = analysis.paragraphs[analysis.paragraph_at(quotation.start)]
    if token <= paragraph.first or analysis.words[token] != "?":
        return None
    first, _ = analysis.sentence_at(token)
    start = analysis.starts[max(first, paragraph.first)]
    found = {
        entity
        for index in scene.mentions_in(start, analysis.starts[token])
        if scene.mentions[index].quoted is None
        and scene.mentions[index].number is not Number.PLURAL
        and (entity := scene.chains.entity_of[index]) is not None
        and scene.chains.entities[entity].kind in SOMEBODY
    }
    return Answer(entity=found.pop()) if len(found) == 1 else None


def side_of_interview(quotation: Quotation, scene: Scene) -> Answer | None:
    """Who asks or answers, where the layout tells the two apart: a bold question, a plain answer.

    What stands in marks as a headline is the guest's.
    """
    if quotation.parent is not None or not scene.interview:
        return None
    position = scene.interview.get(quotation.start)
    if position is None:
        if quotation.cue is not None or scene.analysis.paragraph_at(quotation.start):
            return None
        position = 1
    asks = position % 2 == 0
    side = scene.chains.host if asks else scene.chains.guest
    if side is None and asks and scene.chains.guest is not None:
        return Answer()  # who asks has no name, and is not who answers
    return None if side is None else Answer(entity=side)
