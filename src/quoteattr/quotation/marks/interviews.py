"""Interviews whose questions are in bold, italics or headings, the answers in plain paragraphs.

**Why did you stay?**

Because I said I would.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import regex
from attrs import field, frozen

from quoteattr.quotation.marks.drafts import Draft
from quoteattr.quotation.marks.transcripts import has_label
from quoteattr.records import Emphasis, MarkStyle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quoteattr.records import Range

_LABEL: Final = regex.compile(r"(?P<name>Q(?:uestion)?)[.:]\s+(?=\S)")
_SENTENCE: Final = regex.compile(r"[.!?…:][\p{Pf}\"')\]]*+\Z")
_ASKS: Final = regex.compile(r"\?[\p{Pf}\"')\]]*+\Z")
_HEARER: Final = regex.compile(r"(?<![\w’'])(?:you|your|yours|yourself)(?!\w)", regex.IGNORECASE)
_SPEAKER: Final = regex.compile(
    r"(?<![\w’'])(?:I|[Mm]e|[Mm]y|[Mm]ine|[Mm]yself|[Ww]e|[Oo]ur|[Uu]s)(?!\w)"
)
_I: Final = regex.compile(r"(?<![\w’'])(?:I|[Mm]e|[Mm]y|[Mm]ine|[Mm]yself)(?!\w)")
_LEAST: Final = 2  # questions
_FEW: Final = 2  # questions, which one must answer as "I": a firm's leaflet says "we"
_ADDRESSED: Final = 0.3  # of the questions say "you"
_OWN: Final = 0.5  # of the answers say "I"; those of a leaflet say "you"
_LABELLED: Final = 0.5  # of the answers have labels of their own


@frozen
class Exchange:
    """The paragraphs of a question, and those of its answer."""

    question: list[Range] = field(factory=list)
    answer: list[Range] = field(factory=list)


def find_interview_turns(text: str, paragraphs: Sequence[Range], emphasis: Emphasis) -> list[Draft]:
    """Questions and answers in turn, the first a question; empty where a text is no interview."""
    exchanges = _exchanges(text, paragraphs, emphasis)
    if not _is_interview(text, exchanges):
        return []
    del exchanges[-1].answer[1:]  # what follows may be the interviewer's
    turns = []
    for exchange in exchanges:
        turns.append(_question(text, exchange.question))
        turns.append(Draft(exchange.answer, MarkStyle.TRANSCRIPT))
    return turns


def _exchanges(text: str, paragraphs: Sequence[Range], emphasis: Emphasis) -> list[Exchange]:
    """What may be a question, with the paragraphs up to the next line that stands out.

    Lines in italics are questions where none in bold are, and all of these end as questions do.
    """
    found: list[Exchange] = []
    if len(emphasis.strong) < _LEAST:
        slanted = [bounds for bounds in paragraphs if emphasis.is_slanted(bounds)]
        if len(slanted) < _LEAST or not all(_ASKS.search(text, *bounds) for bounds in slanted):
            return []
        emphasis = Emphasis(strong=emphasis.slanted)
    is_open = False
    for bounds in paragraphs:
        if emphasis.is_strong(bounds):
            is_open = _SENTENCE.search(text, *bounds) is not None
            if is_open and (not found or found[-1].answer):
                found.append(Exchange())
            if is_open:
                found[-1].question.append(bounds)
        elif emphasis.is_slanted(bounds):
            is_open = False
        elif is_open:
            found[-1].answer.append(bounds)
    return [exchange for exchange in found if exchange.answer]


def _is_interview(text: str, exchanges: Sequence[Exchange]) -> bool:
    if len(exchanges) < _LEAST:
        return False
    addressed = sum(_has(text, exchange.question, _HEARER) for exchange in exchanges)
    speaker = _I if len(exchanges) <= _FEW else _SPEAKER
    own = sum(_has(text, exchange.answer, speaker) for exchange in exchanges)
    labelled = sum(has_label(text, exchange.answer[0]) for exchange in exchanges)
    return (
        addressed >= _ADDRESSED * len(exchanges)
        and own >= _OWN * len(exchanges)
        and labelled < _LABELLED * len(exchanges)
    )


def _has(text: str, parts: Sequence[Range], pattern: regex.Pattern[str]) -> bool:
    return any(pattern.search(text, *part) for part in parts)


def _question(text: str, parts: list[Range]) -> Draft:
    """A question, its label apart: `Q: Why?`"""
    start, end = parts[0]
    label = _LABEL.match(text, start, end)
    if label is None:
        return Draft(parts, MarkStyle.TRANSCRIPT)
    rest = [(label.end(), end), *parts[1:]]
    return Draft(rest, MarkStyle.TRANSCRIPT, label=label.span("name"))
