"""Who a pronoun may mean: those before it that agree with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quoteattr.coreference import settings, vocabulary
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
from quoteattr.coreference.pronouns.speaking import speaking_place
from quoteattr.coreference.pronouns.told_of import told_of
from quoteattr.datatypes import Reference
from quoteattr.records import Gender, Number

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quoteattr.coreference.pronouns.speaking import Place
    from quoteattr.coreference.threads import Thread


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
            found[thread.index] = seen_from(scene, pronoun, thread, index, len(found), place)
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


def seen_from(
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
