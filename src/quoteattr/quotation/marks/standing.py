"""Whether a quoted stretch stands by itself as speech, by where it begins and how it ends."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import regex

from quoteattr.quotation.marks.context import CLAUSE, LOOSE, MARKS
from quoteattr.quotation.marks.phrases import STRONG_TERMINAL, TERMINAL, is_title, is_told_of
from quoteattr.quotation.marks.tags import (
    is_cry_ahead,
    is_reply_behind,
    is_with_words_ahead,
    sign_at_end,
    tag_pattern,
    tag_verb_at_end,
)

if TYPE_CHECKING:
    from quoteattr.quotation.marks.context import Context

_SENTENCE_END: Final = regex.compile(rf"[.?!…][)\]{MARKS}]*+\Z")
CLAUSE_END: Final = regex.compile(rf"[,:;—―–)\]-][{MARKS}]?\Z")
_TAG_READY: Final = regex.compile(r"(?:[,?!…—―]|--)\Z")
_FULL_STOP: Final = regex.compile(r"[.?!…]\Z")
_GOES_ON_OUTSIDE: Final = regex.compile(r"\s*+(?:[,;:—―–]|--|\Z)")
_OWN_ANSWER: Final = regex.compile(
    r"(?:\b(?:my|your|his|her|its|our|their)|[’']s|s[’']) (?:\p{Ll}{1,12} )?"
    r"(?:answer|reply|response) (?:was|is)\Z",
    regex.IGNORECASE,
)
_ANSWER_ENDS: Final = regex.compile(r"\s*+(?:[.;]|\Z)")
_LOW_AFTER: Final = regex.compile(r"\s\p{Ll}")


def is_speech(context: Context) -> bool:
    """Whether the stretch stands by itself, by where it begins and how it ends."""
    if not context.before or _SENTENCE_END.search(context.before):
        tagged = _is_tagged(context) or is_reply_behind(context.after)
        return tagged or _stands_at_head(context)
    if context.after_gap or CLAUSE_END.search(context.before):
        ready = context.pauses or _TAG_READY.search(context.inner)
        return bool(ready and _is_tagged(context)) or _stands_after_clause(context)
    return _stands_after_word(context)


def _is_tagged(context: Context) -> bool:
    """`“For good” he said`: whether a reporting clause follows."""
    return bool(tag_pattern().match(context.after.lstrip(LOOSE)))


def _stands_at_head(context: Context) -> bool:
    """Whether it is speech as in `“We go,” he said`, not as in `“Desert Wind” was a failure`."""
    if is_told_of(context):
        return False
    if context.pauses or TERMINAL.search(context.inner) or not context.closed:
        return True
    if _GOES_ON_OUTSIDE.match(context.after):
        return context.size > 1 or context.continues or not context.before
    if not context.continues and (context.starts_low or _is_said_of(context)):
        return False
    return context.size > CLAUSE


def _is_said_of(context: Context) -> bool:
    """Whether a title is what the sentence is about: `“The Long Quiet Field” was a failure`."""
    goes_on = _LOW_AFTER.match(context.after) is not None
    return goes_on and is_title(context) and not is_reply_behind(context.after)


def _stands_after_clause(context: Context) -> bool:
    """Whether it is speech as in `She said: “We go.”`, not as in `a plan, “a bad one,” he has`.

    With a small letter, where it closes the paragraph: `An aide, by text: “make it stop”`.
    """
    if context.continues:
        return True
    ended = context.pauses or bool(_FULL_STOP.search(context.inner))
    reported = tag_verb_at_end().search(context.before)
    if context.starts_low:
        closes = context.before.endswith(":") and not context.after.strip()
        return bool(closes or (reported and ended)) and context.size >= CLAUSE
    least = CLAUSE - context.before.endswith(":")  # Ann: “We will win” as polls open
    return bool(reported) or ended or context.size >= least


def _stands_after_word(context: Context) -> bool:
    """Whether it is speech as in `She said “Come in.”`, not as in `that “the plan is dead”`.

    With a small letter only a whole answer: `Her answer was “no comment”.`
    """
    sign = sign_at_end().search(context.before)
    if context.starts_low:
        return (sign is not None and context.before.endswith("reading")) or _is_answer(context)
    ended = context.pauses or bool(TERMINAL.search(context.inner))
    if sign or tag_verb_at_end().search(context.before) or is_with_words_ahead(context.before):
        return ended or sign is not None or context.size >= CLAUSE
    cries = context.size >= CLAUSE or is_cry_ahead(context.before)
    return bool(STRONG_TERMINAL.search(context.inner)) and cries


def _is_answer(context: Context) -> bool:
    """Whether somebody's answer is all of it: `Her answer was “no comment”.`

    Not `Her answer was “evasive”`, nor `was “not enough”, said Lee`.
    """
    owned = _OWN_ANSWER.search(context.before) is not None and context.size > 1
    return owned and _ANSWER_ENDS.match(context.after) is not None
