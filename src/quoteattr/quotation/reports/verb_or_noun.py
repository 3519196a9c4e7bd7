"""Whether a reporting word that may be a noun is a verb: `Lee claims`, not `Lee's answer`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quoteattr.analysis import Layer, Relation
from quoteattr.grammar import is_subject
from quoteattr.quotation.reports.kinds import Kind
from quoteattr.quotation.words.inflection import Form

if TYPE_CHECKING:
    from quoteattr.quotation.reports.line import Line
    from quoteattr.quotation.reports.site import Site


def may_be_verb(site: Site) -> bool:
    """Whether a word that may be a noun is a verb after what stands before it: `Lee claims`.

    Not `Lee's answer`.
    """
    line, before = site.line, site.group - 1
    owned = line.is_possessive(site.at - 1) and site.cue.form is Form.BASE
    if owned and site.word(site.after) != ":":  # Editor's note: It is late
        return False
    if _is_modifying(line, site) or _is_subject(line, site):
        return False
    return (
        line.kind(before) == "pronoun"
        or (line.is_capitalised(before) and not line.is_name(site.at))
        or (line.words[before].endswith("s") and not line.analysis.has(Layer.TAGS))
        or (site.cue.form is Form.PRESENT and not line.has_finite(0, site.at))
        or _closes(line, site)
    )


def _closes(line: Line, site: Site) -> bool:
    """Whether it ends a sentence after what a plural is: `, files seen by the Daily Post show`."""
    subject = site.subject or 0
    if site.opening.kind is not Kind.END or site.cue.form is not Form.BASE or subject < 1:
        return False
    apart = line.words[subject - 1] == "," and line.has_finite(0, subject)
    near = range(subject, site.at - 2)
    forms = line.analysis.forms
    return apart and any(
        forms[line.token(i)] == "NNS"
        and forms[line.token(i + 1)] == "VBN"
        and line.words[i + 2] == "by"
        for i in near
    )


def _is_subject(line: Line, site: Site) -> bool:
    """Whether a phrase parts it from the verb it is the subject of: `Police reports of May say`."""
    analysis, token = line.analysis, site.cue.token
    verb = analysis.heads[token]
    acts = is_subject(analysis, token) and analysis.forms[verb].startswith("VB")
    return acts and verb > token and site.word(site.after) == "of"


def _is_modifying(line: Line, site: Site) -> bool:
    """Whether it is but part of the subject of the next verb: `Kest state | television reported`"""
    analysis, token = line.analysis, site.cue.token
    if site.cue.form is not Form.BASE or line.kind(site.group - 1) == "pronoun":
        return False
    if not analysis.has(Layer.TREE):
        return False
    if site.word(site.after) == ":":
        return analysis.tags[token - 1] == "ADJ"  # Short answer: no
    leads = analysis.tags[token] == "NOUN" and analysis.heads[token] == token + 1  # ABC counsel Lee
    return leads or analysis.relations[token] is Relation.COMPOUND
