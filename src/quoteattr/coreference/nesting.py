"""Which quoted span an offset lies in."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quoteattr.records import QuotedSpan


class Nesting:
    """Looks up the innermost quoted span around an offset."""

    def __init__(self, quoted: Sequence[QuotedSpan]) -> None:
        self._parts = sorted(
            (start, -end, index) for index, span in enumerate(quoted) for start, end in span.parts
        )
        self._starts = [start for start, _, _ in self._parts]
        self._around: list[int | None] = []
        stack: list[int] = []
        for i, (start, _, _) in enumerate(self._parts):
            while stack and -self._parts[stack[-1]][1] <= start:
                stack.pop()
            self._around.append(stack[-1] if stack else None)
            stack.append(i)

    def at(self, offset: int) -> int | None:
        """Index of the innermost quoted span around *offset*, None outside all."""
        last = bisect_right(self._starts, offset) - 1
        i: int | None = last if last >= 0 else None
        while i is not None and -self._parts[i][1] <= offset:
            i = self._around[i]
        return None if i is None else self._parts[i][2]
