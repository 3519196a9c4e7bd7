"""Where a content ends as another report begins: `said it was late, | adding that it rained`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr import config
from quoteattr.grammar import BE, DAYS, NOMINATIVES, SENTENCE_FINAL, SUBJECTS
from quoteattr.quotation.ends.after_semicolons import AFTER_SEMICOLONS
from quoteattr.quotation.ends.same_source import (
    OBJECTS,
    leads_to_later_deed,
    leads_to_next_deed,
    leads_to_own_main,
    leads_to_own_past,
    leads_to_row,
    leads_to_second_participle,
)
from quoteattr.quotation.ends.shares import leads_to_comparison, leads_to_other_share
from quoteattr.quotation.reports.line import DASHES
from quoteattr.quotation.words.weighing import speaking_nouns

if TYPE_CHECKING:
    from collections.abc import Callable

    from quoteattr.quotation.ends.cuts import Cut

_ECHOES: Final = frozenset({"echoing", "citing", "quoting"})
_PERSONS: Final = (["he"], ["she"], ["they"])
_AUXILIARY: Final = (["has"], ["have"], ["had"], ["also"])
_LATER: Final = frozenset({"MD", "VBZ", "VBP"})
_PAST: Final = frozenset({"VBD", "VBN"})
_WHEN: Final = DAYS | {"on", "yesterday", "today", "earlier"}
_TOLD: Final = frozenset({"told", "informed"})


def _leads_to_other_report(cut: Cut) -> bool:
    """Whether the rules see another report begin: `called it “sad”, | and, when asked, said`.

    `said it was shut, | while the mayor, Ann Lee, said it was not`.
    """
    tail = cut.tail
    joins = cut.opener == "coordinator" or tail.analysis.lowers[cut.at] == "while"
    joined = joins and cut.pause == "comma"
    if not joined or cut.end != tail.report.content[-1][1]:
        return False
    return any(token in tail.reporting for token in range(cut.at, tail.last))


def _leads_to_report_beside(cut: Cut) -> bool:
    """Whether another reports at the same time: `vows to rebuild | as Lee warns that it is late`.

    So does `told them it was over, | even as his rival cried foul`; not `said it fell, as he had
    told them`, whose pronoun may be the speaker.
    """
    analysis, verb = cut.tail.analysis, cut.verb_ahead
    near = verb is not None and verb - cut.at <= config.NAME_BEFORE_CUE
    as_ = cut.at + (analysis.lowers[cut.at] == "even")
    if verb is None or not near or analysis.lowers[as_ : as_ + 1] != ["as"]:
        return False
    return verb in cut.tail.reporting and analysis.lowers[verb - 1] not in NOMINATIVES


def _leads_to_source(cut: Cut) -> bool:
    """Whether it is told who passes the report on: `told us it was late, | according to a memo`."""
    words = cut.tail.analysis.lowers[cut.at : cut.at + 2]
    named = words == ["according", "to"] and cut.at in cut.tail.reporting
    return named and cut.pause != "none" and cut.verb_ahead is None


def _leads_to_answer(cut: Cut) -> bool:
    """Whether somebody answers what was said: `said it was sound, | to which Lee shouted QUOTE`."""
    analysis, tail = cut.tail.analysis, cut.tail
    if cut.pause != "comma" or analysis.lowers[cut.at : cut.at + 2] != ["to", "which"]:
        return False
    return any(token in tail.reporting for token in range(cut.at, tail.last))


def _leads_to_own_report(cut: Cut) -> bool:
    """Whether a quotation with a cue of its own follows: `said he was busy: | “Not now,” he wrote`.

    A cue that stands right behind its source after the quotation. So does one set off by a dash, or
    in parentheses, after a verb: `said a flood came | (“It is late,” she wrote) and said so`.
    """
    analysis, tail = cut.tail.analysis, cut.tail
    place = cut.place + (analysis.lowers[cut.at] == "(")
    set_off = place > cut.place or analysis.lowers[cut.at - 1] in DASHES
    set_off = set_off and (cut.has_verb or tail.sort in OBJECTS)
    set_off = set_off or analysis.lowers[cut.at - 1] == ":"
    if not set_off or place >= len(tail.items) or tail.items[place].quote < 0:
        return False
    after = tail.items[place].last
    near = range(after, min(after + config.NAME_BEFORE_CUE, tail.last))
    return any(token in tail.reporting for token in near)


def _leads_to_own_words(cut: Cut) -> bool:
    """Whether a second cue goes on in marks: `said it “was rash,” | adding, “They lost all”`."""
    analysis, tail = cut.tail.analysis, cut.tail
    if cut.at not in tail.reporting or analysis.forms[cut.at] != "VBG" or cut.pause == "none":
        return False
    return any(0 < quote - cut.at <= config.MARKS_AFTER_CUE for quote in tail.quotes)


def _leads_to_addition(cut: Cut) -> bool:
    """Whether the same speaker adds something: `stated that nine had signed, | adding that`."""
    adds = cut.tail.analysis.lowers[cut.at : cut.at + 2] == ["adding", "that"]
    return adds and cut.pause == "comma" and cut.has_verb


def _leads_to_echo(cut: Cut) -> bool:
    """Whether the reporter tells whose words these are like: `said it was late, | echoing Lee`."""
    echo = cut.tail.analysis.lowers[cut.at] in _ECHOES
    return echo and cut.pause in ("comma", "mark") and cut.has_verb


def _leads_to_named_relative(cut: Cut) -> bool:
    """Whether another names what it is about: `opposed the plan, | which Lee called “mad”`."""
    analysis, tail = cut.tail.analysis, cut.tail
    names = tail.quotes and tail.quotes[-1] - 1 in tail.reporting and tail.quotes[-1] > cut.at
    which = analysis.lowers[cut.at] == "which" and cut.pause == "comma"
    return bool(names) and which and tail.sort in OBJECTS


def _leads_to_cut_relative(cut: Cut) -> bool:
    """Whether a clause has a report inside: `said it would cut jobs, | which, it said, was sad`.

    Or behind its verb: `said it would cut jobs, | which was, he said, sad`.
    """
    lowers, tail = cut.tail.analysis.lowers, cut.tail
    if cut.opener != "relative" or lowers[cut.at - 1] != ",":
        return False
    near = range(cut.at + 2, min(cut.at + config.NAME_BEFORE_CUE, tail.last - 1))
    if lowers[cut.at + 1 : cut.at + 2] == [","]:
        return any(t in tail.reporting and lowers[t + 1] == "," for t in near)
    return any(
        t in tail.reporting
        and lowers[t - 2] == lowers[t + 1] == ","
        and lowers[t - 1] in NOMINATIVES
        for t in range(cut.at + 3, tail.last - 1)
    )


def _leads_to_own_relative(cut: Cut) -> bool:
    """Whether who said so names it: `said it would be sold, | which he called “a farce”`."""
    lowers, at = cut.tail.analysis.lowers, cut.at
    if cut.opener != "relative" or cut.pause == "none" or not cut.has_verb:
        return False
    verb = at + 2 + (lowers[at + 2 : at + 3] in _AUXILIARY)
    return lowers[at + 1 : at + 2] in _PERSONS and verb in cut.tail.reporting


def _leads_to_silence(cut: Cut) -> bool:
    """Whether it is told what was not said: `said it will sail | but did not say when`.

    Where the content before is of now or the future, so that *did* is the reporter's.
    """
    analysis, tail = cut.tail.analysis, cut.tail
    said = analysis.lowers[cut.at : cut.at + 3]
    if said not in (["but", "did", "not"], ["but", "did", "n't"]) or not cut.has_verb:
        return False
    verbs = [token for token in tail.finite if token < cut.at]
    later = analysis.forms[verbs[-1]] in _LATER
    return later and analysis.forms[tail.report.cue.token] == "VBD"


def _leads_to_second_order(cut: Cut) -> bool:
    """Whether a finite cue follows an infinitive: `asked us to stay | and proposed a vote`."""
    analysis, tail = cut.tail.analysis, cut.tail
    joined = cut.opener == "coordinator" and cut.at + 1 in tail.reporting
    if not joined or tail.sort != "infinitive" or analysis.forms[cut.at + 1] not in _PAST:
        return False
    return not any(analysis.forms[token] == "VBD" for token in tail.finite if token < cut.at)


def _leads_to_second_cue(cut: Cut) -> bool:
    """Whether only who said so can say the rest: `said the road was bad | and asked who would pay`.

    The content tells of a thing, and a cue like the first follows without a subject of its own.
    """
    analysis, tail, cue = cut.tail.analysis, cut.tail, cut.tail.report.cue
    if cut.opener != "coordinator" or cut.at + 1 not in tail.reporting or not cut.has_verb:
        return False
    subjects = (t for t in range(tail.first, cut.at) if analysis.relations[t] in SUBJECTS)
    subject = next(subjects, None)
    if subject is None or analysis.forms[cut.at + 1] != analysis.forms[cue.token]:
        return False
    thing = analysis.forms[subject] in ("NN", "NNS")
    return thing and analysis.lowers[subject] not in speaking_nouns()


def _leads_to_second_that(cut: Cut) -> bool:
    """Whether a cue with *that* follows marks: `says the pumps “may fail” | and advises that`.

    Where the rules end the content.
    """
    analysis, tail, after = cut.tail.analysis, cut.tail, cut.at + 1
    ruled = cut.end == tail.report.content[-1][1] and cut.pause == "mark"
    if not ruled or cut.opener != "coordinator" or after not in tail.reporting:
        return False
    alike = analysis.forms[after] == analysis.forms[tail.report.cue.token]
    return alike and analysis.lowers[after + 1 : after + 2] == ["that"]


def _leads_to_attendant(cut: Cut) -> bool:
    """Whether another's words go along: `vowed to pay, | with its chief calling it “fair”`."""
    analysis, tail = cut.tail.analysis, cut.tail
    if cut.pause != "comma" or analysis.lowers[cut.at] != "with":
        return False
    near = range(cut.at + 2, min(cut.at + 1 + config.NAME_BEFORE_CUE, tail.last))
    return any(token in tail.reporting and analysis.forms[token] == "VBG" for token in near)


def _leads_to_hearers(cut: Cut) -> bool:
    """Whether others only hear of it: `said he had been “resting”, | jurors were told.`

    Or `the court was told on Monday.`
    """
    lowers, verb = cut.tail.analysis.lowers, cut.verb_ahead
    if verb is None or cut.pause not in ("comma", "mark") or not cut.has_verb:
        return False
    be, told, *rest = (*lowers[verb : cut.tail.last + 1], "", "")
    ends = rest[0] in SENTENCE_FINAL or (rest[0] in _WHEN and len(rest) <= config.NAME_BEFORE_CUE)
    return be in BE and told in _TOLD and ends


def _leads_to_that(cut: Cut) -> bool:
    """Whether a participle was only inserted: `Lee said, citing a guest, | that it was over`.

    Or a clause on the hearer: `told a guest who asked why it rained | that it was over`.
    """
    analysis, tail = cut.tail.analysis, cut.tail
    gerund = analysis.forms[tail.report.cue.token] == "VBG" and tail.sort in OBJECTS
    inserted = (gerund and cut.pause == "comma") or analysis.lowers[tail.report.clause[0]] == "who"
    ruled = cut.end == tail.report.content[-1][1]
    return inserted and ruled and analysis.lowers[cut.at] == "that"


FURTHER_REPORTS: Final[tuple[Callable[[Cut], bool], ...]] = (
    _leads_to_report_beside,
    _leads_to_other_report,
    _leads_to_source,
    _leads_to_answer,
    _leads_to_own_report,
    _leads_to_own_words,
    _leads_to_addition,
    _leads_to_echo,
    leads_to_other_share,
    leads_to_comparison,
    *AFTER_SEMICOLONS,
    _leads_to_named_relative,
    _leads_to_cut_relative,
    _leads_to_own_relative,
    _leads_to_silence,
    _leads_to_second_order,
    _leads_to_second_cue,
    _leads_to_second_that,
    _leads_to_attendant,
    _leads_to_hearers,
    _leads_to_that,
    leads_to_own_main,
    leads_to_next_deed,
    leads_to_later_deed,
    leads_to_own_past,
    leads_to_second_participle,
    leads_to_row,
)
"""What tells that a further report begins at a cut."""
