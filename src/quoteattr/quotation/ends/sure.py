"""Where a content that follows its cue ends whatever the weights say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr import config
from quoteattr.grammar import (
    ASIDES,
    BE,
    HAVE,
    NOMINATIVES,
    PHRASE_TAGS,
    POSSESSIVES,
    SUBJECTS,
    edges,
)
from quoteattr.lexicon import word_classes, words
from quoteattr.quotation.ends.from_marks import FROM_MARKS
from quoteattr.quotation.ends.further_reports import FURTHER_REPORTS
from quoteattr.quotation.ends.going_on import joins_that_clause
from quoteattr.quotation.ends.same_source import OBJECTS
from quoteattr.quotation.reports.line import MARK_WORDS
from quoteattr.quotation.reports.occasions import AROUND
from quoteattr.quotation.reports.tails import RELATIVE, is_pause
from quoteattr.quotation.words.cues import Frames

if TYPE_CHECKING:
    from collections.abc import Callable

    from quoteattr.analysis import Analysis
    from quoteattr.quotation.ends.cuts import Cut

_OCCASIONS: Final = frozenset({"at", "during"})
_WITHIN: Final = _OCCASIONS | {"in"}
_MEDIA: Final = words("speech_events") | words("messages") | words("media")
_RATES: Final = frozenset(
    {"cut", "raised", "lowered", "trimmed", "lifted", "kept", "maintained", "reiterated"}
) | {"slashed", "downgraded", "upgraded"}
_RATINGS: Final = frozenset({"rating", "target", "forecast", "estimate", "estimates", "guidance"})
_ANSWERS: Final = frozenset({"yes", "no", "yeah", "nothing"})
_OWN: Final = POSSESSIVES | {"the"}
_FUTURE: Final = frozenset({"would", "will"})
_CLAUSES: Final = frozenset({"that", "clause"})
_NO_CLAUSES: Final = OBJECTS | {"infinitive"}
_CALLED: Final = frozenset({"whom", "who", "which", "what"})


def _leads_to_rating(cut: Cut) -> bool:
    """Whether who said so then rates something: `said sales were weak | and cut its forecast`."""
    analysis = cut.tail.analysis
    verb, *rated = analysis.lowers[cut.at + 1 : cut.at + config.MEDIUM_TOKENS] or [""]
    if cut.opener != "coordinator" or verb not in _RATES or not cut.has_verb:
        return False
    return not _OWN.isdisjoint(rated[:1]) and not _RATINGS.isdisjoint(rated)


def _ends_answer(cut: Cut) -> bool:
    """Whether a mere *yes* or *no* is followed by a deed: `said yes | and took a sip`.

    Or by the question: `said yes | when asked if it was over`.
    """
    tail, at = cut.tail, cut.at
    if tail.analysis.lowers[tail.first] not in _ANSWERS or cut.end != tail.first + 1:
        return False
    if tail.analysis.lowers[at] == "when":
        return True
    return cut.opener == "coordinator" and tail.analysis.forms[at + 1 : at + 2] in (
        ["VBD"],
        ["VBZ"],
    )


def _leads_to_manner(cut: Cut) -> bool:
    """Whether the reporter tells how it was said: `said it would “respond”, | without elaborating`.

    Not in `said the boats had left, without a light`.
    """
    analysis = cut.tail.analysis
    without, *deed = analysis.lowers[cut.at : cut.at + 2]
    manner = without == "without" and "".join(deed).endswith("ing")
    return manner and cut.pause in ("comma", "mark")


def _leads_to_outer_that(cut: Cut) -> bool:
    """Whether the outer report goes on: `said Lee had told them to go | and that they had stayed`.

    An object or infinitive without such a clause of its own is joined to none.
    """
    inside = cut.tail.analysis.lowers[cut.tail.first : cut.at]
    return cut.tail.sort in _NO_CLAUSES and joins_that_clause(cut) and "that" not in inside


def _leads_to_means(cut: Cut) -> bool:
    """Whether it is told by what words it was done: `defended the plan | by saying that it was`."""
    analysis, after = cut.tail.analysis, cut.at + 1
    says = analysis.lowers[cut.at] == "by" and after in cut.tail.reporting
    return says and cut.tail.sort in OBJECTS and analysis.forms[after] == "VBG"


def _leads_to_occasion(cut: Cut) -> bool:
    """Whether the last words tell of the occasion: `dismissed the plan | in a televised address`.

    That is so after an object; a clause may hold such words: `said she had learnt it in a speech`.
    """
    analysis, tail = cut.tail.analysis, cut.tail
    if cut.opener != "preposition" or cut.has_verb or tail.sort not in OBJECTS:
        return False
    if analysis.lowers[cut.at] not in _WITHIN:
        return False
    if analysis.lowers[cut.at + 1 : cut.at + 2] not in (["a"], ["an"]):
        return False
    ends = (
        t for t in range(cut.at + 2, tail.last) if t + 1 == tail.last or is_pause(analysis, t + 1)
    )
    last = next(ends, cut.at)
    return last - cut.at <= config.MEDIUM_TOKENS and analysis.lowers[last] in words("speech_events")


def _leads_to_time(cut: Cut) -> bool:
    """Whether the reporter tells when, where the rules end: `denied it all | after shares fell`."""
    if cut.tail.sort != "object" or cut.has_verb:
        return False
    ruled = cut.end == cut.tail.report.content[-1][1]
    return ruled and cut.tail.analysis.lowers[cut.at] in AROUND and _has_verb_ahead(cut)


def _leads_to_what_came_before(cut: Cut) -> bool:
    """Whether a past tells what led to a vow or an order: `has vowed to run | after Lee quit`."""
    analysis, tail, verb = cut.tail.analysis, cut.tail, cut.verb_ahead
    if analysis.lowers[cut.at] != "after" or verb is None or analysis.forms[verb] != "VBD":
        return False
    cue = tail.report.cue.token
    has = analysis.lowers[max(0, cue - 1)] in ("has", "have")
    now = has or analysis.forms[cue] in ("VBZ", "VBP")
    past = any(analysis.forms[token] == "VBD" for token in tail.finite if token < cut.at)
    return now and tail.sort == "infinitive" and not past


def _leads_to_deed(cut: Cut) -> bool:
    """Whether a past behind a future is the reporter's: `said she would stay | and left the room`.

    Not a participle that a tagger takes for one: `said it would be split and sold`.
    """
    analysis, tail, after = cut.tail.analysis, cut.tail, cut.at + 1
    joins = cut.opener == "coordinator" and tail.sort in _CLAUSES
    if not joins or analysis.forms[after : after + 1] not in (["VBD"], ["VBN"]):
        return False
    if analysis.forms[tail.report.cue.token] != "VBD":
        return False
    verb, *others = [token for token in tail.finite if token < cut.at] or [tail.first]
    plain = (BE | HAVE).isdisjoint([*analysis.lowers[verb : cut.at], analysis.lowers[after]])
    return analysis.lowers[verb] in _FUTURE and plain and not others


def _has_verb_ahead(cut: Cut) -> bool:
    """Whether a finite verb is left out, or a past form that the tagger takes for a participle."""
    rest = cut.tail.analysis.lowers[cut.at : cut.tail.last]
    return cut.verb_ahead is not None or not words("irregular_pasts").isdisjoint(rest)


def _ends_predicate(cut: Cut) -> bool:
    """Whether what somebody is called ends here: `called it “rash” | in a radio interview`.

    Before the medium, the day or the occasion, and before what another does: `“rash,” | and Lee`;
    so does `described it as “rash” | after it rained`.
    """
    cue, analysis = cut.tail.report.cue, cut.tail.analysis
    is_predicate = cue.takes(Frames.PREDICATE, Frames.OBJECT_AS) and not cue.takes(Frames.OBJECT)
    if cut.tail.sort != "object" or not is_predicate:
        return False
    if cut.pause == "comma" and analysis.lowers[cut.at - 1] in MARK_WORDS:
        return cut.opener == "coordinator" and cut.verb_ahead is not None
    if cut.pause != "mark":
        return False
    if cut.opener == "time" or analysis.lowers[cut.at] in _OCCASIONS:
        return True
    if analysis.lowers[cut.at] in AROUND and cut.verb_ahead is not None:
        return True
    return cut.opener == "preposition" and _is_medium_or_day(analysis, cut.at)


def _ends_relative(cut: Cut) -> bool:
    """Whether a comma in marks ends what *whom* is called: `whom he called “mad,” | with her`."""
    cue, analysis = cut.tail.report.cue, cut.tail.analysis
    first, last = cut.tail.report.clause
    opens = 0 < first < last and analysis.lowers[first - 1] in _CALLED
    if not opens or not cue.takes(Frames.PREDICATE, Frames.OBJECT_AS, Frames.OBJECT):
        return False
    return cut.pause == "comma" and analysis.lowers[cut.at - 1] in MARK_WORDS


def _leads_to_outer_verb(cut: Cut) -> bool:
    """Whether a clause in marks is all: `the claim that she said “it is open” | is false`.

    Not a noun in marks: `said the “old door” is open`, `said “the door we know” is open`.
    """
    analysis, first = cut.tail.analysis, cut.tail.first
    marked = cut.tail.quotes[:1] == [first] and cut.pause == "mark" and cut.opener == "verb"
    inside = range(first, cut.at)
    whole = marked and len(cut.tail.report.content) == 1
    return whole and any(
        analysis.relations[t] in SUBJECTS
        and analysis.heads[t] in inside
        and edges(analysis, t)[0] <= first + 1
        for t in inside
    )


def _leads_to_clause_beside(cut: Cut) -> bool:
    """Whether somebody else acts after an object: `reported a loss, | and its head, Lee, resigned`.

    Not in `announced a loan, and a tax that would fall`, `and a tax she would cut`.
    """
    lowers, verb, after = cut.tail.analysis.lowers, cut.verb_ahead, cut.at + 1
    joins = cut.opener == "coordinator" and cut.pause == "comma"
    if not joins or verb is None or cut.has_verb or cut.tail.sort not in OBJECTS:
        return False
    between = lowers[after:verb]
    hangs = not (RELATIVE | {"that", "to"}).isdisjoint(between)
    hangs |= not NOMINATIVES.isdisjoint(between[1:])
    return bool(between) and not hangs and not any(after <= t < verb for t in cut.tail.quotes)


def _leads_to_company(cut: Cut) -> bool:
    """Whether it is told what else somebody does: `said she was “glad,” | while trying to rise`.

    Or what another does meanwhile: `told them it was “over,” | even as her rival cried foul`.
    """
    analysis, at = cut.tail.analysis, cut.at
    if cut.pause != "comma" or analysis.lowers[at - 1] not in MARK_WORDS:
        return False
    while_ = analysis.lowers[at] == "while" and analysis.forms[at + 1 : at + 2] == ["VBG"]
    return while_ or analysis.lowers[at : at + 2] == ["even", "as"]


def _leads_to_main_clause(cut: Cut) -> bool:
    """Whether a participle opens the sentence: `Noting that it was late, | however, Lee stayed`."""
    analysis, cue = cut.tail.analysis, cut.tail.report.cue
    if analysis.forms[cue.token] != "VBG" or analysis.sentence_at(cue.token)[0] != cue.token:
        return False
    aside, *comma = analysis.lowers[cut.at : cut.at + 2]
    parted = aside in ASIDES and comma == [","]
    return parted and cut.verb_ahead is not None


def _is_medium_or_day(analysis: Analysis, preposition: int) -> bool:
    """Whether a phrase says where or when words were said: `in a radio interview`, `on Friday`."""
    for token in range(preposition + 1, min(preposition + config.MEDIUM_TOKENS, len(analysis))):
        word = analysis.lowers[token]
        if analysis.lowers[token - 1] == "-":
            word = "".join(analysis.lowers[token - 2 : token + 1])  # op-ed
        if word in _MEDIA or word_classes().get(word) == "time":
            return True
        if analysis.tags[token] not in PHRASE_TAGS and word != "-":
            return False
    return False


_ENDS: Final[tuple[Callable[[Cut], bool], ...]] = (
    *FURTHER_REPORTS,
    _leads_to_rating,
    _ends_answer,
    _leads_to_manner,
    _leads_to_means,
    _leads_to_outer_that,
    _leads_to_occasion,
    _leads_to_time,
    _leads_to_what_came_before,
    _leads_to_deed,
    _leads_to_clause_beside,
    _leads_to_company,
    *FROM_MARKS,
    _leads_to_main_clause,
    _leads_to_outer_verb,
    _ends_relative,
    _ends_predicate,
)


def surely_ends(cut: Cut) -> bool:
    """Whether the content ends at *cut* for sure."""
    return any(ends(cut) for ends in _ENDS)
