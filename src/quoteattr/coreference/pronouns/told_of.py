"""Who is named in what a pronoun says or does, so that it is another: "He told Holm to wait"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr.coreference import settings
from quoteattr.coreference.pronouns.in_sentence import owns, speaks_as_one
from quoteattr.datatypes import MARKS, Reference
from quoteattr.lexicon import word_classes, words
from quoteattr.own_names import INTRODUCING, signs, stands_after
from quoteattr.records import HE_OR_SHE, Number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quoteattr.coreference.pronouns.scene import Candidate, Scene
    from quoteattr.coreference.threads import Thread
    from quoteattr.records import Mention

_CLOSING: Final = 3  # tokens: he said .
_OPENING: Final = 1  # tokens before a pronoun: But he
_NEXT_CLAUSE: Final = frozenset({",", ";", "and", "but", "while", "as", "though"})
_LEADS_CLAUSE: Final = frozenset(
    {"although", "because", "before", "if", "once", "since", "though", "until", "when", "while"}
) | {"after", "as"}
_ASIDE: Final = frozenset({"(", "of"})


def told_of(scene: Scene, pronoun: int) -> set[int]:
    """Entities named in what the pronoun says or does: "He accused Holm", "Holm was late, he said".

    In marks of their own they may speak of themselves: “Nobody knows Holm,” he said.
    """
    if scene.case(pronoun) != "subject":
        return _told_before(scene, pronoun)
    return _told_before(scene, pronoun) | {thread.index for thread in _told_after(scene, pronoun)}


def _told_after(scene: Scene, pronoun: int) -> Iterator[Thread]:
    """Who stands after the pronoun in its sentence, as far as no other clause begins."""
    mentions, wanted = scene.mentions, scene.mentions[pronoun]
    lowers, speaks = scene.analysis.lowers, pronoun in scene.is_source
    opens = wanted.head - scene.analysis.sentence_at(wanted.head)[0] <= _OPENING
    opens = opens and lowers[max(0, wanted.head - 1)] not in _LEADS_CLAUSE
    apart = frozenset({";"}) if speaks and opens else _NEXT_CLAUSE
    for after in range(pronoun + 1, min(pronoun + 1 + settings.TOLD_AFTER, len(mentions))):
        one, thread = mentions[after], scene.threads.get(after)
        if scene.sentences[after] != scene.sentences[pronoun] or one.quoted != wanted.quoted:
            return
        between = lowers[wanted.head + 1 : one.head]
        if not apart.isdisjoint(between) or after in scene.is_source:
            return
        named = one.reference is Reference.NAME and scene.words_before[after] not in _ASIDE
        if named and wanted.gender in HE_OR_SHE:
            told = not owns(scene, after)
        else:
            thread = thread if named else _described_again(scene, after, pronoun)
            told = _NEXT_CLAUSE.isdisjoint(between) and scene.is_subject(after) and speaks
        if told and thread is not None:
            yield thread


def _described_again(scene: Scene, after: int, pronoun: int) -> Thread | None:
    """Whom a description after a pronoun meant before it: "The doctor left. He said the doctor"."""
    text, one = scene.analysis.text, scene.mentions[after]
    described = text[one.start : one.end].lower()
    if one.reference is not Reference.NOMINAL or not described.startswith("the "):
        return None
    if scene.talk.is_story:
        return None
    for before in range(pronoun - 1, max(-1, pronoun - settings.NOMINAL_WINDOW), -1):
        earlier = scene.mentions[before]
        if text[earlier.start : earlier.end].lower() == described:
            return scene.threads.get(before)
    return None


def _told_before(scene: Scene, pronoun: int) -> set[int]:
    """Who is named in a sentence that a pronoun and its verb end: "They fired Holm, he said".

    Not its subject, who may go on to speak ("In May Holm was fired, she said on Monday"), unless it
    opens the sentence and the verb ends it: "Holm was late, he said".
    """
    analysis, mentions = scene.analysis, scene.mentions
    head = mentions[pronoun].head
    first, end = analysis.sentence_at(head)
    after = "".join(analysis.lowers[head + 2 : min(end, head + 3)])  # she said on Monday
    closes = end - head <= _CLOSING or after in words("prepositions") or _is_time(after)
    closes = closes and analysis.lowers[head - 1 : head] == [","]
    if not closes or pronoun not in scene.is_source or mentions[pronoun].quoted is not None:
        return set()
    opens = next((t for t in range(first, head - 1) if analysis.words[t] in MARKS), None)
    if opens is not None and not (opens and analysis.words[opens - 1][-1:].isalnum()):
        return set()
    found = set[int]()
    for before in range(pronoun - 1, max(-1, pronoun - 1 - settings.TOLD_AFTER), -1):
        if scene.sentences[before] != scene.sentences[pronoun]:
            break
        one, thread = mentions[before], scene.threads.get(before)
        named = one.reference is Reference.NAME or _is_one_told_of(one, mentions[pronoun])
        if not named or before in scene.is_source or thread is None or owns(scene, before):
            continue
        leads = end - head <= _CLOSING and analysis.token_at(one.start) == first
        if leads or not scene.is_subject(before):
            found.add(thread.index)
    return found


def _is_one_told_of(one: Mention, pronoun: Mention) -> bool:
    """Whether somebody is described and several speak: "The driver was drunk, they said"."""
    described = one.reference is Reference.NOMINAL and one.number is not Number.PLURAL
    return described and pronoun.number is Number.PLURAL


def _is_time(word: str) -> bool:
    return word_classes().get(word) == "time"


def names_itself(scene: Scene, candidate: Candidate) -> float:
    """It is named in the quotation right beside: “Holm is a fool,” he said."""
    return float(candidate.thread.index in scene.beside(candidate.pronoun))


def named_beside(scene: Scene, pronoun: int) -> set[int]:
    """Entities named in the quotation right beside *he* or *she*, its source.

    Unless the name is given or signed: “I am Ada Holm,” she said.
    """
    if not speaks_as_one(scene, pronoun):
        return set()
    return {
        scene.threads[i].index
        for i in _in_words(scene, pronoun)
        if scene.mentions[i].reference is Reference.NAME
        and i in scene.threads
        and not _is_own(scene.analysis.text, scene.mentions[i])
    }


def tells_of_another(scene: Scene, pronoun: int) -> bool:
    """Whether what *he* or *she* says is about another of that gender: “She kept us in it,” she."""
    wanted = scene.mentions[pronoun]
    said = (scene.mentions[i] for i in _in_words(scene, pronoun))
    return any(
        one.reference is Reference.PRONOUN and one.gender is wanted.gender in HE_OR_SHE
        for one in said
    )


def _is_own(text: str, name: Mention) -> bool:
    return stands_after(INTRODUCING, text, name) or signs(text, name)


def _in_words(scene: Scene, pronoun: int) -> Iterator[int]:
    """The mentions of the quotations right beside a pronoun, on both sides."""
    yield from _in_quotation(scene, pronoun, -1)
    yield from _in_quotation(scene, pronoun, 1)


def _in_quotation(scene: Scene, pronoun: int, step: int) -> Iterator[int]:
    """The mentions of the quotation right before a pronoun, or after it, from there on."""
    quoted: int | None = None
    for i in range(pronoun + step, pronoun + step * settings.TOLD_AFTER, step):
        if not 0 <= i < len(scene.mentions) or scene.paragraphs[i] != scene.paragraphs[pronoun]:
            return
        one = scene.mentions[i]
        if one.quoted is not None and scene.quoted[one.quoted].parent is not None:
            continue  # “He said, ‘Ada, go,’” she said
        if one.quoted is None or (quoted is not None and one.quoted != quoted):
            return
        quoted = one.quoted
        yield i
