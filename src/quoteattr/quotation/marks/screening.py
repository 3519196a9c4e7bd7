"""What a quoted stretch is: speech that stands by itself, a fragment, or no speech at all.

Decided on the form inside the marks and the characters next to them; whether a fragment was said by
somebody is for the parser to tell.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final

import regex
from attrs import frozen

from quoteattr.lexicon import table, words
from quoteattr.quotation.marks.headings import find_headings
from quoteattr.quotation.marks.tags import (
    is_cry_ahead,
    is_reply_behind,
    is_with_words_ahead,
    sign_at_end,
    tag_pattern,
    tag_verb_at_end,
)
from quoteattr.records import MarkStyle, Screen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quoteattr.quotation.marks.drafts import Draft
    from quoteattr.records import Range

_MARKS: Final = "\"“”‟＂〝〞〟'‘’‛`´«»‹›„‚「」『』"
_LOOSE: Final = _MARKS + "*_ \t\r\n\u00a0\u2009\u202f\u200b\ufeff"
_UNMARKED: Final = (MarkStyle.DASH, MarkStyle.TRANSCRIPT, MarkStyle.BLOCK)
_NEAR: Final = 80  # characters looked at on either side; a title and its noun are nearer
_GAP: Final = "   "  # what is left of a dash in texts reduced to ASCII
_CLAUSE: Final = 4  # words from which a stretch without end punctuation counts as a clause
_CALLED_AS: Final = frozenset({("known", "as"), ("nicknamed", "as")})
_PHRASE: Final = 3  # words up to which a stretch may be a term or a nickname
_LONGEST_TITLE: Final = 12  # words

_SENTENCE_END: Final = regex.compile(rf"[.?!…][)\]{_MARKS}]*+\Z")
_CLAUSE_END: Final = regex.compile(rf"[,:;—―–)\]-][{_MARKS}]?\Z")
_LAST_WORDS: Final = regex.compile(
    r"(?:([\p{L}’'-]+)\s+)?([\p{L}’'-]+),?\Z",
    regex.REVERSE,  # from the end, where it must match: a fiftieth of the time
)
_TERMINAL: Final = regex.compile(r"(?:[.,?!…—―–:;]|--)\Z")
_ARTICLE = regex.compile(r"an? \p{Ll}")
_CALLING = regex.compile(r"\b(?:call(?:s|ed|ing)?|branded|deemed) (?:\w+ ){0,3}\w+$")
_STRONG_TERMINAL: Final = regex.compile(r"(?:[?!…—―]|--|\.{3})\Z")
_TAG_READY: Final = regex.compile(r"(?:[,?!…—―]|--)\Z")
_FULL_STOP: Final = regex.compile(r"[.?!…]\Z")
_GOES_ON_OUTSIDE: Final = regex.compile(r"\s*+(?:[,;:—―–]|--|\Z)")
_EPISODE: Final = regex.compile(
    r"\b(?:chapter|episode|issue|lecture|lesson|part|season|track) \d++:?\Z",
    regex.IGNORECASE | regex.REVERSE,
)
"""Before a title: `Episode 41: “The Long Field”`."""
_NAME_BEFORE: Final = regex.compile(
    r"(?<![.?!…]\s)(?<!\A)\b\p{Lu}[\p{Ll}’'.-]++\Z|\A\p{Lu}[\p{Ll}’'-]++\Z"
)
_POSSESSIVES: Final = ("’s", "'s")
_NAME_AFTER: Final = regex.compile(r"\s\p{Lu}\p{Ll}+(?![’']s|\w)")
_LOW_AFTER: Final = regex.compile(r"\s\p{Ll}")
_TOLD_OF: Final = regex.compile(
    r"\s(?:(?:which|starring)\b|(?:on|by) \p{Lu}"
    r"|an? (?:[\w’'-]+ ){0,3}(?:series|film|novel|book|show|drama|play|song)\b)"
)
_TITLE_WORD: Final = regex.compile(r"\p{Lu}|\d")


@frozen
class Context:
    """A quoted stretch and its neighbours in the paragraph, or in the quotation around it."""

    before: str
    inner: str
    after: str
    closed: bool
    after_gap: bool
    """Whether a gap that a lost dash left stands before it: `he went on   “Pray sit.”`"""
    pauses: bool
    """Whether such a gap ends it: `“But how   ” The door opened.`"""
    continues: bool
    """Whether speech stands before it in the same paragraph: `“Yes,” he said, “at noon.”`"""

    @property
    def size(self) -> int:
        """Words inside the marks."""
        return len(self.inner.split())

    @property
    def starts_low(self) -> bool:
        """Whether it begins in the middle of a sentence, as far as case tells."""
        return self.inner[:1].islower()


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
    inner = text[draft.start : draft.end].strip(_MARKS)
    context = Context(
        before=before.rstrip(_LOOSE),
        inner=inner.strip(_LOOSE),
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
    phrase = _screen_phrase(context)
    if phrase is Screen.FRAGMENT and _is_speech(context):
        return Screen.SPEECH
    return phrase


def _screen_wordless(context: Context) -> Screen:
    """`“...” he said nothing`, `the “13” of the draw`."""
    if any(map(str.isdigit, context.inner)):
        return Screen.MEASURE
    stands = not context.before or _CLAUSE_END.search(context.before)
    return Screen.SPEECH if stands else Screen.FRAGMENT


def _is_speech(context: Context) -> bool:
    """Whether the stretch stands by itself, by where it begins and how it ends."""
    if not context.before or _SENTENCE_END.search(context.before):
        tagged = _is_tagged(context) or is_reply_behind(context.after)
        return tagged or _stands_at_head(context)
    if context.after_gap or _CLAUSE_END.search(context.before):
        ready = context.pauses or _TAG_READY.search(context.inner)
        return bool(ready and _is_tagged(context)) or _stands_after_clause(context)
    return _stands_after_word(context)


def _is_tagged(context: Context) -> bool:
    """`“For good” he said`: whether a reporting clause follows."""
    return bool(tag_pattern().match(context.after.lstrip(_LOOSE)))


def _stands_at_head(context: Context) -> bool:
    """Whether it is speech as in `“We go,” he said`, not as in `“Desert Wind” was a failure`."""
    if _is_told_of(context):
        return False
    if context.pauses or _TERMINAL.search(context.inner) or not context.closed:
        return True
    if _GOES_ON_OUTSIDE.match(context.after):
        return context.size > 1 or context.continues or not context.before
    if not context.continues and (context.starts_low or _is_said_of(context)):
        return False
    return context.size > _CLAUSE


def _is_told_of(context: Context) -> bool:
    """Whether a title opens the sentence, and an aside tells of it: `“Dry Wind,” which is old,`.

    Not in `“Yes,” which pleased her`.
    """
    named = context.inner.endswith(",") and context.size > 1 and _is_title(context)
    return named and bool(_TOLD_OF.match(context.after)) and not context.continues


def _is_said_of(context: Context) -> bool:
    """Whether a title is what the sentence is about: `“The Long Quiet Field” was a failure`."""
    goes_on = _LOW_AFTER.match(context.after) is not None
    return goes_on and _is_title(context) and not is_reply_behind(context.after)


def _stands_after_clause(context: Context) -> bool:
    """Whether it is speech as in `She said: “We go.”`, not as in `a plan, “a bad one,” he has`."""
    if context.continues:
        return True
    ended = context.pauses or bool(_FULL_STOP.search(context.inner))
    reported = tag_verb_at_end().search(context.before)
    if context.starts_low:
        return bool(reported and ended and context.size >= _CLAUSE)
    least = _CLAUSE - context.before.endswith(":")  # Ann: “We will win” as polls open
    return bool(reported) or ended or context.size >= least


def _stands_after_word(context: Context) -> bool:
    """Whether it is speech as in `She said “Come in.”`, not as in `that “the plan is dead”`."""
    sign = sign_at_end().search(context.before)
    if context.starts_low:
        return sign is not None and context.before.endswith("reading")
    ended = context.pauses or bool(_TERMINAL.search(context.inner))
    if sign or tag_verb_at_end().search(context.before) or is_with_words_ahead(context.before):
        return ended or sign is not None or context.size >= _CLAUSE
    cries = context.size >= _CLAUSE or is_cry_ahead(context.before)
    return bool(_STRONG_TERMINAL.search(context.inner)) and cries


def _screen_phrase(context: Context) -> Screen:
    """What sort of phrase it is; a fragment unless something near it clearly tells otherwise."""
    if _is_nickname(context):
        return Screen.NICKNAME
    last = _LAST_WORDS.search(context.before)
    if _EPISODE.search(context.before) and _is_title(context):
        return Screen.TITLE
    if last is None or _STRONG_TERMINAL.search(context.inner):
        return Screen.FRAGMENT
    nearest, second = last.group(2).lower(), (last.group(1) or "").lower()
    hint = table("quote_contexts").get(nearest, {}).get("screen", "")
    if is_with_words_ahead(context.before):
        return Screen.FRAGMENT
    if hint == "word" and context.size <= _PHRASE and not _is_predicate(context):
        return Screen.WORD  # the term “gift”
    if not _is_title(context):
        return Screen.FRAGMENT
    if hint == "nickname" or (second, nearest) in _CALLED_AS:
        return Screen.NICKNAME
    if hint in ("title", "naming") or not words("title_nouns").isdisjoint((nearest, second)):
        return Screen.TITLE  # her novel “The Long Field”
    return Screen.FRAGMENT


def _is_predicate(context: Context) -> bool:
    """Whether the words are what a thing is called: `called the letter “a stunt”`."""
    return bool(_ARTICLE.match(context.inner) and _CALLING.search(context.before))


def _is_nickname(context: Context) -> bool:
    """`Jack “The Hammer” Ruiz`; not, in a headline, `Lee’s “Reckless Plan” Destroying Town`."""
    name = _NAME_BEFORE.search(context.before)
    if name is None or name[0].endswith(_POSSESSIVES) or name[0].lower() in words("function_words"):
        return False
    return bool(
        context.size <= _PHRASE
        and not _TERMINAL.search(context.inner)
        and _TITLE_WORD.match(context.inner)
        and _NAME_AFTER.match(context.after)
    )


def _is_title(context: Context) -> bool:
    """Whether the words are capitalised as those of a title are."""
    parts = context.inner.split()
    if not parts or len(parts) > _LONGEST_TITLE:
        return False
    heavy = [part for part in parts if len(part.strip(_LOOSE)) > _CLAUSE]
    capital = sum(bool(_TITLE_WORD.match(part.strip(_LOOSE + "(["))) for part in heavy)
    return bool(_TITLE_WORD.match(context.inner)) and capital >= len(heavy) * 3 / 4
