"""Whether two people do something together, so that "they" is neither: "Ann Holm met Uli Ek"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr.coreference import settings
from quoteattr.datatypes import Reference, SpeakerKind
from quoteattr.records import Number

if TYPE_CHECKING:
    from quoteattr.coreference.pronouns.scene import Scene

_TOGETHER: Final = frozenset(
    {"embraced", "hugged", "joined", "kissed", "married", "marries", "meets", "met", "wed"}
)
_TITLE: Final = 2  # tokens before a name, at most: met Prime Minister Ek


def pair_before(scene: Scene, pronoun: int) -> bool:
    """Whether the sentence before "they" has two named people meet: "Ann Holm met Uli Ek"."""
    analysis, here = scene.analysis, scene.sentences[pronoun]
    for index in range(pronoun - 1, max(-1, pronoun - settings.TOLD_BACK), -1):
        if scene.sentences[index] < here - 1:
            return False
        if scene.sentences[index] == here or not _is_one_by_name(scene, index):
            continue
        start = analysis.token_at(scene.mentions[index].start)
        verb = start - 1
        while verb > max(0, start - 1 - _TITLE) and analysis.words[verb][:1].isupper():
            verb -= 1
        if verb < 1 or analysis.lowers[verb] not in _TOGETHER:
            continue
        other = scene.ends_at(analysis.ends[verb - 1])
        if other is not None and _is_one_by_name(scene, other):
            return True
    return False


def _is_one_by_name(scene: Scene, index: int) -> bool:
    thread, one = scene.threads.get(index), scene.mentions[index]
    single = thread is not None and thread.number is not Number.PLURAL
    person = thread is not None and thread.kind is SpeakerKind.PERSON
    return single and person and one.reference is Reference.NAME
