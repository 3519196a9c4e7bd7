"""What somebody is called in a passive: `Ann Lee was dubbed a “menace” by her rivals`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr import config
from quoteattr.analysis import Layer
from quoteattr.grammar import is_passive
from quoteattr.quotation.reports.line import may_be_title
from quoteattr.quotation.words.cues import Frames
from quoteattr.quotation.words.inflection import Form

if TYPE_CHECKING:
    from quoteattr.quotation.reports.site import Report, Site

_LEADS_IN: Final = frozenset({"DET", "ADJ", "ADV", "NOUN", "PUNCT"})
"""What stands between the cue and the marks: `called a truly “mad” idea`."""


def named(site: Site) -> Report | None:
    """Subject and predicate are the content; the source, if there is one, follows *by*.

    Not in `The boat was called “Good Hope”`, which only names it.
    """
    line, cue, subject = site.line, site.cue, site.subject
    if not cue.takes(Frames.PREDICATE) or subject is None or not line.analysis.has(Layer.TAGS):
        return None
    if cue.form is Form.GERUND or not is_passive(line.analysis, cue.token, line.frame.first):
        return None
    marks = _in_marks(site)
    if marks is None:
        return None
    parts = [(subject, site.group), (site.after, marks)]
    return site.report(parts, (site.group, site.after), "cue-before-object", Frames.OBJECT)


def _in_marks(site: Site) -> int | None:
    """The position after the marks that follow the cue, None without any and after a mere name."""
    near = range(site.after, min(site.after + config.BEFORE_MARKS, len(site.line)))
    for first, last in site.line.fragments:
        if first in near and all(_leads_in(site, i) for i in range(site.after, first)):
            return None if first == site.after and _is_name(site, first, last) else last
    return None


def _leads_in(site: Site, position: int) -> bool:
    line = site.line
    return line.analysis.tags[line.token(position)] in _LEADS_IN


def _is_name(site: Site, first: int, last: int) -> bool:
    line = site.line
    opens = line.analysis.words[line.token(first) + 1][:1].isupper()
    return opens and may_be_title(line.analysis, (line.token(first) + 1, line.token(last - 1)))
