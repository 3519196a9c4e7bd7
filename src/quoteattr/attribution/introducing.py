"""Sieves over what stands right before a quotation without a cue: a label, a clause and a colon."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import regex

from quoteattr import config
from quoteattr.analysis import Layer, Relation
from quoteattr.attribution.answers import Answer
from quoteattr.attribution.scene import Scene
from quoteattr.attribution.syntax import at_token
from quoteattr.datatypes import QuoteKind, Reference, SpeakerKind
from quoteattr.grammar import FINITE, child, is_subject
from quoteattr.lexicon import words
from quoteattr.records import SOMEBODY

if TYPE_CHECKING:
    from collections.abc import Container

    from quoteattr.records import Quotation

_FROM: Final = regex.compile(r"\s(?:This (?:time )?|That (?:was )?)?from ")
_STOPS: Final = frozenset(".!?”\"’'")
_ENDS: Final = ("", *".,;\n")
_NEAR: Final = 4  # code points before a quotation: a stop, a mark and the gap
_LEADS: Final = frozenset({":", ","})
_DASHES: Final = frozenset({"-", "–", "—", "--"})
_WITH_WORDS: Final = ["with", "the", "words"]
_PHRASE: Final = frozenset({"DET", "PRON", "ADJ", "NOUN", "PROPN"})
_AUTHORS: Final = frozenset({SpeakerKind.ORGANIZATION, SpeakerKind.GROUP, SpeakerKind.DOCUMENT})
_PARTING: Final = _DASHES | {";"}


def name_before_colon(quotation: Quotation, scene: Scene) -> Answer | None:
    """The mention that is all before a colon: `Others shrugged. Ann Lee: “No.”`

    At the head of a paragraph it is for `headline_label` to read.
    """
    colon = _lead(quotation, scene)
    if colon is None or scene.analysis.lowers[colon] != ":":
        return None
    analysis = scene.analysis
    first = max(_sentence_start(scene, colon), colon - config.LABEL_TOKENS)
    dash = (token for token in range(colon - 1, first, -1) if analysis.lowers[token] in _PARTING)
    start = analysis.starts[next(dash, first - 1) + 1]
    if start == analysis.paragraphs[analysis.paragraph_at(start)].start:
        return None
    mention = scene.mention_at(start, analysis.starts[colon])
    if mention is None or scene.mentions[mention].start != start:
        return None
    answer = scene.answer(mention)
    last = colon - 1
    if analysis.lowers[last].endswith("ly") and analysis.lowers[last - 1] == ",":
        last -= 2  # Ann Lee, drily: “No.”
    whole = answer.source is not None and answer.source[1] == analysis.ends[last]
    return answer if whole else None


def before_colon(quotation: Quotation, scene: Scene) -> Answer | None:
    """Whom the clause before is about: `Ann Lee was less sure: “No.”`; a body, before a colon.

    Where its subject is none, the one named right before the colon: `It pleased Ann Lee: “No.”`
    """
    lead = _lead(quotation, scene)
    if lead is None or not scene.analysis.has(Layer.TREE):
        return None
    first = _sentence_start(scene, lead)
    for verb in range(lead - 1, first, -1):
        subject = child(scene.analysis, verb, Relation.SUBJECT)
        if subject is not None and first <= subject < verb:
            answer = at_token(quotation, scene, subject)
            if _is_of(scene, answer, SOMEBODY) or _is_body(scene, answer, verb, lead):
                return answer
            break
    if scene.analysis.lowers[lead] != ":":
        return None
    return _headlined(scene, first, lead) or _name_at_end(scene, lead)


def crier(quotation: Quotation, scene: Scene) -> Answer | None:
    """Who acts with a cry: `With a shout of “No!” Ann Lee ran`, `She fled with a cry of “No!”`"""
    if quotation.cue is not None or quotation.kind is not QuoteKind.DIRECT:
        return None
    analysis = scene.analysis
    if (sender := _sender(quotation, scene)) is not None:
        return sender
    of = analysis.token_at(quotation.start) - 1
    if analysis.lowers[max(0, of - 2) : of + 1] == _WITH_WORDS:
        return _acting(scene, of)
    if of < 1 or analysis.lowers[of] != "of":
        return None
    if analysis.lowers[of - 1] not in words("cry_nouns"):
        return None
    several = analysis.lowers[of - 1].endswith("s")
    start = quotation.end + 1
    if analysis.text.startswith("from ", start):
        return _crowd(scene, analysis.token_at(start) + 1)
    if several and analysis.lowers[max(0, of - 2)] != "with":
        return Answer()  # to cries of “Shame!”
    after = scene.mention_at(start, start + 1)
    if after is not None and scene.mentions[after].start == start:
        return scene.answer(after)
    before = analysis.starts[_sentence_start(scene, of)]
    acting = next(scene.mentions_in(before, analysis.starts[max(0, of - config.CRY_TOKENS)]), None)
    return None if acting is None else scene.answer(acting)


def _sender(quotation: Quotation, scene: Scene) -> Answer | None:
    """Whom the words come from where no verb says so: `“Never!” This from Ann Lee.`

    They stand by themselves: not in `He hoped for a “Yes!” from Ann Lee`.
    """
    text, start = scene.analysis.text, quotation.start
    stands = start == 0 or text[max(0, start - _NEAR) : start].rstrip()[-1:] in _STOPS
    sent = _FROM.match(text, quotation.end) if stands else None
    if sent is None:
        return None
    mention = scene.mention_at(sent.end(), sent.end() + 1)
    if mention is None or scene.mentions[mention].start != sent.end():
        return None
    end = scene.mentions[mention].end
    return scene.answer(mention) if text[end : end + 1] in _ENDS else None


def _acting(scene: Scene, token: int) -> Answer | None:
    """The last subject before: `Ann Lee thrust it at her with the words “Read this.”`"""
    analysis = scene.analysis
    first = analysis.starts[_sentence_start(scene, token)]
    before = list(scene.mentions_in(first, analysis.starts[token]))[::-1]
    acting = [i for i in before if is_subject(analysis, scene.mentions[i].head)]
    named = [i for i in before if scene.mentions[i].names_person]
    near = max([*acting[:1], *named[:1]], default=None)
    return None if near is None else scene.answer(near)


def _crowd(scene: Scene, first: int) -> Answer:
    """The words for where a cry comes from: `cries of “Shame!” from | the public gallery`."""
    analysis, last = scene.analysis, first
    mention = scene.mention_at(analysis.starts[first], analysis.ends[first])
    if mention is not None and scene.mentions[mention].start == analysis.starts[first]:
        return scene.answer(mention)
    while last < len(analysis) and analysis.tags[last] in _PHRASE:
        last += 1
    return (
        Answer(source=(analysis.starts[first], analysis.ends[last - 1]))
        if last > first
        else Answer()
    )


def _lead(quotation: Quotation, scene: Scene) -> int | None:
    """The colon or comma right before a direct quotation without a cue.

    It may end the paragraph before, as a dash may: `Ann Lee went on to say--`.
    """
    analysis = scene.analysis
    if quotation.cue is not None or quotation.kind is not QuoteKind.DIRECT:
        return None
    lead = analysis.token_at(quotation.start) - 1
    if lead < 1:
        return None
    apart = analysis.paragraph_at(quotation.start) - analysis.paragraph_at(analysis.starts[lead])
    leads = _LEADS | _DASHES if apart else _LEADS
    return lead if apart <= 1 and analysis.lowers[lead] in leads else None


def _headlined(scene: Scene, first: int, colon: int) -> Answer | None:
    """Whose view a headline gives: `Holm On Ferry: “No”`."""
    analysis = scene.analysis
    if any(form in FINITE for form in analysis.forms[first:colon]):
        return None
    mention = scene.mention_at(analysis.starts[first], analysis.starts[colon])
    if mention is None or scene.mentions[mention].start != analysis.starts[first]:
        return None
    after = analysis.token_at(scene.mentions[mention].end)
    return scene.answer(mention) if analysis.lowers[after] == "on" else None


def _name_at_end(scene: Scene, colon: int) -> Answer | None:
    """The person named right before the colon."""
    end = scene.analysis.ends[colon - 1]
    mention = scene.mention_at(end - 1, end)
    if mention is None or scene.mentions[mention].reference is not Reference.NAME:
        return None
    answer = scene.answer(mention)
    return answer if _is_of(scene, answer, SOMEBODY) else None


def _sentence_start(scene: Scene, token: int) -> int:
    return scene.analysis.sentence_at(token)[0]


def _is_body(scene: Scene, answer: Answer | None, verb: int, lead: int) -> bool:
    """Whether a body or a text speaks after a colon: `The Harbour Board was plain: “No.”`; not it.

    Nor one that the tree finds a verb in: `Lee Heckles Union Members: “No.”`
    """
    if scene.analysis.lowers[lead] != ":" or not _is_of(scene, answer, _AUTHORS):
        return False
    assert answer is not None
    assert answer.mention is not None
    mention = scene.mentions[answer.mention]
    named = mention.reference is not Reference.PRONOUN
    return named and mention.end <= scene.analysis.starts[verb]


def _is_of(scene: Scene, answer: Answer | None, kinds: Container[SpeakerKind]) -> bool:
    return (
        answer is not None
        and answer.mention is not None
        and scene.mentions[answer.mention].kind in kinds
    )
