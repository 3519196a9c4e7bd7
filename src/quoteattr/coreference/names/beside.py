"""What stands beside a name and tells its kind: a description set off by commas, a year."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

import regex

from quoteattr.coreference import vocabulary
from quoteattr.coreference.nominals.extents import HYPHENS, POSSESSIVE_MARKS
from quoteattr.coreference.nominals.heads import head_noun
from quoteattr.datatypes import SpeakerKind
from quoteattr.records import Number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quoteattr.analysis import Analysis
    from quoteattr.coreference.vocabulary import HeadNoun
    from quoteattr.records import Mention

_VESSELS: Final = frozenset(
    {"ship", "tanker", "vessel", "yacht", "ferry", "boat", "trawler", "frigate", "destroyer"}
) | {"submarine", "liner", "schooner", "freighter", "steamer", "aboard", "hms", "uss"}
_LINKS: Final = frozenset({"of", "for", "at"})
_YEAR: Final = regex.compile(r"(?:1[89]|20)\d\d[a-z]?")
_REACH: Final = 9
"""Tokens of a description that are looked at."""
_NEXT: Final = 60
"""Tokens after a name in which a pronoun may take it up: two or three sentences."""
_ENDS: Final = frozenset(".!?")
_SPEECH: Final = 600
"""Code points before a name in which the mark is looked for that opens the speech."""
_OF_PERSONS: Final = frozenset({"who", "whose", "speaking", "writing", "testifying", "smiling"})
_JOINS: Final = frozenset({"and", "but", "because"})
_GENDERED: Final = frozenset({"he", "she"})
_MARKS: Final = frozenset({"“", "”", '"'})


def described_as(analysis: Analysis, first: int, last: int) -> str:
    """Kind "person" or "organization", if a description beside the tokens [first, last] tells.

    "the clerk, Quillon Arkwright,"; "Quillon, a shipping company,"; "" where none does.
    """
    lowers = analysis.lowers
    if lowers[last + 1 : last + 2] != [","]:
        return ""
    noun = _after(lowers[last + 2 : last + 2 + _REACH])
    if noun is None and first and lowers[first - 1] == ",":
        noun = _before(lowers[max(0, first - 1 - _REACH) : first - 1])
    if noun is None:
        return ""
    kinds = {SpeakerKind.UNNAMED: "person", SpeakerKind.ORGANIZATION: "organization"}
    return kinds.get(noun.kind, "")


def body_before(analysis: Analysis, first: int) -> int | None:
    """First token of the noun for one body right before a name: "the charity Harbour"."""
    found = head_noun(analysis, first - 1) if first else None
    if found is None or found[1].kind is not SpeakerKind.ORGANIZATION:
        return None
    if not HYPHENS.isdisjoint(analysis.lowers[found[0] - 1 : found[0]]):
        return None  # Pro-government
    opens = analysis.sentence_at(first)[0] == found[0]  # Airline Velm Wings said
    one = found[1].number is Number.SINGULAR and (opens or analysis.words[first - 1].islower())
    return found[0] if one else None


def person_before(analysis: Analysis, first: int) -> bool:
    """Whether a noun for one person stands right before a name: "radio host | Rush Arkwright"."""
    if first == analysis.sentence_at(first)[0] or not analysis.words[first - 1].islower():
        return False
    found = head_noun(analysis, first - 1)
    if found is None or analysis.forms[first - 1].startswith("V"):
        return False
    noun = found[1]
    return noun.kind is SpeakerKind.UNNAMED and noun.number is Number.SINGULAR


def is_brought_in(analysis: Analysis, name: Mention) -> bool:
    """Whether somebody is only named as another's kin: "her son, Bo Holm,"; not if they speak."""
    first = analysis.token_at(name.start)
    kin = first - 1 - (analysis.lowers[first - 1 : first] == [","])
    noun = vocabulary.head_nouns().get(analysis.lowers[kin]) if kin > 0 else None
    owned = kin > 0 and analysis.lowers[kin - 1] in vocabulary.determiners("possessive")
    owned = owned or (kin > 0 and analysis.lowers[kin - 1] in POSSESSIVE_MARKS)
    after = analysis.token_at(name.end)
    after += analysis.lowers[after : after + 1] == [","]
    speaks = "".join(analysis.lowers[after : after + 1]) in vocabulary.reporting_forms()
    return noun is not None and noun.group.startswith("kin-") and owned and not speaks


def is_named_so(analysis: Analysis, first: int) -> bool:
    """Whether a noun for one person has that name: "a host named | Bix", "the critic known as"."""
    as_ = analysis.lowers[first - 1 : first] == ["as"]
    verb = first - 1 - as_
    if verb < 1 or analysis.lowers[verb] != ("known" if as_ else "named"):
        return False
    found = head_noun(analysis, verb - 1)
    if found is None:
        return False
    return found[1].kind is SpeakerKind.UNNAMED and found[1].number is Number.SINGULAR


def _after(words: Sequence[str]) -> HeadNoun | None:
    """The noun of ", a shipping company ..." or ", director general of the port"."""
    nouns = vocabulary.head_nouns()
    if words and words[0] in vocabulary.determiners():
        return next((nouns[word] for word in words[1:] if word in nouns), None)
    offices = (nouns.get(word) for word, after in pairwise(words) if after in _LINKS)
    office = next(offices, None)
    return office if office is not None and office.kind is SpeakerKind.UNNAMED else None


def _before(words: Sequence[str]) -> HeadNoun | None:
    """The noun of "the harbour clerk, ", "the clerk of the port, " or "Velm's chief clerk, "."""
    determined = not vocabulary.determiners().isdisjoint(words)
    if not words or not (determined or not POSSESSIVE_MARKS.isdisjoint(words)):
        return None
    nouns = vocabulary.head_nouns()
    for word, after in pairwise(words):
        if after in _LINKS and word in nouns and nouns[word].kind is SpeakerKind.UNNAMED:
            return nouns[word]
    return nouns.get(words[-1])


def is_he_or_she(analysis: Analysis, last: int) -> bool:
    """Whether "he" or "she" comes next, before another name: "Tamm said no. “Never,” she wrote."

    What stands in marks is passed over.
    """
    end = analysis.paragraphs[analysis.paragraph_at(analysis.starts[last])].last
    quoted = False
    for token in range(last + 1, min(end, last + 1 + _NEXT)):
        word = analysis.words[token]
        if word in _MARKS:
            quoted = word == "“" or (word == '"' and not quoted)
        elif quoted:
            continue
        elif analysis.lowers[token] in _GENDERED:
            return True
        elif analysis.tags[token] == "PROPN":
            return False
    return False


def goes_on_as_person(analysis: Analysis, last: int) -> bool:
    """Whether "and she" goes on after a name in its sentence: "Holm Lark is late, and she is"."""
    end = analysis.sentence_at(last)[1]
    for token in range(last + 1, min(end, last + 1 + _REACH)):
        if analysis.tags[token] == "PROPN" or analysis.words[token] in _MARKS:
            return False
        if analysis.lowers[token] in _GENDERED:
            return analysis.lowers[token - 1] in _JOINS
    return False


def is_of_person(after: Sequence[str]) -> bool:
    """Whether the words after a name and a comma tell of a person: "who", "52,", "speaking"."""
    told = bool(after) and after[0] in _OF_PERSONS
    return told or (after[1:] == [","] and after[0].isdigit())


def is_called(analysis: Analysis, first: int, last: int) -> bool:
    """Whether somebody is called so in a speech: `“None of them is right, Quillon.”`"""
    if last + 1 >= len(analysis) or first < 2 or analysis.words[last + 1] not in _ENDS:
        return False
    start = analysis.starts[first]
    paragraph = analysis.paragraphs[analysis.paragraph_at(start)]
    before = analysis.text[max(paragraph.start, start - _SPEECH) : start]
    opened = before.rfind("“") > before.rfind("”") or before.count('"') % 2 == 1
    return opened and analysis.words[first - 2].islower()


def is_vessel(analysis: Analysis, start: int) -> bool:
    """Whether the word before says that a ship is named: "the tanker Lady Ada"."""
    first = analysis.token_at(start)
    return first > 0 and analysis.lowers[first - 1] in _VESSELS


def is_cited(analysis: Analysis, first: int, last: int) -> bool:
    """Whether a name is an author's: `Holm (2019)`, `Holm and Berg (2019)`, `(Holm 2019: 4)`."""
    lowers = analysis.lowers
    after = lowers[last + 1 : last + 5]
    if after[:1] == ["et"] and after[1:2] in (["al"], ["al."]):
        return True
    if after[:1] in (["and"], ["&"]):
        after = after[2:]
    opens = first > 0 and lowers[first - 1] in ("(", ";")
    years = after[1:2] if after[:1] == ["("] else after[:2] if opens else []
    return any(_YEAR.fullmatch(year) for year in years)
