"""What a system must offer to be measured: a name, a version, and the quotations of a text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quoteattr.datatypes import Quote


class System(Protocol):
    """Finds quotations. Building it imports and loads what it needs, so that runs can be timed.

    Adapters for other tools turn what these return into `Quote`s; what a tool does not say stays
    None. An exception out of `find` counts as a document without predictions.
    """

    @property
    def version(self) -> str:
        """Version of the tool and of the pipeline it was given, for the signature."""

    def find(self, text: str) -> list[Quote]:
        """The top-level quotations of *text*, in its order."""


@runtime_checkable
class CastSystem(System, Protocol):
    """A system that can be told who the characters of a text are."""

    def find_with_cast(self, text: str, cast: Sequence[tuple[str, ...]]) -> list[Quote]:
        """The same, told all names of each character, the main name first."""
