"""What stands beside a noun between commas, and reports nothing: `the chair, Ann Lee, says`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr.grammar import BE, HAVE
from quoteattr.quotation.reports.kinds import Kind
from quoteattr.quotation.reports.preceding import follows_quotation

if TYPE_CHECKING:
    from quoteattr.quotation.reports.site import Site

_WHERE: Final = frozenset({"where", "when", "whose"})


def is_apposed(site: Site) -> bool:
    """Whether the source only tells who a noun is: `Try the hall, where the chair, Lee, | says`."""
    line, left = site.line, site.left
    if site.opening.kind is Kind.COMMA or site.word(left - 1) != ",":
        return False
    noun = next(
        (i for i in range(left - 2, 0, -1) if line.kind(i) != "" or line.words[i] == ","), 0
    )
    if line.kind(noun) == "determiner":
        noun -= 1
    return noun > 0 and line.words[noun] in _WHERE


def is_participle_of_noun(site: Site) -> bool:
    """Whether a participle only tells of a noun after a comma: `, an idea | proposed by Lee`."""
    line, after = site.line, site.word(site.after)
    alone = line.analysis.forms[site.cue.token] == "VBN" and site.word(site.left - 1) == ","
    helped = any(line.words[i] in BE | HAVE for i in range(site.left, site.at))
    where = after in ("in", "by", "at") and not follows_quotation(site, site.left)
    return alone and where and not helped and site.word(site.left) in ("a", "an")
