"""What the text says beside the name of a body: "The firm, Borealis,", "the court (the CJV)"."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from quoteattr.coreference.names.beside import body_before
from quoteattr.coreference.roles.apposition import closes, next_apart
from quoteattr.datatypes import Reference, SpeakerKind
from quoteattr.lexicon import words
from quoteattr.records import Number

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quoteattr.analysis import Analysis
    from quoteattr.records import Mention

_COMMA = regex.compile(r", (?:the )?")
_BRACKET = regex.compile(r" \((?:the )?[^()\n]{1,60}\)")
_DEALERS = frozenset(
    {"owner", "landlord", "sponsor", "backer", "contractor", "rival", "partner"}
) | {
    *("employer", "supplier", "insurer", "buyer", "customer", "client", "competitor", "ally"),
    *("investor", "shareholder", "opponent", "member"),
}
"""Nouns for somebody that a firm may be as well: "its owner, Borealis,"."""


def bodies_beside(analysis: Analysis, mentions: Sequence[Mention]) -> dict[int, int]:
    """Indices of descriptions of bodies, each with the index of the name set off beside it.

    "The firm, Borealis," and "Borealis, the largest firm of the coast,"; "Borealis, a firm that".
    "The regulator (the NPSA)". "Its owner, Borealis,".
    """
    found: dict[int, int] = {}
    for i, one in enumerate(mentions):
        if not _may_be_body(analysis, one) or one.number is Number.PLURAL:
            continue
        j = next_apart(mentions, i)
        if j is None or not _may_be_body(analysis, mentions[j]):
            continue
        other = mentions[j]
        closed = closes(analysis, other) or analysis.text.startswith(" that ", other.end)
        told = one.reference is Reference.NAME and closed
        set_off = _COMMA.fullmatch(analysis.text, one.end, other.start) is not None and (
            told or analysis.text.startswith(",", other.end)
        )
        set_off |= _BRACKET.fullmatch(analysis.text, one.end, other.end + 1) is not None
        forms = {one.reference: i, other.reference: j}
        if set_off and forms.keys() == {Reference.NAME, Reference.NOMINAL}:
            found[forms[Reference.NOMINAL]] = forms[Reference.NAME]
    return found


def bodies_called(analysis: Analysis, mentions: Sequence[Mention]) -> Iterator[tuple[int, str]]:
    """Indices of names of bodies, each with the noun right before it: "the charity Borealis"."""
    for i, mention in enumerate(mentions):
        if mention.kind is SpeakerKind.ORGANIZATION and mention.reference is Reference.NAME:
            first = analysis.token_at(mention.start)
            while first < mention.head and analysis.words[first].islower():
                first += 1  # the name of "carmaker Borealis" begins with the noun
            noun = body_before(analysis, first)
            if noun is not None:
                yield i, " ".join(analysis.lowers[noun:first])


def _may_be_body(analysis: Analysis, mention: Mention) -> bool:
    """Whether a mention is of a body, or of somebody who may be one: an owner, a broadcaster."""
    low = analysis.lowers[mention.head]
    either = low in _DEALERS or low in words("org_nouns")
    either = either and mention.reference is Reference.NOMINAL
    return either or mention.kind is SpeakerKind.ORGANIZATION
