"""Where a quotation goes on after its cue: `QUOTE, she said, QUOTE`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quoteattr.quotation.cues import Frames
from quoteattr.quotation.opening import Kind
from quoteattr.quotation.site import SEPARATORS

if TYPE_CHECKING:
    from quoteattr.quotation.site import Site
    from quoteattr.records import Range


def quotation_after(site: Site) -> Range | None:
    """The quotation that goes on after the cue: `QUOTE he said, QUOTE`."""
    line = site.line
    first = next((i for i in range(site.after, len(line)) if line.is_quote(i)), None)
    if first is None or any(_claims(other, site.after, first) for other in site.reading.sites):
        return None
    joined = line.words[first - 1] in SEPARATORS | {"that", "and"}
    if joined or site.opening.start == first:
        return (first, first + 1)
    return None


def _claims(other: Site, first: int, last: int) -> bool:
    """Whether *other*, a cue in [first, last), has the quotation there: `he said and added, QUOTE`.

    `QUOTE, he said, laughing, QUOTE`: a participle that only goes along claims nothing.
    """
    if not (first <= other.at < last and other.cue.sure):
        return False
    if not other.is_participle:
        return True
    return other.opening.kind is Kind.QUOTATION and other.cue.takes(Frames.CLAUSE)
