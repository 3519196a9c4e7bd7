"""Which marks belong together: the cheapest reading of each paragraph's marks."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from attrs import frozen

from quoteattr.quotation.marks import DOUBLE, LOST, LOW, NEVER, SINGLE, QuotationMark

Sign = tuple[str, int, int, int, bool]
Stack = tuple[int, ...]

_DEPTH: Final = 4
_SAME_KIND: Final = 4
_UNCLOSED_HEAD: Final = 7
_REOPENED: Final = 1


@frozen
class Pair:
    """Two marks that belong together, by index; *close* is None where the closing mark is missing."""

    open: int
    close: int | None
    parent: int | None


def pair_marks(marks: tuple[QuotationMark, ...], reopened: str = "") -> tuple[Pair, ...]:
    """The pairs among a paragraph's marks, by opening mark, an outer pair before the inner ones.

    *reopened* has the families of the marks the next paragraph begins with: a quotation that stays
    open here may go on there.
    """
    signs = tuple((m.family, m.opens, m.closes, m.ignored, m.leads) for m in marks)
    return _cheapest(signs, reopened)


@lru_cache(maxsize=4096)
def _cheapest(signs: tuple[Sign, ...], reopened: str) -> tuple[Pair, ...]:
    """Viterbi over stacks of open marks: a stack is a string of families, upper case if at the head."""
    best: dict[str, tuple[int, tuple[object, ...] | None]] = {"": (0, None)}
    for sign in signs:
        step: dict[str, tuple[int, tuple[object, ...] | None]] = {}
        for stack, (cost, path) in best.items():
            for nxt, extra, action in _moves(stack, sign):
                total = cost + extra
                known = step.get(nxt)
                if known is None or total < known[0]:
                    step[nxt] = (total, (action, path))
        best = step
    stack, (_, path) = min(best.items(), key=lambda item: item[1][0] + _unclosed(item[0], reopened))
    actions: list[str] = []
    while path is not None:
        action, path = path  # type: ignore[assignment]
        actions.append(action)  # type: ignore[arg-type]
    return _pairs(actions[::-1])


def _moves(stack: str, sign: Sign) -> list[tuple[str, int, str]]:
    family, opens, closes, ignored, leads = sign
    moves = [(stack, ignored + (1 if ignored == LOST and stack else 0), "-")]
    if opens < NEVER and len(stack) < _DEPTH:
        nested = _SAME_KIND if family in stack.upper() else 0
        moves.append((stack + (family if leads else family.lower()), opens + nested, "("))
    if stack and closes < NEVER:
        top = stack[-1].upper()
        if top == family and family != LOW:
            moves.append((stack[:-1], closes, ")"))
        elif top == LOW and family in (DOUBLE, SINGLE):
            moves.append((stack[:-1], min(closes, opens), ")"))
    return moves


def _unclosed(stack: str, reopened: str) -> int:
    cost = 0
    for depth, family in enumerate(stack):
        if reopened[depth : depth + 1] == family.upper():
            cost += _REOPENED
        elif family.isupper():
            cost += _UNCLOSED_HEAD
        else:
            cost += LOST + 3
    return cost


def _pairs(actions: list[str]) -> tuple[Pair, ...]:
    found: list[tuple[int, int | None, int | None]] = []
    open_: list[int] = []
    for index, action in enumerate(actions):
        if action == "(":
            found.append((index, None, open_[-1] if open_ else None))
            open_.append(len(found) - 1)
        elif action == ")":
            start, _, parent = found[open_.pop()]
            found = [(s, index if s == start else c, p) for s, c, p in found]
    return tuple(Pair(*each) for each in found)
