"""Sieves over relative clauses: `Lee, who said no`, whose source is a name with its pronoun.

The source reaches from the noun to the pronoun: the one tells the reader who, the other is the
subject of the cue.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import regex
from attrs import evolve

from quoteattr import config
from quoteattr.analysis import Relation
from quoteattr.attribution.answers import Answer
from quoteattr.attribution.closeness import seen_by
from quoteattr.attribution.sharing import verbs_above
from quoteattr.attribution.surface import group_start, is_accused
from quoteattr.attribution.syntax import at_token, cue_verb
from quoteattr.datatypes import Reference, SpeakerKind
from quoteattr.grammar import (
    BE,
    FINITE,
    NOMINATIVES,
    PHRASE_TAGS,
    RELATIVES,
    SUBJECTS,
    ancestors,
    child,
    edges,
)
from quoteattr.lexicon import words
from quoteattr.verbs import verb_group

if TYPE_CHECKING:
    from quoteattr.analysis import Analysis
    from quoteattr.attribution.scene import Scene
    from quoteattr.records import Quotation

_ANYBODY: Final = frozenset({"anybody", "anyone", "somebody", "someone", "everybody", "everyone"})
_PEOPLE: Final = frozenset({SpeakerKind.PERSON, SpeakerKind.GROUP, SpeakerKind.UNNAMED})
_OF_BODY: Final = regex.compile(
    r"(?: and (?:an? )?\p{Ll}+)? (?:at|for|from|in|of|on|to|with) (?:the )?"
)
"""What stands between somebody and a body: `a pollster | and planner on | Lee's campaign`."""
_OF_PHRASE: Final = PHRASE_TAGS - {"PRON"}
_JOINING: Final = frozenset({",", "and", "-"})
_THEM: Final = frozenset({"him", "her", "it", "them"})


def relative_subject(quotation: Quotation, scene: Scene) -> Answer | None:
    """The noun that a relative clause with the cue belongs to: `Lee, who said ...`.

    The cue may share the subject of its verb: `Lee, who left us by saying ...`.
    """
    cue = cue_verb(quotation, scene)
    if cue is None or is_accused(quotation, scene):
        return None
    analysis = scene.analysis
    verb = _verb_with_subject(scene, cue)
    if analysis.relations[verb] not in (Relation.RELATIVE_CLAUSE, Relation.NOUN_CLAUSE):
        return None
    subject = child(analysis, verb, *SUBJECTS)
    if verb == cue and child(analysis, verb, Relation.PASSIVE_SUBJECT) is not None:
        return None  # Lee, who was lambasted as weak
    is_relative = subject is not None and analysis.lowers[subject] in RELATIVES
    if not is_relative and (verb != cue or subject is not None):
        return None  # the hospital where her condition was described as good
    writer = None if is_relative else _writer_to(scene, cue) or _who_is_at(scene, cue)
    if writer is not None:
        return at_token(quotation, scene, writer)
    noun = analysis.heads[verb]
    if subject is not None and (thing := _thing(scene, noun, subject)) is not None:
        return thing
    if subject is not None and analysis.lowers[subject] == "which":
        seen = seen_by(scene, analysis.starts[noun])
        noun = noun if seen is None else seen
    if subject is not None and analysis.lowers[subject] == "who":
        meant = _before_contrast(analysis, noun)
        if meant is not None:
            return at_token(quotation, scene, meant)
        noun = _who_is_of(scene, noun)
    return _with_pronoun(quotation, scene, at_token(quotation, scene, noun))


def _before_contrast(analysis: Analysis, noun: int) -> int | None:
    """Who is meant, if *noun* is somebody who is not: `It was Ann Lee, not | Bo Cruz, who`."""
    meant, first = analysis.heads[noun], edges(analysis, noun)[0]
    apart = analysis.lowers[first:noun]
    contrasts = "not" in apart or ("rather" in apart and "than" in apart)
    return meant if meant < first and contrasts else None


def _who_is_of(scene: Scene, noun: int) -> int:
    """Who is meant by *who* after a body: `an aide to the board, | who`; else the noun itself."""
    analysis, mentions = scene.analysis, scene.mentions
    body = scene.mention_at(analysis.starts[noun], analysis.ends[noun])
    if body is None or mentions[body].kind in _PEOPLE:
        return noun
    for i in range(body - 1, max(-1, body - 1 - config.MENTIONS_INSIDE), -1):
        one = mentions[i]
        if one.reference is not Reference.NOMINAL or one.kind not in _PEOPLE:
            continue
        inside = one.end >= mentions[body].end and one.head < noun
        if inside or _OF_BODY.fullmatch(analysis.text, one.end, mentions[body].start):
            return one.head
    return noun


def _thing(scene: Scene, noun: int, pronoun: int) -> Answer | None:
    """The noun before *which* inside a mention of people: `the authors of | a study`."""
    analysis = scene.analysis
    around = scene.mention_at(analysis.starts[noun], analysis.ends[noun])
    if around is None or analysis.lowers[pronoun] != "which":
        return None
    found, first = scene.mentions[around], noun
    if found.kind not in _PEOPLE or found.head >= noun or found.reference is Reference.NAME:
        return None
    while analysis.tags[first - 1] in _OF_PHRASE and first - 1 > found.head:
        first -= 1
    return Answer(source=(analysis.starts[first], analysis.ends[noun]))


def _writer_to(scene: Scene, cue: int) -> int | None:
    """Who turns to somebody with what is asked of them: `Lee wrote to the board | urging it`."""
    analysis, hearer = scene.analysis, scene.analysis.heads[cue]
    case = child(analysis, hearer, Relation.CASE)
    if analysis.forms[cue] != "VBG" or _THEM.isdisjoint(analysis.lowers[cue + 1 : cue + 2]):
        return None
    if case is None or analysis.lowers[case] != "to":
        return None
    above = analysis.heads[hearer]
    reach = [above, *verbs_above(analysis, above)]
    subjects = (child(analysis, verb, Relation.SUBJECT) for verb in reach)
    return next((subject for subject in subjects if subject is not None), None)


def _who_is_at(scene: Scene, cue: int) -> int | None:
    """Who tells somebody something at a place: `Lee was on the steps of the palace | telling us`"""
    analysis, place = scene.analysis, scene.analysis.heads[cue]
    at = child(analysis, place, Relation.CASE)
    if analysis.lowers[cue] != "telling" or at is None:
        return None
    if analysis.lowers[place] not in words("place_nouns"):
        return None
    subjects = (child(analysis, above, Relation.SUBJECT) for above in ancestors(analysis, place))
    return next((subject for subject in subjects if subject is not None), None)


def _verb_with_subject(scene: Scene, verb: int) -> int:
    """The verb itself, or the nearest above whose subject it may share."""
    reach = [verb, *verbs_above(scene.analysis, verb)]
    return next((v for v in reach if child(scene.analysis, v, *SUBJECTS) is not None), reach[-1])


def mention_before_relative(quotation: Quotation, scene: Scene) -> Answer | None:
    """The mention before *who*: `He thanked Ann Lee, who said the plan was dead.`

    It stands in the same sentence, not in marks that have closed: `“He left,” said one, who`.
    """
    if quotation.cue is None or quotation.clause is None:
        return None
    analysis = scene.analysis
    token = analysis.token_at(quotation.clause[0])
    if token >= len(analysis) or analysis.words[token] not in RELATIVES:
        return _open_relative(quotation, scene)  # Who said that it was?
    end = analysis.starts[token]
    floor = max(end - config.NAME_REACH, analysis.starts[analysis.sentence_at(token)[0]])
    if quotation.parent is not None:  # told us: “Anyone who thinks
        floor = max(floor, scene.quotations[quotation.parent].start)
    spoken = _source_before(scene, floor, end)
    if spoken is not None:
        return _with_pronoun(quotation, scene, spoken)
    if token and analysis.lowers[token - 1] in _ANYBODY and analysis.starts[token - 1] >= floor:
        return Answer(source=(analysis.starts[token - 1], analysis.ends[token]))
    before = [i for i in scene.mentions_in(floor, end) if not _is_quoted_before(scene, i, end)]
    if not before:
        return None
    if analysis.text.find(";", scene.mentions[before[-1]].end, end) >= 0:
        return _after_semicolon(scene, token)
    return _with_pronoun(quotation, scene, scene.answer(before[-1]))


def _after_semicolon(scene: Scene, pronoun: int) -> Answer | None:
    """The words between a semicolon and *who*, no mention: `It hurt Lee; a third, who`."""
    analysis, last = scene.analysis, pronoun - 1
    last -= analysis.lowers[last] == ","
    first = last
    while last - first < config.MEDIUM_TOKENS and analysis.lowers[first - 1] != ";":
        first -= 1
    near = analysis.lowers[first - 1] == ";" and analysis.lowers[last] != ";"
    return Answer(source=(analysis.starts[first], analysis.ends[last])) if near else None


def _open_relative(quotation: Quotation, scene: Scene) -> Answer | None:
    """Who is before a clause with *who* that goes on: `I met Lee, who had a dog and told us it`.

    A comma sets the clause off, and none ends it: `I met Lee, who had a dog, and told us it`.
    """
    assert quotation.cue is not None
    analysis = scene.analysis
    first = analysis.sentence_at(quotation.cue.token)[0]
    joint = verb_group(analysis, quotation.cue.token, first) - 1
    if joint <= first or analysis.lowers[joint] not in ("and", "but"):
        return None
    floor = max(first, joint - config.APPOSITION_TOKENS)
    for token in range(joint - 1, floor, -1):
        low = analysis.lowers[token]
        if low == "who":
            if analysis.lowers[token - 1] != ",":
                return None
            ends = scene.mention_at(analysis.starts[token - 2], analysis.ends[token - 2])
            return None if ends is None else _with_pronoun(quotation, scene, scene.answer(ends))
        if low in NOMINATIVES or (not low.isalnum() and low not in ("'s", "’s", "-")):
            return None  # Lee, who left, he knew not why, and
    return None


def _is_quoted_before(scene: Scene, mention: int, offset: int) -> bool:
    """Whether a mention stands in marks that close before *offset*."""
    quoted = scene.mentions[mention].quoted
    return quoted is not None and scene.quoted[quoted].end <= offset


def _source_before(scene: Scene, start: int, end: int) -> Answer | None:
    """The source of the report right before a relative clause: `“No,” said one | , who asked`."""
    for index in scene.cues_between(start, end):
        answer = scene.answers[index]
        if answer is None or answer.source is None:
            continue
        if scene.analysis.text[answer.source[1] : end].strip(" ,") == "":
            return answer
    return None


def _with_pronoun(quotation: Quotation, scene: Scene, answer: Answer | None) -> Answer | None:
    """The answer with its source up to the relative pronoun before the cue, where one is near."""
    if answer is None or answer.mention is None or answer.source is None:
        return answer
    analysis = scene.analysis
    start, end = answer.source
    last = analysis.token_at(group_start(quotation, scene))
    first = max(analysis.token_at(end), last - config.APPOSITION_TOKENS)
    for token in range(last - 1, first - 1, -1):
        if analysis.lowers[token] in RELATIVES:
            predicate = _predicate(scene, analysis.token_at(end), token)
            whole = (start, analysis.ends[token])
            return predicate or evolve(answer, source=whole)
    return answer


def _predicate(scene: Scene, first: int, pronoun: int) -> Answer | None:
    """The noun with *who* behind a verb of being: `It was below | the 90,000 who said so`.

    None where no such verb stands between the source and the pronoun, and where the noun tells
    right after it what the source is: `Ann Lee was a baker who said so`.
    """
    analysis = scene.analysis
    forms, lowers = analysis.forms, analysis.lowers
    verbs = [t for t in range(first, pronoun) if forms[t] in FINITE and lowers[t] in BE]
    if not verbs or not RELATIVES.isdisjoint(lowers[first:pronoun]):
        return None
    last = pronoun - 1 - (lowers[pronoun - 1] == ",")
    start = last + 1
    while start > first and (
        analysis.tags[start - 1] in PHRASE_TAGS or lowers[start - 1] in _JOINING
    ):
        start -= 1
    if start in (verbs[0] + 1, last + 1):
        return None
    return Answer(source=(analysis.starts[start], analysis.ends[last]))
