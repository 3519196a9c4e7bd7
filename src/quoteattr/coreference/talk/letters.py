"""Who writes a letter, a mail or a report, and to whom: "Dear Ada,", "Yours,", "By Bo Lund"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import regex

from quoteattr.coreference.talk import limits
from quoteattr.datatypes import SpeakerKind

if TYPE_CHECKING:
    from quoteattr.coreference.pronouns.scene import Scene
    from quoteattr.coreference.threads import Thread
    from quoteattr.records import Mention

_FAREWELL: Final = regex.compile(
    r"(?:(?:with |our |my |all )?(?:very )?(?:kind|kindest|best|warm|warmest|many) "
    r"(?:regards|wishes|thanks)"
    r"|regards|(?:(?:with|all) (?:my )?)?love|cheers|thanks|thank you|gratefully|in solidarity|best"
    r"|(?:yours )?(?:ever|truly|sincerely|faithfully|respectfully|affectionately)"
    r"|(?:sincerely )?yours"
    r"|(?:as ever|ever|always|believe me|i remain)?,? ?your (?:\p{L}+,? ){0,3}"
    r"(?:friend|sister|brother|son|daughter|mother|father|cousin|aunt|uncle|servant)),?",
    regex.IGNORECASE,
)
_GREETING: Final = regex.compile(
    r"(?:(?:my )?(?:very |own )?(?:dear|dearest|beloved)|hi|hello|hey|good (?:morning|evening)) \Z"
    r"|\Z",
    regex.IGNORECASE,
)
_GREETED: Final = regex.compile(r"[,:!—–-]\s*+\Z")


def find_signer(scene: Scene) -> Thread | None:
    """Who signs a report above it: "By Ada Holm, arts editor" in a paragraph of its own.

    Or a letter below it: "Yours," and then "Ada Holm" in a line of its own.
    """
    analysis, threads = scene.analysis, scene.threads
    if scene.talk.is_story:
        return None
    own = [i for i, mention in enumerate(scene.mentions) if mention.quoted is None]
    for i in reversed(own[-limits.SIGNED_BELOW :]):
        if _signs_below(analysis.text, scene.mentions[i]) and i in threads:
            return threads[i]
    for i, mention in enumerate(scene.mentions[: limits.SIGNED_ABOVE]):
        paragraph = analysis.paragraphs[analysis.paragraph_at(mention.start)]
        before = analysis.text[paragraph.start : mention.start].strip()
        alone = paragraph.end - mention.end <= limits.AFTER_SIGNATURE
        if before in ("By", "BY", "by") and alone and i in threads:
            return threads[i] if threads[i].kind is SpeakerKind.PERSON else None
    return None


def _signs_below(text: str, mention: Mention) -> bool:
    """Whether a name begins the line after a farewell: "Yours sincerely,", "Best wishes,"."""
    begin = text.rfind("\n", 0, mention.start) + 1
    if not mention.names_person or text[begin : mention.start].strip():
        return False
    farewell = text[max(0, begin - limits.FAREWELL) : begin].rstrip().rpartition("\n")[2]
    return _FAREWELL.fullmatch(farewell.strip()) is not None


def find_greeted(scene: Scene) -> Thread | None:
    """Who is greeted in a paragraph of its own at the head of a letter: "My dear Ada,", "Bo,".

    That one is "you" below, and neither "he" nor "she".
    """
    if scene.talk.is_story:
        return None
    text, paragraphs = scene.analysis.text, scene.analysis.paragraphs
    for i, mention in enumerate(scene.mentions[: limits.SIGNED_ABOVE]):
        line = paragraphs[scene.paragraphs[i]]
        if mention.names_person and mention.quoted is None and i in scene.threads:
            greets = _GREETING.match(text, line.start, mention.start)
            if greets and _GREETED.match(text, mention.end, line.end):
                return scene.threads[i]
    return None
