"""Clauses with *as* beside what was said: `As Ann Lee said, ...`; `As reported by Ann Lee, ...`"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr.datatypes import Mode
from quoteattr.quotation.reports.after import is_saying
from quoteattr.quotation.reports.kinds import Kind
from quoteattr.quotation.reports.next_to import HABITS
from quoteattr.quotation.reports.noun_phrases import noun_phrase_before
from quoteattr.quotation.reports.site import SEPARATORS
from quoteattr.quotation.words.cues import Frames
from quoteattr.quotation.words.inflection import Form

if TYPE_CHECKING:
    from quoteattr.quotation.reports.site import Report, Site

_LEADING: Final = frozenset({"although", "though", "because", "that", "while", "whereas", "but"})
"""What joins a clause that is told so alone: `She left, although, | as Lee said, it was early`."""


def as_clause(site: Site) -> Report | None:
    """`As Ann Lee put it, QUOTE`; `The road, as police have said, is closed` is one too."""
    line = site.line
    left = _before_habit(site) if site.subject is None else site.left
    if left is None or site.word(left - 1) != "as" or not site.cue.sure:
        return None
    if not site.cue.takes(Frames.CLAUSE, Frames.QUOTATION) or site.cue.mode is Mode.THOUGHT:
        return None
    if is_saying(site):
        return None
    before = left - 1
    if line.kind(before - 1) == "coordinator" and (before == 1 or site.word(before - 2) == ","):
        before = 0  # but as Ann Lee noted, it is dead
    close = site.comma
    ends = site.opening.kind in (Kind.COMMA, Kind.END) or close == site.opening.start - 1
    if not ends and not _tells_when(site):
        return None
    if before == 0:
        if close is None:
            return None
        return site.report([(close + 1, len(line))], (left, close), "as-clause")
    habit = site.word(site.at - 1) == "to"
    in_marks = habit and line.is_quote(before - 1)  # “No,” | as she used to say
    if line.words[before - 1] not in SEPARATORS and not in_marks:
        return None
    if site.cue.last == site.cue.token + 1 and not site.cue.takes(Frames.CLAUSE):
        return None  # QUOTE, Ann Lee said, as the hall cheered
    led = line.words[before - 1] == ":"  # Book: as she put it, QUOTE
    led |= before > 1 and line.words[before - 2] in _LEADING
    if close is not None and (led or _has_own_quotation(site, before, close)):
        return site.report([(close + 1, len(line))], (left, close), "as-clause")
    parts = [(_after_cue(site, before), before)]
    if close is not None:
        parts.append((close + 1, len(line)))
    return site.report(parts, (left, len(line) if close is None else close), "as-clause")


def _tells_when(site: Site) -> bool:
    """Whether a clause tells when before a quotation: `As my aunt said when it rained, QUOTE`."""
    line, close = site.line, site.comma
    if close is None or site.word(site.after) not in ("when", "whenever"):
        return False
    return line.is_quote(close + 1) or any(first == close + 1 for first, _ in line.fragments)


def _after_cue(site: Site, end: int) -> int:
    """Where the clause begins that another reports too: `She said | it was old, as he had said`."""
    for other in site.reading.sites:
        reports = other.opening.kind in (Kind.THAT, Kind.CLAUSE) and other.opening.start < end
        if other.at < end and other.cue.sure and other.subject is not None and reports:
            return other.opening.start
    return 0


def _before_habit(site: Site) -> int | None:
    """Where the subject of a verb of habit begins: `As | my editor liked to say, it is dead`."""
    at = site.at
    if site.word(at - 1) != "to" or site.word(at - 2) not in HABITS:
        return None
    return noun_phrase_before(site.line, at - 3)


def _has_own_quotation(site: Site, before: int, close: int) -> bool:
    """Whether marks follow and another reports: `She said it fell as, as she put it, QUOTE`."""
    line = site.line
    marked = line.is_quote(close + 1) or any(first == close + 1 for first, _ in line.fragments)
    return marked and site.reading.has_cue(0, before)


def as_reported(site: Site) -> Report | None:
    """`As reported by the Daily Post, it is dead`; `It is dead, as confirmed by Ann Lee`, too."""
    line, before = site.line, site.at - 1
    if site.word(before) != "as" or site.word(site.after) != "by" or site.cue.form is not Form.PAST:
        return None
    if not site.cue.takes(Frames.CLAUSE, Frames.QUOTATION) or site.cue.mode is Mode.THOUGHT:
        return None
    close = line.end if site.comma is None else site.comma
    if before == 0:
        return site.report([(close + 1, len(line))], (before, close), "as-clause")
    if line.words[before - 1] not in SEPARATORS or not line.has_finite(0, before):
        return None
    return site.report([(0, before - 1), (close + 1, len(line))], (before, close), "as-clause")
