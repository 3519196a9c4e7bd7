"""Noun phrases on a line, read from their last word back: `Ann Lee, 55, a baker, | said`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr import config
from quoteattr.analysis import Layer
from quoteattr.grammar import SHARES
from quoteattr.lexicon import words
from quoteattr.quotation.reports.line import DASHES, HYPHEN, MARK_WORDS, QUOTE

if TYPE_CHECKING:
    from quoteattr.quotation.reports.line import Line

_LINKS: Final = frozenset({"of", "for", "at", "in", "from", "'s", "'", "and", "&", "de", "on"}) | {
    HYPHEN
}
_POSSESSIVE: Final = frozenset({"'s", "’s"})
_ANOTHER: Final = frozenset({"another", "one"})
_LONE: Final = 2
"""How far the commas around a name of one word are apart: `His wife, | Joan, | said`."""
_NEAR: Final = frozenset({"to", "around", "with", "near", "by", "of", "behind"})
_NO_SUBJECT: Final = frozenset({"to", "that", "than", "as", "because", "let", "by", "of", ";", ":"})


def noun_phrase_before(line: Line, end: int) -> int:
    """First position of the noun phrase whose last word stands at *end*; end + 1 for none."""
    position = end
    while line.kind(position) == "object" and line.words[position - 1] in _NEAR and position > 1:
        position -= 2  # those close to him
    counted = position > 0 and line.words[position - 1] in (HYPHEN, "of")  # a father of two
    if position < 0 or not _is_nominal(line, position):
        return end + 1
    if line.kind(position) == "determiner" and not counted:
        return end + 1
    floor = max(0, end - config.NOUN_PHRASE_TOKENS)
    while position > floor:
        before = position - 1
        word = line.words[before]
        if (name := line.before_nickname(position)) >= floor:
            position = name
            continue
        if line.kind(before) == "determiner":
            position = before
            if (
                before > 0
                and line.words[before - 1] in _LINKS - {"and", "&"}
                and before - 1 > floor
            ):
                position = before - 1
                continue
            break
        if _is_nominal(line, before) or word in _LINKS:
            position = before
            continue
        break
    while position < end and line.words[position] in _LINKS:
        position += 1
    return from_share(line, position, end)


def from_share(line: Line, start: int, end: int) -> int:
    """Where a share begins that joins no other share: `liked the tram and | 60 percent said`."""
    for joint in range(start + 1, end - 1):
        counted = line.analysis.tags[line.token(joint + 1)] == "NUM"
        if line.words[joint] == "and" and counted and line.words[joint + 2] in SHARES:
            return start if not SHARES.isdisjoint(line.words[start:joint]) else joint + 1
    return start


def before_fragment(line: Line, start: int) -> int:
    """Past words in marks inside the phrase: `a woman in a “No Pier” shirt said`, its first word.

    Only after an article: `He called it “a farce” | Lee said`; and not after a comma in the marks:
    `It was a “farce,” | Lee said`.
    """
    opening = line.start_of_fragment(start) - 1
    if opening < 0 or line.kind(opening) != "determiner" or line.words[start - 2] == ",":
        return start
    linked = opening > 1 and line.words[opening - 1] in _LINKS
    return noun_phrase_before(line, opening - 2) if linked else opening


def before_parenthesis(line: Line, position: int) -> int:
    """Past a parenthesis that ends at *position*: `Rep. Ann Lee (D-Ohio) said`."""
    if line.words[position] != ")":
        return position
    floor = max(0, position - config.PARENTHESIS_TOKENS)
    opening = next((i for i in range(position, floor, -1) if line.words[i] == "("), None)
    return position if opening is None else opening - 1


def before_dashes(line: Line, position: int) -> int:
    """Past an insertion between dashes: `towns in two states -- Ohio and Iowa -- said`."""
    if line.words[position] not in DASHES:
        return position
    floor = max(0, position - config.APPOSITION_TOKENS)
    opening = next((i for i in range(position - 1, floor, -1) if line.words[i] in DASHES), None)
    return position if opening is None else opening - 1


def apposition(line: Line, close: int) -> int | None:
    """The comma that opens the apposition closed at *close*: `Ann Lee, 55, a baker, said`."""
    floor = max(0, close - config.APPOSITION_TOKENS)
    opening = None
    position = close - 1
    while position > floor and not line.is_quote(position):
        if line.words[position] == ",":
            opening = position
            if names_the_last(line, position, close):
                return position
            named = _is_nominal(line, position - 1) and not line.words[position - 1].isdigit()
            if named and _begins_apposition(line, position + 1):
                return opening
        position -= 1
    return None


def names_the_last(line: Line, comma: int, close: int) -> bool:
    """Whether a name says who a role before it is: `In Rye, her top aide, | Ann Lee, said`.

    The role may begin with an owner: `Norway's envoy, | Ann Lee, said`.
    """
    if not all(line.is_capitalised(at) for at in range(comma + 1, close)):
        return False
    if close - comma == _LONE and line.words[comma + 1] not in words("given_names"):
        return False  # In the chair, Tuesday, said
    if line.words[comma - 1] in _ANOTHER:
        return True  # Another, Ann Lee, said
    if line.is_capitalised(comma - 1) or not _is_nominal(line, comma - 1):
        return False
    first = noun_phrase_before(line, comma - 1)
    determined = line.kind(first) == "determiner" or (
        line.analysis.has(Layer.TREE) and not _POSSESSIVE.isdisjoint(line.words[first:comma])
    )
    return first <= comma - 1 and determined


def _begins_apposition(line: Line, position: int) -> bool:
    word = line.words[position]
    return (
        line.kind(position) in ("determiner", "relative")
        or word.isdigit()
        or not line.is_capitalised(position)
        or _is_letters(line, position)
    )


def _is_letters(line: Line, position: int) -> bool:
    """Letters of rank between commas after a name: `Ann Lee, QC, said`."""
    letters = line.analysis.words[line.token(position)]
    return letters.isupper() and len(letters) > 1 and line.words[position + 1] == ","


def _is_nominal(line: Line, position: int) -> bool:
    word = line.words[position]
    if word is QUOTE or word in MARK_WORDS or word in DASHES or not word[:1].isalnum():
        return False
    if word in _NO_SUBJECT or line.kind(position) not in ("", "determiner"):
        return line.kind(position) == "time"
    return line.is_capitalised(position) or not line.is_finite(position)


def after_lone_comma(line: Line, start: int, group: int) -> int:
    """Where a name begins after a comma that no other closes: `The mayor, | Lee said, had gone`."""
    comma = next((i for i in range(group - 1, start, -1) if line.words[i] == ","), start)
    last = range(comma + 1, group)
    named = bool(last) and all(line.is_name(i) and line.words[i].isalpha() for i in last)
    cuts = line.words[group + 1 : group + 2] == [","] and line.is_finite(group + 2)
    return comma + 1 if comma > start and named and cuts else start


def is_of_noun(line: Line, participle: int) -> bool:
    """Whether a participle tells of the plural noun right before it, after a comma."""
    if participle < 2:
        return False
    forms, last = line.analysis.forms, line.token(participle - 1)
    first = noun_phrase_before(line, participle - 1)
    plural = forms[line.token(participle)] in ("VBN", "VBD") and forms[last] == "NNS"
    return plural and first > 0 and line.words[first - 1] == ","
