"""How well a description fits a role that the text gave to somebody."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr.coreference import vocabulary
from quoteattr.coreference.roles.body_names import sort_of, standing_for
from quoteattr.coreference.roles.wording import names_owner
from quoteattr.datatypes import SpeakerKind
from quoteattr.lexicon import words

if TYPE_CHECKING:
    from quoteattr.coreference.threads import Role, Thread
    from quoteattr.coreference.vocabulary import HeadNoun

_OPPOSED: Final = (
    frozenset({"young", "younger", "old", "older", "elder", "elderly", "middle"}),
    frozenset({"first", "second", "third", "fourth", "last", "other"}),
    frozenset({"tall", "short", "little", "big", "small"}),
    frozenset({"former", "current", "new"}),
    frozenset({"new", "incoming", "outgoing", "departing"}),
    frozenset({"labour", "conservative"}),
    frozenset({"democratic", "republican"}),
    frozenset({"democratic", "gop"}),
)
_ALLIANCES: Final = frozenset({"alliance", "bloc", "pact", "union"})
"""Bodies whose heads are no officers: "the alliance's chief" is not its commander."""
_ANYBODY: Final = "member"
"""The group of all nouns for people that say little: "neighbour" is no "customer"."""
_HEAD: Final = "head"
_HEADS_OF_BODIES: Final = frozenset({"secretary-general", "director-general"})
"""Titles that need not tell of which body: "the head of NATO", "Secretary-General Ada Holm"."""
_FIELDS: Final = frozenset({"think tank"})
"""Bodies whose heads have no such title."""
_MANAGE: Final = frozenset({_HEAD, "manager", "coach"})
"""Groups of the nouns for who runs a team: "the Rovers manager" is "the Rovers boss"."""
_OFFICERS: Final = frozenset({"commander", "general", "admiral"})
_OFFICIAL: Final = "official"
_POLITICIAN: Final = "politician"
_POLITICAL: Final = words("parties") | {"party", "opposition", "faction", "caucus", "coalition"}
"""Words for what politicians lead, and no firm: "the firm's boss" is not the opposition leader."""
_SECOND: Final = frozenset({"vice", "deputy", "assistant", "associate"})

_SIDES: Final = frozenset(
    {"defendant", "victim", "accuser", "witness", "juror", "prisoner"}
) | frozenset({"lawyer", "prosecutor", "judge"})
_COURT: Final = "court"
_PROFESSIONS: Final = frozenset({"lawyer", "prosecutor", "judge", "doctor"})
_TRADES: Final = frozenset({"keeper", "trade", "worker"})
_SORTS: Final = _TRADES | {"stranger", _COURT}
"""Groups of nouns of which somebody hardly is two: a baker is no farmer, a victim no suspect."""

SAME_NOUN: Final = 3.0
SAME_GROUP: Final = 2.5
BROADER: Final = 2.0
NARROWER: Final = 1.8
SAME_BODY: Final = 1.0
SAME_COUNTRY: Final = 2.0
SHARED_MODIFIER: Final = 1.5
OTHER_MODIFIERS: Final = -1.6
NEW_MODIFIERS: Final = -0.5
OTHER_FIELD: Final = -2.5
DEPUTY: Final = -1.5
WRONG_BODY: Final = -1.5
SAME_TIME: Final = 1.0
STILL_IN_OFFICE: Final = -1.5
"""What agreement and disagreement weigh; only their order matters, which invented cases set."""


def match(wanted: Role, given: Role) -> float:
    """How well a description fits a role the text gave; 0 when it cannot be the same.

    "the NATO chief" fits "NATO Secretary-General"; "the Russian president" does not fit
    "U.S. President", "the 52-year-old" nobody of another age.
    """
    score = _noun_score(wanted, given)
    if not score:
        return 0.0
    if ("shadow" in wanted.modifiers) != ("shadow" in given.modifiers):
        return 0.0  # the chancellor is not the shadow chancellor
    if _is_of_other_sort(wanted, given) or _is_of_other_sort(given, wanted):
        return 0.0
    if wanted.noun == "year-old":
        return score if wanted.modifiers == given.modifiers else 0.0
    if opposed(wanted, given):
        return 0.0
    if wanted.countries and given.countries:
        if not wanted.countries & given.countries:
            return 0.0
        score += SAME_COUNTRY
    score += _modifier_score(wanted, given)
    if "former" in wanted.modifiers:
        score += SAME_TIME if "former" in given.modifiers else STILL_IN_OFFICE
    asks_second = bool(_SECOND & wanted.modifiers)
    is_second = not _SECOND.isdisjoint({given.noun, *given.modifiers})
    if wanted.noun == given.noun and asks_second != is_second and (asks_second or _leads(wanted)):
        return 0.0
    if wanted.group not in given.broader and asks_second != is_second:
        score += DEPUTY
    return max(score, 0.0)


def _is_of_other_sort(one: Role, other: Role) -> bool:
    """Whether one heads a firm and the other a party: "the firm's boss", "party leader"."""
    of_firm = any(sort_of(word) == "firm" for word in one.modifiers)
    return of_firm and not _POLITICAL.isdisjoint(other.modifiers)


def opposed(wanted: Role, given: Role) -> bool:
    """Whether two descriptions exclude each other: "the young man", "the old man"."""
    return any(
        wanted.modifiers & group
        and given.modifiers & group
        and not wanted.modifiers & given.modifiers & group
        for group in _OPPOSED
    )


def contradicts(thread: Thread, wanted: Role | None) -> bool:
    """Whether what the text says of somebody excludes a description: another country or party."""
    return wanted is not None and any(
        opposed(wanted, role)
        or bool(wanted.countries and role.countries and not wanted.countries & role.countries)
        for role in thread.roles
    )


def holds_another_office(thread: Thread, wanted: Role) -> bool:
    """Whether an office is described and the text knows somebody by another: "U.S. President".

    What somebody once was does not count, unless it is a title, nor does what is held now exclude
    what was held before: "the former minister".
    """
    if not is_office(wanted) or "former" in wanted.modifiers:
        return False
    held = [
        role
        for role in thread.roles
        if is_office(role) and (role.is_title or "former" not in role.modifiers)
    ]
    return bool(held) and not any(match(wanted, role) for role in held)


def has_another_trade(thread: Thread, wanted: Role | HeadNoun) -> bool:
    """Whether somebody is known by another trade or side: a baker for "the farmer"."""
    sorts = _sorts(wanted)
    return bool(sorts) and any(
        one.group != wanted.group and not sorts.isdisjoint(_sorts(one)) for one in thread.roles
    )


def _sorts(one: Role | HeadNoun) -> frozenset[str]:
    trades = _TRADES if one.group in _PROFESSIONS else frozenset[str]()
    return trades | _SORTS.intersection((*one.broader, _COURT if one.group in _SIDES else ""))


def is_office(role: Role) -> bool:
    """Whether a role is that of a head or an official."""
    return not {_HEAD, _OFFICIAL}.isdisjoint({role.group, *role.broader})


def _leads(role: Role) -> bool:
    """Whether there is one beside whom a deputy stands: a mayor, a chair; no professor."""
    return _HEAD in {role.group, *role.broader}


def _noun_score(wanted: Role, given: Role) -> float:
    """How near the nouns are: "secretary general" and "chief", "chairman" and "chairwoman".

    One who is only known to be of a body may head it: "NATO's Ada Holm", "the NATO chief".
    """
    if wanted.noun == given.noun:
        return SAME_NOUN
    if given.noun in _SECOND & wanted.modifiers:  # "her deputy", "the deputy mayor"
        return SAME_GROUP
    if not given.noun:
        return SAME_BODY if _may_head(wanted, given) else 0.0
    alike = wanted.group == given.group and wanted.group != _ANYBODY
    if alike or _is_in_title(wanted, given):
        return SAME_GROUP
    if wanted.group == _HEAD and given.group in _OFFICERS and wanted.modifiers & _ALLIANCES:
        return 0.0
    if {wanted.group, given.group} <= _MANAGE and wanted.modifiers & given.modifiers:
        return SAME_GROUP
    if wanted.group in given.broader and {wanted.group, given.group} != {"manager", _HEAD}:
        return 0.0 if _leads_elsewhere(wanted, given) else BROADER
    if given.group in wanted.broader and given.group == _HEAD:
        return NARROWER if _heads_alike(wanted, given) else 0.0
    return 0.0


def _is_in_title(wanted: Role, given: Role) -> bool:
    """Whether a title of two words holds the noun first: "the detective", "Detective Sergeant"."""
    return given.is_title and f"{wanted.noun} {given.noun}" in given.text.lower()


def _may_head(wanted: Role, given: Role) -> bool:
    of_body = bool(wanted.modifiers & given.modifiers)
    return of_body or (_leads(wanted) and _heads_alike(wanted, given))


def _leads_elsewhere(wanted: Role, given: Role) -> bool:
    """Whether another body is meant: "the NATO chief" and "U.S. President", "police chief"."""
    asked = wanted.modifiers - vocabulary.soft_modifiers()
    told = wanted.countries or asked & given.modifiers
    untold = asked - standing_for("body") - standing_for("state") - wanted.names
    if untold and not told and _POLITICIAN in given.broader:
        return True
    named = asked & wanted.names
    return bool(named and given.countries) and not (wanted.countries or named & given.modifiers)


def _heads_alike(wanted: Role, given: Role) -> bool:
    """Whether a chief may bear a title the text has not told: "the secretary general".

    There is a president or a mayor without any text, so for them the body must be the same.
    """
    if wanted.modifiers & given.modifiers or wanted.countries & given.countries:
        return True
    bodies = standing_for("body")
    return not (wanted.modifiers - bodies or wanted.countries or _POLITICIAN in wanted.broader)


def _modifier_score(wanted: Role, given: Role) -> float:
    """What the other words say: a shared one binds, different ones part."""
    soft = vocabulary.soft_modifiers()
    bodies, states = standing_for("body"), standing_for("state")
    asked = wanted.modifiers - soft - bodies - states - {"member"}
    held = given.modifiers - soft
    score = 0.0
    if wanted.modifiers & bodies and given.countries and not held:
        score += WRONG_BODY
    if asked & wanted.names and _is_acronym_in(asked & wanted.names, given):
        score += SHARED_MODIFIER
    elif wanted.modifiers & held:
        score += SHARED_MODIFIER * len(wanted.modifiers & held)
    elif asked and held:
        score += OTHER_MODIFIERS
    elif (asked or wanted.modifiers & _FIELDS) and given.noun in _HEADS_OF_BODIES:
        field = asked - wanted.names - _ALLIANCES  # the police chief, but: the pact chief
        score += OTHER_FIELD if field or wanted.modifiers & _FIELDS else 0.0
    elif asked:
        score += NEW_MODIFIERS
    return score


def _is_acronym_in(names: frozenset[str], given: Role) -> bool:
    """Whether a name has the first letters of a body's: "NFC", "head of the National Food Co"."""
    capitals = "".join(word[0] for word in given.text.split() if word[:1].isupper()).lower()
    return any(len(name) > 1 and capitals.endswith(name) for name in names)


def owned_by_another(role: Role, owner: Thread) -> bool:
    """Whether the text gives a role under another owner: "Dorn's spokeswoman", "its spokesman"."""
    if role.is_of_body:
        return owner.kind is SpeakerKind.PERSON
    of_somebody = names_owner(role.text) and bool(role.names)
    return of_somebody and role.names.isdisjoint((*owner.name.lower().split(), owner.family))


def is_of_another_body(wanted: Role, given: Role, *, owned: bool) -> bool:
    """Whether who is named further down hardly is meant: "the pact's chief", "its former chief".

    Or "opposition leader": a description ahead of a name tells of which body as the name does. So
    does "the head of Velm", before "Ada Holm, head of Halden".
    """
    owned = owned or " of " in wanted.text
    if "former" in given.modifiers - wanted.modifiers:
        return True
    if not owned and wanted.noun != given.noun and not is_office(wanted):
        return True  # The novelist smiled. (further down) the younger writer Ada Holm
    held = given.modifiers - vocabulary.soft_modifiers()
    return owned and bool(held and wanted.modifiers) and wanted.modifiers.isdisjoint(held)


def repeats(wanted: Role, given: Role) -> bool:
    """Whether a later description may repeat an earlier one: nothing new in it.

    "the official" repeats "a senior defence official"; "the Russian official" does not.
    """
    if opposed(wanted, given) or (wanted.countries and not wanted.countries <= given.countries):
        return False
    if wanted.group not in (given.group, *given.broader):
        return False
    return not wanted.modifiers - given.modifiers - vocabulary.soft_modifiers()
