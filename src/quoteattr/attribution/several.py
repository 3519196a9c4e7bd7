"""Several names that are one source: `Norway, Chile and Ghana said`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import regex

from quoteattr.datatypes import Reference
from quoteattr.grammar import are_apart, opens_sentence

if TYPE_CHECKING:
    from quoteattr.attribution.scene import Scene

_JOINT: Final = regex.compile(r",\s(?:and\s)?(?:the\s)?|\sand\s(?:the\s)?")
_AND: Final = " and "
_OWNS: Final = ("'s", "’s", "' ", "’ ")


def end_of_list(scene: Scene, mention: int) -> int | None:
    """Where names of one kind in a row end: `Norway, Chile and Ghana | said`; None for none."""
    text, kind = scene.analysis.text, scene.mentions[mention].kind
    last, joint = mention, _JOINT.match(text, scene.mentions[mention].end)
    while joint is not None and scene.mentions[last].reference is Reference.NAME:
        after = scene.mention_at(joint.end(), joint.end() + 1)
        if after is None or scene.mentions[after].start != joint.end():
            return None
        named = scene.mentions[after]
        if named.reference is not Reference.NAME or named.kind is not kind:
            return None
        if "and" in joint.group():
            start = scene.mentions[mention].start
            apart = last == mention and are_apart(scene.analysis, start, joint.group())
            return None if apart or text.startswith(_OWNS, named.end) else named.end
        last, joint = after, _JOINT.match(text, named.end)
    return None


def partner_before(scene: Scene, mention: int) -> int | None:
    """Index of the name before "and" that opens the sentence: `Lee and her aide Jo Berg`."""
    found = scene.mentions[mention]
    end = found.start - len(_AND)
    if end < 1 or not scene.analysis.text.startswith(_AND, end) or not found.names_person:
        return None
    partner = scene.mention_at(end - 1, end)
    if partner is None or scene.mentions[partner].end != end:
        return None
    opens = opens_sentence(scene.analysis, scene.mentions[partner].start)
    return partner if opens and scene.mentions[partner].names_person else None


def partner_after(scene: Scene, mention: int) -> int | None:
    """Index of the name after "and", where two people are one source: `Ann Lee and Jo Berg`."""
    found = scene.mentions[mention]
    after = found.end + len(_AND)
    if not scene.analysis.text.startswith(_AND, found.end) or not found.names_person:
        return None
    partner = scene.mention_at(after, after + 1)
    if partner is None or scene.mentions[partner].start != after:
        return None
    return partner if scene.mentions[partner].names_person else None
