"""What the text tells of somebody without a name: "One of those there, a nurse, said no."."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import regex

from quoteattr.coreference.roles.apposition import closes, opens_clause
from quoteattr.coreference.roles.reading import describes
from quoteattr.datatypes import SpeakerKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from quoteattr.analysis import Analysis
    from quoteattr.coreference.pronouns.scene import Scene
    from quoteattr.coreference.threads import Thread
    from quoteattr.records import Mention

_BETWEEN: Final = regex.compile(r"(?: (?:at|from|in|of|on|with) [^,.;:—–“”\"]{2,40})?, ")
_UNTOLD: Final = regex.compile(
    r",? (?:who|speaking|on)\b[^.;“”\"]{0,80}?\b(?:anonym|withheld|"
    r"not (?:be )?(?:authori[sz]ed|allowed) to|"
    r"(?:not|n[’']t) [^.;“”\"]{0,30}?(?:named|identified)\b|"
    r"(?:not|n[’']t|declined|refused|without) [^.;“”\"]{0,30}?\b(?:his|her|their) (?:full )?name)"
)
_LIKE: Final = (["air", "of"], ["look", "of"], ["manner", "of"], ["tone", "of"], ["smile", "of"])
_NEAR: Final = 4  # mentions


def nameless_before(
    analysis: Analysis,
    mentions: Sequence[Mention],
    i: int,
    thread_of: Mapping[int, Thread],
) -> Thread | None:
    """Whom description *i* tells more of: "One of those in the hall, a nurse, said no"."""
    text, description = analysis.text, mentions[i]
    if not describes(description) or text[
        description.start : description.start + 2
    ].lower() not in ("a ", "an"):
        return None
    for j in range(i - 1, max(-1, i - _NEAR), -1):
        one = mentions[j]
        if one.end >= description.start or not describes(one) or not opens_clause(analysis, one):
            continue
        if _BETWEEN.fullmatch(text, one.end, description.start):
            thread = thread_of.get(j)
            nameless = thread is not None and thread.kind is SpeakerKind.UNNAMED
            return thread if nameless and closes(analysis, description) else None
    return None


def stays_nameless(analysis: Analysis, description: Mention) -> bool:
    """Whether a description is said to stay unnamed: "the officer, who asked not to be named"."""
    return _UNTOLD.match(analysis.text, description.end) is not None


def is_capacity(scene: Scene, i: int) -> bool:
    """Whether description *i* only tells what somebody was: "As a student in Velm she was told".

    Or is like: "with the air of a man in a hurry". Or hopes to be: "a path to becoming the party's
    candidate". Not where it speaks or acts itself: "as a friend put it".
    """
    mention = scene.mentions[i]
    start = scene.analysis.token_at(mention.start)
    like = scene.analysis.lowers[max(0, start - 2) : start]
    if like[-1:] == ["becoming"]:
        return i not in scene.is_source
    if (like[-1:] != ["as"] and like not in _LIKE) or i in scene.is_source or scene.is_subject(i):
        return False
    return scene.analysis.lowers[start] in ("a", "an")
