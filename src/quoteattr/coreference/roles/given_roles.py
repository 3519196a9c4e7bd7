"""The roles that a text gives to its names, before them and beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from quoteattr.coreference import settings, vocabulary
from quoteattr.coreference.names.keys import plain
from quoteattr.coreference.names.titles import title_kind
from quoteattr.coreference.nominals.partitives import as_single
from quoteattr.coreference.roles.apposition import appositions
from quoteattr.coreference.roles.body_appositions import bodies_beside, bodies_called
from quoteattr.coreference.roles.entities import written
from quoteattr.coreference.roles.reading import predecessor_roles, read_role
from quoteattr.coreference.roles.rosters import listed_roles
from quoteattr.coreference.roles.stated import stated
from quoteattr.coreference.roles.wording import key_of, strip_determiner
from quoteattr.coreference.threads import Role
from quoteattr.datatypes import Reference, SpeakerKind
from quoteattr.lexicon import table, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from quoteattr.coreference.names.forms import NameForm
    from quoteattr.coreference.roles.directory import Directory
    from quoteattr.coreference.threads import Thread


def read_roles(forms: Mapping[int, NameForm], directory: Directory) -> dict[int, Thread]:
    """Note the roles: "Mayor Ada Holm", "Ada Holm, the mayor", "Ada Holm, 52".

    Returns:
        Descriptions that stand beside a name, each with the entity of the name.
    """
    analysis, mentions, thread_of = directory.analysis, directory.mentions, directory.thread_of
    for i, form in forms.items():
        for title in _roles_of_title(form.role):
            directory.give(thread_of[i], title)
    found: dict[int, Thread] = {}
    beside = listed_roles(analysis, mentions) | appositions(analysis, mentions)
    for nominal, named in beside.items():
        thread = thread_of.get(named)
        if thread is None or thread.kind is not SpeakerKind.PERSON or nominal in thread_of:
            continue
        found[nominal] = thread
        thread.vote(mentions[nominal].gender, settings.NOUN_VOTE)
        described = as_single(written(analysis, mentions[nominal]))
        role = read_role(strip_determiner(described))
        if role is None:
            directory.remember(described, thread)  # a heron called Holm
        elif described.lower().startswith("its "):
            role = evolve(role, is_of_body=True)
        directory.give(thread, role)
        _give_predecessor(directory, nominal, thread)
    for nominal, named in bodies_beside(analysis, mentions).items():
        if nominal not in thread_of and named in thread_of:
            found[nominal] = thread_of[named]
            if mentions[nominal].kind is SpeakerKind.ORGANIZATION:
                phrase = key_of(written(analysis, mentions[nominal])).partition(" of ")[0]
                directory.bodies.tell(thread_of[named], phrase)
    for named, noun in bodies_called(analysis, mentions):
        if named in thread_of and thread_of[named].name.lower() not in vocabulary.countries():
            directory.bodies.tell(thread_of[named], noun)
    for named, told in stated(analysis, mentions):
        directory.give(thread_of[named], read_role(told))
    for i in forms:
        directory.give(thread_of[i], _role_of_owned(directory, i))
        directory.give(thread_of[i], _role_of_country(directory, i))
    return found


def _roles_of_title(written: str) -> Iterator[Role]:
    """The roles before a name, two where a title follows the first: "Group leader Cllr Holm"."""
    before, _, last = written.rpartition(" ")
    for part in (written, before if plain(last) in table("titles") else ""):
        role = read_role(part) if part else None
        if role is not None and part[0].isupper() and title_kind(role.noun) == "clergy":
            role = _of_order(role)
        if role is not None and part[0].isupper():
            role = _of_congress(role)
        if role is not None:
            yield evolve(role, is_title=True)


def _of_order(role: Role) -> Role:
    """The role of clergy who are called like relatives: "Father Holm" is nobody's father."""
    priest = read_role("priest")
    if priest is None or not role.group.startswith("kin-"):
        return role
    return evolve(priest, text=role.text)


def _of_congress(role: Role) -> Role:
    """The role of a member of a parliament: "Representative Holm" is a congresswoman.

    Not "Special Representative Holm" nor "union representative Holm".
    """
    if role.noun != "representative" or not role.modifiers <= words("parties") | {"state"}:
        return role
    member = read_role("congressman")
    return role if member is None else evolve(member, text=role.text, modifiers=role.modifiers)


def _role_of_owned(directory: Directory, i: int) -> Role | None:
    """What an organisation before a name says: "NATO's Ada Holm" is somebody of NATO.

    And a country: "Norway's Ada Holm".
    """
    mentions, before = directory.mentions, directory.mentions[i - 1] if i else None
    if before is None or before.kind is not SpeakerKind.ORGANIZATION:
        return None
    link = directory.analysis.text[before.end : mentions[i].start]
    if link.replace("’", "'") != "'s " or before.reference is not Reference.NAME:
        return None
    owner = written(directory.analysis, before).lower()
    country = vocabulary.countries().get(owner)
    if country is not None:
        return Role(group="", countries=frozenset({country}))
    return Role(group="", modifiers=frozenset(owner.split()))


def _role_of_country(directory: Directory, i: int) -> Role | None:
    """Where a person is from as the text says after the name: "President Ada Holm of Norway"."""
    text, end = directory.analysis.text, directory.mentions[i].end
    if not text.startswith(" of ", end):
        return None
    token = directory.analysis.token_at(end + len(" of "))
    country = vocabulary.countries().get("".join(directory.analysis.lowers[token : token + 1]))
    return None if country is None else Role(group="", countries=frozenset({country}))


def _give_predecessor(directory: Directory, nominal: int, thread: Thread) -> None:
    """Note what "Holm's predecessor" had been before Holm."""
    mentions = directory.mentions
    owner = directory.thread_of.get(nominal + 1)
    if owner is None or owner is thread or mentions[nominal + 1].start != mentions[nominal].start:
        return
    if directory.analysis.lowers[mentions[nominal].head] == "predecessor":
        for role in predecessor_roles(owner):
            directory.give(thread, role)
