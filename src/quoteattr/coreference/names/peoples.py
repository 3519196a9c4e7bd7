"""Words before a name or a noun that tell of which country, people or faith somebody is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quoteattr.coreference import vocabulary
from quoteattr.coreference.names.name_words import ends_as_body

if TYPE_CHECKING:
    from quoteattr.analysis import Analysis
    from quoteattr.coreference.names.runs import NameRun


def leave_origin(analysis: Analysis, name: NameRun) -> None:
    """Leave where somebody is from out of the name after it: "the Dane | Mette Holm".

    Without an article only where a body cannot be meant: "Malian | Ada Keita".
    """
    before = analysis.token_at(name.start) - 1
    first, rest = name.words[0].key, name.words[1:]
    given = vocabulary.given_names()
    if len(rest) < 2 or rest[0].key not in given or not vocabulary.is_demonym(first):
        return
    the = before >= 0 and analysis.lowers[before] == "the"
    plain_name = len(rest) == 2 and not (name.first or ends_as_body([rest[1].key]))
    if the or (first not in given and plain_name):
        del name.words[0]
        name.first = 0


def is_styled(name: NameRun) -> bool:
    """Whether a title that shows a gender leads a name: "Mr. Zulu"."""
    return name.first > 0 and name.words[0].key in vocabulary.title_genders()


def is_surname_of_people(analysis: Analysis, name: NameRun, persons: frozenset[str]) -> bool:
    """Whether the word for a people is somebody's name: "Mr. Zulu", "French" after "Ada French".

    Not "the French", "French police".
    """
    if is_styled(name):
        return True
    if len(name.words) > 1 or name.proper[0] not in persons:
        return False
    token = analysis.token_at(name.start)
    the = analysis.lowers[token - 1 : token] == ["the"]
    return not the and not _tells_of_noun(analysis, token)


def is_given_name(analysis: Analysis, name: NameRun) -> bool:
    """Whether the word for one of a people is a first name here: "said Finn", not "the Finn"."""
    key = name.proper[0]
    if len(name.words) > 1 or key not in vocabulary.given_names():
        return False
    token = analysis.token_at(name.start)
    before = "".join(analysis.lowers[token - 1 : token]) if token else ""
    told = before in vocabulary.determiners() or analysis.tags[token - 1 : token] == ["ADJ"]
    return vocabulary.is_demonym(key) and not told and not _tells_of_noun(analysis, token)


def _tells_of_noun(analysis: Analysis, token: int) -> bool:
    """Whether a noun follows, or what tells of one: "French police"."""
    return analysis.tags[token + 1 : token + 2] in (["NOUN"], ["ADJ"], ["PROPN"])


def is_of_a_people(analysis: Analysis, name: NameRun) -> bool:
    """Whether words before a plural only tell of which people or faith: "Christian | pilgrims".

    So before another one: "Christian | and Muslim pilgrims".
    """
    after = analysis.token_at(name.end)
    if analysis.lowers[after : after + 1] in (["and"], ["or"]):
        after += 1
        while _is_adjective_of_people("".join(analysis.lowers[after : after + 1])):
            after += 1
    plural = analysis.forms[after : after + 1] == ["NNS"] and analysis.words[after].islower()
    tells = plural and not name.first and analysis.text[analysis.starts[after] - 1] == " "
    return tells and all(map(_is_adjective_of_people, name.proper))


def _is_adjective_of_people(key: str) -> bool:
    return f"{key}s" in vocabulary.peoples() or vocabulary.is_demonym(key)
