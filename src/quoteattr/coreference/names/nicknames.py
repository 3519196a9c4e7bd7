"""Names with what their bearer is called inside: `Raymond “Ray” Holm`, `Ada (Didi) Lind`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import regex

from quoteattr.coreference import vocabulary
from quoteattr.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quoteattr.coreference.names.runs import NameRun

_OPEN = regex.compile(r" (?:[“\"‘'](?:[Tt]he )?|\()")
_CLOSED = regex.compile(r"[”\"’')] ")
_WHOLE = regex.compile(r" [“\"‘'][\p{L}\- ]{2,20}[”\"’'] ")
_INNER: Final = 2
"""Words that somebody is called by at most."""


def join_around(text: str, names: Sequence[NameRun]) -> list[NameRun]:
    """The names, a person's first and family name joined around what stands between in marks."""
    joined: list[NameRun] = []
    for name in names:
        if len(joined) > 1 and _is_inside(text, joined[-2], joined[-1], name):
            joined[-2].words.extend([*joined.pop().words, *name.words])
        elif joined and _is_around(text, joined[-1], name):
            joined[-1].words.extend(name.words)
        else:
            joined.append(name)
    return joined


def _is_inside(text: str, left: NameRun, inner: NameRun, right: NameRun) -> bool:
    """Whether *inner* is set off between the two parts of a name."""
    opened = _between(text, _OPEN, left, inner)
    set_off = opened and _between(text, _CLOSED, inner, right)
    return set_off and len(inner.words) <= _INNER and _may_be_parts(left, right)


def _is_around(text: str, left: NameRun, right: NameRun) -> bool:
    """Whether words without capitals stand between: `Fred “the iron fist” Holm`."""
    return _may_be_parts(left, right) and _between(text, _WHOLE, left, right)


def _between(text: str, pattern: regex.Pattern[str], left: NameRun, right: NameRun) -> bool:
    return pattern.fullmatch(text, left.end, right.start) is not None


def _may_be_parts(left: NameRun, right: NameRun) -> bool:
    """Whether a given name stands before and a bare surname after."""
    given = left.size > 0 and left.words[-1].key in vocabulary.given_names()
    added = words("name_suffixes") | words("name_particles")  # Holm III, dela Cruz
    family = sum(word.key not in added for word in right.words)
    return given and right.first == 0 and family == 1
