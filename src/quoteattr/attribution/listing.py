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
    from quoteattr.analysis import Analysis, Paragraph
    from quoteattr.attribution.scene import Scene
    from quoteattr.records import Quotation

_BEFORE_NAME: Final = regex.compile(r"[\s*_#>\d.)]*+(?:(?:The|the) )?")
_WORDS: Final = (
    r"(?:quotes?|quotations?|statements?|remarks?|comments?|words|sayings|claims|lines"
    r"|posts|tweets)"
)
_WORDS_OF: Final = regex.compile(
    r"[\s*_#>]*+(?:(?:(?!(?:to|on|about)\s)\p{L}+ ){0,7}?"
    rf"{_WORDS}\s(?:[^.:“”\"\n]{{0,60}}\s)?(?:by|from|of|with|attributed to)|what)\s",
    flags=regex.IGNORECASE,
)
_BEFORE_OWNER: Final = regex.compile(
    r"[\s*_#>]*+(?:(?:here|these|below|are|is|some|several|many|a few|a list|of|the) ){0,6}+",
    flags=regex.IGNORECASE,
)
_OWNS: Final = regex.compile(
    rf"[’']s? (?:\p{{Ll}}+,? ){{0,5}}?{_WORDS}(?: [^.:“”\"\n]{{1,60}})?[\s*_]*:[\s*_]*"
)
"""Behind an owner: `Some of Ann Lee | 's best-known quotes:`."""
_OPENING: Final = frozenset("“\"‘'«„「『")
_LEADS: Final = regex.compile(
    r"(?:[,(][^.:“”\"\n]{1,80}|(?:\s\p{Ll}+){0,2}?\s(?:said|says|told|wrote|posted|tweeted)[^.:“”\"\n]{0,60})?"
    r"[\s*_]*:[\s*_]*"
)


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
    above = _line_above_list(analysis, quotation.cue.start)
    return None if above is None else _named_first(scene, above.start, above.end)


def quoted_under(quotation: Quotation, scene: Scene) -> Answer | None:
    """Whose words a list has, by the line above it: `Statements by Ann Lee:`, `- “It is over.”`.

    `Ann Lee (mayor):` will do above items; without their signs, as of `*`, a row of quotations
    might be a dialogue.
    """
    if quotation.cue is not None or quotation.parent is not None:
        return None
    analysis = scene.analysis
    token = analysis.token_at(quotation.start)
    item = opens_item(analysis, token)
    if not item and token != analysis.paragraphs[analysis.paragraph_at(quotation.start)].first:
        return None
    above = _line_above_list(analysis, quotation.start)
    if above is None:
        return None
    match = _WORDS_OF.match(analysis.text, above.start, above.end)
    if match is None and item:
        match = _BEFORE_NAME.match(analysis.text, above.start, above.end)
    mention = None if match is None else _somebody_at(scene, match.end())
    if mention is None:
        return _owner_of_words(scene, above)
    after = analysis.text[scene.mentions[mention].end : above.end]
    return Answer(mention=mention) if _LEADS.fullmatch(after) else None


def _owner_of_words(scene: Scene, line: Paragraph) -> Answer | None:
    """Who owns the words that a line leads to: `Here are some of Ann Lee's quotes on the pier:`."""
    text = scene.analysis.text
    match = _BEFORE_OWNER.match(text, line.start, line.end)
    mention = None if match is None else _somebody_at(scene, match.end())
    if mention is None or _OWNS.fullmatch(text, scene.mentions[mention].end, line.end) is None:
        return None
    return Answer(mention=mention)


def _line_above_list(analysis: Analysis, position: int) -> Paragraph | None:
    """The line that leads to the list, or to the row of quotations, in which *position* stands."""
    here = analysis.paragraph_at(position)
    for above in range(here - 1, max(-1, here - 1 - config.LIST_ITEMS), -1):
        paragraph = analysis.paragraphs[above]
        quoted = analysis.words[paragraph.first] in _OPENING
        if after_item_sign(analysis, paragraph) == paragraph.first and not quoted:
            return paragraph
    return None


def _named_first(scene: Scene, start: int, end: int) -> Answer | None:
    """Who begins a line that leads to a list, one without a full stop."""
    text = scene.analysis.text
    if text[start:end].rstrip(" *_").endswith((".", "!", "?", "”", '"')):
        return None
    match = _BEFORE_NAME.match(text, start, end)
    first = start if match is None else match.end()
    mention = _somebody_at(scene, first)
    if mention is None or scene.mentions[mention].quoted is not None:
        return None
    return Answer(mention=mention)


def _somebody_at(scene: Scene, position: int) -> int | None:
    mention = scene.mention_at(position, position + 1)
    return mention if mention is not None and scene.mentions[mention].kind in SOMEBODY else None
