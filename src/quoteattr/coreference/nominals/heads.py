"""Whether a noun heads a description where it stands: not "police car", "at 10 PM"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr.analysis import NOUN_TAGS, Layer, Relation
from quoteattr.coreference import vocabulary
from quoteattr.coreference.nominals.extents import HYPHENS, hyphened_end
from quoteattr.grammar import BE, HAVE, MODALS, SUBJECTS
from quoteattr.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quoteattr.analysis import Analysis
    from quoteattr.coreference.vocabulary import HeadNoun

_MOVES: Final = frozenset(
    {
        "lifted",
        "raised",
        "lowered",
        "turned",
        "shook",
        "bowed",
        "tossed",
        "lifts",
        "raises",
        "turns",
    }
) | {"shakes", "nodded", "hung", "cocked", "tilted", "with", "from", "over", "on"}
_NOUNS_IN_LY: Final = frozenset({"ally", "assembly", "bully", "family", "monopoly", "reply"})
_PARTICLES: Final = frozenset({"back", "away", "up", "down", "off", "out", "forward", "round"})
_AUXILIARIES: Final = BE | HAVE | MODALS
_OPENING: Final = frozenset({"“", '"', "‘", "'"})
_CLOSING: Final = frozenset({"”", '"', "’", "'"})
_LONGEST: Final = 12
"""Tokens from a quotation to the verb after it: `” the 31-year-old mother of two recalls`."""


def head_noun(analysis: Analysis, token: int) -> tuple[int, HeadNoun] | None:
    """First token of the head and its entry: "secretary general", "sister-in-law"."""
    heads = vocabulary.head_nouns()
    low = analysis.lowers[token]
    for compound in vocabulary.compound_heads().get(low, ()):
        start = analysis.ends[token] - len(compound)
        written = analysis.text[max(0, start) : analysis.ends[token]].lower()
        if written.replace("-", " ") == compound.replace("-", " "):
            first = analysis.token_at(start)
            if analysis.starts[first] == start:
                return first, heads[compound]
    return (token, heads[low]) if low in heads else None


def _is_of_body(lowers: Sequence[str], token: int) -> bool:
    """Whether a head is a part of the body: "his head", "lifted its head"; not "its head"."""
    if lowers[token] != "head" or token == 0 or lowers[token + 1 : token + 2] == ["of"]:
        return False
    moved = lowers[token - 1] == "its" and lowers[max(0, token - 2)] in _MOVES
    return moved or lowers[token - 1] in ("his", "her", "my", "your", "their")


def is_head(analysis: Analysis, token: int) -> bool:
    """Whether the word is a noun here and no other noun follows it: not "police car"."""
    lowers = analysis.lowers
    tagged = analysis.has(Layer.TAGS)
    if _is_adjective(analysis, token) or _is_of_body(lowers, token):
        return False
    if lowers[token] == "pm" and token and lowers[token - 1][-1:].isdigit():
        return False  # at 10 PM
    if lowers[token] == "cm" and not analysis.words[token].isupper():
        return False  # some cm wide
    counts = lowers[token] == "minutes"
    if counts and token and lowers[token - 1] in vocabulary.determiners("indefinite"):
        return False  # in a few minutes
    is_doubtful = lowers[token] in words("doubtful_heads")
    if tagged and is_doubtful and analysis.tags[token] not in NOUN_TAGS:
        before = "".join(lowers[max(0, token - 1) : token])
        known = before == "the" or before in vocabulary.determiners("possessive")
        acts = known and analysis.relations[token] in SUBJECTS
        return acts or is_quantity_that_speaks(analysis, token)  # its chief calling
    after = token + 1
    if after >= len(analysis):
        return True
    follower = lowers[after]
    if is_verb_of_name(analysis, token):
        return False
    if follower in HYPHENS and analysis.starts[after] == analysis.ends[token]:
        return hyphened_end(analysis, token) > after
    if f"{lowers[token]} {follower}" in vocabulary.head_nouns():
        return False
    if tagged:
        joined = analysis.tags[after] in NOUN_TAGS and analysis.heads[token] == after
        other = is_verb_of_name(analysis, after) or tells_how(analysis, after)
        other = other or _says_in_passing(analysis, after) or _opens_words(analysis, after)
        other = other or _tells_what_is_done(analysis, after)
        continues = joined and not other
        return not continues and not (
            analysis.tags[after] == "NOUN" and not analysis.has(Layer.TREE)
        )
    if follower in vocabulary.head_nouns() and follower not in vocabulary.reporting_forms():
        return False
    if is_doubtful:
        stops = not follower[:1].isalpha() or follower in words("function_words")
        return stops or follower in vocabulary.verb_forms() or follower.endswith("ed")
    return True


def tells_how(analysis: Analysis, token: int) -> bool:
    """Whether a word at the end of a clause tells how, whatever its tag: said the lady gloomily."""
    low = analysis.lowers[token]
    tells = low.endswith("ly") and low not in _NOUNS_IN_LY
    if not tells and low != "aloud":
        return False
    after = analysis.lowers[token + 1 : token + 2]
    return not after or after == ["and"] or not after[0][:1].isalpha()


def _opens_words(analysis: Analysis, token: int) -> bool:
    """Whether a mark opens right after a verb, whatever its tag: Union boss | hails 'fair' deal."""
    mark = token + 1
    if analysis.lowers[token] not in vocabulary.reporting_forms() or mark + 1 >= len(analysis):
        return False
    apart = analysis.ends[token] < analysis.starts[mark]
    return apart and analysis.lowers[mark] in _OPENING


def _says_in_passing(analysis: Analysis, token: int) -> bool:
    """Whether a word is the verb after a quotation, whatever its tag: “No,” the nurse | recalls."""
    lowers = analysis.lowers
    ends = lowers[token + 1 : token + 2] in (["."], [","], [":"])
    if not ends or lowers[token] not in vocabulary.reporting_forms():
        return False
    first = max(0, token - _LONGEST)
    before = (i for i in range(token - 1, first, -1) if lowers[i] in _CLOSING)
    close = next(before, 0)
    return lowers[close - 1 : close] == [","] and not lowers[token].endswith("ing")


def _tells_what_is_done(analysis: Analysis, token: int) -> bool:
    """Whether a word tells what somebody does, whatever its tag: said the boy | falling back."""
    after = "".join(analysis.lowers[token + 1 : token + 2])
    return analysis.lowers[token].endswith("ing") and after in _PARTICLES


def _is_adjective(analysis: Analysis, token: int) -> bool:
    """Whether a noun of the lists tells more of a noun after it here: "a firm blue hand"."""
    tells = analysis.relations[token] is Relation.ADJECTIVE and analysis.heads[token] > token
    return tells and HYPHENS.isdisjoint(analysis.lowers[token - 1 : token])


def is_verb_of_name(analysis: Analysis, token: int) -> bool:
    """Whether a plural noun is the verb of the body before it: "the Velm Post reports that"."""
    low = analysis.lowers[token]
    if token == 0 or not low.endswith("s") or low not in vocabulary.reporting_forms():
        return False
    follower = "".join(analysis.lowers[token + 1 : token + 2])
    before = analysis.lowers[token - 1]
    if follower == "that" and (before in words("org_nouns") or before in words("document_nouns")):
        return "".join(analysis.lowers[token + 2 : token + 3]) not in _AUXILIARIES
    if before in words("document_nouns") and "that" in analysis.lowers[token + 4 : token + 5]:
        return follower == "," == analysis.lowers[token + 3]  # the report notes, however, that
    named = analysis.words[token - 1][:1].isupper() and analysis.words[token] == low
    return named and follower not in vocabulary.reporting_forms()


def is_quantity_that_speaks(analysis: Analysis, token: int) -> bool:
    """Whether a quantifier stands alone before a verb of saying: "Some said it was late."."""
    if analysis.lowers[token] not in vocabulary.determiners("indefinite"):
        return False
    follower = "".join(analysis.lowers[token + 1 : token + 2])
    return follower in vocabulary.reporting_forms() or follower in vocabulary.plural_reports()
