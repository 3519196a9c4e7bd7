"""What a noun tells of the organisation it stands for: "the company", "the regulator"."""

from __future__ import annotations

from functools import cache
from typing import Final

from quoteattr.lexicon import table

_ANY_BODY: Final = frozenset({"company", "firm", "group", "organisation", "organization", "agency"})


@cache
def standing_for(what: str) -> frozenset[str]:
    """Organisation nouns that may stand for a named one: "body" ("the firm"), "state"."""
    rows = table("org_nouns").items()
    return frozenset(noun for noun, row in rows if row["names"] == what)


def sort_of(noun: str) -> str:
    """What sort of body a noun names, "firm" or "office", which no body is both; else ""."""
    row = table("org_nouns").get(noun, {"sort": "-"})
    return row["sort"].strip("-")


def is_other_body(name: str, phrase: str) -> bool:
    """Whether a name says that it is another sort of body: "Halden School" for "the hospital"."""
    bodies = standing_for("body")
    return phrase not in _ANY_BODY and not bodies.isdisjoint(name.lower().split())
