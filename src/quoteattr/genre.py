"""Whether a text is told in dialogue, as fiction is, or reports who said what, as news does."""

from __future__ import annotations

from quoteattr import config


def is_told_in_dialogue(turns: int, questions: int) -> bool:
    """Whether so many of *turns* end in a question as where people talk with one another."""
    return turns >= config.DIALOGUE_TURNS and questions >= config.DIALOGUE_QUESTIONS * turns
