"""Who is blamed in the sentence before, and denies it: "Holm accused Berg. “I never lied,” he"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr.coreference import settings
from quoteattr.coreference.pronouns.reach import meant_at
from quoteattr.coreference.pronouns.sentence_before import sentence_before_report
from quoteattr.coreference.pronouns.told_of import tells_of_another
from quoteattr.datatypes import Reference, SpeakerKind
from quoteattr.grammar import BE, HAVE, NEGATIONS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quoteattr.coreference.pronouns.scene import Scene
    from quoteattr.coreference.threads import Thread

_BLAMES: Final = frozenset(
    {"accused", "accuses", "blamed", "blames", "charged", "charges", "sued", "sues"}
)
_DENIES: Final = frozenset({"denied", "denies"})
_NO: Final = NEGATIONS | {"nothing", "innocent"}
_BEFORE_NO: Final = BE | HAVE | {"did"}
_DENIAL: Final = 4  # tokens, at most: I have done nothing
_MINDS: Final = frozenset(
    {
        *("believed", "expect", "expected", "feel", "felt", "hear", "heard", "know", "known"),
        *("like", "liked", "see", "seen", "sure", "surprised", "think", "thought", "trust"),
        *("trusted", "understand", "understood", "want", "wanted"),
    }
)


def denies(scene: Scene, pronoun: int) -> Thread | None:
    """Who was blamed and denies it: "Holm accused Berg of theft. “I took nothing,” he said".

    "He denied it" is that one's, too; “I saw it,” or “I do not trust him,” is who blames.
    """
    before = sentence_before_report(scene, pronoun)
    if before is None:
        return None
    first, last = before
    lowers = scene.analysis.lowers
    verb = next((t for t in range(first + 1, last - 1) if lowers[t] in _BLAMES), None)
    if verb is None:
        return None
    passive = not BE.isdisjoint(lowers[first:verb])  # Berg was accused of theft by Holm
    index = meant_at(scene, first if passive else verb + 1, pronoun)
    if index is None or scene.mentions[index].reference is not Reference.NAME:
        return None
    found = scene.threads[index]
    return found if found.kind is SpeakerKind.PERSON and _denies(scene, pronoun) else None


def _denies(scene: Scene, pronoun: int) -> bool:
    """Whether what a pronoun says denies a deed of its own: “I took nothing”, he had not lied."""
    analysis, wanted = scene.analysis, scene.mentions[pronoun]
    first, last = analysis.sentence_at(wanted.head)
    own, *rest = analysis.lowers[wanted.head : min(last, wanted.head + settings.LONGEST_BEFORE)]
    if not _DENIES.isdisjoint(rest[:1]):
        return True
    if _has_denial(rest, own):
        return True
    said = scene.quoted_from(analysis.starts[first])
    start = first if said is None else analysis.token_at(said)
    start = max(start, wanted.head - settings.LONGEST_BEFORE)
    words = [*analysis.lowers[start : wanted.head], *rest]
    return not tells_of_another(scene, pronoun) and _has_denial(words, "i")


def _has_denial(words: Sequence[str], subject: str) -> bool:
    """Whether *subject* has not done something: "i did not lie", "it was not my fault".

    Not where it is but the mind: "I never expected this".
    """
    for at, word in enumerate(words):
        if word not in _NO:
            continue
        if "fault" in words[at + 1 : at + 3]:
            return True
        before = words[max(0, at - _DENIAL) : at]
        if subject not in before:
            continue
        between = before[len(before) - 1 - before[::-1].index(subject) + 1 :]
        if word in NEGATIONS and not _BEFORE_NO.issuperset(between):
            continue
        if _MINDS.isdisjoint((*between, *words[at + 1 : at + 3])):
            return True
    return False
