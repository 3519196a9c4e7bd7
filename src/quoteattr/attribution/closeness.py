"""Who words before a name are about: `An aide close to Ann Lee said no.`"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from quoteattr.attribution.scene import Scene

_WORDS: Final = 3  # a noun and what links it


def close_to(scene: Scene, start: int) -> int | None:
    """Token of the noun before `close to`, which stands before code point *start*; else None."""
    analysis = scene.analysis
    first = analysis.token_at(start)
    near = first >= _WORDS and analysis.lowers[first - 2 : first] == ["close", "to"]
    return first - _WORDS if near else None


def seen_by(scene: Scene, start: int) -> int | None:
    """Token of the noun before a participle and `by`, which no subject follows; else None.

    `A report seen by Ann Lee says no.`
    """
    analysis = scene.analysis
    first = analysis.token_at(start)
    if first < _WORDS or analysis.lowers[first - 1] != "by":
        return None
    noun = first - _WORDS
    seen = analysis.forms[first - 2] == "VBN" and analysis.tags[noun] == "NOUN"
    return noun if seen else None
