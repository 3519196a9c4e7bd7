"""Who judged somebody, and speaks of them next: "Holm was praised by Ek. “He is wise,” he said"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import regex

from quoteattr.coreference import settings, vocabulary
from quoteattr.coreference.pronouns.reach import agrees
from quoteattr.coreference.pronouns.told_of import in_quotation
from quoteattr.datatypes import Reference
from quoteattr.records import HE_OR_SHE

if TYPE_CHECKING:
    from quoteattr.coreference.pronouns.scene import Scene
    from quoteattr.coreference.threads import Thread

_WAS_JUDGED: Final = regex.compile(
    r" (?:(?:was|were|is|has been|had been) )(?:\p{Ll}+ly )?\p{Ll}+(?:ed|en) by (?:the )?"
)
_FIRST: Final = 1
_THIRD: Final = 3


def judging(scene: Scene, pronoun: int) -> Thread | None:
    """Who stands behind "by" in the sentence before, where *he* says what *he* did.

    "Holm was praised by Ek. “He saved this town,” he said" is Ek's, “I had luck” Holm's.
    """
    mentions, wanted = scene.mentions, scene.mentions[pronoun]
    if wanted.gender not in HE_OR_SHE or pronoun not in scene.is_source or scene.talk.is_story:
        return None
    said = list(in_quotation(scene, pronoun, -1))
    if not said or not _is_of_another(scene, said, pronoun):
        return None
    behind = min(said) - 1
    for by in range(behind, max(0, behind - settings.MENTIONS_AFTER), -1):
        if scene.paragraphs[by] != scene.paragraphs[pronoun] or mentions[by].quoted is not None:
            return None
        judged = mentions[by - 1]
        if _WAS_JUDGED.fullmatch(scene.analysis.text, judged.end, mentions[by].start):
            found = scene.threads.get(by)
            near = scene.sentences[behind] == scene.sentences[by]
            return found if near and found is not None and agrees(found, wanted) else None
    return None


def _is_of_another(scene: Scene, said: list[int], pronoun: int) -> bool:
    """Whether the words in marks are of *him* and not of the speaker: “He saved this town”."""
    persons = set[int]()
    for i in said:
        one = scene.mentions[i]
        if one.reference is Reference.PRONOUN:
            form = vocabulary.pronouns()[scene.analysis.lowers[one.head]]
            same = form.person == _FIRST or one.gender is scene.mentions[pronoun].gender
            persons.update([form.person] if same else ())
    return persons == {_THIRD}
