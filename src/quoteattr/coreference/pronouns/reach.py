"""Which entities a pronoun may mean by where they stand and what they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quoteattr.coreference import settings
from quoteattr.coreference.names.variants import agree
from quoteattr.coreference.pronouns.asking import who_asks
from quoteattr.coreference.pronouns.speaking import latest_mentions
from quoteattr.datatypes import SpeakerKind
from quoteattr.records import SOMEBODY, Gender, Number

if TYPE_CHECKING:
    from collections.abc import Iterator, Set

    from quoteattr.coreference.pronouns.scene import Scene
    from quoteattr.coreference.pronouns.speaking import Place
    from quoteattr.coreference.threads import Thread
    from quoteattr.records import Mention

_LEADING = frozenset({"in", "at", "during", "on", "with", "by"})
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
        if wanted.start - one.end > _LONGEST_LINK or not _is_tied(scene, index, pronoun):
            yield index
    if place is not None:
        yield from latest_mentions(place)


def _is_tied(scene: Scene, index: int, pronoun: int) -> bool:
    """Whether a mention right before a pronoun is another for its place.

    The other half of "Holm and he", a description that the pronoun is part of ("his brother").
    """
    one, other = scene.mentions[index], scene.mentions[pronoun]
    if one.end >= other.end:
        return True
    between = scene.analysis.text[one.end : other.start]
    if between == ", " and pronoun in scene.is_source:
        leads = scene.words_before[index] in _LEADING  # In a note, it said that
        return leads or not _is_taken_up(scene, pronoun)  # Ms. Holm, she wrote, has gone
    return between.strip(" ,").lower() in ("and", "or", "nor", "&")


def _is_taken_up(scene: Scene, pronoun: int) -> bool:
    """Whether a pronoun after a name and a comma means it: "Old Holm, he told us it was late"."""
    lowers, after = scene.analysis.lowers, scene.mentions[pronoun].head + 1
    end = scene.analysis.sentence_at(after - 1)[1]
    return after < end and "," not in lowers[after : min(end, after + settings.TAKEN_UP)]


def speakers_around(scene: Scene, pronoun: int) -> set[int]:
    """Entities that say the quotation a pronoun stands in: of themselves they would say "I".

    The named sources of the paragraph; where there are none, the last one before, who goes on. In a
    turn of an interview both who asks and who answers.
    """
    mention = scene.mentions[pronoun]
    if scene.interview is not None and mention.quoted is not None:
        talking = scene.interview.talking(scene.quoted, mention.quoted)
        if talking:
            return talking
    labelled = scene.labelled(mention.quoted)
    if labelled is not None:
        return {labelled.index}
    if mention.quoted is None or mention.number is Number.PLURAL:
        return set()
    paragraph = scene.paragraphs[pronoun]
    here = scene.speakers.get(paragraph, ())
    alone = paragraph not in scene.described
    if not here and alone and scene.last_source is not None and not scene.talk.is_dialogue:
        here = (scene.last_source,)
    speaking = {thread.index for thread in here}
    return speaking if len(speaking) == 1 else set()


def is_known_single(thread: Thread) -> bool:
    """Whether an entity is one man or woman by name, whom no report calls "they"."""
    one = thread.number is Number.SINGULAR and thread.kind is SpeakerKind.PERSON
    return one and thread.gender in (Gender.MALE, Gender.FEMALE)


def agrees(thread: Thread, pronoun: Mention) -> bool:
    """Whether number, gender and kind of an entity allow the pronoun."""
    if pronoun.gender is Gender.NEUTER:
        return thread.number is Number.SINGULAR and thread.kind in (
            SpeakerKind.ORGANIZATION,
            SpeakerKind.DOCUMENT,
        )
    if pronoun.number is Number.PLURAL:
        return thread.kind is not SpeakerKind.DOCUMENT
    if thread.kind not in SOMEBODY:
        return False
    if thread.number is Number.PLURAL or thread.narrates:
        return False
    return agree(thread.gender, pronoun.gender)
