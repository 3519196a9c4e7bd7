"""A frame as the rules read it: one word after another, each quotation standing for one word."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from quoteattr.analysis import Layer, Relation
from quoteattr.grammar import BE, FINITE, HAVE, MODALS, edges, ends_phrase
from quoteattr.kept import Keeper, kept
from quoteattr.lexicon import word_classes, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quoteattr.analysis import Analysis
    from quoteattr.quotation.reports.frame import Frame

QUOTE: Final = "<quotation>"
HYPHEN: Final = "<hyphen>"
DASHES: Final = frozenset({"—", "–", "--", "-"})
MARK_WORDS: Final = frozenset("“”‘’\"'«»„「」『』`") | {"''", "``"}
_AROUND_NICKNAME: Final = MARK_WORDS | {")"}
THIS_AND_COLON: Final = ["this", ":"]
"""Points ahead to a quotation: `Lee tweeted this: QUOTE`."""
_LONG_WORD: Final = 4  # letters from which a word of a title has a capital
_SURE_FORMS: Final = frozenset({"VBZ", "VBP", "MD"})
_FINITE_WORDS: Final = (BE | HAVE | MODALS) - {"been", "being", "be", "having", "ca"}


class Line(Keeper):
    """The words of a frame, and small questions about them. Positions count the frame's items."""

    __slots__ = ("_firsts", "_lasts", "analysis", "end", "frame", "words")

    def __init__(self, analysis: Analysis, frame: Frame) -> None:
        self.analysis = analysis
        self.frame = frame
        self._firsts: Sequence[int] = range(frame.first, frame.last)
        self._lasts: Sequence[int] = range(frame.first + 1, frame.last + 1)
        self.words = analysis.lowers[frame.first : frame.last]
        if frame.units:
            self._firsts, self._lasts, quotes = zip(*frame.items, strict=True)
            lowers = map(analysis.lowers.__getitem__, self._firsts)
            pairs = zip(lowers, quotes, strict=True)
            self.words = [QUOTE if quote >= 0 else word for word, quote in pairs]
        if "-" in self.words:
            self.words = [
                HYPHEN if word == "-" and _is_hyphen(analysis, first) else word
                for word, first in zip(self.words, self._firsts, strict=True)
            ]
        self.end = len(self.words)
        while self.end and self.words[self.end - 1] in FINAL_OR_MARK:
            self.end -= 1

    @kept
    def is_headline(self) -> bool:
        """Whether hardly a long word of it is in lower case: `Doctor Says Pier Will Be Rebuilt`."""
        pairs = zip(self._firsts, self.words, strict=True)
        tokens = [first for first, word in pairs if word is not QUOTE]
        long = [word for word in map(self.analysis.words.__getitem__, tokens) if len(word) > 3]
        low = sum(word[0].islower() for word in long)
        return bool(long) and low * 4 <= len(long)

    @kept
    def is_heading(self) -> bool:
        """Whether it is a paragraph of its own without a stop: `Leave at new high, report says`.

        Words in marks may end it: `Owner returns, vows no talks with “pirates”`.
        """
        first, last = self.frame.first, self.frame.last
        paragraph = self.analysis.paragraphs[
            self.analysis.paragraph_at(self.analysis.starts[first])
        ]
        whole = (paragraph.first, paragraph.last) == (first, last)
        last_words = self.words[-2:] if self.words[-1] in MARK_WORDS else self.words[-1:]
        return whole and last_words[0] not in FINAL_OR_MARK

    def __len__(self) -> int:
        return len(self.words)

    def token(self, position: int) -> int:
        """First token of the item at *position*."""
        return self._firsts[position]

    def after(self, position: int) -> int:
        """Token after the item at *position*."""
        return self._lasts[position]

    def position(self, token: int) -> int | None:
        """Position of *token*, None when it is not in the frame or inside a quotation."""
        at = bisect_right(self._firsts, token) - 1
        held = at >= 0 and token < self._lasts[at] and self.words[at] is not QUOTE
        return at if held else None

    def kind(self, position: int) -> str:
        """Closed class of the word ("determiner", "pronoun", ...), "" for open classes."""
        if not 0 <= position < len(self.words):
            return ""
        return word_classes().get(self.words[position], "")

    def is_possessive(self, position: int) -> bool:
        """Whether the ending of an owner stands at *position*: `Lee | 's`."""
        return self.words[position : position + 1] in (["'s"], ["’s"])

    def is_quote(self, position: int) -> bool:
        """Whether a self-standing quotation stands at *position*."""
        return 0 <= position < len(self.words) and self.words[position] is QUOTE

    def is_capitalised(self, position: int) -> bool:
        """Whether the word begins with a capital letter."""
        return self.analysis.words[self.token(position)][:1].isupper()

    def is_name(self, position: int) -> bool:
        """Whether the word is tagged as part of a name: `the United States`."""
        return self.analysis.tags[self.token(position)] == "PROPN"

    def is_finite(self, position: int) -> bool:
        """Whether the word shows a finite verb: by tag, or as auxiliary or by its ending."""
        if not 0 <= position < len(self.words) or self.is_quote(position):
            return False
        token = self.token(position)
        if self.analysis.has(Layer.TAGS):
            form = self.analysis.forms[token]
            shows = form in FINITE or (not form and self.analysis.tags[token] in ("VERB", "AUX"))
            return shows and not (form == "VBZ" and ends_phrase(self.analysis, token))
        return self._looks_finite(position)

    def may_be_finite(self, position: int) -> bool:
        """Whether the word is a finite verb, or a past form that a tagger takes for another."""
        there = self.words[position : position + 1]
        return self.is_finite(position) or not words("irregular_pasts").isdisjoint(there)

    def _looks_finite(self, position: int) -> bool:
        """Whether a word without a tag is a finite verb, by its form and the word before it."""
        word = self.words[position]
        before = self.words[position - 1] if position else ""
        if word in _FINITE_WORDS:
            return True
        if before in BE or self.kind(position - 1) == "determiner":
            return False  # was sold, the burned school
        if word in words("irregular_pasts") or (word.endswith("ed") and len(word) > 4):
            return True
        if before in ("he", "she", "it", "who"):
            return word.endswith("s")
        return before in ("i", "we", "they", "you") and word.isalpha() and not self.kind(position)

    def has_finite(self, first: int, last: int) -> bool:
        """Whether a finite verb stands in [first, last)."""
        return any(
            self.is_finite(position) for position in range(max(0, first), min(last, len(self)))
        )

    def has_complement(self, token: int) -> bool:
        """Whether the tree gives the verb at *token* a clause as complement to its right."""
        analysis = self.analysis
        return analysis.has(Layer.TREE) and any(
            child > token and analysis.relations[child] is Relation.COMPLEMENT
            for child in analysis.children[token]
        )

    def has_any_verb(self, first: int, last: int) -> bool:
        """Whether a word in [first, last) is tagged as a verb, finite or not."""
        tags = self.analysis.tags
        return any(tags[self.token(at)] in ("VERB", "AUX") for at in range(first, last))

    def complement(self, token: int) -> int | None:
        """Position where the clause begins that the tree gives *token*, to its right; or None."""
        analysis = self.analysis
        if not analysis.has(Layer.TREE):
            return None
        for child in analysis.children[token]:
            if child > token and analysis.relations[child] is Relation.COMPLEMENT:
                first, _ = edges(analysis, child)
                return self.position(first) if first > token else None
        return None

    def has_sure_clause(self, position: int) -> bool:
        """Whether a noun phrase and then a verb that is surely finite stand from *position* on.

        `suggested his best role is that of a critic`, whatever the tree; but not `the plan he has`,
        `the plan that was`, `the plan backed by`.
        """
        for at in range(position + 1, self.end):
            word, kind = self.words[at], self.kind(at)
            if word in (",", ";", ":") or kind in ("relative", "pronoun", "question"):
                return False
            form = self.analysis.forms[self.token(at)]
            if form != "POS" and (word in _FINITE_WORDS or form in _SURE_FORMS):
                return word not in ("'s", "'d")
        return False

    def has_predicate(self, token: int) -> bool:
        """Whether the tree gives the verb at *token* an object and a predicate of it.

        Parsers take the predicate for a second object, or both for a clause without verb.
        """
        analysis = self.analysis
        if not analysis.has(Layer.TREE):
            return False
        found = [analysis.relations[child] for child in analysis.children[token] if child > token]
        return sum(relation in _PREDICATIVE for relation in found) > 1 or any(
            relation in _CLAUSAL for relation in found
        )

    @kept
    def fragments(self) -> list[tuple[int, int]]:
        """Positions [first, last) of the quoted fragments, marks included."""
        ranges = []
        for first, last in self.frame.fragments:
            start = self.position(first)
            if start is not None:
                ranges.append((start, start + last - first))
        return ranges

    @kept
    def _nicknames(self) -> dict[int, int]:
        """Where marks open that set off no words of anybody's, by the position after them."""
        fragments = set(self.frame.fragments)
        ranges = ((self.position(first), first, last) for first, last in self.frame.silent)
        return {
            start + last - first: start
            for start, first, last in ranges
            if start is not None and (first, last) not in fragments
        }

    def before_nickname(self, end: int) -> int:
        """Position of the name before a nickname that ends at *end*: `Ann | “Annie” Lee`; or -1.

        Or of a name or rank before a word in brackets: `Gen | (retd) Lee`.
        """
        if not 0 < end < len(self.words) or self.words[end - 1] not in _AROUND_NICKNAME:
            return -1
        before = self._nicknames.get(end, 0) - 1
        if self.words[end - 1] == ")" and self.is_capitalised(end):
            inside = 2 if self.words[end - 2] == "." else 1
            opening = end - 2 - inside
            before = opening - 1 if self.words[opening : opening + 1] == ["("] else -1
        return before if before >= 0 and self.is_capitalised(before) else -1

    def start_of_fragment(self, end: int) -> int:
        """Where the quoted fragment begins that ends at *end*; 0 where none does."""
        return next((first for first, last in self.fragments if last == end), 0)


def ends_in_comma_and_mark(line: Line, position: int) -> bool:
    """Whether a comma and the mark of a fragment stand before *position*: `“late,” | he`."""
    return (
        position > 1
        and line.words[position - 1] in MARK_WORDS
        and line.words[position - 2] == ","
        and any(last == position for _, last in line.fragments)
    )


def may_be_title(analysis: Analysis, tokens: tuple[int, int]) -> bool:
    """Whether all long words have a capital: `finished “Dry Wind”`, not `urged “a vote”`."""
    long = (word for word in analysis.words[slice(*tokens)] if len(word) >= _LONG_WORD)
    return all(word[0].isupper() for word in long)


def _is_hyphen(analysis: Analysis, token: int) -> bool:
    """Whether "-" stands inside a word and is no dash: `African-Americans`."""
    if not 0 < token < len(analysis) - 1:
        return False
    before, after = analysis.ends[token - 1], analysis.starts[token + 1]
    return before == analysis.starts[token] and after == analysis.ends[token]


_CLAUSAL: Final = frozenset({Relation.COMPLEMENT, Relation.OPEN_COMPLEMENT})
_PREDICATIVE: Final = _CLAUSAL | {Relation.OBJECT, Relation.INDIRECT_OBJECT}
FINAL_OR_MARK: Final = frozenset({".", "!", "?", "...", "…", "?!", "!?", ")", "]"}) | MARK_WORDS
