"""Sieves over who opens a sentence: `In a letter, Lee reacted, | saying no`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr import config
from quoteattr.analysis import Relation
from quoteattr.attribution.answers import Answer
from quoteattr.attribution.surface import is_accused, sentence_start
from quoteattr.datatypes import MARKS, Reference
from quoteattr.grammar import ASIDES, FINITE, POSSESSIVES, child, is_subject
from quoteattr.lexicon import words
from quoteattr.records import Screen
from quoteattr.verbs import is_order, is_passive

if TYPE_CHECKING:
    from quoteattr.analysis import Analysis
    from quoteattr.attribution.scene import Scene
    from quoteattr.records import Quotation

_EMERGING: Final = frozenset(
    {"emerged", "emerges", "transpired", "transpires", "appears", "appeared", "seems", "seemed"}
) | {"turned", "turns", "happened"}
_VERBS: Final = FINITE | {"VBN"}
"""What a past may be tagged as."""
_ACTS: Final = (["VBD"], ["VB"])  # the firm cut it
_OF_SEVERAL: Final = frozenset({"another", "others", "one", "some", "several"})


def subject_of_sentence(quotation: Quotation, scene: Scene) -> Answer | None:
    """The source of the cue before it, or what opens the sentence: `He left, saying no.`

    Or who heard what that cue reports: `Lee, asked what it was, | called it “late”`.
    """
    if quotation.cue is None or quotation.clause is None or is_accused(quotation, scene):
        return None
    cue = quotation.cue.token
    first = scene.analysis.sentence_at(cue)[0]
    passive = is_passive(scene.analysis, cue, first)  # Lee, the head, was asked if it was late
    if hears_before(quotation) and (passive or scene.analysis.lowers[cue - 1] == ","):
        return Answer()
    if hears_apart(quotation, scene):
        return Answer()
    start = sentence_start(scene, quotation.cue.token)
    for index in scene.cues_between(start, quotation.cue.start):
        answer, before = scene.answers[index], scene.quotations[index]
        if before.parent != quotation.parent or answer is None:
            continue
        if answer.source is None and before.addressee is not None and hears_before(before):
            hearer = scene.mention_at(*before.addressee)
            return answer if hearer is None else scene.answer(hearer)
        return answer
    if _speaks_of_subject(quotation, scene):
        return None
    told = after_emerging(scene.analysis, scene.analysis.sentence_at(quotation.cue.token)[0])
    return _opener(quotation, scene, scene.analysis.starts[told], quotation.clause[0])


def after_emerging(analysis: Analysis, first: int) -> int:
    """Token where it is told what somebody did: `It has emerged that | Lee wrote, warning us`.

    The *first* of the sentence where it does not begin so.
    """
    opening = analysis.lowers[first : first + config.EMERGING_TOKENS]
    if opening[0] != "it" or "that" not in opening:
        return first
    that = opening.index("that")
    return first if _EMERGING.isdisjoint(opening[1:that]) else first + that + 1


def hears_before(quotation: Quotation) -> bool:
    """Whether who hears it stands before the cue: `Lee, told that it was over, left`."""
    cue, hearer = quotation.cue, quotation.addressee
    return cue is not None and hearer is not None and hearer[1] <= cue.start


def hears_apart(quotation: Quotation, scene: Scene) -> bool:
    """Whether who hears it follows, and nobody shares: `It fell; asked if it did, Lee left`."""
    cue, hearer = quotation.cue, quotation.addressee
    if cue is None or hearer is None or hearer[0] < quotation.end or not cue.token:
        return False
    return scene.analysis.lowers[cue.token - 1] == ";"


def clause_after(quotation: Quotation, scene: Scene) -> Answer | None:
    """Who the clause after a participle is about: `Noting that it was late, the mayor left.`

    Words without a verb may lead to it: `After years of insisting that it was, the mayor left.` Or
    they stand before it: `The mayor, noting that it was late, left.`
    """
    if quotation.cue is None or not _is_participle(quotation.cue.token, scene.analysis):
        return None
    analysis = scene.analysis
    first, last = analysis.sentence_at(quotation.cue.token)
    after = analysis.token_at(quotation.end - 1) + 1
    content = analysis.text[slice(*quotation.content[-1])]
    inside = content.rstrip(MARKS).endswith(",")  # Citing “a lack of bread,” she left
    start = after if inside else after + 1
    if not (inside or analysis.words[after : after + 1] == [","]):
        return None
    if any(form in FINITE for form in analysis.forms[first : quotation.cue.token]):
        return None
    if analysis.lowers[start + 1 : start + 2] == [","] and analysis.lowers[start] in ASIDES:
        start += 2  # Noting that it was late, however, the mayor left
    if start >= last:
        return None
    subject, cue = start, quotation.cue.token
    if cue > 1 and analysis.lowers[cue - 1] == "," and analysis.forms[start] in _VERBS:
        subject = cue - 2
    mention = scene.mention_at(analysis.starts[subject], analysis.ends[subject])
    return None if mention is None else scene.answer(mention)


def _is_participle(token: int, analysis: Analysis) -> bool:
    """Whether a verb only accompanies another: `noting`, `Having noted`."""
    having = analysis.lowers[max(0, token - 1) : token] == ["having"]
    return analysis.forms[token] == ("VBN" if having else "VBG")


def _speaks_of_subject(quotation: Quotation, scene: Scene) -> bool:
    """Whether a passive or an order tells nobody who speaks: `Its head, Ann Lee, is to go.`"""
    if quotation.cue is None:
        return False
    cue = quotation.cue.token
    return child(scene.analysis, cue, Relation.PASSIVE_SUBJECT) is not None or is_order(
        scene.analysis, cue
    )


def _opener(quotation: Quotation, scene: Scene, start: int, end: int) -> Answer | None:
    """Who can be the subject of the sentence: `In a letter, Lee reacted, saying no.`

    The nearest before a complement (`The win led her to declare ...`); else the first subject by
    the tree; without one the first that follows no preposition and owns nothing; else the first.
    """
    found = [
        index
        for index in scene.mentions_in(start, end)
        if not scene.is_content(quotation, scene.mentions[index].start)
        and not _is_of_others(quotation, scene, index)
    ]
    if found and _is_complement(quotation, scene):
        return scene.answer(found[-1])
    if (opener := parted(quotation, scene)) is not None:
        return scene.answer(opener)
    if (several := _one_of_several(quotation, scene, start)) is not None:
        return several
    for fits in (_is_subject, _stands_free):
        fitting = next((index for index in found if fits(scene, index)), None)
        if fitting is not None:
            return scene.answer(fitting)
    return scene.answer(found[0]) if found else None


def _one_of_several(quotation: Quotation, scene: Scene, start: int) -> Answer | None:
    """A pronoun that opens the sentence, with more told of it: `Another, who is shy, said`."""
    analysis = scene.analysis
    token = analysis.token_at(start)
    first, *comma = analysis.lowers[token : token + 2]
    if first not in _OF_SEVERAL or comma != [","] or scene.is_content(quotation, start):
        return None
    return Answer(source=(analysis.starts[token], analysis.ends[token]))


def _is_of_others(quotation: Quotation, scene: Scene, mention: int) -> bool:
    """Whether somebody else's words hold a mention: `“I slept.” Asked why, he left`."""
    quoted = scene.mentions[mention].quoted
    if quotation.parent is not None or quoted is None:
        return False
    return scene.quoted[quoted].screen is Screen.SPEECH


def parted(quotation: Quotation, scene: Scene) -> int | None:
    """Who opens a content that its cue parts: `Her aunt, she said, woke | and asked why`."""
    if quotation.parent is None:
        return None
    around = scene.quotations[quotation.parent]
    (start, end), *others = around.content
    mention = scene.mention_at(start, end) if others and around.cue is not None else None
    return mention if mention is not None and scene.mentions[mention].start == start else None


def _is_complement(quotation: Quotation, scene: Scene) -> bool:
    cue = quotation.cue
    return cue is not None and scene.analysis.relations[cue.token] is Relation.OPEN_COMPLEMENT


def _is_subject(scene: Scene, mention: int) -> bool:
    return is_subject(scene.analysis, scene.mentions[mention].head)


def _begins_clause(analysis: Analysis, link: int, after: int) -> bool:
    """Whether what stands behind a word of time acts: `After | the firm cut it, saying no`."""
    timed = analysis.lowers[link] in ("after", "before", "since", "until")
    return timed and analysis.forms[after : after + 1] in _ACTS


def _stands_free(scene: Scene, mention: int) -> bool:
    found, analysis = scene.mentions[mention], scene.analysis
    token = analysis.token_at(found.start)
    if token and analysis.lowers[token - 1] in words("prepositions"):
        return _begins_clause(analysis, token - 1, analysis.token_at(found.end))
    owns = found.reference is Reference.PRONOUN and analysis.lowers[token] in POSSESSIVES
    return not owns and analysis.text[found.end : found.end + 1] not in ("'", "’")
