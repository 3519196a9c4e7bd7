"""Reports whose content begins before the cue: `The plan is dead, she said.`"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr.analysis import Layer
from quoteattr.grammar import FINITE, HAVE, SENTENCE_FINAL, is_passive
from quoteattr.quotation.reports.adjuncts import after_addressee
from quoteattr.quotation.reports.beside_nouns import is_apposed, is_participle
from quoteattr.quotation.reports.kinds import Kind
from quoteattr.quotation.reports.line import MARK_WORDS, ends_in_comma_and_mark, may_be_title
from quoteattr.quotation.reports.preceding import (
    BREAKS,
    closes_heading,
    content_before,
    end_of_content,
    follows_content,
    follows_fragment,
    follows_quotation,
    start_of_last_clause,
)
from quoteattr.quotation.reports.resuming import clause_after, goes_on_before_marks, quotation_after
from quoteattr.quotation.reports.site import Report, Site, ends_in_quotation
from quoteattr.quotation.reports.subject import is_inverted
from quoteattr.quotation.reports.tails import SUBORDINATE
from quoteattr.quotation.reports.verb_or_noun import may_be_verb
from quoteattr.quotation.words.cues import Frames
from quoteattr.quotation.words.hearings import HEAR
from quoteattr.quotation.words.inflection import Form

if TYPE_CHECKING:
    from quoteattr.quotation.reports.line import Line
    from quoteattr.records import Range

OWN: Final = frozenset({Kind.THAT, Kind.CLAUSE, Kind.QUESTION, Kind.INFINITIVE, Kind.OBJECT})
"""What follows a cue that reports something of its own, whatever stands before it."""
_SURELY_OWN: Final = frozenset({Kind.THAT, Kind.QUESTION, Kind.QUOTATION})
_SURELY_SAID: Final = _SURELY_OWN | {Kind.CLAUSE}
_BEGINS_SOURCE: Final = frozenset({"", "determiner"})
_WHO: Final = frozenset({"who", "whom", "which", "whose", "what"})
_CIRCUMSTANCE: Final = frozenset({"as", "while", "when", "before", "after", "during"})


def inverted(site: Site) -> Report | None:
    """The source follows the verb: `QUOTE said Ann Lee.`; `Rain will come, said Ann Lee.`"""
    if site.subject is not None or not site.cue.sure or not follows_content(site, site.group):
        return None
    if site.word(site.after) in _CIRCUMSTANCE:
        return None  # her book, “Ice,” published when she was 91
    quoted = follows_quotation(site, site.group)
    if site.is_participle and (not quoted or site.opening.kind in OWN):
        return None
    if site.is_participle and site.reading.has_cue(0, site.at) and follows_fragment(site, site.at):
        return None  # told of a book, “Ice,” explaining
    if site.is_participle and _has_own_quotation(site, site.group):
        return None
    if site.is_participle and _goes_on_with_own(site):
        return None
    turned = is_inverted(site.line, site.cue, site.after, quoted=quoted)
    if site.opening.kind in OWN:
        if site.line.kind(site.group - 1) == "coordinator":
            return None  # “a farce” and said the board was
        if not turned and follows_fragment(site, site.group):
            return None  # Lee, known as “Red,” said that it was
    if not turned and not (quoted and site.cue.takes(Frames.QUOTATION)):
        return None
    return backward(site, site.group, inverted=turned)


def after_content(site: Site) -> Report | None:
    """Source and verb after a quotation or a clause: `QUOTE Ann Lee said.`"""
    if site.subject is None:
        return None
    if not (site.cue.sure or may_be_verb(site) or closes_heading(site)):
        return None
    if not (
        follows_content(site, site.left) or _stands_between_commas(site) or _goes_on_in_marks(site)
    ):
        return None
    if (
        _opens_with_participle(site)
        or _is_described(site)
        or is_apposed(site)
        or is_participle(site)
    ):
        return None
    if site.line.kind(site.left) == "relative" or _passes_on(site):
        return None
    if follows_quotation(site, site.left):
        if site.opening.kind in OWN and follows_fragment(site, site.left):
            return None  # called it “a farce,” Lee said the board was
        if _begins_anew(site):
            return None  # shouted “Go home!” Others said that it was late
        if _has_own_quotation(site, site.left) and site.word(site.opening.start - 1) != ",":
            return None  # called it “a farce,” the crowd chanted QUOTE
        return backward(site, site.left) if site.cue.takes(Frames.QUOTATION) else None
    if _goes_on_in_marks(site):
        return backward(site, site.left)
    if _goes_on_after_name(site):
        return None
    broken_off = site.word(site.opening.start) in BREAKS  # Ann Lee said -- and nobody laughed
    ended = site.opening.kind in (Kind.COMMA, Kind.END) or broken_off
    if not ended and not _only_closes(site):
        return None
    return backward(site, _after_quotation(site))


def _after_quotation(site: Site) -> int:
    """Where a source with commas begins after a quotation: `“No,” | her cousin Ada, 54, a baker`.

    Where the reporting clause begins if a verb stands between them.
    """
    line, left = site.line, site.left
    quotes = (i for i in range(left - 1, 0, -1) if line.is_quote(i - 1))
    start = next(quotes, left)
    if start >= left - 1 or line.kind(start) not in _BEGINS_SOURCE:
        return left
    if line.analysis.words[line.items[start - 1].last - 2] != ",":
        return left
    own = line.has_finite(start, left) or site.reading.has_cue(start, left)
    return left if own else start


def _passes_on(site: Site) -> bool:
    """Whether others only hear of a report: `Lee said he was asleep, jurors were told.`"""
    line = site.line
    told = site.cue.group == "tell" and is_passive(line.analysis, site.cue.token, line.frame.first)
    if not told and site.cue.group != HEAR:
        return False
    verb = next(filter(line.is_finite, range(site.left)), None)
    return verb is not None and any(
        other.cue.sure and other.group <= verb <= other.at and other.opening.kind in _SURELY_SAID
        for other in site.reading.sites
    )


def _begins_anew(site: Site) -> bool:
    """Whether a quotation ends its sentence, and another reports: `“Go!” Others said it was late`.

    Not in `“Go!” Others said as they left`.
    """
    line, last, opening = site.line, site.left - 1, site.opening
    if not line.is_quote(last) or not line.is_capitalised(site.left):
        return False
    ended = line.analysis.words[line.items[last].last - 2] in SENTENCE_FINAL
    if ended and last and line.words[last - 1].isalpha() and not site.reading.has_cue(0, last):
        return True  # She left with the words “Good luck.” He laughed
    own = opening.kind is Kind.CLAUSE and opening.start == site.after
    if site.word(last - 1) == ":" and opening.kind in (Kind.OBJECT, Kind.OTHER):
        return True  # They cried: “Go!” Others praised the choir
    if opening.kind is not Kind.THAT and (not own or site.word(site.after) in SUBORDINATE):
        return False
    return line.analysis.words[line.items[last].last - 2] in SENTENCE_FINAL


def _goes_on_after_name(site: Site) -> bool:
    """Whether the clause before has no verb but a cue: `He said the head, | Lee, had warned us`."""
    reading, left = site.reading, site.left
    perfect = site.group < site.at and site.word(site.group) in HAVE
    return (
        perfect
        and reading.line.is_capitalised(left)
        and reading.has_cue(0, left)
        and not site.has_verb(0, left)
    )


def _is_described(site: Site) -> bool:
    """Whether a fragment only tells more of a noun like a cue: `The city buys “smart” posts`."""
    line, last = site.line, site.left - 1
    if line.analysis.tags[site.cue.token : site.cue.token + 1] != ["NOUN"]:
        return False
    return line.words[last] in MARK_WORDS and not ends_in_comma_and_mark(line, site.left)


def _opens_with_participle(site: Site) -> bool:
    """Whether a reporting phrase stands before: `Calling it “a farce,” Lee said nobody came.`

    Not where it is a subject: `Seeing it fail led him to wait, Lee said.`
    """
    first, line = site.reading.sites[0], site.line
    if first.at > 0 or first.cue.form is not Form.GERUND or site.at == 0:
        return False
    return (
        first.comma is None
        or not line.analysis.has(Layer.TAGS)
        or not any(
            line.is_finite(at) and not site.reading.has_cue(at, at + 1) for at in range(first.comma)
        )
    )


def _only_closes(site: Site) -> bool:
    """Whether only whom and the occasion follow: `It is dead, Ann Lee said in closing the debate.`

    Not where the content may begin there: `Rain fell, Ann Lee said in a note the road was wet.`
    """
    line = site.line
    if site.word(site.left - 1) != "," or not site.cue.takes(Frames.BARE_CLAUSE):
        return False
    if site.opening.kind in _SURELY_OWN or not site.cue.sure or site.cue.form is not Form.PAST:
        return False
    after = (fragment for fragment in line.frame.fragments if fragment[0] >= site.cue.last)
    if not all(may_be_title(line.analysis, fragment) for fragment in after):
        return False  # but he said on the show “First Light”
    told = after_addressee(line, site.after) if site.cue.takes(Frames.ADDRESSEE) else site.after
    if told > site.after and site.word(told) in _CIRCUMSTANCE:
        return "that" not in line.words[told:]  # Ann Lee told reporters as she left
    closes = line.kind(site.after) in ("preposition", "time") or line.is_capitalised(site.after)
    return closes and not line.has_finite(site.after, line.end)


def backward(site: Site, left: int, *, inverted: bool = False) -> Report | None:
    """The report of what ends right before *left*, and of what goes on after the cue."""
    before = content_before(site, left)
    if before is None or _is_led(site, left, before):
        return None
    if not ends_in_quotation(site.line, before[1]) and not _takes_clause(site, before[0]):
        return None
    more = quotation_after(site)
    if more is not None and goes_on_before_marks(site, before[1]):
        more = (site.opening.start + 1, more[1])
    if more is None and not inverted:
        more = clause_after(site, end_of_content(site, site.left))
    joins = _joins_more(site.line, before)
    if more is not None and joins:
        return site.report([more], (left, more[0]), "cue-between-parts")  # rope and, he said, nails
    if more is None:
        form = site.clause_form(before)
        return site.report([before], (left, len(site.line)), "cue-after-content", form)
    if not ends_in_quotation(site.line, before[1]):
        before = (start_of_last_clause(site.line, before), before[1])
    form = site.clause_form(before, more)
    return site.report([before, more], (left, more[0]), "cue-between-parts", form)


def _takes_clause(site: Site, start: int) -> bool:
    """Whether the cue reports a clause without marks, a question too: `Why, he asked, wait?`"""
    if site.cue.takes(Frames.BARE_CLAUSE, Frames.CLAUSE):
        return True
    asks = site.cue.takes(Frames.QUESTION) and site.line.words[-1] == "?"
    return asks and (site.line.kind(start) == "question" or site.word(start) in _WHO)


def _joins_more(line: Line, before: Range) -> bool:
    """Whether the part before ends in a word that joins the rest: `It fell because, | he said,`"""
    last = line.words[before[1] - 1]
    return before[1] - before[0] > 1 and (
        line.kind(before[1] - 1) == "coordinator" or last in SUBORDINATE or last == "where"
    )


def _is_led(site: Site, left: int, before: Range) -> bool:
    """Whether each of two quotations has its cue: `Ann said, QUOTE The owl said, QUOTE`."""
    if site.opening.kind is not Kind.QUOTATION or not site.line.is_capitalised(left):
        return False
    return any(
        other.opening.kind is Kind.QUOTATION and other.opening.start == before[0]
        for other in site.reading.sites
        if other.at < before[0]
    )


def _stands_between_commas(site: Site) -> bool:
    """Whether commas cut source and cue out of a clause: `The plan, she said, is dead.`

    Not in `In May, she warned them against it, because it was late`.
    """
    end, line = end_of_content(site, site.left), site.line
    if site.opening.kind is not Kind.COMMA or end is None:
        return False
    if site.word(site.opening.start + 1) in SUBORDINATE and not line.has_any_verb(0, end):
        return False
    adds = any(o.is_participle and o.at == site.opening.start + 1 for o in site.reading.sites)
    if adds and not line.has_any_verb(0, end):
        return False  # However, Ann Lee hit back, saying
    goes_on = site.word(site.opening.start + 1) == "to" and line.has_finite(0, end)
    return goes_on or line.has_finite(site.opening.start, line.end)  # She hoped, he said, to win


def _goes_on_in_marks(site: Site) -> bool:
    """Whether a subject stands before, its verb in marks: `Ms. Lee, he said, “was a reader.”`"""
    line, start = site.line, site.opening.start
    if site.opening.kind is not Kind.QUOTATION or site.word(start - 1) != ",":
        return False
    end = end_of_content(site, site.left)
    if end is None or line.has_any_verb(0, end):
        return False
    analysis, first = line.analysis, line.token(start) + 1
    return first < len(analysis) and analysis.forms[first] in FINITE


def _goes_on_with_own(site: Site) -> bool:
    """Whether another cue has the quotation before: `She thought, “Oh, no,” | adding, QUOTE`."""
    own = site.opening.kind is Kind.QUOTATION
    return own and any(
        other.cue.sure and other.opening.kind in _SURELY_SAID
        for other in site.reading.sites
        if other.at < site.at
    )


def _has_own_quotation(site: Site, left: int) -> bool:
    """Whether a quotation follows and only a fragment stands before: `“a farce,” adding QUOTE`."""
    return site.opening.kind is Kind.QUOTATION and follows_fragment(site, left)
