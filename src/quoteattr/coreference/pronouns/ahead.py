"""A pronoun before the name of whom it means: in an opening phrase, or where a story opens."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr.coreference import settings
from quoteattr.coreference.pronouns.in_sentence import speaks_as_one
from quoteattr.coreference.pronouns.reach import agrees
from quoteattr.coreference.pronouns.scene import CLAUSE_BREAKS
from quoteattr.datatypes import Reference, SpeakerKind
from quoteattr.grammar import ASKED, POSSESSIVES
from quoteattr.lexicon import words

if TYPE_CHECKING:
    from quoteattr.coreference.pronouns.scene import Scene
    from quoteattr.coreference.threads import Thread

_OPENERS: Final = words("prepositions") | {
    *("across", "amid", "back", "behind", "despite", "during", "inside", "outside", "through"),
}

_NO_VERBS: Final = words("prepositions") | {"and", "or", "who", "whose", "s"}
_OF_PHRASE: Final = frozenset({"NOUN", "ADJ", "NUM", "VERB"})
_CONJUNCTIONS: Final = frozenset({"when", "while", "since", "although", "though", "before"})


def named_ahead(scene: Scene, pronoun: int) -> Thread | None:
    """Whom the subject right after the opening phrase names, None where no such phrase is.

    "Asked whether she would stay, Ada Holm laughed"; "In his letter, Holm said"; "Raising her
    glass, Holm said"; "In her closing remarks Ms Holm said". A clause of its own may be about
    somebody else ("When he left, Holm wept"), unless it tells who somebody was: "When he was a boy,
    Holm dreamt of it".
    """
    analysis, mentions = scene.analysis, scene.mentions
    wanted = mentions[pronoun]
    if wanted.quoted is not None:
        return None
    of, lowers = analysis.sentence_of, analysis.lowers
    first, _ = analysis.sentence_at(wanted.head)
    if wanted.head - first > settings.OPENING:
        return None
    opener = lowers[first]
    if opener not in ASKED and not _tells_when(scene, pronoun, first):
        opens = opener in _OPENERS or opener.endswith("ing")
        if not opens or not CLAUSE_BREAKS.isdisjoint(lowers[first + 1 : wanted.head]):
            return None
    for after in range(pronoun + 1, min(pronoun + 1 + settings.MENTIONS_AFTER, len(mentions))):
        start = analysis.token_at(mentions[after].start)
        if of[start] != of[wanted.head]:
            return None
        thread = scene.threads.get(after)
        parted = lowers[start - 1] == "," or _follows_phrase(scene, pronoun, start)
        if parted and (scene.is_subject(after) or _acts(scene, after, opener)):
            named = mentions[after].reference is Reference.NAME
            return thread if named and thread is not None and agrees(thread, wanted) else None
    return None


def first_named(scene: Scene, pronoun: int) -> Thread | None:
    """Whom a story that opens with a pronoun names first: "“No,” he said. Bo Lee shook his head".

    Only for one who speaks, and a name whose gender is known and that stands in the narration.
    """
    mentions, wanted = scene.mentions, scene.mentions[pronoun]
    opens = wanted.head < settings.TALK_WINDOW and scene.talk.is_story
    if not opens or not speaks_as_one(scene, pronoun):
        return None
    for after in range(pronoun + 1, len(mentions)):
        if mentions[after].head - wanted.head > settings.TALK_WINDOW:
            return None
        thread = scene.threads.get(after)
        named = mentions[after].reference is Reference.NAME and mentions[after].quoted is None
        if named and thread is not None and thread.gender is wanted.gender:
            return thread if thread.kind is SpeakerKind.PERSON else None
    return None


def _follows_phrase(scene: Scene, pronoun: int, start: int) -> bool:
    """Whether a subject follows the owner's noun at once: "In her closing remarks | Ms Holm"."""
    head = scene.mentions[pronoun].head
    between = scene.analysis.tags[head + 1 : start]
    owns = scene.analysis.lowers[head] in POSSESSIVES
    return owns and between[-1:] == ["NOUN"] and _OF_PHRASE.issuperset(between)


def _acts(scene: Scene, name: int, opener: str) -> bool:
    """Whether a word that goes on after a name can be its verb, whatever the tree takes it for.

    "When he was a boy, Holm dreamt of it"; not "When he was a boy, Holm's father left".
    """
    analysis = scene.analysis
    after = analysis.token_at(scene.mentions[name].end)
    if opener not in _CONJUNCTIONS or after >= len(analysis):
        return False
    low = analysis.lowers[after]
    return low.isalpha() and low == analysis.words[after] and low not in _NO_VERBS


def _tells_when(scene: Scene, pronoun: int, first: int) -> bool:
    """Whether the pronoun's clause only tells in which time of life: "When he was a boy, Holm"."""
    lowers, head = scene.analysis.lowers, scene.mentions[pronoun].head
    was, what = lowers[head + 1 : head + 2], lowers[head + 2 : head + 3]
    aged = was == ["was"] and what in (["a"], ["an"], ["young"], ["still"], ["only"], ["little"])
    return head == first + 1 and lowers[first] in _CONJUNCTIONS and aged
