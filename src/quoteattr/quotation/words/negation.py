"""Whether a verb is negated: `did not say`, `nobody said`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr.analysis import Layer
from quoteattr.datatypes import MARKS
from quoteattr.grammar import BE, HAVE, MODALS, NEGATIONS, SENTENCE_FINAL, SUBJECTS, child, edges
from quoteattr.verbs import verb_group

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quoteattr.analysis import Analysis

_NOBODY: Final = frozenset({"nobody", "none", "no-one"})
_NOT_EVEN: Final = frozenset({"nor", "neither", "never"})
_ALSO: Final = frozenset({"only", "just", "merely", "simply", "alone"})
_UNWILLING: Final = frozenset({"prefer", "prefers", "preferred", "preferring", "chose", "chooses"})
_HYPOTHETICAL: Final = frozenset({"could", "should", "would", "might", "ought"})
_HAVE: Final = frozenset({"have", "'ve", "’ve"})
_UNDOUBTED: Final = frozenset({"doubt", "wonder"})  # No wonder he said it
JOINTS: Final = (
    SENTENCE_FINAL
    | frozenset(",;:—–-“”\"‘’'()")
    | {
        "and",
        "but",
        "or",
        "so",
        "that",
        "because",
        "if",
        "when",
        "though",
        "although",
        "while",
        "since",
    }
)
"""What may stand before the subject of a clause."""
LONGEST_SUBJECT: Final = 8  # tokens


def might_have_been(helpers: Iterable[str]) -> bool:
    """Whether the auxiliaries of a verb tell that it was not done: `could have | said`."""
    helpers = frozenset(helpers)
    return not (_HYPOTHETICAL.isdisjoint(helpers) or _HAVE.isdisjoint(helpers))


def is_negated(analysis: Analysis, token: int, floor: int) -> bool:
    """Whether the verb at *token* is negated: `did not say`, `nobody said`; not `not only said`."""
    first = verb_group(analysis, token, floor)
    if tuple(analysis.lowers[max(floor, token - 2) : token]) == ("not", "to"):
        verb = analysis.lowers[max(floor, token - 3)]
        return verb in _UNWILLING
    for negation in range(first, token):
        if analysis.lowers[negation] in NEGATIONS:
            return analysis.lowers[negation + 1] not in _ALSO  # he not only said it
    return _is_of_nobody(analysis, first, floor) or _has_no_subject(analysis, token, floor)


def _is_of_nobody(analysis: Analysis, verb: int, floor: int) -> bool:
    """Whether the clause before *verb* begins with nobody: `no one in the hall | said`; not No 10.

    Not in `There is no doubt he said it` and `No wonder he said it`.
    """
    lowers = analysis.lowers
    start = verb
    while start > floor and verb - start < LONGEST_SUBJECT and lowers[start - 1] not in JOINTS:
        start -= 1
    if start == verb or lowers[start] in _NOBODY:
        return start < verb
    following = lowers[start + 1]
    if lowers[start] in _NOT_EVEN and following in MODALS | BE | HAVE:
        return True  # nor did anybody say
    if lowers[start] == "neither":
        return True  # neither side would say
    denies = not any(map(str.isdigit, following)) and following not in _UNDOUBTED
    return lowers[start] == "no" and start + 1 < verb and denies


def _has_no_subject(analysis: Analysis, verb: int, floor: int) -> bool:
    """Whether the tree has a subject with *no*: `No guest who was there | said it was late`."""
    if not analysis.has(Layer.TREE):
        return False
    subject = child(analysis, verb, *SUBJECTS)
    if subject is None or not floor < subject < verb or analysis.tags[subject] != "NOUN":
        return False
    first = edges(analysis, subject)[0]
    if any(word in MARKS for word in analysis.words[first:verb]):
        return False  # “No deal,” Ann Lee said
    return analysis.lowers[first] == "no" and analysis.lowers[subject] not in _UNDOUBTED
