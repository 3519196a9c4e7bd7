"""Reports whose cue follows a quotation, whatever the source between the two looks like."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr import config
from quoteattr.quotation.reports.before import OWN, backward
from quoteattr.quotation.reports.beside_nouns import is_of_cry
from quoteattr.quotation.reports.kinds import Kind
from quoteattr.quotation.reports.line import ends_in_comma_and_mark
from quoteattr.quotation.reports.others_content import has_own_object
from quoteattr.quotation.reports.preceding import after_lead
from quoteattr.quotation.words.cues import Frames

if TYPE_CHECKING:
    from quoteattr.quotation.reports.site import Report, Site

HABITS: Final = frozenset(
    {"liked", "likes", "loved", "loves", "began", "continued", "started", "hastened"}
)


def next_to_quotation(site: Site) -> Report | None:
    """A quotation before the cue and no other verb between, whatever the source looks like.

    `QUOTE, Ann Lee -- the chair, and a baker -- said.`
    """
    line = site.line
    if site.is_participle or (site.subject is not None and site.opening.kind is not Kind.END):
        return None
    if not site.cue.sure or not site.cue.takes(Frames.QUOTATION) or has_own_object(site):
        return None
    start, floor = site.at, max(0, site.at - config.APPOSITION_TOKENS)
    while start > floor and not (line.is_quote(start - 1) or ends_in_comma_and_mark(line, start)):
        start -= 1
    own = site.opening.kind in OWN
    if not line.is_quote(start - 1) and after_lead(site, start) is None:
        return None  # while it was “a farce,” the crowd laughed
    if start == floor or (own and not line.is_quote(start - 1)) or _is_relative(site, start):
        return None
    if is_of_cry(site, start):
        return None
    if line.kind(start) == "coordinator":
        return None  # shouted QUOTE and said the board was; QUOTE, and people cheer
    apart = line.words[start] == "while" or line.kind(start) == "preposition"
    if apart and site.word(site.at - 1) == "to":
        return None  # said it was “late,” while trying to explain; shouts of QUOTE from the hall
    if site.reading.has_cue(start, site.at):
        return None
    if line.has_finite(start, min(start + 2, site.at)) and not _is_habit(site, start):
        return None
    return backward(site, start)


def _is_habit(site: Site, start: int) -> bool:
    """Whether a pronoun and a verb like *liked to* open the clause: `QUOTE, she liked to say`."""
    line = site.line
    opens = line.kind(start) == "pronoun" and line.words[start + 1] in HABITS
    return opens and site.at == start + 3 and line.words[start + 2] == "to"


def _is_relative(site: Site, start: int) -> bool:
    """Whether a noun sums up the quotation, and the clause tells of it: `QUOTE, a line he used`."""
    line, subject = site.line, site.subject
    if subject is None or subject <= start or line.kind(subject) != "pronoun":
        return False
    return line.kind(start) == "determiner" and line.kind(subject - 1) == ""
