"""Which of several people a short name means: the two of a family in "Holm said"."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from quoteattr.coreference.names.variants import generation, is_ladys
from quoteattr.records import Gender

if TYPE_CHECKING:
    from collections.abc import Sequence, Set

    from quoteattr.coreference.names.forms import NameForm
    from quoteattr.coreference.threads import Thread


def most_named(
    fitting: Sequence[Thread], i: int, form: NameForm, relatives: Set[int] = frozenset()
) -> Thread:
    """The one of *fitting* named most before mention *i*, of several so the one named last.

    Nobody known by another title comes first: "Mrs. Holm" is not who was "Miss Holm". A surname
    alone is rather a man's, and not of who was but brought in as somebody's kin, one of
    *relatives*: "Ada Holm defended her son, Bo Holm. “My boy is no thief,” Holm said". Where none
    is named before, the one named first after.
    """
    before = [thread for thread in fitting if thread.mentions and thread.mentions[0] < i]
    if not before:
        return _first_named(fitting)
    titles = set(form.titles) | generation(form)
    has_man = any(thread.gender is Gender.MALE for thread in before)

    def weight(thread: Thread) -> tuple[bool, int, bool, int]:
        ladys = has_man and is_ladys(thread, form)
        other = bool(thread.courtesy - titles) if titles else ladys
        seen = bisect_left(thread.mentions, i)
        return not other, seen, thread.index not in relatives, thread.mentions[seen - 1]

    best: Thread = max(before, key=weight)
    return best


def _first_named(threads: Sequence[Thread]) -> Thread:
    first: Thread = min(threads, key=lambda thread: thread.mentions[:1])
    return first
