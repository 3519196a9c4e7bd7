"""Which entities a pronoun may mean by where they stand and what they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quoteattr.coreference import settings, vocabulary
from quoteattr.coreference.names.variants import agree
from quoteattr.coreference.pronouns.scene import owns
from quoteattr.coreference.pronouns.talk_features import latest_mentions
from quoteattr.coreference.roles.bodies import is_of_named
from quoteattr.datatypes import Reference, SpeakerKind
from quoteattr.grammar import ASKED
from quoteattr.records import SOMEBODY, Gender, Number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quoteattr.analysis import Analysis
    from quoteattr.coreference.pronouns.scene import Scene
    from quoteattr.coreference.pronouns.talk_features import Place
    from quoteattr.coreference.threads import Thread
    from quoteattr.records import Mention

_GREETINGS = frozenset({"dear", "dearest", "hi", "hello", "hey"})
_AFTER_GREETING = frozenset({",", ":", "!", "\n"})
_WHERE = frozenset({"in", "near"})
_SEEN = frozenset({"seen", "obtained", "reviewed", "viewed"})
_LEADING = frozenset({"in", "at", "during", "on", "with", "by"})
_LONGEST_LINK = len(", and ")
_WONDERED = ASKED | {"asks", "wondered", "wonders"}
_CROSS = ["cross", "-"]
_ASKING = 4  # tokens of the shortest: asked by Lee she


def near_mentions(scene: Scene, pronoun: int, place: Place | None) -> Iterator[int]:
    """Mentions that may be an antecedent by their place, nearest first."""
    wanted = scene.mentions[pronoun].head
    window = settings.WINDOW if place is None else settings.TALK_WINDOW
    asking = who_asks(scene, pronoun)
    for index in range(pronoun - 1, -1, -1):
        if wanted - scene.mentions[index].head > window:
            break
        is_asking = asking is not None and scene.threads.get(index) is asking
        if not is_asking and reachable(scene, index, pronoun):
            yield index
    if place is not None:
        yield from latest_mentions(place)


def reachable(scene: Scene, index: int, pronoun: int) -> bool:
    """Whether a mention may be an antecedent by its place.

    Not one inside a quotation for a pronoun outside, not the other half of "Holm and he", not a
    description that the pronoun is part of ("his brother"), not who is greeted ("Dear Ada,").
    """
    one, other = scene.mentions[index], scene.mentions[pronoun]
    if other.quoted is None and one.quoted is not None:
        return False
    if one.end >= other.end or is_greeted(scene, index):
        return False
    neuter = other.gender is Gender.NEUTER
    if neuter and (_is_where(scene, index) or is_of_named(scene.analysis, one)):
        return False
    if neuter and _owns_body(scene, index):
        return False
    if (neuter or other.number is Number.PLURAL) and _has_seen(scene, one):
        return False
    if other.start - one.end > _LONGEST_LINK:
        return True
    between = scene.analysis.text[one.end : other.start]
    if between == ", " and pronoun in scene.is_source:
        leads = scene.word_before(index) in _LEADING  # In a note, it said that
        return not leads and _is_taken_up(scene, pronoun)  # Ms. Holm, she wrote, has gone
    return between.strip(" ,").lower() not in ("and", "or", "nor", "&")


def _is_taken_up(scene: Scene, pronoun: int) -> bool:
    """Whether a pronoun after a name and a comma means it: "Old Holm, he told us it was late"."""
    lowers, after = scene.analysis.lowers, scene.mentions[pronoun].head + 1
    end = scene.analysis.sentence_at(after - 1)[1]
    return after < end and "," not in lowers[after : min(end, after + settings.TAKEN_UP)]


def _is_where(scene: Scene, index: int) -> bool:
    """Whether a name only says where: "The ministry in Ankara waits. It said"."""
    mention, before = scene.mentions[index], scene.word_before(index)
    if mention.reference is not Reference.NAME or before in _WHERE:
        return mention.reference is Reference.NAME
    return before == "from" and scene.analysis.lowers[mention.head] in vocabulary.place_names()


def _owns_body(scene: Scene, index: int) -> bool:
    """Whether a name only says whose body it is: "Norway's embassy denied it. It said"."""
    around, one = index - 1, scene.mentions[index]
    if around < 0 or scene.mentions[around].start != one.start or not owns(scene, index):
        return False
    body = scene.mentions[around].kind is SpeakerKind.ORGANIZATION
    return body and one.reference is Reference.NAME


def _has_seen(scene: Scene, mention: Mention) -> bool:
    """Whether somebody is only who saw a paper: "The draft, seen by the Gazette, is long. It"."""
    token = scene.analysis.token_at(mention.start)
    token -= scene.analysis.lowers[token - 1 : token] == ["the"]
    seen, *by = scene.analysis.lowers[max(0, token - 2) : token] or [""]
    return seen in _SEEN and by == ["by"]


def is_greeted(scene: Scene, index: int) -> bool:
    """Whether a letter opens with a mention: "Dear Ada," is "you", not "she"."""
    after = scene.analysis.text[scene.mentions[index].end : scene.mentions[index].end + 1]
    return after in _AFTER_GREETING and scene.word_before(index) in _GREETINGS


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
    paragraph = scene.analysis.paragraph_at(mention.start)
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


def who_asks(scene: Scene, pronoun: int) -> Thread | None:
    """Who asks the pronoun's: "Asked by Ada Holm, a judge, she said no".

    So in "When a judge wondered why, she said".
    """
    analysis = scene.analysis
    first, last = analysis.sentence_at(scene.mentions[pronoun].head)
    asking = _asked_before(scene, pronoun, first)
    if asking is not None or last - first < _ASKING:
        return None if asking is None else scene.threads.get(asking)
    by = _by_whom(analysis, first)
    if by is not None:
        asking = scene.begins_at(by)
    elif analysis.lowers[first] == "when" and pronoun in scene.is_source:
        asking = scene.begins_at(analysis.starts[first + 1])
        if asking is not None and _word_after(scene, asking) not in _WONDERED:
            return None
    return None if asking is None else scene.threads.get(asking)


def _asked_before(scene: Scene, pronoun: int, first: int) -> int | None:
    """Who asks in the sentence before: "Asked by a judge, Holm said yes. “I was,” she said"."""
    if first == 0 or pronoun not in scene.is_source:
        return None
    before = scene.analysis.sentence_at(first - 1)[0]
    start = scene.analysis.starts[before]
    if scene.analysis.paragraph_at(start) != scene.paragraph(pronoun):
        return None
    by = _by_whom(scene.analysis, before)
    return None if by is None else scene.begins_at(by)


def _by_whom(analysis: Analysis, first: int) -> int | None:
    """Where who asks begins, where a sentence opens so: "Asked by Holm", "Cross-examined by"."""
    verb = first + 2 * (analysis.lowers[first : first + 2] == _CROSS)
    asked = verb > first or analysis.lowers[first] in ASKED
    by = analysis.lowers[verb + 1 : verb + 2] == ["by"] and verb + 2 < len(analysis)
    return analysis.starts[verb + 2] if asked and by else None


def _word_after(scene: Scene, index: int) -> str:
    after = scene.analysis.token_at(scene.mentions[index].end)
    return "".join(scene.analysis.lowers[after : after + 1])
