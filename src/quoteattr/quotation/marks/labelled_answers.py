"""Interviews in which the answers alone have a label, the questions none.

Why did you stay?

Holm: Because I said I would.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from quoteattr.datatypes import MARKS
from quoteattr.quotation.marks.drafts import Draft
from quoteattr.records import MarkStyle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quoteattr.quotation.marks.transcripts import Label
    from quoteattr.records import Range

_LEAST: Final = 3  # answers
_ASKED: Final = 0.6  # of the answers follow a paragraph that ends in a question mark
_SIGNS: Final = MARKS + "*_ "


def find_labelled_answers(
    text: str, paragraphs: Sequence[Range], labels: Sequence[Label]
) -> list[Draft]:
    """Questions and answers in turn; empty where not one name alone answers question on question.

    A question is the paragraph before a label, an answer all from the label to the next question.
    """
    if len(labels) < _LEAST or len({label.name for label in labels}) > 1 or not _apart(labels):
        return []
    asked = sum(_asks(text, paragraphs[label.paragraph - 1]) for label in labels)
    if asked < _ASKED * len(labels):
        return []
    turns: list[Draft] = []
    ends = [label.paragraph - 1 for label in labels[1:]] + [labels[-1].paragraph + 1]
    for label, end in zip(labels, ends, strict=True):
        turns.append(Draft([paragraphs[label.paragraph - 1]], MarkStyle.TRANSCRIPT))
        first = label.text_start, paragraphs[label.paragraph][1]
        parts = [first, *paragraphs[label.paragraph + 1 : end]]
        turns.append(Draft(parts, MarkStyle.TRANSCRIPT, label=(label.start, label.end)))
    return turns


def _apart(labels: Sequence[Label]) -> bool:
    """Whether a paragraph without a label stands before each."""
    places = [-1, *(label.paragraph for label in labels)]
    return all(after - before > 1 for before, after in pairwise(places))


def _asks(text: str, paragraph: Range) -> bool:
    return text[slice(*paragraph)].rstrip(_SIGNS).endswith("?")
