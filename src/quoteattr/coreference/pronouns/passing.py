"""Mentions that some pronouns do not take up because of the words before them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen

from quoteattr.coreference import vocabulary
from quoteattr.coreference.roles.bodies import is_of_named
from quoteattr.datatypes import Reference

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quoteattr.analysis import Analysis
    from quoteattr.records import Mention

_GREETINGS: Final = frozenset({"dear", "dearest", "hi", "hello", "hey"})
_AFTER_GREETING: Final = frozenset({",", ":", "!", "\n"})
_WHERE: Final = frozenset({"in", "near"})
_SEEN: Final = frozenset({"seen", "obtained", "reviewed", "viewed"})


@frozen(kw_only=True)
class Passing:
    """Mentions in passing, by their indices.

    Attributes:
        greeted: With whom a letter opens: "Dear Ada," is "you", not "she".
        told_by: Names that only tell where something is or whose somebody is, which "it" does not
            mean: "The ministry in Ankara waits. It said".
        seen_by: Who only saw a paper: "The draft, seen by the Gazette, is long. It".
    """

    greeted: frozenset[int]
    told_by: frozenset[int]
    seen_by: frozenset[int]


def find_passing(
    analysis: Analysis, mentions: Sequence[Mention], words_before: Sequence[str]
) -> Passing:
    """The mentions in passing of a text; *words_before* has the word before each mention."""
    before = list(enumerate(words_before))
    return Passing(
        greeted=frozenset(
            i
            for i, word in before
            if word in _GREETINGS
            and analysis.text[mentions[i].end : mentions[i].end + 1] in _AFTER_GREETING
        ),
        told_by=frozenset(
            i
            for i, mention in enumerate(mentions)
            if mention.reference is Reference.NAME
            and (_is_where(analysis, mention, words_before[i]) or is_of_named(analysis, mention))
        ),
        seen_by=frozenset(
            i for i, word in before if word in ("by", "the") and _has_seen(analysis, mentions[i])
        ),
    )


def _is_where(analysis: Analysis, name: Mention, before: str) -> bool:
    if before == "from":
        return analysis.lowers[name.head] in vocabulary.place_names()
    return before in _WHERE


def _has_seen(analysis: Analysis, mention: Mention) -> bool:
    token = analysis.token_at(mention.start)
    token -= analysis.lowers[token - 1 : token] == ["the"]
    seen, *by = analysis.lowers[max(0, token - 2) : token] or [""]
    return seen in _SEEN and by == ["by"]
