"""Relatives whom a text only brings in, as it tells of the life of another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr.coreference import settings, vocabulary
from quoteattr.grammar import BE

if TYPE_CHECKING:
    from quoteattr.coreference.pronouns.scene import Scene

_KIN: Final = "kin-"
_ELDERS: Final = frozenset(
    f"{_KIN}{noun}"
    for noun in ("aunt", "dad", "father", "grandfather", "grandmother", "mom", "mother", "mum")
)
_DIED: Final = frozenset({"died", "dies"})
STATES: Final = _DIED | {
    *("has", "had", "lives", "lived", "remains", "stayed", "works", "worked"),
}
"""Verbs that tell no deed, after which somebody else may speak: "Her sister lives next door"."""
_UPBRINGING: Final = frozenset({"born", "childhood", "grew", "raised"})


def kinship(scene: Scene, index: int) -> str:
    """The group of the word for a relative in a mention, "his brother Ek", "" without one."""
    mention, nouns = scene.mentions[index], vocabulary.head_nouns()
    inside = scene.analysis.tokens(mention.start, mention.end)[: settings.LONGEST_SUBJECT]
    sorts = (nouns[low].sort for t in inside if (low := scene.analysis.lowers[t]) in nouns)
    return next((sort for sort in sorts if sort.startswith(_KIN)), "")


def raised(scene: Scene, index: int) -> bool:
    """Whether an elder is told of in another's youth: "Holm was born here. His father sang"."""
    if kinship(scene, index) not in _ELDERS:
        return False
    head = scene.mentions[index].head
    start = scene.analysis.paragraphs[scene.paragraphs[index]].first
    words = scene.analysis.lowers[max(start, head - settings.UPBRINGING) : head]
    return not _UPBRINGING.isdisjoint(words)


def is_past(scene: Scene, index: int) -> bool:
    """Whether a mention is of who speaks no more: an elder in another's youth, who has died."""
    return raised(scene, index) or _verb_after(scene, index) in _DIED


def is_described(scene: Scene, index: int) -> bool:
    """Whether the text only says what somebody's relative is: "Her sister, Ida, is eight"."""
    return raised(scene, index) or _verb_after(scene, index) in BE | STATES


def _verb_after(scene: Scene, index: int) -> str:
    """The word after a mention and the comma that closes it."""
    lowers, after = scene.analysis.lowers, scene.analysis.token_at(scene.mentions[index].end)
    after += lowers[after : after + 1] == [","]
    return "".join(lowers[after : after + 1])
