"""Which marks belong together: the cheapest reading of each paragraph's marks."""

from __future__ import annotations

from functools import lru_cache
from heapq import nsmallest
from typing import TYPE_CHECKING, Final

from attrs import frozen

from quoteattr.quotation.marks.characters import DOUBLE, LOW, SINGLE, QuotationMark
from quoteattr.quotation.marks.costs import (
    DEEPEST,
    DOUBTFUL,
    FEW,
    HOPELESS,
    LOST,
    NEVER,
    OPEN_FROM_HEAD,
    OPEN_FROM_MIDDLE,
    READINGS,
    REOPENED,
    REOPENED_FROM_MIDDLE,
    SAME_KIND,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# Of a mark: family; costs to open, to close, to be ignored, to close a low mark; whether it leads.
Sign = tuple[str, int, int, int, int, bool]
# Roles chosen so far, the latest first, as linked pairs: shared between rival readings.
Path = tuple[str, "Path | None"]

_OPEN: Final = "("
_CLOSE: Final = ")"
_NONE: Final = "-"
_REMEMBERED: Final = 32  # marks; longer paragraphs hardly ever repeat one another's marks


@frozen
class Pair:
    """Two marks that belong together, by index; *close* is None where there is none."""

    open: int
    close: int | None


def pair_marks(marks: Sequence[QuotationMark], reopened: str = "") -> tuple[Pair, ...]:
    """The pairs among a paragraph's marks, by opening mark, an outer pair before the inner ones.

    *reopened* has the families of the marks the next paragraph begins with: a quotation that stays
    open here may go on there.
    """
    if not marks:
        return ()
    signs = _signs(marks)
    if len(signs) > _REMEMBERED:
        return _pairs(_cheapest_roles(signs, reopened)[0])
    return _remembered(signs, reopened)


def cost_of(marks: Sequence[QuotationMark]) -> int:
    """What the cheapest reading of the marks costs: 0 where all fit."""
    return _cheapest_roles(_signs(marks), "")[1]


def _signs(marks: Sequence[QuotationMark]) -> tuple[Sign, ...]:
    return tuple((m.family, m.opens, m.closes, m.ignored, m.closes_low, m.leads) for m in marks)


@lru_cache(maxsize=2048)
def _remembered(signs: tuple[Sign, ...], reopened: str) -> tuple[Pair, ...]:
    return _pairs(_cheapest_roles(signs, reopened)[0])


def _cheapest_roles(signs: tuple[Sign, ...], reopened: str) -> tuple[list[str], int]:
    """One role a mark, and the cost: Viterbi search over the stacks of families that are open.

    In a stack a family that opened at the head of its paragraph is in upper case, others in lower.
    """
    best: dict[str, tuple[int, Path | None]] = {"": (0, None)}
    for sign in signs:
        following: dict[str, tuple[int, Path | None]] = {}
        for stack, (cost, path) in best.items():
            for reached, extra, role in _moves(stack, sign):
                known = following.get(reached)
                if known is None or cost + extra < known[0]:
                    following[reached] = (cost + extra, (role, path))
        best = _promising(following)
    costs = {stack: best[stack][0] + _cost_of_open(stack, reopened) for stack in best}
    final = min(costs, key=lambda stack: costs[stack])
    return list(_walk_back(best[final][1]))[::-1], costs[final]


def _promising(rivals: dict[str, tuple[int, Path | None]]) -> dict[str, tuple[int, Path | None]]:
    """Without the readings that are too dear to win, so that rows of marks stay cheap to read."""
    if len(rivals) < FEW:
        return rivals
    if len(rivals) > READINGS:
        rivals = dict(nsmallest(READINGS, rivals.items(), key=_cost))
    limit = min(cost for cost, _ in rivals.values()) + HOPELESS
    return {stack: rival for stack, rival in rivals.items() if rival[0] <= limit}


def _cost(rival: tuple[str, tuple[int, Path | None]]) -> int:
    return rival[1][0]


@lru_cache(maxsize=4096)
def _moves(stack: str, sign: Sign) -> tuple[tuple[str, int, str], ...]:
    """The stacks that can follow, each with what it costs and the role of the mark."""
    family, opens, closes, ignored, closes_low, leads = sign
    # Of two strays the first is given up: "He said "no" twice.
    moves = [(stack, ignored + (DOUBTFUL if ignored == LOST and stack else 0), _NONE)]
    if opens < NEVER and len(stack) < DEEPEST:
        nested = SAME_KIND if family in stack.upper() else 0
        moves.append((stack + (family if leads else family.lower()), opens + nested, _OPEN))
    if stack and closes < NEVER:
        innermost = stack[-1].upper()
        if innermost == LOW and family in (DOUBLE, SINGLE):
            moves.append((stack[:-1], closes_low, _CLOSE))
        elif innermost == family:
            moves.append((stack[:-1], closes, _CLOSE))
    return tuple(moves)


def _cost_of_open(stack: str, reopened: str) -> int:
    cost = 0
    going_on = True
    for depth, family in enumerate(stack):
        going_on = going_on and reopened[depth : depth + 1] == family.upper()
        if going_on:
            cost += REOPENED if family.isupper() or depth else REOPENED_FROM_MIDDLE
        else:
            cost += OPEN_FROM_HEAD if family.isupper() else OPEN_FROM_MIDDLE
    return cost


def _walk_back(path: Path | None) -> Iterator[str]:
    while path is not None:
        role, path = path
        yield role


def _pairs(roles: list[str]) -> tuple[Pair, ...]:
    closing: dict[int, int] = {}
    waiting: list[int] = []
    for index, role in enumerate(roles):
        if role == _OPEN:
            waiting.append(index)
        elif role == _CLOSE:
            closing[waiting.pop()] = index
    return tuple(
        Pair(index, closing.get(index)) for index, role in enumerate(roles) if role == _OPEN
    )
