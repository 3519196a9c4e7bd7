"""Speakers' labels at the head of paragraphs."""

from __future__ import annotations

import pytest

from quoteattr.quotation.marks.quoted import find_quoted_spans
from quoteattr.records import MarkStyle


def turns(text: str) -> list[tuple[str, str]]:
    """Label and text of each turn; the parts of a turn are joined by a bar."""
    return [
        (text[slice(*span.label)], "|".join(text[start:end] for start, end in span.parts))
        for span in find_quoted_spans(text)
        if span.label is not None and span.style is MarkStyle.TRANSCRIPT
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SMITH: We go.\n\nJONES: Why?", [("SMITH", "We go."), ("JONES", "Why?")]),
        (
            "MR. SMITH: We go.\n\nTHE COURT: Why?",
            [("MR. SMITH", "We go."), ("THE COURT", "Why?")],
        ),
        ("Q. Did you go?\nA. I did.", [("Q", "Did you go?"), ("A", "I did.")]),
        ("Q: Did you go?\nA: I did.", [("Q", "Did you go?"), ("A", "I did.")]),
        (
            "Interviewer: Why did you go?\n\nAnn Lee: I wanted to.",
            [("Interviewer", "Why did you go?"), ("Ann Lee", "I wanted to.")],
        ),
        (
            "ANN LEE (laughs): No.\n\nBEN OKORO: [pause] Yes.",
            [("ANN LEE", "No."), ("BEN OKORO", "Yes.")],
        ),
        (
            "Ann: Do you know?\nBen: I do.\nAnn: Good.",
            [("Ann", "Do you know?"), ("Ben", "I do."), ("Ann", "Good.")],
        ),
        ("SMITH: “We go.”\n\nJONES: “Stay.”", [("SMITH", "“We go.”"), ("JONES", "“Stay.”")]),
    ],
)
def test_labels(text: str, expected: list[tuple[str, str]]) -> None:
    """Labels in capitals, names, roles, Q and A mark the turns of a transcript."""
    assert turns(text) == expected


def test_turn_over_paragraphs() -> None:
    """Unlabelled paragraphs belong to the turn before them, remarks in brackets to nobody."""
    text = "SMITH: One.\n\nTwo.\n\n(Laughter.)\n\nThree.\n\nJONES: Four."
    assert turns(text) == [("SMITH", "One.|Two.|Three."), ("JONES", "Four.")]


def test_lone_label_far_from_the_others() -> None:
    """A headline with a colon above a transcript is no turn of it."""
    text = "Okoro: No Deal\n\n" + "The talks went on.\n\n" * 6 + "LEE: Why?\n\nOKORO: No deal."
    assert turns(text) == [("LEE", "Why?"), ("OKORO", "No deal.")]


def test_far_paragraphs_are_not_the_turn() -> None:
    """An article that goes on between two labels is not taken for one turn."""
    pause = "The talks went on.\n\n" * 6
    text = f"SMITH: One.\n\nJONES: Two.\n\n{pause}SMITH: Three.\n\nJONES: Four."
    assert turns(text)[1] == ("JONES", "Two.")


@pytest.mark.parametrize(
    "text",
    [
        "Note: this is it.\n\nMore text.",
        "WARNING: wet floor.\n\nNOTE: keep left.",
        "LISBON: The mayor said no.\n\nMore text.",
        "Ingredients: flour.\nMethod: stir.\nServes: four.",
        "Health Care: The bill would cut costs.\n\nSchool Meals: The bill would end them.",
        "The mayor: no comment.",
        "Ann Lee: Taxes She would cut our taxes.\n\nBen Okoro: Rents He would freeze rents.",
        "PART I: Spring\n\nPART II: Summer\n\nPART III: Autumn",
        "Ann: who had been asleep, woke.\n\nBen: who knew, woke.\n\nAnn: as she was, ran.",
    ],
)
def test_no_transcript(text: str) -> None:
    """A note, a dateline or a list of headings is no transcript."""
    assert find_quoted_spans(text) == ()


def test_quotation_at_the_head_of_a_turn_is_nested() -> None:
    """Of two spans that begin together, the longer one stands first and around the other."""
    spans = find_quoted_spans("SMITH: “Come in,” she said to me.\n\nJONES: Why?")
    assert [(span.style, span.parent) for span in spans[:2]] == [
        (MarkStyle.TRANSCRIPT, None),
        (MarkStyle.DOUBLE, 0),
    ]


def test_quotation_inside_a_turn_is_nested() -> None:
    """Marks inside a turn are a quotation inside it."""
    spans = find_quoted_spans("SMITH: She said, “Come in.”\n\nJONES: Why?")
    assert [(span.style, span.parent) for span in spans] == [
        (MarkStyle.TRANSCRIPT, None),
        (MarkStyle.DOUBLE, 0),
        (MarkStyle.TRANSCRIPT, None),
    ]
