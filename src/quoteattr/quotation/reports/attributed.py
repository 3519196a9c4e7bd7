"""Words in marks that are said to be somebody's: `“It is dead” has been attributed to Ann Lee.`"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final

from attrs import evolve

from quoteattr import config
from quoteattr.grammar import BE, HAVE
from quoteattr.quotation.reports.line import DASHES, MARK_WORDS, may_be_title

if TYPE_CHECKING:
    from quoteattr.quotation.reports.site import Report, Site
    from quoteattr.records import Range

ATTRIBUTED: Final = frozenset({"attributed to", "misattributed to", "credited to", "ascribed to"})
_TO_AUTHORS: Final = frozenset({"credited to", "ascribed to"})
_GIVING: Final = frozenset({"attribute", "credit", "ascribe", "misattribute"})
_ATTRIBUTED_TO: Final = "attributed to"
_PARTICIPLES: Final = frozenset(phrase.split()[0] for phrase in ATTRIBUTED)
_HELPERS: Final = BE | HAVE | {"has", "may", "might", "can", "could", "must"}
_ADVERBS: Final = frozenset({"often", "commonly", "also", "which", "that"})
_STOPS: Final = frozenset(",;:.()") | DASHES
_LEADS: Final = DASHES | {":"}
_LED: Final = 2  # tokens from a cue to the marks: said, QUOTE


def attributed(site: Site) -> Report | None:
    """`“It is dead,” a line often attributed to Ann Lee, | was hers`: what stands in marks before.

    Or behind a colon: `A line attributed to Ann Lee: QUOTE`. No words are anybody's where no marks
    stand: `The fire was attributed to Ann Lee`.
    """
    line = site.line
    after = range(site.after, len(line))
    end = next((i for i in after if line.words[i] in _STOPS or line.is_finite(i)), len(line))
    marked = _marks_before(site)
    if marked is not None:
        return site.report([marked], (marked[1], end), "source-phrase")
    if end + 1 < len(line) and line.words[end] in _LEADS and line.is_quote(end + 1):
        return site.report([(end + 1, end + 2)], (site.at, end), "source-phrase")
    return None


def attributing(site: Site) -> Report | None:
    """`A meme attributes the words QUOTE | to Ann Lee`: they are hers, not the meme's."""
    if site.cue.lemma not in _GIVING or site.subject is None:
        return None
    line = site.line
    near = range(site.after, min(site.after + config.BEFORE_ATTRIBUTED, len(line)))
    units = ((i, i + 1) for i in near if line.is_quote(i))
    marked = min((m for m in chain(units, line.fragments) if m[0] >= site.after), default=None)
    if marked is None or marked[0] not in near or line.has_finite(site.after, marked[0]):
        return None
    to = marked[1] + (site.word(marked[1]) in MARK_WORDS)
    if site.word(to) != "to":
        return None
    end = next((i for i in range(to, len(line)) if line.words[i] in _STOPS), len(line))
    report = site.report([marked], (to, end), "source-phrase")
    return None if report is None else evolve(report, cue=evolve(site.cue, lemma=_ATTRIBUTED_TO))


def tells_author(site: Site) -> bool:
    """Whether a work in marks is somebody's: `The novel “Dry Wind” is credited to Ann Lee`."""
    if site.cue.lemma not in _TO_AUTHORS:
        return False
    line, marked = site.line, _marks_before(site)
    if marked is None:
        return attributed(site) is None
    return may_be_title(line.analysis, (line.token(marked[0]), line.after(marked[1] - 1)))


def _marks_before(site: Site) -> Range | None:
    """Positions of the words in marks that the phrase tells of, None for none."""
    line, at = site.line, site.at
    near = range(max(0, at - config.BEFORE_ATTRIBUTED), at)
    units = ((i, i + 1) for i in near if line.is_quote(i))
    marked = max((m for m in chain(units, line.fragments) if m[1] <= at), default=None)
    if marked is None or at - marked[1] > config.BEFORE_ATTRIBUTED:
        return None
    between = range(marked[1], at)
    if any(line.is_finite(i) and line.words[i] not in _HELPERS for i in between):
        return None
    held = any(line.words[i] in MARK_WORDS for i in between)
    said = site.reading.has_cue(marked[0] - _LED, marked[0])  # The claim that Lee said QUOTE is
    return None if held or said or not _goes_on(line.words[marked[1]]) else marked


def _goes_on(word: str) -> bool:
    """Whether words in marks are a whole phrase: not `the “old” | mill attributed to him`."""
    told = word in _HELPERS or word in _ADVERBS or word in _PARTICIPLES or word.endswith("ly")
    return told or not word.isalnum()
