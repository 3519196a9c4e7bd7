"""How well a mark fits each role."""

from __future__ import annotations

import pytest

from quoteattr.quotation.marks.characters import QuotationMark, find_marks


def marks(text: str) -> tuple[QuotationMark, ...]:
    """The marks of a text of one paragraph."""
    return find_marks(text, 0, len(text))


def role(mark: QuotationMark) -> str:
    """The likeliest role of a mark by itself."""
    costs = {"opens": mark.opens, "closes": mark.closes, "ignored": mark.ignored}
    return min(costs, key=lambda name: costs[name])


@pytest.mark.parametrize(
    "text", ["don’t", "I'd've gone", "the o'clock news", "L‘homme", "", "no marks", "5'10 tall"]
)
def test_apostrophe_inside_a_word_is_no_mark(text: str) -> None:
    """Between two letters or digits nothing is a mark."""
    assert marks(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "and 'tis done",
        "in the '90s now",
        "the ’70s",
        "tell 'em so",
        "rock 'n roll",
        "goin' home",
        "top o' the morning",
        "the boys' books",
        "‘twas late",
        "six feet, 6' tall",
    ],
)
def test_apostrophe_at_the_edge_of_a_word(text: str) -> None:
    """An elision, a dropped letter or a plural's possessive is best ignored."""
    (mark,) = marks(text)
    assert role(mark) == "ignored" or mark.ignored < mark.opens + 3


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ('"Yes," he said.', ["opens", "closes"]),
        ("'Yes,' he said.", ["opens", "closes"]),
        ("she cried--“No”--and left", ["opens", "closes"]),
        ('("Hello")', ["opens", "closes"]),
        ("*“No,”* he said", ["opens", "closes"]),
        ("„Ja“", ["opens", "closes"]),
        ("»Ja«", ["opens", "closes"]),
        ("«Oui»", ["opens", "closes"]),
        ("「はい」", ["opens", "closes"]),
        ("``Yes,'' he said", ["opens", "closes"]),
        ("“‘Go,’ he said.”", ["opens", "opens", "closes", "closes"]),
        ("\u200b“Go,”\ufeff he said", ["opens", "closes"]),
    ],
)
def test_roles_by_neighbours(text: str, roles: list[str]) -> None:
    """A mark before a word opens, one after a word or stop closes, whatever its kind."""
    found = ["closes" if mark.closes_low < mark.opens else role(mark) for mark in marks(text)]
    assert found == roles


def test_two_apostrophes_are_two_marks_unless_such_a_pair_opens() -> None:
    """`''` is one mark in ``TeX'' and two at the end of nested single quotations."""
    assert len(marks("'He cried 'No!'' and left")) == 4
    assert len(marks("``No!'' and left")) == 2
    assert len(marks("''No!'' and left")) == 2


def test_row_of_marks_is_no_mark() -> None:
    """Five and more marks in a row are an ornament."""
    assert marks('"""""""" and ' + "'" * 7) == ()


def test_data_have_no_marks() -> None:
    """A long row of keys and values in marks is not prose."""
    assert marks('{"a":"b",' + '"c":"d",' * 40) == ()


def test_inches_may_be_ignored() -> None:
    """Feet and inches cost less to ignore than a stray mark."""
    inches = marks("he is 6'2\" tall")[-1]
    stray = marks('he is" tall')[-1]
    assert inches.ignored < inches.closes < stray.ignored


def test_leading_marks() -> None:
    """Only marks with nothing but marks before them lead their paragraph."""
    assert [mark.leads for mark in marks("“‘Go,’ he said.”")] == [True, True, False, False]
