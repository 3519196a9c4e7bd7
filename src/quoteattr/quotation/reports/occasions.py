"""When and where something was said, behind an object: `called it “a hole” | during a visit`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr import config
from quoteattr.analysis import Relation
from quoteattr.grammar import edges
from quoteattr.lexicon import words
from quoteattr.quotation.reports.line import MARK_WORDS

if TYPE_CHECKING:
    from quoteattr.quotation.reports.line import Line
    from quoteattr.quotation.reports.site import Site

_OCCASION: Final = frozenset({"in", "during", "on", "at"})
_CIRCUMSTANCE: Final = frozenset({"during", "after", "before", "while", "when", "because", "since"})
AROUND: Final = frozenset({"after", "before"})
"""What parts one time from another: `two days after the vote`."""


def leads_to_predicate(line: Line, position: int) -> bool:
    """Whether a day parts a thing from what it is called: `called the vote | Friday a “farce”`."""
    after = position + 1
    if line.kind(position) != "time" or line.kind(after) != "determiner":
        return False
    return any(first == after + 1 for first, _ in line.fragments)


def leads_to_as(line: Line, start: int, position: int, end: int) -> bool:
    """Whether an occasion parts a thing from its name: `described it | in May as “a farce”`."""
    if "as" in line.words[start:position]:
        return False
    return any(
        line.words[i] == "as" and line.words[i + 1] in MARK_WORDS for i in range(position, end - 1)
    )


def before_circumstance(line: Line, start: int, end: int) -> int:
    """Where a time follows a fragment at once, whatever the tree: `called it “a hole” | during`.

    A phrase outside the marks does not depend on a word inside them.
    """
    for first, last in line.fragments:
        if start <= first and last < end and line.words[last] == "during":
            return last
    return end


def is_circumstance(site: Site, token: int) -> bool:
    """Whether the dependent *token* of the cue tells of the reporting, not of what was said."""
    analysis = site.line.analysis
    first, _ = edges(analysis, token)
    word, relation = analysis.lowers[first], analysis.relations[token]
    late = word in AROUND and relation is Relation.COMPLEMENT
    if relation is Relation.ADVERBIAL_CLAUSE or late:
        beside = analysis.forms[token] == "VBG" and analysis.words[first - 1] == ","
        return word in _CIRCUMSTANCE or beside
    return relation is Relation.OBLIQUE and (
        word in _CIRCUMSTANCE
        or site.line.kind(site.line.position(first) or 0) == "time"
        or (word in _OCCASION and analysis.lowers[token] in words("speech_events"))
        or (word == "on" and _is_time(site, token))
    )


def _is_time(site: Site, token: int) -> bool:
    position = site.line.position(token)
    return position is not None and site.line.kind(position) == "time"


def without_occasion(site: Site, start: int, end: int) -> int:
    """Leave out a last phrase that names the occasion: `was “historic” in a statement`."""
    line = site.line
    last = min(end, line.end)
    floor = max(start + 2, last - config.OCCASION_TOKENS)
    for position in range(last - 2, floor - 1, -1):
        if line.words[position] in _OCCASION and (
            line.words[last - 1] in words("speech_events") or site.word(position + 2) == "statement"
        ):
            return position
        if line.kind(position) in ("preposition", "relative", "pronoun"):
            break
    return end
