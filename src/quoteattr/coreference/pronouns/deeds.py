"""Who acts in the sentence before the words of *he* or *she*, and so is who speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr.analysis import Layer
from quoteattr.coreference import settings
from quoteattr.coreference.pronouns.asking import INTERVIEWS, who_asks
from quoteattr.coreference.pronouns.in_sentence import owner_in, owns, speaks_as_one
from quoteattr.coreference.pronouns.lives import STATES, raised
from quoteattr.coreference.pronouns.reach import agrees, meant_at
from quoteattr.datatypes import Reference, SpeakerKind
from quoteattr.grammar import ASKED, BE, short_sentence_before, who_acts
from quoteattr.records import SOMEBODY, Gender, Number

if TYPE_CHECKING:
    from quoteattr.coreference.pronouns.scene import Scene
    from quoteattr.coreference.threads import Thread
    from quoteattr.records import Mention, Range

_NEXT_CLAUSE: Final = frozenset(
    {",", ";", "—", "--", "and", "but", "who", "that", "as", "while", "when"}
)
_EXAMINES: Final = INTERVIEWS | {"asked", "examined", "asks", "examines"}
_LINKS: Final = frozenset({"but", "when", "until"})
_COMES: Final = frozenset({"appeared", "arrived", "burst", "came", "entered", "joined", "walked"})
_HARMS: Final = frozenset(
    {"arrested", "attacked", "charged", "detained", "hit", "rescued", "robbed", "shot", "treated"}
)


def acting(scene: Scene, pronoun: int) -> Thread | None:
    """Who opens the short sentence before its words: "Holm's mother wept. “Never,” she said".

    Without a tree whoever's mention begins it. In reports; a story may tell of one and go on with
    another's words. Not where her sister does it to her, or only is something: "Her sister saw her.
    “Never,” she said".
    """
    analysis, mentions = scene.analysis, scene.mentions
    wanted = mentions[pronoun]
    if not speaks_in_report(scene, pronoun):
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
    for before in range(pronoun - 1, max(-1, pronoun - settings.ACTORS_BACK), -1):
        one = mentions[before]
        begins = one.start <= analysis.starts[head] < one.end and one.quoted is None
        if begins and not owns(scene, before):
            found = scene.threads.get(before)
            if found is None or one.reference is Reference.PRONOUN:
                return None
            another = found is who_asks(scene, pronoun) or found.index in scene.beside(pronoun)
            another = another or _tells_of_owner(scene, before, head, pronoun)
            another = another or "nothing" in analysis.lowers[head:first]  # Holm said nothing
            acts = _is_likely(scene, head, found, wanted) or _answers_untold(scene, found)
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


def _is_likely(scene: Scene, head: int, found: Thread, wanted: Mention) -> bool:
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


def speaks_in_report(scene: Scene, pronoun: int) -> bool:
    """Whether *he* or *she* speaks in the reporter's text, and that is no story."""
    return speaks_as_one(scene, pronoun) and not scene.talk.is_story


def acts_on_another(scene: Scene, pronoun: int) -> Thread | None:
    """Who opens the sentence before the words without a name or gender, and acts on one it may be.

    "The inspector looked from Ann to Holm. “Where were you?” he asked": not Holm, who is looked at.
    Not one who is but asked, or who asks: "The inspector questioned Holm".
    """
    before = scene.sentence_before(pronoun)
    if before is None:
        return None
    first, last = before
    wanted, lowers = scene.mentions[pronoun], scene.analysis.lowers
    actor = scene.begins_at(scene.analysis.starts[first])
    if actor and scene.mentions[actor - 1].start == scene.mentions[actor].start:
        actor -= 1  # Ann in Ann's mother
    found = None if actor is None else scene.threads.get(actor)
    if actor is None or found is None or not _may_act(found, wanted) or not scene.is_subject(actor):
        return None
    verb = scene.analysis.token_at(scene.mentions[actor].end)
    if verb >= last or lowers[verb] in BE | _NEXT_CLAUSE or found is who_asks(scene, pronoun):
        return None
    if owner_in(scene, actor) and scene.mentions[actor + 1].reference is Reference.NAME:
        return found if lowers[verb] not in STATES else None  # Ann's mother opened the door
    clause = next((t for t in range(verb, last) if lowers[t] in _NEXT_CLAUSE), last)
    if not (_EXAMINES | _HARMS).isdisjoint(lowers[verb:clause]):
        return None
    for after in range(actor + 1, pronoun):
        one, thread = scene.mentions[after], scene.threads.get(after)
        if one.head >= clause or one.quoted is not None:
            return None
        if thread is None or thread is found or one.head <= verb or scene.is_subject(after):
            continue
        if one.reference is Reference.PRONOUN:
            continue  # The stranger turned his back
        known = thread.gender is wanted.gender or one.names_person
        if known and agrees(thread, wanted):
            return found
    return None


def takes_over(scene: Scene, pronoun: int) -> Thread | None:
    """Whose clause ends the sentence before the words: "Ann begged Ada to stay, but Ada | refused".

    Or who comes in there: "Holm was asleep when Berg | came in. “It is late,” he said".
    """
    before = _last_clause(scene, pronoun)
    if before is None:
        return None
    link, last = before
    analysis, lowers = scene.analysis, scene.analysis.lowers
    index = meant_at(scene, link + 1, pronoun)
    if index is None:
        return None
    found = scene.threads[index]
    one, verb = scene.mentions[index], analysis.token_at(scene.mentions[index].end)
    if one.reference is not Reference.NAME or found.kind is not SpeakerKind.PERSON:
        return None
    closes = _NEXT_CLAUSE.isdisjoint(lowers[verb : last - 1])
    comes = verb < last and lowers[verb] in _COMES and closes
    refuses = verb + 1 < last and lowers[verb].endswith("ed") and lowers[link] == "but"
    refuses = refuses or (verb == last - 2 and lowers[link] == "but")
    return found if comes or refuses else None


def _last_clause(scene: Scene, pronoun: int) -> Range | None:
    """The last *but* or *when* of the sentence before the words, and the end of that sentence."""
    before = scene.sentence_before(pronoun)
    if before is None:
        return None
    first, last = before
    lowers = scene.analysis.lowers
    links = [t for t in range(first + 1, last - 2) if lowers[t] in _LINKS]
    return (links[-1], last) if links else None


def _may_act(thread: Thread, wanted: Mention) -> bool:
    """Whether it is one person of whom nothing tells whether a man or a woman, or no name."""
    one = thread.kind in SOMEBODY and thread.number is Number.SINGULAR and not thread.narrates
    unnamed = thread.kind is SpeakerKind.UNNAMED and thread.gender is wanted.gender
    return one and (thread.gender is Gender.UNKNOWN or unnamed)
