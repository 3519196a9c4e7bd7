"""How far a reported clause reaches."""

from __future__ import annotations

from typing import Final

from quoteattr import config
from quoteattr.analysis import Layer
from quoteattr.grammar import ancestors
from quoteattr.lexicon import words
from quoteattr.quotation.cues import Form, Frames
from quoteattr.quotation.site import SEPARATORS, Site

_OCCASION: Final = frozenset({"in", "during", "on", "at"})


def end_of_clause(site: Site, start: int) -> int:
    """Position after the content that begins at *start*: the end, or where a new report begins."""
    end = len(site.line)
    for other in site.reading.sites:
        if other.at > start and _takes_over(site, other, start):
            end = _before_coordinator(other)
            break
    return _without_occasion(site, start, end)


def end_of_quotations(site: Site, first: int) -> int:
    """Position after the quotations in a row that begin at *first*."""
    last = first + 1
    while site.line.is_quote(last):
        last += 1
    return last


def _takes_over(site: Site, other: Site, start: int) -> bool:
    """Whether *other* reports beside the cue: `said he would and confirmed that`; `, adding`."""
    line, cue = site.line, other.cue
    if cue.form is Form.FIXED:
        return line.words[other.at - 1] == ","
    if other.is_participle:
        return line.words[other.at - 1] == "," and cue.takes(Frames.CLAUSE, Frames.QUOTATION)
    if line.kind(other.group - 1) != "coordinator" or cue.form is not site.cue.form:
        return False
    if not line.analysis.has(Layer.TREE):
        return cue.takes(Frames.CLAUSE) and cue.sure
    floor = line.token(start)
    above = ancestors(line.analysis, cue.token)
    return next((t for t in above if t >= floor or t == site.cue.token), None) == site.cue.token


def _before_coordinator(other: Site) -> int:
    end = other.group
    while end > 0 and (
        other.line.words[end - 1] in SEPARATORS or other.line.kind(end - 1) == "coordinator"
    ):
        end -= 1
    return end


def _without_occasion(site: Site, start: int, end: int) -> int:
    """Leave out a last phrase that names the occasion: `was “historic” in a statement`."""
    line = site.line
    last = min(end, line.end)
    floor = max(start + 2, last - config.OCCASION_TOKENS)
    for position in range(last - 2, floor - 1, -1):
        if line.words[position] in _OCCASION and (
            line.words[last - 1] in words("speech_events") or site.word(position + 2) == "statement"
        ):
            return position
        if line.kind(position) in ("preposition", "relative", "pronoun"):
            break
    return end
