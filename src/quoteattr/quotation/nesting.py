"""Which quotation lies in which."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quoteattr.records import Quotation


def with_parents(quotations: Iterable[tuple[Quotation, bool]]) -> tuple[Quotation, ...]:
    """Say of each quotation which one it lies in; drop those that overlap without lying inside.

    The second of a pair says whether it was read inside marks: then it must lie in another, or else
    the marks set off no speech (`his “they say so” face`).
    """
    kept: list[Quotation] = []
    open_: list[int] = []
    for quotation, inside in quotations:
        while open_ and kept[open_[-1]].end <= quotation.start:
            open_.pop()
        parent = next((i for i in reversed(open_) if _lies_in(quotation, kept[i])), None)
        if parent is None and (inside or any(_overlap(quotation, kept[i]) for i in open_)):
            continue
        nested = quotation.parent != parent
        kept.append(evolve(quotation, parent=parent) if nested else quotation)
        open_.append(len(kept) - 1)
    return tuple(kept)


def _lies_in(inner: Quotation, outer: Quotation) -> bool:
    return inner.content != outer.content and all(
        any(a <= s and e <= b for a, b in outer.content) for s, e in inner.content
    )


def _overlap(one: Quotation, other: Quotation) -> bool:
    return any(s < b and a < e for s, e in one.content for a, b in other.content)
