"""Where a content that follows its cue ends whatever the weights say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr import config
from quoteattr.grammar import ASIDES, NOMINATIVES, PHRASE_TAGS, POSSESSIVES, SUBJECTS, edges
from quoteattr.lexicon import word_classes, words
from quoteattr.quotation.reports.line import MARK_WORDS
from quoteattr.quotation.reports.tails import is_pause
from quoteattr.quotation.words.cues import Frames
from quoteattr.quotation.words.weighing import speaking_nouns

if TYPE_CHECKING:
    from collections.abc import Callable

    from quoteattr.analysis import Analysis
    from quoteattr.quotation.ends.cuts import Cut

_OCCASIONS: Final = frozenset({"at", "during"})
_AROUND: Final = frozenset({"after", "before"})
_WITHIN: Final = _OCCASIONS | {"in"}
_OBJECTS: Final = frozenset({"object", "weighed"})
_MEDIA: Final = words("speech_events") | words("messages") | words("media")
_TELLER: Final = frozenset({"i", "we"})
_ECHOES: Final = frozenset({"echoing", "citing", "quoting"})
_RATES: Final = frozenset(
    {"cut", "raised", "lowered", "trimmed", "lifted", "kept", "maintained", "reiterated"}
) | {"slashed", "downgraded", "upgraded"}
_RATINGS: Final = frozenset({"rating", "target", "forecast", "estimate", "estimates", "guidance"})
_OWN: Final = POSSESSIVES | {"the"}
_CALLED: Final = frozenset({"whom", "who", "which", "what"})


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


def _leads_to_addition(cut: Cut) -> bool:
    """Whether the same speaker adds something: `stated that nine had signed, | adding that`."""
    adds = cut.tail.analysis.lowers[cut.at : cut.at + 2] == ["adding", "that"]
    return adds and cut.pause == "comma" and cut.has_verb


def _leads_to_echo(cut: Cut) -> bool:
    """Whether the reporter tells whose words these are like: `said it was late, | echoing Lee`."""
    echo = cut.tail.analysis.lowers[cut.at] in _ECHOES
    return echo and cut.pause in ("comma", "mark") and cut.has_verb


def _leads_to_rating(cut: Cut) -> bool:
    """Whether who said so then rates something: `said sales were weak | and cut its forecast`."""
    analysis = cut.tail.analysis
    verb, *rated = analysis.lowers[cut.at + 1 : cut.at + config.MEDIUM_TOKENS] or [""]
    if cut.opener != "coordinator" or verb not in _RATES or not cut.has_verb:
        return False
    return not _OWN.isdisjoint(rated[:1]) and not _RATINGS.isdisjoint(rated)


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


def _leads_to_other_share(cut: Cut) -> bool:
    """Whether others have their say: `A third said it was late | and one in four said it was not`.

    Or the same as the first: `said it was late, | compared with 12 percent who said so in May`.
    """
    analysis, tail = cut.tail.analysis, cut.tail
    near = range(cut.at, min(cut.at + config.SHARE_TOKENS, tail.last))
    cue = next((t for t in near if t in tail.reporting), None)
    if cue is None or cut.pause not in ("comma", "none") or not cut.has_verb:
        return False
    if analysis.lowers[cue] != analysis.lowers[tail.report.cue.token]:
        return False
    begins = cut.opener in ("coordinator", "subordinate") or cut.pause == "comma"
    counted = range(cut.at, min(cut.at + config.MARKS_AFTER_CUE, cue))
    return begins and any(analysis.tags[t] == "NUM" for t in counted)


def _leads_to_own_clause(cut: Cut) -> bool:
    """Whether the teller goes on after a semicolon: `said so; | we agree`, `; he also said`."""
    analysis, tail = cut.tail.analysis, cut.tail
    if analysis.lowers[cut.at - 1] != ";" or cut.verb_ahead is None:
        return False
    first, last = tail.report.clause
    if analysis.lowers[cut.at] in _TELLER:
        before = analysis.lowers[first:last] + analysis.lowers[tail.first : cut.end]
        return _TELLER.isdisjoint(before)
    near = range(cut.at, min(cut.at + config.NAME_BEFORE_CUE, tail.last))
    return analysis.lowers[cut.at] in NOMINATIVES and any(t in tail.reporting for t in near)


def _leads_to_cut_relative(cut: Cut) -> bool:
    """Whether a clause has a report inside: `said it would cut jobs, | which, it said, was sad`."""
    analysis, tail = cut.tail.analysis, cut.tail
    if cut.opener != "relative" or analysis.lowers[cut.at - 1 : cut.at + 2 : 2] != [",", ","]:
        return False
    near = range(cut.at + 2, min(cut.at + config.NAME_BEFORE_CUE, tail.last - 1))
    return any(t in tail.reporting and analysis.lowers[t + 1] == "," for t in near)


def _leads_to_named_relative(cut: Cut) -> bool:
    """Whether another names what it is about: `opposed the plan, | which Lee called “mad”`."""
    analysis, tail = cut.tail.analysis, cut.tail
    names = tail.quotes and tail.quotes[-1] - 1 in tail.reporting and tail.quotes[-1] > cut.at
    which = analysis.lowers[cut.at] == "which" and cut.pause == "comma"
    return bool(names) and which and tail.sort in _OBJECTS


def _leads_to_another(cut: Cut) -> bool:
    """Whether somebody else has his say: `One said it was late; | another, that it was early`."""
    analysis = cut.tail.analysis
    word, following = (*analysis.lowers[cut.at : cut.at + 2], "", "")[:2]
    says = following == "," or cut.at + 1 in cut.tail.reporting
    return analysis.lowers[cut.at - 1] == ";" and word in ("another", "others") and says


def _leads_to_manner(cut: Cut) -> bool:
    """Whether the reporter tells how it was said: `said it would “respond”, | without elaborating`.

    Not in `said the boats had left, without a light`.
    """
    analysis = cut.tail.analysis
    without, *deed = analysis.lowers[cut.at : cut.at + 2]
    manner = without == "without" and "".join(deed).endswith("ing")
    return manner and cut.pause in ("comma", "mark")


def _leads_to_that(cut: Cut) -> bool:
    """Whether a participle was only inserted: `Lee said, citing a guest, | that it was over`."""
    analysis, tail = cut.tail.analysis, cut.tail
    gerund = analysis.forms[tail.report.cue.token] == "VBG" and tail.sort in _OBJECTS
    ruled = cut.end == tail.report.content[-1][1] and cut.pause == "comma"
    return gerund and ruled and analysis.lowers[cut.at] == "that"


def _leads_to_attendant(cut: Cut) -> bool:
    """Whether another's words go along: `vowed to pay, | with its chief calling it “fair”`."""
    analysis, tail = cut.tail.analysis, cut.tail
    if cut.pause != "comma" or analysis.lowers[cut.at] != "with":
        return False
    near = range(cut.at + 2, min(cut.at + 1 + config.NAME_BEFORE_CUE, tail.last))
    return any(token in tail.reporting and analysis.forms[token] == "VBG" for token in near)


def _leads_to_means(cut: Cut) -> bool:
    """Whether it is told by what words it was done: `defended the plan | by saying that it was`."""
    analysis, after = cut.tail.analysis, cut.at + 1
    says = analysis.lowers[cut.at] == "by" and after in cut.tail.reporting
    return says and cut.tail.sort in _OBJECTS and analysis.forms[after] == "VBG"


def _leads_to_occasion(cut: Cut) -> bool:
    """Whether the last words tell of the occasion: `dismissed the plan | in a televised address`.

    That is so after an object; a clause may hold such words: `said she had learnt it in a speech`.
    """
    analysis, tail = cut.tail.analysis, cut.tail
    if cut.opener != "preposition" or cut.has_verb or tail.sort not in _OBJECTS:
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


def _leads_to_answer(cut: Cut) -> bool:
    """Whether somebody answers what was said: `said it was sound, | to which Lee shouted QUOTE`."""
    analysis, tail = cut.tail.analysis, cut.tail
    if cut.pause != "comma" or analysis.lowers[cut.at : cut.at + 2] != ["to", "which"]:
        return False
    return any(token in tail.reporting for token in range(cut.at, tail.last))


def _leads_to_own_report(cut: Cut) -> bool:
    """Whether a quotation with a cue of its own follows: `said he was busy: | “Not now,” he wrote`.

    A cue that stands right behind its source after the quotation.
    """
    analysis, tail = cut.tail.analysis, cut.tail
    if cut.opener != "quotation" or analysis.lowers[cut.at - 1] != ":":
        return False
    after = tail.items[cut.place].last
    near = range(after, min(after + config.NAME_BEFORE_CUE, tail.last))
    return any(token in tail.reporting for token in near)


def _leads_to_own_words(cut: Cut) -> bool:
    """Whether a second cue goes on in marks: `said it “was rash,” | adding, “They lost all”`."""
    analysis, tail = cut.tail.analysis, cut.tail
    if cut.at not in tail.reporting or analysis.forms[cut.at] != "VBG" or cut.pause == "none":
        return False
    return any(0 < quote - cut.at <= config.MARKS_AFTER_CUE for quote in tail.quotes)


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
    if analysis.lowers[cut.at] in _AROUND and cut.verb_ahead is not None:
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


def _leads_to_company(cut: Cut) -> bool:
    """Whether it is told what else somebody does: `said she was “glad,” | while trying to rise`."""
    analysis = cut.tail.analysis
    while_ = analysis.lowers[cut.at] == "while" and analysis.lowers[cut.at - 1] in MARK_WORDS
    return while_ and cut.pause == "comma" and analysis.forms[cut.at + 1 : cut.at + 2] == ["VBG"]


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
    _leads_to_other_report,
    _leads_to_answer,
    _leads_to_own_report,
    _leads_to_own_words,
    _leads_to_addition,
    _leads_to_echo,
    _leads_to_other_share,
    _leads_to_own_clause,
    _leads_to_another,
    _leads_to_named_relative,
    _leads_to_cut_relative,
    _leads_to_rating,
    _leads_to_second_cue,
    _leads_to_manner,
    _leads_to_that,
    _leads_to_attendant,
    _leads_to_means,
    _leads_to_occasion,
    _leads_to_company,
    _leads_to_main_clause,
    _leads_to_outer_verb,
    _ends_relative,
    _ends_predicate,
)


def surely_ends(cut: Cut) -> bool:
    """Whether the content ends at *cut* for sure."""
    return any(ends(cut) for ends in _ENDS)
