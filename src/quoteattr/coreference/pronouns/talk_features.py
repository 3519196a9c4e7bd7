"""What the order of turns says about a pronoun that speaks: “Never,” she said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from quoteattr.coreference.pronouns.speaking import Place
    from quoteattr.coreference.threads import Thread


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
