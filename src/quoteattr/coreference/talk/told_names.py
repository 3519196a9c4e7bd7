"""Who has a name by what the teller says, or by the own answer: `His name was Bo Velm.`"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import regex

from quoteattr.coreference.talk import limits
from quoteattr.datatypes import Reference
from quoteattr.own_names import POSSESSIVE, asks_own_name, opens_answer

if TYPE_CHECKING:
    from quoteattr.coreference.pronouns.scene import Scene
    from quoteattr.coreference.threads import Thread

_TOLD: Final = regex.compile(
    r"(?:\b(?P<whose>[Hh]is|[Hh]er|\w++(?=[’']s))(?:[’']s)?\s"
    r"(?:(?:own|full|first|given|Christian|real)\s)?name"
    r"(?:,\s[^.,;!?]{1,30},)?\s(?:is|was)\s"
    r"|\b(?P<who>[Hh]e|[Ss]he)\s(?:is|was)\s(?:the|an?|his|her|their)\s"
    r"(?:(?!(?:of|to|with|by|in|for|from|at|on)\b)[\p{Ll}’'-]++\s){0,4}[\p{Ll}-]++,\s)\Z"
)
_MENTIONS: Final = 6
"""Mentions before a name among which it is looked for whose it is."""


def find_told_names(scene: Scene) -> dict[int, Thread]:
    """By a mention without a name who it is: `A boy came in. His name was Bo Velm.`"""
    found: dict[int, Thread] = {}
    for i, thread in scene.threads.items():
        mention = scene.mentions[i]
        if not mention.names_person or mention.reference is not Reference.NAME:
            continue
        index = _whose(scene, i) if mention.quoted is None else _asked_for(scene, i)
        if index is not None:
            found[index] = thread
    return found


def _whose(scene: Scene, i: int) -> int | None:
    """The mention of which the teller says that name *i* is its own."""
    text, mention = scene.analysis.text, scene.mentions[i]
    begin = max(0, mention.start - limits.TELLING_NAMES)
    match = _TOLD.search(text, begin, mention.start)
    if match is None or text.startswith(POSSESSIVE, mention.end):
        return None
    start = match.start("whose" if match["whose"] else "who")
    for before in range(i - 1, max(-1, i - 1 - _MENTIONS), -1):
        if scene.mentions[before].start <= start < scene.mentions[before].end:
            return before
    return None


def _asked_for(scene: Scene, i: int) -> int | None:
    """The source of the turn that name *i* opens, where it answers; without one of two before.

    `“A word,” said a man.` `“What is your name?”` `“Bo Velm, sir.”`
    """
    talk, text, mention = scene.talk, scene.analysis.text, scene.mentions[i]
    position = talk.of.get(scene.paragraphs[i])
    if position is None or not talk.follows(position):
        return None
    opening = scene.analysis.paragraphs[talk.turns[position].first].start
    asking = scene.analysis.paragraphs[talk.turns[position - 1].last]
    if not opens_answer(text, opening, mention) or not asks_own_name(
        text, asking.start, asking.end
    ):
        return None
    turns = [talk.turns[position]]
    if talk.follows(position - 1):
        turns.append(talk.turns[position - 2])
    return next((turn.sources[-1] for turn in turns if turn.sources), None)
