"""Which capitalised words belong to no name: "Meanwhile", "Friday", "Oslo-based"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import regex

from quoteattr.coreference import vocabulary
from quoteattr.coreference.names import limits
from quoteattr.coreference.names.evidence import ACRONYM
from quoteattr.coreference.names.keys import is_initial, plain
from quoteattr.coreference.names.name_words import INNER
from quoteattr.coreference.nominals.extents import HYPHENS
from quoteattr.lexicon import words
from quoteattr.records import Number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quoteattr.coreference.names.capitals import Capitals
    from quoteattr.coreference.names.runs import Word

_ADJECTIVE = regex.compile(
    r".*-(?:\p{Ll}*ed|(?!\p{Ll}{1,2}ing$)\p{Ll}*ing|doing|going|using|wing|ring|born|run|held|led|"
    r"era|wide|like|only|old|style|friendly|level|bound|"
    r"elect|designate|owned|built|made|dominated|speaking|member|year)"
)
"""A syllable before "ing" may end a name: "Chen Wei-ling"."""
_PREFIXED = regex.compile(
    r"(?:Pre|Post|Pro|Anti|Non|Self|Mid|Like|Year|Half|Semi|Multi)(?:-\p{Ll}+)+"
)
"""What opens a sentence and is no name: "Pre-tax profits rose"."""
_NUMBER = regex.compile(r"(?:Twenty|Thirty|Forty|Fifty|Sixty|Seventy|Eighty|Ninety)-\p{Ll}+")
"""What opens a sentence and counts: "Thirty-one of them said"."""
_LOW_TAIL = regex.compile(r"\p{Lu}\p{Ll}+-\p{Ll}+")
_DRAWN_OUT = regex.compile(r"(?:\p{L}+[-‐‑])?(?:\p{L}[-‐‑]){2}")
"""A word that somebody shouts or spells: "S-t-e-v-e", "Sha-a-ame"."""
_DAYS: Final = frozenset(
    {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
)
_PITIED: Final = frozenset({"poor", "dear", "dearest", "darling", "sweet", "foolish"})
"""Words that tell what a speaker feels for somebody, and are no part of a name."""
_SWORN_BY: Final = frozenset({"jesus", "christ", "god", "lord", "heavens"})
_QUALITIES: Final = frozenset({"grace", "honour", "honor", "worship", "reverence"})
_OWNER: Final = len("your ")
_DEFINED: Final = frozenset({"company", "firm", "corporation", "issuer"})
"""What a release calls whom it is about, with a capital: "the Company"."""
_MINISTERS: Final = frozenset({"minister", "secretary", "commissioner"})
_BODIES: Final = frozenset({"can", "it", "now", "us", "who"})
"""Small words that bodies and countries are called by in capitals."""
_SEATS: Final = frozenset({"hall", "headquarters"})
_QUARTERS: Final = frozenset(
    {"north", "south", "east", "west", "northern", "southern", "eastern", "western", "central"}
)
_OWNERS: Final = frozenset({"our", "my", "your"})
"""Words inside the names of campaigns."""
_BRANCHES: Final = frozenset({"UK", "GB", "USA", "NI", "England", "Scotland", "Wales", "Canada"})
_HALVES_OF_DAY: Final = frozenset({"AM", "PM", "A.M.", "P.M."})
_ALWAYS_SPLIT: Final = frozenset(
    {"the", "a", "an", "and", "but", "or", "if", "in", "on", "at", "by", "he", "she", "it"}
) | {"they", "we", "i", "his", "her", "this", "that"}


def is_no_name(
    capitals: Capitals, piece: Sequence[Word], word: Word, after: str, *, at_start: bool
) -> bool:
    """Whether a capitalised word cannot belong to a name: "Meanwhile", "Friday", "Oslo-based"."""
    key = word.key
    if word.text.islower() or (word.text == "OF" and not piece):
        return not piece
    if word.text in ("I", "A", "O") and after[-1:] != ".":
        return True
    if piece and after and word.text in ("A.", "I."):
        return False  # Ada A. Holm
    hyphened = not HYPHENS.isdisjoint(word.text)
    if hyphened and _ADJECTIVE.fullmatch(word.text):
        return True
    if key in _ALWAYS_SPLIT and key != "it":
        return True
    if word.start in capitals.called:
        return False
    if key in _DEFINED and not piece and not after:
        return True
    if (hyphened and _DRAWN_OUT.match(word.text)) or _is_stressed(word.text):
        return True
    if at_start and _is_set_in_capitals(word.text, key, after):
        return True
    if piece and _is_shouted_deed(piece[-1].text, word.text, key, after):
        return True
    inside = key in INNER and piece and piece[-1].key.endswith("s")
    if after[:1].isupper() and (inside or (key.endswith("s") and plain(after) in INNER)):
        return False  # Bakers Without Borders
    if key == "without" and piece and after[:1].isupper() and not _is_acronym(word.text):
        return False  # Bread Without Borders
    if key in _OWNERS and piece and after[:1].isupper():
        return False  # Save Our Shores
    if key in vocabulary.no_name_words() and not _is_acronym(word.text):
        return not _is_name_after_all(key, piece, after)
    if (
        key in _PITIED
        and not piece
        and after[:1].isupper()
        and plain(after) not in words("org_nouns")
    ):
        return True  # Poor Holm
    if at_start and hyphened and (_PREFIXED.fullmatch(word.text) or _NUMBER.fullmatch(word.text)):
        return True
    if not at_start or is_initial(word.text) or ACRONYM.fullmatch(word.text):
        return False
    return _only_opens(capitals, key, after)


def is_half_of_day(text: str, word: Word) -> bool:
    """Whether letters belong to the hour before them: "at 10:12 AM Ada Holm wrote"."""
    hour = text[max(0, word.start - 2) : word.start].rstrip()
    return word.text in _HALVES_OF_DAY and hour[-1:].isdigit()


def _only_opens(capitals: Capitals, key: str, after: str) -> bool:
    """Whether the first word of a sentence owes its capital to its place: "Fishermen", "Sadly"."""
    known = vocabulary.given_names()
    if key in known or key in vocabulary.role_words() or key in vocabulary.countries():
        return key in capitals.lower and not after and key not in capitals.inside
    if f"{key} {plain(after)}" in vocabulary.countries():
        return False
    if plain(after) in vocabulary.role_words() and (
        key in words("role_modifiers")
        or (key in words("org_nouns") and after[:1].isupper())  # Board President Ada Holm
    ):
        return False
    if plain(after) in _MINISTERS and key not in vocabulary.reporting_forms():
        return key.endswith("ly") or key == "meanwhile"  # Resources Minister Holm
    if key.endswith("maker") and key in words("org_nouns") and after[:1].isupper():
        return True  # Chipmaker Halden
    noun = vocabulary.head_nouns().get(key)
    if _is_body(key, after) or _is_branch(key, after) or _is_part_of_place(key, after):
        return False
    if _leads_name(key, after):
        return False
    many = noun is not None and noun.number is Number.PLURAL  # Fishermen
    common = key in words("common_words") or key in capitals.lower or key.endswith("ly")
    return (common or many) and key not in capitals.inside


def is_oath(capitals: Capitals, text: str, word: Word) -> bool:
    """Whether somebody only swears by a name: “Jesus, Ada,” where the text names no Jesus."""
    ends = text.startswith((",", "!"), word.end)
    return ends and word.key in _SWORN_BY and word.key not in capitals.inside


def is_courtesy(text: str, word: Word) -> bool:
    """Whether a quality with a capital stands for who has it: “As your Grace pleases.”"""
    before = text[max(0, word.start - _OWNER) : word.start].lower()
    return word.key in _QUALITIES and before.endswith(("your ", "his ", "her "))


def _is_stressed(word: str) -> bool:
    """Whether capitals stress a word rather than name somebody: "fancy SHIVERING"."""
    return word.isupper() and len(word) >= limits.STRESSED and word.endswith(("ING", "ED", "LY"))


def _is_shouted_deed(before: str, word: str, key: str, after: str) -> bool:
    """Whether capitals stress what somebody does: "Mayor BANS carols"; not "MAYOR ELLIS"."""
    if after or not word.isupper() or len(word) <= limits.LONGEST_ACRONYM:
        return False
    deed = key.removesuffix("s")
    acts = deed != key and (deed in words("common_words") or key in vocabulary.verb_forms())
    actor = plain(before) if before.istitle() else ""
    known = actor in vocabulary.role_words() or actor in vocabulary.given_names()
    return acts and (known or actor in words("surnames"))


def _is_set_in_capitals(word: str, key: str, after: str) -> bool:
    """Whether a paper sets its first word in capitals before a name: "FURIOUS Ada Holm"."""
    known = vocabulary.given_names()
    plain_word = key not in known and key not in words("surnames")
    sets = word.isupper() and len(word) > limits.LONGEST_ACRONYM and after.istitle()
    return sets and plain_word and plain(after) in known


def _is_body(key: str, after: str) -> bool:
    """Whether a common word begins the name of a body: "City Hall", "Judicial Watch"."""
    noun = plain(after) in words("org_nouns") or plain(after) in _SEATS
    goes_on = after[:1].isupper() and noun
    if after[:1].isupper() and plain(after) in words("body_endings") and not key.endswith("ly"):
        return True
    return goes_on and key in words("role_modifiers") and key not in vocabulary.soft_modifiers()


def _leads_name(key: str, after: str) -> bool:
    """Whether a word stands before the name of a body: "Radio Velm", not "Radio Presenter Holm"."""
    if key not in words("leading_org_nouns") or not after[:1].isupper():
        return False
    follower = plain(after)
    return follower not in vocabulary.role_words() and follower not in vocabulary.given_names()


def _is_branch(key: str, after: str) -> bool:
    """Whether a common word begins the name of a country's body: "Energy UK", "Sport England"."""
    plain_noun = key not in vocabulary.soft_modifiers() and key not in vocabulary.no_name_words()
    return after in _BRANCHES and plain_noun


def _is_part_of_place(key: str, after: str) -> bool:
    """Whether a quarter of the sky begins a name: "Northern Grid", not "Northern France"."""
    named = after[:1].isupper() and plain(after) not in vocabulary.place_names()
    return named and key in _QUARTERS


def _is_acronym(word: str) -> bool:
    """Whether a word in capitals may stand for a name: "WHO", not "NOT", "DEAR" in "MY DEAR"."""
    key = word.lower()
    if key in words("function_words") and key not in _BODIES:
        return False
    return len(word) <= limits.LONGEST_ACRONYM and ACRONYM.fullmatch(word) is not None


def _is_name_after_all(key: str, piece: Sequence[Word], after: str) -> bool:
    """Whether a word like "May" or "Will" is a name here: "Theresa May", "Will Holm"."""
    known = vocabulary.given_names()
    follows = bool(piece) and piece[-1].key in known and key not in _DAYS
    calls = key in known and after[:1].isupper() and plain(after) not in vocabulary.no_name_words()
    titled = bool(piece) and piece[-1].key in vocabulary.title_genders()
    follows |= titled and after[:1].isupper() and key in _DAYS  # Mr. Sunday Holm
    follows |= bool(piece) and key in words("body_endings")  # Human Rights Watch
    korean = key == "oh" and _LOW_TAIL.fullmatch(after) is not None  # Oh Eun-bi
    return follows or calls or korean
