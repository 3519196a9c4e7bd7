"""A sieve over what stands in brackets behind a quotation: who is cited for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import regex

from quoteattr.attribution.answers import Answer
from quoteattr.datatypes import QuoteKind
from quoteattr.lexicon import words

if TYPE_CHECKING:
    from quoteattr.attribution.scene import Scene
    from quoteattr.records import Quotation

_WORD: Final = r"\p{Lu}[\p{L}\p{M}’'.-]{1,24}+"
_CITED: Final = regex.compile(
    r"\s?[(\[](?:(?:as )?(?:cited|quoted|qtd\.) (?:in|by) )?"
    rf"(?P<name>{_WORD}(?: (?:(?:and|&|of|for|de|van|von) )?{_WORD}){{0,3}}(?: et al\.?)?),? ?"
    r"(?:\(?[12]\d{3}[a-z]?\b|pp?\. ?\d|\d{1,4}[)\]]|interview\b|personal communication\b"
    r"|pers\. comm|field ?notes?\b|\d{1,2} \p{Lu}\p{Ll}+ [12]\d{3})"
)


def cited(quotation: Quotation, scene: Scene) -> Answer | None:
    """Who is named with a year, a page or an interview: `“It stays” (Ann Lee 2019: 44).`"""
    if quotation.cue is not None or quotation.kind is not QuoteKind.DIRECT:
        return None
    match = _CITED.match(scene.analysis.text, quotation.end)
    if match is None or match["name"].split()[0].lower() in words("no_authors"):
        return None
    start, end = match.span("name")
    mention = scene.mention_at(start, end)
    if mention is None or scene.mentions[mention].start != start:
        return Answer(source=(start, end))
    return Answer(source=(start, end), mention=mention)
