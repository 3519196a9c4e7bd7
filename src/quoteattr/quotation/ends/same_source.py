"""Where who said so does or says something more: `called it “a farce” | before leaving`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr.grammar import BE, HAVE, INFLECTED, MODALS, NOMINATIVES
from quoteattr.quotation.reports.line import MARK_WORDS
from quoteattr.quotation.reports.tails import OPENERS

if TYPE_CHECKING:
    from quoteattr.quotation.ends.cuts import Cut

OBJECTS: Final = frozenset({"object", "weighed"})
"""Sorts of contents that are no clause."""
_MEANS: Final = frozenset({"by", "for", "of", "in", "from"})


def leads_to_own_main(cut: Cut) -> bool:
    """Whether a participle opens the sentence: `Conceding it was a “farce” | he warned: QUOTE`."""
    analysis, cue, at = cut.tail.analysis, cut.tail.report.cue, cut.at
    opens = analysis.forms[cue.token] == "VBG" and analysis.sentence_at(cue.token)[0] == cue.token
    if not opens or cut.pause not in ("mark", "comma"):
        return False
    return analysis.lowers[at] in NOMINATIVES and at + 1 in cut.tail.reporting


def leads_to_next_deed(cut: Cut) -> bool:
    """Whether who said so does something else: `said it “fell” | before leaving`."""
    analysis = cut.tail.analysis
    at = cut.at + 1 + (analysis.forms[cut.at + 1 : cut.at + 2] == ["RB"])
    if analysis.lowers[cut.at] != "before" or analysis.forms[at : at + 1] != ["VBG"]:
        return False
    marked = cut.pause == "mark" or analysis.lowers[cut.at - 1] in MARK_WORDS
    return marked or at in cut.tail.reporting


def leads_to_later_deed(cut: Cut) -> bool:
    """Whether who said how things are then does something: `said she was tired, | then hung up`.

    Not where deeds are told: `said the man hit her, then ran off`, `was arrested, then released`.
    """
    analysis, tail = cut.tail.analysis, cut.tail
    form = analysis.forms[tail.report.cue.token]
    later = analysis.lowers[cut.at] == "then" and analysis.forms[cut.at + 1 : cut.at + 2] == [form]
    if not later or form not in INFLECTED or cut.pause != "comma" or not cut.has_verb:
        return False
    told = range(tail.first, cut.at)
    deeds = (t for t in told if analysis.forms[t] in ("VBD", "VBN", "VBZ", "VBP"))
    return all(analysis.lowers[t] in BE | HAVE | MODALS for t in deeds)


def leads_to_second_participle(cut: Cut) -> bool:
    """Whether a like participle reports too: `noting that it had sunk | but warning that it rose`.

    So does a preposition and a participle: `by saying that it sank | and by calling it “a farce”`.
    """
    analysis, cue, at = cut.tail.analysis, cut.tail.report.cue, cut.at + 1
    if cut.opener != "coordinator":
        return False
    if cut.tail.sort in OBJECTS and not cut.has_verb and at in cut.tail.reporting:
        return analysis.forms[at] == analysis.forms[cue.token]  # called it dear | and urged them
    if analysis.forms[cue.token] != "VBG":
        return False
    leads = analysis.lowers[cue.token - 1]
    if leads in _MEANS and analysis.lowers[at : at + 1] == [leads]:
        return analysis.forms[at + 1 : at + 2] == ["VBG"]
    return at in cut.tail.reporting and analysis.forms[at] == "VBG"


def leads_to_own_past(cut: Cut) -> bool:
    """Whether a past goes on from the cue: `said she would not go | and accused them of lying`.

    The content holds no past of its own, to which it might be joined, nor a passive: `said it is
    opposed by many and called a farce`.
    """
    analysis, tail, at = cut.tail.analysis, cut.tail, cut.at + 1
    forms, cue = analysis.forms, tail.report.cue.token
    if cut.opener != "coordinator" or not cut.has_verb or tail.sort in OBJECTS:
        return False
    if at not in tail.reporting or not forms[at] == forms[cue] == "VBD":
        return False
    inside = range(tail.first, cut.at)
    if any(forms[t] in ("VBD", "VBN") or analysis.lowers[t] == "'d" for t in inside):
        return False
    return analysis.lowers[at + 1 : at + 2] != ["by"]


def leads_to_row(cut: Cut) -> bool:
    """Whether verbs in a row share a subject: `said it sank, | called it “a farce” and left`."""
    analysis, at, last = cut.tail.analysis, cut.at, cut.tail.last
    form = analysis.forms[cut.tail.report.cue.token]
    if cut.pause != "comma" or at not in cut.tail.reporting or analysis.forms[at] != form:
        return False
    return form in INFLECTED and any(
        OPENERS.get(analysis.lowers[t]) == "coordinator" and analysis.forms[t + 1] == form
        for t in range(at + 1, last - 1)
    )
