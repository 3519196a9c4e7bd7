"""Who may speak as a description in a turn of talk: "the girl", "her aunt", "the other"."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from quoteattr.coreference import settings, vocabulary
from quoteattr.coreference.pronouns.candidates import candidates, seen_from
from quoteattr.coreference.pronouns.in_sentence import are_two
from quoteattr.coreference.pronouns.reach import agrees
from quoteattr.coreference.pronouns.speaking import speaking_place
from quoteattr.coreference.roles.fitting import has_another_trade
from quoteattr.coreference.threads import latest
from quoteattr.datatypes import Reference, SpeakerKind
from quoteattr.records import SOMEBODY, Number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quoteattr.coreference.pronouns.scene import Candidate, Scene
    from quoteattr.coreference.pronouns.speaking import Description, Place
    from quoteattr.coreference.threads import Thread

_GROWN: Final = frozenset({"man", "gentleman", "woman", "lady"})
_YOUNG: Final = frozenset({"young", "little", "small"})
_CHILDREN: Final = frozenset({"boy", "girl", "child"})
_SERVING: Final = ("worker",)
"""The group of nouns for who serves or drives: waiters, maids, porters."""
_GROWN_TITLES: Final = frozenset({"mr", "mrs"})
_ADULTS: Final = frozenset({"man", "woman"})


def described_candidates(scene: Scene, i: int, description: Description) -> list[Candidate]:
    """Whom a description that speaks in a turn may mean, the one its words mean among them."""
    place, said = speaking_place(scene, i), scene.mentions[i]
    if place is None or said.number is not Number.SINGULAR or said.kind not in SOMEBODY:
        return []
    described = description.described
    place.is_description, place.said = True, description
    place.noun = _noun_group(scene, i)
    place.is_title = scene.analysis.words[scene.mentions[i].head][:1].isupper()
    found = candidates(scene, i, place)
    found = _without_heard(scene, i, found, place)
    if all(one.thread is description.owner for one in found):
        found = []  # “Come,” said her mother, where Ada alone was told of
    noun = vocabulary.head_nouns().get(scene.analysis.lowers[scene.mentions[i].head])
    if noun is not None:
        found = [one for one in found if not has_another_trade(one.thread, noun)]
        if described is None and noun.broader[-1:] == _SERVING:
            others = (one for one in found if one.thread is not description.owner)
            found = [one for one in others if not _was_heard(scene, one, place)]
    if _says_grown(scene, i):
        found = [candidate for candidate in found if not _is_child(candidate.thread)]
    is_nobodys = description.owner is None
    if described is not None and described.kind is SpeakerKind.UNNAMED and is_nobodys:
        found = [one for one in found if not are_two(scene, i, described, one.thread)]
    if described is not None and _is_replaced(scene, i, described, found):
        found = [candidate for candidate in found if candidate.thread is not described]
        described = None
    place.is_near = any(candidate.thread is described for candidate in found)
    if described is not None and all(candidate.thread is not described for candidate in found):
        nearest = latest(described.mentions, i)
        nearest = nearest if nearest >= 0 else i
        found.append(seen_from(scene, i, described, nearest, len(found), place))
    return found


def _without_heard(
    scene: Scene, i: int, found: Sequence[Candidate], place: Place
) -> list[Candidate]:
    """Those that "the other" may mean: not who spoke right before.

    “Sold?” said Ada. “Yes,” said the other woman. Nor anybody beside "one of them".
    """
    first = scene.analysis.token_at(scene.mentions[i].start)
    if scene.analysis.lowers[first : first + 2] != ["the", "other"]:
        return list(found)
    heard = place.before[0] if place.run else None
    one_of_them = any(one.thread.name.lower().startswith("one of ") for one in found)
    return [
        one
        for one in found
        if one.thread is not heard
        and (not one_of_them or one.thread.name.lower().startswith("the other"))
    ]


def _is_replaced(scene: Scene, i: int, described: Thread, found: Sequence[Candidate]) -> bool:
    """Whether another with the same title is near, and a relative was not named for long.

    "Mrs. Berg poured. “Sit down,” said her aunt", chapters after her aunt Mrs. Holm was there.
    """
    if not _noun_group(scene, i).startswith("kin-") or _is_named_since(scene, i, described):
        return False
    titles = described.courtesy & _GROWN_TITLES
    rivals = (one.thread for one in found if one.thread is not described)
    return any(titles & one.courtesy and _is_named_since(scene, i, one) for one in rivals)


def _is_named_since(scene: Scene, i: int, thread: Thread) -> bool:
    """Whether the narrator names somebody not long before mention *i*."""
    since = scene.mentions[i].head - settings.KIN_WINDOW
    for place in range(bisect_left(thread.mentions, i) - 1, -1, -1):
        mention = scene.mentions[thread.mentions[place]]
        if mention.head < since:
            return False
        if mention.reference is Reference.NAME and mention.quoted is None:
            return True
    return False


def _was_heard(scene: Scene, one: Candidate, place: Place) -> bool:
    """Whether somebody spoke by name, who is no newcomer that serves: “The bill,” said the waiter.

    But who is called may be: “Well, Holm?” said Ada. “Dinner, ma'am,” said the butler.
    """
    thread = one.thread
    if thread.index in place.called_before | place.called_after or thread.index in place.called:
        return False
    said = (i for i in thread.mentions[: settings.HOLDERS] if i in scene.is_source)
    return any(scene.mentions[i].reference is Reference.NAME for i in said)


def _says_grown(scene: Scene, i: int) -> bool:
    """Whether a description is of a grown person: "the old gentleman", not "the young man"."""
    mention, lowers = scene.mentions[i], scene.analysis.lowers
    first = scene.analysis.token_at(mention.start)
    return lowers[mention.head] in _GROWN and _YOUNG.isdisjoint(lowers[first : mention.head])


def _is_child(thread: Thread) -> bool:
    """Whether the text keeps calling somebody a boy or a girl, and hardly a man or a woman."""
    groups = [role.group for role in thread.roles]
    young = sum(group in _CHILDREN for group in groups)
    return young >= settings.CHILD_ROLES and young > sum(group in _ADULTS for group in groups)


def _noun_group(scene: Scene, i: int) -> str:
    """The group that the noun of a description belongs to, a noun of no list its own."""
    low = scene.analysis.lowers[scene.mentions[i].head]
    noun = vocabulary.head_nouns().get(low)
    return low if noun is None else noun.sort


def called_here(scene: Scene, i: int) -> Thread | None:
    """Whose relative description *i* is as its turn calls one: “No, Holm,” said his sister."""
    position = scene.talk.of.get(scene.paragraphs[i])
    if position is None or i not in scene.is_source:
        return None
    names = scene.talk.turns[position].called[: settings.TURN_NAMES]
    found = {t.index: t for i in names if (t := scene.threads.get(i)) is not None}
    if len(found) != 1:
        return None
    (called,) = found.values()
    wanted = scene.mentions[i + 1]
    return called if called.gender is wanted.gender and agrees(called, wanted) else None
