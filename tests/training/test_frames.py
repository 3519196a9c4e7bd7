"""Frames keep the reporter's words and forget the speaker's."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We won. It was hard,” she said.", "“QUOTE,” she said."),
        ("He said: “We go home.”", "He said: “QUOTE.”"),
        ("“Yes, it works,” he said, “but not today.”", "“QUOTE,” he said, “QUOTE.”"),
        ("He called it “a disaster” and left.", "He called it “a disaster” and left."),
        ("They saw “The Long Day” twice.", "They saw “The Long Day” twice."),
        ("“Is it so?” asked Ann.", "“QUOTE?” asked Ann."),
        ("“Stray mark, she said.", "“Stray mark, she said."),
    ],
)
def test_frames(text: str, expected: str) -> None:
    """Whole quotations become one word; words and phrases in marks stay."""
    from training.frames import frame

    assert frame(text).text == expected


def test_offsets_lead_back() -> None:
    """Every kept character is found again; those of the content have no place."""
    from training.frames import frame

    text = "“We won. It was hard,” she said."
    made = frame(text)
    for position, char in enumerate(text):
        place = made.offset(position)
        assert place is None or made.text[place] == char
    assert made.offset(text.index("won")) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"No," he said. "Never."', "“No,” he said. “Never.”"),
        ('He said ("no")', "He said (“no”)"),
        ('— "Go!"', "— “Go!”"),
    ],
)
def test_straight_marks_get_a_direction(text: str, expected: str) -> None:
    """The neighbours decide; the length never changes."""
    from training.frames import directed

    assert directed(text) == expected
