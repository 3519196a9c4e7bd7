"""Who acts beside what is said, or says who he is: `“No.” Ann Lee put down the cup. “Never.”`"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

import regex

from quoteattr import config
from quoteattr.analysis import Layer, Relation
from quoteattr.attribution.addressing import called, named
from quoteattr.attribution.answers import Answer
from quoteattr.attribution.scene import Scene
from quoteattr.datatypes import QuoteKind, Reference, SpeakerKind
from quoteattr.grammar import edges
from quoteattr.lexicon import words
from quoteattr.own_names import INTRODUCING, asks_own_name, opens_answer, stands_after
from quoteattr.records import SOMEBODY, Number

if TYPE_CHECKING:
    from quoteattr.analysis import Analysis
    from quoteattr.attribution.turns import Turn
    from quoteattr.records import Mention, Quotation, Range

_VOICE = regex.compile(r"[\s”\"’']*+(?:It was )?(?=\p{L})")
_OF_VOICE = regex.compile(r"[’']s?(?: \p{Ll}{1,20}+){0,2}? voice\b")
_COMES: Final = frozenset({"came", "come", "comes", "entered", "enters", "appeared", "appears"})
_OPENING = regex.compile(r"[\s.”\"’']*")


def acts_beside(quotation: Quotation, scene: Scene) -> Answer | None:
    """Whose name opens the narration before what is said, or between its parts.

    `Ann Lee put down the cup. “Never.”` Not who is called in it, and does as told, nor who spoke in
    the turn before: `“Come here, Bo.” Bo came. “Sit down.”` Or behind it, if the deed is done to
    somebody or beside somebody, who is not to be taken for the one who acts.
    """
    if quotation.kind is not QuoteKind.DIRECT or quotation.cue is not None or not scene.is_dialogue:
        return None
    turn = None if quotation.parent is not None else scene.turn_of(quotation)
    if turn is None or turn.is_bare or _has_source(scene, turn):
        return None
    last = max(part[0] for index in turn.quotations for part in scene.quotations[index].content)
    for gap in turn.narration:
        entity = _who_opens(scene, gap) if gap[1] <= last else None
        if entity is not None:
            entity = _who_acts_last(scene, gap, entity)
            return None if _is_turned_to(scene, turn, entity) else Answer(entity=entity)
        entity = _who_meets(scene, gap) if gap[0] >= last else None
        if entity is not None and not _is_turned_to(scene, turn, entity):
            return Answer(entity=entity)
    return None


def voice_beside(quotation: Quotation, scene: Scene) -> Answer | None:
    """Whose voice the narration beside a turn says it was: `“Hello?” It was a woman's voice.`

    Behind it, or where a colon leads to it: `A woman's voice came through: “Hello?”`
    """
    turn = scene.turn_of(quotation) if quotation.cue is None else None
    if turn is None or quotation.kind is not QuoteKind.DIRECT:
        return None
    text = scene.analysis.text
    for start, end in turn.narration:
        leads = end <= quotation.start and text[start:end].rstrip().endswith(":")
        opening = _VOICE.match(text, start, end) if leads or start >= quotation.end else None
        index = None if opening is None else scene.mention_at(opening.end(), opening.end() + 1)
        if index is not None and _OF_VOICE.match(text, scene.mentions[index].end, end):
            return scene.answer(index)
    return None


def own_name(quotation: Quotation, scene: Scene) -> Answer | None:
    """Who gives the own name: `“I'm Ann Lee.”`, `“Who are you?”` and then `“Ann Lee, sir.”`"""
    if quotation.kind is not QuoteKind.DIRECT or quotation.cue is not None or not scene.is_dialogue:
        return None
    text = scene.analysis.text
    for start, end in quotation.content:
        for index in islice(scene.mentions_in(start, end), config.TURN_MENTIONS):
            mention, entity = scene.mentions[index], scene.chains.entity_of[index]
            if mention.reference is not Reference.NAME or not mention.names_person:
                continue
            if entity is not None and (
                stands_after(INTRODUCING, text, mention) or _answers(scene, quotation, mention)
            ):
                return Answer(entity=entity)
    return None


def _answers(scene: Scene, quotation: Quotation, name: Mention) -> bool:
    """Whether a name opens the turn after one that asks for it."""
    position = None if quotation.parent is not None else scene.turn_index(quotation)
    if position is None or not scene.is_adjacent(position):
        return False
    paragraphs = scene.analysis.paragraphs
    opening = paragraphs[scene.turns[position].paragraph].start
    asking = paragraphs[scene.last_paragraph(scene.turns[position - 1])]
    text = scene.analysis.text
    return opens_answer(text, opening, name) and asks_own_name(text, asking.start, asking.end)


def _has_source(scene: Scene, turn: Turn) -> bool:
    answers = (scene.answers[index] for index in turn.quotations)
    cues = (scene.quotations[index].cue for index in turn.quotations)
    return any(answer is not None and answer.source for answer in answers) or any(cues)


def _who_opens(scene: Scene, gap: Range) -> int | None:
    """The person who is the first subject of a stretch of narration, and opens it.

    Or whom but a place or time stands before: `Behind her Anna laughed. “Never.”`
    """
    analysis = scene.analysis
    opening = _OPENING.match(analysis.text, *gap)
    if opening is None or not analysis.has(Layer.TREE):
        return None
    first = analysis.token_at(opening.end())
    head = _first_subject(analysis, first)
    index = None if head is None else scene.mention_at(analysis.starts[head], analysis.ends[head])
    if index is None or head is None or not gap[0] <= analysis.starts[head] < gap[1]:
        return None
    mention, entity = scene.mentions[index], scene.chains.entity_of[index]
    if entity is None or mention.start != analysis.starts[edges(analysis, head)[0]]:
        return None
    if mention.reference is Reference.NAME:
        return entity if mention.kind is SpeakerKind.PERSON else None
    return entity if _is_described(scene, mention, entity) else None


def _who_meets(scene: Scene, gap: Range) -> int | None:
    """Who opens a stretch of narration, if the sentence has somebody else: `Bo came up to Ann.`"""
    entity = _who_opens(scene, gap)
    if entity is None:
        return None
    analysis, chains = scene.analysis, scene.chains
    opening = _OPENING.match(analysis.text, *gap)
    first = gap[0] if opening is None else opening.end()
    end = analysis.ends[analysis.sentence_at(analysis.token_at(first))[1] - 1]
    there = {chains.entity_of[index] for index in scene.mentions_in(first, min(end, gap[1]))}
    others = there - {entity, None}
    somebody = any(one is not None and chains.entities[one].kind in SOMEBODY for one in others)
    return entity if somebody else None


def _first_subject(analysis: Analysis, first: int) -> int | None:
    """The subject that opens a sentence at the token *first*, or that follows where or when."""
    last = analysis.sentence_at(first)[1]
    subject = next(
        (t for t in range(first, last) if analysis.relations[t] is Relation.SUBJECT), None
    )
    if subject is None:
        return None
    begins = edges(analysis, subject)[0]
    placed = analysis.lowers[first] in words("prepositions")
    is_main = analysis.relations[analysis.heads[subject]] is Relation.ROOT
    return subject if begins <= first or (placed and is_main) else None


def _is_described(scene: Scene, mention: Mention, entity: int) -> bool:
    """Whether a description means one person known before: `The guard frowned. “Sit down.”`

    Or who comes in: `The young doctor had come in behind her. “Who is it?”`
    """
    analysis, found = scene.analysis, scene.chains.entities[entity]
    is_one = found.kind in SOMEBODY and mention.number is Number.SINGULAR
    known = scene.mentions[found.mentions[0]].start < mention.start
    comes = analysis.lowers[analysis.heads[mention.head]] in _COMES
    return is_one and (known or comes) and mention.reference is Reference.NOMINAL


def _who_acts_last(scene: Scene, gap: Range, first: int) -> int:
    """Who is named as the subject of the last sentence before what is said; else who came *first*.

    `Ann sat down. On the stairs Bo had come out. “Who is it?”`
    """
    analysis = scene.analysis
    end = gap[0] + len(analysis.text[gap[0] : gap[1]].rstrip())
    sentence = analysis.starts[analysis.sentence_at(analysis.token_at(end - 1))[0]]
    for index in scene.mentions_in(max(gap[0], sentence), gap[1]):
        mention, entity = scene.mentions[index], scene.chains.entity_of[index]
        if analysis.relations[mention.head] is Relation.SUBJECT and entity is not None:
            return entity if mention.names_person else first
    return first


def _is_turned_to(scene: Scene, turn: Turn, entity: int) -> bool:
    """Whether somebody is called or spoken of in a turn, or spoke in the one right before."""
    if entity in (*called(scene, turn), *named(scene, turn)):
        return True
    position = scene.talk_at(turn.paragraph)
    if position is None or not scene.follows(scene.talk, position):
        return False
    return scene.speaker_of(scene.talk[position - 1]) == entity
