"""Names of firms that end like a possessive: "Marten's said it would close"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from quoteattr.analysis import Layer, Relation
from quoteattr.coreference import vocabulary
from quoteattr.grammar import SUBJECTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quoteattr.analysis import Analysis
    from quoteattr.coreference.names.runs import NameRun

_ENDS: Final = frozenset({"'s", "’s"})
_SAID: Final = (["said"], ["says"])


def take_ends(analysis: Analysis, names: Sequence[NameRun]) -> None:
    """Take the 's into the names of firms, wherever they stand.

    A firm is what somewhere acts so, "Marten's said", and what nobody is called in full.
    """
    people = {name.words[-1].key for name in names if name.size > 1 and _begins_given(name)}
    shops = {name.words[-1].key for name in names if _acts(analysis, name)} - people
    for name in names:
        token = _end(analysis, name)
        if token is not None and name.words[-1].key in shops and not _begins_given(name):
            last = name.words[-1]
            end = analysis.ends[token]
            name.words[-1] = evolve(last, end=end, text=analysis.text[last.start : end])


def is_shop(name: NameRun) -> bool:
    """Whether an 's is part of a name."""
    return name.words[-1].text[-2:] in _ENDS


def _begins_given(name: NameRun) -> bool:
    return name.words[name.first].key in vocabulary.given_names()


def _end(analysis: Analysis, name: NameRun) -> int | None:
    """The token of an 's right behind a name, which has no title, None without one."""
    token = analysis.token_at(name.end)
    here = token < len(analysis) and analysis.starts[token] == name.end and name.first == 0
    return token if here and analysis.lowers[token] in _ENDS else None


def _acts(analysis: Analysis, name: NameRun) -> bool:
    """Whether a name with its 's is a subject: "Marten's, which fell, said"; not "Lee's aide".

    Without a tree a verb of saying must follow.
    """
    token = _end(analysis, name)
    if token is None:
        return False
    if not analysis.has(Layer.TREE):
        return analysis.lowers[token + 1 : token + 2] in _SAID
    owns = analysis.relations[token] is Relation.CASE
    return owns and analysis.relations[token - 1] in SUBJECTS
