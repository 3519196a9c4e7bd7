"""Sieves over the order of turns, for quotations at which no source stands."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final

import regex

from quoteattr import config
from quoteattr.analysis import Relation
from quoteattr.attribution.answers import Answer
from quoteattr.attribution.scene import Scene
from quoteattr.datatypes import QuoteKind, Reference, SpeakerKind
from quoteattr.grammar import FINITE, POSSESSIVES, who_acts
from quoteattr.records import SOMEBODY, Number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quoteattr.records import Mention, Quotation, Range


_WHEN: Final = frozenset({"when", "as", "while", "before", "after", "until"})

TAKES_UP: Final = regex.compile(
    r"(?:On|Asked (?:about|why|how|what|whether|if)) [^.!?:“”\"]{2,80}:"
)
"""What leads to further words of whoever spoke before: `On the penalty:`."""


def same_paragraph(quotation: Quotation, scene: Scene) -> Answer | None:
    """Another quotation of the paragraph has a source: `“No,” she said. She rose. “Never.”`"""
    if quotation.cue is not None:
        return None
    turn = scene.turn_of(quotation)
    if turn is None:
        return None
    own = scene.index_of(quotation)
    before, after = _neighbours(turn.quotations, own)
    if before and _is_reported_between(scene, before):
        return None
    other = _actor_between(quotation, scene, before)
    if other is not None:
        return Answer(entity=other)
    for index in [*reversed(before), *after]:
        if scene.quotations[index].cue is None and not turn.is_bare and index > own:
            continue
        entity = scene.entity_of(scene.answers[index])
        if entity is not None and scene.quotations[index].kind is not QuoteKind.INDIRECT:
            return Answer(entity=entity)
    return None


def _actor_between(quotation: Quotation, scene: Scene, before: Sequence[int]) -> int | None:
    """Who else acts right before it: `“No,” says Effie. Her sister laughs. “Yes.”`"""
    if not before or scene.is_dialogue:
        return None
    start = max(scene.quotations[index].end for index in before)
    mention = _who_opens(quotation, scene, start)
    return None if mention is None else scene.chains.entity_of[mention]


def _who_opens(quotation: Quotation, scene: Scene, start: int) -> int | None:
    """The mention of who acts in the sentence right before a quotation, from *start* on."""
    acts = who_acts(scene.analysis, start, quotation.start)
    if acts is None:
        return None
    mention = scene.mention_at(scene.analysis.starts[acts], scene.analysis.ends[acts])
    entity = None if mention is None else scene.chains.entity_of[mention]
    return mention if entity is not None and _is_person(scene, entity) else None


def _is_reported_between(scene: Scene, before: Sequence[int]) -> bool:
    """Whether somebody's report parts a fragment from the quotation.

    `The board called it “a loss”. Lee said she had not known. “I rang them.”`
    """
    last, answer = scene.quotations[before[-1]], scene.answers[before[-1]]
    if last.kind is not QuoteKind.INDIRECT or scene.entity_of(answer) is None:
        return False
    if scene.is_dialogue and any(scene.quotations[i].kind is QuoteKind.DIRECT for i in before):
        return False  # a paragraph of a story has one who speaks in it
    if _brings_in(scene, answer):
        return True
    kinds = (scene.quotations[index].kind for index in reversed(before))
    return next((kind for kind in kinds if kind is not QuoteKind.INDIRECT), None) is QuoteKind.MIXED


def _brings_in(scene: Scene, answer: Answer | None) -> bool:
    """Whether the source of a report comes in there: `Another neighbour said it was late.`"""
    if answer is None or answer.mention is None:
        return False
    mention, entity = scene.mentions[answer.mention], scene.entity_of(answer)
    if entity is None or mention.reference is Reference.PRONOUN:
        return False
    return scene.chains.entities[entity].mentions[:1] == (answer.mention,)


def reporter_before(quotation: Quotation, scene: Scene) -> Answer | None:
    """The reported sentence before it in the paragraph: `He said it was hot. “Very hot.”`"""
    if quotation.cue is not None:
        return None
    turn = scene.turn_of(quotation)
    if turn is None:
        return None
    own = scene.index_of(quotation)
    for index in reversed(_neighbours(turn.quotations, own)[0]):
        entity = scene.entity_of(scene.answers[index])
        if entity is not None and scene.quotations[index].cue is not None:
            return Answer(entity=entity)
    return None


def beat(quotation: Quotation, scene: Scene) -> Answer | None:
    """Who acts beside the quotation: `Anna put down the cup. “Never.”`"""
    if quotation.cue is not None:
        return None
    turn = scene.turn_of(quotation)
    if turn is None or turn.is_bare:
        return None
    paragraph = scene.analysis.paragraphs[turn.paragraph]
    latest = _who_opens(quotation, scene, paragraph.start)
    if latest is not None and scene.mentions[latest].number is Number.SINGULAR:
        return Answer(entity=scene.chains.entity_of[latest])
    gaps = sorted(turn.narration, key=lambda gap: _distance(quotation, gap))
    for gap in gaps:
        entity = _actor(scene, gap)
        if entity is not None:
            return Answer(entity=entity)
    return None


def introduced(quotation: Quotation, scene: Scene) -> Answer | None:
    """The paragraph before ends in a colon: `The mayor rose to answer:` and then the quotation."""
    position = scene.turn_index(quotation)
    if position is None or quotation.cue is not None:
        return None
    paragraph = scene.turns[position].paragraph - 1
    if paragraph < 0:
        return None
    bounds = scene.analysis.paragraphs[paragraph]
    if not scene.analysis.text[: bounds.end].rstrip().endswith(":"):
        return None
    entity = _actor(scene, (bounds.start, bounds.end))
    return None if entity is None else Answer(entity=entity)


def paragraph_before(quotation: Quotation, scene: Scene) -> Answer | None:
    """Whom the paragraph before is about: `Ann Lee has sold fruit here since 1989.`"""
    position = scene.turn_index(quotation)
    if position is None or not scene.turns[position].is_bare or scene.is_dialogue:
        return None
    paragraph = scene.turns[position].paragraph - 1
    if paragraph < 0 or scene.turn_at(paragraph) is not None:
        return None
    bounds = scene.analysis.paragraphs[paragraph]
    entity = _actor(scene, (bounds.start, bounds.end))
    return None if entity is None else Answer(entity=entity)


def continued(quotation: Quotation, scene: Scene) -> Answer | None:
    """A bare quotation after an attributed paragraph: `He was angry, Lee said.` and then it.

    Or one under a new topic: `On the penalty: “It was soft.”`
    """
    position = scene.turn_index(quotation)
    if position is None or position == 0:
        return None
    if not (scene.turns[position].is_bare or _takes_up(quotation, scene)):
        return None
    previous = scene.turns[position - 1]
    if not scene.is_adjacent(position) or scene.is_dialogue:
        return None
    speaker = scene.speaker_of(previous)
    return None if speaker is None else Answer(entity=speaker)


def _takes_up(quotation: Quotation, scene: Scene) -> bool:
    """Whether only what it is about stands before a quotation: `Asked about it: “Never.”`

    Not where something is told: `On the wall hung a sign: “Never.”`
    """
    analysis = scene.analysis
    paragraph = analysis.paragraphs[analysis.paragraph_at(quotation.start)]
    before = analysis.text[paragraph.start : quotation.start].rstrip()
    if len(before) > config.LABEL_LENGTH or not TAKES_UP.fullmatch(before):
        return False
    told = range(paragraph.first + 1, analysis.token_at(quotation.start))
    return FINITE.isdisjoint(analysis.forms[token] for token in told)


def _neighbours(quotations: Sequence[int], own: int) -> tuple[Sequence[int], Sequence[int]]:
    """The nearest quotations of a paragraph before and after *own*."""
    at = bisect_left(quotations, own)
    most = config.TURN_QUOTATIONS
    return quotations[max(0, at - most) : at], quotations[at + 1 : at + 1 + most]


def _actor(scene: Scene, gap: Range) -> int | None:
    """The first person named or meant in a stretch of narration; not Ada by "her lawyer rose"."""
    for index in scene.mentions_in(*gap):
        mention = scene.mentions[index]
        if mention.quoted is not None or mention.kind is SpeakerKind.DOCUMENT:
            continue
        if _only_asks(scene, index):
            continue
        if mention.reference is Reference.NOMINAL and not (
            mention.kind is SpeakerKind.PERSON or _is_owned_actor(scene, mention)
        ):
            continue
        entity = scene.chains.entity_of[index]
        if entity is not None and _is_person(scene, entity):
            return entity
    return None


def _is_owned_actor(scene: Scene, mention: Mention) -> bool:
    """Whether somebody's relative or lawyer does what is told: `Her lawyer smiled. “Never.”`"""
    analysis = scene.analysis
    owner = analysis.lowers[analysis.token_at(mention.start)]
    acts = mention.kind in SOMEBODY and analysis.relations[mention.head] is Relation.SUBJECT
    return acts and owner in POSSESSIVES and mention.number is Number.SINGULAR


def _only_asks(scene: Scene, index: int) -> bool:
    """Whether the teller only leads to who acts: `When I ask her why, she laughs. “Never.”`"""
    analysis, head = scene.analysis, scene.mentions[index].head
    return analysis.lowers[head] == "i" and head > 0 and analysis.lowers[head - 1] in _WHEN


def _is_person(scene: Scene, entity: int) -> bool:
    return scene.chains.entities[entity].kind in SOMEBODY


def _distance(quotation: Quotation, gap: Range) -> tuple[int, int]:
    """Narration right before a quotation counts first, then what follows it."""
    if gap[1] <= quotation.start:
        return (quotation.start - gap[1], 0)
    return (abs(gap[0] - quotation.end), 1)
