"""When the object of a cue is what was said: `stressed the need`, `called the vote a farce`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr import config
from quoteattr.quotation.cues import Frames

if TYPE_CHECKING:
    from quoteattr.quotation.cues import CueWord
    from quoteattr.quotation.line import Line


_NOBODY: Final = frozenset({"none", "nobody", "nothing", "neither"})


def has_object(line: Line, cue: CueWord, position: int) -> bool:
    """Whether the object is content: `stressed the need`, `called the vote a farce`."""
    if line.words[position] in _NOBODY:
        return False
    if cue.takes(Frames.OBJECT) and line.kind(position) not in ("pronoun", "object"):
        return _is_substantial(line, position) or _has_fragment(line, position)
    following = line.words[position + 1 : min(position + config.OBJECT_TOKENS, line.end)]
    if cue.takes(Frames.OBJECT_AS) and "as" in following:
        return True
    if cue.takes(Frames.OBJECT_FOR) and ("for" in following or "of" in following):
        return True
    return cue.takes(Frames.PREDICATE) and (
        line.has_predicate(cue.token) or _has_fragment(line, position)
    )


def _is_substantial(line: Line, position: int) -> bool:
    """Whether a phrase has words enough to be what was said: `denied it`, `declared war` do not."""
    if line.words[position].endswith("ing"):
        return True
    end = position
    while end < line.end and line.words[end] != "," and line.kind(end) != "coordinator":
        end += 1
    return end - position >= config.LEAST_OBJECT


def _has_fragment(line: Line, position: int) -> bool:
    return any(position <= first for first, _ in line.fragments)
