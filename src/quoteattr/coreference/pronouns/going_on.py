"""A pronoun that goes on with whom the words before it are about: after *then*, after *as for*."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr.coreference import settings
from quoteattr.coreference.nominals.extents import POSSESSIVE_MARKS
from quoteattr.coreference.pronouns.deeds import speaks_in_report
from quoteattr.coreference.pronouns.reach import agrees
from quoteattr.datatypes import Reference, SpeakerKind
from quoteattr.records import SOMEBODY, Number

if TYPE_CHECKING:
    from quoteattr.coreference.pronouns.scene import Scene
    from quoteattr.coreference.threads import Thread

_ARTICLES: Final = frozenset({"the", "a", "an"})
_AS_FOR: Final = ["as", "for"]
_WHEN: Final = frozenset({"when", "as", "after", "before"})
_FEW: Final = 6  # mentions
_NEW: Final = frozenset({"a", "an", "one", "another"})
_REPLIES: Final = frozenset({"replied", "answered", "responded"})
_THEN: Final = (["then"], ["and", "then"], ["so", "then"])


def told_on(scene: Scene, pronoun: int) -> Thread | None:
    """The subject of the sentence before, where *then* leads on: "Ada rose. And then she said".

    None where no such word opens the sentence.
    """
    analysis, mentions = scene.analysis, scene.mentions
    wanted = mentions[pronoun]
    first, _ = analysis.sentence_at(wanted.head)
    if wanted.quoted is not None or analysis.lowers[first : wanted.head] not in _THEN:
        return None
    found: Thread | None = None
    here = place = scene.sentences[pronoun]
    for before in range(pronoun - 1, -1, -1):
        sentence = scene.sentences[before]
        if sentence < here - settings.SENTENCES_BACK or (found and sentence != place):
            break
        if mentions[before].quoted is None and scene.is_subject(before):
            found, place = scene.threads.get(before), sentence
    return found if found is not None and agrees(found, wanted) else None


def turned_to(scene: Scene, pronoun: int) -> Thread | None:
    """Whom *as for* turns to: "As for Ada Holm, she said no"; None without it."""
    analysis, mentions = scene.analysis, scene.mentions
    wanted = mentions[pronoun]
    first, _ = analysis.sentence_at(wanted.head)
    turns = analysis.lowers[first : first + 2] == _AS_FOR
    if wanted.quoted is not None or not turns or analysis.lowers[wanted.head - 1] != ",":
        return None
    for before in range(pronoun - 1, -1, -1):
        if analysis.token_at(mentions[before].start) == first + 2:
            found = scene.threads.get(before)
            return found if found is not None and agrees(found, wanted) else None
        if mentions[before].head < first:
            break
    return None


def adding(scene: Scene, pronoun: int) -> Thread | None:
    """Who spoke in the sentence before, where more is added: "An aide of Ek wept. He added".

    So with *also*, and where something written spoke: "According to a draft, the ships sail. It
    says".
    """
    analysis, mentions = scene.analysis, scene.mentions
    wanted = mentions[pronoun]
    adds = analysis.lowers[wanted.head + 1 : wanted.head + 2] in (["added"], ["also"])
    written = analysis.lowers[wanted.head] == "it"
    if not (adds or written) or wanted.quoted is not None or pronoun not in scene.is_source:
        return None
    here, paragraph = scene.sentences[pronoun], scene.paragraphs[pronoun]
    for before in range(pronoun - 1, -1, -1):
        if here - scene.sentences[before] > 1 or scene.paragraphs[before] != paragraph:
            return None
        told = before in scene.is_source and before not in scene.told
        if told and mentions[before].quoted is None:
            found = scene.threads.get(before)
            goes_on = adds or (found is not None and found.kind is SpeakerKind.DOCUMENT)
            return found if goes_on and found is not None and agrees(found, wanted) else None
    return None


def speaking_on(scene: Scene, pronoun: int) -> Thread | None:
    """Somebody new without a name who opens the paragraph, and whom alone it has speak.

    "Ek left. (new paragraph) One fan said it was late. “I wept,” he added."
    """
    mentions, wanted = scene.mentions, scene.mentions[pronoun]
    if not speaks_in_report(scene, pronoun):
        return None
    found: Thread | None = None
    here, opener = scene.paragraphs[pronoun], pronoun
    for before in range(pronoun - 1, max(-1, pronoun - settings.ACTORS_BACK), -1):
        if scene.paragraphs[before] != here:
            break
        thread = scene.threads.get(before)
        if mentions[before].quoted is not None or thread is None:
            continue
        if mentions[before].reference is Reference.NAME and thread.kind in SOMEBODY:
            return None
        if before in scene.is_source and mentions[before].reference is Reference.NOMINAL:
            if found not in (None, thread):
                return None
            found, opener = thread, before
    new = found is not None and found.mentions[0] == opener
    if found is None or not new or not _is_somebody_new(scene, opener):
        return None
    return found if agrees(found, wanted) else None


def _is_somebody_new(scene: Scene, index: int) -> bool:
    """Whether a mention opens its paragraph with "a", "one" or "another"."""
    analysis, start = scene.analysis, scene.mentions[index].start
    first = analysis.paragraphs[scene.paragraphs[index]].first
    return analysis.token_at(start) == first and analysis.lowers[first] in _NEW


def speaking_for(scene: Scene, pronoun: int) -> Thread | None:
    """Who spoke for somebody named beside: "An aide to the bank's head, Ek, wept. He said no"."""
    mentions, of = scene.mentions, scene.analysis.sentence_of
    wanted = mentions[pronoun]
    if wanted.quoted is not None or pronoun not in scene.is_source:
        return None
    here = of[wanted.head]
    for before in range(pronoun - 1, max(0, pronoun - settings.TOLD_BACK), -1):
        if here - of[mentions[before].head] > 1:
            return None
        one, named = mentions[before - 1], mentions[before]
        beside = scene.analysis.text[one.end : named.start] == ", " and named.names_person
        if not beside or before - 1 not in scene.is_source:
            continue
        found = scene.threads.get(before - 1)
        other = found is not None and found is not scene.threads.get(before)
        return found if other and found is not None and agrees(found, wanted) else None
    return None


def told_by_told(scene: Scene, pronoun: int) -> Thread | None:
    """Whose words are reported within a report: "Holm said the clerk had told them he saw it".

    None where somebody else may be meant: "told Ek that he", "her lawyer had told them that she".
    """
    mentions, of = scene.mentions, scene.analysis.sentence_of
    wanted = mentions[pronoun]
    apart = wanted.quoted is not None or pronoun in scene.is_source
    if apart or wanted.number is Number.PLURAL or scene.case(pronoun) != "subject":
        return None
    inner: int | None = None
    for before in range(pronoun - 1, max(-1, pronoun - settings.TOLD_BACK), -1):
        if of[mentions[before].head] != of[wanted.head]:
            return None
        thread = scene.threads.get(before)
        fits = thread is not None and agrees(thread, wanted)
        if before not in scene.is_source:
            if inner is None and fits:
                return None
        elif inner is not None:
            return scene.threads.get(inner)
        elif thread is None or not fits or not _stands_alone(scene, before):
            return None
        else:
            inner = before
    return None


def _stands_alone(scene: Scene, index: int) -> bool:
    """Whether a mention is "the clerk" or a name, nobody's lawyer."""
    mention, lowers = scene.mentions[index], scene.analysis.lowers
    if mention.reference is Reference.NAME:
        return True
    first = scene.analysis.token_at(mention.start)
    alone = mention.head == scene.analysis.token_at(mention.end - 1)
    plain = POSSESSIVE_MARKS.isdisjoint(lowers[first : mention.head])
    return alone and plain and lowers[first] in _ARTICLES


def answering(scene: Scene, pronoun: int) -> Thread | None:
    """Whom the teller of a text talks to: "When I told this to Holm, he nodded"; else None.

    So in "We wrote to Holm. He replied".
    """
    analysis, mentions = scene.analysis, scene.mentions
    wanted = mentions[pronoun]
    first, _ = analysis.sentence_at(wanted.head)
    if wanted.quoted is not None or not scene.is_subject(pronoun):
        return None
    after = "".join(analysis.lowers[first + 1 : first + 2])
    if first == wanted.head and first and after in _REPLIES:
        teller = analysis.sentence_at(first - 1)[0]
    elif analysis.lowers[first] in _WHEN:
        teller = first + 1
    else:
        return None
    if analysis.lowers[teller : teller + 1] not in (["i"], ["we"]):
        return None
    inside = [i for i in range(max(0, pronoun - _FEW), pronoun) if mentions[i].head > teller]
    found = [scene.threads[i] for i in inside if i in scene.threads]
    fitting = {thread.index: thread for thread in found if agrees(thread, wanted)}
    return fitting.popitem()[1] if len(fitting) == 1 else None


def shown_before(scene: Scene, pronoun: int) -> Thread | None:
    """What was written, which *it* reads: "He sent a message. It read: “Call me.”"; else None."""
    analysis, mentions = scene.analysis, scene.mentions
    wanted = mentions[pronoun]
    after = analysis.lowers[wanted.head + 1 : wanted.head + 2]
    if analysis.lowers[wanted.head] != "it" or after not in (["read"], ["reads"]):
        return None
    paragraph, shown = scene.paragraphs[pronoun], list[int]()
    for before in range(pronoun - 1, -1, -1):
        far = scene.sentences[pronoun] - scene.sentences[before] > settings.SENTENCES_BACK
        if far or scene.paragraphs[before] != paragraph:
            break
        if mentions[before].kind is SpeakerKind.DOCUMENT and mentions[before].quoted is None:
            shown.append(before)
    told = [i for i in shown if scene.is_subject(i)] or shown
    return scene.threads.get(told[0]) if told else None
