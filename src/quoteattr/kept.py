"""Values that are computed when they are first asked for, and kept.

`functools.cached_property` does the same, but attrs can only give it to a class with slots by a
`__getattr__`, and that makes every look at any attribute of the class nine times as slow.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

if TYPE_CHECKING:
    from collections.abc import Callable

Value = TypeVar("Value")


class Keeper:
    """Base of a class with slots that has such values: a place beside the slots for them."""


class kept(Generic[Value]):  # noqa: N801 - stands where `property` would
    """Marks a method of a `Keeper` as such a value."""

    def __init__(self, compute: Callable[[Any], Value]) -> None:
        self._compute = compute
        self.__doc__ = compute.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, instance: None, owner: type) -> kept[Value]: ...

    @overload
    def __get__(self, instance: object, owner: type) -> Value: ...

    def __get__(self, instance: object | None, owner: type) -> kept[Value] | Value:
        """What the method gives; the object's own entry of that name comes before this one."""
        if instance is None:
            return self
        value = instance.__dict__[self._name] = self._compute(instance)
        return value
