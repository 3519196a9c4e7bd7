"""Descriptions that news puts in place of a name just used: "the Florida senator".

They say where a person comes from or of which party. The text need not have told that before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import regex

from quoteattr.coreference import settings, vocabulary
from quoteattr.coreference.names.titles import is_courtesy
from quoteattr.coreference.roles.fitting import has_another_trade, is_office
from quoteattr.coreference.roles.nameless import stays_nameless
from quoteattr.coreference.roles.reading import read_role
from quoteattr.coreference.roles.subjects import (
    may_hold,
    native_before,
    subject_alone,
    subject_before,
)
from quoteattr.coreference.roles.wording import names_owner
from quoteattr.coreference.threads import latest
from quoteattr.datatypes import Reference, SpeakerKind
from quoteattr.lexicon import words

if TYPE_CHECKING:
    from quoteattr.coreference.pronouns.scene import Scene
    from quoteattr.coreference.threads import Role, Thread

_OF_CHILDREN: Final = regex.compile(
    r" of (?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)$"
)
_MARKS: Final = frozenset("\"'“‘«„")
_OPPOSITE: Final = frozenset(
    {"judge", "prosecutor", "lawyer", "officer", "doctor", "journalist", "police"}
) | frozenset({"spokesperson", "official", "aide", "man", "woman", "person"})
"""Groups of nouns for whoever faces the one a report is about, or for anybody."""
_SERVING: Final = ("worker",)
_HOLDING: Final = ("official",)
_PLAYER: Final = "player"
_PARTIES: Final = frozenset({"owner", "member", "keeper", "trade", "worker"})
"""Groups of nouns for people whom a matter concerns: owners, neighbours, farmers, drivers."""
_AGED: Final = "year-old"
_OF_STATE: Final = frozenset({"prime minister", "president", "chancellor", "premier"})
_KIN: Final = "kin-"
_SELF: Final = frozenset({"himself", "herself", "themselves"})
_ANYBODY: Final = frozenset({"man", "woman"})
_WRITERS: Final = frozenset({"author", "writer", "reviewer", "columnist"})
_WRITINGS: Final = frozenset({"article", "essay", "passage", "piece", "column", "text", "op-ed"})


def varied_name(scene: Scene, i: int, written: str, described: Thread | None) -> Thread | None:
    """Whom description *i* means if it varies a name: who was last spoken of, else who spoke.

    "Ada Holm opened the fair. The Oslo senator said it was late." None for other descriptions, and
    where *described*, whom its words fit, is known to come from there.
    """
    plain = written[:4].lower() == "the " and (
        " of " not in written or _OF_CHILDREN.search(written)
    )
    if not plain or scene.mentions[i].kind is not SpeakerKind.UNNAMED:
        return None
    if is_stressed(scene, i):
        return None  # who it is about, not who just spoke
    if _acts_on_another(scene, i):
        return None
    role = read_role(written)
    told = bool(role and role.countries) and not scene.talk.is_story and scene.is_subject(i)
    if role is None or not (told or i in scene.is_source):
        return None
    if stays_nameless(scene.analysis, scene.mentions[i]):
        anybody = role.noun in _ANYBODY and not role.modifiers
        return subject_alone(scene, i, role, nameless=True) if anybody else None
    if described is not None and _is_in_office(described, role):
        described = None
    if names_owner(written) and (is_opposite(role) or _is_kin_or_of_named_body(role)):
        return None  # the mayor's aide
    if not role.names.isdisjoint(scene.families):
        return None  # the Holm supporter
    if not (role.countries or role.modifiers & words("parties")):
        listed = role.noun in vocabulary.head_nouns() or "-" in written.rpartition(" ")[2]
        if scene.talk.is_story or "other" in role.modifiers or not listed:
            return None
        if described is not None and latest(described.mentions, i) >= 0:
            brought_in = _brought_in(scene, i, role, described)
            return brought_in or _nearer_subject(scene, i, role, described)
        return None if _wrote_it(scene, role) else _only_subject(scene, i, role)
    if described is not None and _says_as_much(described, role):
        return None
    found = native_before(scene, i, role) or subject_before(scene, i, role)
    speaking = scene.speakers.get(scene.paragraphs[i], ())
    if scene.mentions[i].quoted is not None and found in speaking:
        found = None  # “The Dane left,” Holm said
    last = scene.last_source if i in scene.is_source else None
    return found or (last if last is not None and may_hold(scene, i, role, last) else None)


def _wrote_it(scene: Scene, role: Role) -> bool:
    """Whether who wrote what is summed up is meant: "The article is on Holm. The author says"."""
    opening = scene.analysis.lowers[: settings.OPENING_TOKENS]
    return role.noun in _WRITERS and not _WRITINGS.isdisjoint(opening)


def _is_kin_or_of_named_body(role: Role) -> bool:
    """Whether an owner has kin or is named: "the boy's mother", "the League's envoy".

    Not of a body's head: "the BBC's chief".
    """
    return role.group.startswith(_KIN) or (bool(role.names) and not is_office(role))


def _is_in_office(described: Thread, role: Role) -> bool:
    """Whether somebody holds by title what another held: "President Lind", "the former president".

    So if the text tells of no other time.
    """
    if "former" not in role.modifiers:
        return False
    same = [known for known in described.roles if known.group == role.group]
    titled = any(known.is_title for known in same)
    return titled and all("former" not in known.modifiers for known in same)


def is_stressed(scene: Scene, i: int) -> bool:
    """Whether somebody is set against who was just heard: "The striker himself said so"."""
    end = scene.mentions[i].end
    last = scene.analysis.token_at(end - 1)
    return not _SELF.isdisjoint(scene.analysis.lowers[last : last + 2])


def _acts_on_another(scene: Scene, i: int) -> bool:
    """Whether somebody is told by what they did to who was spoken of: "The woman who met her"."""
    mentions, lowers = scene.mentions, scene.analysis.lowers
    end = scene.analysis.token_at(mentions[i].end)
    if lowers[end : end + 1] != ["who"]:
        return False
    clause = lowers[end : end + settings.OPENING]
    stop = end + (clause.index(",") if "," in clause else len(clause))
    near = range(i + 1, min(i + 1 + settings.MENTIONS_AFTER, len(mentions)))
    return any(mentions[j].head < stop and scene.case(j) == "object" for j in near)


def _only_subject(scene: Scene, i: int, role: Role) -> Thread | None:
    """Who alone the sentence before is about: "Ada Holm smiled. The retired teacher said no."

    The sentence of the description mentions nobody before it, outside quotations, and has it for
    its subject: "Asked by the clerk, she said no".
    """
    if scene.words_before[i] == "by":
        return None
    if role.noun in _ANYBODY and not role.modifiers:
        return subject_alone(scene, i, role, nameless=True)
    if role.modifiers:
        found = subject_alone(scene, i, role)
        return None if found is not None and _holds_another(scene, i, found, role) else found
    if _PLAYER in role.broader and (player := _player_before(scene, i)) is not None:
        return player
    found = subject_alone(scene, i, role) if _may_stay_on(scene, i, role) else None
    return None if found is not None and _is_another(found, role) else found


def _holds_another(scene: Scene, i: int, thread: Thread, role: Role) -> bool:
    """Whether a title is meant, and somebody has a role: "Holm, a clerk. The Special Envoy"."""
    held = (
        one for one in thread.roles if one.noun not in ("", _AGED) and not is_courtesy(one.noun)
    )
    return _is_capitalised(scene, i) and any(one.group != role.group for one in held)


def _has_no_such_office(thread: Thread, role: Role) -> bool:
    """Whether a head of state is meant, and somebody known for something else: "her co-star Holm".

    "The prime minister said": nobody need be told who that is.
    """
    known = (one for one in thread.roles if one.noun not in ("", _AGED))
    told = any(not is_courtesy(one.noun) and one.group != role.group for one in known)
    return told and role.noun in _OF_STATE


def _player_before(scene: Scene, i: int) -> Thread | None:
    """Who alone is told of as a player of no position: "footballer Holm wept. The winger said"."""
    found: Thread | None = None
    for j in range(i - 1, -1, -1):
        if scene.mentions[i].head - scene.mentions[j].head > settings.NEAR_TOKENS:
            break
        thread = scene.threads.get(j)
        plays = thread is not None and any(
            _PLAYER in {one.group, *one.broader} for one in thread.roles
        )
        if not plays or thread is None or thread.kind is not SpeakerKind.PERSON:
            continue
        if found not in (None, thread):
            return None
        found = thread
    placed = found is not None and any(_PLAYER in one.broader for one in found.roles)
    return None if placed or found is None else found


def _is_another(thread: Thread, role: Role) -> bool:
    """Whether a noun for a party to the matter is none for an officer: "Sgt. Holm. The owner".

    Nor for one of another trade or side: "Holm, a baker, left. The farmer", "the victim"; nor for a
    player of another position: "Striker Holm", "the goalkeeper".
    """
    positions = (one.group for one in thread.roles if _PLAYER in one.broader)
    if _has_no_such_office(thread, role) or has_another_trade(thread, role):
        return True
    if _PLAYER in role.broader and any(group != role.group for group in positions):
        return True
    titles = (one.noun for one in thread.roles if one.is_title)
    titled = any(noun != _AGED and not is_courtesy(noun) for noun in titles)
    return titled and not _PARTIES.isdisjoint({role.group, *role.broader})


def _brought_in(scene: Scene, i: int, role: Role, described: Thread) -> Thread | None:
    """Who came in after *described*: "Reeve spoke. The witness wept. Okafor spoke. The witness".

    None for an office, where who came in has another: "The mayor came. Our reporter Okafor stayed.
    The mayor". Where the text says outright that *described* has the role, only who opens the
    paragraph, if *described* was told of long before: "Okafor flew on. The president said".
    """
    same = [known for known in described.roles if known.group == role.group]
    last = latest(described.mentions, i)
    if not same or last < 0 or (is_office(role) and _is_capitalised(scene, i)):
        return None
    found = subject_alone(scene, i, role)
    if found is None or (is_office(role) and any(one.group != role.group for one in found.roles)):
        return None
    if any(known.text[:4].lower() != "the " for known in same):
        far = scene.mentions[i].head - scene.mentions[last].head > settings.NEAR_TOKENS
        return found if far and _opens_paragraph(scene, i, found) else None
    return found if found.mentions[0] > last else None


def _nearer_subject(scene: Scene, i: int, role: Role, described: Thread) -> Thread | None:
    """Who alone the sentence before is about, where *described* has but a kindred role.

    "Professor Okafor wrote. (new paragraph) Ada Holm sat down. “No,” said the retired teacher."
    """
    here = scene.paragraphs[i]
    last = scene.mentions[latest(described.mentions, i)]
    near = scene.analysis.paragraph_at(last.start) == here
    same = any(one.noun == role.noun for one in described.roles)
    if near or same or is_office(role) or role.modifiers.isdisjoint(words("role_modifiers")):
        return None  # the teacher
    return _only_subject(scene, i, role)


def _is_capitalised(scene: Scene, i: int) -> bool:
    """Whether an office stands as a title, of which there is one: "the Chancellor"."""
    return scene.analysis.words[scene.mentions[i].head][:1].isupper()


def _opens_paragraph(scene: Scene, i: int, thread: Thread) -> bool:
    """Whether the paragraph of mention *i* begins with the name of an entity."""
    analysis = scene.analysis
    start = analysis.paragraphs[analysis.paragraph_at(scene.mentions[i].start)].start
    last = latest(thread.mentions, i)
    opens = scene.mentions[last].start == start
    return opens and scene.mentions[last].reference is Reference.NAME


def _may_stay_on(scene: Scene, i: int, role: Role) -> bool:
    """Whether a noun alone goes on with who was spoken of; a judge or a reporter is another.

    After a quotation that opens a paragraph, somebody else may speak as well; but not a player, who
    alone is told of: "Their captain, Ada Holm, smiled. (new paragraph) “No,” the winger said".
    """
    analysis, mention = scene.analysis, scene.mentions[i]
    first = analysis.paragraphs[analysis.paragraph_at(mention.start)].first
    leads = analysis.token_at(mention.start) == first
    opens = analysis.words[first][:1] in _MARKS
    return not is_opposite(role) and (leads or not opens or _PLAYER in role.broader)


def is_opposite(role: Role) -> bool:
    """Whether a noun is for one who faces whom a report is about, or serves: "the driver"."""
    return role.group in _OPPOSITE or role.broader[:1] in (_SERVING, _HOLDING)


def _says_as_much(thread: Thread, role: Role) -> bool:
    """Whether a role of somebody has the same origin; where none is told, the party or the office.

    A word for anybody of a party says less: "Prime Minister Holm", "the Tory grandee".
    """
    if role.countries:
        return any(role.countries & known.countries for known in thread.roles)
    parties = role.modifiers & words("parties")
    return any(
        role.group == known.group or role.group in known.broader[:1] or parties & known.modifiers
        for known in thread.roles
    )
