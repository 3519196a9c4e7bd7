"""Sentences begun in the reporter's words that go on in marks: `If it fails, she said, “we go.”`"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr import config
from quoteattr.grammar import BE, FINITE, HAVE, MODALS
from quoteattr.quotation.reports.kinds import Kind
from quoteattr.quotation.reports.preceding import end_of_content, follows_content
from quoteattr.quotation.reports.tails import RELATIVE, SUBORDINATE

if TYPE_CHECKING:
    from quoteattr.quotation.reports.site import Site
    from quoteattr.records import Range

_HELPING: Final = (BE | HAVE | MODALS) - {"be", "have"}
_REASONS: Final = frozenset({"if", "unless", "whether", "because", "since"})
_TIMES: Final = frozenset({"when", "once", "until", "as", "while", "although", "though"})
_MAY_LEAD_NOUNS: Final = frozenset({"as", "since", "until", "once", "because", "whether"})
_BARE: Final = frozenset({"VBN", "VBG", "VBD"})
_JOINTS: Final = frozenset({"and", "but", "or", "not", "so"}) | RELATIVE | SUBORDINATE


def goes_on_in_marks(site: Site) -> bool:
    """Whether what stands before a source and its cue has the rest of its sentence in marks."""
    quote = _marks_ahead(site)
    end = None if quote is None else end_of_content(site, site.left)
    if quote is None or end is None or any(site.line.is_quote(i) for i in range(end)):
        return False
    return (
        _has_verb_in_marks(site, end, quote)
        or (_opening_word(site, quote) is not None and is_supposed(site, end))
        or _is_joined(site, quote)
    )


def _marks_ahead(site: Site) -> int | None:
    """Position of the marks behind the reporting clause and a comma, None without any."""
    if site.subject is None:
        marks = marks_after_source(site)
        return None if marks is None else marks[0]
    start = site.opening.start
    apart = site.opening.kind is Kind.QUOTATION and site.word(start - 1) == ","
    return start if apart else None


def marks_after_source(site: Site) -> Range | None:
    """The marks that close the sentence behind a source: `It is shut, said Ann Lee, | “as it was.”`

    They go on with it where they begin with a small letter.
    """
    line, comma = site.line, site.comma
    if comma is None or not site.cue.sure:
        return None
    reach = range(comma, min(comma + config.APPOSITION_TOKENS, line.end))
    quote = next((i for i in reach if line.is_quote(i)), None)
    first, last = next((f for f in line.fragments if f[0] in reach), (0, 0))
    if quote is not None:
        first, last = quote, quote + 1
    if last < line.end or site.word(first - 1) != "," or _opening_word(site, first) is None:
        return None
    told_of = line.kind(comma + 1) == "relative"  # said Lee, who runs the port, “as it was”
    cut = line.has_finite(site.after, comma if told_of else first)
    return None if cut or site.reading.has_cue(site.after, first) else (first, last)


def _opening_word(site: Site, quote: int) -> int | None:
    """The first word in the marks if it has a small letter, as in the middle of a sentence."""
    analysis, first = site.line.analysis, site.line.token(quote) + 1
    small = first < len(analysis) and analysis.words[first][:1].islower()
    return first if small else None


def _has_verb_in_marks(site: Site, end: int, quote: int) -> bool:
    """Whether a subject stands before, its verb in marks: `Ms. Lee, he said, “was a reader.”`

    So it does where the subject has a verb of its own: `What she did, he said, “was a crime.”`
    """
    line, analysis = site.line, site.line.analysis
    first = line.token(quote) + 1
    if line.words[end - 1] in BE | HAVE | MODALS and not line.has_any_verb(0, end - 1):
        return end > 1  # It had, he said, “not occurred to anybody.”
    if first < len(analysis) and not line.has_any_verb(0, end):
        return analysis.forms[first] in FINITE
    opens = _opening_word(site, quote)
    asks = analysis.words[line.after(quote) - 2] == "?"
    if opens is None or asks or site.reading.has_cue(0, end):
        return False
    return analysis.lowers[opens] in _HELPING or analysis.forms[opens] == "VBZ"


def is_supposed(site: Site, end: int) -> bool:
    """Whether the clause before opens what is said: `If the vote fails, | Lee said, we will go.`

    One of time may be the reporter's where it tells of the past: `When he rose, Lee said, “no.”`;
    not before a verb and its source: `When he was ill, said Lee, she cared for him.`
    """
    line = site.line
    opens = line.words[line.kind(0) == "coordinator"]
    if not _has_clause(site, end):
        return False
    if opens in _REASONS:
        return True
    past = site.subject is not None and any(
        line.analysis.forms[line.token(i)] == "VBD" for i in range(end)
    )
    return opens in _TIMES and not past and not site.reading.has_cue(0, end)


def _has_clause(site: Site, end: int) -> bool:
    """Whether a subject and more follow the subordinator; a verb that is sure where it may be none.

    A tagger may take the verb for a plural: `If the vote fails`; but `as a nurse`, `once in Velm`.
    """
    line = site.line
    second = 1 + (line.kind(0) == "coordinator")
    if end - second < 2 or line.words[second - 1] in _MAY_LEAD_NOUNS:
        return line.has_finite(0, end)
    bare = line.kind(second) == "preposition" or line.analysis.forms[line.token(second)] in _BARE
    return line.has_finite(0, end) or not bare


def _is_joined(site: Site, quote: int) -> bool:
    """Whether a clause goes on with a further one in marks: `It is shut, he said, “but I stay.”`"""
    opens = _opening_word(site, quote)
    joined = opens is not None and site.line.analysis.lowers[opens] in _JOINTS
    free = site.line.words[0] not in SUBORDINATE
    return joined and free and follows_content(site, site.left)
