"""What sort of phrase stands in marks: a title, a nickname, a term, or somebody's fragment."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

import regex

from quoteattr.grammar import POSSESSIVES
from quoteattr.lexicon import table, words
from quoteattr.quotation.marks.context import LOOSE
from quoteattr.quotation.marks.tags import is_with_words_ahead
from quoteattr.records import Screen
from quoteattr.verbs import REFLEXIVES

if TYPE_CHECKING:
    from quoteattr.quotation.marks.context import Context

_CALLED_AS: Final = frozenset({("known", "as"), ("nicknamed", "as")})
_CALLS: Final = frozenset({"call", "calls", "called", "calling"})
_PHRASE: Final = 3  # words up to which a stretch may be a term or a nickname
_LONGEST_TITLE: Final = 12  # words
_SHORT: Final = 4  # letters up to which a word of a title may stay small

_LAST_WORDS: Final = regex.compile(
    r"(?:([\p{L}’'-]+)\s+)?([\p{L}’'-]+),?\Z",
    regex.REVERSE,  # from the end, where it must match: a fiftieth of the time
)
TERMINAL: Final = regex.compile(r"(?:[.,?!…—―–:;]|--)\Z")
_ARTICLE: Final = regex.compile(r"an? \p{Ll}")
_CALLING: Final = regex.compile(
    r"\b(?:call(?:s|ed|ing)?|branded|deemed|dubbed|labell?ed|termed|as) (?:\w+ ){0,3}\w+$"
)
_NAMED_THING: Final = regex.compile(
    r"\ban? (?:\p{Ll}[\p{Ll}-]*+ )?(\p{Ll}[\p{Ll}-]*+)(?<!s) (?:called|named)\Z"
)
"""Before a name: `opened a bar called “the last boat”`; not `a plan critics called “absurd”`."""
_CLAUSE_ENDS: Final = regex.compile(r"\s?[.,;:)!?]|\s?\Z")
STRONG_TERMINAL: Final = regex.compile(r"(?:[?!…—―]|--|\.{3})\Z")
_EPISODE: Final = regex.compile(
    r"\b(?:chapter|episode|issue|lecture|lesson|part|season|track) \d++:?\Z",
    regex.IGNORECASE | regex.REVERSE,
)
"""Before a title: `Episode 41: “The Long Field”`."""
_CAPTION: Final = regex.compile(r"\[(?:Illustration|Image|Photo|Picture)(?:: |:)?\Z")
"""Before words under a picture: `[Illustration: “You see?” said Ann]`."""
_NAME_BEFORE: Final = regex.compile(
    r"(?<![.?!…]\s)(?<!\A)\b\p{Lu}[\p{Ll}’'.-]++\Z|\A\p{Lu}[\p{Ll}’'-]++\Z"
)
_POSSESSIVES: Final = ("’s", "'s")
_OWNERS: Final = POSSESSIVES | {"own"}
_NAME_AFTER: Final = regex.compile(r"\s\p{Lu}\p{Ll}+(?![’']s|\w)")
_TITLE_WORD: Final = regex.compile(r"\p{Lu}|\d")

_MAKING: Final = "composed|directed|edited|painted|performed|produced|published|sung|written"
_ON_WORK: Final = "about|by|for|from|in|of|on|set|starring|that|which|with"


def sort_of_phrase(context: Context) -> Screen:
    """What sort of phrase it is; a fragment unless something near it clearly tells otherwise."""
    if _is_nickname(context):
        return Screen.NICKNAME
    last = _LAST_WORDS.search(context.before)
    if last is None and is_told_of(context):
        return Screen.TITLE
    if _is_name_of_thing(context):
        return Screen.NICKNAME
    if _EPISODE.search(context.before) and is_title(context):
        return Screen.TITLE
    if last is None or STRONG_TERMINAL.search(context.inner):
        return Screen.FRAGMENT
    nearest, second = last.group(2).lower(), (last.group(1) or "").lower()
    hint = table("quote_contexts").get(nearest, {}).get("screen", "")
    if is_with_words_ahead(context.before):
        return Screen.FRAGMENT
    owned = nearest == "words" and (second in _OWNERS or second.endswith(_POSSESSIVES))
    if hint == "word" and context.size <= _PHRASE and not (owned or _is_predicate(context)):
        return Screen.WORD  # the term “gift”; not: in her own words, “a gift”
    if not is_title(context):
        return Screen.FRAGMENT
    names_itself = second in _CALLS and nearest in REFLEXIVES  # which calls itself “Free Coast”
    if hint == "nickname" or (second, nearest) in _CALLED_AS or names_itself:
        return Screen.NICKNAME
    if nearest == "the" and (last.group(1) or "").islower() and _is_name(context):
        return Screen.TITLE  # the garden of the “Grand Hotel,” on a bench
    if hint in ("title", "naming") or not words("title_nouns").isdisjoint((nearest, second)):
        return Screen.TITLE  # her novel “The Long Field”
    return Screen.FRAGMENT


def is_caption(context: Context) -> bool:
    """Whether it stands under a picture, and repeats words of the text."""
    return _CAPTION.search(context.before) is not None


def _is_name_of_thing(context: Context) -> bool:
    """Whether a thing is named, not called so by a person: `a bar called “the last boat”`."""
    named = _NAMED_THING.search(context.before)
    return named is not None and named[1] not in words("role_nouns") | words("group_nouns")


def _is_predicate(context: Context) -> bool:
    """Whether the words are what a thing is called: `called the letter “a stunt”`."""
    return bool(_ARTICLE.match(context.inner) and _CALLING.search(context.before))


def _is_name(context: Context) -> bool:
    """Whether capitalised words end a clause by themselves: not `the “Grand Plan” | trick`.

    Nor what somebody calls a thing: `called it the “Grand Plan.”`
    """
    ends = context.pauses or _CLAUSE_ENDS.match(context.after) is not None
    return ends and not _CALLING.search(context.before)


def _is_nickname(context: Context) -> bool:
    """`Jack “The Hammer” Ruiz`; not, in a headline, `Lee’s “Reckless Plan” Destroying Town`."""
    name = _NAME_BEFORE.search(context.before)
    if name is None or name[0].endswith(_POSSESSIVES) or name[0].lower() in words("function_words"):
        return False
    return bool(
        context.size <= _PHRASE
        and not TERMINAL.search(context.inner)
        and _TITLE_WORD.match(context.inner)
        and _NAME_AFTER.match(context.after)
    )


def is_title(context: Context) -> bool:
    """Whether the words are capitalised as those of a title are."""
    parts = context.inner.split()
    if not parts or len(parts) > _LONGEST_TITLE:
        return False
    heavy = [part for part in parts if len(part.strip(LOOSE)) > _SHORT]
    capital = sum(bool(_TITLE_WORD.match(part.strip(LOOSE + "(["))) for part in heavy)
    return bool(_TITLE_WORD.match(context.inner)) and capital >= len(heavy) * 3 / 4


def is_told_of(context: Context) -> bool:
    """Whether a title opens the sentence, and an aside tells of it: `“Dry Wind,” her novel,`.

    Not in `“Yes,” which pleased her`.
    """
    paused = context.inner.endswith(",") or context.after.startswith(",")
    named = paused and context.size > 1 and is_title(context) and not context.continues
    return named and bool(_aside_on_work().match(context.after))


@cache
def _aside_on_work() -> regex.Pattern[str]:
    """What tells of a work: `which is old`, `directed by Ann Lee`, `her first novel,`."""
    nouns = "|".join(sorted(words("title_nouns")))
    owner = r"(?:her|his|its|their|the|an?|(?:the )?(?:[\w.-]{1,20}+ ){0,2}[\w.-]{1,20}['’]s?)"
    return regex.compile(
        rf",?\s(?:(?:which|starring)\b|(?:on|by) \p{{Lu}}|(?:{_MAKING}) by\b"
        rf"|{owner} (?:[\w’'-]{{1,20}}+ ){{0,4}}(?:{nouns})(?:,| (?:{_ON_WORK})\b))"
    )
