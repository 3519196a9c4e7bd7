"""Whether two names mean one person."""

from __future__ import annotations

import pytest

from quoteattr.evaluation.names import agree


@pytest.mark.parametrize(
    ("predicted", "right"),
    [
        ("Ada Okoro", "Ada Okoro"),
        ("Okoro", "Ada Okoro"),
        ("Ada Okoro", "Okoro"),
        ("ADA OKORO", "Ada Okoro"),
        ("Zoë Müller", "Zoe Muller"),
        ("Senator Ada Okoro", "Ada Okoro"),
        ("Mrs. Okoro", "Ada Okoro"),
        ("Ada Grace Okoro", "Ada Okoro"),
        ("the Marlow Post's", "Marlow Post"),
        ("The General", "the general"),
    ],
)
def test_agree(predicted: str, right: str) -> None:
    """Letter case, accents, titles, an article and left-out words make no difference."""
    assert agree(predicted, [right])


@pytest.mark.parametrize(
    ("predicted", "right"),
    [
        ("Ada Okoro", "Ben Okoro"),
        ("Okoro", "Adams"),
        ("Mr Okoro", "Mrs Okoro"),
        ("Okoro Ada", "Ada Okoro"),
        ("", "Ada Okoro"),
        ("?!", "Ada Okoro"),
    ],
)
def test_disagree(predicted: str, right: str) -> None:
    """Another first name, another order, a title of the other gender are somebody else."""
    assert not agree(predicted, [right])


def test_somebody_elses_whole_name() -> None:
    """Part of a name is not enough when it is all of another person's name in the text."""
    assert agree("Okoro", ["Ada Okoro"], [["Ben Lund"]])
    assert not agree("Okoro", ["Ada Okoro"], [["Mr Okoro"]])
    assert agree("Okoro", ["Ada Okoro", "Okoro"], [["Mr Okoro"]])


def test_any_alias_will_do() -> None:
    """One of several right names suffices."""
    assert agree("Addie", ["Ada Okoro", "Addie"])
