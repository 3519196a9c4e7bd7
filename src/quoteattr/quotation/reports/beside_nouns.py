"""What stands beside a noun between commas, and reports nothing: `the chair, Ann Lee, says`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr import config
from quoteattr.grammar import BE, HAVE
from quoteattr.lexicon import words
from quoteattr.quotation.reports.kinds import Kind
from quoteattr.quotation.reports.line import MARK_WORDS
from quoteattr.quotation.reports.preceding import follows_quotation
from quoteattr.quotation.reports.tails import REMARK, REMARKS

if TYPE_CHECKING:
    from quoteattr.quotation.reports.site import Site

_OF_REPORTS: Final = frozenset({"it", "this"})  # It is over, it was announced
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


def is_of_remark(site: Site) -> bool:
    """Whether a clause tells of a remark after a comma: `He said it was late, a claim Lee denies`.

    Not `It was late, a spokesman Lee hired said`.
    """
    line, group = site.line, site.group
    floor = max(1, group - config.APPOSITION_TOKENS)
    comma = next((i for i in range(group - 1, floor, -1) if line.words[i] == ","), 0)
    if not comma or line.words[comma + 1] not in ("a", "an"):
        return False
    noun = next((i for i in range(comma + 2, group) if line.words[i] in REMARKS), group)
    return noun <= comma + REMARK and noun + 1 < group and line.has_finite(0, comma)


def is_of_cry(site: Site, end: int) -> bool:
    """Whether marks that end at *end* only tell which cry acts: `Cries of “No!” | greeted Lee`."""
    line, start = site.line, end - 1
    if not line.is_quote(start):
        start = line.start_of_fragment(end)
    return (
        start > 1 and line.words[start - 1] == "of" and line.words[start - 2] in words("cry_nouns")
    )


def is_done_by(site: Site) -> bool:
    """Whether a participle tells by whom a noun was made: `over “secret” plans | added by Lee`.

    So it does what a thing is: `Many of his ideas, which he wrote down, are | refuted, they say`.
    """
    analysis, token = site.line.analysis, site.cue.token
    if analysis.forms[token] != "VBN" or site.cue.group in ("tell", "ask"):
        return False
    helpers = site.line.words[site.group : site.at]
    helped, passive = not HAVE.isdisjoint(helpers), not BE.isdisjoint(helpers)
    if passive and site.word(site.left) in _OF_REPORTS:  # At the “Bell,” it must be added, it was
        marked = site.word(site.left - 1) in MARK_WORDS
        return marked and not site.line.has_any_verb(0, site.left)
    if passive:
        return not helped
    return site.group == site.at and site.word(site.after) == "by"


def is_participle_of_noun(site: Site) -> bool:
    """Whether a participle only tells of a noun after a comma: `, an idea | proposed by Lee`."""
    line, after = site.line, site.word(site.after)
    alone = line.analysis.forms[site.cue.token] == "VBN" and site.word(site.left - 1) == ","
    helped = any(line.words[i] in BE | HAVE for i in range(site.left, site.at))
    where = after in ("in", "by", "at") and not follows_quotation(site, site.left)
    return alone and where and not helped and site.word(site.left) in ("a", "an")
