"""Reports whose content begins before the cue: `The plan is dead, she said.`"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr import config
from quoteattr.quotation.adjuncts import after_addressee
from quoteattr.quotation.after import may_be_verb
from quoteattr.quotation.cues import Frames
from quoteattr.quotation.inflection import Form
from quoteattr.quotation.line import DASHES, MARK_WORDS
from quoteattr.quotation.opening import Kind
from quoteattr.quotation.resuming import clause_after, quotation_after
from quoteattr.quotation.site import SEPARATORS, Report, Site, ends_in_quotation
from quoteattr.quotation.subject import is_inverted

if TYPE_CHECKING:
    from quoteattr.quotation.line import Line
    from quoteattr.records import Range

_OWN: Final = frozenset(
    {Kind.THAT, Kind.CLAUSE, Kind.QUESTION, Kind.INFINITIVE, Kind.OBJECT}
)  # QUOTE, adding that it is
_SURELY_OWN: Final = frozenset({Kind.THAT, Kind.QUESTION, Kind.QUOTATION})
_BREAKS: Final = DASHES | {";"}
_CIRCUMSTANCE: Final = frozenset({"as", "while", "when", "before", "after", "during"})
_ANAPHORS: Final = frozenset({"so", "thus"})
_SUBORDINATORS: Final = frozenset(
    {"when", "while", "although", "though", "if", "as", "because", "since", "after", "before"}
) | {"asked", "in", "on", "at", "during", "with", "for", "by", "from", "to", "speaking", "despite"}


def inverted(site: Site) -> Report | None:
    """The source follows the verb: `QUOTE said Ann Lee.`; `Rain will come, said Ann Lee.`"""
    if site.subject is not None or not site.cue.sure or not _follows_content(site, site.group):
        return None
    quoted = _follows_quotation(site, site.group)
    if site.is_participle and (not quoted or site.opening.kind in _OWN):
        return None
    if site.is_participle and _has_own_quotation(site, site.group):
        return None
    if site.line.kind(site.group - 1) == "coordinator" and site.opening.kind in _OWN:
        return None  # “a farce” and said the board was
    turned = is_inverted(site.line, site.cue, site.after, quoted=quoted)
    if not turned and not (quoted and site.cue.takes(Frames.QUOTATION)):
        return None
    return _backward(site, site.group, inverted=turned)


def after_content(site: Site) -> Report | None:
    """Source and verb after a quotation or a clause: `QUOTE Ann Lee said.`"""
    if site.subject is None or not (site.cue.sure or may_be_verb(site)):
        return None
    if not _follows_content(site, site.left) and not _stands_between_commas(site):
        return None
    if _opens_with_participle(site):
        return None
    if _follows_quotation(site, site.left):
        if site.opening.kind in _OWN and _follows_fragment(site, site.left):
            return None  # called it “a farce,” Lee said the board was
        if _has_own_quotation(site, site.left) and site.word(site.opening.start - 1) != ",":
            return None  # called it “a farce,” the crowd chanted QUOTE
        return _backward(site, site.left) if site.cue.takes(Frames.QUOTATION) else None
    broken_off = site.word(site.opening.start) in _BREAKS  # Ann Lee said -- and nobody laughed
    ended = site.opening.kind in (Kind.COMMA, Kind.END) or broken_off
    if not ended and not _only_closes(site):
        return None
    return _backward(site, site.left)


def _opens_with_participle(site: Site) -> bool:
    """Whether a reporting phrase stands before: `Calling it “a farce,” Lee said nobody came.`"""
    first = site.reading.sites[0]
    return first.at == 0 and first.cue.form is Form.GERUND and site.at > 0


def _only_closes(site: Site) -> bool:
    """Whether only whom and the occasion follow: `It is dead, Ann Lee said in closing the debate.`

    Not where the content may begin there: `Rain fell, Ann Lee said in a note the road was wet.`
    """
    line = site.line
    if site.word(site.left - 1) != "," or not site.cue.takes(Frames.BARE_CLAUSE):
        return False
    if site.opening.kind in _SURELY_OWN or not site.cue.sure or site.cue.form is not Form.PAST:
        return False
    if any(first >= site.after for first, _ in line.fragments):
        return False
    told = after_addressee(line, site.after) if site.cue.takes(Frames.ADDRESSEE) else site.after
    if told > site.after and site.word(told) in _CIRCUMSTANCE:
        return "that" not in line.words[told:]  # Ann Lee told reporters as she left
    closes = line.kind(site.after) in ("preposition", "time") or line.is_capitalised(site.after)
    return closes and not line.has_finite(site.after, line.end)


def next_to_quotation(site: Site) -> Report | None:
    """A quotation before the cue and no other verb between, whatever the source looks like.

    `QUOTE, Ann Lee -- the chair, and a baker -- said.`
    """
    line = site.line
    if site.is_participle or (site.subject is not None and site.opening.kind is not Kind.END):
        return None
    if not site.cue.sure or not site.cue.takes(Frames.QUOTATION):
        return None
    start, floor = site.at, max(0, site.at - config.APPOSITION_TOKENS)
    while start > floor and not (line.is_quote(start - 1) or _closes_fragment(line, start - 1)):
        start -= 1
    own = site.opening.kind in _OWN
    if start == floor or (own and not line.is_quote(start - 1)) or _is_relative(site, start):
        return None
    if own and line.kind(start) == "coordinator":
        return None  # shouted QUOTE and said the board was
    if site.reading.has_cue(start, site.at) or line.has_finite(start, min(start + 2, site.at)):
        return None
    return _backward(site, start)


def _is_relative(site: Site, start: int) -> bool:
    """Whether a noun sums up the quotation, and the clause tells of it: `QUOTE, a line he used`."""
    line, subject = site.line, site.subject
    if subject is None or subject <= start or line.kind(subject) != "pronoun":
        return False
    return line.kind(start) == "determiner" and line.kind(subject - 1) == ""


def _closes_fragment(line: Line, position: int) -> bool:
    """Whether a fragment and its comma end at *position*: `The plan “is a farce,” Lee said.`"""
    return (
        position > 1
        and line.words[position] in MARK_WORDS
        and line.words[position - 1] == ","
        and any(last == position + 1 for _, last in line.fragments)
    )


def _backward(site: Site, left: int, *, inverted: bool = False) -> Report | None:
    before = _content_before(site, left)
    if before is None:
        return None
    if not ends_in_quotation(site.line, before[1]) and not site.cue.takes(
        Frames.BARE_CLAUSE, Frames.CLAUSE
    ):
        return None
    more = quotation_after(site) or (
        None if inverted else clause_after(site, _end_of_content(site, site.left))
    )
    if more is None:
        return site.report([before], (left, len(site.line)), "cue-after-content")
    return site.report([before, more], (left, more[0]), "cue-between-parts")


def _stands_between_commas(site: Site) -> bool:
    """Whether commas cut source and cue out of a clause: `The plan, she said, is dead.`"""
    return (
        site.opening.kind is Kind.COMMA
        and _end_of_content(site, site.left) is not None
        and site.line.has_finite(site.opening.start, site.line.end)
    )


def _follows_content(site: Site, left: int) -> bool:
    """Whether a quotation, or a clause and a comma, ends right before *left*."""
    end = _end_of_content(site, left)
    if end is None:
        return False
    if ends_in_quotation(site.line, end):
        return True
    start = _after_lead(site, end)
    return start is not None and (
        site.has_verb(start, end)
        or any(site.line.is_quote(i) for i in range(start, end))
        or (site.opening.kind is Kind.END and site.line.has_any_verb(0, end))
        or (_leads_to_name(site) and site.line.has_any_verb(start, end))
    )


def _leads_to_name(site: Site) -> bool:
    """Whether a name follows, so that a cue before is the verb of the content: `, said Ann Lee, a`.

    `The vote signals the end, said Ann Lee, a judge.`
    """
    return site.subject is None and site.after < site.line.end and site.line.is_name(site.after)


def _after_lead(site: Site, end: int) -> int | None:
    """Where the main clause begins before *end*: `After a fight, | she has left, he said`.

    None where there is none: `After she left, he said nothing`.
    """
    line = site.line
    if line.words[0] not in _SUBORDINATORS:
        return 0
    commas = (i for i in range(end) if line.words[i] == ",")
    return next((i + 1 for i in commas if site.word(i + 1) not in _SUBORDINATORS), None)


def _follows_quotation(site: Site, left: int) -> bool:
    end = _end_of_content(site, left)
    return end is not None and ends_in_quotation(site.line, end)


def _follows_fragment(site: Site, left: int) -> bool:
    end = _end_of_content(site, left)
    return end is not None and not site.line.is_quote(end - 1)


def _has_own_quotation(site: Site, left: int) -> bool:
    """Whether a quotation follows and only a fragment stands before: `“a farce,” adding QUOTE`."""
    return site.opening.kind is Kind.QUOTATION and _follows_fragment(site, left)


def _end_of_content(site: Site, left: int) -> int | None:
    """Position after the content left of *left*; None when nothing separates the two."""
    end = left
    if end > 1 and site.line.words[end - 1] in _ANAPHORS and site.line.is_quote(end - 2):
        end -= 1  # QUOTE So said Ann Lee.
    while end > 0 and site.line.words[end - 1] in SEPARATORS:
        end -= 1
    if end == 0:
        return None
    return end if end < left or ends_in_quotation(site.line, end) else None


def _content_before(site: Site, left: int) -> Range | None:
    """The content that ends right before *left*: quotations in a row, or all from the start.

    Of quotations without even a comma between them only the last has this speaker: `“Who?” “Ann,”
    he said`.
    """
    line, end = site.line, _end_of_content(site, left)
    if end is None:
        return None
    if not line.is_quote(end - 1):
        return (0, end)
    start = end - 1
    while site.word(start - 1) in SEPARATORS and line.is_quote(start - 2):
        start -= 2
    if start > 0 and not (line.words[start - 1] in SEPARATORS or line.is_quote(start - 1)):
        return (0, end)
    return (start, end)
