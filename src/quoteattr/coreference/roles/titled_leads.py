"""Who opens a report by an office and is named right after with a title that fits it.

"NATO's chief said that more is needed. Secretary General Ada Holm told reporters ..."
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from quoteattr.coreference import settings, vocabulary
from quoteattr.coreference.names.variants import agree
from quoteattr.coreference.roles.body_names import UNIONS, standing_for
from quoteattr.coreference.roles.entities import written
from quoteattr.coreference.roles.fitting import NARROWER, is_office, match, opposed
from quoteattr.coreference.roles.leads import OTHERS
from quoteattr.coreference.roles.nameless import stays_nameless
from quoteattr.coreference.roles.reading import describes, read_role
from quoteattr.coreference.roles.wording import strip_determiner
from quoteattr.datatypes import Reference
from quoteattr.records import Number

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quoteattr.coreference.names.forms import NameForm
    from quoteattr.coreference.pronouns.scene import Scene
    from quoteattr.coreference.roles.directory import Directory
    from quoteattr.coreference.threads import Role, Thread

_HEAD: Final = "head"
_AGED: Final = "year-old"
_POLITICIAN: Final = "politician"
_OFFICERS: Final = frozenset({"officer", "police"})
_REPLIES: Final = frozenset(
    {"replied", "retorted", "responded", "rejected", "denied", "disagreed", "declined", "refused"}
)


def titled_after_opening(
    scene: Scene, forms: Mapping[int, NameForm], directory: Directory
) -> dict[int, Thread]:
    """An office that speaks in the first paragraph, with whoever speaks next in full and holds it.

    A body that is described but not named may be the next one's: "The head of the largest bank said
    so. “It is,” said Ada Holm, chief executive of Velm Holdings". Not who replies to the first.
    """
    if scene.talk.is_story:
        return {}
    for lead, named in pairwise(_first_speakers(scene, directory.headline_end)):
        role = _role_of(scene, lead)
        thread = scene.threads.get(named)
        if role is None or thread is None or not _is_next(scene, forms, lead, named):
            continue
        if not agree(scene.mentions[lead].gender, thread.gender):
            continue
        told = [given for given in thread.roles if given.text and given.noun != _AGED]
        fits = any(_fits(role, given) for given in told)
        if fits if told else _goes_on(scene, lead, named, role):
            directory.give(thread, role)
            return {lead: thread}
    return {}


def _first_speakers(scene: Scene, start: int) -> list[int]:
    """Who speaks in the first paragraph where somebody does, and the first who does after it.

    What stands before *start* is a headline.
    """
    mentions = scene.mentions
    found: list[int] = []
    for i in sorted(scene.told_sources - scene.told):
        pronoun = mentions[i].reference is Reference.PRONOUN
        if pronoun or mentions[i].quoted is not None or mentions[i].start < start:
            continue
        found.append(i)
        if scene.paragraphs[i] != scene.paragraphs[found[0]]:
            break
    return found


def _role_of(scene: Scene, lead: int) -> Role | None:
    """What the description of one that speaks tells of them."""
    mention = scene.mentions[lead]
    alone = lead not in scene.threads and mention.number is not Number.PLURAL
    if not alone or not describes(mention) or stays_nameless(scene.analysis, mention):
        return None
    return read_role(strip_determiner(written(scene.analysis, mention)))


def _is_next(scene: Scene, forms: Mapping[int, NameForm], lead: int, named: int) -> bool:
    """Whether a new person is named in full soon after the lead, and does not speak in reply.

    Nor beside one who was brought in as somebody: "An official said so. Minister Ada Holm said no."
    """
    analysis, mention = scene.analysis, scene.mentions[named]
    gap = scene.paragraphs[named] - scene.paragraphs[lead]
    if not mention.names_person or named not in forms or not forms[named].given:
        return False
    if gap > settings.LEAD_NAME_REACH or scene.sentences[named] == scene.sentences[lead]:
        return False
    opening = analysis.lowers[analysis.token_at(scene.mentions[lead].start)]
    if gap == 0 and opening in ("a", "an"):
        return False
    first, last = analysis.sentence_at(mention.head)
    replies = not _REPLIES.isdisjoint(analysis.lowers[first:last])
    return scene.threads[named].mentions[0] == named and not replies


def _goes_on(scene: Scene, lead: int, named: int, role: Role) -> bool:
    """Whether the next paragraph opens with the name of whom the lead described first of all.

    "The widow of a teacher has called for calm. Ada Holm, who ..."; not whom others are heard on:
    "A lawyer has called for calm. Ada Holm, who ...".
    """
    start = scene.analysis.paragraphs[scene.paragraphs[named]].start
    first = lead == 0 or scene.sentences[lead] != scene.sentences[lead - 1]
    opens = first and scene.mentions[named].start == start
    return (
        opens and scene.paragraphs[named] == scene.paragraphs[lead] + 1 and role.group not in OTHERS
    )


def _fits(role: Role, given: Role) -> bool:
    """Whether who holds the office *role* may be known by *given* as well."""
    if opposed(role, given) or not _may_be_of_one(role, given):
        return False
    officers = bool({role.group, given.group} & _OFFICERS)
    if match(role, given) >= NARROWER or (officers and role.group in given.broader):
        return is_office(role) or officers
    heads = role.group == _HEAD and _HEAD in (given.group, *given.broader)
    return heads and not role.names


def _may_be_of_one(role: Role, given: Role) -> bool:
    """Whether two offices may be held in one body: not "the hospital's head", "head of the union".

    Nor "a union leader", "Prime Minister", "the head of Velm", "chief executive of Halden".
    """
    if role.countries and given.countries and not role.countries & given.countries:
        return False
    bodies = standing_for("body")
    asked = role.modifiers - vocabulary.soft_modifiers()
    one, other = asked & (bodies | role.names), given.modifiers & (bodies | given.names)
    if _POLITICIAN in given.broader and _POLITICIAN not in role.broader:
        return not asked or bool(asked & given.modifiers)
    sorts = one & bodies and other & bodies
    named = role.names & one and given.names
    union = "union" in one and bool(other & UNIONS)  # "Transport Workers' Federation"
    return not (sorts or named) or union or bool(one & other)
