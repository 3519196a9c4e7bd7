"""Whom a word of kinship means by the owner's name: "Mr. Holm ... his wife" is Mrs. Holm."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr.datatypes import SpeakerKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from quoteattr.coreference.threads import Thread

_SPOUSES: Final[Mapping[str, str]] = {
    "his wife": "mrs",
    "his lady": "mrs",
    "her husband": "mr",
}


def spouse(written: str, owner: Thread, threads: Iterable[Thread]) -> Thread | None:
    """The one person of the owner's family whose title makes a couple of them; None for others."""
    title = _SPOUSES.get(written.lower())
    if title is None or not owner.family:
        return None
    found = [
        thread
        for thread in threads
        if thread.kind is SpeakerKind.PERSON
        and thread is not owner
        and thread.family == owner.family
        and title in thread.courtesy
    ]
    return found[0] if len(found) == 1 else None


def is_spouse(written: str) -> bool:
    """Whether a description is one of those that `spouse` reads."""
    return written.lower() in _SPOUSES
