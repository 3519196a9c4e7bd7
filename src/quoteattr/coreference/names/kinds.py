"""Whom or what a name names: a person, an organisation, a people."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Final

import regex

from quoteattr import config
from quoteattr.coreference import settings, vocabulary
from quoteattr.coreference.names import limits
from quoteattr.coreference.names.beside import is_vessel
from quoteattr.coreference.names.evidence import (
    ACRONYM,
    evidences,
    evidences_of_words,
    is_of_people,
)
from quoteattr.coreference.names.forms import SET_OFF, read_name
from quoteattr.coreference.names.keys import is_initial, spelling
from quoteattr.coreference.names.name_words import (
    FIRM_ROLES,
    INNER,
    are_common,
    ends_as_body,
    is_camel,
    is_plural_after_role,
    may_be_surname,
    names_part_of_party,
)
from quoteattr.coreference.names.organisations import first_word
from quoteattr.coreference.names.peoples import is_given_name, is_styled
from quoteattr.coreference.names.places import (
    may_name_place,
    names_place,
    stands_for_place,
    surnames_of_places,
)
from quoteattr.coreference.names.shops import is_shop
from quoteattr.datatypes import SpeakerKind
from quoteattr.genre import is_told_in_dialogue
from quoteattr.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quoteattr.analysis import Analysis
    from quoteattr.coreference.names.runs import NameRun

_AGE: Final = regex.compile(r", (?:1[2-9]|[2-9]\d),(?= \p{Ll})")
_ORG_MARKS: Final = frozenset(
    {"inc", "corp", "ltd", "llc", "plc", "gmbh", "co"}
    | {"university", "ministry", "department", "council"}
)
_LINKS: Final = (" of ", " & ", " for ", " on ", " and ")
_NO_FIRST_NAMES: Final = (
    frozenset({"team", "operation", "hurricane", "cyclone", "typhoon"})
    | {"new", "north", "south", "east", "west", "upper", "lower", "greater"}
    | {"northern", "southern", "eastern", "western", "central"}
)
"""Words that begin names of bodies, places and storms: "Team Graham", "New South Velm"."""
_PLACE_ARTICLES: Final = frozenset({"al", "el"})
"""Given names that begin names of places as well: "Al Qusra"."""


def settle_kinds(analysis: Analysis, names: Sequence[NameRun]) -> frozenset[str]:
    """Give every name its kind, by its form and then by the rest of the text.

    Returns:
        Given and family names of the persons of the text.
    """
    for name in names:
        name.kind = kind_by_form(analysis, name)
    full = any(name.kind is SpeakerKind.PERSON and name.size > 1 for name in names)
    news = full and not seems_dialogue(analysis)
    persons = person_words(names)
    for name in names:
        if name.kind is SpeakerKind.ORGANIZATION and _is_surname(name, persons):
            name.kind = SpeakerKind.PERSON
    for single in (False, True):
        unknown = defaultdict(list)
        for name in names:
            if name.kind is None and (name.size == 1) is single:
                unknown[" ".join(name.proper)].append(name)
        firms = short_firms(analysis.text, names) - persons
        for proper, group in unknown.items():
            kind = kind_by_text(analysis, group, persons, news=news)
            if proper in firms:
                kind = SpeakerKind.ORGANIZATION
            for name in group:
                name.kind = kind
        persons = person_words(names)
    for name in surnames_of_places(analysis, names):
        name.kind = SpeakerKind.PERSON
    shorts = short_firms(analysis.text, names)
    for name in names:
        if " ".join(name.proper) in shorts and _speaks_as_it(analysis, name):
            name.kind = SpeakerKind.ORGANIZATION
    return persons


def _speaks_as_it(analysis: Analysis, name: NameRun) -> bool:
    """Whether a bare name says what "it" does: "Holm said it would pay", Holm Foods of Ada Holm."""
    verb = analysis.token_at(name.end)
    after = analysis.lowers[verb + 1 : verb + 4]
    after = after[1:] if after[:1] == ["that"] else after
    speaks = verb < len(analysis) and analysis.lowers[verb] in vocabulary.reporting_forms()
    bare = speaks and len(name.words) == 1 and after[:1] == ["it"]
    return bare and after[1:2] not in (["is"], ["was"])


def short_firms(text: str, names: Iterable[NameRun]) -> frozenset[str]:
    """What the firms of a text may be called for short: "kestrel" for "Kestrel Foods Plc"."""
    firms = (name for name in names if name.kind is SpeakerKind.ORGANIZATION)
    return frozenset(word for name in firms for word in first_word(text[name.start : name.end]))


def _is_surname(name: NameRun, persons: frozenset[str]) -> bool:
    """Whether a word for a body is a name of somebody named in full: "Fox" after "Ben Fox"."""
    word = name.words[0].text
    return len(name.words) == 1 and name.proper[0] in persons and not word.isupper()


def seems_dialogue(analysis: Analysis) -> bool:
    """Whether paragraphs open with marks and quotations ask, as in fiction; in news few ask."""
    text = analysis.text
    turns = sum(text[paragraph.start] in SET_OFF for paragraph in analysis.paragraphs)
    questions = sum(text.count("?" + mark) for mark in SET_OFF)
    cries = sum(text.count("!" + mark) for mark in SET_OFF)
    return is_told_in_dialogue(turns, questions + config.CRY * cries)


def kind_by_form(analysis: Analysis, name: NameRun) -> SpeakerKind | None:
    """The kind that a name's own words show, or None."""
    proper = name.proper
    whole, last = " ".join(proper), proper[-1]
    aged = _AGE.match(analysis.text, name.end) is not None  # her partner, Jordan, 31, said
    if whole in vocabulary.countries() and (
        is_styled(name) or aged or is_given_name(analysis, name)
    ):
        return SpeakerKind.PERSON
    if whole in vocabulary.countries():
        people = whole in vocabulary.peoples()
        return SpeakerKind.GROUP if people else SpeakerKind.ORGANIZATION
    noun = vocabulary.head_nouns().get(whole)
    if "-" in whole and whole.rpartition("-")[2] in vocabulary.peoples():
        return SpeakerKind.GROUP  # African-Americans
    if noun is not None and noun.kind is SpeakerKind.GROUP:  # Republicans
        return SpeakerKind.GROUP
    if len(proper) > 1 and not name.first and last in vocabulary.peoples():
        return SpeakerKind.GROUP  # Senate Republicans, African Americans
    if is_shop(name) or is_vessel(analysis, name.start):
        return SpeakerKind.ORGANIZATION
    if len(name.words) > 2 and any(word.key in INNER for word in name.words[1:-1]):
        name.first = 0
        return SpeakerKind.ORGANIZATION  # Bakers Without Borders
    written = analysis.text[name.start : name.end]
    linked = len(name.words) > 1 and any(link in written for link in _LINKS)
    body = linked or last in vocabulary.organisation_words()
    if name.first and body and names_firms(name):
        name.first = 0  # General Motors, King County, Royal College of Fishing
        return SpeakerKind.ORGANIZATION
    if name.first and names_part_of_party(name):
        name.first = 0  # Republican Party of Velm
        return SpeakerKind.ORGANIZATION
    if is_camel(name):
        return SpeakerKind.ORGANIZATION  # the applicant, VelmFit
    if name.first == 1 and name.words[0].key in FIRM_ROLES:
        if len(proper) == 1:
            return None
        firm = " & " in written or kind_of_several(name) is SpeakerKind.ORGANIZATION
        return SpeakerKind.ORGANIZATION if firm else SpeakerKind.PERSON
    if name.first and len(proper) > 1 and are_common(proper):
        return SpeakerKind.ORGANIZATION  # Employee Free Choice
    if name.first and len(proper) == 1 and is_plural_after_role(name):
        name.first = 0
        return SpeakerKind.ORGANIZATION  # Member States
    if name.first and last not in words("org_nouns"):
        return SpeakerKind.PERSON
    if len(proper) > 1 and ends_as_body(proper) and _is_with_article(analysis, name):
        return SpeakerKind.ORGANIZATION
    if len(proper) > 1:
        place = linked or (name.first == 0 and names_place(proper))
        return SpeakerKind.ORGANIZATION if place else kind_of_several(name)
    if ACRONYM.fullmatch(name.words[-1].text) or whole in words("organisation_words"):
        opens = analysis.text[name.start - 1 : name.start] in ("", "\n")
        is_label = opens and analysis.text[name.end : name.end + 1] == ":"
        return None if is_label else SpeakerKind.ORGANIZATION
    return None


def _is_with_article(analysis: Analysis, name: NameRun) -> bool:
    """Whether "the" stands right before a whole name: "the | Ada Post", not "the Ada Mill case"."""
    first, after = analysis.token_at(name.start), analysis.token_at(name.end)
    article = analysis.lowers[first - 1 : first] == ["the"]
    return article and not name.first and analysis.tags[after : after + 1] != ["NOUN"]


def names_firms(name: NameRun) -> bool:
    """Whether all words before the name proper are titles that begin names of things as well."""
    return all(word.key in words("title_or_name") for word in name.words[: name.first])


def kind_of_several(name: NameRun) -> SpeakerKind | None:
    """The kind that several words together show: "Ada Holm", "Holm Foods", "Piet de Vries"."""
    proper = name.proper
    known = vocabulary.given_names()
    if len(proper) == 3 and proper[0] in known and is_initial(name.words[name.first + 1].text):
        return SpeakerKind.PERSON  # Ada J. Band
    common = proper[-1] not in known and proper[0] not in known
    if ends_as_body(proper) and (common or not may_be_surname(proper[-1])):
        return SpeakerKind.ORGANIZATION
    longest = sum(word not in words("name_particles") for word in proper) > limits.LONGEST_NAME
    if any(word in _ORG_MARKS for word in proper) or longest:
        return SpeakerKind.ORGANIZATION
    first = name.words[name.first].text
    leads = common and proper[0] in words("leading_org_nouns")
    if leads or proper[0] in _NO_FIRST_NAMES:
        return SpeakerKind.ORGANIZATION  # Hotel Mar, Team Graham
    if common and proper[-1] in vocabulary.place_names() and len(proper) == 2:
        return SpeakerKind.ORGANIZATION  # Sport England
    numbered = proper[-1] in words("name_suffixes") and proper[0] not in words("common_words")
    if numbered or any(w.text.islower() for w in name.words[1:]):
        return SpeakerKind.PERSON  # Ada Holm II, but World War II
    given = proper[0] in known and proper[0] not in _PLACE_ARTICLES and not may_name_place(proper)
    countries = vocabulary.countries()
    initial = is_initial(first) and proper[0] not in countries  # U.S. Coastal Survey
    if (given or initial) and proper[1] not in countries:
        return SpeakerKind.PERSON
    if any(word.has_low_tail for word in name.words[name.first :]):
        return SpeakerKind.PERSON
    return None


def person_words(names: Iterable[NameRun]) -> frozenset[str]:
    """Given and family names of the persons whom the text names in full or with a title."""
    persons = {
        " ".join([word.text for word in name.words[name.first :]])
        for name in names
        if name.kind is SpeakerKind.PERSON
    }
    found = {word for name in persons for word in read_name(name).alone}
    return frozenset(found | {spelling(word) for word in found})


def kind_by_text(
    analysis: Analysis, group: Sequence[NameRun], persons: frozenset[str], *, news: bool
) -> SpeakerKind:
    """The kind that the text suggests for all occurrences of a name.

    Args:
        analysis: The columns of the text.
        group: Its occurrences.
        persons: Words of the names of known persons.
        news: Whether the text names persons in full, so that a bare unknown name is hardly one.
    """
    proper = group[0].proper
    doubtful = may_name_place(proper)
    if not doubtful and (proper[-1] in persons or spelling(proper[-1]) in persons):
        return SpeakerKind.PERSON
    if len(proper) == 1 and proper[0] in words("org_nouns"):  # Parliament said
        return SpeakerKind.ORGANIZATION
    seen = Counter(
        evidence
        for name in group[: settings.OCCURRENCES]
        for evidence in evidences(analysis, name, news=news)
    )
    if len(proper) > 1:
        seen.update(evidences_of_words(group[0]))
    if doubtful:
        seen["organization"] += sum(stands_for_place(analysis, name) for name in group)
    if seen["person"] != seen["organization"]:
        person = seen["person"] > seen["organization"]
        return SpeakerKind.PERSON if person else SpeakerKind.ORGANIZATION
    if len(proper) == 1:
        return SpeakerKind.PERSON if is_of_people(proper[0]) else SpeakerKind.ORGANIZATION
    return SpeakerKind.PERSON
