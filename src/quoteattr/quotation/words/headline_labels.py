"""The name in a headline that says who says it: `Mayor Lee: Pier Will Be Rebuilt`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen

from quoteattr import config
from quoteattr.datatypes import DIALOGUE_DASHES
from quoteattr.grammar import FINITE
from quoteattr.lexicon import words
from quoteattr.quotation.words.cue_forms import verb_forms

if TYPE_CHECKING:
    from quoteattr.analysis import Analysis
    from quoteattr.records import Range

_SPEAKERS: Final = ("role_nouns", "group_nouns", "document_nouns", "org_nouns", "surnames")
_PEOPLE: Final = ("role_nouns", "group_nouns", "surnames")
_FINDINGS: Final = frozenset(
    {"audit", "census", "data", "figures", "poll", "report", "study", "survey"}
)
"""They and people tell something even where no verb is seen: `Poll: Lind and Okoro in dead heat`;
but `Lee’s plan: fewer cars`."""
_PARTING: Final = frozenset(":—–―-")
_JOINTS: Final = frozenset({",", "or"})
_BEGINS: Final = frozenset({"NOUN", "PROPN", "ADJ"})
_HEARD: Final = "to"
_WHERE: Final = frozenset({_HEARD, "at", "on"})
"""What parts the speaker from a hearer, a place or a subject: `Lee to Staff:`, `Lee at Talks:`."""
_IN: Final = words("prepositions") - {"of"}
"""What stands in no name: `Big Win For Lee:`."""
_LONGEST_NAME: Final = 3  # words
_TOPICS: Final = frozenset({"a", "an", "the"})
"""How a headline goes on that only says what it is about: `Lee and Holm: A long friendship`."""


@frozen
class HeadlineLabel:
    """The label of the first line, in tokens.

    Attributes:
        speaker: Who says it, up to a phrase with *to*, *at* or *on*.
        hearer: Who is told, None where nobody is named.
        mark: The colon or dash that parts it from the rest of the line.
        needs_verb: Whether it may as well be a topic, so that only a clause is content.
    """

    speaker: Range
    hearer: Range | None
    mark: int
    needs_verb: bool

    @property
    def extent(self) -> Range:
        """Speaker and hearer."""
        return self.speaker[0], self.speaker[1] if self.hearer is None else self.hearer[1]


def headline_label(analysis: Analysis) -> HeadlineLabel | None:
    """The label that opens or closes the first line, None where no speaker is in it."""
    if not analysis.paragraphs:
        return None
    begin, last = analysis.paragraphs[0].first, analysis.paragraphs[0].last
    return _opening(analysis, begin, last) or _closing(analysis, begin, last)


def _opening(analysis: Analysis, begin: int, last: int) -> HeadlineLabel | None:
    """The one before the first colon: `Mayor Lee to Staff: Pier Will Be Rebuilt`."""
    reach = range(begin + 1, min(begin + config.HEADLINE_LABEL, last - config.LEAST_OBJECT))
    colon = next((token for token in reach if analysis.words[token] == ":"), None)
    if colon is None or analysis.words[last - 1] == ":" or _is_topic(analysis, begin, colon, last):
        return None
    if _is_name(analysis, colon + 1, last):
        return None
    first = _after_flag(analysis, begin, colon)
    parted = range(first + 1, colon - 1)
    end = next((token for token in parted if analysis.lowers[token] in _WHERE), colon)
    if end - first > config.NAME_BEFORE_CUE or _names_nobody(analysis, first, end):
        return None
    noun = analysis.lowers[end - 1]
    person = _is_person(analysis, end - 1, last)
    speaks = _is_phrase(analysis, first, colon) and (person or _is_among(noun, _SPEAKERS))
    if not speaks and (end < colon or not _is_named(analysis, first, end)):
        return None
    if _tells(analysis, first, end) or not (speaks or _IN.isdisjoint(analysis.lowers[first:end])):
        return None
    hearer = (end + 1, colon) if analysis.lowers[end] == _HEARD else None
    open_ended = analysis.lowers[colon + 1] in _TOPICS or analysis.words[last - 1] == "?"
    certain = person or noun in _FINDINGS or _is_among(noun, _PEOPLE)
    return HeadlineLabel((first, end), hearer, colon, needs_verb=open_ended or not certain)


def _closing(analysis: Analysis, begin: int, last: int) -> HeadlineLabel | None:
    """The one after the last colon or dash of a line without a stop: `Pier is safe: mayor`.

    A name may be what the line is about, and a dash part anything: `New mayor: Ada Holm`.
    """
    reach = range(last - 2, max(begin + 1, last - config.NAME_BEFORE_CUE - 2), -1)
    mark = next((token for token in reach if analysis.words[token] in _PARTING), None)
    if mark is None or not _is_apart(analysis, mark) or not _is_phrase(analysis, mark + 1, last):
        return None
    if "VBN" in analysis.forms[mark + 1 : last] or _names_nobody(analysis, mark + 1, last):
        return None  # ‘It is a farce’ - party split over pier
    noun = analysis.lowers[last - 1]
    if not (_is_person(analysis, last - 1, last) or _is_among(noun, _SPEAKERS)):
        return None
    doubtful = analysis.words[mark] != ":" or analysis.words[last - 1][:1].isupper()
    return HeadlineLabel((mark + 1, last), None, mark, needs_verb=doubtful)


def _is_apart(analysis: Analysis, mark: int) -> bool:
    """Whether a blank follows the mark: no hyphen."""
    return analysis.ends[mark] < analysis.starts[mark + 1]


def _is_name(analysis: Analysis, first: int, last: int) -> bool:
    """Whether a line only tells who somebody is: `Interviewer: Ada Holm (AH)`."""
    named = analysis.words[first:last]
    if "(" in named:
        named = named[: named.index("(")]
    given = bool(named) and named[0].lower() in words("given_names")
    lows = (word.lower() for word in named)
    named_whole = len(named) <= _LONGEST_NAME and words("function_words").isdisjoint(lows)
    return given and named_whole and all(word[:1].isupper() for word in named)


def _after_flag(analysis: Analysis, begin: int, colon: int) -> int:
    """Where the label begins behind a word in capitals and a dash: `EXCLUSIVE – | Ann Lee: No`."""
    flagged = analysis.words[begin].isupper() and analysis.words[begin + 1] in DIALOGUE_DASHES
    return begin + 2 if flagged and begin + 2 < colon else begin


def _names_nobody(analysis: Analysis, first: int, end: int) -> bool:
    """Whether a word of it labels no speaker: `Update: The pier will be rebuilt`."""
    nobody = words("no_speaker_labels")
    return any(analysis.lowers[token] in nobody for token in range(first, end))


def _is_among(noun: str, lists: tuple[str, ...]) -> bool:
    """Whether *noun* or its singular stands in one of *lists*."""
    forms = {noun, noun.removesuffix("s")}
    return any(not forms.isdisjoint(words(name)) for name in lists)


def _is_phrase(analysis: Analysis, first: int, colon: int) -> bool:
    """Whether no sentence begins there: `Audit report: Pier unsafe`, not `It is a report: read`."""
    listed = colon - first == 1 and _is_among(analysis.lowers[first], _SPEAKERS)
    if not (listed or analysis.tags[first] in _BEGINS):
        return False
    if not _JOINTS.isdisjoint(analysis.lowers[first:colon]):
        return False
    return FINITE.isdisjoint(analysis.forms[first:colon])


def _is_person(analysis: Analysis, token: int, last: int) -> bool:
    """Whether the text below calls a capitalised word a person: `Okoro: No` over `Mr. Okoro`."""
    word = analysis.words[token]
    if not word[:1].isupper():
        return False
    again = (i for i in range(last + 1, len(analysis)) if analysis.words[i] == word)
    before = (analysis.lowers[i - 1].removesuffix(".") for i in again)
    return any(left in words("given_names") or left in words("titles") for left in before)


def _is_named(analysis: Analysis, first: int, end: int) -> bool:
    """Whether it reads like a name: capitals throughout."""
    return all(analysis.words[token][:1].isupper() for token in range(first, end))


def _tells(analysis: Analysis, first: int, end: int) -> bool:
    """Whether it is a sentence itself: `Ann Lee Endorses Bo Cruz: It Is Time`."""
    inner = range(first + 1, end - 1)
    forms = (analysis.lowers[token] for token in inner)
    verb = any(low.endswith("s") and low in verb_forms() for low in forms)
    return verb or not FINITE.isdisjoint(analysis.forms[first + 1 : end - 1])


def _is_topic(analysis: Analysis, first: int, colon: int, last: int) -> bool:
    """Whether capitals tell what a heading is about, not who says it: `LEE TRIAL: Court Hears`."""
    noun = analysis.lowers[colon - 1]
    shouts = all(analysis.words[token].isupper() for token in range(first, colon))
    rest = any(word.isalpha() and word.islower() for word in analysis.words[colon + 1 : last])
    speaks = any(noun in words(name) for name in ("surnames", "role_nouns", "org_nouns"))
    common = noun in words("common_words") and not speaks
    return shouts and rest and colon - first > 1 and common
