"""Which capitalised runs are names, of whom, and how far they reach."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex
from attrs import define, field

from quoteattr.analysis import Layer
from quoteattr.coreference import vocabulary
from quoteattr.coreference.capitals import Capitals, Word, begins_sentence, runs, survey
from quoteattr.coreference.forms import is_initial, name_starts, plain, read_name
from quoteattr.datatypes import SpeakerKind
from quoteattr.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quoteattr.analysis import Analysis

_ADJECTIVE = regex.compile(
    r".*-(?:\p{Ll}*(?:ed|ing)|born|run|held|led|era|wide|like|only|old|style|friendly|level|bound|"
    r"elect|designate|owned|built|made|dominated|speaking|member|year)"
)
_ACRONYM = regex.compile(r"\p{Lu}[\p{Lu}\p{N}&]+|(?:\p{Lu}\.){2,}")
_OF = regex.compile(r" of (?:the )?(?=\p{Lu})| for (?=\p{Lu})| and (?=\p{Lu})| & (?=\p{Lu})")
_PERSON_VERBS = frozenset(
    [
        "said",
        "says",
        "asked",
        "replied",
        "answered",
        "cried",
        "exclaimed",
        "smiled",
        "nodded",
        "laughed",
        "looked",
        "sighed",
        "shrugged",
        "whispered",
        "muttered",
        "murmured",
        "shouted",
        "thought",
        "felt",
        "knew",
        "turned",
        "sat",
        "stood",
        "walked",
        "continued",
        "remarked",
        "returned",
        "observed",
        "began",
    ]
)


@define
class NameRun:
    """A run of capitalised words that is a name, before its kind is settled.

    Attributes:
        words: Its words, titles and roles in front included.
        first: Index of the first word of the name proper.
        kind: What it names, None while undecided.
    """

    words: list[Word]
    first: int
    kind: SpeakerKind | None = field(default=None)

    @property
    def start(self) -> int:
        """First code point."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Code point after the last."""
        return self.words[-1].end

    @property
    def proper(self) -> list[str]:
        """The words of the name proper, as keys."""
        return [plain(word.text) for word in self.words[self.first :]]


def find_names(analysis: Analysis) -> list[NameRun]:
    """Names in text order with their kinds; role-only runs ("Prime Minister") are left out."""
    found = list(runs(analysis))
    capitals = survey(analysis, found)
    names = [
        NameRun(piece, first)
        for run in found
        for piece in pieces(analysis, capitals, run)
        if (first := name_starts([word.text for word in piece])) < len(piece)
    ]
    names = join_of(analysis.text, names)
    for name in names:
        name.kind = kind_by_form(analysis, name)
    persons = known_person_words(names)
    for name in names:
        if name.kind is None:
            name.kind = kind_by_text(analysis, name, persons)
    return [name for name in names if trusted(analysis, capitals, name, persons)]


def pieces(analysis: Analysis, capitals: Capitals, run: list[Word]) -> Iterator[list[Word]]:
    """*run* without the words that are no names: "But Holm", "Friday Holm", "The Ministry"."""
    piece: list[Word] = []
    initial = begins_sentence(analysis.text, run[0].start)
    for i, word in enumerate(run):
        after = run[i + 1].text if i + 1 < len(run) else ""
        if is_no_name(capitals, piece, word, after, at_start=initial and not piece):
            if piece:
                yield strip_particles(piece)
            piece = []
        else:
            piece.append(word)
            initial = False
    if piece:
        yield strip_particles(piece)


def strip_particles(piece: list[Word]) -> list[Word]:
    """*piece* without particles at its end ("Holm de" after a cut)."""
    while len(piece) > 1 and piece[-1].text.islower():
        piece = piece[:-1]
    return piece


def is_no_name(
    capitals: Capitals, piece: Sequence[Word], word: Word, after: str, *, at_start: bool
) -> bool:
    """Whether a capitalised word cannot belong to a name: "Meanwhile", "Friday", "Kremlin-backed"."""
    key = plain(word.text)
    if word.text.islower():
        return not piece
    known = vocabulary.given_names()
    if _ADJECTIVE.fullmatch(word.text):
        return True
    if key in vocabulary.no_name_words() and not _ACRONYM.fullmatch(word.text):
        named = bool(piece) and plain(piece[-1].text) in known and key not in _ALWAYS_SPLIT
        calls = (
            key in known and after[:1].isupper() and plain(after) not in vocabulary.no_name_words()
        )
        return not (named or (calls and key not in _ALWAYS_SPLIT))
    if word.text in ("I", "A", "O") and not after.endswith("."):
        return True
    if not at_start:
        return False
    if key in known or key in vocabulary.role_words() or key in vocabulary.countries():
        return key in capitals.lower and not after and key not in capitals.inside
    if is_initial(word.text) or _ACRONYM.fullmatch(word.text):
        return False
    common = key in words("common_words") or key in capitals.lower
    return common and key not in capitals.inside


_ALWAYS_SPLIT = frozenset(
    [
        "the",
        "a",
        "an",
        "and",
        "but",
        "or",
        "if",
        "in",
        "on",
        "at",
        "by",
        "he",
        "she",
        "it",
        "they",
        "we",
        "i",
        "his",
        "her",
    ]
)


def join_of(text: str, names: list[NameRun]) -> list[NameRun]:
    """Names joined over "of", "for" and "and" where an organisation is named.

    "Ministry of Foreign Affairs", "University of Northern Holm", "Food and Drug Administration".
    """
    joined: list[NameRun] = []
    for name in names:
        if joined and _joins(text, joined[-1], name):
            joined[-1].words.extend(name.words)
        else:
            joined.append(name)
    return joined


def _joins(text: str, left: NameRun, right: NameRun) -> bool:
    match = _OF.match(text, left.end)
    if match is None or match.end() != right.start:
        return False
    between = match.group()
    heads = words("org_nouns") | {"bank", "centers", "centre", "center", "department", "trades"}
    last = plain(left.words[-1].text)
    end = plain(right.words[-1].text)
    if " of " in between or " for " in between:
        return last in heads
    common = words("common_words")
    return last in common and (end in heads) and last not in vocabulary.given_names()


def kind_by_form(analysis: Analysis, name: NameRun) -> SpeakerKind | None:
    """The kind that a name's own words show, or None."""
    proper = name.proper
    whole = " ".join(proper)
    last = proper[-1]
    if whole in vocabulary.countries():
        if whole in vocabulary.peoples():
            return SpeakerKind.GROUP
        return SpeakerKind.ORGANIZATION
    if name.first and last not in words("org_nouns"):
        return SpeakerKind.PERSON
    known = vocabulary.given_names()
    if len(proper) > 1 and (last in vocabulary.organisation_words()) and last not in known:
        return SpeakerKind.ORGANIZATION
    if any(word in _ORG_MARKS for word in proper):
        return SpeakerKind.ORGANIZATION
    if len(proper) > 1 and len(proper) <= 5:
        shaped = proper[0] in known or is_initial(name.words[name.first].text)
        suffixed = last in words("name_suffixes")
        if suffixed or (shaped and proper[1] not in vocabulary.countries()):
            return SpeakerKind.PERSON
    if len(proper) == 1 and (
        _ACRONYM.fullmatch(name.words[-1].text) or whole in words("media_words")
    ):
        label = analysis.text[name.end : name.end + 1] == ":"
        return None if label else SpeakerKind.ORGANIZATION
    return None


_ORG_MARKS = frozenset(
    ["inc", "corp", "ltd", "llc", "plc", "gmbh", "co", "university", "ministry", "department"]
)


def known_person_words(names: Sequence[NameRun]) -> frozenset[str]:
    """Given and family names of the persons whom the text names in full or with a title."""
    found: set[str] = set()
    for name in names:
        if name.kind is SpeakerKind.PERSON:
            form = read_name(" ".join(word.text for word in name.words[name.first :]))
            found.add(form.family)
            found.add(form.family.rpartition(" ")[2])
            if form.given:
                found.add(form.given[0])
    return frozenset(found - {""})


def kind_by_text(analysis: Analysis, name: NameRun, persons: frozenset[str]) -> SpeakerKind:
    """The kind that the rest of the text suggests: the same surname, the words around, the recogniser."""
    proper = name.proper
    if proper[-1] in persons or (len(proper) == 1 and proper[0] in persons):
        return SpeakerKind.PERSON
    first = analysis.token_at(name.words[name.first].start)
    before = analysis.lowers[first - 1] if first else ""
    last = analysis.token_at(name.end - 1)
    after = analysis.lowers[last + 1] if last + 1 < len(analysis) else ""
    if before == "the":
        return SpeakerKind.ORGANIZATION
    label = analysis.entities[first] if first < len(analysis) else ""
    if label == "PERSON":
        return SpeakerKind.PERSON
    if label == "ORG":
        return SpeakerKind.ORGANIZATION
    if len(proper) == 1:
        listed = proper[0] in vocabulary.given_names() or proper[0] in words("surnames")
        acts = after in _PERSON_VERBS or before in _PERSON_VERBS or after in ("himself", "herself")
        return SpeakerKind.PERSON if listed or (acts and not label) else SpeakerKind.ORGANIZATION
    common = words("common_words")
    if any(word in common for word in proper) and proper[-1] not in words("surnames"):
        return SpeakerKind.ORGANIZATION
    if analysis.has(Layer.ENTITIES) and label in ("PLACE", "OTHER"):
        return SpeakerKind.ORGANIZATION
    return SpeakerKind.PERSON if len(proper) <= 4 else SpeakerKind.ORGANIZATION


def trusted(analysis: Analysis, capitals: Capitals, name: NameRun, persons: frozenset[str]) -> bool:
    """Whether a name can be believed where it stands; in a headline only what the body names."""
    whole = " ".join(name.proper)
    if whole in vocabulary.countries() and whole not in vocabulary.place_names():
        return whole in vocabulary.peoples()
    paragraph = analysis.paragraphs[analysis.paragraph_at(name.start)]
    if paragraph.start in capitals.headlines:
        if not all(word in capitals.inside for word in name.proper):
            return False
        return name.kind is not SpeakerKind.PERSON or name.proper[-1] in persons
    return True
