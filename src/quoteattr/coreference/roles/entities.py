"""The entities of a text as records, in order of first mention."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quoteattr.coreference.roles.reading import best_role
from quoteattr.records import Chains, Entity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from quoteattr.analysis import Analysis
    from quoteattr.coreference.threads import Thread
    from quoteattr.records import Mention


def to_chains(
    analysis: Analysis,
    mentions: Sequence[Mention],
    threads: Iterable[Thread],
    thread_of: Mapping[int, Thread],
    notes: Mapping[int, str],
    meant: Mapping[int, Sequence[tuple[Thread, float]]],
    sides: tuple[Thread | None, Thread | None] = (None, None),
) -> Chains:
    """The result as records; an entity that is mentioned nowhere is left out.

    *sides* are the guest and the host of an interview without labels.
    """
    used = sorted((t for t in threads if t.mentions), key=lambda t: t.mentions[0])
    number = {thread.index: k for k, thread in enumerate(used)}
    found = [thread_of.get(i) for i in range(len(mentions))]
    guest, host = (None if side is None else number.get(side.index) for side in sides)
    return Chains(
        mentions=tuple(mentions),
        entities=tuple(
            Entity(
                name=thread.name or written(analysis, mentions[thread.mentions[0]]),
                kind=thread.kind,
                role=best_role(thread),
                gender=thread.gender,
                mentions=tuple(thread.mentions),
            )
            for thread in used
        ),
        entity_of=tuple(None if thread is None else number[thread.index] for thread in found),
        notes=notes,
        meant={
            i: [(number[thread.index], share) for thread, share in ranked if thread.index in number]
            for i, ranked in meant.items()
        },
        guest=guest,
        host=host,
    )


def written(analysis: Analysis, mention: Mention) -> str:
    """A mention as written, on one line."""
    return " ".join(analysis.text[mention.start : mention.end].split())
