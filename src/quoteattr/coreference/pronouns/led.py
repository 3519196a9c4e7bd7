"""Whom the words before a pronoun lead to for sure, before anybody is weighed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr.coreference.pronouns.accused import denies
from quoteattr.coreference.pronouns.agents import agent, revealed, sender, successor, told_and_asks
from quoteattr.coreference.pronouns.ahead import named_ahead
from quoteattr.coreference.pronouns.deeds import acting, acts_on_another, takes_over
from quoteattr.coreference.pronouns.going_on import (
    adding,
    answering,
    shown_before,
    speaking_for,
    speaking_on,
    told_by_told,
    told_on,
    turned_to,
)
from quoteattr.coreference.pronouns.opening_turns import opens_turn, singled_out

if TYPE_CHECKING:
    from collections.abc import Callable

    from quoteattr.coreference.pronouns.scene import Scene
    from quoteattr.coreference.threads import Thread

_LEADS: Final[tuple[Callable[[Scene, int], Thread | None], ...]] = (
    named_ahead,  # Asked whether she would stay, Ada Holm laughed
    told_on,  # Ada rose. And then she said
    denies,  # Holm accused Berg. “I took nothing,” he said
    agent,  # Holm was praised by Berg. “He ran well,” he said
    successor,  # Holm was replaced by Berg. He said
    sender,  # Holm got a call from Berg. “I am late,” he said
    told_and_asks,  # Holm told Berg that it was late. “How late?” he asked
    revealed,  # Holm heard a step. It was Berg. “Stay,” he said
    takes_over,  # Holm was asleep when Berg came in. “It is late,” he said
    acting,  # Holm's mother wept. “Never,” she said
    singled_out,  # It was Ek who answered. “No,” he said
    opens_turn,  # Holm began to laugh. It was late. “No,” he said
    acts_on_another,  # The inspector looked at Holm. “Well?” he said
    turned_to,  # As for Ada Holm, she said no
    adding,  # An aide of Ek wept. He added
    speaking_for,  # An aide to the bank's head, Ek, wept. He said
    speaking_on,  # One fan said it was late. “I wept,” he added
    told_by_told,  # Holm said the clerk had told them he saw it
    answering,  # When I told this to Holm, he nodded
    shown_before,  # He sent a message. It read
)
"""The first that has an answer decides."""


def led_to(scene: Scene, pronoun: int) -> Thread | None:
    """Whom the words before mention *pronoun* lead to; None where it has to be weighed."""
    return next((found for lead in _LEADS if (found := lead(scene, pronoun)) is not None), None)
