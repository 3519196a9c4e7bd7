"""Where the role before a name begins: "former senator Ada Holm", "Director of Sales Ada Holm"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr.coreference import vocabulary
from quoteattr.coreference.names import limits
from quoteattr.coreference.names.after_roles import ENVOYS, FIELD_LINKS, LINKS
from quoteattr.coreference.names.beside import body_before
from quoteattr.coreference.names.forms import PART
from quoteattr.coreference.names.keys import plain
from quoteattr.coreference.names.titles import is_courtesy, is_role, name_starts
from quoteattr.coreference.nominals.extents import HYPHENS, first_token
from quoteattr.coreference.nominals.heads import head_noun
from quoteattr.datatypes import SpeakerKind
from quoteattr.grammar import COUNTS
from quoteattr.lexicon import words
from quoteattr.records import Number

if TYPE_CHECKING:
    from quoteattr.analysis import Analysis
    from quoteattr.coreference.names.runs import NameRun
    from quoteattr.coreference.vocabulary import HeadNoun

_PLACED: Final = FIELD_LINKS - LINKS
_JOINING: Final = FIELD_LINKS | {"and", "the", "'s", "'"}
_COUNTS: Final = COUNTS | {"one"}
"""How many children somebody has: "Father of four Juho Ek"."""
_RETIRED: Final = frozenset({"retd", "ret'd", "ret", "rtd", "retired"})
_APART: Final = frozenset({"to", "at", "in"})
"""Words after which a body is a place or hears something, besides verbs: "at the hospital Ada"."""
_OFFICES: Final = frozenset(
    {"president", "vice-president", "director", "head", "secretary", "minister", "chancellor"}
) | {"manager", "professor", "clergy", "king", "queen", "mayor", "governor", "chair", "coach"}
"""Groups of nouns for offices that are of or for something: no spokesman for a singer."""


def role_start(analysis: Analysis, offset: int, end: int) -> int:
    """Start of the role that ends right before a name [offset, end), or *offset*."""
    token = analysis.token_at(offset) - 1
    if token < 0 or not analysis.text[analysis.ends[token] : offset].isspace():
        return offset
    if "\n\n" in analysis.text[analysis.ends[token] : offset]:
        return offset
    if (rank := _retired_rank(analysis, token)) is not None:
        return analysis.starts[rank]
    office = office_start(analysis, token + 1)
    if office is not None and _is_named(analysis, office, end):
        return analysis.starts[office]
    found = _person_noun(analysis, token)
    if found is None:
        return analysis.starts[token] if _is_former(analysis, token, end) else offset
    if analysis.lowers[token] != analysis.words[token] or analysis.forms[token] == "VBD":
        return offset
    first = first_token(analysis, found[0])
    if first < found[0] and is_verb_of_somebody(analysis, token):
        return offset
    return analysis.starts[joined_role(analysis, first)]


def _retired_rank(analysis: Analysis, close: int) -> int | None:
    """First token of the rank whose bearer has left it: "Lt Gen (retd) | Ada Holm"; or None."""
    opening = next((i for i in (close - 2, close - 3) if analysis.lowers[i : i + 1] == ["("]), 0)
    if opening < 1 or analysis.lowers[close] != ")":
        return None
    if analysis.lowers[opening + 1].rstrip(".") not in _RETIRED:
        return None
    first = opening
    while first > max(0, opening - limits.RANK) and is_role(plain(analysis.words[first - 1])):
        first -= 1
    return first if first < opening else None


def _is_named(analysis: Analysis, office: int, end: int) -> bool:
    """Whether a name follows an office with its field; none does in "The Bishop of Velm"."""
    parts = PART.findall(analysis.text[analysis.starts[office] : end])
    first = name_starts(parts)
    return first < len(parts) and parts[first] not in FIELD_LINKS


def _is_former(analysis: Analysis, token: int, end: int) -> bool:
    """Whether a token is "former" before a name with its title: "former Velm Gov. Ada Holm"."""
    low = analysis.lowers[token]
    if low != analysis.words[token] or low not in vocabulary.soft_modifiers():
        return False
    parts = PART.findall(analysis.text[analysis.ends[token] : end])
    return 0 < name_starts(parts) < len(parts)


def _person_noun(analysis: Analysis, token: int) -> tuple[int, HeadNoun] | None:
    """The noun for one or more persons that ends at *token*, with its first token."""
    lowers, found = analysis.lowers, None
    if token > 3 and lowers[token - 1] in HYPHENS and lowers[token - 3] in HYPHENS:
        found = head_noun(analysis, token - 4)  # mum-of-two, groom-to-be
    elif lowers[token] in _COUNTS and lowers[max(0, token - 1)] == "of":
        found = _parent(analysis, token - 2)
    found = found or head_noun(analysis, token)
    return found if found is not None and found[1].kind is SpeakerKind.UNNAMED else None


def _parent(analysis: Analysis, token: int) -> tuple[int, HeadNoun] | None:
    """The parent at *token* before a number: "Father of four Juho Ek", not "the mother of two"."""
    found = head_noun(analysis, token) if token >= 0 else None
    if found is None or not found[1].group.startswith("kin-"):
        return None
    return None if analysis.lowers[max(0, token - 1)] == "the" else found


def body_start(analysis: Analysis, offset: int) -> int:
    """Start of the noun for a body right before its name at *offset*: "the charity Harbour".

    *offset* without one, and after words that tell somebody something: "told the court Harbour".
    """
    token = analysis.token_at(offset) - 1
    if token < 0 or analysis.text[analysis.ends[token] : offset] != " ":
        return offset
    noun = body_before(analysis, token + 1)
    if noun is None or analysis.words[token][:1].isupper():
        return offset
    first = first_token(analysis, noun)
    before = analysis.lowers[max(0, first - 2) : first]
    last = "".join(before[-1:])
    told = last in vocabulary.reporting_forms() or last in _APART
    told = told and before != ["according", "to"]
    return offset if told or analysis.lowers[first] == "a" else analysis.starts[first]


def is_verb_of_somebody(analysis: Analysis, token: int) -> bool:
    """Whether a noun before a name is the verb of who is before it: "Ek accused Holm".

    A name, or a noun behind its article: "A critic accused Holm".
    """
    named = analysis.words[token - 1][:1].isupper()
    noun = vocabulary.head_nouns().get(analysis.lowers[token - 1])
    one = noun is not None and noun.kind is SpeakerKind.UNNAMED
    described = one and token > 1 and analysis.lowers[token - 2] in vocabulary.determiners()
    return (named or described) and analysis.lowers[token] in vocabulary.verb_forms()


def joined_role(analysis: Analysis, first: int) -> int:
    """First token of two roles of one person, "author and professor Ada Holm", else *first*.

    *first* begins the role before the name. An article before it makes two persons, one before
    both hardly does: "the author and former professor Ada Holm".
    """
    if first < 2 or analysis.lowers[first - 1] != "and":
        return first
    if analysis.lowers[first] in vocabulary.determiners():
        return first
    found = _person_noun(analysis, first - 2)
    if found is None or found[1].number is Number.PLURAL:
        return first
    return first_token(analysis, found[0])


def office_start(analysis: Analysis, token: int) -> int | None:
    """First token of an office whose field ends before or in the name that begins at *token*.

    "Secretary of State Ada Holm", "vice president for sales and marketing Ada Holm". None without
    one, and where the field names somebody by a role ("a friend of actor Ada Holm"). With a thing
    or a place for its field, only an office that opens a sentence without an article is one: "Chair
    of the club Ada Holm", not "a director of the club Ada Holm founded".
    """
    link = _link_before(analysis, token)
    if link is None or link == 0:
        return None
    found = _person_noun(analysis, link - 1)
    if found is None or found[1].number is Number.PLURAL:
        return None
    if any(is_courtesy(plain(word)) for word in analysis.words[link + 1 : token + 1]):
        return None  # Counsel for Mr Holm
    noun, capital = found[1], analysis.words[found[0]][:1].isupper()
    first = first_token(analysis, found[0])
    sent = analysis.lowers[link] == "to" and analysis.lowers[link - 1] in ENVOYS
    if _is_plain_field(analysis, link + sent, token):
        office = sent or noun.group in _OFFICES or (capital and _is_field(analysis, link, token))
        return first if office else None
    opens = first == analysis.sentence_at(token)[0]
    bare = opens and analysis.lowers[first] not in vocabulary.determiners()
    return first if bare and _is_person(analysis, token) else None


def skip_field(analysis: Analysis, name: NameRun) -> None:
    """Let a name begin after the field of an office: "Secretary of State | Ada Holm"."""
    office = office_start(analysis, analysis.token_at(name.start))
    if office is None:
        return
    parts = PART.findall(analysis.text[analysis.starts[office] : name.end])
    first = len(name.words) - len(parts) + name_starts(parts)
    if 0 < first < len(name.words):
        name.first = first


def _link_before(analysis: Analysis, token: int) -> int | None:
    """The "of", "for" or "at" of an office before the name at *token*."""
    sentence = analysis.sentence_at(token)[0]
    for at in range(token - 1, max(sentence, token - 1 - limits.OFFICE_FIELD), -1):
        low = analysis.lowers[at]
        if low in FIELD_LINKS and _person_noun(analysis, at - 1) is not None:
            return at
        if low in _JOINING or analysis.tags[at] == "ADJ":
            continue
        ends = not low[:1].isalpha() or low in words("function_words")
        if ends or low in vocabulary.verb_forms() or _person_noun(analysis, at) is not None:
            return None
    return None


def _is_plain_field(analysis: Analysis, link: int, token: int) -> bool:
    """Whether an office is of a field and nothing else: "Director of Sales | Ada Holm".

    Not so with a common noun and its article ("of the club | Ada Holm founded") or at a place.
    """
    between = analysis.lowers[link:token]
    things = any(
        low == "the" and analysis.words[at][:1].islower()
        for at, low in enumerate(between, start=link + 1)
    )
    return not things and _PLACED.isdisjoint(between)


def _is_person(analysis: Analysis, token: int) -> bool:
    """Whether a full name begins at *token*, not that of a body: "the union | Ada Holm"."""
    if body_before(analysis, token) is not None:
        return analysis.lowers[token] in vocabulary.given_names()
    return all(word[:1].isupper() for word in analysis.words[token : token + 2])


def _is_field(analysis: Analysis, link: int, token: int) -> bool:
    """Whether all words of the field have capitals: "Supervisor of Elections"."""
    between = range(link + 1, token + 1)
    return all(
        analysis.words[at][:1].isupper() or analysis.lowers[at] in _JOINING for at in between
    )
