"""What surrounds a pronoun or description that is the source of a turn of talk."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from attrs import define, field, frozen

from quoteattr.coreference import settings
from quoteattr.records import SOMEBODY

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from quoteattr.coreference.pronouns.scene import Scene
    from quoteattr.coreference.talk.turns import Talk
    from quoteattr.coreference.threads import Thread


@frozen
class Description:
    """What the words of a description say by themselves.

    Attributes:
        described: Whom they mean, if anybody was described so before.
        owner: Whose relative or friend they name: "her mother".
        relatives: Entities whose names show them to be that relative.
        is_anaphor: Whether they can only mean somebody mentioned before: "the other".
        uses: How often before these words meant each entity, by its number.
        times: How often they meant anybody.
    """

    described: Thread | None = None
    owner: Thread | None = None
    relatives: frozenset[int] = frozenset()
    is_anaphor: bool = False
    uses: Mapping[int, int] = field(factory=dict)
    times: int = 0


@define(kw_only=True, eq=False)
class Place:
    """A pronoun that speaks in a turn, and who speaks and is called around it.

    Attributes:
        talk: The turns of the text.
        position: Of its turn.
        here: Who speaks earlier in the same turn.
        before: Speakers of the turns before, nearest first.
        run: How many of them follow one another up to this turn.
        after: Named speakers of the next two turns, as far as they follow at once.
        called: Who is called in the turn.
        named: Who is spoken about in the turn.
        called_before: Who is called in the turn before.
        named_before: Who is spoken about in it.
        called_after: Who is called in the turn after.
        beat: Who is mentioned in the narration before the pronoun in its paragraph, in text order.
        led: Who is mentioned in the paragraph of narration right before, in text order.
        is_description: Whether a description speaks, no pronoun.
        is_near: Whether this one was mentioned lately.
        said: What the words of the description say.
        is_title: Whether the description has a capital like a name: "the Captain".
        noun: The group of its noun: "kin-mother", "police".
    """

    talk: Talk
    position: int
    here: Thread | None = None
    before: list[Thread | None] = field(factory=list)
    run: int = 0
    after: list[Thread | None] = field(factory=list)
    called: set[int] = field(factory=set)
    named: set[int] = field(factory=set)
    called_before: set[int] = field(factory=set)
    named_before: set[int] = field(factory=set)
    called_after: set[int] = field(factory=set)
    beat: list[Thread] = field(factory=list)
    led: list[Thread] = field(factory=list)
    is_description: bool = False
    is_near: bool = False
    said: Description = field(factory=Description)
    is_title: bool = False
    noun: str = ""


def find_place(talk: Talk, position: int, pronoun: int) -> Place:
    """What surrounds the pronoun *pronoun* that speaks in the turn at *position*."""
    talk.guess(position)
    turn = talk.turns[position]
    place = Place(talk=talk, position=position, run=talk.run_before(position))
    earlier = bisect_left(turn.sources, pronoun) - 1
    place.here = talk.threads.get(turn.sources[earlier]) if earlier >= 0 else None
    place.before = [talk.speaker(position - n) for n in range(1, settings.TURNS_BACK + 1)]
    for ahead in (1, 2):
        if not talk.follows(position + ahead):
            break
        place.after.append(talk.named_speaker(position + ahead))
    place.called = _entities(talk, turn.called)
    place.named = _entities(talk, turn.named) - place.called
    if place.run:
        place.called_before = _entities(talk, talk.turns[position - 1].called)
        named = _entities(talk, talk.turns[position - 1].named)
        place.named_before = named - place.called_before
    if talk.follows(position + 1):
        place.called_after = _entities(talk, talk.turns[position + 1].called)
    return place


def _entities(talk: Talk, mentions: Sequence[int]) -> set[int]:
    nearest = mentions[: settings.TURN_NAMES]
    return {talk.threads[i].index for i in nearest if i in talk.threads}


def latest_mentions(place: Place) -> Iterator[int]:
    """Mentions that may be meant though they are far or inside quotations, nearest first."""
    turns = place.talk.turns
    for back in range(1, settings.TURNS_BACK + 1):
        if back > place.position:
            return
        turn = turns[place.position - back]
        if back == 1 and place.run:
            yield from turn.called[: settings.TURN_NAMES]
        yield from reversed(turn.sources[-settings.TURN_NAMES :])


def speaking_place(scene: Scene, pronoun: int) -> Place | None:
    """What surrounds a pronoun that is the source of a turn; None for other pronouns."""
    if pronoun not in scene.is_source or not scene.talk.is_dialogue:
        return None
    position = scene.talk.of.get(scene.paragraphs[pronoun])
    if position is None:
        return None
    place = find_place(scene.talk, position, pronoun)
    read_narration(scene, place, pronoun)
    return place


def read_narration(scene: Scene, place: Place, pronoun: int) -> None:
    """Note who is mentioned by the narrator in the paragraph of *pronoun* and right before it."""
    here = scene.paragraphs[pronoun]
    told = None if here - 1 in scene.talk.of else here - 1
    for index in range(pronoun - 1, max(-1, pronoun - 1 - settings.NARRATED), -1):
        paragraph = scene.paragraphs[index]
        if paragraph not in (here, told):
            return
        thread = scene.threads.get(index)
        if thread is None or scene.mentions[index].quoted is not None:
            continue
        if thread.kind in SOMEBODY:
            (place.beat if paragraph == here else place.led).insert(0, thread)
