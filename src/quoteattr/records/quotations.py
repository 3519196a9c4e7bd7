"""What was said, as the rooms hand it on: stretches set off by marks, cues, quotations."""

from __future__ import annotations

from bisect import bisect_right
from enum import Enum
from typing import TYPE_CHECKING, Final

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quoteattr.datatypes import Mode, QuoteKind, Step
    from quoteattr.records.ranges import Range


class MarkStyle(str, Enum):
    """Which family of marks sets a stretch of text off as quoted."""

    DOUBLE = "double"
    SINGLE = "single"
    GUILLEMET = "guillemet"
    LOW_HIGH = "low-high"
    CORNER = "corner"
    LATEX = "latex"
    DASH = "dash"
    TRANSCRIPT = "transcript"
    BLOCK = "block"


class Screen(str, Enum):
    """What a quoted stretch is, as far as its own form and its near context tell."""

    SPEECH = "speech"
    FRAGMENT = "fragment"
    TITLE = "title"
    NICKNAME = "nickname"
    WORD = "word"
    MEASURE = "measure"
    UNSAID = "unsaid"


@frozen(kw_only=True)
class Emphasis:
    """Lines that markup sets off as a whole.

    Attributes:
        strong: Those in bold, and headings.
        slanted: Those in italics.
        behind: Blocks of those behind `>`.
    """

    strong: tuple[Range, ...] = ()
    slanted: tuple[Range, ...] = ()
    behind: tuple[Range, ...] = ()

    def is_strong(self, bounds: Range) -> bool:
        """Whether a paragraph lies in a line in bold or a heading."""
        return _is_in(bounds, self.strong)

    def is_slanted(self, bounds: Range) -> bool:
        """Whether a paragraph lies in a line in italics."""
        return _is_in(bounds, self.slanted)


def _is_in(bounds: Range, lines: Sequence[Range]) -> bool:
    index = bisect_right(lines, bounds[0], key=_start) - 1
    return index >= 0 and bounds[1] <= lines[index][1]


def _start(line: Range) -> int:
    return line[0]


PLAIN: Final = Emphasis()


@frozen(kw_only=True)
class QuotedSpan:
    """A stretch of text set off by marks, found on characters alone.

    Attributes:
        parts: One range a paragraph, marks included, in text order.
        style: The family of marks.
        screen: Speech that can stand by itself (`"We will go," he said`), a fragment inside the
            reporter's clause (`a "historic" day`: speech only if somebody is credited with it), or
            one of the kinds of marks that set off no speech.
        label: For transcripts and dash signatures, the range of the speaker's name ("SMITH"). Turns
            of an interview that have none are questions and answers in turn.
        parent: Index of the quoted span around this one, None for the outermost.
        closed: False when the closing mark is missing and the span ends with its paragraph.
    """

    parts: tuple[Range, ...]
    style: MarkStyle
    screen: Screen
    label: Range | None = None
    parent: int | None = None
    closed: bool = True

    @property
    def start(self) -> int:
        """Offset of the first character, the opening mark."""
        return self.parts[0][0]

    @property
    def end(self) -> int:
        """Offset after the last character, the closing mark."""
        return self.parts[-1][1]


@frozen(kw_only=True)
class Cue:
    """The words that report ("said", "according to", "made clear"), and what sort they are.

    Attributes:
        start: First code point.
        end: Code point after the last.
        token: Token index of the verb or noun that governs; its subject is the source.
        lemma: Key in the cue lexicon.
        mode: Speech, writing or thought.
        is_verb: Whether it is a verb, no noun ("his claim that") or phrase ("according to").
    """

    start: int
    end: int
    token: int
    lemma: str
    mode: Mode
    is_verb: bool = False


@frozen(kw_only=True)
class Quotation:
    """What was said, not yet who said it.

    Attributes:
        kind: Direct, mixed or indirect.
        content: Ranges, ordered and disjoint, marks included.
        quoted: The ranges inside marks.
        cue: The reporting words, None when there are none.
        clause: Range of the reporting clause, the part of the sentence that is not content.
        source: Range of the source where the marks already show it (a transcript's label), or None.
        addressee: Range of who is spoken to as the reporting clause names them, or None.
        steps: How it was found.
        parent: Index of the quotation around this one, None for the top level.
    """

    kind: QuoteKind
    content: tuple[Range, ...]
    quoted: tuple[Range, ...] = ()
    cue: Cue | None = None
    clause: Range | None = None
    source: Range | None = None
    addressee: Range | None = None
    steps: tuple[Step, ...] = ()
    parent: int | None = None

    @property
    def start(self) -> int:
        """Offset of the first content character."""
        return self.content[0][0]

    @property
    def end(self) -> int:
        """Offset after the last content character."""
        return self.content[-1][1]


def verbs_of(quotations: Iterable[Quotation]) -> frozenset[int]:
    """Tokens of the cues that are verbs."""
    cues = (quotation.cue for quotation in quotations)
    return frozenset(cue.token for cue in cues if cue is not None and cue.is_verb)
