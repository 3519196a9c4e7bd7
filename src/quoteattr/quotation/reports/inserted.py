"""Reports whose source stands between cue and content: `The cause, said Lee, was rot.`

At the head of a sentence: `Said Ann Lee, a baker, QUOTE`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr import config
from quoteattr.analysis import Layer
from quoteattr.grammar import BE, DO, HAVE, INFLECTED, MODALS
from quoteattr.quotation.reports.into_marks import is_supposed
from quoteattr.quotation.reports.subject_in_content import verb_after_comma
from quoteattr.quotation.words.cues import Frames
from quoteattr.quotation.words.inflection import Form

if TYPE_CHECKING:
    from quoteattr.quotation.reports.line import Line
    from quoteattr.quotation.reports.site import Report, Site

_WHOEVER: Final = frozenset({"whoever", "whatever", "what"})
_AUXILIARIES: Final = BE | DO | HAVE | MODALS
_LEADS: Final = frozenset({":", ","})
_BEGINS: Final = frozenset({"", "determiner"})


def inserted(site: Site) -> Report | None:
    """`Part of the trouble, say experts such as Ann Lee, a geologist, is the sand.`

    Nothing where the words before have a verb of their own: `It was over, said Ann Lee, who left`.
    """
    line, left = site.line, site.group
    if site.subject is not None or not site.cue.sure or not line.analysis.has(Layer.TAGS):
        return None
    if left != site.at or site.word(left - 1) != ",":
        return None
    if not site.cue.takes(Frames.BARE_CLAUSE, Frames.CLAUSE):
        return None
    start = next((i + 1 for i in range(left - 1, 0, -1) if line.words[i] == ":"), 0)
    free = start > 0 and line.words[start] in _WHOEVER  # whoever did it, said Ann Lee, would pay
    if line.analysis.forms[site.cue.token] not in INFLECTED:
        return None
    cut = is_cut(line, left - 1)
    supposed = _after_supposed(site, left)
    if line.has_finite(start, left) and not (free or cut or supposed):
        return None
    if line.kind(site.after) not in _BEGINS or any(line.is_quote(i) for i in range(start, left)):
        return None
    if (content := _after_setting(site, start)) is not None:
        return content
    close = site.comma if cut else supposed or verb_after_comma(line, site.after)
    if close is None:
        return None
    parts = [(start, left), (close + 1, line.end)]
    return site.report(parts, (left, close), "cue-between-parts", site.clause_form(*parts))


def _after_supposed(site: Site, left: int) -> int | None:
    """The comma before the clause that a source parts from the first: `If it rains, said Lee, | we`

    None where the two are not one sentence of the source's.
    """
    line, comma = site.line, site.comma
    if comma is None or line.has_finite(site.after, comma) or not is_supposed(site, left - 1):
        return None
    further = next((i for i in range(comma + 1, line.end) if line.words[i] == ","), comma)
    close = further if _tells_of_source(line, comma + 1, further) else comma
    opens = line.kind(close + 1) in ("pronoun", "determiner")
    return close if opens and line.has_finite(close + 1, line.end) else None


def asked_inside(site: Site) -> Report | None:
    """`Why, asked Ann Lee, a clerk who had come from Velm, was there no boat?`"""
    line, left = site.line, site.group
    asks = site.cue.takes(Frames.QUESTION) and site.cue.sure and site.cue.form is Form.PAST
    if not asks or site.subject is not None or site.word(left - 1) != "," or left != site.at:
        return None
    if line.words[-1] != "?" or line.kind(0) != "question" or line.has_finite(0, left):
        return None
    commas = (i for i in range(line.end - 2, site.after, -1) if line.words[i] == ",")
    close = next((i for i in commas if line.words[i + 1] in _AUXILIARIES), None)
    if close is None or line.kind(site.after) not in _BEGINS:
        return None
    parts = [(0, left), (close + 1, line.end)]
    return site.report(parts, (left, close), "cue-between-parts")


def is_cut(line: Line, comma: int) -> bool:
    """Whether *be* without its predicate stands before a comma: `It was, | said Lee, a farce`."""
    return comma > 1 and line.words[comma] == "," and line.words[comma - 1] in BE


def _after_setting(site: Site, start: int) -> Report | None:
    """The clause after a phrase and a source: `But in private, said Lee, who left, | it was over`.

    The source ends with its name, or with what is told of it between commas.
    """
    line = site.line
    start += line.kind(start) == "coordinator"
    commas = [i for i in range(site.after + 1, line.end) if line.words[i] == ","]
    if line.kind(start) != "preposition" or not commas or line.has_finite(site.after, commas[0]):
        return None
    apart = commas[len(commas) > 1 and _tells_of_source(line, commas[0] + 1, commas[1])]
    if line.is_finite(apart + 1):
        return None
    content = (apart + 1, line.end)
    if not line.has_finite(*content):
        return None
    return site.report(
        [content], (site.group, apart), "cue-before-clause", site.clause_form(content)
    )


def _tells_of_source(line: Line, first: int, last: int) -> bool:
    """Whether words between commas tell who the source is: `Lee, | a clerk who saw it |, ...`."""
    verb = next((i for i in range(first, last) if line.is_finite(i)), last)
    relative = any(line.kind(i) == "relative" for i in range(first, verb + 1))
    return relative or (verb == last and line.kind(first) == "determiner")


def opened(site: Site) -> Report | None:
    """`Said Ann Lee, who saw it, QUOTE`: a cue and its source before a quotation."""
    line, left = site.line, site.group
    if site.subject is not None or site.is_participle or not site.cue.takes(Frames.BARE_CLAUSE):
        return None
    if not site.cue.sure or site.cue.group != "say" or not _opens(site, left):
        return None
    if line.kind(site.after) not in _BEGINS or site.cue.form not in (Form.PAST, Form.PRESENT):
        return None
    reach = range(site.after + 1, min(site.after + config.APPOSITION_TOKENS, len(line)))
    quote = next((i for i in reach if line.is_quote(i)), None)
    if quote is None or line.words[quote - 1] not in _LEADS:
        return None
    if any(_reports_there(other, site.after, quote) for other in site.reading.sites):
        return None
    return site.report([(quote, quote + 1)], (left, quote - 1), "cue-before-quotation")


def _reports_there(other: Site, first: int, last: int) -> bool:
    """Whether another cue stands in [first, last), not only tells of the source: `, who saw it,`"""
    inside = first <= other.at < last and other.cue.sure
    return inside and other.line.kind(other.left) != "relative"


def _opens(site: Site, left: int) -> bool:
    """Whether a word like *but* at most stands before the cue: `But, said Ann Lee, QUOTE`."""
    line = site.line
    return all(line.words[i] == "," or line.kind(i) == "coordinator" for i in range(left))
