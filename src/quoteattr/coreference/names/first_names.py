"""First names that mean something else as well: "May", "June", "Will"."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from quoteattr.coreference import settings, vocabulary
from quoteattr.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quoteattr.analysis import Analysis
    from quoteattr.coreference.names.runs import Word

_OF_TIME: Final = frozenset({"last", "next", "this", "early", "late", "mid", "every", "the"})
_BEFORE_SOMEBODY: Final = frozenset({"to", "with"})
_STOPS: Final = frozenset({",", "!", "?", ".", "”", '"', "’"})


def called_by_first_name(analysis: Analysis, runs: Sequence[Sequence[Word]]) -> frozenset[int]:
    """Starts of such words where they name somebody: "said May", not "in May", "May I".

    The text must name somebody in full with them several times: "May Holm".
    """
    no_names, given = vocabulary.no_name_words(), vocabulary.given_names()
    full = Counter(
        word.key
        for run in runs
        for word, follower in pairwise(run)
        if word.key in no_names and word.key in given and follower.key not in no_names
    )
    known = {key for key, times in full.items() if times >= settings.FIRST_NAMES}
    doubtful = [word for run in runs for word in run if word.key in known] if known else []
    return frozenset(word.start for word in doubtful if _stands_for_somebody(analysis, word))


def _stands_for_somebody(analysis: Analysis, word: Word) -> bool:
    """Whether what stands beside the word tells of no month and no verb."""
    token = analysis.token_at(word.start)
    before = analysis.lowers[token - 1] if token else ""
    after = analysis.lowers[token + 1] if token + 1 < len(analysis) else ""
    if (
        (before in words("prepositions") and before not in _BEFORE_SOMEBODY)
        or before in _OF_TIME
        or after[:1].isdigit()
    ):
        return False
    if before == ",":
        return after in _STOPS  # “No, May,”
    sentence = analysis.sentence_at(token)[0]
    acts = after in vocabulary.reporting_forms() or after in words("person_verbs")
    return before.isalpha() if token > sentence else acts or after in ("'s", "’s")
