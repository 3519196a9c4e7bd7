"""Bodies before which something is said: `The pier was rotten, the court heard.`"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr.grammar import BE
from quoteattr.lexicon import words
from quoteattr.verbs import verb_group

if TYPE_CHECKING:
    from quoteattr.analysis import Analysis

HEAR: Final = "hear"
"""Class of the cue whose subject only listens."""
_REACH: Final = 6  # tokens of a body and its place: the special court at Velm
_TOPICS: Final = frozenset({"from", "of", "about", "evidence", "testimony", "arguments"})


def hears(analysis: Analysis, token: int) -> bool:
    """Whether it is heard before a body: `the inquest heard that`, `Velm Crown Court has heard`.

    Not in `The court heard from two men`, `the case was heard` or `the judge heard the case`.
    """
    lowers = analysis.lowers
    if not _TOPICS.isdisjoint(lowers[token + 1 : token + 2]):
        return False
    group = verb_group(analysis, token, max(0, token - _REACH))
    if not BE.isdisjoint(lowers[group:token]):
        return False
    phrase = lowers[max(0, group - _REACH) : group]
    if "at" in phrase or "in" in phrase:
        place = max(i for i, word in enumerate(phrase) if word in ("at", "in"))
        if all(word.isalpha() for word in phrase[place:]):
            phrase = phrase[:place]
    return bool(phrase) and phrase[-1] in words("hearing_bodies")
