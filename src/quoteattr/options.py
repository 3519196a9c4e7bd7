"""What a caller may choose, checked when it is chosen."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, TypeVar

from quoteattr.datatypes import Mode, QuoteKind
from quoteattr.errors import ArgumentTypeError, ArgumentValueError

if TYPE_CHECKING:
    from enum import Enum

Choice = TypeVar("Choice", bound="Enum")

DEFAULT_MODES = frozenset({Mode.SPEECH, Mode.WRITING})
"""What somebody uttered; thought is ascribed by the writer, and given only when asked for."""


def chosen_kinds(kinds: object) -> frozenset[QuoteKind]:
    """The kinds a caller named; None and "all" mean all three.

    Raises:
        ArgumentTypeError: *kinds* is no string and no iterable of strings or members.
        ArgumentValueError: A name is not that of a kind, or there is none.
    """
    return frozenset(QuoteKind) if kinds is None else _chosen("kinds", kinds, QuoteKind)


def chosen_modes(modes: object) -> frozenset[Mode]:
    """The modes a caller named; None means speech and writing, "all" thought as well.

    Raises:
        ArgumentTypeError: *modes* is no string and no iterable of strings or members.
        ArgumentValueError: A name is not that of a mode, or there is none.
    """
    return DEFAULT_MODES if modes is None else _chosen("modes", modes, Mode)


def chosen_share(argument: str, value: object) -> float:
    """A number from 0 to 1.

    Raises:
        ArgumentTypeError: *value* is no number.
        ArgumentValueError: It is out of range.
    """
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ArgumentTypeError(argument, value, "a number from 0 to 1")
    if not 0 <= value <= 1:
        raise ArgumentValueError(argument, value, "a number from 0 to 1")
    return float(value)


def _chosen(argument: str, value: object, enum: type[Choice]) -> frozenset[Choice]:
    accepted = f"None, 'all', or names out of {', '.join(member.value for member in enum)}"
    if isinstance(value, str) and value == "all":
        return frozenset(enum)
    names = [value] if isinstance(value, str) else value
    if not isinstance(names, Iterable) or isinstance(names, bytes | dict):
        raise ArgumentTypeError(argument, value, accepted)
    members = set()
    for name in names:
        if not isinstance(name, str):
            raise ArgumentTypeError(argument, name, accepted)
        try:
            members.add(enum(name))
        except ValueError:
            raise ArgumentValueError(argument, name, accepted) from None
    if not members:
        raise ArgumentValueError(argument, value, accepted)
    return frozenset(members)
