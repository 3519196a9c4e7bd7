"""Reports in the middle of a clause, the source after its verb: `The cause, said Lee, was rot.`"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr.analysis import Layer
from quoteattr.grammar import INFLECTED
from quoteattr.quotation.reports.subject import verb_after_comma
from quoteattr.quotation.words.cues import Frames

if TYPE_CHECKING:
    from quoteattr.quotation.reports.site import Report, Site

_WHOEVER: Final = frozenset({"whoever", "whatever", "what"})
_BEGINS: Final = frozenset({"", "determiner"})


def inserted(site: Site) -> Report | None:
    """`Part of the trouble, say experts such as Ann Lee, a geologist, is the sand.`

    Nothing where the words before have a verb of their own: `It was over, said Ann Lee, who left`.
    """
    line, left = site.line, site.group
    if site.subject is not None or not site.cue.sure or not line.analysis.has(Layer.TAGS):
        return None
    if left != site.at or site.word(left - 1) != "," or not site.cue.takes(Frames.BARE_CLAUSE):
        return None
    start = next((i + 1 for i in range(left - 1, 0, -1) if line.words[i] == ":"), 0)
    free = start > 0 and line.words[start] in _WHOEVER  # whoever did it, said Ann Lee, would pay
    if line.analysis.forms[site.cue.token] not in INFLECTED:
        return None
    if line.has_finite(start, left) and not free:
        return None
    if line.kind(site.after) not in _BEGINS or any(line.is_quote(i) for i in range(start, left)):
        return None
    close = verb_after_comma(line, site.after)
    if close is None:
        return None
    parts = [(start, left), (close + 1, line.end)]
    return site.report(parts, (left, close), "cue-between-parts", site.clause_form(*parts))
