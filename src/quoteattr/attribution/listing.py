"""The sieve over lists under a name: `Ann Lee (mayor)`, and below it `- Said it was over`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import regex

from quoteattr import config
from quoteattr.attribution.answers import Answer
from quoteattr.attribution.surface import group_start
from quoteattr.grammar import after_item_sign, opens_item
from quoteattr.records import SOMEBODY

if TYPE_CHECKING:
    from quoteattr.attribution.scene import Scene
    from quoteattr.records import Quotation

_BEFORE_NAME: Final = regex.compile(r"[\s*_#>\d.)]*+(?:(?:The|the) )?")


def listed_under(quotation: Quotation, scene: Scene) -> Answer | None:
    """Who the line above a list names, for an item whose cue has no subject.

    `Ann Lee (mayor)` above `- Said that it was over`; `Ann Lee made two points:` as well.
    """
    if quotation.cue is None or quotation.clause is None or quotation.parent is not None:
        return None
    analysis = scene.analysis
    token = analysis.token_at(group_start(quotation, scene))
    if quotation.clause[0] != analysis.starts[token] or not opens_item(analysis, token):
        return None
    told = [quotation.start, *(quotation.addressee or ())[:1]]
    if min(told) > analysis.starts[min(quotation.cue.token + 3, len(analysis) - 1)]:
        return None  # - Said Ann Lee: “No.”
    here = analysis.paragraph_at(quotation.cue.start)
    for above in range(here - 1, max(-1, here - 1 - config.LIST_ITEMS), -1):
        paragraph = analysis.paragraphs[above]
        if after_item_sign(analysis, paragraph) == paragraph.first:
            return _named_first(scene, paragraph.start, paragraph.end)
    return None


def _named_first(scene: Scene, start: int, end: int) -> Answer | None:
    """Who begins a line that leads to a list, one without a full stop."""
    text = scene.analysis.text
    if text[start:end].rstrip(" *_").endswith((".", "!", "?", "”", '"')):
        return None
    match = _BEFORE_NAME.match(text, start, end)
    first = start if match is None else match.end()
    mention = scene.mention_at(first, first + 1)
    if mention is None or scene.mentions[mention].quoted is not None:
        return None
    return Answer(mention=mention) if scene.mentions[mention].kind in SOMEBODY else None
