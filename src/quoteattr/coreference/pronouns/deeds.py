"""Who does something to another before the words of *he* or *she*, and so is who speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr.coreference import settings
from quoteattr.coreference.pronouns.asking import INTERVIEWS, who_asks
from quoteattr.coreference.pronouns.reach import agrees
from quoteattr.coreference.pronouns.told_of import tells_of_another
from quoteattr.datatypes import Reference, SpeakerKind
from quoteattr.grammar import BE
from quoteattr.records import HE_OR_SHE, SOMEBODY, Gender, Number

if TYPE_CHECKING:
    from quoteattr.coreference.pronouns.scene import Scene
    from quoteattr.coreference.threads import Thread
    from quoteattr.records import Mention, Range

_NEXT_CLAUSE: Final = frozenset({",", ";", "and", "but", "who", "that", "as", "while", "when"})
_EXAMINES: Final = INTERVIEWS | {"asked", "examined", "asks", "examines"}
_JUDGED: Final = frozenset(
    {
        *("accused", "applauded", "attacked", "backed", "blasted", "commended", "condemned"),
        *("congratulated", "criticised", "criticized", "defended", "denounced", "endorsed"),
        *("hailed", "lambasted", "lauded", "mocked", "praised", "rebuked", "ridiculed"),
        *("scolded", "slammed", "supported", "thanked", "welcomed"),
    }
)


def acts_on_another(scene: Scene, pronoun: int) -> Thread | None:
    """Who opens the sentence before the words without a name or gender, and acts on one it may be.

    "The inspector looked from Ann to Holm. “Where were you?” he asked": not Holm, who is looked at.
    Not one who is but asked, or who asks: "The inspector questioned Holm".
    """
    before = _sentence_before(scene, pronoun)
    if before is None:
        return None
    first, last = before
    wanted, lowers = scene.mentions[pronoun], scene.analysis.lowers
    actor = scene.begins_at(scene.analysis.starts[first])
    found = None if actor is None else scene.threads.get(actor)
    if actor is None or found is None or not _may_act(found, wanted) or not scene.is_subject(actor):
        return None
    verb = scene.analysis.token_at(scene.mentions[actor].end)
    if verb >= last or lowers[verb] in BE | _NEXT_CLAUSE or found is who_asks(scene, pronoun):
        return None
    clause = next((t for t in range(verb, last) if lowers[t] in _NEXT_CLAUSE), last)
    if not _EXAMINES.isdisjoint(lowers[verb:clause]):
        return None
    for after in range(actor + 1, pronoun):
        one, thread = scene.mentions[after], scene.threads.get(after)
        if one.head >= clause or one.quoted is not None:
            return None
        told = thread is not None and thread is not found and thread.gender is wanted.gender
        if told and one.head > verb and not scene.is_subject(after):
            return found
    return None


def judges(scene: Scene, pronoun: int) -> Thread | None:
    """By whom another is praised or blamed: "Holm was praised by Berg. “He ran well,” he said".

    The words are about another: “I am glad,” he said, may be Holm's.
    """
    before = _sentence_before(scene, pronoun)
    if before is None or not tells_of_another(scene, pronoun):
        return None
    first, last = before
    lowers = scene.analysis.lowers
    by = next((t for t in range(first + 1, last) if lowers[t] == "by"), None)
    if by is None or lowers[by - 1] not in _JUDGED:
        return None
    fitting: dict[int, Thread] = {}
    for after in range(pronoun - 1, max(-1, pronoun - settings.TOLD_BACK), -1):
        one, thread = scene.mentions[after], scene.threads.get(after)
        if one.head <= by:
            break
        named = one.quoted is None and one.reference is not Reference.PRONOUN
        if named and thread is not None and agrees(thread, scene.mentions[pronoun]):
            fitting[thread.index] = thread
    return fitting.popitem()[1] if len(fitting) == 1 else None


def _may_act(thread: Thread, wanted: Mention) -> bool:
    """Whether it is one person of whom nothing tells whether a man or a woman, or no name."""
    one = thread.kind in SOMEBODY and thread.number is Number.SINGULAR and not thread.narrates
    unnamed = thread.kind is SpeakerKind.UNNAMED and thread.gender is wanted.gender
    return one and (thread.gender is Gender.UNKNOWN or unnamed)


def _sentence_before(scene: Scene, pronoun: int) -> Range | None:
    """The tokens of the sentence right before the words of *he* or *she*.

    In their paragraph; or the last of a paragraph of narration, where the words open the next.
    """
    analysis, wanted = scene.analysis, scene.mentions[pronoun]
    single = wanted.gender in HE_OR_SHE and pronoun in scene.is_source
    here = scene.paragraphs[pronoun]
    paragraph = analysis.paragraphs[here]
    first, _ = analysis.sentence_at(wanted.head)
    said = scene.quoted_from(analysis.starts[max(paragraph.first, first)])
    if said is None or not single or wanted.quoted is not None:
        return None
    leads = here > 0 and here - 1 not in scene.talk.of
    if said < paragraph.start or (said == paragraph.start and not leads):
        return None
    last = analysis.token_at(said)
    return analysis.sentence_at(last - 1)[0], last
