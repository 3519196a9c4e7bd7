"""Errors name what was wrong, and can be caught by family."""

from __future__ import annotations

import copy
import pickle

import pytest

from quoteattr import errors
from quoteattr.errors import (
    ArgumentTypeError,
    ArgumentValueError,
    MissingExtraError,
    OffsetError,
    PipelineError,
    QuoteAttrError,
    RecordError,
    SerializationError,
)

EXAMPLES = [
    ArgumentTypeError("text", 3, "a string"),
    ArgumentValueError("kinds", "loud", "direct, mixed or indirect"),
    OffsetError(3, 2, 0),
    RecordError("Quote", "content needs at least one span", ()),
    SerializationError("line 4", "no JSON"),
    PipelineError("meta.json", "is missing"),
    MissingExtraError("arrow", "pyarrow"),
]


@pytest.mark.parametrize("error", EXAMPLES, ids=lambda error: type(error).__name__)
def test_every_error_derives_from_the_base(error: Exception) -> None:
    """One `except` catches them all; each is also the built-in sort it is a case of."""
    assert isinstance(error, QuoteAttrError)
    assert isinstance(error, TypeError | ValueError | RuntimeError | ImportError)


def test_examples_are_complete() -> None:
    """Every error class of the module is tested here."""
    classes = {
        thing
        for thing in vars(errors).values()
        if isinstance(thing, type) and issubclass(thing, QuoteAttrError)
    }
    assert classes == {type(error) for error in EXAMPLES} | {QuoteAttrError}


@pytest.mark.parametrize("error", EXAMPLES, ids=lambda error: type(error).__name__)
def test_errors_travel_between_processes(error: Exception) -> None:
    """Copies made by pickle and copy say the same."""
    assert str(pickle.loads(pickle.dumps(error))) == str(error)
    assert str(copy.copy(error)) == str(error)


def test_messages_name_argument_value_and_what_is_accepted() -> None:
    """The message is made from the facts, and the facts are fields."""
    error = EXAMPLES[0]
    assert str(error) == "text must be a string, got int: 3"
    assert isinstance(error, ArgumentTypeError)
    assert (error.argument, error.value, error.accepted) == ("text", 3, "a string")
    assert str(EXAMPLES[1]) == "kinds must be direct, mixed or indirect, got 'loud'"
    assert str(EXAMPLES[4]) == "line 4: no JSON"


def test_long_values_are_cut() -> None:
    """A value of a megabyte does not make a message of a megabyte."""
    assert len(str(ArgumentTypeError("text", b"x" * 1_000_000, "a string"))) < 200
