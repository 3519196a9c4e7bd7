"""Names of streets, houses and grounds, which are nobody's, and of towns that are somebody's."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from quoteattr.coreference import vocabulary
from quoteattr.coreference.names import limits
from quoteattr.datatypes import SpeakerKind
from quoteattr.lexicon import table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quoteattr.analysis import Analysis
    from quoteattr.coreference.names.runs import NameRun

_WHERE: Final = frozenset({"in", "at", "near", "into", "through", "along", "outside", "towards"})


def names_place(proper: Sequence[str]) -> bool:
    """Whether a name ends or begins as those of places do: "Summer Street", "Rue Holm"."""
    if len(proper) < 2:
        return False
    first, last = table("place_nouns").get(proper[0]), table("place_nouns").get(proper[-1])
    begins = first is not None and first["at"] != "end"
    return begins or (last is not None and last["at"] != "start" and last["sort"] == "sure")


def may_name_place(proper: Sequence[str]) -> bool:
    """Whether the last word of a name is one for a place and a surname too: "Velm Hall"."""
    row = table("place_nouns").get(proper[-1])
    return len(proper) > 1 and row is not None and row["sort"] == "doubtful"


def stands_for_place(analysis: Analysis, name: NameRun) -> bool:
    """Whether a word before a name tells where: "in Velm"."""
    token = analysis.token_at(name.start) - 1
    return token >= 0 and analysis.lowers[token] in _WHERE


def part_places(analysis: Analysis, names: Sequence[NameRun]) -> Iterator[NameRun]:
    """The names, a place by itself that stands behind somebody: "She brought Ada | Velm Lodge".

    Somebody and the place are each named alone elsewhere, together once.
    """
    times = Counter(tuple(name.proper) for name in names if name.first == 0)
    placed = Counter(
        tuple(name.proper) for name in names if name.first == 0 and stands_for_place(analysis, name)
    )
    for name in names:
        begins = name.first == 0 and name.size > 1
        if begins and name.words[0].key in vocabulary.given_names():
            who, where = tuple(name.proper[:1]), tuple(name.proper[1:])
            apart = times[who + where] == 1 and times[who] >= limits.PARTED_TIMES
            if apart and placed[where] >= max(limits.PARTED_TIMES, limits.PLACED * times[where]):
                yield from name.parted(1)
                continue
        yield name


def surnames_of_places(analysis: Analysis, names: Sequence[NameRun]) -> Iterator[NameRun]:
    """Names of places that are somebody's here: "Ada Paris left. Paris said"; not "in Paris"."""
    families: dict[str, int] = {}
    for name in names:
        if name.kind is SpeakerKind.PERSON and name.size > 1:
            families.setdefault(name.words[-1].key, name.start)
    bare = [
        name
        for name in names
        if len(name.words) == 1
        and name.kind is SpeakerKind.ORGANIZATION
        and name.proper[0] in families.keys() & vocabulary.place_names()
    ]
    placed = {
        name.proper[0]
        for name in bare
        if stands_for_place(analysis, name)
        or _is_of(analysis, name)
        or name.start < families[name.proper[0]]
    }
    yield from (name for name in bare if name.proper[0] not in placed)


def _is_of(analysis: Analysis, name: NameRun) -> bool:
    """Whether what is of a place or comes from it stands before: "the king of Jordan"."""
    first = analysis.token_at(name.start)
    return analysis.lowers[first - 1 : first] in (["of"], ["from"])
