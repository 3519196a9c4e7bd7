"""What the name of a body tells of its sort: a firm, an office, a party, a newspaper."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from quoteattr.lexicon import table, words

if TYPE_CHECKING:
    from collections.abc import Sequence

_ANY_BODY: Final = frozenset(
    {"company", "firm", "group", "organisation", "organization", "agency", "governing body"}
)
ANY_FIRM: Final = frozenset({"company", "firm"})
_ON_AIR: Final = frozenset({"broadcaster", "channel", "network", "station"})
_PARTIES: Final = words("parties") | {"party", "democrats", "front", "alliance", "movement"}
"""Words of the names of parties."""
UNIONS: Final = frozenset(
    {"association", "brotherhood", "congress", "federation", "guild", "union", "unions", "workers"}
)
"""Words of the names of unions."""
_PUBLIC: Final = frozenset(
    {"authority", "commission", "committee", "council", "court", "department", "government"}
) | frozenset({"ministry", "parliament", "senate", "tribunal", "union", "university"})
"""Words that begin or end the names of bodies that are no firms."""
_OFFICES: Final = frozenset(
    {"administration", "agency", "board", "bureau", "inspectorate", "office"}
)
"""The same of bodies that rule on firms: "The Safety Board fined Velm Shipping. The company"."""
_PUBLIC_SORTS: Final = frozenset({"office", "no-firm"})
_SEATS: Final = frozenset({"barracks", "court", "house", "palace", "station"})
"""Where offices sit whose names are meant for them: "Velm House"."""
_ANY_FIRMS: Final = ANY_FIRM | {"chain", "corporation", "giant", "group"}
"""What the name of any firm may hold: "the carmaker" may be the Velm Motor Company."""
_ALSO: Final = {
    "lender": frozenset({"bank"}),
    "carrier": frozenset({"airline"}),
    **dict.fromkeys(("regulator", "watchdog"), frozenset({"agency", "commission", "inspectorate"})),
}
"""Words of names that a description of another word fits: Kestrel Bank is "the lender"."""
_AIRLINES: Final = frozenset({"air", "airlines", "airways"})
"""Words of the names of airlines, which are no other firm: "the planemaker" is not Velm Air."""
_ANY_TRADE: Final = _ANY_FIRMS | {"airline", "carrier", "operator", "startup", "start-up"}
_PRIVATE: Final = frozenset({"bank", "charity", "club", "hospital", "hotel", "magazine", "school"})
"""Bodies that have no names of councils and ministries."""
_FORCE: Final = "force"
_FORCES: Final = frozenset({"police", "constabulary", "garda"})
"""Words of the names of police forces."""
PAPER: Final = "paper"


@cache
def standing_for(what: str) -> frozenset[str]:
    """Organisation nouns that may stand for a named one: "body" ("the firm"), "state", "place"."""
    rows = table("org_nouns").items()
    return frozenset(noun for noun, row in rows if row["names"] == what)


def sort_of(noun: str) -> str:
    """What sort of body a noun names, "firm" or "office", which no body is both; else "".

    Or "no-firm" for one that may be anything else: "agency".
    """
    row = table("org_nouns").get(noun, {"sort": "-"})
    return row["sort"].strip("-")


def is_firm_by_name(name: str) -> bool:
    """Whether a name is that of a firm: "Halden Foods Inc"."""
    return not words("firm_words").isdisjoint(name.lower().split()[-2:])


def is_office_by_name(name: str) -> bool:
    """Whether a name has a noun for an office: "Rail Safety Authority"."""
    return any(sort_of(word) == "office" for word in name.lower().split())


def is_other_body(name: str, phrase: str) -> bool:
    """Whether a name says that it is another sort of body: "Halden School" for "the hospital"."""
    bodies, parts = standing_for("body"), name.lower().split()
    leads = parts[0] in words("leading_org_nouns") and phrase not in _ON_AIR
    if sort_of(phrase) in _PUBLIC_SORTS and _is_building(parts):
        return True
    fitting = _ALSO.get(phrase, frozenset()) | (_ANY_FIRMS if sort_of(phrase) == "firm" else set())
    others = not (bodies - fitting).isdisjoint(parts)
    return phrase not in (*_ANY_BODY, "union") and (leads or others)


def _is_building(parts: Sequence[str]) -> bool:
    """Whether a name is that of a street, house or ground: "Rose Tower" is no agency."""
    row = table("place_nouns").get(parts[-1])
    named = row is not None and row["sort"] == "sure" and row["at"] != "start"
    return named and len(parts) > 1 and parts[-1] not in _SEATS


def is_fit(name: str, phrase: str) -> bool:
    """Whether a name can be that of a union or a party, where one is meant; no party is a firm."""
    if phrase == "union":
        return _may_be_union(name)
    parts = name.lower().split()
    if phrase == PAPER:
        return is_paper(name)
    if phrase == _FORCE:
        return not _FORCES.isdisjoint(parts)
    if sort_of(phrase) == "firm" and phrase not in _ANY_TRADE and not _AIRLINES.isdisjoint(parts):
        return False
    private = sort_of(phrase) == "firm" or phrase in _PRIVATE
    if private and not (_PUBLIC | _OFFICES).isdisjoint(_heads(parts)):
        return False
    short = name.isupper() and " " not in name
    party = short or not _PARTIES.isdisjoint(parts)
    if phrase == "party":
        return party
    return short or not party or phrase not in ANY_FIRM


def _heads(parts: Sequence[str]) -> Sequence[str]:
    """The words of a name that say what it is: the first, the last, that before "of"."""
    of = parts.index("of") - 1 if "of" in parts[1:] else 0
    return parts[0], parts[of], parts[-1]


def is_paper(name: str) -> bool:
    """Whether a name is that of a newspaper: "the Velm Echo"."""
    return name.lower().rpartition(" ")[2] in words("newspaper_names")


def may_be_called(name: str, noun: str) -> bool:
    """Whether a body of this name may be called so: not a council "the firm"."""
    if sort_of(noun) == "office" and not is_office_by_name(name):
        return False
    return is_fit(name, noun) and not is_other_body(name, noun)


def _may_be_union(name: str) -> bool:
    """Whether a name can be that of a union: "Cabin Crew Association", "NUW"."""
    return name.isupper() or not UNIONS.isdisjoint(name.lower().split())
