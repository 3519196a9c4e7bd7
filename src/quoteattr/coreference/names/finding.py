"""Which capitalised runs are names, and how far they reach."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import regex

from quoteattr.coreference import settings, vocabulary
from quoteattr.coreference.names.capitals import Capitals, Word, begins_sentence
from quoteattr.coreference.names.forms import is_initial, name_starts, plain
from quoteattr.coreference.names.kinds import NameRun, settle_kinds
from quoteattr.coreference.names.linked_names import join_linked
from quoteattr.coreference.names.offices import skip_field
from quoteattr.coreference.names.places import part_places
from quoteattr.coreference.names.shops import take_ends
from quoteattr.datatypes import SpeakerKind
from quoteattr.datelines import dateline_end
from quoteattr.lexicon import words
from quoteattr.records import Number

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quoteattr.analysis import Analysis

_ADJECTIVE = regex.compile(
    r".*-(?:\p{Ll}*ed|(?!\p{Ll}{1,2}ing$)\p{Ll}*ing|doing|going|using|wing|ring|born|run|held|led|"
    r"era|wide|like|only|old|style|friendly|level|bound|"
    r"elect|designate|owned|built|made|dominated|speaking|member|year)"
)
"""A syllable before "ing" may end a name: "Chen Wei-ling"."""
_PREFIXED = regex.compile(r"(?:Pre|Post|Anti|Non|Self|Mid|Like|Year|Half|Semi|Multi)(?:-\p{Ll}+)+")
"""What opens a sentence and is no name: "Pre-tax profits rose"."""
_DRAWN_OUT = regex.compile(r"(?:\p{L}+[-‐‑])?(?:\p{L}[-‐‑]){2}")
"""A word that somebody shouts or spells: "S-t-e-v-e", "Sha-a-ame"."""
ACRONYM = regex.compile(r"\p{Lu}[\p{Lu}\p{N}&/]+|(?:\p{Lu}\.){2,}\p{Lu}?")
_NOT: Final = ("'t", "’t", "‘t")
_MEMBERS: Final = frozenset({"mp", "mep", "msp"})
_DAYS: Final = frozenset(
    {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
)
_COURTESY: Final = frozenset({"mr", "mrs", "miss", "ms"})
_PITIED: Final = frozenset({"poor", "dear", "dearest", "darling", "sweet", "foolish"})
"""Words that tell what a speaker feels for somebody, and are no part of a name."""
_MINISTERS: Final = frozenset({"minister", "secretary", "commissioner"})
_SEATS: Final = frozenset({"hall", "headquarters"})
_QUARTERS: Final = frozenset(
    {"north", "south", "east", "west", "northern", "southern", "eastern", "western", "central"}
)
_BRANCHES: Final = frozenset({"UK", "GB", "USA", "NI", "England", "Scotland", "Wales", "Canada"})
_ALWAYS_SPLIT: Final = frozenset(
    {"the", "a", "an", "and", "but", "or", "if", "in", "on", "at", "by", "he", "she", "it"}
) | {"they", "we", "i", "his", "her", "this", "that"}


def find_names(
    analysis: Analysis, found: Sequence[list[Word]], capitals: Capitals
) -> list[NameRun]:
    """Names in text order with their kinds; roles without a name ("Prime Minister") are left out.

    Args:
        analysis: The columns of the text.
        found: Its runs of capitalised words.
        capitals: What its capitals are worth.
    """
    runs = [
        NameRun(piece, name_starts([word.text for word in piece]))
        for run in found
        for piece in pieces(analysis, capitals, run)
    ]
    read = list(part_places(analysis, runs))
    for name in read:
        skip_field(analysis, name)
        leave_member(name)
        leave_origin(analysis, name)
    names = [name for name in join_linked(analysis.text, read) if name.proper]
    take_ends(analysis, names)
    persons = settle_kinds(analysis, names)
    names += [name for name in read if is_bare_surname(analysis, name, persons)]
    names.sort(key=lambda name: name.start)
    return [name for name in names if trusted(analysis, capitals, name, persons)]


def leave_origin(analysis: Analysis, name: NameRun) -> None:
    """Leave where somebody is from out of the name after it: "the Dane | Mette Holm"."""
    before = analysis.token_at(name.start) - 1
    rest = name.words[1:]
    if len(rest) < 2 or before < 0 or analysis.lowers[before] != "the":
        return
    if vocabulary.is_demonym(plain(name.words[0].text)) and plain(rest[0].text) in (
        vocabulary.given_names()
    ):
        del name.words[0]
        name.first = 0


def leave_member(name: NameRun) -> None:
    """Leave a member out of the name of a party or place: "Labour | MP", but "Ann Lee MP"."""
    if len(name.words) != 2 or plain(name.words[1].text) not in _MEMBERS:
        return
    first = plain(name.words[0].text)
    if first in words("parties") or first in vocabulary.place_names():
        del name.words[1]


def is_bare_surname(analysis: Analysis, name: NameRun, persons: frozenset[str]) -> bool:
    """Whether a lone role word is somebody's surname: "Cook" where the text names Ann Cook.

    Makes it a name if so.
    """
    word = name.words[0]
    if name.proper or len(name.words) > 1 or plain(word.text) not in persons:
        return False
    before = analysis.token_at(word.start) - 1
    if before >= 0 and analysis.lowers[before] in vocabulary.determiners():
        return False
    name.first, name.kind = 0, SpeakerKind.PERSON
    return True


def pieces(analysis: Analysis, capitals: Capitals, run: list[Word]) -> Iterator[list[Word]]:
    """*run* without the words that are no names: "But Holm", "Friday Holm", "The Ministry".

    In a headline only words that the body capitalises as well are left: "Holm Slams Mayor Lind".
    """
    piece: list[Word] = []
    initial = begins_sentence(analysis.text, run[0].start)
    paragraph = analysis.paragraphs[analysis.paragraph_at(run[0].start)]
    near = run[0].start - paragraph.start < settings.LONGEST_DATELINE
    initial |= near and run[0].start == dateline_end(analysis.text, paragraph.start, paragraph.end)
    headline = paragraph.start in capitals.headlines
    for i, word in enumerate(run):
        after = run[i + 1].text if i + 1 < len(run) else ""
        if is_model(analysis.text, word):
            break
        if is_another(piece, word):
            yield strip_particles(piece)
            piece = []
        at_start = initial and not piece
        if (
            (headline and plain(word.text) not in capitals.inside)
            or analysis.text.startswith(_NOT, word.end)  # Don't
            or is_no_name(capitals, piece, word, after, at_start=at_start)
            or (at_start and not after and _are_people(analysis, capitals, word))
        ):
            if piece:
                yield strip_particles(piece)
            piece = []
        else:
            piece.append(word)
        initial = False
    if piece:
        yield strip_particles(piece)


def _are_people(analysis: Analysis, capitals: Capitals, word: Word) -> bool:
    """Whether a plural of no list opens a sentence: "Scouts said he was slow".

    Nor does the text name anybody so elsewhere: not "Hawks said no", where it has "the Hawks".
    """
    key = plain(word.text)
    plural = analysis.forms[analysis.token_at(word.start)] == "NNS"
    return plural and key not in words("surnames") and key not in capitals.inside


def is_another(piece: Sequence[Word], word: Word) -> bool:
    """Whether a title begins another's name: "Mrs. Holm | Miss Ruiz"."""
    titled = len(piece) > 1 and plain(piece[0].text) in vocabulary.title_genders()
    return titled and plain(word.text) in _COURTESY


def is_model(text: str, word: Word) -> bool:
    """Whether letters begin the name of a thing with a number: "CT-118"."""
    tail = text[word.end : word.end + 2] if word.text.isupper() else ""
    return tail[:1] == "-" and tail[1:].isdigit()


def strip_particles(piece: list[Word]) -> list[Word]:
    """*piece* without particles at its end ("Holm de" after a cut)."""
    while len(piece) > 1 and piece[-1].text.islower():
        piece = piece[:-1]
    return piece


def is_no_name(
    capitals: Capitals, piece: Sequence[Word], word: Word, after: str, *, at_start: bool
) -> bool:
    """Whether a capitalised word cannot belong to a name: "Meanwhile", "Friday", "Oslo-based"."""
    key = plain(word.text)
    if word.text.islower() or (word.text == "OF" and not piece):
        return not piece
    if _ADJECTIVE.fullmatch(word.text) or (word.text in ("I", "A", "O") and after[-1:] != "."):
        return True
    if key in _ALWAYS_SPLIT and key != "it":
        return True
    if word.start in capitals.called:
        return False
    if _DRAWN_OUT.match(word.text) or is_stressed(word.text):
        return True
    if key in vocabulary.no_name_words() and not is_acronym(word.text):
        return not is_name_after_all(key, piece, after)
    if (
        key in _PITIED
        and not piece
        and after[:1].isupper()
        and plain(after) not in words("org_nouns")
    ):
        return True  # Poor Holm
    if at_start and _PREFIXED.fullmatch(word.text):
        return True
    if not at_start or is_initial(word.text) or ACRONYM.fullmatch(word.text):
        return False
    known = vocabulary.given_names()
    if key in known or key in vocabulary.role_words() or key in vocabulary.countries():
        return key in capitals.lower and not after and key not in capitals.inside
    if f"{key} {plain(after)}" in vocabulary.countries():
        return False
    if key in words("role_modifiers") and plain(after) in vocabulary.role_words():
        return False
    if plain(after) in _MINISTERS and key not in vocabulary.reporting_forms():
        return key.endswith("ly") or key == "meanwhile"  # Resources Minister Holm
    if key.endswith("maker") and key in words("org_nouns") and after[:1].isupper():
        return True  # Chipmaker Halden
    noun = vocabulary.head_nouns().get(key)
    if is_body(key, after) or is_branch(key, after) or is_part_of_place(key, after):
        return False
    many = noun is not None and noun.number is Number.PLURAL  # Fishermen
    common = key in words("common_words") or key in capitals.lower or key.endswith("ly")
    return (common or many) and key not in capitals.inside


def is_stressed(word: str) -> bool:
    """Whether capitals stress a word rather than name somebody: "fancy SHIVERING"."""
    return word.isupper() and len(word) >= settings.STRESSED and word.endswith(("ING", "ED", "LY"))


def is_body(key: str, after: str) -> bool:
    """Whether a common word begins the name of a body: "City Hall", "Health Ministry"."""
    goes_on = after[:1].isupper() and plain(after) in words("org_nouns") | _SEATS
    return goes_on and key in words("role_modifiers") and key not in vocabulary.soft_modifiers()


def is_branch(key: str, after: str) -> bool:
    """Whether a common word begins the name of a country's body: "Energy UK", "Sport England"."""
    plain_noun = key not in vocabulary.soft_modifiers() and key not in vocabulary.no_name_words()
    return after in _BRANCHES and plain_noun


def is_part_of_place(key: str, after: str) -> bool:
    """Whether a quarter of the sky begins a name: "Northern Grid", not "Northern France"."""
    named = after[:1].isupper() and plain(after) not in vocabulary.place_names()
    return named and key in _QUARTERS


def is_acronym(word: str) -> bool:
    """Whether a word in capitals may stand for a name: "WHO", not "DEAR" in "MY DEAR HOLM"."""
    return len(word) <= settings.LONGEST_ACRONYM and ACRONYM.fullmatch(word) is not None


def is_name_after_all(key: str, piece: Sequence[Word], after: str) -> bool:
    """Whether a word like "May" or "Will" is a name here: "Theresa May", "Will Holm"."""
    known = vocabulary.given_names()
    follows = bool(piece) and plain(piece[-1].text) in known and key not in _DAYS
    calls = key in known and after[:1].isupper() and plain(after) not in vocabulary.no_name_words()
    return follows or calls


def trusted(analysis: Analysis, capitals: Capitals, name: NameRun, persons: frozenset[str]) -> bool:
    """Whether a name can be believed where it stands; in a headline only what the body names."""
    whole = " ".join(name.proper)
    if whole in vocabulary.countries() and whole not in vocabulary.place_names():
        return whole in vocabulary.peoples()
    paragraph = analysis.paragraphs[analysis.paragraph_at(name.start)]
    near = name.start - paragraph.start < settings.LONGEST_DATELINE
    if near and name.start < dateline_end(analysis.text, paragraph.start, paragraph.end):
        return False
    if paragraph.start in capitals.headlines:
        if not all(word in capitals.inside for word in name.proper):
            return False
        return name.kind is not SpeakerKind.PERSON or name.proper[-1] in persons
    return True
