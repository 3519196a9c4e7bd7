"""Whose a message is that speaks: `Ann Lee's letter said no` is Ann Lee's word, in writing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import regex
from attrs import evolve

from quoteattr.attribution.answers import Answer
from quoteattr.attribution.owning import giver, owns
from quoteattr.datatypes import QuoteKind, SpeakerKind
from quoteattr.lexicon import words

if TYPE_CHECKING:
    from quoteattr.attribution.scene import Scene
    from quoteattr.records import Mention, Quotation


_CLOSING: Final = 120
"""Code points at the end of what is quoted in which its writer signs."""
_OWNS: Final = regex.compile(r"[’'](?:s\b| )")
_APOSTROPHE: Final = 2  # code points: 's
_LETTER: Final = 60
"""Code points of a letter at least: `“It is not mine. Yours, Ada.”` is none."""
_FAREWELL: Final = regex.compile(
    r"(?<=[.!?,;:—\n]\s{0,2})(?i:(?:I\s(?:am|remain),?\s)?"
    r"(?:yours?(?:\s\w++){0,4}?|(?:with\s(?:\w++\s){0,3})?"
    r"(?:love|regards|wishes|sincerely|faithfully|truly|respectfully|affectionately)),?"
    r"(?:\s(?:from|always|ever|as\sever),?)?)\s++"
    r"(?:[“\"‘']\s?)?(?P<name>(?:\p{Lu}[\p{L}.’'-]*+\s?){1,4})[”\"’'.\s]*+\Z"
)


def link_messages(scene: Scene) -> None:
    """Answer quotations out of a message with its owner or who signs; a law speaks for itself."""
    for index, answer in enumerate(scene.answers):
        if answer is None or answer.mention is None or answer.entity is not None:
            continue
        message = scene.mentions[answer.mention]
        if not _is_message(scene, message):
            continue
        owner = _owner(scene, message)
        entity = None if owner is None else scene.chains.entity_of[owner]
        entity = _signer(scene, scene.quotations[index]) if entity is None else entity
        if entity is not None:
            scene.answers[index] = evolve(answer, entity=entity)


def signed(quotation: Quotation, scene: Scene) -> Answer | None:
    """Who signs what is quoted: `“My dear Sir, I shall come. Yours in haste, Ada Holm.”`"""
    if quotation.kind is not QuoteKind.DIRECT or quotation.cue is not None:
        return None
    signer = _signer(scene, quotation)
    return None if signer is None else Answer(entity=signer)


def _signer(scene: Scene, quotation: Quotation) -> int | None:
    """The entity whose name closes a quotation behind a farewell."""
    start, end = quotation.content[-1]
    text, start = scene.analysis.text, max(start, end - _CLOSING)
    match = _FAREWELL.search(text, start, end)
    if match is None or match.start() - quotation.start < _LETTER:
        return None
    index = scene.mention_at(match.start("name"), match.end("name"))
    if index is None or not scene.mentions[index].names_person:
        return None
    return scene.chains.entity_of[index]


def _is_message(scene: Scene, mention: Mention) -> bool:
    noun = scene.analysis.lowers[mention.head]
    return mention.kind is SpeakerKind.DOCUMENT and noun in words("messages")


def _owner(scene: Scene, message: Mention) -> int | None:
    """The mention of the owner: `her letter`, `Ann Lee's letter`, `a letter from Ann Lee`."""
    noun = scene.analysis.starts[message.head]
    before = list(scene.mentions_in(message.start, noun))
    owner = max(
        (index for index in before if owns(scene, index)),
        key=lambda index: scene.mentions[index].end,
        default=None,
    )
    if owner is None:
        return giver(scene, message.head + 1)
    between = scene.analysis.text[scene.mentions[owner].end + _APOSTROPHE : noun]
    return None if _OWNS.search(between) else owner  # his | sister's memoir
