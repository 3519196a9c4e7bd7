"""Sieves over the tree: who a passive says speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr.analysis import Relation
from quoteattr.attribution.answers import Answer
from quoteattr.attribution.syntax import at_token, cue_verb
from quoteattr.grammar import SUBJECTS, child, edges

if TYPE_CHECKING:
    from quoteattr.attribution.scene import Scene
    from quoteattr.records import Quotation

_OBJECTS: Final = frozenset({"him", "her", "them", "me", "us"})
_QUOTES: Final = frozenset({"quote", "quotes", "quoted", "quoting", "cite", "cites", "cited"})
_QUOTING: Final = 3  # tokens: quotes her as


def cue_agent(quotation: Quotation, scene: Scene) -> Answer | None:
    """The agent of a passive cue: `It was announced by the mayor that ...`.

    Its words where they are no mention: `He was described by police as “calm”`.
    """
    verb = cue_verb(quotation, scene)
    agent = None if verb is None else child(scene.analysis, verb, Relation.AGENT)
    if agent is None or scene.is_content(quotation, scene.analysis.starts[agent]):
        return None
    first, last = edges(scene.analysis, agent)
    first += scene.analysis.lowers[first] == "by"
    words = Answer(source=(scene.analysis.starts[first], scene.analysis.ends[last - 1]))
    return at_token(quotation, scene, agent) or words


def quoted_as_saying(quotation: Quotation, scene: Scene) -> Answer | None:
    """The passive subject of *quoted* and its like: `She was quoted as saying ...`."""
    verb = cue_verb(quotation, scene)
    if verb is None or quotation.cue is None:
        return None
    if not quotation.cue.lemma.startswith("be "):
        return _quoted_by_others(quotation, scene, verb)
    for token in (verb, verb + 1):
        subject = child(scene.analysis, token, *SUBJECTS)
        if subject is not None:
            return at_token(quotation, scene, subject)
    return None


def _quoted_by_others(quotation: Quotation, scene: Scene, verb: int) -> Answer | None:
    """Whom others quote, by a pronoun: `It quoted her as saying no`."""
    lowers = scene.analysis.lowers
    if verb < _QUOTING or lowers[verb - 1] != "as" or lowers[verb - 2] not in _OBJECTS:
        return None
    quotes = lowers[verb - _QUOTING] in _QUOTES
    return at_token(quotation, scene, verb - 2) if quotes else None
