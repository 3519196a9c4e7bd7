"""The words from the begin of a content that follows its cue to the end of its sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import define

from quoteattr import config
from quoteattr.grammar import FINITE
from quoteattr.kept import Keeper, kept
from quoteattr.lexicon import table, word_classes, words
from quoteattr.quotation.reports.line import FINAL_OR_MARK, MARK_WORDS
from quoteattr.quotation.reports.site import SEPARATORS

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from quoteattr.analysis import Analysis
    from quoteattr.quotation.reports.frame import Frame, Item
    from quoteattr.quotation.reports.site import Report

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
_JOINING: Final = frozenset({"and", "but", "or"})  # opposed the sale | and said it was dear


_HINTS: Final = frozenset(
    {"reference", "allusion", "nod", "swipe", "dig", "jab", "jibe", "echo"}
) | {"phrase", "description", "view", "sentiment", "position", "sentence", "line", "comparison"}
REMARKS: Final = frozenset(table("noun_cues")) | words("reply_nouns") | _HINTS
_LISTING: Final[tuple[list[str], ...]] = (
    [],
    [","],
    ["and"],
    ["or"],
    ["."],
)  # said it had a claim, a plan and a lawyer
REMARK: Final = 3  # tokens from the article to the noun: a long-held claim


@define(eq=False)
class Tail(Keeper):
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

    @kept
    def finite(self) -> Sequence[int]:
        """The finite verbs outside quotations, in order."""
        forms = self.analysis.forms
        own = (item.first for item in self.items if item.quote < 0)
        return [token for token in own if forms[token] in FINITE]


def tail_of(
    analysis: Analysis,
    frame: Frame,
    report: Report,
    taken: Container[int] = (),
    reporting: Container[int] = (),
) -> Tail:
    """The words from the begin of the last part of the content to the end of the sentence.

    They end where the rules end the content if a time follows, which is the cue's: `called it “a
    hole” | during a visit`, or a further report: `said it was over; | Lee denied that`; and before
    tokens that are *taken* by other reports.
    """
    first, ruled = report.content[-1]
    items = frame.items_from(first)
    word = analysis.lowers[ruled] if ruled < frame.last else ""
    near = range(ruled, ruled + config.APPOSITION_TOKENS)
    beside = word == ";" and any(token in reporting for token in near)
    if beside or OPENERS.get(word) == "time":
        taken = (ruled,)

    def is_beyond(item: Item) -> bool:
        told = item.first >= ruled and item.first in taken
        return told or _is_remark(analysis, item) or _goes_over(analysis, item, reporting)

    following = range(1, len(items))
    end = next((place for place in following if is_beyond(items[place])), len(items))
    items = items[:end]
    while end > 1 and _is_final(analysis, items[end - 1]):
        end -= 1
    kept, stop = items[:end], len(items)
    bracketed = any(analysis.lowers[item.first] == "(" for item in kept)
    while stop > end and _is_stop(analysis, items[stop - 1], bracketed=bracketed):
        stop -= 1
    inside = {token for a, b in frame.silent for token in range(a + 1, b)}
    starts = [a for a, _ in frame.fragments if a >= first]
    starts += [item.first for item in kept if item.quote >= 0]
    return Tail(
        analysis, report, kept, items[stop - 1].last, frozenset(inside), sorted(starts), reporting
    )


def _is_remark(analysis: Analysis, item: Item) -> bool:
    """Whether the reporter begins to say what it was: `said it was early, | a claim Lee denied`."""
    token, noun = item.first, analysis.heads[item.first]
    noun -= _is_echoed(analysis, noun)
    return (
        item.quote < 0
        and analysis.lowers[token] in ("a", "an")
        and token < noun <= token + REMARK
        and analysis.tags[noun] == "NOUN"
        and analysis.lowers[noun] in REMARKS
        and analysis.lowers[noun + 1 : noun + 2] not in _LISTING
        and is_pause(analysis, token - 1 - (analysis.lowers[token - 1] in MARK_WORDS))
    )


def _is_echoed(analysis: Analysis, head: int) -> bool:
    """Whether the tree takes a participle for a noun after a remark: `, a view | echoed by Lee`."""
    before = analysis.lowers[max(0, head - 1)]
    participle = analysis.lowers[head].endswith("ed") and before in REMARKS
    return participle and analysis.lowers[head + 1 : head + 2] == ["by"]


def _goes_over(analysis: Analysis, item: Item, reporting: Container[int]) -> bool:
    """Whether a further report begins: `said it was early, | then added that it would rain`."""
    token = item.first
    goes_over = analysis.lowers[token] in ("then", "before") and token + 1 in reporting
    return item.quote < 0 and goes_over and is_pause(analysis, token - 1)


def _is_final(analysis: Analysis, item: Item) -> bool:
    if item.quote >= 0:
        return False
    word = analysis.lowers[item.first]
    return word in FINAL_OR_MARK or word in _JOINING or is_pause(analysis, item.first)


def _is_stop(analysis: Analysis, item: Item, *, bracketed: bool) -> bool:
    """Whether no content ends so; with ")" one does if something in it is *bracketed*."""
    if item.quote >= 0:
        return False
    word = analysis.lowers[item.first]
    ends = word == "." or word in _JOINING or (word == ")" and not bracketed)
    return ends or is_pause(analysis, item.first)


def is_pause(analysis: Analysis, token: int) -> bool:
    """Whether a comma, a stop inside the sentence or a dash stands here; no hyphen of a word."""
    word = analysis.lowers[token]
    if word == "-":
        return token + 1 < len(analysis) and analysis.ends[token] < analysis.starts[token + 1]
    return word in SEPARATORS
