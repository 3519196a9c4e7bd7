"""Whom a pronoun means: candidates before it, weighed by a linear score of their features."""

from __future__ import annotations

from bisect import bisect_left
from math import exp
from typing import TYPE_CHECKING, Final

from attrs import frozen

from quoteattr.coreference import settings, vocabulary
from quoteattr.coreference.pronouns.in_sentence import are_two
from quoteattr.coreference.pronouns.opening_phrases import in_opening_phrase
from quoteattr.coreference.pronouns.reach import (
    agrees,
    is_animal,
    is_known_single,
    near_mentions,
    speakers_around,
    who_quotes,
    who_speaks_to,
)
from quoteattr.coreference.pronouns.scene import Candidate, Scene
from quoteattr.coreference.pronouns.scoring import (
    NEWCOMER,
    NOBODY,
    Table,
    scores,
    table_for,
    weights,
)
from quoteattr.coreference.pronouns.speaking import speaking_place
from quoteattr.coreference.pronouns.told_of import told_of
from quoteattr.coreference.roles.fitting import has_another_trade
from quoteattr.coreference.threads import latest
from quoteattr.datatypes import Reference, SpeakerKind
from quoteattr.records import SOMEBODY, Gender, Number

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quoteattr.coreference.pronouns.speaking import Description, Place
    from quoteattr.coreference.threads import Thread

_GROWN: Final = frozenset({"man", "gentleman", "woman", "lady"})
_YOUNG: Final = frozenset({"young", "little", "small"})
_CHILDREN: Final = frozenset({"boy", "girl", "child"})
_SERVING: Final = ("worker",)
"""The group of nouns for who serves or drives: waiters, maids, porters."""
_GROWN_TITLES: Final = frozenset({"mr", "mrs"})
_ADULTS: Final = frozenset({"man", "woman"})


@frozen
class Ranked:
    """A candidate and how well it fits."""

    score: float
    candidate: Candidate


def rank(scene: Scene, found: Sequence[Candidate]) -> list[Ranked]:
    """The candidates *found*, the most likely first."""
    ranked = [Ranked(*pair) for pair in zip(scores(scene, found), found, strict=True)]
    return sorted(ranked, key=lambda one: -one.score)


def shares(ranked: Sequence[Ranked]) -> list[tuple[Thread, float]]:
    """Whom each of *ranked* is, with its share of the score of all."""
    best = max(one.score for one in ranked)
    powers = [exp(one.score - best) for one in ranked]
    whole = sum(powers)
    return [
        (one.candidate.thread, power / whole) for one, power in zip(ranked, powers, strict=True)
    ]


def rank_pronoun(scene: Scene, pronoun: int) -> list[Ranked]:
    """Whom mention *pronoun* may mean, the most likely first; empty where nobody is likely."""
    ranked = rank(scene, candidates(scene, pronoun))
    return [] if ranked and _is_nobody(scene, ranked[0]) else ranked


def _is_nobody(scene: Scene, best: Ranked) -> bool:
    """Whether "they" means nobody told of rather than the likeliest: "They sell it by the yard".

    Not who speaks, if that may be a body or, of a gender that is not told, one person by name:
    "He lost his job at the bank. They said he had lied".
    """
    table, one = table_for(scene, best.candidate), best.candidate
    if table is not Table.PLURAL or best.score >= weights(table)[NOBODY]:
        return False
    return one.pronoun not in scene.is_source or one.thread.kind is SpeakerKind.UNNAMED


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
    place.is_description, place.said = True, description
    place.noun = noun_group(scene, i)
    place.is_title = scene.analysis.words[scene.mentions[i].head][:1].isupper()
    found = candidates(scene, i, place)
    found = _without_heard(scene, i, found, place)
    if all(one.thread is description.owner for one in found):
        found = []  # “Come,” said her mother, where Ada alone was told of
    noun = vocabulary.head_nouns().get(scene.analysis.lowers[scene.mentions[i].head])
    if noun is not None:
        found = [one for one in found if not has_another_trade(one.thread, noun)]
        if described is None and noun.broader[-1:] == _SERVING:
            others = (one for one in found if one.thread is not description.owner)
            found = [one for one in others if not _was_heard(scene, one, place)]
    if _says_grown(scene, i):
        found = [candidate for candidate in found if not _is_child(candidate.thread)]
    is_nobodys = description.owner is None
    if described is not None and described.kind is SpeakerKind.UNNAMED and is_nobodys:
        found = [one for one in found if not are_two(scene, i, described, one.thread)]
    if described is not None and _is_replaced(scene, i, described, found):
        found = [candidate for candidate in found if candidate.thread is not described]
        described = None
    place.is_near = any(candidate.thread is described for candidate in found)
    if described is not None and all(candidate.thread is not described for candidate in found):
        nearest = latest(described.mentions, i)
        nearest = nearest if nearest >= 0 else i
        found.append(_seen(scene, i, described, nearest, len(found), place))
    return found


def _without_heard(
    scene: Scene, i: int, found: Sequence[Candidate], place: Place
) -> list[Candidate]:
    """Those that "the other" may mean: not who spoke right before.

    “Sold?” said Ada. “Yes,” said the other woman. Nor anybody beside "one of them".
    """
    first = scene.analysis.token_at(scene.mentions[i].start)
    if scene.analysis.lowers[first : first + 2] != ["the", "other"]:
        return list(found)
    heard = place.before[0] if place.run else None
    one_of_them = any(one.thread.name.lower().startswith("one of ") for one in found)
    return [
        one
        for one in found
        if one.thread is not heard
        and (not one_of_them or one.thread.name.lower().startswith("the other"))
    ]


def _is_replaced(scene: Scene, i: int, described: Thread, found: Sequence[Candidate]) -> bool:
    """Whether another with the same title is near, and a relative was not named for long.

    "Mrs. Berg poured. “Sit down,” said her aunt", chapters after her aunt Mrs. Holm was there.
    """
    if not noun_group(scene, i).startswith("kin-") or _is_named_since(scene, i, described):
        return False
    titles = described.courtesy & _GROWN_TITLES
    rivals = (one.thread for one in found if one.thread is not described)
    return any(titles & one.courtesy and _is_named_since(scene, i, one) for one in rivals)


def _is_named_since(scene: Scene, i: int, thread: Thread) -> bool:
    """Whether the narrator names somebody not long before mention *i*."""
    since = scene.mentions[i].head - settings.KIN_WINDOW
    for place in range(bisect_left(thread.mentions, i) - 1, -1, -1):
        mention = scene.mentions[thread.mentions[place]]
        if mention.head < since:
            return False
        if mention.reference is Reference.NAME and mention.quoted is None:
            return True
    return False


def _was_heard(scene: Scene, one: Candidate, place: Place) -> bool:
    """Whether somebody spoke by name, who is no newcomer that serves: “The bill,” said the waiter.

    But who is called may be: “Well, Holm?” said Ada. “Dinner, ma'am,” said the butler.
    """
    thread = one.thread
    if thread.index in place.called_before | place.called_after or thread.index in place.called:
        return False
    said = (i for i in thread.mentions[: settings.HOLDERS] if i in scene.is_source)
    return any(scene.mentions[i].reference is Reference.NAME for i in said)


def _says_grown(scene: Scene, i: int) -> bool:
    """Whether a description is of a grown person: "the old gentleman", not "the young man"."""
    mention, lowers = scene.mentions[i], scene.analysis.lowers
    first = scene.analysis.token_at(mention.start)
    return lowers[mention.head] in _GROWN and _YOUNG.isdisjoint(lowers[first : mention.head])


def _is_child(thread: Thread) -> bool:
    """Whether the text keeps calling somebody a boy or a girl, and hardly a man or a woman."""
    groups = [role.group for role in thread.roles]
    young = sum(group in _CHILDREN for group in groups)
    return young >= settings.CHILD_ROLES and young > sum(group in _ADULTS for group in groups)


def noun_group(scene: Scene, i: int) -> str:
    """The group that the noun of a description belongs to, a noun of no list its own."""
    low = scene.analysis.lowers[scene.mentions[i].head]
    noun = vocabulary.head_nouns().get(low)
    return low if noun is None else noun.sort


def candidates(scene: Scene, pronoun: int, place: Place | None = None) -> list[Candidate]:
    """Entities before the pronoun that agree with it, nearest first.

    They come from a window, for one that speaks in a turn of talk, at *place*, also from the turns
    before: who is called there and who spoke.
    """
    wanted, sentences = scene.mentions[pronoun], scene.sentences
    described = wanted.reference is Reference.NOMINAL  # the 52-year-old
    if place is None and (described or scene.talk.is_story):
        place = speaking_place(scene, pronoun)
    found: dict[int, Candidate] = {}
    refused = speakers_around(scene, pronoun)
    refused |= told_of(scene, pronoun) | who_quotes(scene, pronoun)
    refused |= who_speaks_to(scene, pronoun) | in_opening_phrase(scene, pronoun)
    refused |= {one.index for one in (scene.signer, scene.greeted) if one is not None}
    talks = scene.talk.is_dialogue and not scene.talk.is_news
    plural = wanted.number is Number.PLURAL
    several = plural and (place is None or not talks)
    may_be_animal = wanted.gender is Gender.NEUTER and place is not None
    for index in near_mentions(scene, pronoun, place, refused):
        thread = scene.threads.get(index)
        if thread is None or thread.index in refused or (plural and index in scene.in_groups):
            continue
        known = found.get(thread.index)
        if known is not None:
            known.near += 1
            if sentences[index] == sentences[known.mention]:
                known.beside.append(index)
        elif (
            len(found) >= settings.CANDIDATES
            or not (agrees(thread, wanted) or (may_be_animal and is_animal(scene, thread)))
            or (several and is_known_single(thread))
        ):
            refused.add(thread.index)
        else:
            found[thread.index] = _seen(scene, pronoun, thread, index, len(found), place)
    if may_be_animal:
        return _rather_animals(scene, found.values())
    if several:
        return _without_places(scene, found.values())
    if described and (place is None or place.said.owner is not None):
        return list(found.values())
    return _of_this_scene(scene, pronoun, found.values())


def _of_this_scene(scene: Scene, pronoun: int, found: Iterable[Candidate]) -> list[Candidate]:
    """Those who are told of since a story went on elsewhere, if anybody is: behind "* * *"."""
    found, start = list(found), scene.scene_start(pronoun)
    here = [one for one in found if scene.mentions[one.mention].start >= start]
    return here or found


def _rather_animals(scene: Scene, found: Iterable[Candidate]) -> list[Candidate]:
    """Those that "it" may mean where it talks in a story: no thing beside an animal."""
    found = list(found)
    return [one for one in found if is_animal(scene, one.thread)] or found


def _without_places(scene: Scene, found: Iterable[Candidate]) -> list[Candidate]:
    """Those that "they" may mean: no country beside several: "Rebels mock the army of Velmland".

    A country that acts may be meant: "Velmland threatens half of our members. They have said".
    """
    found, places = list(found), vocabulary.place_names()
    peopled = [
        one
        for one in found
        if one.thread.name.lower() not in places or scene.is_subject(one.mention)
    ]
    several = any(one.thread.number is Number.PLURAL for one in peopled)
    return peopled if several else found


def _seen(
    scene: Scene, pronoun: int, thread: Thread, nearest: int, rank: int, place: Place | None
) -> Candidate:
    """An entity as a pronoun sees it, through its *nearest* mention."""
    return Candidate(
        thread=thread,
        mention=nearest,
        rank=rank,
        pronoun=pronoun,
        sentences=scene.sentences[pronoun] - scene.sentences[nearest],
        beside=[nearest],
        place=place,
    )


def called_here(scene: Scene, i: int) -> Thread | None:
    """Whose relative description *i* is as its turn calls one: “No, Holm,” said his sister."""
    position = scene.talk.of.get(scene.paragraphs[i])
    if position is None or i not in scene.is_source:
        return None
    names = scene.talk.turns[position].called[: settings.TURN_NAMES]
    found = {t.index: t for i in names if (t := scene.threads.get(i)) is not None}
    if len(found) != 1:
        return None
    (called,) = found.values()
    wanted = scene.mentions[i + 1]
    return called if called.gender is wanted.gender and agrees(called, wanted) else None
