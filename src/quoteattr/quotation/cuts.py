"""Where a content that follows its cue may end: each place at which something new begins."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from attrs import define

from quoteattr.grammar import FINITE
from quoteattr.lexicon import word_classes, words
from quoteattr.quotation.line import FINAL_OR_MARK, MARK_WORDS
from quoteattr.quotation.site import SEPARATORS

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from quoteattr.analysis import Analysis
    from quoteattr.quotation.frames import Frame, Item
    from quoteattr.quotation.site import Report

CLAUSES: Final = frozenset({"cue-before-clause", "cue-before-that", "cue-before-question"})
"""Rules whose content is a clause; a bare preposition hardly ends one."""

RELATIVE: Final = frozenset({"who", "whom", "which", "whose", "where"})
SUBORDINATE: Final = frozenset(
    {
        *("while", "as", "when", "after", "before", "because", "since", "if", "though"),
        *("although", "until", "unless", "whereas", "so", "even"),
    }
)
_PREPOSITIONS: Final = (words("prepositions") - {"of", "than", "to"}) | {
    *("through", "without", "amid", "despite", "following", "according", "by"),
}
_CLASSES: Final = ("coordinator", "determiner", "pronoun", "time")


def _openers() -> dict[str, str]:
    """What begins with each word of a closed class."""
    found = {
        word: word_class for word, word_class in word_classes().items() if word_class in _CLASSES
    }
    found |= dict.fromkeys(_PREPOSITIONS, "preposition") | {"during": "time"}
    found |= dict.fromkeys(SUBORDINATE, "subordinate")
    return found | dict.fromkeys(RELATIVE, "relative") | dict.fromkeys(MARK_WORDS, "mark")


OPENERS: Final = _openers()
_BREAKS: Final = frozenset({"coordinator", "time", "subordinate", "relative"})
"""What may begin something new without a comma before it, as a preposition may after an object."""

_JOINING: Final = frozenset({"and", "but", "or"})  # opposed the sale | and said it was dear


@define(eq=False)
class Tail:
    """The words of a sentence from the begin of a content on.

    Attributes:
        analysis: The text.
        report: The cue, and the content as the rules have it.
        items: Words and quotations, without stops and marks at the end.
        stop: Token after the sentence, marks included, full stops not.
        marked: Tokens inside quoted fragments, their first ones left out.
        quotes: First tokens of quotations and quoted fragments, in order.
        reporting: Tokens of the cues of all reports of words.
    """

    analysis: Analysis
    report: Report
    items: Sequence[Item]
    stop: int
    marked: frozenset[int]
    quotes: Sequence[int]
    reporting: Container[int] = ()

    @property
    def first(self) -> int:
        """First token of the last part of the content."""
        return self.items[0].first

    @property
    def last(self) -> int:
        """Token after the last."""
        return self.items[-1].last

    @property
    def sort(self) -> str:
        """What the rules take the content for: "clause", "object", "infinitive", ..."""
        rule = self.report.rule
        return "clause" if rule in CLAUSES else rule.rpartition("-")[2]

    @property
    def lead(self) -> str:
        """The word before the reporting clause."""
        before = self.report.clause[0] - 1
        return self.analysis.lowers[before] if before >= 0 else ""

    @cached_property
    def finite(self) -> Sequence[int]:
        """The finite verbs outside quotations, in order."""
        forms = self.analysis.forms
        own = (item.first for item in self.items if item.quote < 0)
        return [token for token in own if forms[token] in FINITE]


@define(eq=False)
class Cut:
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

    @cached_property
    def verb_ahead(self) -> int | None:
        """The first finite verb of what is left out."""
        finite = self.tail.finite
        ahead = bisect_left(finite, self.at)
        return finite[ahead] if ahead < len(finite) else None

    @cached_property
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


def tail_of(
    analysis: Analysis,
    frame: Frame,
    report: Report,
    taken: Container[int] = (),
    reporting: Container[int] = (),
) -> Tail:
    """The words from the begin of the last part of the content to the end of the sentence.

    They end where the rules end the content if a time follows, which is the cue's: `called it “a
    hole” | during a visit`; and before tokens that are *taken* by other reports.
    """
    (first, ruled), items = report.content[-1], frame.items
    if ruled < items[-1].last and OPENERS.get(analysis.lowers[ruled]) == "time":
        taken = (ruled,)
    items = tuple(takewhile(lambda item: item.first < ruled or item.first not in taken, items))
    begin = min(first - items[0].first, len(items) - 1)
    while items[begin].first > first:
        begin -= 1
    end = len(items)
    while end - 1 > begin and _is_final(analysis, items[end - 1]):
        end -= 1
    kept, stop = items[begin:end], len(items)
    bracketed = any(analysis.lowers[item.first] == "(" for item in kept)
    while stop > end and _is_stop(analysis, items[stop - 1], bracketed=bracketed):
        stop -= 1
    inside = {token for a, b in frame.silent for token in range(a + 1, b)}
    starts = [a for a, _ in frame.fragments if a >= first]
    starts += [item.first for item in kept if item.quote >= 0]
    return Tail(
        analysis, report, kept, items[stop - 1].last, frozenset(inside), sorted(starts), reporting
    )


def _is_final(analysis: Analysis, item: Item) -> bool:
    if item.quote >= 0:
        return False
    word = analysis.lowers[item.first]
    return word in FINAL_OR_MARK or word in _JOINING or _is_pause(analysis, item.first)


def _is_stop(analysis: Analysis, item: Item, *, bracketed: bool) -> bool:
    """Whether no content ends so; with ")" one does if something in it is *bracketed*."""
    if item.quote >= 0:
        return False
    word = analysis.lowers[item.first]
    ends = word == "." or word in _JOINING or (word == ")" and not bracketed)
    return ends or _is_pause(analysis, item.first)


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
        if token in tail.marked or (item.quote < 0 and _is_pause(analysis, token)):
            continue
        end = place
        while end > 1 and items[end - 1].quote < 0 and _is_pause(analysis, items[end - 1].first):
            end -= 1
        last = items[end - 1].last
        pause = _pause(analysis, items, place)
        opener = "quotation" if item.quote >= 0 else OPENERS.get(lowers[token], "")
        if pause != "none" or opener in breaks or item.quote >= 0 or last == rule_end:
            opener = opener or _by_form(forms[token])
            yield Cut(tail, place, token, last, pause, opener, has_verb)
        has_verb = has_verb or (item.quote < 0 and forms[token] in FINITE)


def _is_pause(analysis: Analysis, token: int) -> bool:
    """Whether a comma, a stop inside the sentence or a dash stands here; no hyphen of a word."""
    word = analysis.lowers[token]
    if word == "-":
        return token + 1 < len(analysis) and analysis.ends[token] < analysis.starts[token + 1]
    return word in SEPARATORS


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
    return "dash" if _is_pause(analysis, before.first) else "none"


def _by_form(form: str) -> str:
    """What begins with a word of an open class."""
    if form == "VBG":
        return "gerund"
    if form in FINITE:
        return "verb"
    return "participle" if form == "VBN" else "phrase"
