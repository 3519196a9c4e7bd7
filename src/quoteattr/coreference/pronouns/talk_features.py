"""What the order of turns says about a pronoun that speaks: “Never,” she said."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from attrs import define, field, frozen

from quoteattr.coreference import settings
from quoteattr.coreference.talk.turns import Talk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

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


def spoke_here(place: Place, thread: Thread) -> float:
    """It spoke earlier in the same paragraph: “No,” Ann said. “Never,” she added."""
    return float(place.here is thread)


def another_spoke_here(place: Place, thread: Thread) -> float:
    """Somebody else spoke earlier in the same paragraph."""
    return float(place.here is not None and place.here is not thread)


def spoke_before(place: Place, thread: Thread) -> float:
    """It spoke in the paragraph right before."""
    return float(place.run >= 1 and place.before[0] is thread)


def spoke_second_before(place: Place, thread: Thread) -> float:
    """It spoke in the last but one turn of the run."""
    return float(place.run >= 2 and place.before[1] is thread and place.before[0] is not thread)


def spoke_third_before(place: Place, thread: Thread) -> float:
    """It spoke three turns back in the run and not since."""
    return float(place.run >= 3 and _first(place, thread) == 2)


def spoke_fourth_before(place: Place, thread: Thread) -> float:
    """It spoke four turns back in the run and not since."""
    return float(place.run >= 4 and _first(place, thread) == 3)


def spoke_before_gap(place: Place, thread: Thread) -> float:
    """It spoke last, and narration stands between."""
    return float(place.run == 0 and place.before[0] is thread)


def spoke_second_before_gap(place: Place, thread: Thread) -> float:
    """It spoke last but one, and narration stands between."""
    return float(place.run < 2 and _first(place, thread) == 1)


def spoke_lately(place: Place, thread: Thread) -> float:
    """Share of the turns before that were its own."""
    return sum(speaker is thread for speaker in place.before) / len(place.before)


def speaks_next(place: Place, thread: Thread) -> float:
    """It is named as the speaker of the paragraph right after."""
    return float(place.after[:1] == [thread])


def speaks_second_next(place: Place, thread: Thread) -> float:
    """It is named as the speaker of the next but one paragraph."""
    return float(place.after[1:2] == [thread])


def was_called(place: Place, thread: Thread) -> float:
    """The turn before calls it by name: “Is it cold, Oskar?”"""
    return float(thread.index in place.called_before and place.before[0] is not thread)


def was_named(place: Place, thread: Thread) -> float:
    """The turn before speaks of it by name."""
    return float(thread.index in place.named_before)


def is_called_after(place: Place, thread: Thread) -> float:
    """The turn after calls it by name: “Why, Oskar?”"""
    return float(thread.index in place.called_after)


def acts_first(place: Place, thread: Thread) -> float:
    """It is mentioned first in the narration of the paragraph: `Ann rose. “No,” she said.`"""
    return float(place.beat[:1] == [thread])


def acts_last(place: Place, thread: Thread) -> float:
    """It is mentioned last in the narration of the paragraph."""
    return float(place.beat[-1:] == [thread])


def leads_first(place: Place, thread: Thread) -> float:
    """It is mentioned first in the paragraph of narration before."""
    return float(place.led[:1] == [thread])


def leads_last(place: Place, thread: Thread) -> float:
    """It is mentioned last in the paragraph of narration before."""
    return float(place.led[-1:] == [thread])


def leads(place: Place, thread: Thread) -> float:
    """Share of the mentions in the paragraph of narration before."""
    return place.led.count(thread) / max(1, len(place.led))


def is_called(place: Place, thread: Thread) -> float:
    """The turn itself calls it by name, so somebody else speaks."""
    return float(thread.index in place.called)


def is_named(place: Place, thread: Thread) -> float:
    """The turn itself speaks of it by name, so somebody else speaks."""
    return float(thread.index in place.named)


def _first(place: Place, thread: Thread) -> int | None:
    return next((n for n, speaker in enumerate(place.before) if speaker is thread), None)


TALK_FEATURES: Final[Mapping[str, Callable[[Place, Thread], float]]] = {
    feature.__name__: feature
    for feature in (
        spoke_here,
        another_spoke_here,
        spoke_before,
        spoke_second_before,
        spoke_third_before,
        spoke_fourth_before,
        spoke_before_gap,
        spoke_second_before_gap,
        spoke_lately,
        speaks_next,
        speaks_second_next,
        was_called,
        was_named,
        is_called_after,
        acts_first,
        acts_last,
        leads_first,
        leads_last,
        leads,
        is_called,
        is_named,
    )
}
"""What is weighed for pronouns that speak; their weights stand in pronoun_weights.json too."""
