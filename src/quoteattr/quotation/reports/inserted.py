"""Reports in the middle of a clause, the source after its verb: `The cause, said Lee, was rot.`"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr.analysis import Layer
from quoteattr.grammar import INFLECTED
from quoteattr.quotation.reports.subject import verb_after_comma
from quoteattr.quotation.words.cues import Frames

if TYPE_CHECKING:
    from quoteattr.quotation.reports.site import Report, Site

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
    if line.analysis.forms[site.cue.token] not in INFLECTED or line.has_finite(0, left):
        return None
    if line.kind(site.after) not in _BEGINS or any(line.is_quote(i) for i in range(left)):
        return None
    close = verb_after_comma(line, site.after)
    if close is None:
        return None
    parts = [(0, left), (close + 1, line.end)]
    return site.report(parts, (left, close), "cue-between-parts", site.clause_form(*parts))
