"""What speaks for and against the end of a content at a place: signs with fitted weights.

A sign is named by what is seen: "comma relative" is a relative clause after a comma, "oblique of
content" a phrase that depends on a word of the content, "VBD then VBZ" a verb in the past before
the place and one in the present after it. end_weights.json has the weight of those
that tell something; the others weigh nothing.
"""

from __future__ import annotations

from math import log
from typing import TYPE_CHECKING, Final

from quoteattr.grammar import FINITE, SUBJECTS
from quoteattr.quotation.reports.tails import OPENERS, SUBORDINATE
from quoteattr.quotation.words.evidence import is_listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quoteattr.quotation.ends.cuts import Cut

Sign = tuple[str, float]
"""Its name and how strong it is."""

_PERSONAL: Final = frozenset({"he", "she"})
_VERBAL: Final = FINITE | {"VBG", "VBN", "VB"}


def signs(cut: Cut) -> Iterator[Sign]:
    """The signs at *cut*."""
    yield "always", 1.0
    yield f"{cut.pause} {cut.opener}", 1.0
    word = cut.tail.analysis.lowers[cut.at]
    if word in OPENERS:
        yield f"word {word}", 1.0
    yield "words before", log(cut.place)
    yield "words after", log(len(cut.tail.items) - cut.place)
    yield from _of_rules(cut)
    yield from _of_tree(cut)
    yield from _of_verbs(cut)
    yield from _of_marks(cut)
    if cut.opener == "coordinator":
        yield from _of_coordinators(cut)


def _of_rules(cut: Cut) -> Iterator[Sign]:
    """Where the rules end the content, and what they take it for."""
    tail = cut.tail
    end, sort = tail.report.content[-1][1], tail.sort
    if cut.end == end:
        yield "rules end here", 1.0
        yield f"rules end {sort} here", 1.0
        yield f"rules end at {cut.pause}", 1.0
        yield f"rules end, {_ahead(cut)}", 1.0
    elif cut.end > end:
        yield "rules ended before", 1.0
    yield f"in {sort}", 1.0
    if cut.opener == "preposition":
        yield f"preposition in {sort}", 1.0
    if not cut.has_verb:
        yield f"{sort} without verb", 1.0
    if cut.pause == "comma" and tail.lead in SUBORDINATE:
        yield "comma after leading clause", 1.0


def _of_tree(cut: Cut) -> Iterator[Sign]:
    """On what the words left out depend."""
    analysis, tail, top = cut.tail.analysis, cut.tail, cut.top
    relation, head = analysis.relations[top], analysis.heads[top]
    if head == top:
        tie = "root"
    elif head == tail.report.cue.token:
        tie = "cue"
    elif tail.first <= head < cut.at:
        tie = "content"
        inner = tail.first <= analysis.heads[head] < cut.at and analysis.heads[head] != head
        yield f"{cut.opener} tied {'inside' if inner else 'to head'} of content", 1.0
        if cut.opener in ("coordinator", "preposition"):
            yield f"{cut.opener} after {analysis.tags[head]}", 1.0
    else:
        tie = "elsewhere"
    yield f"{cut.pause} tied to {tie}", 1.0
    yield f"{relation.value} of {tie}", 1.0
    if analysis.tags[top] in ("VERB", "AUX") and is_listed("verb", analysis.lowers[top]):
        yield f"second cue tied to {tie}", 1.0


def _of_verbs(cut: Cut) -> Iterator[Sign]:
    """Which verb leads the words left out, and its tense beside that of the content.

    `said it was early | as boats leave at six`: what the content would tell in the past.
    """
    analysis, top = cut.tail.analysis, cut.top
    yield f"{cut.pause}, {_ahead(cut)}", 1.0
    if cut.has_verb and cut.verb_ahead is not None:
        inside, ahead = cut.tail.finite[0], cut.verb_ahead
        yield f"{analysis.forms[inside]} then {analysis.forms[ahead]}", 1.0
    around = analysis.children[top]
    modal = any(cut.at <= c < top and analysis.forms[c] == "MD" for c in around)
    form = "MD" if modal else analysis.forms[top]
    if form not in _VERBAL:
        return
    own = any(analysis.relations[c] in SUBJECTS for c in around if c < top)
    subject = "with subject" if own else "without subject"
    yield f"{cut.pause} {form} {subject}", 1.0
    if form == analysis.forms[cut.tail.report.cue.token]:
        yield f"verb like cue {subject}", 1.0
    if top in cut.tail.reporting:
        yield f"{cut.opener} and report {subject}", 1.0


def _ahead(cut: Cut) -> str:
    return "no verb ahead" if cut.verb_ahead is None else "verb ahead"


def _of_marks(cut: Cut) -> Iterator[Sign]:
    """Where quotations and fragments stand."""
    quotes = cut.tail.quotes
    if quotes and quotes[0] < cut.at:
        yield "marks before", 1.0
    if quotes and quotes[-1] >= cut.at:
        yield "marks ahead", 1.0


def _of_coordinators(cut: Cut) -> Iterator[Sign]:
    """What a coordinator joins: `said it was early | and opened the bids`."""
    analysis, token = cut.tail.analysis, cut.at + 1
    if token >= len(analysis):
        return
    form = analysis.forms[token]
    if form in FINITE:
        yield "and before finite verb", 1.0
    elif analysis.lowers[token] in _PERSONAL:
        yield "and before he or she", 1.0
    else:
        yield f"and before {analysis.tags[token]}", 1.0
    if analysis.tags[token] == "ADV" and token + 1 < len(analysis):
        form = analysis.forms[token + 1]
    if form == analysis.forms[cut.tail.report.cue.token]:
        yield "and before verb like cue", 1.0
