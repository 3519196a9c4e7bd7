"""Frames: the reporter's sentences, with quotations as single items."""

from __future__ import annotations

import spacy

from quoteattr.analysis import Analysis
from quoteattr.backend import analyse
from quoteattr.quotation import find_paragraphs, find_quoted_spans
from quoteattr.quotation.reports.frames import Frame, find_frames
from quoteattr.quotation.reports.line import HYPHEN, QUOTE, Line
from quoteattr.quotation.words.cues import find_cues


def frames(text: str) -> tuple[Analysis, list[Frame]]:
    """The frames of a text without any trained part."""
    analysis = analyse(text, spacy.blank("en"), find_paragraphs(text))
    return analysis, find_frames(analysis, find_quoted_spans(text), find_cues(analysis))


def lines(text: str, level: int = -1) -> list[list[str]]:
    """The words of each frame of one level."""
    analysis, found = frames(text)
    return [Line(analysis, frame).words for frame in found if frame.level == level]


def test_a_quotation_is_one_item() -> None:
    """However many sentences stand inside the marks."""
    assert lines("“We won. At last,” said Ann.") == [[QUOTE, "said", "ann", "."]]


def test_a_question_goes_on_with_its_cue() -> None:
    """A question mark inside the marks ends no sentence when a cue follows."""
    assert lines("“Who won?” Ann asked.") == [[QUOTE, "ann", "asked", "."]]


def test_a_full_stop_inside_the_marks_ends_the_sentence() -> None:
    """`“We won.” The crowd sang.` is two sentences."""
    assert lines("“We won.” The crowd sang.") == [[QUOTE], ["the", "crowd", "sang", "."]]


def test_so_said() -> None:
    """A sentence that points back to the quotation belongs to it."""
    assert lines("“We won.” So said Ann Lee.") == [[QUOTE, "so", "said", "ann", "lee", "."]]


def test_a_colon_leads_to_the_next_paragraph() -> None:
    """What a colon introduces is read with it."""
    assert lines("Ann said:\n\n“We won.”") == [["ann", "said", ":", QUOTE]]


def test_the_inside_is_read_as_well() -> None:
    """The words inside a quotation are frames of their own, marks left out."""
    assert lines("“He said it was late,” said Ann.", level=0) == [
        ["he", "said", "it", "was", "late", ","]
    ]


def test_fragments_are_no_items_but_are_known() -> None:
    """The words of a fragment stand in the sentence; where they stand is told."""
    analysis, (frame, _) = frames("Ann called it “a long day” again.")
    ((first, last),) = frame.fragments
    assert analysis.words[first:last] == ["“", "a", "long", "day", "”"]
    assert frame.silent == frame.fragments


def test_hyphens_are_no_dashes() -> None:
    """A hyphen inside a word parts nothing."""
    analysis, (frame,) = frames("A six - year plan.")
    assert HYPHEN not in Line(analysis, frame).words
