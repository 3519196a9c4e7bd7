"""How somebody in a talk is called by what shows a gender: “No, sir.”, “Come, my girl.”"""

from __future__ import annotations

from typing import Final

import regex

from quoteattr.records import Gender

_ADDRESS: Final = regex.compile(
    r"(?:(?<=[,“\"‘'—]\s?)|(?<=[Yy]es\s|[Nn]o\s|[Mm]y\sdear\s))"
    r"(?:(?P<man>(?i:sir|sire|mister|monsieur|papa|dad|daddy|father|uncle|grandfather)"
    r"|(?i:my|my\sdear|my\sgood|dear|old|good)\s(?:boy|lad|lord|son|fellow|chap|man|sir))"
    r"|(?i:ma[’']?am|madam|madame|miss|mamma|mum|mummy|mom|mother|aunt|auntie|grandmother|lady)"
    r"|(?i:my|my\sdear|my\sgood|dear|good)\s(?:girl|lass|lady|woman))"
    r"(?=[,.;!?—”\"’])"
)
_LONGEST: Final = 2000
"""Code points of one stretch of talk that are read for such titles."""


def genders_addressed(text: str, start: int, end: int) -> set[Gender]:
    """The genders that the words in [start, end) call somebody by."""
    found = _ADDRESS.finditer(text, start, min(end, start + _LONGEST))
    return {Gender.MALE if match["man"] else Gender.FEMALE for match in found}
