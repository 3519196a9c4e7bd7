"""Whom a word of kinship means by the owner's name: "Mr. Holm ... his wife" is Mrs. Holm."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr.datatypes import SpeakerKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from quoteattr.coreference.threads import Thread

_SPOUSES: Final[Mapping[str, str]] = {
    "his wife": "mrs",
    "his lady": "mrs",
    "her husband": "mr",
}

_ELDERS: Final[Mapping[str, frozenset[str]]] = {
    "mother": frozenset({"mrs", "lady", "madame", "mother"}),
    "father": frozenset({"mr", "sir", "lord", "father"}),
    "wife": frozenset({"mrs", "lady", "madame"}),
    "husband": frozenset({"mr", "sir", "lord"}),
    "aunt": frozenset({"aunt"}),
    "uncle": frozenset({"uncle"}),
    "grandmother": frozenset({"grandmother", "granny"}),
    "grandfather": frozenset({"grandfather"}),
}
"""Titles that a relative may bear."""
_YOUNG: Final = frozenset({"son", "daughter", "brother", "sister", "child", "nephew", "niece"})
_OTHER_FAMILY: Final = frozenset({"aunt", "uncle", "grandmother", "grandfather"})

_SIBLINGS: Final = frozenset({"brother", "sister", "twin"})
_PARENTS: Final = frozenset({"mother", "father", "mum", "mom", "dad"})
_CHILDREN: Final = frozenset({"son", "daughter", "child"})
_PARTNERS: Final = frozenset(
    {"wife", "husband", "partner", "fiancé", "fiancée", "boyfriend", "girlfriend"}
)
_BACK: Final[Mapping[str, frozenset[str]]] = {
    **dict.fromkeys(_SIBLINGS, _SIBLINGS),
    **dict.fromkeys(_PARENTS, _CHILDREN),
    **dict.fromkeys(_CHILDREN, _PARENTS),
    **dict.fromkeys(_PARTNERS, _PARTNERS),
}
"""What somebody is to those who are this to them: "her brother" has her for a sister."""


def related_back(written: str, told: Iterable[tuple[str, Thread]]) -> Thread | None:
    """Whom a word of kinship means by what was told before: "his sister, Holm ... her brother".

    Args:
        written: The description: "her brother".
        told: What the owner was called, and whose: "sister" of him; the latest first.
    """
    back = _BACK.get(written.lower().rpartition(" ")[2], frozenset())
    return next((thread for noun, thread in told if noun in back), None)


def named_relatives(
    written: str, owner: Thread, family: Iterable[Thread], everybody: Iterable[Thread]
) -> frozenset[int]:
    """Numbers of the entities whose names show them to be a relative of *owner*.

    Args:
        written: The description: "her mother".
        owner: Whose relative is meant.
        family: Entities that bear the family name of the owner.
        everybody: Entities that bear a title of kinship: "Aunt Rosa".
    """
    noun = written.lower().rpartition(" ")[2]
    titles = _ELDERS.get(noun, frozenset())
    among = everybody if noun in _OTHER_FAMILY else family
    return frozenset(
        thread.index
        for thread in among
        if thread is not owner
        and (titles & thread.courtesy or (noun in _YOUNG and thread.given))
        and (noun in _OTHER_FAMILY or thread.family == owner.family)
    )


def spouse(
    written: str, owner: Thread | None, relatives: Callable[[str], Iterable[Thread]]
) -> Thread | None:
    """Whom "his wife" means: the one person whose title makes a couple of them and *owner*.

    *relatives* gives the entities with a family name in theirs.
    """
    title = _SPOUSES.get(written.lower())
    if title is None or owner is None or not owner.family:
        return None
    found = [
        thread
        for thread in relatives(owner.family)
        if thread.kind is SpeakerKind.PERSON
        and thread is not owner
        and thread.family == owner.family
        and title in thread.courtesy
    ]
    return found[0] if len(found) == 1 else None
