"""Who is "the new owner" or "the buyer", where a sale is told of: "Holm sold the club to Berg"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr.coreference import settings
from quoteattr.datatypes import Reference

if TYPE_CHECKING:
    from quoteattr.coreference.pronouns.scene import Scene
    from quoteattr.coreference.threads import Thread

_BUYERS: Final = frozenset({"the buyer", "the new owner", "the new owners", "the purchaser"})
_SOLD: Final = {"to": frozenset({"sold", "sale"}), "by": frozenset({"acquired", "bought"})}


def buyer_before(scene: Scene, i: int, written: str) -> Thread | None:
    """The one name to whom the sentence before sells something: "sold to Berg. The new owner".

    Or by whom it was bought: "was bought by Berg".
    """
    if written.lower() not in _BUYERS:
        return None
    found: Thread | None = None
    for j in range(i - 1, max(-1, i - 1 - settings.NARRATED), -1):
        if scene.sentences[j] < scene.sentences[i] - 1:
            break
        deals = _SOLD.get(scene.words_before[j])
        if deals is None or scene.sentences[j] == scene.sentences[i]:
            continue
        start = scene.analysis.token_at(scene.mentions[j].start)
        first = scene.analysis.sentence_at(start)[0]
        thread = scene.threads.get(j)
        named = thread is not None and scene.mentions[j].reference is Reference.NAME
        if named and not deals.isdisjoint(scene.analysis.lowers[first:start]):
            if found is not None and found is not thread:
                return None
            found = thread
    return found
