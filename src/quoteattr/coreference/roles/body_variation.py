"""Descriptions of bodies that say more than the name did: "The environmental group said"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr.coreference import settings, vocabulary
from quoteattr.coreference.roles.body_names import may_be_called, standing_for
from quoteattr.datatypes import Reference, SpeakerKind

if TYPE_CHECKING:
    from quoteattr.coreference.pronouns.scene import Scene
    from quoteattr.coreference.threads import Thread


_ANY: Final = frozenset({"the group", "the organisation", "the organization"}) | {
    *("the association", "the charity", "the federation", "the union"),
}

_OF_STATES: Final = frozenset({"EU", "E.U.", "UN", "U.N.", "UK", "U.K.", "US", "U.S."})
"""Whose an office is, as the words before it tell: "the UN agency"."""


def varied_body(scene: Scene, i: int, written: str) -> Thread | None:
    """Which body description *i* means if it varies a name: who alone acted just before.

    "Velm Watch said the river was dying. The environmental group said it had proof."
    """
    return _acting_before(scene, i) if _may_vary(scene, i, written) else None


def heard_body(scene: Scene, i: int, written: str) -> Thread | None:
    """Which body "the group", or "the union", is that speaks: who alone spoke just before.

    "The lake is dying, according to Velm Watch. Its fish are ill, the group says."
    """
    speaks = i in scene.is_source and scene.mentions[i].quoted is None
    return _acting_before(scene, i, heard=True) if speaks and written.lower() in _ANY else None


def _acting_before(scene: Scene, i: int, *, heard: bool = False) -> Thread | None:
    """The one body named as a subject, or as one that is *heard*, in the sentence before."""
    mentions, sentences = scene.mentions, scene.sentences
    here = before = sentences[i]
    found: Thread | None = None
    for j in range(i - 1, max(-1, i - 1 - settings.NARRATED), -1):
        if sentences[j] < here - settings.SENTENCES_BACK or (
            before < here and sentences[j] != before
        ):
            break
        thread = scene.threads.get(j)
        if thread is None or mentions[j].quoted is not None or not _is_named_body(scene, j, thread):
            continue
        if sentences[j] == here:
            return None
        if j in scene.is_source if heard else scene.is_subject(j):
            if found is not None and found is not thread:
                return None
            found, before = thread, sentences[j]
    noun = scene.analysis.lowers[mentions[i].head]
    return found if found is not None and may_be_called(found.name, noun) else None


def _may_vary(scene: Scene, i: int, written: str) -> bool:
    """Whether a description is of one body and says of what sort: "the environmental group"."""
    mention, analysis = scene.mentions[i], scene.analysis
    first, *rest = written.split()
    if mention.kind is not SpeakerKind.ORGANIZATION or first.lower() != "the" or len(rest) < 2:
        return False
    ends = mention.head == analysis.token_at(mention.end - 1)
    if not ends or rest[-1].lower() not in standing_for("body"):
        return False
    return all(_tells_sort(word) for word in rest[:-1])


def _tells_sort(word: str) -> bool:
    """Whether a word before a noun says of what sort or country a body is, not whose it is."""
    owner = word.replace("’", "'").endswith(("'s", "s'"))
    state = word in _OF_STATES or word.lower() in vocabulary.countries()
    return not owner and (word.islower() or state)


def _is_named_body(scene: Scene, j: int, thread: Thread) -> bool:
    """Whether a mention names a body, and no country."""
    named = scene.mentions[j].reference is Reference.NAME
    body = thread.kind is SpeakerKind.ORGANIZATION
    return named and body and thread.name.lower() not in vocabulary.countries()
