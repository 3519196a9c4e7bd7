"""Reports: what a cue governs, how far it reaches, and what becomes of it, without a parser."""

from __future__ import annotations

import pytest
import spacy

from quoteattr import QuoteExtractor
from quoteattr.analysis import Analysis
from quoteattr.backend import analyse
from quoteattr.datatypes import QuoteKind
from quoteattr.quotation import (
    find_paragraphs,
    find_quotations,
    find_quoted_spans,
    paragraphs_near,
)
from quoteattr.quotation.reports.frames import find_frames
from quoteattr.quotation.reports.kinds import Kind
from quoteattr.quotation.reports.line import Line
from quoteattr.quotation.reports.rules import RULE_NAMES
from quoteattr.quotation.reports.site import Reading, Site
from quoteattr.quotation.words.cues import find_cues
from quoteattr.records import Quotation, Screen


def read(text: str) -> Analysis:
    """The text as the blank pipeline gives it."""
    return analyse(text, spacy.blank("en"), find_paragraphs(text))


def sites(text: str) -> list[Site]:
    """The sites of the first frame."""
    analysis = read(text)
    found = find_cues(analysis)
    frame = find_frames(analysis, find_quoted_spans(text), found)[0]
    inside = [cue for cue in found if frame.first <= cue.token < frame.last]
    return Reading(Line(analysis, frame), inside).sites


def quotations(text: str) -> tuple[Quotation, ...]:
    """All quotations of the text."""
    return find_quotations(read(text), find_quoted_spans(text))


def contents(text: str) -> list[list[str]]:
    """The parts of each quotation."""
    return [[text[a:b] for a, b in quotation.content] for quotation in quotations(text)]


@pytest.mark.parametrize(
    ("text", "kind", "opens"),
    [
        ("Ann said that it was late.", Kind.THAT, "it"),
        ("Ann said it was late.", Kind.CLAUSE, "it"),
        ("Ann said that would do.", Kind.CLAUSE, "that"),
        ("Ann asked whether it was late.", Kind.QUESTION, "whether"),
        ("Ann promised to go.", Kind.INFINITIVE, "to"),
        ("Ann told the board on Monday that it was late.", Kind.THAT, "it"),
        ("Ann told her brother that it was late.", Kind.THAT, "it"),
        ("Ann stressed the need for coal.", Kind.OBJECT, "the"),
        ("Ann said.", Kind.END, "."),
    ],
)
def test_opening(text: str, kind: Kind, opens: str) -> None:
    """What follows a cue, and where its content would begin."""
    opening = sites(text)[0].opening
    assert opening.kind is kind
    assert sites(text)[0].word(opening.start) == opens


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("He also said that it was late.", "he"),
        ("The mayor of Orla said that it was late.", "the"),
        ("Ann Lee (D-Orla) said that it was late.", "ann"),
        ("Ann Lee, 55, a baker, said that it was late.", "ann"),
        ("Those close to him said that it was late.", "those"),
        ("Many said that it was late.", "many"),
    ],
)
def test_subject(text: str, subject: str) -> None:
    """Where the source before a cue begins."""
    site = sites(text)[0]
    assert site.subject is not None
    assert site.word(site.subject) == subject


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("“We won,” said Ann.", [["“We won,”"]]),
        ("“We won,” said Ann, “at last.”", [["“We won,”", "“at last.”"]]),
        ("“We won,” said Ann. “At last.”", [["“We won,”", "“At last.”"]]),
        ("“We won,” said Ann, laughing, “at last.”", [["“We won,”", "“at last.”"]]),
        ("“Who won?” “Ann.”", [["“Who won?”"], ["“Ann.”"]]),
        ("The road, Ann said, is closed.", [["The road", "is closed"]]),
        ("Ann said that the road was “a river” in May.", [["the road was “a river” in May"]]),
        ("Ann said the road was “closed” in a statement.", [["the road was “closed”"]]),
        ("According to Ann, the road was closed.", [["the road was closed"]]),
        ("The road was closed, according to Ann.", [["The road was closed"]]),
        ("As Ann said, the road was closed.", [["the road was closed"]]),
        ("Ann said it was late, though it was noon.", [["it was late"]]),
    ],
)
def test_content(text: str, parts: list[list[str]]) -> None:
    """What was said, part by part, without cue, source and what tells of the occasion."""
    assert contents(text) == parts


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“We won,” said Ann.", QuoteKind.DIRECT),
        ("Ann said that it was “a river.”", QuoteKind.MIXED),
        ("Ann warned that “the road is a river.”", QuoteKind.MIXED),
        ("Ann said that it was a river.", QuoteKind.INDIRECT),
    ],
)
def test_kind(text: str, kind: QuoteKind) -> None:
    """Everything inside marks, some of it, nothing; a that-clause in marks is the reporter's."""
    assert [quotation.kind for quotation in quotations(text)] == [kind]


def test_nested_reports_know_their_parent() -> None:
    """A report inside a quotation lies in it."""
    outer, inner = quotations("“He said that it was late,” said Ann.")
    assert (outer.parent, inner.parent) == (None, 0)


def test_a_cue_inside_marks_reports_nothing_outside() -> None:
    """The words of a fragment are not the reporter's."""
    assert contents("Her “they said so” face was known.") == []


def test_a_negated_cue_reports_nothing() -> None:
    """`did not say` is no quotation."""
    assert contents("Ann did not say that it was late.") == []


def test_every_rule_is_listed() -> None:
    """The first step of each trace is a key of the table."""
    text = "“We won,” said Ann. Bo asked why. As Bo said, it was late. “Yes!”"
    steps = [quotation.steps[0].rule for quotation in quotations(text)]
    assert steps
    assert set(steps) <= RULE_NAMES


def test_only_the_paragraphs_asked_for_are_read() -> None:
    """A report in a paragraph that is not asked for is not looked for."""
    text = "Bo said it was late.\n\nThe road was wet.\n\n“We won,” said Ann."
    near = paragraphs_near(find_quoted_spans(text), find_paragraphs(text), {Screen.SPEECH})
    assert near == {1, 2}
    (only,) = find_quotations(read(text), find_quoted_spans(text), near)
    assert text[only.start : only.end] == "“We won,”"


def test_the_words_of_a_denial_are_cut_exactly() -> None:
    """Letters that grow when they are made small do not shift the span of a denial."""
    text = "In İzmir there is no evidence that Ada Holm said “we will close the port.”"
    (quote,) = QuoteExtractor(modes="all")(text)
    (step,) = (step for step in quote.trace if step.rule == "denied")
    assert step.spans[0].text == "no evidence that"
