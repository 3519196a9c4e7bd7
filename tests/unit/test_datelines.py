"""Datelines: what stands before the first sentence of a report."""

from __future__ import annotations

import pytest

from quoteattr.datelines import dateline_end, with_full_stops


@pytest.mark.parametrize(
    ("dateline", "sentence"),
    [
        ("VELM, July 11 (Dorne Press) - ", "Leaders agreed."),
        ("Port Velm, Dorne (Dorne Press) — ", "Leaders agreed."),
        ("(Dorne Press) – ", "Leaders agreed."),
        ("VELM -- ", "Leaders agreed."),
        ("PORT VELM, Dorne — ", "“We agree.”"),
    ],
)
def test_dateline(dateline: str, sentence: str) -> None:
    """Place, day, agency and dash go before the sentence, whose end stays where it was."""
    text = dateline + sentence
    assert dateline_end(text, 0, len(text)) == len(dateline)
    stopped = with_full_stops(text)
    assert len(stopped) == len(text)
    assert stopped.endswith(sentence)
    assert "." in stopped[: len(dateline)]


@pytest.mark.parametrize(
    "text",
    ["NATO - which won - left.", "The bridge (a new one) - was built.", "Leaders agreed.", ""],
)
def test_no_dateline(text: str) -> None:
    """An insertion between dashes and a parenthesis are none."""
    assert dateline_end(text, 0, len(text)) == 0
    assert with_full_stops(text) == text


def test_each_of_many_datelines_ends_its_own_line() -> None:
    """Each line of a feed is changed as it would be alone."""
    lines = ["VELM (DP) — It rained.", "She left — early.", "PORT VELM, Dorne — It snowed."] * 3
    assert with_full_stops("\n".join(lines)) == "\n".join(map(with_full_stops, lines))
