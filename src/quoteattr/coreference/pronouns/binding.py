"""Whom a pronoun means: candidates before it, weighed by a linear score of their features."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from quoteattr.coreference import settings, vocabulary
from quoteattr.coreference.names.variants import agree
from quoteattr.coreference.pronouns.scene import Candidate, Scene, asks
from quoteattr.coreference.pronouns.scoring import NEWCOMER, Table, scores, weights
from quoteattr.coreference.pronouns.speaking import speaking_place
from quoteattr.coreference.pronouns.talk_features import latest_mentions
from quoteattr.coreference.threads import latest
from quoteattr.datatypes import Reference, SpeakerKind
from quoteattr.records import SOMEBODY, Gender, Number

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quoteattr.coreference.pronouns.talk_features import Place
    from quoteattr.coreference.threads import Thread
    from quoteattr.records import Mention


_GREETINGS = frozenset({"dear", "dearest", "hi", "hello", "hey"})
_AFTER_GREETING = frozenset({",", ":", "!", "\n"})
_WHERE = frozenset({"in", "near"})
_LONGEST_LINK = len(", and ")


@frozen
class Ranked:
    """A candidate and how well it fits."""

    score: float
    candidate: Candidate


@frozen
class Description:
    """What the words of a description say by themselves.

    Attributes:
        described: Whom they mean, if anybody was described so before.
        owner: Whose relative or friend they name: "her mother".
        relatives: Entities whose names show them to be that relative.
        is_anaphor: Whether they can only mean somebody mentioned before: "the other".
    """

    described: Thread | None = None
    owner: Thread | None = None
    relatives: frozenset[int] = frozenset()
    is_anaphor: bool = False


def rank(scene: Scene, found: Sequence[Candidate]) -> list[Ranked]:
    """The candidates *found*, the most likely first."""
    ranked = [Ranked(*pair) for pair in zip(scores(scene, found), found, strict=True)]
    return sorted(ranked, key=lambda one: -one.score)


def rank_pronoun(scene: Scene, pronoun: int) -> list[Ranked]:
    """Whom mention *pronoun* may mean, the most likely first; empty without any candidate."""
    return rank(scene, candidates(scene, pronoun))


def rank_description(scene: Scene, i: int, description: Description) -> list[Ranked]:
    """Who may speak as "the girl" in a turn of talk, the likeliest first; empty if nobody talks."""
    return rank(scene, described_candidates(scene, i, description))


def is_newcomer(best: Ranked, description: Description) -> bool:
    """Whether a description means somebody new rather than the likeliest of those around."""
    return not description.is_anaphor and best.score <= weights(Table.DESCRIPTION)[NEWCOMER]


def described_candidates(scene: Scene, i: int, description: Description) -> list[Candidate]:
    """Whom a description that speaks in a turn may mean, the one its words mean among them."""
    place, said = speaking_place(scene, i), scene.mentions[i]
    if place is None or said.number is not Number.SINGULAR or said.kind not in SOMEBODY:
        return []
    described = description.described
    place.is_description, place.described = True, described
    place.owner, place.relatives = description.owner, description.relatives
    place.noun = noun_group(scene, i)
    place.is_title = scene.analysis.words[scene.mentions[i].head][:1].isupper()
    found = candidates(scene, i, place)
    place.is_near = any(candidate.thread is described for candidate in found)
    if described is not None and all(candidate.thread is not described for candidate in found):
        nearest = latest(described.mentions, i)
        nearest = nearest if nearest >= 0 else i
        of, mentions = scene.analysis.sentence_of, scene.mentions
        found.append(
            Candidate(
                thread=described,
                mention=nearest,
                rank=len(found),
                pronoun=i,
                sentences=of[mentions[i].head] - of[mentions[nearest].head],
                beside=[nearest],
                place=place,
            )
        )
    return found


def noun_group(scene: Scene, i: int) -> str:
    """The group that the noun of a description belongs to, a noun of no list its own."""
    low = scene.analysis.lowers[scene.mentions[i].head]
    noun = vocabulary.head_nouns().get(low)
    return low if noun is None else noun.group


def candidates(scene: Scene, pronoun: int, place: Place | None = None) -> list[Candidate]:
    """Entities before the pronoun that agree with it, nearest first.

    They come from a window, for one that speaks in a turn of talk, at *place*, also from the turns
    before: who is called there and who spoke.
    """
    mentions, of = scene.mentions, scene.analysis.sentence_of
    wanted = mentions[pronoun]
    described = wanted.reference is Reference.NOMINAL  # the 52-year-old
    if place is None and (described or scene.talk.is_story):
        place = speaking_place(scene, pronoun)
    found: dict[int, Candidate] = {}
    refused = speakers_around(scene, pronoun)
    talks = scene.talk.is_dialogue and not scene.talk.is_news
    several = wanted.number is Number.PLURAL and not talks
    for index in near_mentions(scene, pronoun, place):
        thread = scene.threads.get(index)
        if thread is None or thread.index in refused:
            continue
        known = found.get(thread.index)
        if known is not None:
            known.near += 1
            if of[mentions[index].head] == of[mentions[known.mention].head]:
                known.beside.append(index)
        elif (
            len(found) >= settings.CANDIDATES
            or not agrees(thread, wanted)
            or (several and is_known_single(thread))
        ):
            refused.add(thread.index)
        else:
            found[thread.index] = Candidate(
                thread=thread,
                mention=index,
                rank=len(found),
                pronoun=pronoun,
                sentences=of[wanted.head] - of[mentions[index].head],
                beside=[index],
                place=place,
            )
    return list(found.values())


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
    here = scene.speakers.get(scene.analysis.paragraph_at(mention.start), ())
    if not here and scene.last_source is not None and not scene.talk.is_dialogue:
        here = (scene.last_source,)
    return {thread.index for thread in here} if len(here) == 1 else set()


def near_mentions(scene: Scene, pronoun: int, place: Place | None) -> Iterator[int]:
    """Mentions that may be an antecedent by their place, nearest first."""
    wanted = scene.mentions[pronoun].head
    window = settings.WINDOW if place is None else settings.TALK_WINDOW
    for index in range(pronoun - 1, -1, -1):
        if wanted - scene.mentions[index].head > window:
            break
        if reachable(scene, index, pronoun):
            yield index
    if place is not None:
        yield from latest_mentions(place)


def called_here(scene: Scene, i: int) -> Thread | None:
    """Whose relative description *i* is as its turn calls one: “No, Holm,” said his sister."""
    position = scene.talk.of.get(scene.paragraph(i))
    if position is None or i not in scene.is_source:
        return None
    names = scene.talk.turns[position].called[: settings.TURN_NAMES]
    found = {t.index: t for i in names if (t := scene.threads.get(i)) is not None}
    if len(found) != 1:
        return None
    (called,) = found.values()
    wanted = scene.mentions[i + 1]
    return called if called.gender is wanted.gender and agrees(called, wanted) else None


def reachable(scene: Scene, index: int, pronoun: int) -> bool:
    """Whether a mention may be an antecedent by its place.

    Not one inside a quotation for a pronoun outside, not the other half of "Holm and he", not a
    description that the pronoun is part of ("his brother"), not who is greeted ("Dear Ada,").
    """
    one, other = scene.mentions[index], scene.mentions[pronoun]
    if other.quoted is None and one.quoted is not None:
        return False
    if one.end >= other.end or is_greeted(scene, index) or asks(scene, index, pronoun):
        return False
    if other.gender is Gender.NEUTER and _is_where(scene, index):
        return False
    if other.start - one.end > _LONGEST_LINK:
        return True
    between = scene.analysis.text[one.end : other.start]
    if between == ", " and pronoun in scene.is_source:
        return _is_taken_up(scene, pronoun)  # Ms. Holm, she wrote, has gone
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


def is_greeted(scene: Scene, index: int) -> bool:
    """Whether a letter opens with a mention: "Dear Ada," is "you", not "she"."""
    after = scene.analysis.text[scene.mentions[index].end : scene.mentions[index].end + 1]
    return after in _AFTER_GREETING and scene.word_before(index) in _GREETINGS


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
