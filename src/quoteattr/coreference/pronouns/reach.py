"""Which entities a pronoun may mean by where they stand and what they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quoteattr.analysis import Relation
from quoteattr.coreference import settings, vocabulary
from quoteattr.coreference.names.variants import agree
from quoteattr.coreference.pronouns.asking import who_asks
from quoteattr.coreference.pronouns.speaking import latest_mentions
from quoteattr.coreference.vocabulary import head_nouns, place_names
from quoteattr.datatypes import Reference, SpeakerKind
from quoteattr.records import HE_OR_SHE, SOMEBODY, Gender, Number

if TYPE_CHECKING:
    from collections.abc import Iterator, Set

    from quoteattr.coreference.pronouns.scene import Scene
    from quoteattr.coreference.pronouns.speaking import Place
    from quoteattr.coreference.threads import Thread
    from quoteattr.records import Mention

_WHERE = frozenset({"in", "at", "near", "from", "to", "before", "after", "around", "outside"})
_AROUND = frozenset({"in", "near", "around", "outside", "across"})
_NONE = frozenset({"no", "none", "neither"})
_ARTICLES = frozenset({"a", "an", "the"})
_LEADING = frozenset({"in", "at", "during", "on", "with", "by"})
_GOVERNED = frozenset({Relation.OBJECT, Relation.INDIRECT_OBJECT, Relation.OBLIQUE})
_LONGEST_LINK = len(", and ")


def near_mentions(
    scene: Scene, pronoun: int, place: Place | None, refused: Set[int]
) -> Iterator[int]:
    """Mentions that may be an antecedent by their place, nearest first.

    Not one inside a quotation for a pronoun outside, not one that it passes over, and none of
    entities that are *refused*, which may become more meanwhile.
    """
    mentions, threads, wanted = scene.mentions, scene.threads, scene.mentions[pronoun]
    window = settings.WINDOW if place is None else settings.TALK_WINDOW
    speaks_as_it = wanted.gender is Gender.NEUTER and pronoun in scene.is_source
    speak_as_they = wanted.number is Number.PLURAL and pronoun in scene.is_source
    asking, passed = who_asks(scene, pronoun), scene.passing.by(wanted)
    for index in range(pronoun - 1, -1, -1):
        one = mentions[index]
        if wanted.head - one.head > window:
            break
        thread = threads.get(index)
        if thread is None or thread is asking or thread.index in refused or index in passed:
            continue
        if one.quoted is not None and wanted.quoted is None:
            continue
        if speak_as_they and _is_only_around(scene, index):
            continue
        if speaks_as_it and _is_only_place(scene, index):
            continue
        if wanted.number is Number.SINGULAR and _is_none(scene, one):
            continue
        if wanted.start - one.end > _LONGEST_LINK or not _is_tied(scene, index, pronoun):
            yield index
    if place is not None:
        yield from latest_mentions(place)


def _is_only_around(scene: Scene, index: int) -> bool:
    """Whether a report names only where it happens: "Nurses met in Velm. They said"."""
    thread, one = scene.threads[index], scene.mentions[index]
    is_body = thread.kind is SpeakerKind.ORGANIZATION and thread.number is not Number.PLURAL
    if not is_body or one.reference is not Reference.NAME or scene.talk.is_story:
        return False
    return scene.words_before[index] in _AROUND and not _acts_anywhere(scene, thread)


def _acts_anywhere(scene: Scene, thread: Thread) -> bool:
    return any(scene.is_subject(i) for i in thread.mentions[: settings.HOLDERS])


def _is_only_place(scene: Scene, index: int) -> bool:
    """Whether a place is only where something happens: "She wrote before Lisbon. It said"."""
    thread = scene.threads[index]
    if scene.words_before[index] not in _WHERE or thread.name.lower() not in place_names():
        return False
    return not _acts_anywhere(scene, thread)


def _is_none(scene: Scene, mention: Mention) -> bool:
    """Whether there is no such one: "The shop has no sign. It says"; "Neither of them stirred"."""
    return scene.analysis.lowers[scene.analysis.token_at(mention.start)] in _NONE


def _is_tied(scene: Scene, index: int, pronoun: int) -> bool:
    """Whether a mention right before a pronoun is another for its place.

    The other half of "Holm and he", a description that the pronoun is part of ("his brother").
    """
    one, other = scene.mentions[index], scene.mentions[pronoun]
    if one.end >= other.end:
        return True
    between = scene.analysis.text[one.end : other.start]
    if between == ", and " and _opens_clause(scene, index, pronoun):
        return False
    if between == ", " and pronoun in scene.is_source:
        leads = scene.words_before[index] in _LEADING  # In a note, it said that
        return leads or not _is_taken_up(scene, pronoun)  # Ms. Holm, she wrote, has gone
    return between.strip(" ,").lower() in ("and", "or", "nor", "&")


def _opens_clause(scene: Scene, index: int, pronoun: int) -> bool:
    """Whether *and* joins clauses, as the tree has the mention for an object: "I met Holm, and he".

    So it does for a thing that speaks: "He got a letter, and it said".
    """
    if scene.mentions[pronoun].gender is Gender.NEUTER:
        return pronoun in scene.is_source
    if scene.case(pronoun) != "subject":
        return False
    analysis, mention = scene.analysis, scene.mentions[index]
    inside = analysis.tokens(mention.start, mention.end)
    return any(analysis.relations[token] in _GOVERNED for token in inside)


def _is_taken_up(scene: Scene, pronoun: int) -> bool:
    """Whether a pronoun after a name and a comma means it: "Old Holm, he told us it was late"."""
    lowers, after = scene.analysis.lowers, scene.mentions[pronoun].head + 1
    end = scene.analysis.sentence_at(after - 1)[1]
    return after < end and "," not in lowers[after : min(end, after + settings.TAKEN_UP)]


def speakers_around(scene: Scene, pronoun: int) -> set[int]:
    """Entities that say the quotation a pronoun stands in: of themselves they would say "I".

    The named sources of the paragraph; where there are none, the last one before, who goes on. In a
    turn of an interview both who asks and who answers, and in one of two labels both who talk.
    """
    mention = scene.mentions[pronoun]
    if scene.interview is not None and mention.quoted is not None:
        talking = scene.interview.talking(scene.quoted, mention.quoted)
        if talking:
            return talking
    labelled = scene.labelled(mention.quoted)
    if labelled is not None:
        labels = (scene.begins_at(place) for place in scene.two_sides)
        sides = (scene.threads.get(label) for label in labels if label is not None)
        return {labelled.index, *(side.index for side in sides if side is not None)}
    if mention.quoted is None or mention.number is Number.PLURAL:
        return set()
    paragraph = scene.paragraphs[pronoun]
    here = scene.speakers.get(paragraph, ())
    alone = paragraph not in scene.described
    if not here and alone and scene.last_source is not None and not scene.talk.is_dialogue:
        here = (scene.last_source,)
    speaking = {thread.index for thread in here}
    return speaking if len(speaking) == 1 else set()


def who_quotes(scene: Scene, pronoun: int) -> set[int]:
    """Who quotes somebody else in a participle: "Holm said he met Ek, quoting him as saying"."""
    head = scene.mentions[pronoun].head
    if scene.analysis.lowers[max(0, head - 2) : head] not in ([",", "quoting"], [",", "citing"]):
        return set()
    before = range(max(0, pronoun - settings.MENTIONS_AFTER), pronoun)
    same = (i for i in before if scene.sentences[i] == scene.sentences[pronoun])
    subjects = (scene.threads.get(i) for i in same if scene.is_subject(i))
    quoting = next((thread for thread in subjects if thread is not None), None)
    return set() if quoting is None else {quoting.index}


def who_speaks_to(scene: Scene, pronoun: int) -> set[int]:
    """Who says something to the pronoun, so it is another: “When?” Holm asked her."""
    verb = scene.mentions[pronoun].head - 1
    before = pronoun - 1
    if before < 0 or before not in scene.is_source or scene.case(pronoun) != "object":
        return set()
    spoken = verb > 0 and scene.analysis.lowers[verb] in vocabulary.reporting_forms()
    beside = spoken and scene.analysis.token_at(scene.mentions[before].end - 1) == verb - 1
    return {scene.threads[before].index} if beside and before in scene.threads else set()


def is_known_single(thread: Thread) -> bool:
    """Whether an entity is one man or woman by name, whom no report calls "they"."""
    one = thread.number is Number.SINGULAR and thread.kind is SpeakerKind.PERSON
    return one and thread.gender in HE_OR_SHE


def is_animal(scene: Scene, thread: Thread) -> bool:
    """Whether somebody is called what nobody is that has a name or a trade: "the Badger said".

    Whom the text calls so may be "it" where it talks: “No,” it said.
    """
    if thread.kind not in SOMEBODY or thread.number is Number.PLURAL or thread.narrates:
        return False
    last = thread.name.lower().rpartition(" ")[2]
    if last in head_nouns() or thread.roles or thread.courtesy:
        return False
    if thread.kind is SpeakerKind.UNNAMED:
        return True
    told = (i for i in thread.mentions[: settings.HOLDERS] if scene.mentions[i].quoted is None)
    named = [i for i in told if scene.mentions[i].reference is Reference.NAME]
    with_article = sum(scene.words_before[i] in _ARTICLES for i in named)
    return bool(named) and 2 * with_article > len(named)


def agrees(thread: Thread, pronoun: Mention) -> bool:
    """Whether number, gender and kind of an entity allow the pronoun."""
    if pronoun.gender is Gender.NEUTER:
        return thread.number is Number.SINGULAR and thread.kind in (
            SpeakerKind.ORGANIZATION,
            SpeakerKind.DOCUMENT,
        )
    if pronoun.number is Number.PLURAL:
        return thread.kind is not SpeakerKind.DOCUMENT or thread.number is Number.PLURAL
    if thread.kind not in SOMEBODY:
        return False
    if thread.number is Number.PLURAL or thread.narrates:
        return False
    return agree(thread.gender, pronoun.gender)


def meant_at(scene: Scene, token: int, pronoun: int) -> int | None:
    """The mention that begins at a token, if it is of somebody whom the pronoun may mean."""
    index = scene.begins_at(scene.analysis.starts[token])
    thread = None if index is None else scene.threads.get(index)
    return index if thread is not None and agrees(thread, scene.mentions[pronoun]) else None
