"""Reports: a cue, the stretch it reports, and the clause that does the reporting.

One frame is read cue by cue. What stands left of the source and right of the cue decides the form:

- forward: `She said the plan was dead.`  `She said: QUOTE`
- backward: `The plan is dead, she said.`  `QUOTE said Ann Lee.`
- middle: `The plan, she said, is dead.`  `QUOTE she said, QUOTE`
- source phrase: `According to Ann Lee, the plan is dead.`
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen

from quoteattr import config
from quoteattr.analysis import Layer
from quoteattr.grammar import ancestors, is_negated, is_passive, verb_group
from quoteattr.lexicon import words
from quoteattr.quotation.cues import CueWord, Form, Frames
from quoteattr.quotation.frames import Frame
from quoteattr.quotation.line import DASHES, MARK_WORDS, Line
from quoteattr.quotation.opening import Kind, Opening, opening_after
from quoteattr.quotation.subject import is_inverted, shares_subject, start_of_subject
from quoteattr.records import Range

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quoteattr.analysis import Analysis

_SEPARATORS: Final = frozenset({",", ";", ":"}) | DASHES
_SUBORDINATORS: Final = frozenset(
    {"when", "while", "although", "though", "if", "as", "because", "since", "after", "before"}
) | {"asked", "in", "on", "at", "during", "with", "for", "by", "from", "to", "speaking", "despite"}
_EXPLICIT: Final = frozenset({Kind.THAT, Kind.QUESTION, Kind.INFINITIVE})


@frozen
class Report:
    """A cue with what it reports.

    Attributes:
        cue: The reporting expression.
        content: Token ranges, ordered and disjoint.
        clause: Token range of the reporting clause: source, cue, addressee, adjuncts.
        rule: How it was found.
        frame: The frame it stands in.
    """

    cue: CueWord
    content: tuple[Range, ...]
    clause: Range
    rule: str
    frame: Frame


def find_reports(
    analysis: Analysis, frames: Sequence[Frame], cues: Sequence[CueWord]
) -> list[Report]:
    """All reports of all frames, in the order of frames and cues."""
    by_token = {cue.token: cue for cue in cues}
    reports: list[Report] = []
    for frame in frames:
        inside = [
            by_token[item.first]
            for item in frame.items
            if item.quote < 0 and item.first in by_token
        ]
        if inside:
            reports += _Reader(Line(analysis, frame), inside).read()
    return reports


class _Reader:
    """Reads one line cue by cue."""

    def __init__(self, line: Line, cues: Sequence[CueWord]) -> None:
        self.line = line
        self.cues = list(cues)
        self.at = {cue.token: line.position(cue.token) or 0 for cue in cues}
        self.sure = sorted(self.at[cue.token] for cue in cues if cue.sure)

    def read(self) -> list[Report]:
        found = (self._read_cue(cue) for cue in self.cues)
        return [report for report in found if report is not None]

    def _read_cue(self, cue: CueWord) -> Report | None:
        if cue.form is Form.FIXED:
            return self._source_phrase(cue)
        line, at = self.line, self.at[cue.token]
        group = self._group(at)
        if is_negated(line.analysis, cue.token, line.frame.first):
            return None
        after = at + (cue.last - cue.token)
        subject = (
            None if self._is_participle(cue, group, at) else start_of_subject(line, cue, group)
        )
        left = subject if subject is not None else group
        opening = opening_after(line, cue, after)
        if (
            subject is None
            and cue.sure
            and self._stands_after_content(group)
            and (cue.form is not Form.GERUND or self._ends_in_quotation(group))
        ):
            quoted = self._ends_in_quotation(self._end_of_content(group) or 0)
            inverted = is_inverted(line, cue, after, quoted=quoted)
            if inverted or (quoted and cue.takes(Frames.QUOTATION)):
                return self._backward(cue, group, after, opening, inverted=inverted)
        if subject is not None and (
            self._stands_after_content(left) or self._stands_in_the_middle(left, opening)
        ):
            backward = self._backward_after_subject(cue, left, after, opening)
            if backward is not None:
                return backward
        if subject is None:
            adjacent = self._start_of_adjacent_clause(cue, at, opening)
            if adjacent is not None and adjacent > 0:
                return self._backward(cue, adjacent, after, opening, inverted=False)
            left = group if adjacent is None else adjacent
        elif not cue.sure and not self._may_be_verb(group):
            return None
        if subject is None and left == group and not self._may_report_without_subject(cue, group):
            return None
        return self._forward(cue, left, after, opening)

    def _start_of_adjacent_clause(self, cue: CueWord, at: int, opening: Opening) -> int | None:
        """Where the reporting clause begins, for a cue whose subject is out of reach of the rules.

        What tells is the quotation before it, with no other verb between, or right behind it:
        `QUOTE, Ann Lee -- the chair, and a baker -- said`.
        """
        line = self.line
        if not cue.sure or cue.form is Form.GERUND or not cue.takes(Frames.QUOTATION):
            return None
        start = at
        while start > 0 and not line.is_quote(start - 1):
            start -= 1
        if start > 0 and not line.has_finite(start, min(start + 2, at)):
            between = [p for p in self.sure if start <= p < at]
            if not between and at - start <= config.APPOSITION_TOKENS:
                return start
        if opening.kind is Kind.QUOTATION and line.words[at - 1 : at] != ["to"]:
            return start if start == 0 else None
        return None

    @staticmethod
    def _is_participle(cue: CueWord, group: int, at: int) -> bool:
        """Whether an -ing form stands without auxiliary: `..., saying that`."""
        return cue.form is Form.GERUND and group == at

    def _group(self, at: int) -> int:
        first = verb_group(self.line.analysis, self.line.token(at), self.line.frame.first)
        position = self.line.position(first)
        return at if position is None else position

    # what stands to the left

    def _stands_after_content(self, left: int) -> bool:
        """Whether a quotation, or a clause and a comma, ends right before *left*."""
        end = self._end_of_content(left)
        if end is None:
            return False
        if self._ends_in_quotation(end):
            return True
        return self.line.has_finite(0, end) and self.line.words[0] not in _SUBORDINATORS

    def _stands_in_the_middle(self, left: int, opening: Opening) -> bool:
        """Whether commas cut source and cue out of a clause: `The plan, she said, is dead.`"""
        return (
            opening.kind is Kind.COMMA
            and self._end_of_content(left) is not None
            and self.line.has_finite(opening.start, self.line.end)
        )

    def _end_of_content(self, left: int) -> int | None:
        """Position after the content left of *left*; None when nothing separates the two."""
        end = left
        while end > 0 and self.line.words[end - 1] in _SEPARATORS:
            end -= 1
        if end == 0:
            return None
        return end if end < left or self._ends_in_quotation(end) else None

    def _ends_in_quotation(self, end: int) -> bool:
        return self.line.is_quote(end - 1) or (
            end > 1 and self.line.words[end - 1] in MARK_WORDS and end < len(self.line)
        )

    def _content_before(self, left: int) -> Range | None:
        """The content that ends right before *left*: quotations in a row, or all from the start."""
        end = self._end_of_content(left)
        if end is None:
            return None
        start = end
        while start > 0 and (
            self.line.is_quote(start - 1)
            or (self.line.words[start - 1] in _SEPARATORS and self.line.is_quote(start - 2))
        ):
            start -= 1
        if start == end:
            return (0, end)
        before = self.line.words[start - 1] if start else ","
        return (start, end) if before in _SEPARATORS else (0, end)

    # the three forms

    def _backward_after_subject(
        self, cue: CueWord, left: int, after: int, opening: Opening
    ) -> Report | None:
        end = self._end_of_content(left) or 0
        quoted = self._ends_in_quotation(end)
        if quoted and (opening.kind in _EXPLICIT and not cue.takes(Frames.QUOTATION)):
            return None
        if not quoted:
            if opening.kind not in (Kind.COMMA, Kind.END):
                return None
            if not cue.takes(Frames.BARE_CLAUSE, Frames.CLAUSE):
                return None
        return self._backward(cue, left, after, opening, inverted=False)

    def _backward(
        self, cue: CueWord, left: int, after: int, opening: Opening, *, inverted: bool
    ) -> Report | None:
        before = self._content_before(left)
        if before is None:
            return None
        content = [before]
        rule = "cue-after-content"
        if not self._ends_in_quotation(before[1]) and not cue.takes(
            Frames.BARE_CLAUSE, Frames.CLAUSE
        ):
            return None
        right = self._continued(cue, after, opening, inverted=inverted)
        if right is not None:
            content.append(right)
            rule = "cue-between-parts"
        end = right[0] if right is not None else len(self.line)
        return self._report(cue, content, (left, end), rule)

    def _continued(
        self, cue: CueWord, after: int, opening: Opening, *, inverted: bool
    ) -> Range | None:
        """What goes on after the cue: `QUOTE he said, QUOTE`; `The plan, he said, fails`."""
        line = self.line
        following = [i for i in range(after, len(line)) if line.is_quote(i)]
        if following and not self._cue_between(after, following[0]):
            first = following[0]
            if line.words[first - 1] in _SEPARATORS | {"that", "and"} or opening.start == first:
                return (first, self._end_of_quotes(first))
            return None
        if not inverted and opening.kind is Kind.COMMA and not self._quotes_before(after):
            start = opening.start + 1
            if self._cue_between(start, min(start + 3, line.end)) or start >= line.end:
                return None
            if line.kind(start) == "coordinator":
                if line.kind(start + 1) not in ("determiner", "pronoun"):
                    return None  # , he said, and left
            elif not line.has_finite(start, line.end):
                return None
            return (start, self._end_of_clause(cue, start))
        return None

    def _quotes_before(self, position: int) -> bool:
        return any(self.line.is_quote(i) for i in range(position))

    def _end_of_quotes(self, first: int) -> int:
        last = first + 1
        while last < len(self.line) and self.line.is_quote(last):
            last += 1
        return last

    def _cue_between(self, first: int, last: int) -> bool:
        return any(first <= position < last for position in self.sure)

    def _may_report_without_subject(self, cue: CueWord, group: int) -> bool:
        return cue.sure and shares_subject(self.line, cue, group)

    def _may_be_verb(self, group: int) -> bool:
        """Whether a word that may be a noun is a verb after what stands before it: `Lee claims`."""
        line = self.line
        before = line.words[group - 1]
        return (
            line.kind(group - 1) == "pronoun"
            or line.is_capitalised(group - 1)
            or (before.endswith("s") and not line.analysis.has(Layer.TAGS))
        )

    def _forward(self, cue: CueWord, left: int, after: int, opening: Opening) -> Report | None:
        line = self.line
        passive = is_passive(line.analysis, cue.token, line.frame.first)
        reported = cue.group not in ("tell", "ask") and opening.kind in (Kind.THAT, Kind.QUOTATION)
        if passive and not reported and not cue.lemma.startswith("be "):
            return None  # was reported missing
        if opening.kind is Kind.QUOTATION:
            content = (opening.start, self._end_of_quotes(opening.start))
            if line.is_quote(opening.start) and cue.takes(Frames.QUOTATION, Frames.FRAGMENT):
                return self._report(cue, [content], (left, opening.start), "cue-before-quotation")
            return None
        if opening.kind in (Kind.COMMA, Kind.END, Kind.OTHER):
            return self._fragment(cue, left, after)
        end = self._end_of_clause(cue, opening.start)
        if end <= opening.start:
            return None
        rule = f"cue-before-{opening.kind.value}"
        return self._report(cue, [(opening.start, end)], (left, opening.start), rule)

    def _fragment(self, cue: CueWord, left: int, after: int) -> Report | None:
        """A quoted fragment as what the cue is about: `referred to “thousands”`."""
        if not cue.takes(Frames.FRAGMENT, Frames.OBJECT):
            return None
        line = self.line
        reach = next((position for position in self.sure if position >= after), len(line))
        quotes = next((i for i in range(after, reach) if line.is_quote(i)), None)
        if quotes is not None:
            return self._report(cue, [(quotes, quotes + 1)], (left, quotes), "cue-before-fragment")
        first, last = line.token(after) if after < len(line) else -1, line.items[reach - 1].last
        inside = tuple((a, b) for a, b in line.frame.fragments if first <= a and b <= last)
        clause = self._tokens(left, after, trim=False)
        if first < 0 or not inside or clause is None:
            return None
        return Report(cue, inside, clause, "cue-before-fragment", line.frame)

    def _source_phrase(self, cue: CueWord) -> Report | None:
        """`According to Ann Lee, QUOTE`; `The plan is dead, according to Ann Lee` is one too."""
        line, at = self.line, self.at[cue.token]
        after = at + (cue.last - cue.token)
        before = at
        while before > 0 and line.words[before - 1] in _SEPARATORS:
            before -= 1
        if self._is_mere_measure(after):
            return None  # stacked according to size
        close = next((i for i in range(after, line.end) if line.words[i] == ","), None)
        if before == 0 or line.kind(at - 1) == "coordinator":
            if close is None:
                return None
            return self._report(cue, [(close + 1, len(line))], (at, close), "source-phrase")
        parts = [(0, before)]
        end = len(line)
        if close is not None and line.words[at - 1] == "," and line.has_finite(close, line.end):
            parts.append((close + 1, line.end))
            end = close
        return self._report(cue, parts, (at, end), "source-phrase")

    def _is_mere_measure(self, after: int) -> bool:
        """Whether a single bare noun follows, which is no source: `sorted according to size`."""
        line = self.line
        if after >= line.end or line.kind(after) or line.is_capitalised(after):
            return False
        alone = after + 1 >= line.end or line.words[after + 1] == ","
        return alone and not line.words[after].endswith("s")

    # where the content ends

    def _end_of_clause(self, cue: CueWord, start: int) -> int:
        """Position after the reported clause: the end of the line, or where a new report begins."""
        line = self.line
        end = len(line)
        for other in self.cues:
            position = self.at[other.token]
            if position > start and self._takes_over(cue, other, start):
                end = self._cut_before(position)
                break
        return self._without_occasion(start, end)

    def _takes_over(self, cue: CueWord, other: CueWord, start: int) -> bool:
        """Whether *other* reports beside *cue*: `said he would and confirmed that`, `, adding`."""
        line, position = self.line, self.at[other.token]
        if other.form is Form.FIXED:
            return line.words[position - 1] == ","
        group = self._group(position)
        before = line.words[group - 1]
        if other.form is Form.GERUND:
            return before == "," and other.takes(Frames.CLAUSE, Frames.QUOTATION)
        if line.kind(group - 1) != "coordinator" or other.form is not cue.form:
            return False
        if not line.analysis.has(Layer.TREE):
            return other.takes(Frames.CLAUSE) and other.sure
        inner = (t for t in ancestors(line.analysis, other.token))
        return (
            next((t for t in inner if line.token(start) <= t or t == cue.token), None) == cue.token
        )

    def _cut_before(self, position: int) -> int:
        end = self._group(position)
        while end > 0 and (
            self.line.words[end - 1] in _SEPARATORS or self.line.kind(end - 1) == "coordinator"
        ):
            end -= 1
        return end

    def _without_occasion(self, start: int, end: int) -> int:
        """Leave out a last phrase that names the occasion: `was “historic” in a statement`."""
        line = self.line
        last = min(end, line.end)
        floor = max(start + 2, last - config.OCCASION_TOKENS)
        for position in range(last - 2, floor - 1, -1):
            if line.words[position] in ("in", "during", "on", "at") and (
                line.words[last - 1] in words("speech_events")
                or line.words[position + 2 : position + 3] == ["statement"]
            ):
                return position
            if line.kind(position) in ("preposition", "relative", "pronoun"):
                break
        return end

    def _report(
        self, cue: CueWord, content: Sequence[Range], clause: Range, rule: str
    ) -> Report | None:
        ranges = tuple(tokens for part in content if (tokens := self._tokens(*part)) is not None)
        clause_tokens = self._tokens(*clause, trim=False)
        if not ranges or clause_tokens is None:
            return None
        return Report(cue, ranges, clause_tokens, rule, self.line.frame)

    def _tokens(self, first: int, last: int, *, trim: bool = True) -> Range | None:
        """Tokens of the positions [first, last), without separators and stops at the ends."""
        words = self.line.words
        last = min(last, len(words))
        while trim and first < last and words[first] in _SEPARATORS:
            first += 1
        while trim and first < last and words[last - 1] in _SEPARATORS | {"."}:
            last -= 1
        if first >= last:
            return None
        return self.line.items[first].first, self.line.items[last - 1].last
