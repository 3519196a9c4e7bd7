"""Sieves over what stands right before a cue in -ing: a statement that is issued, a guest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr import config
from quoteattr.attribution.answers import Answer
from quoteattr.attribution.closeness import described_before
from quoteattr.attribution.scene import Scene
from quoteattr.datatypes import SpeakerKind
from quoteattr.grammar import SUBJECTS, child
from quoteattr.lexicon import word_classes, words

if TYPE_CHECKING:
    from quoteattr.analysis import Analysis
    from quoteattr.records import Quotation

_BRINGING: Final = frozenset(
    {"with", "caught", "heard", "overheard", "recorded", "filmed"}
    | {"remember", "remembers", "remembered", "recall", "recalls", "recalled"}
)
_PHRASE: Final = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "CCONJ"})
_IN_TIMES: Final = frozenset(
    {",", "on", "late", "early", "morning", "afternoon", "evening", "night", "ever", "actually"}
)
_SHOWING: Final = frozenset(
    {
        *("account", "accounts", "audio", "clip", "clips", "evidence", "film", "footage"),
        *("instance", "instances", "memory", "memories", "proof", "record", "recording"),
        *("recordings", "records", "report", "reports", "tape", "tapes", "video", "videos"),
    }
)


def issuer(quotation: Quotation, scene: Scene) -> Answer | None:
    """Who gave out the statement: `The union issued a statement saying that talks had failed.`"""
    statement = _mention_before_participle(quotation, scene)
    if quotation.cue is not None and quotation.cue.lemma == "add":
        return None  # said it had issued a statement, adding
    if statement is None or scene.mentions[statement].kind is not SpeakerKind.DOCUMENT:
        return None
    analysis = scene.analysis
    last = analysis.token_at(scene.mentions[statement].start)
    first, _ = analysis.sentence_at(last)
    for verb in range(last - 1, max(first, last - config.ISSUING_REACH) - 1, -1):
        if analysis.lowers[verb] in words("issuing_verbs"):
            return _subject_of(quotation, scene, verb, first)
    return None


def _subject_of(quotation: Quotation, scene: Scene, verb: int, first: int) -> Answer | None:
    """The subject of the verb: by the tree, else what is mentioned last before it."""
    analysis = scene.analysis
    subject = child(analysis, verb, *SUBJECTS)
    if subject is not None:
        mention = scene.mention_at(analysis.starts[subject], analysis.ends[subject])
    else:
        before = list(scene.mentions_in(analysis.starts[first], analysis.starts[verb]))
        mention = before[-1] if before else None
    if mention is None or scene.is_content(quotation, scene.mentions[mention].start):
        return None
    return scene.answer(mention)


def shown_on(quotation: Quotation, scene: Scene) -> Answer | None:
    """What words are read on: `He held a sign reading “No”`, `a sign at the gate reading “No”`."""
    cue = quotation.cue
    if cue is None or scene.analysis.lowers[cue.token] != "reading":
        return None
    analysis = scene.analysis
    first = max(analysis.sentence_at(cue.token)[0], cue.token - config.ISSUING_REACH)
    documents = words("document_nouns") | words("worn_signs")
    noun = next((t for t in range(first, cue.token) if analysis.lowers[t] in documents), None)
    if noun is None:
        return None
    mention = scene.mention_at(analysis.starts[noun], analysis.ends[noun])
    if mention is not None and analysis.lowers[noun] in words("document_nouns"):
        return scene.answer(mention)
    determined = noun > 0 and analysis.lowers[noun - 1] in ("a", "an", "the", "his", "her")
    return Answer(source=(analysis.starts[noun - determined], analysis.ends[noun]))


def brought_in(quotation: Quotation, scene: Scene) -> Answer | None:
    """Who stands between *with* and the cue: `It went on, with one guest saying it was late.`

    Or whom others hear: `Cameras caught Lee telling her that it was`, `no record of Lee saying no`;
    or remember: `She recalls him saying it was late`.
    Not across a comma: `She went home with a friend, saying it was late.`
    """
    mention = _mention_before_participle(quotation, scene)
    if quotation.cue is None:
        return None
    if mention is None:
        return _words_after_with(quotation.cue.token, scene)
    found, text = scene.mentions[mention], scene.analysis.text
    if "," in text[found.end : quotation.cue.start]:
        return _named_after_with(mention, scene)
    token = scene.analysis.token_at(found.start) - 1
    if token >= 2 and scene.analysis.lowers[token - 2 : token + 1] == ["with", "one", "of"]:
        return Answer(source=(scene.analysis.starts[token - 1], quotation.cue.start - 1))
    before = scene.analysis.lowers[token] if token >= 0 else ""
    shown = before == "of" and token > 0 and scene.analysis.lowers[token - 1] in _SHOWING
    if before not in _BRINGING and not shown:
        return _words_after_with(quotation.cue.token, scene)
    return scene.answer(mention)


def _named_after_with(name: int, scene: Scene) -> Answer | None:
    """A description that a name tells more of: `with the mayor, Ann Lee, | saying it was late`."""
    described = described_before(scene, name)
    if described is None:
        return None
    link = scene.analysis.token_at(scene.mentions[described].start) - 1
    brought = link > 0 and scene.analysis.lowers[link - 1 : link + 1] == [",", "with"]
    return scene.answer(described) if brought else None


def _words_after_with(cue: int, scene: Scene) -> Answer | None:
    """A phrase that is no mention: `It was loud, with | many marchers and watchers | chanting`."""
    analysis, start = scene.analysis, cue
    while start > 0 and cue - start <= config.OWNER_TOKENS and analysis.tags[start - 1] in _PHRASE:
        start -= 1
    if start == cue or analysis.lowers[max(0, start - 2) : start] != [",", "with"]:
        return None
    return Answer(source=(analysis.starts[start], analysis.ends[cue - 1]))


def _mention_before_participle(quotation: Quotation, scene: Scene) -> int | None:
    """The mention right before a cue in -ing, addressees and times aside.

    `a letter to Lee saying`, `a statement late on Friday saying`.
    """
    if quotation.cue is None or not scene.analysis.lowers[quotation.cue.token].endswith("ing"):
        return None
    analysis, start = scene.analysis, quotation.cue.start
    floor = start - config.NAME_REACH
    found = list(scene.mentions_in(floor, start))
    while found:
        mention = found.pop()
        if not _is_only_time(analysis, scene.mentions[mention].end, start):
            return None
        token = analysis.token_at(scene.mentions[mention].start) - 1
        if token < 0 or analysis.lowers[token] != "to":
            return mention
        start = analysis.starts[token]
    return None


def _is_only_time(analysis: Analysis, start: int, end: int) -> bool:
    """Whether nothing but a time or a comma stands in the code points [start, end)."""
    between = analysis.tokens(start, end)
    return all(
        analysis.lowers[token] in _IN_TIMES or word_classes().get(analysis.lowers[token]) == "time"
        for token in between
    )
