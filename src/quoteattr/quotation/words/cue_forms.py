"""Every form in which the reporting expressions of the lexicon may stand."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from quoteattr import config
from quoteattr.grammar import POSSESSIVES
from quoteattr.lexicon import table
from quoteattr.quotation.words.inflection import Form, inflections, third_person

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

OWN_WORDS: Final = "in the words of"
"""Lemma of what says whose words they are."""
_OWNERS: Final = POSSESSIVES | {"'s", "’s", "'", "’"}
_SPANS: Final = frozenset(
    {"minutes", "hours", "days", "weeks", "months", "years", "decades", "generations", "ages"}
)


@cache
def verb_forms() -> dict[str, tuple[str, Form]]:
    """Every inflected form of the verbs in cues.tsv; the first verb that has a form keeps it."""
    forms: dict[str, tuple[str, Form]] = {}
    for lemma, row in table("cues").items():
        for word, form in inflections(lemma, row["irregular"]):
            forms.setdefault(word, (lemma, form))
    return forms


def takes(word: str, frame: str) -> bool:
    """Whether it is a form of a verb of cues.tsv with this letter of `Frames`: `told`, "c"."""
    lemma, _ = verb_forms().get(word, ("", None))
    return bool(lemma) and frame in table("cues")[lemma]["frames"]


@cache
def noun_forms() -> dict[str, str]:
    """Singular and plural of the nouns in noun_cues.tsv."""
    return {form: noun for noun in table("noun_cues") for form in (noun, third_person(noun))}


@cache
def phrase_forms() -> dict[str, list[tuple[tuple[str, ...], Form, str]]]:
    """First word of each expression, inflected, to the words that must follow; longest first."""
    phrases: dict[str, list[tuple[tuple[str, ...], Form, str]]] = {}
    for phrase, row in table("cue_phrases").items():
        first, *rest = phrase.split()
        for word, form in _first_words(first, row["class"]):
            phrases.setdefault(word, []).append((tuple(rest), form, phrase))
    for options in phrases.values():
        options.sort(key=lambda option: -len(option[0]))
    return phrases


def phrase_at(lowers: Sequence[str], token: int) -> tuple[int, Form, str] | None:
    """End, form and lemma of the longest expression of several words here: `made it clear`.

    `talked warmly about` is one too; `argued for | months that it was` is none.
    """
    for rest, form, lemma in phrase_forms().get(lowers[token], ()):
        first = token + 1
        if len(rest) == 1 and first < len(lowers) and lowers[first].endswith("ly"):
            first += 1
        last = first + len(rest)
        if tuple(lowers[first:last]) == rest:
            lasts = rest[-1] == "for" and not _SPANS.isdisjoint(lowers[last : last + 2])
            return None if lasts else (last, form, lemma)
    return None


def own_words_at(lowers: Sequence[str], token: int) -> int | None:
    """Where `in Ann Lee's words` or `In her own words` ends, set off by commas; else None.

    Not in `She told it in her own words`.
    """
    if lowers[token] != "in" or (token and lowers[token - 1][:1].isalnum()):
        return None
    for noun in range(token + 2, min(token + config.OWNER_TOKENS, len(lowers) - 1)):
        if lowers[noun] == "words":
            owner = noun - 1 - (lowers[noun - 1] == "own")
            owned = lowers[owner] in _OWNERS and owner > token
            return noun + 1 if owned and lowers[noun + 1] == "," else None
    return None


def _first_words(first: str, group: str) -> Iterator[tuple[str, Form]]:
    if group == "source":
        yield first, Form.FIXED
    elif first == "be":
        yield from ((word, Form.PAST) for word in ("is", "are", "was", "were", "been", "being"))
    else:
        yield from inflections(first, table("irregular_verbs").get(first, {}).get("forms", "-"))
