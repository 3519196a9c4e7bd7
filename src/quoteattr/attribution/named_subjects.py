"""Subjects with a noun of no list, of which a name only tells more: `Holm Bank watchers said`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr.analysis import Relation
from quoteattr.attribution.answers import Answer
from quoteattr.attribution.syntax import cue_verb, own_subject
from quoteattr.datatypes import Reference

if TYPE_CHECKING:
    from quoteattr.analysis import Analysis
    from quoteattr.attribution.scene import Scene
    from quoteattr.records import Quotation

_NOUNS: Final = frozenset({"NN", "NNS"})
_BEFORE: Final = frozenset(
    {
        Relation.ADJECTIVE,
        Relation.ADVERB,
        Relation.COMPOUND,
        Relation.DETERMINER,
        Relation.NAME_PART,
        Relation.OTHER,  # numbers
    }
)
_OWNS: Final = frozenset({"'s", "’s", "'", "’"})


def named_subject(quotation: Quotation, scene: Scene) -> Answer | None:
    """The subject of the cue with the name inside it: `another Chirp user said`.

    A noun that somebody owns stands for its owner, and is left to other sieves: `Lee's Chirp page
    showed`.
    """
    verb = cue_verb(quotation, scene)
    subject = None if verb is None else own_subject(scene.analysis, verb)
    if verb is None or subject is None or not _is_plain_noun(scene, subject):
        return None
    analysis = scene.analysis
    if scene.is_content(quotation, analysis.starts[subject]):
        return None
    first = _first_of_phrase(analysis, subject)
    if first is None:
        return None
    start, end = analysis.starts[first], analysis.ends[subject]
    if any(_is_name(scene, index) for index in scene.mentions_in(start, end)):
        return Answer(source=(start, end))
    return None


def _is_plain_noun(scene: Scene, token: int) -> bool:
    """Whether a noun in small letters stands in no mention."""
    analysis = scene.analysis
    noun = analysis.forms[token] in _NOUNS and analysis.words[token].islower()
    return noun and scene.mention_at(analysis.starts[token], analysis.ends[token]) is None


def _first_of_phrase(analysis: Analysis, noun: int) -> int | None:
    """The first token of a noun with what stands before it; None where somebody owns it."""
    first = noun
    while first > 0 and noun >= analysis.heads[first - 1] >= first:
        if analysis.relations[first - 1] not in _BEFORE:
            break
        first -= 1
    return None if first > 0 and analysis.lowers[first - 1] in _OWNS else first


def _is_name(scene: Scene, mention: int) -> bool:
    return scene.mentions[mention].reference is Reference.NAME
