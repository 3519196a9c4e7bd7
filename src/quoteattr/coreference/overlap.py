"""Which of several overlapping mentions stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from quoteattr.grammar import is_subject
from quoteattr.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quoteattr.analysis import Analysis
    from quoteattr.records import Mention

_CELL = 6
"""Mentions are looked up by stretches of 2 ** 6 code points; most are shorter."""


class Held:
    """Mentions that are kept, found by the offsets they cover."""

    def __init__(self) -> None:
        self._cells: dict[int, list[Mention]] = {}
        self._dropped: set[int] = set()

    def add(self, mention: Mention) -> None:
        """Keep *mention*."""
        for cell in range(mention.start >> _CELL, ((mention.end - 1) >> _CELL) + 1):
            self._cells.setdefault(cell, []).append(mention)

    def drop(self, mention: Mention) -> None:
        """Do not keep it after all."""
        self._dropped.add(id(mention))

    def over(self, start: int, end: int) -> list[Mention]:
        """Kept mentions that overlap [start, end), each once."""
        found: dict[int, Mention] = {}
        for cell in range(start >> _CELL, ((end - 1) >> _CELL) + 1):
            for mention in self._cells.get(cell, ()):
                if mention.start < end and start < mention.end and id(mention) not in self._dropped:
                    found[id(mention)] = mention
        return list(found.values())

    def all(self) -> Iterable[Mention]:
        """All that are kept, each once."""
        unique = {id(m): m for cell in self._cells.values() for m in cell}
        return (mention for key, mention in unique.items() if key not in self._dropped)


def settle(
    analysis: Analysis,
    names: Sequence[Mention],
    nominals: Sequence[Mention],
    pronouns: Sequence[Mention],
) -> tuple[Mention, ...]:
    """The mentions that stay, in text order, an outer one before those inside it.

    A longer name swallows a shorter; a description swallows a name that modifies its noun ("the
    Holm spokesman") but not one that owns it or follows "of" ("Holm's spokesman").
    """
    held = Held()
    for name in sorted(names, key=lambda m: (m.start - m.end, m.start)):
        if not held.over(name.start, name.end):
            held.add(name)
    for nominal in sorted(nominals, key=lambda m: (m.start - m.end, m.start)):
        if held.over(analysis.starts[nominal.head], analysis.ends[nominal.head]):
            continue
        others = held.over(nominal.start, nominal.end)
        nominal = _with_whole_name(analysis, nominal, others)
        if all(_fits(analysis, nominal, other) for other in others):
            for other in others:
                if not _is_apart(analysis, nominal, other) and other.end <= nominal.end:
                    held.drop(other)
            held.add(nominal)
    for pronoun in pronouns:
        others = held.over(pronoun.start, pronoun.end)
        if all(_is_inside(pronoun, other) and other.head != pronoun.head for other in others):
            held.add(pronoun)
    return tuple(sorted(held.all(), key=lambda m: (m.start, -m.end)))


def _with_whole_name(analysis: Analysis, nominal: Mention, others: Iterable[Mention]) -> Mention:
    """A description with all of the name it ends in: "a spokesman for the Institute for Peace"."""
    after = analysis.ends[nominal.head]
    ends = [other.end for other in others if after <= other.start < nominal.end < other.end]
    return evolve(nominal, end=max(ends)) if ends else nominal


def _is_inside(inner: Mention, outer: Mention) -> bool:
    return (
        outer.start <= inner.start
        and inner.end <= outer.end
        and ((inner.start, inner.end) != (outer.start, outer.end))
    )


def _fits(analysis: Analysis, nominal: Mention, other: Mention) -> bool:
    """Whether a description can stand with or instead of what is already kept."""
    if _is_inside(other, nominal):
        apart = _is_apart(analysis, nominal, other)
        if other.head == nominal.head:
            return False
        return apart or not _is_full_name(analysis, other) or _modifies(analysis, nominal, other)
    return _is_inside(nominal, other) and _is_apart(analysis, other, nominal)


def _is_full_name(analysis: Analysis, mention: Mention) -> bool:
    """Whether a mention is a person's full name, which seldom modifies: "Ada Holm chairs"."""
    return mention.names_person and " " in analysis.text[mention.start : mention.end]


def _modifies(analysis: Analysis, nominal: Mention, name: Mention) -> bool:
    """Whether a full name modifies a noun for all that: "an Ada Holm aide", "Jo Berg aides say"."""
    opens = nominal.start < name.start
    subject = is_subject(analysis, nominal.head)
    low = analysis.lowers[nominal.head]
    doubtful = not words("doubtful_heads").isdisjoint((low, low.removesuffix("s")))
    return (opens and subject) if doubtful else (opens or subject)


def _is_apart(analysis: Analysis, outer: Mention, inner: Mention) -> bool:
    """Whether *inner* is somebody else than *outer*: the owner, or after the head noun."""
    if inner.start >= analysis.ends[outer.head]:
        return True
    return analysis.text[inner.end : inner.end + 1] in ("'", "’")
