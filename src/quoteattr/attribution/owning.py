"""The sieve over nouns that report: who owns the claim, the plan, the promise."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr import config
from quoteattr.analysis import Layer
from quoteattr.attribution.scene import Answer, Scene
from quoteattr.grammar import POSSESSIVES
from quoteattr.lexicon import table

if TYPE_CHECKING:
    from quoteattr.records import Quotation

_OWNERS: Final = POSSESSIVES | {"whose"}
_APOSTROPHES: Final = ("'", "’")


def owner(quotation: Quotation, scene: Scene) -> Answer | None:
    """The owner of a noun that is the cue: `Ann Lee's plan to go`, `her blunt warning that ...`."""
    if quotation.cue is None or not _is_noun(quotation.cue.token, quotation.cue.lemma, scene):
        return None
    analysis, cue = scene.analysis, quotation.cue
    first = max(0, cue.token - config.OWNER_TOKENS)
    for index in reversed(list(scene.mentions_in(analysis.starts[first], cue.start))):
        mention = scene.mentions[index]
        token = analysis.token_at(mention.start)
        owns = analysis.lowers[token] in _OWNERS and analysis.ends[token] == mention.end
        if owns or analysis.text.startswith(_APOSTROPHES, mention.end):
            return None if scene.is_content(quotation, mention.start) else scene.answer(index)
    return _words_before_apostrophe(scene, first, cue.token)


def _words_before_apostrophe(scene: Scene, first: int, noun: int) -> Answer | None:
    """The owner inside a mention that takes in the noun: `the owner` of `the owner's plan`."""
    analysis = scene.analysis
    for token in range(noun - 1, first, -1):
        if analysis.lowers[token] in ("'s", "'"):
            mention = scene.mention_at(analysis.starts[token], analysis.ends[token])
            if mention is None or scene.mentions[mention].start >= analysis.starts[token]:
                return None
            return Answer(source=(scene.mentions[mention].start, analysis.starts[token]))
    return None


def _is_noun(token: int, lemma: str, scene: Scene) -> bool:
    if scene.analysis.has(Layer.TAGS):
        return scene.analysis.tags[token] == "NOUN"
    return lemma in table("noun_cues")
