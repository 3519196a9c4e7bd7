"""Where others have their share: `A third said it was late | and one in four said it was not`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr import config
from quoteattr.grammar import SHARES

if TYPE_CHECKING:
    from quoteattr.quotation.ends.cuts import Cut

_ROUGHLY: Final = frozenset(
    {
        "more",
        "fewer",
        "less",
        "than",
        "nearly",
        "about",
        "almost",
        "roughly",
        "only",
        "just",
        "over",
    }
)


def leads_to_other_share(cut: Cut) -> bool:
    """Whether others have their say: `A third said it was late | and one in four said it was not`.

    Or the same as the first: `said it was late, | compared with 12 percent who said so in May`.
    """
    analysis, tail = cut.tail.analysis, cut.tail
    joins = cut.opener in ("coordinator", "subordinate") and cut.pause == "none"
    if not cut.has_verb or not (joins or cut.pause == "comma"):
        return False
    near = range(cut.at, min(cut.at + config.SHARE_TOKENS, tail.last))
    cue = next((t for t in near if t in tail.reporting), None)
    if cue is None or analysis.lowers[cue] != analysis.lowers[tail.report.cue.token]:
        return False
    counted = range(cut.at, min(cut.at + config.SHARE_WORDS, cue))
    number = next((t for t in counted if analysis.tags[t] == "NUM"), None)
    roughly = number is not None and _ROUGHLY.issuperset(analysis.lowers[cut.at + 2 : number])
    return number is not None and (roughly or number - cut.at < config.MARKS_AFTER_CUE)


def leads_to_comparison(cut: Cut) -> bool:
    """Whether the teller sets another number beside: `said it was late, | compared with 9 in May`.

    Or one of people: `said it was late, | double the number who said that in May`. So where those
    who say it are counted: `Of the bakers, 20 percent said`.
    """
    lowers, tags, cue = cut.tail.analysis.lowers, cut.tail.analysis.tags, cut.tail.report.cue
    who = slice(cut.tail.report.clause[0], cue.token)
    counted = "NUM" in tags[who] or not SHARES.isdisjoint(lowers[who])
    if cut.pause not in ("comma", "mark") or not counted:
        return False
    near = range(cut.at + 1, min(cut.at + config.SHARE_WORDS, cut.tail.last))
    if lowers[cut.at] == "compared" and lowers[cut.at + 1] in ("with", "to"):
        return any(tags[t] == "NUM" for t in near)
    return any(lowers[t : t + 2] == ["number", "who"] for t in near)
