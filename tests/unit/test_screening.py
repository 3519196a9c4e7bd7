"""What a quoted stretch is."""

from __future__ import annotations

import pytest

from quoteattr.quotation.marks.quoted import find_quoted_spans
from quoteattr.records import Screen


@pytest.mark.parametrize(
    "text",
    [
        "“We go,” he said.",
        "“We go” he said.",
        "“No.”",
        "Ann frowned. “That is enough.”",
        "She said: “We go.”",
        "She said, “No,” and left.",
        "And then she said “Come in.”",
        "He shouted out “Come in!” to us all.",
        "“Yes,” he said, “at noon.”",
        "“…” he said.",
        "Ann: “We will win” as polls open",
        "He went on   “Pray sit, all of you.”",
        "“But how   ” The door opened.",
        "(as he put it) “We are all in this.”",
    ],
)
def test_speech(text: str) -> None:
    """Quotations that stand by themselves are speech."""
    assert {span.screen for span in find_quoted_spans(text)} == {Screen.SPEECH}


@pytest.mark.parametrize(
    "text",
    [
        "He called the plan “a disgrace.”",
        "He said that “the plan is dead.”",
        "It was a “historic” day.",
        "The plan, “the worst of its kind,” failed.",
        "The budget may be “strategic,” said Ann Lee.",
        "“Desert wind” was a failure.",
        "They were «happy».",
    ],
)
def test_fragment(text: str) -> None:
    """Words inside the reporter's clause are fragments."""
    (span,) = find_quoted_spans(text)
    assert span.screen is Screen.FRAGMENT


@pytest.mark.parametrize(
    ("text", "screen"),
    [
        ("She read the novel “The Long Field” twice.", Screen.TITLE),
        ("It came out in her book, “The Long Field.”", Screen.TITLE),
        ("An operation called “Desert Wind” began.", Screen.TITLE),
        ("In Jack “The Hammer” Ruiz they had a boxer.", Screen.NICKNAME),
        ("The striker, nicknamed “Bull,” ran.", Screen.NICKNAME),
        ("He used the term “gift” twice.", Screen.WORD),
        ("The so-called “experts” were wrong.", Screen.WORD),
        ('<a href="page">', Screen.WORD),
        ("They wore a “13” on their shirts.", Screen.MEASURE),
    ],
)
def test_no_speech(text: str, screen: Screen) -> None:
    """Titles, nicknames, words as words and figures are told apart where it is clear."""
    (span,) = find_quoted_spans(text)
    assert span.screen is screen


def test_inner_quotations_are_screened_by_the_quotation_around_them() -> None:
    """What stands before an inner quotation is looked for inside the outer one."""
    spans = find_quoted_spans("“He said, ‘Come in.’ It was a ‘fine’ day,” she said.")
    assert [span.screen for span in spans] == [Screen.SPEECH, Screen.SPEECH, Screen.FRAGMENT]
