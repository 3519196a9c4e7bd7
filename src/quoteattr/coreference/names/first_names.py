"""First names that mean something else as well: "May", "June", "Will"."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from quoteattr.coreference import vocabulary
from quoteattr.coreference.names import limits
from quoteattr.grammar import CLOSING
from quoteattr.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quoteattr.analysis import Analysis
    from quoteattr.coreference.names.runs import Word

_OF_TIME: Final = frozenset({"last", "next", "this", "early", "late", "mid", "every", "the"})
_BEFORE_SOMEBODY: Final = frozenset({"to", "with"})
_OPENING: Final = frozenset({"“", "‘", '"'})
_STOPS: Final = frozenset({",", "!", "?", ".", "”", '"', "’"})


def called_by_first_name(analysis: Analysis, runs: Sequence[Sequence[Word]]) -> frozenset[int]:
    """Starts of such words where they name somebody: "said May", not "in May", "May I".

    The text must name somebody in full with them several times: "May Holm"; or say once beside
    a quotation that such a one speaks: “Here,” said Will.
    """
    no_names, given = vocabulary.no_name_words(), vocabulary.given_names()
    full = Counter(
        word.key
        for run in runs
        for word, follower in pairwise(run)
        if word.key in no_names and word.key in given and follower.key not in no_names
    )
    known = {key for key, times in full.items() if times >= limits.FIRST_NAMES}
    alone = (run[0] for run in runs if len(run) == 1)
    doubtful = (word for word in alone if word.key in no_names and word.key in given)
    known.update(word.key for word in doubtful if _speaks(analysis, word))
    found = [word for run in runs for word in run if word.key in known] if known else []
    return frozenset(word.start for word in found if _stands_for_somebody(analysis, word))


def _speaks(analysis: Analysis, word: Word) -> bool:
    """Whether a word stands at a verb of saying behind a quotation: “Here,” said Will."""
    token, lowers = analysis.token_at(word.start), analysis.lowers
    before = list(reversed(lowers[max(0, token - 2) : token]))
    follower, said = "".join(lowers[token + 1 : token + 2]), vocabulary.reporting_forms()
    if len(before) > 1 and before[0] in said:
        return before[1] in CLOSING and not follower[:1].isdigit()
    closed = len(before) > 1 and before[0] in CLOSING and before[1] == ","  # “Here,” Will said
    return closed and follower in said and analysis.forms[token + 1] == "VBD"


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
    acts = after in vocabulary.reporting_forms() or after in words("person_verbs")
    acts |= after in ("'s", "’s") or analysis.forms[token + 1 : token + 2] == ["VBD"]
    begins = token == analysis.sentence_at(token)[0] or not before.isalpha()
    return acts or (before in _OPENING and after in _STOPS) if begins else True
