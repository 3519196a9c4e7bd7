"""Who is spoken to, and who is only spoken about, inside a turn."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

import regex

from quoteattr import config
from quoteattr.datatypes import Reference, SpeakerKind
from quoteattr.forms_of_address import genders_addressed
from quoteattr.grammar import is_set_off
from quoteattr.records import Gender

_WHICH: Final = regex.compile(
    r"(?:\b[Aa]re\syou|\b[Yy]ou[’']re|\b[Yy]ou\s(?:are|must\sbe)"
    r"|\b(?:[Ww]hich|one)\sof\syou(?:\s\w++)?\sis)\s\Z"
)
_ASKING: Final = ("?", ", I suppose", ", I believe", ", I think", ", I presume", ", aren")
_OPENS: Final = " \r\n“‘\"'"
_ENDS: Final = regex.compile(r"\?\W*\Z")
_GOES_ON: Final = regex.compile(r",[^.?!]++\?\W*\Z")
_SHORT: Final = 40
"""Code points before a name in which it may be asked who bears it."""

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quoteattr.attribution.scene import Scene
    from quoteattr.attribution.turns import Turn
    from quoteattr.records import Mention


def called(scene: Scene, turn: Turn) -> list[int]:
    """Entities called by name or title in the turn, set off by commas or marks: `“No, Ann, never.”`

    And those who are asked for: `“Which of you is Ann?”`
    """
    return [entity for entity, vocative in _inside(scene, turn) if vocative]


def asked(scene: Scene, turn: Turn) -> set[int]:
    """Persons called in a last question: `“And you, Ann?”`, `“Ann, what now?”`, not `“Ann?”`"""
    text = scene.analysis.text
    found = set[int]()
    for index in turn.quotations[: config.TURN_QUOTATIONS]:
        start, end = scene.quotations[index].content[-1]
        for mention in islice(scene.mentions_in(start, end), config.TURN_MENTIONS):
            name, entity = scene.mentions[mention], scene.chains.entity_of[mention]
            if entity is None or not name.names_person or name.reference is not Reference.NAME:
                continue
            before = text[start : name.start].rstrip(_OPENS)[-1:]
            closes = before == "," and _ENDS.match(text, name.end, end)
            opens = before in ("", *".?!") and _GOES_ON.match(text, name.end, end)
            if closes or opens:
                found.add(entity)
    return found


def named(scene: Scene, turn: Turn) -> list[int]:
    """Entities mentioned by name in the turn without being called: `“I saw Ann.”`"""
    return [entity for entity, vocative in _inside(scene, turn) if not vocative]


def addressed_gender(scene: Scene, turn: Turn) -> Gender:
    """Gender of who is addressed in the turn by a title alone: `“No, sir.”`"""
    shown = set[Gender]()
    for index in turn.quotations[: config.TURN_QUOTATIONS]:
        for part in scene.quotations[index].content:
            shown |= genders_addressed(scene.analysis.text, *part)
    return shown.pop() if len(shown) == 1 else Gender.UNKNOWN


def spoken_of(scene: Scene, turn: Turn) -> set[int]:
    """Entities that the turn speaks of without their names: `“She left.”`, `“the old man”`."""
    found = set()
    for index in turn.quotations[: config.TURN_QUOTATIONS]:
        for start, end in scene.quotations[index].content:
            for mention in islice(scene.mentions_in(start, end), config.TURN_MENTIONS):
                entity = scene.chains.entity_of[mention]
                if entity is not None and scene.mentions[mention].reference is not Reference.NAME:
                    found.add(entity)
    return found


def told(scene: Scene, turn: Turn) -> set[int]:
    """Entities that the reporting clauses of the turn say are spoken to: `he said to Ann`."""
    found = set()
    for index in turn.quotations[: config.TURN_QUOTATIONS]:
        addressee = scene.quotations[index].addressee
        mention = None if addressee is None else scene.mention_at(*addressee)
        entity = None if mention is None else scene.chains.entity_of[mention]
        if entity is not None:
            found.add(entity)
    return found


def _inside(scene: Scene, turn: Turn) -> Iterator[tuple[int, bool]]:
    for index in turn.quotations[: config.TURN_QUOTATIONS]:
        for start, end in scene.quotations[index].content:
            for mention in islice(scene.mentions_in(start, end), config.TURN_MENTIONS):
                entity, found = scene.chains.entity_of[mention], scene.mentions[mention]
                if entity is None:
                    continue
                set_off = is_set_off(scene.analysis, found.start, found.end)
                if found.reference is Reference.NAME:
                    yield entity, set_off or _is_asked_for(scene, found)
                elif set_off and _is_title(scene, found, entity):
                    yield entity, True


def _is_asked_for(scene: Scene, name: Mention) -> bool:
    """Whether whoever bears a name is looked for among those there: `“Are you Ann Lee?”`"""
    text = scene.analysis.text
    if not text.startswith(_ASKING, name.end):
        return False
    return bool(_WHICH.search(text, max(0, name.start - _SHORT), name.start))


def _is_title(scene: Scene, mention: Mention, entity: int) -> bool:
    """Whether a title with a capital calls somebody with a name: `“Well, Doctor?”`"""
    is_capital = scene.analysis.words[mention.head][:1].isupper()
    return is_capital and scene.chains.entities[entity].kind is SpeakerKind.PERSON
