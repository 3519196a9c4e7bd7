"""One cue in its line: what the rules for reports look at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import define, field, frozen

from quoteattr.grammar import RELATIVES
from quoteattr.kept import Keeper, kept
from quoteattr.quotation.reports.kinds import NO_CONTENT, Kind, Opening
from quoteattr.quotation.reports.line import DASHES, MARK_WORDS, Line
from quoteattr.quotation.reports.opening import opening_after
from quoteattr.quotation.reports.subject import start_of_subject
from quoteattr.quotation.words.cues import CueWord, Frames
from quoteattr.quotation.words.inflection import Form
from quoteattr.records import Range
from quoteattr.verbs import verb_group

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quoteattr.datatypes import Mode

_ENDS: Final = frozenset({"?", "!"})
_RELATIVES: Final = RELATIVES | {"whom"}
SEPARATORS: Final = frozenset({",", ";", ":"}) | DASHES
_AFTER_CONTENT: Final = SEPARATORS | {"."}

_CALLED: Final = NO_CONTENT | {Kind.OBJECT, Kind.QUOTATION}

_TOLD_OF: Final = frozenset({"tell of", "tell about"})
_OF_HEARING: Final = frozenset({"that", "of", "about", "whether", "if", "how", "why", "what"})

WEIGHED: Final = "weighed"
"""Rule of the reports that counts decide."""

DENIED: Final = "denied"
"""Step of a trace where the writer tells that it was not said."""


@frozen
class Report:
    """A cue with what it reports.

    Attributes:
        cue: The reporting expression.
        content: Token ranges, ordered and disjoint.
        clause: Token range of the reporting clause: source, cue, addressee, adjuncts.
        rule: How it was found.
        mode: Speech, writing or thought.
        addressee: Token range of who is spoken to, after the key of the rule that found it.
        note: What the rule went by, for the trace.
        denial: Code points of what tells that it was not said, or may not have been; None where the
            writer lets it stand.
    """

    cue: CueWord
    content: tuple[Range, ...]
    clause: Range
    rule: str
    mode: Mode
    addressee: tuple[str, Range] | None = None
    note: str = ""
    denial: Range | None = None


@define(eq=False)
class Reading(Keeper):
    """A line and its cues."""

    line: Line
    cues: Sequence[CueWord]

    @kept
    def sites(self) -> list[Site]:
        """One site a cue, in order."""
        return [Site(self, cue, self.line.position(cue.token) or 0) for cue in self.cues]

    @kept
    def sure(self) -> list[int]:
        """Positions of the cues that are verbs for sure."""
        return [site.at for site in self.sites if site.cue.sure]

    def has_cue(self, first: int, last: int) -> bool:
        """Whether a sure cue stands in [first, last)."""
        return any(first <= position < last for position in self.sure)


@define(eq=False)
class Site(Keeper):
    """The place of one cue. Positions count the items of the line.

    Attributes:
        reading: The line and its other cues.
        cue: The reporting expression.
        at: Its position.
        line: The line it stands in.
    """

    reading: Reading
    cue: CueWord
    at: int
    line: Line = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.line = self.reading.line

    @kept
    def group(self) -> int:
        """Position where its auxiliaries and adverbs begin: `has also said`."""
        first = verb_group(self.line.analysis, self.cue.token, self.line.frame.first)
        position = self.line.position(first)
        return self.at if position is None else position

    @property
    def after(self) -> int:
        """Position after its last word."""
        return self.at + (self.cue.last - self.cue.token)

    @kept
    def comma(self) -> int | None:
        """Position of the first comma after it, None without one."""
        line = self.line
        return next((i for i in range(self.after, line.end) if line.words[i] == ","), None)

    @property
    def is_participle(self) -> bool:
        """Whether an -ing form stands without auxiliary: `..., saying that`."""
        return self.cue.form is Form.GERUND and self.group == self.at

    @kept
    def subject(self) -> int | None:
        """Position where the subject before it begins, None without one."""
        if self.is_participle:
            return None
        return start_of_subject(self.line, self.cue, self.group)

    @property
    def left(self) -> int:
        """Position where the reporting clause begins."""
        return self.group if self.subject is None else self.subject

    @kept
    def opening(self) -> Opening:
        """What follows it."""
        return opening_after(self.line, self.cue, self.after)

    @kept
    def is_in_passing(self) -> bool:
        """Whether who stands before is told or asked: `Lee, told that it was over, | left`.

        `Lee, told by her doctor that she must rest, | left`.
        """
        told_of = self.cue.lemma in _TOLD_OF
        hears = self.cue.form is Form.PAST and (told_of or self.cue.group in ("tell", "ask"))
        if not hears or self.group != self.at or self.word(self.at - 1) not in ("", ",", "when"):
            return False
        by = self.word(self.after) == "by" and self.opening.kind in (Kind.THAT, Kind.QUESTION)
        of = told_of or by or self.word(self.after) in _OF_HEARING
        if not of or (self.at and self.word(self.at - 1) == ""):
            return False
        line = self.line
        places = (i for i in range(self.after, line.end - 1) if line.words[i] == ",")
        return self.at == 0 or any(self._may_go_on(i + 1) for i in places)

    def _may_go_on(self, position: int) -> bool:
        """Whether a main verb may stand there, though its tag may be that of a participle."""
        line = self.line
        taken = line.analysis.forms[line.token(position)] == "VBN"
        plain = line.kind(position + 1) != "preposition" if position + 1 < line.end else True
        return line.may_be_finite(position) or (taken and plain)

    @kept
    def gap(self) -> int | None:
        """Position of a relative pronoun that belongs to the content, None for none.

        It is its subject, or what is called something: `a dog that he said was old`, `a dog which
        he called “old”`.
        """
        pronoun = self.word(self.left - 1)
        if self.subject is None or pronoun not in _RELATIVES:
            return None
        if self.opening.kind is Kind.CLAUSE and self.line.is_finite(self.opening.start):
            return self.left - 1
        called = self.cue.takes(Frames.PREDICATE, Frames.OBJECT_AS) and pronoun != "that"
        called = called and not self.is_led_by_preposition
        return self.left - 1 if called and self.opening.kind in _CALLED else None

    @property
    def is_led_by_preposition(self) -> bool:
        """Whether a preposition and *which* lead to it: `a tape in which | Lee called it bad`."""
        relative = self.left > 1 and self.word(self.left - 1) in _RELATIVES
        return relative and self.line.kind(self.left - 2) == "preposition"

    def has_verb(self, first: int, last: int) -> bool:
        """Whether a finite verb other than the cues stands in [first, last)."""
        return any(
            self.line.is_finite(position) and position not in self.reading.sure
            for position in range(max(0, first), min(last, len(self.line)))
        )

    def word(self, position: int) -> str:
        """The word at *position*; "" outside the line."""
        return self.line.words[position] if 0 <= position < len(self.line) else ""

    def report(
        self, content: Sequence[Range], clause: Range, rule: str, frame: Frames | None = None
    ) -> Report | None:
        """A report of positions; None when nothing is left of the content.

        *frame* is the form of the content, where the mode depends on it.
        """
        ranges = tuple(tokens for part in content if (tokens := self._content(part)) is not None)
        words = self._tokens(*clause)
        if not ranges or not words or self.line.analysis.words[ranges[0][0]] in _ENDS:
            return None
        return Report(self.cue, ranges, words, rule, self.cue.mode_with(frame))

    def clause_form(self, *parts: Range) -> Frames | None:
        """The form of a content before or around the cue: a clause, unless a quotation is in it."""
        held = any(self.line.is_quote(i) for first, last in parts for i in range(first, last))
        return None if held else Frames.BARE_CLAUSE

    def _content(self, part: Range) -> Range | None:
        """Tokens of a part of the content, separators and stops at its ends left out."""
        words = self.line.words
        first, last = part[0], min(part[1], len(words))
        while first < last and words[first] in SEPARATORS:
            first += 1
        while first < last and words[last - 1] in _AFTER_CONTENT:
            last -= 1
        return self._tokens(first, last)

    def _tokens(self, first: int, last: int) -> Range | None:
        last = min(last, len(self.line))
        if first >= last:
            return None
        return self.line.token(first), self.line.after(last - 1)


def ends_in_quotation(line: Line, end: int) -> bool:
    """Whether a quotation or a quoted fragment ends right before the position *end*."""
    return line.is_quote(end - 1) or (1 < end < len(line) and line.words[end - 1] in MARK_WORDS)
