"""Who speaks though another is the subject before: "Holm was met by Berg", "a call from Berg"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr.coreference import settings
from quoteattr.coreference.pronouns.reach import agrees, meant_at
from quoteattr.coreference.pronouns.sentence_before import sentence_before_report
from quoteattr.coreference.pronouns.told_of import tells_of_another
from quoteattr.datatypes import Reference
from quoteattr.grammar import BE

if TYPE_CHECKING:
    from quoteattr.coreference.pronouns.scene import Scene
    from quoteattr.coreference.threads import Thread
    from quoteattr.records import Range

_JUDGED: Final = frozenset(
    {
        *("accused", "applauded", "attacked", "backed", "blasted", "commended", "condemned"),
        *("congratulated", "criticised", "criticized", "defended", "denounced", "endorsed"),
        *("hailed", "introduced", "lambasted", "lauded", "mocked", "praised", "rebuked"),
        *("ridiculed", "scolded", "slammed", "supported", "thanked", "welcomed"),
    }
)
_MET: Final = frozenset(
    {
        *("accosted", "answered", "approached", "awakened", "confronted", "greeted"),
        *("interrupted", "met", "roused", "stopped", "woken"),
    }
)
_FOLLOWED: Final = frozenset({"followed", "replaced", "succeeded"})
_LEAVES: Final = frozenset({"leave", "leaving", "left", "quit", "resign", "resigned", "retire"})
_CALLS: Final = frozenset({"call", "visit"})
_WRITTEN: Final = frozenset(
    {"card", "email", "letter", "mail", "message", "note", "postcard", "telegram", "text"}
)
_WRITES: Final = frozenset({"wrote", "writes"})
_TOLD: Final = frozenset({"told", "informed", "tells"})
_REPLIES: Final = frozenset({"answered", "asked", "asks", "replied", "replies", "responded"})


def agent(scene: Scene, pronoun: int) -> Thread | None:
    """By whom another is met, praised or blamed: "Holm was met by Berg. “Come in,” he said".

    Of praise and blame only where the words are about another: “I am glad,” he said, may be Holm's.
    """
    before = scene.sentence_before(pronoun)
    passive = _passive(scene, before, _JUDGED | _MET)
    if before is None or passive is None:
        return None
    verb, by = passive
    told = scene.analysis.lowers[verb] in _MET or tells_of_another(scene, pronoun)
    return _only_one(scene, pronoun, (by, before[1])) if told else None


def successor(scene: Scene, pronoun: int) -> Thread | None:
    """Who takes an office from one who has not spoken: "Holm was succeeded by Berg. He said".

    Not where the words are of leaving: "Holm was replaced by Berg. “I am sad to leave,” he said".
    """
    before = sentence_before_report(scene, pronoun)
    passive = _passive(scene, before, _FOLLOWED)
    if before is None or passive is None:
        return None
    first, last = before
    index = scene.begins_at(scene.analysis.starts[first])
    if index is None or scene.mentions[index].reference is not Reference.NAME:
        return None
    end = scene.analysis.sentence_at(scene.mentions[pronoun].head)[1]
    said = scene.analysis.lowers[last : min(end, last + settings.LONGEST_BEFORE)]
    spoke = scene.threads.get(index) is scene.last_source
    if spoke or not _LEAVES.isdisjoint(said):
        return None
    return _only_one(scene, pronoun, (passive[1], last))


def _passive(scene: Scene, sentence: Range | None, verbs: frozenset[str]) -> Range | None:
    """The tokens of one of some passive verbs and of its *by* in a sentence."""
    if sentence is None:
        return None
    (first, last), lowers = sentence, scene.analysis.lowers
    by = next((t for t in range(first + 2, last) if lowers[t] == "by"), None)
    if by is None:
        return None
    start = max(first + 1, by - settings.TO_AGENT)
    verb = next((t for t in range(start, by) if lowers[t] in verbs), None)
    if verb is None or BE.isdisjoint(lowers[max(first, verb - 2) : verb]):
        return None
    return verb, by


def sender(scene: Scene, pronoun: int) -> Thread | None:
    """Who calls or writes to another: "Holm got a call from Berg. “I am late,” he said".

    Of a letter only what is written: "He got a letter from Berg. “He is late,” he said".
    """
    before = scene.sentence_before(pronoun)
    if before is None or scene.word_after(pronoun) in _REPLIES:
        return None
    first, last = before
    lowers = scene.analysis.lowers
    origin = next((t for t in range(first + 2, last) if lowers[t] == "from"), None)
    if origin is None:
        return None
    writes = scene.word_after(pronoun) in _WRITES and lowers[origin - 1] in _WRITTEN
    if not writes and lowers[origin - 1] not in _CALLS | {"heard"}:
        return None
    return _only_one(scene, pronoun, (origin, last))


def told_and_asks(scene: Scene, pronoun: int) -> Thread | None:
    """Who was told something and asks back: "Holm told Berg it was late. “How late?” he asked"."""
    before = scene.sentence_before(pronoun)
    if before is None or scene.word_after(pronoun) not in _REPLIES:
        return None
    first, last = before
    lowers = scene.analysis.lowers
    told = next((t for t in range(first + 1, last - 1) if lowers[t] in _TOLD), None)
    if told is None or not BE.isdisjoint(lowers[first:told]):
        return None
    hearer = meant_at(scene, told + 1, pronoun)
    if hearer is None or scene.word_after(hearer) == "to":  # told the groom to wait
        return None
    return scene.threads[hearer]


def revealed(scene: Scene, pronoun: int) -> Thread | None:
    """Who is told to have been there: "Holm heard a step. It was Berg. “Stay,” he said"."""
    before = scene.sentence_before(pronoun)
    if before is None or scene.analysis.lowers[before[0] : before[0] + 2] != ["it", "was"]:
        return None
    first, last = before
    index = meant_at(scene, first + 2, pronoun) if first + 2 < last else None
    if index is None or scene.mentions[index].reference is not Reference.NAME:
        return None
    ends = scene.analysis.token_at(scene.mentions[index].end) >= last - 1
    return scene.threads[index] if ends else None


def _only_one(scene: Scene, pronoun: int, place: Range) -> Thread | None:
    """The one person that stands between two tokens and that the pronoun may mean."""
    fitting: dict[int, Thread] = {}
    for before in range(pronoun - 1, max(-1, pronoun - settings.TOLD_BACK), -1):
        one, thread = scene.mentions[before], scene.threads.get(before)
        if one.head <= place[0]:
            break
        described = one.quoted is None and one.reference is not Reference.PRONOUN
        if described and thread is not None and agrees(thread, scene.mentions[pronoun]):
            fitting[thread.index] = thread
    return fitting.popitem()[1] if len(fitting) == 1 else None
