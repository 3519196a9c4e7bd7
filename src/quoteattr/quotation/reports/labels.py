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
    """The rest of the line, where it tells something: not `Holm and Lee: A long friendship`."""
    line, label = site.line, _label(site)
    if label is None:
        return None
    speaker, opens = _in_line(site, label.speaker), label.speaker[0] < label.mark
    content = (site.after, len(line)) if opens else (0, site.at)
    if speaker is None or _is_explained(site, content):
        return None
    if opens and line.is_quote(site.after):
        return None  # Mayor: “It is late”, which the marks tell
    quoted = line.fragments or any(map(line.is_quote, range(*content)))
    tells = quoted or line.has_finite(*content) or line.has_any_verb(*content)
    if label.needs_verb and not tells:
        return None
    return site.report([content], speaker, "headline-label")


def _is_explained(site: Site, content: Range) -> bool:
    """Whether the line only says what the text explains: `Port Blaze: What We Know So Far`."""
    line = site.line
    return site.word(content[0]) in _EXPLAINING and line.analysis.words[line.frame.last - 1] != "?"


def labelled_hearer(site: Site) -> Range | None:
    """Whom the label names after *to*: `Mayor Lee to Harbour Staff: Pier Will Be Rebuilt`."""
    label = _label(site)
    return None if label is None or label.hearer is None else _in_line(site, label.hearer)


def _label(site: Site) -> HeadlineLabel | None:
    return headline_label(site.line.analysis) if site.cue.form is Form.LABEL else None


def _in_line(site: Site, tokens: Range) -> Range | None:
    """*tokens* as positions of the line; None where an end of them stands in marks."""
    first, last = site.line.position(tokens[0]), site.line.position(tokens[1] - 1)
    return None if first is None or last is None else (first, last + 1)
