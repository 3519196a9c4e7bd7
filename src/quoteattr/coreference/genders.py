"""What gender the pronouns beside a name show over a whole text."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from quoteattr.coreference import settings
from quoteattr.datatypes import Reference, SpeakerKind
from quoteattr.records import Gender

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from quoteattr.analysis import Analysis
    from quoteattr.coreference.threads import Thread
    from quoteattr.records import Mention

_GENDERS = (Gender.FEMALE, Gender.MALE)


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
        if mention.reference is Reference.PRONOUN and mention.gender in _GENDERS:
            shown.append(mention.gender if names else Gender.UNKNOWN)
        elif mention.kind in (SpeakerKind.PERSON, SpeakerKind.UNNAMED):
            names.append(i)
    _note(found, names, shown)
    return found


def _note(found: dict[int, Gender], names: Sequence[int], shown: Sequence[Gender]) -> None:
    if len(names) == 1 and len(set(shown)) == 1 and shown[0] is not Gender.UNKNOWN:
        found[names[0]] = shown[0]


def vote_by_pronouns(
    threads: Iterable[Thread], beside: Mapping[int, Gender], counted: set[int]
) -> None:
    """Let the pronouns beside their names tell the genders of *threads*, each thread once."""
    for thread in threads:
        seen = Counter(beside[i] for i in thread.mentions if i in beside)
        female, male = seen[Gender.FEMALE], seen[Gender.MALE]
        if thread.index in counted or female + male < settings.PRONOUNS_BESIDE:
            continue
        counted.add(thread.index)
        if max(female, male) >= settings.CLEAR_SHARE * (female + male):
            gender = Gender.FEMALE if female > male else Gender.MALE
            thread.vote(gender, settings.BESIDE_VOTE)
