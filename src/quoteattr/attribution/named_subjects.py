"""Subjects with a noun of no list, of which a name only tells more: `Holm Bank watchers said`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr.analysis import Relation
from quoteattr.attribution.answers import Answer
from quoteattr.attribution.syntax import cue_verb, own_subject
from quoteattr.datatypes import Reference
from quoteattr.grammar import DAYS, FINITE, SHARES, child
from quoteattr.verbs import verb_group

if TYPE_CHECKING:
    from quoteattr.analysis import Analysis
    from quoteattr.attribution.scene import Scene
    from quoteattr.records import Quotation

_NOUNS: Final = frozenset({"NN", "NNS"})
_BEFORE: Final = frozenset(
    {
        Relation.ADJECTIVE,
        Relation.COMPOUND,
        Relation.DETERMINER,
        Relation.NAME_PART,
        Relation.OTHER,  # numbers
    }
)
_OWNS: Final = frozenset({"'s", "'"})
_AMOUNTS: Final = SHARES | {
    "batch",
    "class",
    "crowd",
    "dozens",
    "group",
    "handful",
    "hundreds",
    "kind",
    "lot",
    "lots",
    "million",
    "millions",
    "number",
    "pair",
    "plenty",
    "series",
    "share",
    "sort",
    "thousands",
    "variety",
}
_ENDS: Final = frozenset(',.:;()[]—–"“”‘’') | {"--", "''", "``"}
_ANYBODY: Final = frozenset(
    {"anybody", "anyone", "everybody", "everyone", "somebody", "someone", "those"}
)


def named_subject(quotation: Quotation, scene: Scene) -> Answer | None:
    """The subject of the cue with a name that stands in it: `another Chirp user said`.

    Also `pages across the country said`. A noun that somebody owns stands for its owner, an amount
    for what it is of, and both are left to other sieves: `Lee's Chirp page showed`, `a number of
    voters said`.
    """
    verb = cue_verb(quotation, scene)
    subject = None if verb is None else own_subject(scene.analysis, verb)
    if verb is None or subject is None or subject > verb or not _is_plain_noun(scene, subject):
        return None
    analysis = scene.analysis
    first = _first_of_phrase(analysis, subject)
    if first is None or scene.is_content(quotation, analysis.starts[subject]):
        return None
    last = _last_of_phrase(analysis, subject, verb)
    start, end = analysis.starts[first], analysis.ends[last]
    before = scene.mentions_in(start, analysis.starts[subject])
    if any(scene.mentions[index].reference is Reference.NAME for index in before):
        return Answer(source=(start, end))
    after = [scene.mentions[i] for i in scene.mentions_in(analysis.ends[subject], end)]
    beside = analysis.starts[subject + 1]
    if not after or (after[0].start == beside and after[0].reference is Reference.NAME):
        return None  # the news site Velm Info
    return Answer(source=(start, end))


def _is_plain_noun(scene: Scene, token: int) -> bool:
    """Whether a noun in small letters stands in no mention, and no name is set beside it."""
    analysis = scene.analysis
    low = analysis.lowers[token]
    noun = analysis.forms[token] in _NOUNS and analysis.words[token].islower()
    if low in _AMOUNTS or low in DAYS or not (noun or low in _ANYBODY):
        return False  # Brandt Instruments | today said
    if child(analysis, token, Relation.APPOSITION) is not None:
        return False
    return scene.mention_at(analysis.starts[token], analysis.ends[token]) is None


def _first_of_phrase(analysis: Analysis, noun: int) -> int | None:
    """The first token of a noun with what stands before it; None where somebody owns it."""
    first = noun
    while first > 0 and noun >= analysis.heads[first - 1] >= first:
        if not _stands_before(analysis, first - 1):
            break
        first -= 1
    owned = first > 0 and (
        analysis.lowers[first - 1] in _OWNS or analysis.relations[first - 1] is Relation.POSSESSIVE
    )
    if owned:
        return None
    clause = first < noun and analysis.lowers[first] == "that" and analysis.forms[noun] == "NNS"
    return first + clause  # that numbers of voters


def _stands_before(analysis: Analysis, token: int) -> bool:
    """Whether a word is part of the noun phrase after it."""
    relation = analysis.relations[token]
    degree = relation is Relation.ADVERB and analysis.lowers[token].endswith("ly")
    return relation in _BEFORE or degree


def _last_of_phrase(analysis: Analysis, noun: int, verb: int) -> int:
    """The last token of what tells more of a noun right behind it, before its *verb*.

    It ends before marks and clauses: a tree that has those in a subject is seldom right. A day
    right before the verb is of the verb: `pages across the country | yesterday warned`.
    """
    stop = verb_group(analysis, verb, noun + 1)
    last = noun
    while last + 1 < stop and noun <= analysis.heads[last + 1] < stop:
        low, form = analysis.lowers[last + 1], analysis.forms[last + 1]
        if low in _ENDS or form in FINITE:
            return noun
        last += 1
    return last - (last > noun and analysis.lowers[last] in DAYS)
