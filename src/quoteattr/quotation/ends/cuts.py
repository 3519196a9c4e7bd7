"""Where a content that follows its cue may end: each place at which something new begins."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from attrs import define

from quoteattr.grammar import FINITE
from quoteattr.kept import Keeper, kept
from quoteattr.quotation.reports.line import MARK_WORDS
from quoteattr.quotation.reports.tails import CLAUSES, OPENERS, is_pause

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quoteattr.analysis import Analysis
    from quoteattr.quotation.reports.frame import Item
    from quoteattr.quotation.reports.tails import Tail

_BREAKS: Final = frozenset({"coordinator", "time", "subordinate", "relative"})
"""What may begin something new without a comma before it, as a preposition may after an object."""


@define(eq=False)
class Cut(Keeper):
    """A place where the content may end.

    Attributes:
        tail: The words around.
        place: Position of the first word left out.
        at: Its token.
        end: Token after the last word kept.
        pause: What stands between: "comma", "dash", "mark" for the end of a quoted fragment, or
            "none".
        opener: What begins there: "relative", "coordinator", "gerund", ...
        has_verb: Whether a finite verb stands before it.
    """

    tail: Tail
    place: int
    at: int
    end: int
    pause: str
    opener: str
    has_verb: bool

    @kept
    def verb_ahead(self) -> int | None:
        """The first finite verb of what is left out."""
        finite = self.tail.finite
        ahead = bisect_left(finite, self.at)
        return finite[ahead] if ahead < len(finite) else None

    @kept
    def top(self) -> int:
        """The word of what is left out on which the first word of it depends."""
        heads, last = self.tail.analysis.heads, self.tail.last
        top = self.at
        for _ in self.tail.items:
            head = heads[top]
            if head == top or not self.at <= head < last:
                break
            top = head
        return top


def cuts(tail: Tail) -> Iterator[Cut]:
    """The places where the content may end before its sentence does, from left to right."""
    analysis, items = tail.analysis, tail.items
    lowers, forms = analysis.lowers, analysis.forms
    rule_end = tail.report.content[-1][1]
    breaks = _BREAKS if tail.report.rule in CLAUSES else _BREAKS | {"preposition"}
    has_verb = forms[items[0].first] in FINITE
    for place in range(1, len(items)):
        item = items[place]
        token = item.first
        if token in tail.marked or (item.quote < 0 and is_pause(analysis, token)):
            continue
        end = place
        while end > 1 and items[end - 1].quote < 0 and is_pause(analysis, items[end - 1].first):
            end -= 1
        last = items[end - 1].last
        pause = _pause(analysis, items, place)
        opener = "quotation" if item.quote >= 0 else OPENERS.get(lowers[token], "")
        if analysis.lowers[token - 1] == ":" and _leads_to_marks(tail, token):
            continue
        if pause != "none" or opener in breaks or item.quote >= 0 or last == rule_end:
            opener = opener or _by_form(forms[token])
            yield Cut(tail, place, token, last, pause, opener, has_verb)
        has_verb = has_verb or (item.quote < 0 and forms[token] in FINITE)


def _leads_to_marks(tail: Tail, token: int) -> bool:
    """Whether marks that no further cue reports follow: `insisted it was so: he had “no plan”`."""
    if not tail.quotes or tail.quotes[-1] < token:
        return False
    return not any(t in tail.reporting for t in range(token, tail.last))


def _pause(analysis: Analysis, items: Sequence[Item], place: int) -> str:
    before = items[place - 1]
    if before.quote >= 0:
        return "mark"
    word = analysis.lowers[before.first]
    if word in MARK_WORDS:
        after_comma = analysis.lowers[items[place - 2].first] == "," if place > 1 else False
        return "comma" if after_comma else "mark"
    if word == ",":
        return "comma"
    if analysis.lowers[items[place].first] == "(" or word == ")":
        return "dash"
    return "dash" if is_pause(analysis, before.first) else "none"


def _by_form(form: str) -> str:
    """What begins with a word of an open class."""
    if form == "VBG":
        return "gerund"
    if form in FINITE:
        return "verb"
    return "participle" if form == "VBN" else "phrase"
