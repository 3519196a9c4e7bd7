"""What a quoted stretch is: speech that stands by itself, a fragment, or no speech at all.

Decided on the form inside the marks and the characters next to them; whether a fragment was said by
somebody is for the parser to tell.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final

import regex

from quoteattr.quotation.marks.context import LOOSE, MARKS, Context
from quoteattr.quotation.marks.headings import find_headings
from quoteattr.quotation.marks.phrases import is_caption, sort_of_phrase
from quoteattr.quotation.marks.standing import CLAUSE_END, is_speech
from quoteattr.records import MarkStyle, Screen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quoteattr.quotation.marks.drafts import Draft
    from quoteattr.records import Range

_UNMARKED: Final = (MarkStyle.DASH, MarkStyle.TRANSCRIPT, MarkStyle.BLOCK)
_NEAR: Final = 80  # characters looked at on either side; a title and its noun are nearer
_GAP: Final = "   "  # what is left of a dash in texts reduced to ASCII

_UNSAID: Final = regex.compile(
    r"\b(?:as (?:if|though|much as) to (?:say|ask|tell \w+)|as who should say"
    r"|(?:seem|seems|seemed|seeming) to (?:say|ask|be (?:saying|asking))"
    r"|(?:eyes?|eyebrows?|face|expression|gaze|glance|grin|look|nod|shrug|silence|smile|stare)"
    r"(?:,? (?:that|which))? (?:say|says|said|asks?|asked))[,:]?\Z",
    regex.IGNORECASE | regex.REVERSE,
)
"""Before words that only a look or a gesture tells: `smiled, as if to say, “You see?”`."""


def screen_all(
    text: str, paragraphs: Sequence[Range], nested: Sequence[tuple[Draft, int | None]]
) -> list[Screen]:
    """What each draft is, in the order given."""
    starts = [start for start, _ in paragraphs]
    screens: list[Screen] = []
    speech_end: dict[int | None, int] = {}
    headings = find_headings(paragraphs, nested)
    for index, (draft, parent) in enumerate(nested):
        if index in headings:
            screens.append(Screen.TITLE)
            continue
        paragraph = paragraphs[bisect_right(starts, draft.start) - 1]
        around = None if parent is None else nested[parent][0]
        low, high = _limits(draft, paragraph, around)
        continues = speech_end.get(parent, -1) > low
        screen = _screen(text, draft, low, high, continues=continues)
        if screen is Screen.SPEECH:
            speech_end[parent] = draft.parts[-1][1]
        screens.append(screen)
    return screens


def _limits(draft: Draft, paragraph: Range, around: Draft | None) -> Range:
    """The stretch of text that may tell something about the draft."""
    low, high = paragraph
    if around is None:
        return low, high
    part = around.parts[bisect_right(around.parts, (draft.start, draft.end)) - 1]
    if part[0] > draft.start:
        part = around.parts[0]
    marked = around.style not in _UNMARKED
    return max(low, part[0] + marked), min(high, part[1])


def _screen(text: str, draft: Draft, low: int, high: int, *, continues: bool) -> Screen:
    turns = draft.style in _UNMARKED
    if turns or draft.label is not None or len(draft.parts) > 1:
        return Screen.SPEECH
    before = text[max(low, draft.start - _NEAR) : draft.start]
    inner = text[draft.start : draft.end].strip(MARKS)
    context = Context(
        before=before.rstrip(LOOSE),
        inner=inner.strip(LOOSE),
        after_gap=before.endswith(_GAP),
        pauses=inner.endswith(_GAP),
        after=text[draft.end : min(high, draft.end + _NEAR)],
        closed=draft.closed,
        continues=continues,
    )
    if context.before.endswith("="):
        return Screen.WORD  # <a href="page">
    if not any(map(str.isalpha, context.inner)):
        return _screen_wordless(context)
    if _UNSAID.search(context.before):
        return Screen.UNSAID
    if is_caption(context):
        return Screen.TITLE
    phrase = sort_of_phrase(context)
    if phrase is Screen.FRAGMENT and is_speech(context):
        return Screen.SPEECH
    return phrase


def _screen_wordless(context: Context) -> Screen:
    """`“...” he said nothing`, `the “13” of the draw`."""
    if any(map(str.isdigit, context.inner)):
        return Screen.MEASURE
    stands = not context.before or CLAUSE_END.search(context.before)
    return Screen.SPEECH if stands else Screen.FRAGMENT
