"""Those close to somebody who is named: `An aide close to Ann Lee said no.`"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quoteattr.attribution.scene import Scene


def close_to(scene: Scene, start: int) -> int | None:
    """Token of the noun before `close to`, which stands before code point *start*; else None."""
    analysis = scene.analysis
    first = analysis.token_at(start)
    near = first > 2 and analysis.lowers[first - 2 : first] == ["close", "to"]
    return first - 3 if near else None
