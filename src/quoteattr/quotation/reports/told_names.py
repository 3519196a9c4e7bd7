"""Where the name of who is told something goes on: `told Hills | FM that it was late`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr import config

if TYPE_CHECKING:
    from quoteattr.quotation.reports.line import Line

_PROGRAMMES: Final = frozenset({"programme", "program", "show", "podcast"})
_PLACING: Final = frozenset({"in", "at", "near", "from"})


def names_programme(line: Line, position: int) -> bool:
    """Whether a programme, or a time in its name, is told: `told World | Tonight | programme`."""
    if not line.is_capitalised(position - 1):
        return False
    if line.words[position] in _PROGRAMMES:
        return True
    timed = line.kind(position) == "time" and line.is_capitalised(position)
    return timed and not _PROGRAMMES.isdisjoint(line.words[position + 1 : position + 2])


def goes_on_in_name(line: Line, position: int) -> bool:
    """Whether a capital goes on in a name, as its clause begins only later: `told Hills | FM that`.

    Not in `told Reuters | Lee was late`.
    """
    if not (line.is_capitalised(position) and line.is_capitalised(position - 1)):
        return False
    if line.kind(position) or line.is_quote(position - 1) or line.kind(position - 1):
        return False
    reach = min(position + config.CLAIM_TOKENS, line.end)
    after = next((i for i in range(position, reach) if not line.is_capitalised(i)), reach)
    if line.kind(after) in ("determiner", "pronoun") or line.words[after : after + 1] == ["that"]:
        return True
    for at in range(after, reach):
        if line.words[at] == "that":
            return True
        if line.words[at] in (",", ":", ";", "of") or line.is_finite(at):
            return False
    return False


def goes_on_in_place(line: Line, position: int) -> bool:
    """Whether a name that only looks like a plural goes on there: `in Buenos | Aires`."""
    before = line.token(position - 1)
    named = line.is_capitalised(position - 1) and line.analysis.forms[before] == "NNP"
    return named and line.is_capitalised(position) and line.words[position - 2] in _PLACING
