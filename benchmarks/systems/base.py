"""What a system must offer to be measured: a name, a version, and the quotations of a text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
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
