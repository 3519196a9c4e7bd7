"""Values that are computed when they are first asked for."""

from __future__ import annotations

from attrs import define, frozen

from quoteattr.kept import Keeper, kept

ASKED: list[int] = []


@frozen
class Square(Keeper):
    """A square, which is asked for its area."""

    side: int

    @kept
    def area(self) -> int:
        """Its area."""
        ASKED.append(self.side)
        return self.side**2


@define
class Circle(Keeper):
    """A circle, which is asked for nothing."""

    radius: int


def test_a_value_is_computed_once() -> None:
    """Once for each object, a frozen one too."""
    ASKED.clear()
    one, other = Square(3), Square(4)
    assert [one.area, other.area, one.area] == [9, 16, 9]
    assert ASKED == [3, 4]


def test_what_is_kept_tells_no_objects_apart() -> None:
    """Equality and hash ask the fields alone."""
    one, other = Square(3), Square(3)
    assert one.area == 9
    assert (one == other, hash(one) == hash(other)) == (True, True)


def test_fields_stay_in_slots() -> None:
    """No `__getattr__` slows the look at a field."""
    assert "side" in Square.__slots__
    assert not hasattr(Square, "__getattr__")
    assert Square.area.__doc__ == "Its area."
    assert vars(Circle(2)) == {}
