"""Sieves for a cue in the passive: who it says speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr import config
from quoteattr.analysis import Relation
from quoteattr.attribution.answers import Answer
from quoteattr.attribution.closeness import described_before
from quoteattr.attribution.surface import first_mention
from quoteattr.attribution.syntax import at_token, cue_verb
from quoteattr.grammar import SUBJECTS, child, edges
from quoteattr.verbs import is_passive

if TYPE_CHECKING:
    from quoteattr.attribution.scene import Scene
    from quoteattr.records import Quotation

_QUOTES: Final = frozenset({"quote", "quotes", "quoted", "quoting", "cite", "cites", "cited"}) | {
    "record",
    "records",
    "recorded",
}
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
    """Whom others quote: `It quoted her as saying no`, `He quoted the mayor, Lee, as saying no`."""
    analysis = scene.analysis
    if verb < _QUOTING or analysis.lowers[verb - 1] != "as":
        return None
    last = verb - 2 - (analysis.lowers[verb - 2] == ",")
    mention = scene.mention_at(analysis.starts[last], analysis.ends[last])
    if mention is None:
        return None
    described = described_before(scene, mention)
    mention = mention if described is None else described
    quoting = analysis.token_at(scene.mentions[mention].start) - 1
    quotes = quoting >= 0 and analysis.lowers[quoting] in _QUOTES
    return at_token(quotation, scene, scene.mentions[mention].head) if quotes else None


def agent_after_cue(quotation: Quotation, scene: Scene) -> Answer | None:
    """The mention after *by* of a passive cue: `announced by the mayor`, `called “late” by Lee`.

    Words are attributed *to* somebody: `a line attributed to Ann Lee: QUOTE`.
    """
    if quotation.cue is None:
        return None
    analysis = scene.analysis
    places = [analysis.token_at(end) for end in (quotation.cue.end, quotation.end)]
    after = next((at for at in places if analysis.words[at : at + 1] == ["by"]), places[0])
    link = analysis.words[after : after + 1]  # “It was late.” | By noon
    if link != ["by"] and not (link == ["to"] and quotation.cue.lemma == "attribute"):
        return None
    first = analysis.sentence_at(quotation.cue.token)[0]
    after_verb = analysis.lowers[quotation.cue.token + 1 : quotation.cue.token + 2]
    accused = after_verb in (["of"], ["for"])
    inside = quotation.start < quotation.cue.start < quotation.end  # Lee dubbed “late” by many
    token = quotation.cue.token
    opens = token == first and after == token + 1  # Asked by the host whether it was over
    passive = accused or inside or opens or is_passive(analysis, token, first)
    if link == ["by"] and not passive:
        return None
    start = analysis.ends[after]
    reach = analysis.ends[analysis.sentence_at(after)[1] - 1]
    return first_mention(quotation, scene, start, min(start + config.NAME_REACH, reach))
