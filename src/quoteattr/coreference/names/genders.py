"""What gender the pronouns beside a name show over a whole text."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from quoteattr.coreference.names import limits
from quoteattr.datatypes import Reference
from quoteattr.records import HE_OR_SHE, SOMEBODY, Gender

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from quoteattr.analysis import Analysis
    from quoteattr.coreference.threads import Thread
    from quoteattr.records import Mention


def pronouns_beside(analysis: Analysis, mentions: Sequence[Mention]) -> dict[int, Gender]:
    """Genders of pronouns in the sentences of names: "Oriel took off her coat" shows female.

    Only sentences of the narrator count that name one person and hold pronouns of one gender, the
    first of them after the name.
    """
    found: dict[int, Gender] = {}
    names: list[int] = []
    shown: list[Gender] = []
    sentence = -1
    for i, mention in enumerate(mentions):
        if mention.quoted is not None:
            continue
        if analysis.sentence_of[mention.head] != sentence:
            _note(found, names, shown)
            sentence, names, shown = analysis.sentence_of[mention.head], [], []
        if mention.reference is Reference.PRONOUN and mention.gender in HE_OR_SHE:
            shown.append(mention.gender if names else Gender.UNKNOWN)
        elif mention.kind in SOMEBODY:
            names.append(i)
    _note(found, names, shown)
    return found


def _note(found: dict[int, Gender], names: Sequence[int], shown: Sequence[Gender]) -> None:
    if len(names) == 1 and len(set(shown)) == 1 and shown[0] is not Gender.UNKNOWN:
        found[names[0]] = shown[0]


def genders_shown(seen: Iterable[tuple[str, Gender]]) -> dict[str, Gender]:
    """The gender of each name that the pronouns beside it show clearly."""
    counts: dict[str, Counter[Gender]] = defaultdict(Counter)
    for name, gender in seen:
        counts[name][gender] += 1
    found = {name: clear_gender(count) for name, count in counts.items()}
    return {name: gender for name, gender in found.items() if gender is not Gender.UNKNOWN}


def clear_gender(seen: Counter[Gender]) -> Gender:
    """The gender that most of enough pronouns have, UNKNOWN where they are few or differ."""
    female, male = seen[Gender.FEMALE], seen[Gender.MALE]
    if female + male < limits.PRONOUNS_BESIDE:
        return Gender.UNKNOWN
    if max(female, male) < limits.CLEAR_SHARE * (female + male):
        return Gender.UNKNOWN
    return Gender.FEMALE if female > male else Gender.MALE


def vote_by_pronouns(
    threads: Iterable[Thread], beside: Mapping[int, Gender], counted: set[int]
) -> None:
    """Let the pronouns beside their names tell the genders of *threads*, each thread once."""
    for thread in threads:
        seen = [beside[i] for i in thread.mentions if i in beside]
        if thread.index in counted or len(seen) < limits.PRONOUNS_BESIDE:
            continue
        counted.add(thread.index)
        thread.vote(clear_gender(Counter(seen)), min(limits.BESIDE_MOST, len(seen)))
