"""Nothing else was said: `QUOTE was all she would say.`, `All she said was that it was late.`"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr.quotation.reports.extent import end_of_clause
from quoteattr.quotation.reports.site import ends_in_quotation
from quoteattr.quotation.words.cues import Frames

if TYPE_CHECKING:
    from quoteattr.quotation.reports.site import Report, Site
    from quoteattr.records import Range

_WHOLE: Final = frozenset({"all", "what"})
_IS: Final = frozenset({"is", "was"})
_HEARER: Final = 6  # tokens: What Lee told the board of inquiry | was


def all_before(site: Site) -> int | None:
    """Position of the *all* or *what* that source and cue tell more of: `| all she would say`.

    The source may be taken to begin with it: `| all Ann Lee said`.
    """
    if site.subject is None:
        return None
    places = (site.subject, site.subject - 1, site.subject - 2)
    position = next((i for i in places if site.word(i) in _WHOLE), None)
    linked = position is None or position > site.subject - 2 or site.word(position + 1) == "that"
    return position if linked else None


def is_judged(site: Site) -> bool:
    """Whether a verb only tells what all that was said is like: `All Ann Lee said | was true`."""
    return all_before(site) == 0 and site.word(site.after) in _IS


def all_said(site: Site) -> Report | None:
    """`QUOTE was all she would say as she left.`, `QUOTE was what she said.`"""
    line, position = site.line, all_before(site)
    if position is None or position < 2 or line.words[position - 1] not in _IS:
        return None
    end = position - 1
    names = site.cue.takes(Frames.PREDICATE)  # “Late” is what they call a boat without a crew
    if names or not ends_in_quotation(line, end) or not site.cue.takes(Frames.QUOTATION):
        return None
    first = end - 1 if line.is_quote(end - 1) else line.start_of_fragment(end)
    source = max(site.left, position + 1)
    return site.report([(first, end)], (source, site.after), "cue-after-content")


def after_cleft(site: Site) -> Range | None:
    """The content after a form of *be*: `What I said was that | it was late`; `was: | QUOTE`.

    Or behind who was told, or *all*: `All I told them was that | it was late`.
    """
    line = site.line
    told = site.cue.takes(Frames.ADDRESSEE) or site.word(site.after) == "to"
    reach = range(site.after, min(site.after + (_HEARER if told else 1), line.end))
    link = next((i for i in reach if line.is_finite(i) or line.words[i] == ","), len(line))
    opens = not _WHOLE.isdisjoint((site.word(site.left - 1), site.word(site.left)))
    if not (opens or all_before(site) == 0) or site.word(link) not in _IS:
        return None
    start = link + 1 + (site.word(link + 1) in ("that", ":", ","))
    if line.is_quote(start):
        return start, start + 1
    return (start, end_of_clause(site, start)) if line.has_finite(start, line.end) else None
