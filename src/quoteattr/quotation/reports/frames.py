"""The reporter's sentences, with self-standing quotations as single words in them.

`“We won. At last,” said Ann.` is one frame: QUOTE said Ann. Inside a quotation the same cut is made
again for the reports nested there.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from itertools import chain
from typing import TYPE_CHECKING, Final

from attrs import evolve

from quoteattr import config
from quoteattr.datelines import dateline_end
from quoteattr.grammar import FINAL_SIGNS, FINITE, NOMINATIVES, ends_sentence
from quoteattr.quotation.reports.frame import Frame, Item
from quoteattr.records import Screen

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from quoteattr.analysis import Analysis
    from quoteattr.quotation.words.cues import CueWord
    from quoteattr.records import QuotedSpan, Range

_CLOSING: Final = frozenset("”’\"'»)]」』") | {"''"}
_OPEN_CLAUSE: Final = frozenset({"what", "when", "where", "why", "how", "if", "while"})
_JOINS: Final = frozenset({"and", "then"})
_PAUSES: Final = frozenset({",", ";", ":"})
_LEADS: Final = frozenset({":", ",", "—", "–", "--", "-"})


def find_frames(
    analysis: Analysis,
    quoted: Sequence[QuotedSpan],
    cues: Sequence[CueWord],
    read: Container[int] | None = None,
) -> list[Frame]:
    """All frames: the reporter's by paragraph, then those inside each quoted span.

    *read* has the indices of the paragraphs to cut, None for all.
    """
    cutter = _Cutter(analysis, quoted, cues)
    frames: list[Frame] = []
    for index, whole in enumerate(analysis.paragraphs):
        if read is not None and index not in read:
            continue
        begin = analysis.token_at(dateline_end(analysis.text, whole.start, whole.end))
        fresh = cutter.cut((max(whole.first, begin), whole.last), -1, index)
        if frames and fresh and cutter.introduces(frames[-1], fresh[0]):
            opened = fresh.pop(0)
            units = frames[-1].units + opened.units
            frames[-1] = evolve(frames[-1], last=opened.last, units=units)
        frames += fresh
    edges = {(span.parent, edge) for span in quoted for part in span.parts for edge in part}
    for number, span in enumerate(quoted):
        if span.screen in (Screen.SPEECH, Screen.FRAGMENT):
            for start, end in span.parts:
                paragraph = analysis.paragraph_at(start)
                if read is None or paragraph in read:
                    opens, closes = (number, start) not in edges, (number, end) not in edges
                    inside = _inside(analysis, start, end, opens=opens, closes=closes)
                    frames += cutter.cut(inside, number, paragraph)
    return frames


def _inside(analysis: Analysis, start: int, end: int, *, opens: bool, closes: bool) -> Range:
    """Tokens between the marks of a part, as far as it *opens* and *closes* with its own.

    A turn after a name has none; those at its edges are of words inside: `LEE: He was “tired.”`
    """
    tokens = analysis.tokens(start, end)
    first, last = tokens.start, tokens.stop
    if opens and first < last and not any(map(str.isalnum, analysis.words[first])):
        first += 1
    if closes and last > first and analysis.words[last - 1] in _CLOSING:
        last -= 1
    return first, last


class _Cutter:
    """Cuts stretches of one text into frames."""

    def __init__(
        self, analysis: Analysis, quoted: Sequence[QuotedSpan], cues: Sequence[CueWord]
    ) -> None:
        self._analysis = analysis
        self._quoted = quoted
        self._cues = {cue.token: cue for cue in cues}
        self._units: dict[int, dict[int, tuple[int, int]]] = defaultdict(dict)
        self._closed: dict[int, dict[int, int]] = defaultdict(dict)
        self._marked: dict[int, dict[int, tuple[int, Screen]]] = defaultdict(dict)
        for number, span in enumerate(quoted):
            level = -1 if span.parent is None else span.parent
            for start, end in span.parts:
                tokens = analysis.tokens(start, end)
                if span.screen is Screen.SPEECH and tokens:
                    self._units[level][tokens.start] = (number, tokens.stop)
                elif tokens:
                    self._marked[level][tokens.start] = (tokens.stop, span.screen)
                    if span.closed:
                        self._closed[level][tokens.start] = tokens.stop
        self._starts = defaultdict(list, {k: sorted(v) for k, v in self._marked.items()})
        stops = [t for t, word in enumerate(analysis.words) if word[-1:] in FINAL_SIGNS]
        of_levels = (self._units, self._closed)
        starts = chain.from_iterable(tokens for of in of_levels for tokens in of.values())
        self._breaks = sorted({*stops, *starts, len(analysis)})

    def introduces(self, frame: Frame, following: Frame) -> bool:
        """Whether a paragraph left open leads to the quotation that opens the next one.

        `After a while she answered,` and then the quotation in a new paragraph. Without a comma it
        is left open where a cue stands in its last clause: `He bowed politely, and said`.
        """
        if following.first != frame.last or not following.opens_with_quotation:
            return False
        words, last = self._analysis.words, frame.last - 1
        if words[last] in _LEADS:
            return True
        if not words[last].isalpha() or following.units[-1].last < following.last:
            return False
        near = range(max(frame.first + 1, frame.last - config.OPEN_CLAUSE), frame.last)
        cues = (self._cues[at] for at in reversed(near) if at in self._cues)
        cue = next((cue for cue in cues if cue.sure and cue.group == "say"), None)
        return cue is not None and self._tells(frame, cue)

    def _tells(self, frame: Frame, cue: CueWord) -> bool:
        """Whether a frame is a sentence, no heading, that ends with its cue or how it was said.

        `He bowed, and said`, `The old man said, in a high voice`; not `Port to close, mayor said`.
        """
        analysis, before = self._analysis, self._analysis.lowers[cue.token - 1]
        opens = frame.first == analysis.paragraphs[frame.paragraph].first
        if opens and before not in NOMINATIVES | _JOINS:
            return False
        behind = analysis.tags[cue.last : cue.last + 1]
        return cue.last == frame.last or behind in (["PUNCT"], ["ADV"], ["ADP"])

    def cut(self, tokens: Range, level: int, paragraph: int) -> list[Frame]:
        """The frames in a range of tokens; *level* is the quoted span around it, or -1."""
        frames: list[Frame] = []
        units: list[Item] = []
        token, end = tokens
        first = closed = token
        longest = first + config.LONGEST_FRAME
        while token < end:
            ahead = min(self._breaks[bisect_left(self._breaks, token)], end, longest)
            if ahead > token:  # words without a stop among them
                token, ends = ahead, False
            else:
                closed = max(closed, self._closed[level].get(token, 0))
                start = token
                number, last = self._units[level].get(start) or (-1, start + 1)
                token = min(last, end)
                if number >= 0:
                    units.append(Item(start, token, number))
                    longest += token - start - 1
                    ends = self._quotation_ends_sentence(number, token, end)
                else:
                    token, ends = self._after_word(token, end, level, closed)
            if ends or token >= min(end, longest):
                frames.append(self._frame((first, token), units, level, paragraph))
                first, units = token, []
                longest = first + config.LONGEST_FRAME
        return frames

    def _after_word(self, token: int, end: int, level: int, closed: int) -> tuple[int, bool]:
        """Where to go on after the word before *token*, and whether it ends a sentence there."""
        if token < closed - 1 or not ends_sentence(self._analysis.words, token - 1):
            return token, False
        while self._closes(level, token, end):
            token += 1
        return token, token < end and not self._goes_on(token)

    def _goes_on(self, token: int) -> bool:
        """Whether a small letter or a comma goes on with a sentence: `Lee, I-Vt., | said`."""
        word = self._analysis.words[token]
        return word[:1].islower() or word in _PAUSES

    def _closes(self, level: int, token: int, end: int) -> bool:
        """Whether a closing mark stands at *token*; a straight mark may open the next quotation."""
        if token >= end or self._analysis.words[token] not in _CLOSING:
            return False
        return token not in self._units[level] and not self._leans_right(token)

    def _leans_right(self, token: int) -> bool:
        """Whether a blank stands before and none after: `staircases. | "The way`, never closed."""
        starts, ends = self._analysis.starts, self._analysis.ends
        joined = token + 1 < len(starts) and starts[token + 1] == ends[token]
        return joined and starts[token] > ends[token - 1]

    def _frame(self, tokens: Range, units: list[Item], level: int, paragraph: int) -> Frame:
        marked, starts = self._marked[level], self._starts[level]
        near = starts[bisect_left(starts, tokens[0]) : bisect_left(starts, tokens[1])]
        silent: list[Range] = []
        fragments: list[Range] = []
        unsaid: list[int] = []
        for first in near:
            if any(unit.first < first < unit.last for unit in units):
                continue
            last, screen = marked[first]
            silent.append((first, last))
            if screen is Screen.FRAGMENT:
                fragments.append((first, last))
            elif screen is Screen.UNSAID:
                unsaid.append(first)
        return Frame(
            *tokens,
            tuple(units),
            paragraph,
            level,
            fragments=tuple(fragments),
            silent=tuple(silent),
            unsaid=tuple(unsaid),
        )

    def _quotation_ends_sentence(self, number: int, token: int, end: int) -> bool:
        """Whether a new sentence begins at *token*, after a quotation.

        `“We won.” The crowd sang.` yes; `“Who won?” Ann asked.` no: a cue follows its name at once.
        """
        if token >= end:
            return True
        following = self._analysis.words[token][:1]
        if following.islower() or not following.isalnum():
            return False
        if following.isupper() and self._analysis.lowers[token] in _OPEN_CLAUSE:
            return True
        if self._analysis.lowers[token] in ANAPHORS and token + 1 in self._cues:
            return False
        start = self._quoted[number].start
        body = self._analysis.text[start : self._analysis.ends[token - 1]].rstrip(_TAIL)
        if body.endswith((",", ";", ":", "—", "–", "-")):
            return False
        near = range(token, min(token + config.NAME_BEFORE_CUE, end))
        cue = next((self._cues[other] for other in near if other in self._cues), None)
        cue = cue or self._cue_after_aside(token, end)
        if body.endswith(".") and not body.endswith(".."):
            return cue is None or not self._only_reports(cue, token, end)
        return cue is None

    def _cue_after_aside(self, token: int, end: int) -> CueWord | None:
        """The cue after a name and an aside: `“Who won?” Ann Lee, a retired baker, asked.`"""
        words, forms = self._analysis.words, self._analysis.forms
        comma = next((i for i in range(token, end) if not words[i][:1].isupper()), end)
        if not token < comma < end or words[comma] != ",":
            return None
        for at in range(comma + 1, min(comma + config.APPOSITION_TOKENS, end - 1)):
            if words[at] == "," and at + 1 in self._cues:
                return self._cues[at + 1]
            if forms[at] in FINITE:
                return None
        return None

    def _ends_soon(self, token: int, end: int) -> bool:
        """Whether the sentence ends at *token*, or after a day: `said on Monday.`"""
        words, lowers = self._analysis.words, self._analysis.lowers
        if token + 2 < end and lowers[token] == "on" and words[token + 1][:1].isupper():
            token += 2
        return token < end and words[token] in _STOPS

    def _only_reports(self, cue: CueWord, token: int, end: int) -> bool:
        """Whether the sentence at *token* is a name and a cue alone: `“We won.” Ann Lee said.`"""
        words = self._analysis.words
        return (
            cue.group == "say"
            and cue.sure
            and all(word[:1].isupper() for word in words[token : cue.token])
            and self._ends_soon(cue.last, end)
        )


_STOPS: Final = frozenset(".!?")
ANAPHORS: Final = frozenset({"so", "thus"})
"""Words for a quotation before its cue: `QUOTE So said Ann Lee.`"""
_TAIL: Final = "”’\"'»」』)] \u00a0"
