"""Sieves over word order: which mention stands where a source stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr import config
from quoteattr.attribution.scene import Answer, Scene
from quoteattr.grammar import is_passive, verb_group
from quoteattr.lexicon import table

if TYPE_CHECKING:
    from quoteattr.records import Quotation

_RELATIVES: Final = frozenset({"who", "which", "that"})


def label(quotation: Quotation, scene: Scene) -> Answer | None:
    """The name that the layout gives: `SMITH: No.`, or `— Ann Lee` under a quotation."""
    if quotation.source is None:
        return None
    start, end = quotation.source
    mention = scene.mention_at(start, end)
    return Answer(source=quotation.source, mention=mention)


def according_to(quotation: Quotation, scene: Scene) -> Answer | None:
    """The mention after the phrase: `according to the mayor`."""
    if quotation.cue is None or quotation.cue.lemma not in _SOURCE_PHRASES:
        return None
    return _first_mention(
        quotation, scene, quotation.cue.end, quotation.cue.end + config.NAME_REACH
    )


_SOURCE_PHRASES: Final = frozenset({"according to", "in the words of"})


def agent_after_cue(quotation: Quotation, scene: Scene) -> Answer | None:
    """The mention after *by* of a passive cue: `it was announced by the mayor`."""
    if quotation.cue is None:
        return None
    analysis = scene.analysis
    after = analysis.token_at(quotation.cue.end)
    if analysis.lowers[after : after + 1] != ["by"]:
        return None
    first = analysis.sentences[analysis.sentence_of[quotation.cue.token]][0]
    if not is_passive(analysis, quotation.cue.token, first):
        return None
    start = analysis.ends[after]
    return _first_mention(quotation, scene, start, start + config.NAME_REACH)


def mention_before_cue(quotation: Quotation, scene: Scene) -> Answer | None:
    """The mention that opens the reporting clause before its cue: `Ann Lee, 55, said`."""
    if quotation.cue is None or quotation.clause is None:
        return None
    group = _group_start(quotation, scene)
    start = quotation.clause[0]
    if start >= group:
        return None
    mention = scene.mention_at(start, group)
    if mention is None or scene.mentions[mention].start > group:
        return None
    found = scene.mentions[mention]
    if scene.analysis.text[found.start : found.end].lower() in _RELATIVES:
        return None
    return None if scene.is_content(quotation, found.start) else scene.answer(mention)


def mention_after_cue(quotation: Quotation, scene: Scene) -> Answer | None:
    """The mention right after an inverted cue: `“No,” said Ann Lee.`"""
    if quotation.cue is None or quotation.clause is None:
        return None
    if quotation.clause[0] < _group_start(quotation, scene):
        return None
    for index in scene.mentions_from(quotation.cue.end, quotation.clause[1]):
        if not scene.is_content(quotation, scene.mentions[index].start):
            return scene.answer(index)
    return None


def phrase_at_cue(quotation: Quotation, scene: Scene) -> Answer | None:
    """The words where a source stands, though they are no mention: `“No,” one of the two said.`"""
    if quotation.cue is None or quotation.clause is None:
        return None
    group = _group_start(quotation, scene)
    if quotation.clause[0] < group:
        return _plain_phrase(quotation, scene, quotation.clause[0], group)
    if quotation.clause[0] < quotation.start:
        return None
    return _plain_phrase(quotation, scene, quotation.cue.end, quotation.clause[1])


def mention_before_relative(quotation: Quotation, scene: Scene) -> Answer | None:
    """The mention before *who*: `He thanked Ann Lee, who said the plan was dead.`"""
    if quotation.cue is None or quotation.clause is None:
        return None
    analysis = scene.analysis
    token = analysis.token_at(quotation.clause[0])
    if token >= len(analysis) or analysis.lowers[token] not in _RELATIVES:
        return None
    floor = analysis.starts[token] - config.NAME_REACH
    before = list(scene.mentions_in(floor, analysis.starts[token]))
    return scene.answer(before[-1]) if before else None


def subject_of_sentence(quotation: Quotation, scene: Scene) -> Answer | None:
    """The source of the cue before it, or what opens the sentence: `He left, saying no.`"""
    if quotation.cue is None or quotation.clause is None:
        return None
    start = _sentence_start(scene, quotation.cue.token)
    for index in scene.cues_between(start, quotation.cue.start):
        answer = scene.answers[index]
        if scene.quotations[index].parent == quotation.parent and answer is not None:
            return answer
    return _first_mention(quotation, scene, start, quotation.clause[0])


def _sentence_start(scene: Scene, token: int) -> int:
    analysis = scene.analysis
    first, _ = analysis.sentences[analysis.sentence_of[token]]
    return analysis.starts[first]


def _group_start(quotation: Quotation, scene: Scene) -> int:
    assert quotation.cue is not None
    analysis = scene.analysis
    first, _ = analysis.sentences[analysis.sentence_of[quotation.cue.token]]
    return analysis.starts[verb_group(analysis, quotation.cue.token, first)]


def _plain_phrase(quotation: Quotation, scene: Scene, start: int, end: int) -> Answer | None:
    """The words themselves as source, where they are no mention: `according to folklore`."""
    analysis = scene.analysis
    tokens = [t for t in analysis.tokens(start, end) if analysis.words[t][:1].isalnum()]
    tokens = [t for t in tokens if not scene.is_content(quotation, analysis.starts[t])]
    while tokens and _word_class(analysis.lowers[tokens[0]]) == "coordinator":
        del tokens[0]
    if not tokens or _word_class(analysis.lowers[tokens[0]]) in _NO_SOURCE:
        return None
    last = tokens[0]
    while last + 1 in tokens:
        last += 1
    return Answer(source=(analysis.starts[tokens[0]], analysis.ends[last]))


def _word_class(word: str) -> str:
    row = table("word_classes").get(word)
    return row["class"] if row else ""


_NO_SOURCE: Final = frozenset({"preposition", "pronoun", "question", "time", "vague"})
"""Words that begin no source: `on Tuesday said`, `it was said`; pronouns are mentions already."""


def _first_mention(quotation: Quotation, scene: Scene, start: int, end: int) -> Answer | None:
    for index in scene.mentions_in(start, end):
        if not scene.is_content(quotation, scene.mentions[index].start):
            return scene.answer(index)
    return None
