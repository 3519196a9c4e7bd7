"""Reports in the passive that tell of what somebody is accused: `was accused of theft by Lee`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr.grammar import is_passive
from quoteattr.quotation.words.cues import Frames
from quoteattr.quotation.words.inflection import Form

if TYPE_CHECKING:
    from quoteattr.quotation.reports.site import Report, Site

_LINKS: Final = frozenset({"of", "for"})
_STOPS: Final = frozenset({",", ";", ":"})


def accused(site: Site) -> Report | None:
    """`The board was accused of dithering by Ann Lee`: what stands between *of* and *by*.

    So without a form of *be*: `Accused of theft by his heirs, Ann Lee laughed`.
    """
    if not is_accused(site):
        return None
    line, start = site.line, site.after + 1
    for position in range(start, line.end):
        if line.words[position] == "by":
            return site.report([(start, position)], (site.at, len(line)), "cue-before-object")
        if line.words[position] in _STOPS:
            break
    return None


def is_accused(site: Site) -> bool:
    """Whether who stands before is accused: `a man accused of theft`, not `accused Lee of`."""
    if site.cue.form is not Form.PAST or not site.cue.takes(Frames.OBJECT_FOR):
        return False
    if site.word(site.after) not in _LINKS or site.cue.takes(Frames.OBJECT):
        return False
    line = site.line
    return site.group == site.at or is_passive(line.analysis, site.cue.token, line.frame.first)
