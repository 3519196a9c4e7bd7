"""A pronoun that goes on with whom the words before it are about: after *then*, after *as for*."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr.analysis import Layer
from quoteattr.coreference import settings
from quoteattr.coreference.nominals.extents import POSSESSIVE_MARKS
from quoteattr.coreference.pronouns.asking import who_asks
from quoteattr.coreference.pronouns.in_sentence import owner_in, owns
from quoteattr.coreference.pronouns.lives import STATES, raised
from quoteattr.coreference.pronouns.reach import agrees
from quoteattr.datatypes import Reference, SpeakerKind
from quoteattr.grammar import ASKED, short_sentence_before, who_acts
from quoteattr.records import HE_OR_SHE, SOMEBODY, Gender, Number

if TYPE_CHECKING:
    from quoteattr.coreference.pronouns.scene import Scene
    from quoteattr.coreference.threads import Thread
    from quoteattr.records import Mention

_ARTICLES: Final = frozenset({"the", "a", "an"})
_AS_FOR: Final = ["as", "for"]
_WHEN: Final = frozenset({"when", "as", "after", "before"})
_FEW: Final = 6  # mentions
_MANY: Final = 16  # mentions
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


def acting(scene: Scene, pronoun: int) -> Thread | None:
    """Who opens the short sentence before its words: "Holm's mother wept. “Never,” she said".

    Without a tree whoever's mention begins it. In reports; a story may tell of one and go on with
    another's words. Not where her sister does it to her, or only is something: "Her sister saw her.
    “Never,” she said".
    """
    analysis, mentions = scene.analysis, scene.mentions
    wanted = mentions[pronoun]
    if not _speaks_in_report(scene, pronoun):
        return None
    first, _ = analysis.sentence_at(wanted.head)
    said = scene.quoted_from(analysis.starts[first])
    if said is None:
        return None
    start = analysis.paragraphs[scene.paragraphs[pronoun]].start
    opener = who_acts if analysis.has(Layer.TREE) else short_sentence_before
    head = opener(analysis, start, said)
    if head is None:
        return None
    for before in range(pronoun - 1, max(-1, pronoun - _MANY), -1):
        one = mentions[before]
        begins = one.start <= analysis.starts[head] < one.end and one.quoted is None
        if begins and not owns(scene, before):
            found = scene.threads.get(before)
            if found is None or one.reference is Reference.PRONOUN:
                return None
            another = found is who_asks(scene, pronoun) or found.index in scene.beside(pronoun)
            another = another or _tells_of_owner(scene, before, head, pronoun)
            another = another or "nothing" in analysis.lowers[head:first]  # Holm said nothing
            acts = _may_act(scene, head, found, wanted) or _answers_untold(scene, found)
            return found if acts and not another else None
    return None


def _tells_of_owner(scene: Scene, acting: int, head: int, pronoun: int) -> bool:
    """Whether a sentence on somebody's relative or aide tells of that one: "Her sister saw her".

    So where it tells no deed: "Her sister is eight", "Her sister lives next door", or what an elder
    did in his youth: "His father sang".
    """
    analysis = scene.analysis
    owner = owner_in(scene, acting)
    if owner is None or scene.mentions[acting + 1].reference is Reference.NAME:
        return False  # Holm's mother took her hand
    verb = analysis.heads[head]
    if analysis.tags[verb] != "VERB" or analysis.lowers[verb] in STATES or raised(scene, acting):
        return True
    return any(scene.threads.get(i) is owner for i in range(acting + 2, pronoun))


def _may_act(scene: Scene, head: int, found: Thread, wanted: Mention) -> bool:
    """Whether who acts has the gender of a pronoun, or one unknown: "Asked why, a clerk left".

    A name need not tell: "Uli Ek wept. “Never,” she said".
    """
    if found.kind is SpeakerKind.PERSON:
        return agrees(found, wanted)
    first, _ = scene.analysis.sentence_at(head)
    asked = scene.analysis.lowers[first] in ASKED and found.gender is Gender.UNKNOWN
    return asked or found.gender is wanted.gender


def _answers_untold(scene: Scene, found: Thread) -> bool:
    """Whether neither who acts nor who spoke last has a gender: "“Go,” said Lu. Bai rose"."""
    last = scene.last_source
    untold = last is not None and last.gender is Gender.UNKNOWN and last.kind is SpeakerKind.PERSON
    return untold and found.kind is SpeakerKind.PERSON and found.gender is Gender.UNKNOWN


def _speaks_in_report(scene: Scene, pronoun: int) -> bool:
    """Whether *he* or *she* speaks in the reporter's text, and that is no story."""
    wanted = scene.mentions[pronoun]
    single = wanted.gender in HE_OR_SHE and pronoun in scene.is_source
    return single and wanted.quoted is None and not scene.talk.is_story


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
    if not _speaks_in_report(scene, pronoun):
        return None
    found: Thread | None = None
    here, opener = scene.paragraphs[pronoun], pronoun
    for before in range(pronoun - 1, max(-1, pronoun - _MANY), -1):
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
