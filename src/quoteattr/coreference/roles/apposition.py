"""What the text says beside a name: "Tod Walsh, the commander", "Ada Holm, 52", "who heads"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import regex

from quoteattr.coreference import vocabulary
from quoteattr.coreference.names.rows import opens_with_name
from quoteattr.coreference.roles.reading import describes
from quoteattr.datatypes import SpeakerKind
from quoteattr.grammar import FINITE
from quoteattr.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from quoteattr.analysis import Analysis
    from quoteattr.records import Mention

_NAMED = regex.compile(
    r"(?:,?\s+(?:named|called|known (?:only )?as"
    r"|(?:from [^,.;:“”\"]{2,40} )?who (?:gave|would give) (?:his|her|their)"
    r" (?:first )?name (?:only )?as|(?:who was )?identified (?:only )?as"
    r"|who identified (?:him|her|them)sel(?:f|ves) (?:only |simply |just )?as)"
    r"|,? who (?:(?:can|could|may) (?:only )?|asked to )be (?:identified|named|called) "
    r"(?:only )?as)\s+"
)
_AGE: Final = (
    r"(?:\d{1,3}|(?:four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen"
    r"|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\p{Ll}+)?)),\s+"
)
_COMMA = regex.compile(
    rf",\s+(?:{_AGE}|(?:an?|one)\s+|(?:then|now|once|later|formerly|previously|state)\s+)?|\s+\("
)
_OF_PLACE = regex.compile(r" of \p{Lu}[\p{L}.\-’']*(?: \p{Lu}[\p{L}.\-’']*){0,2}(?=, )")
"""Where a name's bearer is from, before a description: "Ada Holm of Velm, the senior member"."""
_AND_ROLE = regex.compile(
    r" and (?P<what>(?:\p{L}[\p{L}-]*+ ){0,3}?)(?P<role>\p{Ll}[\p{Ll}-]*+)"
    r"(?: (?:of|at|for) [^,.;:—–“”\"]{2,40})?(?=, \p{Lu})"
)
"""A second role between a description and a name: "her sister | and treasurer|, Ada Holm,"."""
_COMMA_AND_TRADE = regex.compile(r",\s+(?:the|a|an)\s+(?:\p{L}[\p{Ll}-]*+\s+){0,3}")
"""What may stand before a name or title: "her aide, | the cellist | Ivo", ", | the | Rev. Ivo"."""
_IS = regex.compile(
    r"(?: \([^()]{2,70}\))?"  # Ada Holm (1889–1961) was a painter
    r"\s+(?:is|was|became|remains|has been|had been|serves as|served as|works as|worked as"
    r"|(?:was|has been|had been) (?:re-?)?(?:appointed|elected|made|named))\s+"
)
_WHO_IS = regex.compile(
    r",\s+who\s+(?:is|was|became|has been|serves as|served as|works as|worked as"
    r"|took (?:office|over)(?: in (?:\p{Lu}\p{L}+ )?\d{4})? as)\s+"
    r"(?:(?:once|also|now|then|still|already|later)\s+)?"
)
_TELLS_WHO = regex.compile(r",\s+who\s+(?:is|was)\s+")
"""What says in passing who it was: "the boy, who was Holm, laughed"."""
_CLOSES = regex.compile(
    r"\s*(?:[,.;:)—–”\"]|\(\p{Lu}|$|who\b|and (?:a|an|the|his|her|its|former)\b"
    r"|(?:at|for|with|in|from|of|on|to)\s[^,.;:—–“”\"]{2,60}(?:,|(?P<stop>[.;])))"
)
_AND = regex.compile(r"(?: (?:at|for|with|in|from|of) [^,.;:—–“”\"]{2,60}?)? and ")
_PHRASE = regex.compile(
    r" (?:against|at|for|from|in|of|on|to|with|who|"
    r"\p{Ll}{2,}ing|\p{Ll}{2,}ed (?:at|by|for|in|of|to|with)) [^,.;:—–“”\"]{2,50}, "
    r"(?:state )?(?=\p{Lu})"
)
_BODY = regex.compile(r", (?!Mr|Ms)\p{Lu}[^,.;:“”\"]{1,40}, (?=\p{Lu})")
"""A body set off between a description and a name: "The head of the union, MTU, | Ada Holm,"."""
_WHERE = frozenset({"in", "at", "near", "outside"})
_BORN = frozenset({"born", "raised", "educated", "schooled"})
_NEAR_NAME = 8
"""Mentions after a description among which its name is looked for, bodies and all."""
_FARTHEST = 80
"""Code points between a name and what describes it: " from Velm who gave his name only as "."""


def appositions(analysis: Analysis, mentions: Sequence[Mention]) -> dict[int, int]:
    """Indices of descriptions, each with the index of the name it describes.

    "Gen. Tod Walsh, the alliance's commander," and "the alliance's commander, Tod Walsh," and
    "Ada Holm is the mayor".
    """
    found: dict[int, int] = {}
    text = analysis.text
    for i, one in enumerate(mentions):
        is_description = describes(one)
        if not (is_description or one.names_person):
            continue
        after = _named_after(analysis, mentions, i) if is_description else None
        if after is not None:
            found[i] = after
            continue
        end = _end_of_place(text, one) if one.names_person else _end_of_roles(text, one)
        j = next_apart(mentions, i, end)
        if j is None or mentions[j].start - one.end > _FARTHEST:
            continue
        other = mentions[j]
        between = text[end : other.start]
        if one.names_person and describes(other) and not _is_place(analysis, one):
            called = other.quoted is not None and text[other.start : other.end].istitle()
            beside = not called and _COMMA.fullmatch(between) and closes(analysis, other)
            said = one.quoted is not None  # “Holm is the best player I know”
            if beside or (not said and _IS.fullmatch(between)) or _WHO_IS.fullmatch(between):
                found.setdefault(j, i)
                also = _second(analysis, mentions, j)
                if also is not None:
                    found.setdefault(also, i)
        elif (
            i not in found
            and is_description
            and other.names_person
            and _names(analysis, one, other, end)
        ):
            found[i] = j
    return _also_described(analysis, mentions, found) | found


def _also_described(
    analysis: Analysis, mentions: Sequence[Mention], found: Mapping[int, int]
) -> dict[int, int]:
    """Descriptions before another of the same name: "The man, a porter named Holm,"."""
    also: dict[int, int] = {}
    for second, named in found.items():
        first = second - 1
        if first > 0 and mentions[first].start == mentions[first - 1].start:
            first -= 1  # Their leader, whose mention holds that of Their
        if first < 0 or first in found or not describes(mentions[first]) or named < second:
            continue
        between = analysis.text[mentions[first].end : mentions[second].start]
        closed = analysis.text.startswith((",", ")"), mentions[named].end)
        if between == ", " and closed and opens_clause(analysis, mentions[first]):
            also[first] = named
    return also


def _is_place(analysis: Analysis, named: Mention) -> bool:
    """Whether it is where: "In Velm, the head of the port,", "Born in Velm, the son of a vet,"."""
    before = analysis.token_at(named.start) - 1
    opens = before >= 0 and analysis.sentence_at(before)[0] == before
    born = before > 0 and analysis.lowers[before - 1] in _BORN
    return (opens or born) and analysis.lowers[before] in _WHERE


def _names(analysis: Analysis, description: Mention, named: Mention, end: int) -> bool:
    """Whether the name after a description is who it is: "the mayor, Ada Holm," and "who was".

    The description ends at code point *end* with all its roles.
    """
    if _is_of_owned(analysis, description):
        return False
    between = analysis.text[end : named.start]
    closed = _is_closed(analysis, named.end)
    if _COMMA.fullmatch(between) or _names_trade(between):
        return closed or speaks_as(analysis, description, named)
    return closed and _TELLS_WHO.fullmatch(between) is not None


def _is_of_owned(analysis: Analysis, description: Mention) -> bool:
    """Whether the name after may be of somebody's: "A spokesman for the bank's head, Ada Holm,"."""
    after = analysis.text[analysis.ends[description.head] : description.end]
    return "'s " in after.replace("’", "'") and _ends_in_person(analysis, description)


def _ends_in_person(analysis: Analysis, description: Mention) -> bool:
    """Whether another person is its last word: "an aide to the mayor" of Velm, Ada Holm."""
    last = analysis.token_at(description.end - 1)
    noun = vocabulary.head_nouns().get(analysis.lowers[last])
    return last > description.head and noun is not None and noun.kind is SpeakerKind.UNNAMED


def _names_trade(between: str) -> bool:
    """Whether a trade or article stands before a name: ", the cellist "; not ", a friend of "."""
    what = between.strip(", ").split()[1:]
    low = all(word.islower() or vocabulary.is_demonym(word.lower()) for word in what)
    free = low and words("function_words").isdisjoint(what)
    return free and _COMMA_AND_TRADE.fullmatch(between) is not None


def _named_after(analysis: Analysis, mentions: Sequence[Mention], description: int) -> int | None:
    """The name that words after a description give it, or that follows a phrase."""
    named = _named_as(analysis, mentions, description)
    return _named_after_phrase(analysis, mentions, description) if named is None else named


def _named_as(analysis: Analysis, mentions: Sequence[Mention], description: int) -> int | None:
    """The name that words give it: "a man named Holm", "A nurse who gave her name as Ida"."""
    one = mentions[description]
    match = _NAMED.match(analysis.text, one.end)
    if match is None or match.end() - one.end > _FARTHEST:
        return None
    near = range(description + 1, min(description + 6, len(mentions)))
    return next(
        (j for j in near if mentions[j].start == match.end() and mentions[j].names_person), None
    )


def _named_after_phrase(
    analysis: Analysis, mentions: Sequence[Mention], description: int
) -> int | None:
    """The name after a phrase: "The envoy in the north, Ada Holm,", "One leading it, Ada Holm,".

    Or after a body set off: "The head of the Metal Traders Union, MTU, Ada Holm,".
    """
    one = mentions[description]
    phrase = _PHRASE.match(analysis.text, one.end)
    start = one.end if phrase is None else phrase.end() - len(", ")
    body = _BODY.match(analysis.text, start)
    ends = {match.end() for match in (phrase, body) if match is not None}
    if not ends or not opens_clause(analysis, one) or _ends_in_person(analysis, one):
        return None
    for j in range(description + 1, min(description + _NEAR_NAME, len(mentions))):
        named = mentions[j]
        if named.start in ends and named.names_person:
            return j if _is_closed(analysis, named.end) else None
    return None


def _second(analysis: Analysis, mentions: Sequence[Mention], first: int) -> int | None:
    """The description after "and": "Ada Holm, a smith from Velm and the second witness,"."""
    start = mentions[first].end
    for k in range(first + 1, min(first + 5, len(mentions))):
        one = mentions[k]
        if one.start > start and describes(one) and closes(analysis, one):
            return k if _AND.fullmatch(analysis.text, start, one.start) else None
    return None


def _end_of_place(text: str, named: Mention) -> int:
    """Code point after a name and where its bearer is from: "Senator Ada Holm of Velm |, the"."""
    match = _OF_PLACE.match(text, named.end)
    return named.end if match is None else match.end()


def _end_of_roles(text: str, description: Mention) -> int:
    """Code point after a description and a further role: "the firm's founder | and owner, Ada"."""
    match = _AND_ROLE.match(text, description.end)
    if match is None or match["role"] not in vocabulary.role_words():
        return description.end
    apart = words("function_words").isdisjoint(match["what"].split())
    return match.end() if apart else description.end


def next_apart(mentions: Sequence[Mention], i: int, end: int = 0) -> int | None:
    """Index of the first mention that starts after mention *i* ends, and after *end*."""
    for j in range(i + 1, min(i + 5, len(mentions))):
        if mentions[j].start >= max(mentions[i].end, end):
            return j + opens_with_name(mentions, j)
    return None


def closes(analysis: Analysis, description: Mention) -> bool:
    """Whether a description after a comma ends like an apposition and is not a new subject.

    "Ada Holm, professor of law at Dorne University,"; not "the mayor" in "After meeting Holm, the
    mayor said".
    """
    if _is_closed(analysis, description.end):
        return True
    token = analysis.token_at(description.end)
    roles = vocabulary.role_words()  # Ada Holm, founder and | head of the firm
    if analysis.lowers[token : token + 1] == ["and"] and description.head + 1 == token:
        return not roles.isdisjoint(analysis.lowers[token + 1 : token + 2])
    first = analysis.lowers[analysis.token_at(description.start)]
    if token >= len(analysis) or first not in ("a", "an"):
        return False
    low = analysis.lowers[token]
    return low not in vocabulary.reporting_forms() and low not in ("is", "was", "has", "had", "and")


def _is_closed(analysis: Analysis, end: int) -> bool:
    """Whether nothing is said of what ends at code point *end* but where and of what it is."""
    match = _CLOSES.match(analysis.text, end)
    if match is None or match["stop"] is None:
        return match is not None
    return FINITE.isdisjoint(analysis.forms[t] for t in analysis.tokens(*match.span()))


def speaks_as(analysis: Analysis, description: Mention, named: Mention) -> bool:
    """Whether a clause opens with a description and a name before its verb.

    "The port's director, Ada Holm said", "Born in Velm, the son of a baker, Tod Holm came to"; not
    "After meeting the mayor, Ada Holm said".
    """
    after = analysis.token_at(named.end)
    if " " not in analysis.text[named.start : named.end] or after >= len(analysis):
        return False
    acts = analysis.forms[after] in FINITE or analysis.lowers[after] in vocabulary.reporting_forms()
    return acts and opens_clause(analysis, description)


def opens_clause(analysis: Analysis, mention: Mention) -> bool:
    """Whether a clause begins with a mention."""
    first = analysis.token_at(mention.start)
    if first == analysis.sentence_at(first)[0]:
        return True
    before = analysis.lowers[first - 1]
    return before in ("and", "but", "that", "while") or not before[-1:].isalnum()
