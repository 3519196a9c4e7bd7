"""Which mentions a pronoun passes over because of the words before them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen

from quoteattr.coreference import vocabulary
from quoteattr.coreference.roles.bodies import is_of_named
from quoteattr.datatypes import Reference, SpeakerKind
from quoteattr.grammar import FINITE
from quoteattr.records import Gender, Number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quoteattr.analysis import Analysis
    from quoteattr.records import Mention

_GREETINGS: Final = frozenset({"dear", "dearest", "hi", "hello", "hey"})
_AFTER_GREETING: Final = frozenset({",", ":", "!", "\n"})
_WHERE: Final = frozenset({"in", "near"})
_VERBS: Final = FINITE | {"VB", "VBN"}
_LONGEST_ASIDE: Final = 40  # tokens
_SEEN: Final = frozenset({"seen", "obtained", "reviewed", "viewed"})


@frozen(kw_only=True)
class Passing:
    """Mentions that a pronoun passes over, by their indices.

    Attributes:
        any: Those that no pronoun takes up.
        it: Those that "it" does not.
        they: Those that "they" does not.
    """

    any: frozenset[int]
    it: frozenset[int]
    they: frozenset[int]

    def by(self, pronoun: Mention) -> frozenset[int]:
        """What *pronoun* passes over."""
        if pronoun.gender is Gender.NEUTER:
            return self.it
        return self.they if pronoun.number is Number.PLURAL else self.any


def find_passing(
    analysis: Analysis, mentions: Sequence[Mention], words_before: Sequence[str]
) -> Passing:
    """What the pronouns of a text pass over; *words_before* has the word before each mention."""
    before = list(enumerate(words_before))
    names = [(i, word) for i, word in before if mentions[i].reference is Reference.NAME]
    greeted = frozenset(
        i for i, word in before if word in _GREETINGS and _is_called(analysis, mentions[i])
    )
    saw = frozenset(
        i for i, word in before if word in ("by", "the") and _has_seen(analysis, mentions[i])
    )
    aside = _set_off_by_which(analysis)
    told_by = frozenset(
        i
        for i, word in names
        if mentions[i].head in aside
        or _is_where(analysis, mentions[i], word)
        or is_of_named(analysis, mentions[i])
        or _owns_body(analysis, mentions, i)
    )
    return Passing(any=greeted, it=greeted | saw | told_by, they=greeted | saw)


def _is_called(analysis: Analysis, mention: Mention) -> bool:
    """Whether a letter opens with a mention after a greeting: "Dear Ada," is "you", not "she"."""
    return analysis.text[mention.end : mention.end + 1] in _AFTER_GREETING


def _is_where(analysis: Analysis, name: Mention, before: str) -> bool:
    """Whether a name only says where: "The ministry in Ankara waits. It said"."""
    if before == "from":
        return analysis.lowers[name.head] in vocabulary.place_names()
    return before in _WHERE


def _owns_body(analysis: Analysis, mentions: Sequence[Mention], i: int) -> bool:
    """Whether a name only says whose body it is: "Norway's embassy denied it. It said"."""
    around, one = mentions[i - 1] if i else mentions[i], mentions[i]
    if i == 0 or around.start != one.start or around.kind is not SpeakerKind.ORGANIZATION:
        return False
    after = analysis.text[one.end : one.end + 2]
    return after[:1] in ("'", "’") and after[1:2] in ("s", "", " ")


def _set_off_by_which(analysis: Analysis) -> set[int]:
    """Tokens told of a body between it and its verb: "Borealis, which bought | Velm, fell. It"."""
    aside: set[int] = set()
    for which in (t for t in range(1, len(analysis)) if analysis.lowers[t] == "which"):
        if analysis.lowers[which - 1] != ",":
            continue
        last = min(analysis.sentence_at(which)[1] - 1, which + _LONGEST_ASIDE)
        commas = (t for t in range(which, last) if analysis.lowers[t] == ",")
        end = next((t for t in commas if analysis.forms[t + 1] in _VERBS), which)
        aside.update(range(which, end))
    return aside


def _has_seen(analysis: Analysis, mention: Mention) -> bool:
    """Whether somebody is only who saw a paper: "The draft, seen by the Gazette, is long. It"."""
    token = analysis.token_at(mention.start)
    token -= analysis.lowers[token - 1 : token] == ["the"]
    seen, *by = analysis.lowers[max(0, token - 2) : token] or [""]
    return seen in _SEEN and by == ["by"]
