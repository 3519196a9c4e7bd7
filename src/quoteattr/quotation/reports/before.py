"""Reports whose content begins before the cue: `The plan is dead, she said.`"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from quoteattr import config
from quoteattr.quotation.reports.adjuncts import after_addressee
from quoteattr.quotation.reports.beside_nouns import (
    is_apposed,
    is_done_by,
    is_of_cry,
    is_of_remark,
    is_participle_of_noun,
)
from quoteattr.quotation.reports.hearing import heard_speaker, is_of_heard, start_of_somebody
from quoteattr.quotation.reports.inserted import is_cut
from quoteattr.quotation.reports.into_marks import goes_on_in_marks, marks_after_source
from quoteattr.quotation.reports.inversion import is_inverted
from quoteattr.quotation.reports.kinds import Kind
from quoteattr.quotation.reports.line import may_be_title
from quoteattr.quotation.reports.noun_phrases import noun_phrase_before
from quoteattr.quotation.reports.others_content import (
    SURELY_OWN,
    begins_anew,
    belongs_to_another,
    goes_on_after_name,
    goes_on_with_own,
    has_own_object,
    has_own_quotation,
    has_subject_in_marks,
    is_led,
)
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
from quoteattr.quotation.reports.resuming import (
    clause_after,
    clause_after_source,
    goes_on_before_marks,
    quotation_after,
)
from quoteattr.quotation.reports.site import Report, Site, ends_in_quotation
from quoteattr.quotation.reports.tails import RELATIVE, SUBORDINATE
from quoteattr.quotation.reports.verb_or_noun import may_be_verb
from quoteattr.quotation.words.cues import Frames
from quoteattr.quotation.words.inflection import Form

if TYPE_CHECKING:
    from quoteattr.quotation.reports.line import Line
    from quoteattr.records import Range

OWN: Final = frozenset({Kind.THAT, Kind.CLAUSE, Kind.QUESTION, Kind.INFINITIVE, Kind.OBJECT})
"""What follows a cue that reports something of its own, whatever stands before it."""
_QUOTING: Final = frozenset({"quote", "quotes", "quoted", "record", "records", "recorded"})
_LINKS: Final = frozenset(
    {"however", "moreover", "furthermore", "besides", "nevertheless", "nonetheless", "meanwhile"}
) | {"instead", "still", "similarly", "likewise", "additionally", "rather", "overall"}
_OF_WHICH: Final = frozenset({"which", "whom"})
_BEGINS_SOURCE: Final = frozenset({"", "determiner"})
_CIRCUMSTANCE: Final = frozenset({"as", "while", "when", "before", "after", "during"})


def inverted(site: Site) -> Report | None:
    """The source follows the verb: `QUOTE said Ann Lee.`; `Rain will come, said Ann Lee.`"""
    if site.subject is not None or not site.cue.sure:
        return None
    if not (follows_content(site, site.group) or goes_on_in_marks(site)):
        return None
    if is_cut(site.line, site.group - 1) and site.comma is not None:
        return None  # It was, said Ann Lee, a farce
    if has_subject_in_marks(site) or is_of_cry(site, site.group):
        return None
    if site.word(site.after) in _CIRCUMSTANCE:
        return None  # her book, “Ice,” published when she was 91
    if has_own_object(site):
        return None  # called it “a farce,” denounced the chair and left
    quoted = follows_quotation(site, site.group)
    if site.is_participle and (not quoted or site.opening.kind in OWN):
        return None
    if site.is_participle and site.reading.has_cue(0, site.at) and follows_fragment(site, site.at):
        return None  # told of a book, “Ice,” explaining
    if site.is_participle and (has_own_quotation(site, site.group) or goes_on_with_own(site)):
        return None
    led = quoted or marks_after_source(site) is not None
    turned = is_inverted(site.line, site.cue, site.after, quoted=led)
    if site.opening.kind in OWN:
        if site.line.kind(site.group - 1) == "coordinator":
            return None  # “a farce” and said the board was
        if not turned and follows_fragment(site, site.group):
            return None  # Lee, known as “Red,” said that it was
    if not turned and not (quoted and site.cue.takes(Frames.QUOTATION)):
        return None
    return backward(site, site.group, inverted=turned)


def quoted_as(site: Site) -> Report | None:
    """Another quotes somebody after a quotation: `QUOTE, the minutes quote Ann Lee as saying.`"""
    line, at = site.line, site.at
    if not site.is_participle or site.word(at - 1) != "as":
        return None
    near = range(at - 2, max(0, at - 2 - config.NAME_BEFORE_CUE), -1)
    verb = next((i for i in near if line.words[i] in _QUOTING), None)
    left = None if verb is None else noun_phrase_before(line, verb - 1)
    if left is None or not follows_quotation(site, left):
        return None
    return backward(site, left)


def heard_saying(site: Site) -> Report | None:
    """Another hears it: `QUOTE, I heard her say.`, `QUOTE, the guests heard Ann Lee shout.`

    Or has it in mind: `QUOTE, she remembers the doctor saying.`
    """
    speaker = heard_speaker(site)
    if speaker is None or not site.cue.takes(Frames.QUOTATION):
        return None
    left = start_of_somebody(site.line, speaker - 2)
    report = backward(site, left) if follows_quotation(site, left) else None
    return report and evolve(report, clause=(site.line.token(speaker), report.clause[1]))


def after_content(site: Site) -> Report | None:
    """Source and verb after a quotation or a clause: `QUOTE Ann Lee said.`"""
    if site.subject is None or _only_names_source(site):
        return None
    if not (site.cue.sure or may_be_verb(site) or closes_heading(site)):
        return None
    if not (
        follows_content(site, site.left) or _stands_between_commas(site) or goes_on_in_marks(site)
    ):
        return None
    if belongs_to_another(site) or is_apposed(site) or is_participle_of_noun(site):
        return None
    if is_of_remark(site) or is_done_by(site) or is_of_heard(site):
        return None
    if site.word(site.group - 1) in _OF_WHICH and site.subject < site.group - 1:
        return None  # a poll, the results of which were announced
    if follows_quotation(site, site.left):
        if site.opening.kind in OWN and follows_fragment(site, site.left):
            return None  # called it “a farce,” Lee said the board was
        if begins_anew(site):
            return None  # shouted “Go home!” Others said that it was late
        if has_own_quotation(site, site.left) and site.word(site.opening.start - 1) != ",":
            return None  # called it “a farce,” the crowd chanted QUOTE
        return backward(site, site.left) if site.cue.takes(Frames.QUOTATION) else None
    if goes_on_in_marks(site):
        return backward(site, site.left)
    if goes_on_after_name(site) or site.word(site.left - 1) == ";":
        return None  # It was late; everyone agreed
    broken_off = site.word(site.opening.start) in BREAKS  # Ann Lee said -- and nobody laughed
    ended = site.opening.kind in (Kind.COMMA, Kind.END) or broken_off
    if not ended and not _only_closes(site):
        return None
    return backward(site, _after_quotation(site))


def _only_names_source(site: Site) -> bool:
    """Whether a phrase before only names a source: `According to records, | the cash was found`."""
    before = site.line.words[: site.left]
    opens = before[:2] == ["according", "to"] and before[-1] == ","
    return opens and before.index(",") == site.left - 1


def _after_quotation(site: Site) -> int:
    """Where a source with commas begins after a quotation: `“No,” | her cousin Ada, 54, a baker`.

    Where the reporting clause begins if a verb stands between them.
    """
    line, left = site.line, site.left
    quotes = (i for i in range(left - 1, 0, -1) if line.is_quote(i - 1))
    start = next(quotes, left)
    if start >= left - 1 or line.kind(start) not in _BEGINS_SOURCE:
        return left
    if line.analysis.words[line.after(start - 1) - 2] != ",":
        return left
    own = line.has_finite(start, left) or site.reading.has_cue(start, left)
    return left if own else start


def _only_closes(site: Site) -> bool:
    """Whether only whom and the occasion follow: `It is dead, Ann Lee said in closing the debate.`

    Not where the content may begin there: `Rain fell, Ann Lee said in a note the road was wet.`
    """
    line = site.line
    if site.word(site.left - 1) != "," or not site.cue.takes(Frames.BARE_CLAUSE):
        return False
    if site.opening.kind in SURELY_OWN or not site.cue.sure or site.cue.form is not Form.PAST:
        return False
    after = (fragment for fragment in line.frame.fragments if fragment[0] >= site.cue.last)
    if not all(may_be_title(line.analysis, fragment) for fragment in after):
        return False  # but he said on the show “First Light”
    told = after_addressee(line, site.after) if site.cue.takes(Frames.ADDRESSEE) else site.after
    if told > site.after:
        told += line.kind(told) == "time" and not line.is_possessive(told + 1)
    if told > site.after and site.word(told) in _CIRCUMSTANCE:
        return "that" not in line.words[told:]  # Ann Lee told reporters Friday as she left
    if site.cue.lemma == "insist" and site.word(site.after) == "on":
        return False  # but if it rained, she insisted on a tent
    closes = line.kind(site.after) in ("preposition", "time") or line.is_capitalised(site.after)
    return closes and not line.has_finite(site.after, line.end)


def backward(site: Site, left: int, *, inverted: bool = False) -> Report | None:
    """The report of what ends right before *left*, and of what goes on after the cue."""
    before = content_before(site, left)
    if before is None or is_led(site, left, before):
        return None
    if not ends_in_quotation(site.line, before[1]) and not _takes_clause(site, before[0]):
        return None
    more = quotation_after(site)
    if more is not None and goes_on_before_marks(site, before[1]):
        more = (site.opening.start + 1, more[1])
    if more is None and inverted:
        more = clause_after_source(site) or marks_after_source(site)
    elif more is None:
        more = clause_after(site, end_of_content(site, site.left))
    joins = _joins_more(site.line, before)
    if more is not None and joins:
        return site.report([more], (left, more[0]), "cue-between-parts")  # rope and, he said, nails
    if more is None:
        form = site.clause_form(before)
        return site.report([before], (left, len(site.line)), "cue-after-content", form)
    if _only_links(site.line, before, more):
        return site.report([more], (left, more[0]), "cue-before-quotation")
    if not ends_in_quotation(site.line, before[1]):
        before = (start_of_last_clause(site.line, before), before[1])
    form = site.clause_form(before, more)
    return site.report([before, more], (left, more[0]), "cue-between-parts", form)


def _takes_clause(site: Site, start: int) -> bool:
    """Whether the cue reports a clause without marks, a question too: `Why, he asked, wait?`"""
    if site.cue.takes(Frames.BARE_CLAUSE, Frames.CLAUSE):
        return True
    asks = site.cue.takes(Frames.QUESTION) and site.line.words[-1] == "?"
    return asks and (site.line.kind(start) == "question" or site.word(start) in RELATIVE)


def _only_links(line: Line, before: Range, more: Range) -> bool:
    """Whether the first part only links the sentence to the one before: `However, he said, QUOTE`.

    What goes on is in marks throughout.
    """
    quoted = line.is_quote(more[0]) or any(first == more[0] for first, _ in line.fragments)
    lone = before[0] == 0 and before[1] == 1
    return lone and quoted and line.words[0] in _LINKS


def _joins_more(line: Line, before: Range) -> bool:
    """Whether the part before ends in a word that joins the rest: `It fell because, | he said,`"""
    last = line.words[before[1] - 1]
    return before[1] - before[0] > 1 and (
        line.kind(before[1] - 1) == "coordinator" or last in SUBORDINATE or last == "where"
    )


def _stands_between_commas(site: Site) -> bool:
    """Whether commas cut source and cue out of a clause: `The plan, she said, is dead.`

    Not in `In May, she warned them against it, because it was late`.
    """
    end, line = end_of_content(site, site.left), site.line
    if site.opening.kind is not Kind.COMMA or end is None:
        return False
    apart = site.opening.start > site.after
    if apart and site.word(site.opening.start + 1) in SUBORDINATE and not line.has_any_verb(0, end):
        return False
    if line.words[0] in SUBORDINATE and line.kind(site.opening.start + 1) == "relative":
        return False  # While they waited, he ordered a study, which is late
    adds = any(o.is_participle and o.at == site.opening.start + 1 for o in site.reading.sites)
    if adds and not line.has_any_verb(0, end):
        return False  # However, Ann Lee hit back, saying
    goes_on = site.word(site.opening.start + 1) == "to" and line.has_finite(0, end)
    return goes_on or line.has_finite(site.opening.start, line.end)  # She hoped, he said, to win
