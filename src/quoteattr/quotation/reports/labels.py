"""Reports of a headline that begins with who says it: `Mayor Lee: Pier Will Be Rebuilt`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr.quotation.words.headline_labels import headline_label
from quoteattr.quotation.words.inflection import Form

if TYPE_CHECKING:
    from quoteattr.quotation.reports.site import Report, Site
    from quoteattr.quotation.words.headline_labels import HeadlineLabel
    from quoteattr.records import Range

_EXPLAINING: Final = frozenset({"what", "how", "why", "who", "when", "where"})


def labelled(site: Site) -> Report | None:
    """What follows the label, where it tells something: not `Holm and Lee: A long friendship`."""
    line, label = site.line, _label(site)
    if label is None or line.is_quote(site.after):
        return None
    if site.word(site.after) in _EXPLAINING and line.analysis.words[line.frame.last - 1] != "?":
        return None  # Port Blaze: What We Know So Far
    reach = site.after, len(line)
    quoted = line.fragments or any(map(line.is_quote, range(*reach)))
    tells = quoted or line.has_finite(*reach) or line.has_any_verb(*reach)
    speaker = _in_line(site, label.speaker)
    if speaker is None or (label.needs_verb and not tells):
        return None
    return site.report([reach], speaker, "headline-label")


def labelled_hearer(site: Site) -> Range | None:
    """Whom the label names after *to*: `Mayor Lee to Harbour Staff: Pier Will Be Rebuilt`."""
    label = _label(site)
    return None if label is None or label.hearer is None else _in_line(site, label.hearer)


def _label(site: Site) -> HeadlineLabel | None:
    return headline_label(site.line.analysis) if site.cue.form is Form.LABEL else None


def _in_line(site: Site, tokens: Range) -> Range | None:
    """*tokens* as positions of the line; None where a part stands in marks."""
    first, last = site.line.position(tokens[0]), site.line.position(tokens[1] - 1)
    return None if first is None or last is None else (first, last + 1)
