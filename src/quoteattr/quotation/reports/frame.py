"""A sentence of whoever tells, with each quotation in it standing for one word."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from attrs import frozen

from quoteattr.kept import Keeper, kept

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quoteattr.records import Range


class Item(NamedTuple):
    """A token of the reporter's, or a whole quotation: one for each token, so a tuple.

    Attributes:
        first: First token.
        last: Token after the last.
        quote: Index of the quoted span, or -1 for a token.
    """

    first: int
    last: int
    quote: int


@frozen
class Frame(Keeper):
    """One sentence of whoever tells, in order of the text.

    Attributes:
        first: First token.
        last: Token after the last.
        units: The quotations in it, in order.
        paragraph: Index of the paragraph.
        level: Index of the quoted span whose inside this is, or -1 for the reporter's own text.
        fragments: Token ranges of the quoted fragments among its tokens, marks included.
        silent: Token ranges of all that is quoted among its tokens, titles and the like as well;
            a cue in there reports nothing that stands outside.
        unsaid: First tokens of those that nobody utters: `as if to say, “You see?”`.
    """

    first: int
    last: int
    units: tuple[Item, ...]
    paragraph: int
    level: int
    fragments: tuple[Range, ...] = ()
    silent: tuple[Range, ...] = ()
    unsaid: tuple[int, ...] = ()

    @kept
    def items(self) -> tuple[Item, ...]:
        """Tokens and quotations."""
        return self.items_from(self.first)

    def items_from(self, token: int) -> tuple[Item, ...]:
        """Tokens and quotations from what holds *token* on."""
        found: list[Item] = []
        at = token
        for unit in self.units:
            if unit.last > token:
                found += (Item(word, word + 1, -1) for word in range(at, unit.first))
                found.append(unit)
                at = unit.last
        found += (Item(word, word + 1, -1) for word in range(at, self.last))
        return tuple(found)

    @property
    def quotes(self) -> list[int]:
        """Indices of the quoted spans in it, in order."""
        return [unit.quote for unit in self.units]

    @property
    def opens_with_quotation(self) -> bool:
        """Whether a quotation stands at its begin."""
        return bool(self.units) and self.units[0].first == self.first

    def outside(self, tokens: Iterable[int]) -> list[int]:
        """Those of its *tokens* that stand in no marks."""
        ranges = [*self.silent, *((unit.first, unit.last) for unit in self.units)]
        if not ranges:
            return list(tokens)
        hidden = {token for first, last in ranges for token in range(first, last)}
        return [token for token in tokens if token not in hidden]
