"""Which capitalised runs are names, and how far they reach."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from quoteattr.coreference import vocabulary
from quoteattr.coreference.names import limits
from quoteattr.coreference.names.capitals import Capitals, begins_sentence
from quoteattr.coreference.names.evidence import is_listed
from quoteattr.coreference.names.keys import plain
from quoteattr.coreference.names.kinds import settle_kinds
from quoteattr.coreference.names.linked_names import join_linked
from quoteattr.coreference.names.nicknames import join_around
from quoteattr.coreference.names.no_names import (
    is_courtesy,
    is_half_of_day,
    is_no_name,
    is_oath,
)
from quoteattr.coreference.names.offices import skip_field
from quoteattr.coreference.names.peoples import (
    is_given_name,
    is_of_a_people,
    is_surname_of_people,
    leave_origin,
)
from quoteattr.coreference.names.places import part_places
from quoteattr.coreference.names.runs import NameRun, Word
from quoteattr.coreference.names.shops import take_ends
from quoteattr.coreference.names.titles import SEATS, is_role, name_starts
from quoteattr.datatypes import SpeakerKind
from quoteattr.grammar import FINITE
from quoteattr.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quoteattr.analysis import Analysis, Paragraph

_NOT: Final = ("'t", "’t", "‘t")
_MEMBERS: Final = frozenset({"mp", "mep", "msp"})
_SEATS: Final = frozenset(map(str.lower, SEATS)) | {
    *("senator", "congressman", "congresswoman", "councillor"),
}
_NUMBERED: Final = frozenset(
    {"year", "grade", "class", "room", "platform", "gate", "terminal", "phase", "stage", "level"}
)
_BARE: Final = frozenset({"cabinet", "parliament"})
_WATCH: Final = frozenset({"watch", "monitor", "forum", "initiative"})
_NAMING: Final = frozenset({"ADJ", "NOUN", "PROPN", "VERB"})
_COURTESY: Final = frozenset({"mr", "mrs", "miss", "ms"})


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
    read = list(part_places(analysis, join_around(analysis.text, runs)))
    for name in read:
        skip_field(analysis, name)
        leave_member(analysis, name)
        leave_origin(analysis, name)
    names = [name for name in join_linked(analysis.text, read) if name.size]
    take_ends(analysis, names)
    persons = settle_kinds(analysis, names)
    names += [name for name in read if is_bare_surname(analysis, name, persons)]
    names.sort(key=lambda name: name.start)
    return [name for name in names if trusted(analysis, capitals, name, persons)]


def leave_member(analysis: Analysis, name: NameRun) -> None:
    """Leave a member out of the name of a party or place: "Labour | MP", but "Ann Lee MP".

    After an article it is no person's name, whatever the place: "the Velm East | MP".
    """
    start = analysis.token_at(name.start)
    start -= analysis.lowers[start - 1 : start] == ["former"]
    article = analysis.lowers[start - 1 : start] in (["the"], ["a"], ["an"])
    if article and name.words[-1].key in _SEATS and len(name.words) > 1 and name.first != 1:
        del name.words[-1]
        name.first = min(name.first, len(name.words))
        return
    if len(name.words) != 2 or name.words[1].key not in _MEMBERS:
        return
    first = name.words[0].key
    if first in words("parties") or first in vocabulary.place_names():
        del name.words[1]
        name.first = min(name.first, 1)  # one Tory | MP: nobody's name


def is_bare_surname(analysis: Analysis, name: NameRun, persons: frozenset[str]) -> bool:
    """Whether a lone role word is somebody's surname: "Cook" where the text names Ann Cook.

    Makes it a name if so.
    """
    word = name.words[0]
    if name.size or len(name.words) > 1 or word.key not in persons:
        return False
    before = analysis.token_at(word.start) - 1
    if before >= 0 and analysis.lowers[before] in vocabulary.determiners():
        return False
    name.first, name.kind = 0, SpeakerKind.PERSON
    return True


def pieces(analysis: Analysis, capitals: Capitals, run: list[Word]) -> Iterator[list[Word]]:
    """*run* without the words that are no names: "But Holm", "Friday Holm", "The Ministry".

    In a headline only words that the body capitalises as well are left: "Holm Slams Mayor Lind",
    and a given name before one: "Mayor Ada Holm Resigns".
    """
    piece: list[Word] = []
    initial = begins_sentence(analysis.text, run[0].start)
    paragraph = analysis.paragraphs[analysis.paragraph_at(run[0].start)]
    initial |= run[0].start == _end_of_dateline(capitals, paragraph, run[0].start)
    headline = paragraph.start in capitals.headlines
    for i, word in enumerate(run):
        after = run[i + 1].text if i + 1 < len(run) else ""
        if is_model(analysis.text, word):
            break
        if is_another(piece, word):
            yield strip_particles(piece)
            piece = []
        at_start = initial and not piece and not _is_party_that_acts(analysis, word)
        at_start = at_start and not _opens_firm(analysis, run[i:])
        at_start = at_start and not _opens_plain_name(analysis, run[i:])
        if (
            (headline and not _is_named_inside(capitals, word.key, plain(after)))
            or analysis.text.startswith(_NOT, word.end)  # Don't
            or is_courtesy(analysis.text, word)
            or is_half_of_day(analysis.text, word)
            or is_no_name(capitals, piece, word, after, at_start=at_start)
            or (at_start and not after and _only_opens_sentence(analysis, capitals, word))
            or (at_start and not after and is_oath(capitals, analysis.text, word))
        ):
            if piece:
                yield strip_particles(piece)
            piece = []
        else:
            piece.append(word)
        initial = False
    if piece:
        yield strip_particles(piece)


def _is_named_inside(capitals: Capitals, key: str, after: str) -> bool:
    """Whether the body has a word of a headline with a capital, or the family name after it."""
    if key in capitals.inside:
        return True
    given = key in vocabulary.given_names() and key not in words("common_words")
    return given and after in capitals.inside and after not in words("common_words")


def _end_of_dateline(capitals: Capitals, paragraph: Paragraph, start: int) -> int:
    """Where the dateline of a paragraph ends, its begin where *start* is too far behind for one."""
    near = start - paragraph.start < limits.LONGEST_DATELINE
    return capitals.datelines.get(paragraph.start, paragraph.start) if near else paragraph.start


def _is_party_that_acts(analysis: Analysis, word: Word) -> bool:
    """Whether a common word is the name of a party: "Labour said", not "Labour costs rose".

    Or of a body without an article: "Parliament in Velm said".
    """
    after = analysis.token_at(word.end)
    if after >= len(analysis) or not (word.key in words("parties") or word.key in _BARE):
        return False
    if word.key in _BARE and analysis.lowers[after] == "in":
        return True
    return analysis.forms[after] in FINITE or analysis.lowers[after] in vocabulary.reporting_forms()


def _opens_firm(analysis: Analysis, run: Sequence[Word]) -> bool:
    """Whether a common word begins the name of a firm: "Blue Lantern Lines", not "Ailing Velm Ltd".

    The tagger takes it for a name. A watch is called by all its words: "Right Side Watch".
    """
    key, last = run[0].key, run[-1].key
    if len(run) < limits.FIRM_NAME or not (last in words("firm_words") or last in _WATCH):
        return False
    if key in words("role_modifiers") or key in words("org_nouns"):
        return False
    if key.endswith(("ed", "ing", "ly")):
        return False
    return last in _WATCH or analysis.forms[analysis.token_at(run[0].start)] == "NNP"


def _opens_plain_name(analysis: Analysis, run: Sequence[Word]) -> bool:
    """Whether words of the language alone name a body: "Common Cause said", "Clean Water Trust".

    Not where the first only tells more of the rest: "Rival Alliance leaders", "Sadly Parliament".
    """
    key = run[0].key
    first = analysis.token_at(run[0].start)
    modifies = key in words("role_modifiers") or key in vocabulary.no_name_words()
    if len(run) == 1 or modifies or key.endswith("ly") or analysis.tags[first] not in _NAMING:
        return False
    after = analysis.token_at(run[-1].end)
    acts = after < len(analysis) and (
        analysis.lowers[after] == "," or analysis.lowers[after] in vocabulary.reporting_forms()
    )
    return acts and all(_is_plain(word.key) for word in run)


def _is_plain(key: str) -> bool:
    """Whether a word is one of the language and of no person, people, party or place."""
    if key in vocabulary.given_names() or key in words("surnames") or key in words("parties"):
        return False
    if key in vocabulary.countries() or key in vocabulary.place_names() or is_role(key):
        return False
    return key in words("common_words") or key.removesuffix("s") in words("common_words")


def _only_opens_sentence(analysis: Analysis, capitals: Capitals, word: Word) -> bool:
    """Whether a plural of no list opens a sentence, "Scouts said he was slow", or a participle.

    Nor does the text name anybody so elsewhere: not "Hawks said no", where it has "the Hawks".
    """
    key = word.key
    form = analysis.forms[analysis.token_at(word.start)]
    acts = form == "VBG" or _is_participle(key)
    plural = form == "NNS" and (key.endswith(("s", "men")) or key in words("common_words"))
    opens = plural or (acts and analysis.text.startswith(",", word.end))
    return opens and key not in words("surnames") and key not in capitals.inside


def _is_participle(key: str) -> bool:
    """Whether a word is that of a common verb, whatever its tag: "Reacting", not "Fleming"."""
    stem = key.removesuffix("ing")
    common = words("common_words")
    verb = stem in common or f"{stem}e" in common
    past = f"{stem[:-1]}ied" if stem.endswith("y") else f"{stem}ed"
    return stem != key and verb and past in common


def is_another(piece: Sequence[Word], word: Word) -> bool:
    """Whether a title begins another's name: "Mrs. Holm | Miss Ruiz"."""
    titled = len(piece) > 1 and piece[0].key in vocabulary.title_genders()
    return titled and word.key in _COURTESY


def is_model(text: str, word: Word) -> bool:
    """Whether letters begin the name of a thing with a number: "CT-118"."""
    tail = text[word.end : word.end + 2] if word.text.isupper() else ""
    return tail[:1] == "-" and tail[1:].isdigit()


def strip_particles(piece: list[Word]) -> list[Word]:
    """*piece* without particles at its end ("Holm de" after a cut)."""
    while len(piece) > 1 and piece[-1].text.islower():
        piece = piece[:-1]
    return piece


def trusted(analysis: Analysis, capitals: Capitals, name: NameRun, persons: frozenset[str]) -> bool:
    """Whether a name can be believed where it stands; in a headline only what the body names."""
    whole = " ".join(name.proper)
    demonym = whole in vocabulary.countries() and whole not in vocabulary.place_names()
    called = is_surname_of_people(analysis, name, persons) or is_given_name(analysis, name)
    if demonym and not called:
        return whole in vocabulary.peoples()
    if whole in _NUMBERED and analysis.text[name.end : name.end + 2].strip().isdigit():
        return False  # his class, Year 4
    if is_of_a_people(analysis, name) or _is_share(analysis, name):
        return False
    if analysis.text[name.end : name.end + 5].rstrip(" ,.)") == " Act" and len(name.words) > 1:
        return False  # the Employee Free Choice Act
    paragraph = analysis.paragraphs[analysis.paragraph_at(name.start)]
    if name.start < _end_of_dateline(capitals, paragraph, name.start):
        return False
    if paragraph.start in capitals.headlines:
        proper = name.proper
        if not all(_is_named_inside(capitals, *pair) for pair in pairwise([*proper, ""])):
            return False
        return name.kind is not SpeakerKind.PERSON or name.proper[-1] in persons
    return True


def _is_share(analysis: Analysis, name: NameRun) -> bool:
    """Whether a name only tells where a firm's shares are sold: "Halden Foods (NYSE: HLD)"."""
    opened = analysis.text.rfind("(", max(0, name.start - limits.SHARE), name.start)
    return opened > 0 and is_listed(analysis.text, opened - 1)
