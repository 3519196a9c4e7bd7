"""The sieves over nouns that report: who owns the claim, the plan, the reply."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr import config
from quoteattr.analysis import Layer, Relation
from quoteattr.attribution.answers import Answer
from quoteattr.attribution.scene import Scene
from quoteattr.attribution.syntax import at_token
from quoteattr.grammar import POSSESSIVES, RELATIVES, SUBJECTS, child
from quoteattr.lexicon import table, words

if TYPE_CHECKING:
    from quoteattr.records import Cue, Quotation

_OBJECTS: Final = frozenset({Relation.OBJECT, Relation.OBLIQUE, Relation.NOUN_MODIFIER})
"""Relations of a noun to the verb whose subject is behind it."""
_ALONG: Final = frozenset({"despite", "amid", "amidst", "after", "following"})
_OWNERS: Final = POSSESSIVES | {"whose"}
_APOSTROPHES: Final = ("'", "’")
_LINKS: Final = frozenset({"was", "were", "is", "came"})
_LEADS: Final = _LINKS | {":", ",", "--", "—", "–"}
_FROM: Final = frozenset({"from", "by"})
_OF: Final = frozenset({"of"})
_STOPS: Final = frozenset('.,;:!?—–“”"') | {"--", "and", "but"}


def owner(quotation: Quotation, scene: Scene) -> Answer | None:
    """The owner of a noun that is the cue: `Ann Lee's plan to go`, `her blunt warning that ...`.

    Or who stands after it: `a warning from Ann Lee that ...`.
    """
    if quotation.cue is None or not is_noun(quotation, scene):
        return None
    found = _owner_before(quotation, scene, quotation.cue.token)
    return found or _giver_after(quotation, scene, quotation.cue.token)


def doer(quotation: Quotation, scene: Scene) -> Answer | None:
    """Who does what the noun that is the cue tells: `Ann Lee, who made comments about the pier`.

    That is the subject of the verb the noun hangs on.
    """
    if quotation.cue is None or not scene.analysis.has(Layer.TREE):
        return None
    if not is_noun(quotation, scene):
        return None
    analysis, verb = scene.analysis, quotation.cue.token
    if _only_goes_along(scene, verb):
        return Answer()
    while analysis.relations[verb] in _OBJECTS:
        verb = analysis.heads[verb]
    if verb == quotation.cue.token:
        return None
    subject = child(analysis, verb, *SUBJECTS)
    if subject is not None and analysis.lowers[subject] in RELATIVES:
        subject = analysis.heads[verb]
    return None if subject is None else at_token(quotation, scene, subject)


def _only_goes_along(scene: Scene, noun: int) -> bool:
    """Whether others give what a noun tells: `They met | despite warnings that it would fall`."""
    if scene.analysis.lowers[noun + 1 : noun + 2] != ["that"]:
        return False
    case = child(scene.analysis, noun, Relation.CASE)
    before = noun - 1 if case is None else case
    return not _ALONG.isdisjoint(scene.analysis.lowers[before : before + 1])


def is_noun(quotation: Quotation, scene: Scene) -> bool:
    """Whether the cue is a noun."""
    cue = quotation.cue
    if cue is None:
        return False
    if not scene.analysis.has(Layer.TAGS):  # their replies; not: they replied
        word = scene.analysis.lowers[cue.token]
        return cue.lemma in table("noun_cues") and (word == cue.lemma or word.endswith("s"))
    return scene.analysis.tags[cue.token] == "NOUN" and not _is_verb_after_all(cue, scene)


def _is_verb_after_all(cue: Cue, scene: Scene) -> bool:
    """Whether the tag of a verb is wrong: `His aides suspect | that it is`."""
    leads = scene.analysis.lowers[cue.token + 1 : cue.token + 2] in (["that"], [":"])
    return leads and cue.lemma in table("cues") and cue.lemma not in table("noun_cues")


def _giver_after(
    quotation: Quotation, scene: Scene, noun: int, *, links: frozenset[str] = _FROM
) -> Answer | None:
    """Who stands right after the noun and `from` or `by`: `a demand, by Ann Lee, that it close`."""
    link = noun + 1 + (scene.analysis.lowers[noun + 1 : noun + 2] == [","])
    mention = giver(scene, link, links)
    if mention is None or scene.is_content(quotation, scene.mentions[mention].start):
        return None
    return scene.answer(mention)


def giver(scene: Scene, link: int, links: frozenset[str] = _FROM) -> int | None:
    """The mention right after `from` or `by` at token *link*: `a letter from Ann Lee`."""
    analysis = scene.analysis
    if links.isdisjoint(analysis.lowers[link : link + 1]) or link + 1 >= len(analysis):
        return None
    the = analysis.lowers[link + 1] == "the"  # from the | Ledger
    for start in analysis.starts[link + 1 : link + 2 + the]:
        mention = scene.mention_at(start, start + 1)
        if mention is not None and scene.mentions[mention].start == start:
            return mention
    return None


def reply_owner(quotation: Quotation, scene: Scene) -> Answer | None:
    """The owner of a noun for what is said back: `“No,” was Ann Lee's reply`, `Her answer: “No.”`

    Or who stands after it: `“No,” was the reply from Ann Lee`. Only beside a quotation that no cue
    reports.
    """
    if quotation.cue is not None:
        return None
    first = scene.analysis.token_at(quotation.start)
    after = scene.analysis.token_at(quotation.content[0][1] - 1) + 1
    for noun in (
        _reply_before(scene, first),
        _reply_opening(scene, first - 1),
        _reply_after(scene, after),
    ):
        if noun is not None:
            found = (
                _owner_before(quotation, scene, noun)
                or _giver_after(quotation, scene, noun)
                or _giver_after(quotation, scene, noun, links=_OF)
            )
            if found is not None:
                return found
    return None


def _reply_before(scene: Scene, first: int) -> int | None:
    """The noun right before a quotation: `her reply was: “No.”`, `His answer was short: “No.”`"""
    lowers = scene.analysis.lowers
    token = first - 1
    if token >= 0 and lowers[token] == ":":
        near = range(token - 1, max(token - config.REPLY_TOKENS, 0), -1)
        token = next((at for at in near if lowers[at] in _LINKS), token)
    while token >= 0 and lowers[token] in _LEADS:
        token -= 1
    return token if 0 <= token < first - 1 and lowers[token] in words("reply_nouns") else None


def _reply_opening(scene: Scene, colon: int) -> int | None:
    """The noun that opens what a colon ends: `The reply, from Ann Lee, came at once: “No.”`"""
    lowers = scene.analysis.lowers
    if colon < 1 or lowers[colon] != ":":
        return None
    first = scene.analysis.sentence_at(colon)[0]
    opening = range(first, min(first + config.OWNER_TOKENS, colon))
    noun = next((at for at in opening if lowers[at] in words("reply_nouns")), None)
    return None if noun is None or not _STOPS.isdisjoint(lowers[first:noun]) else noun


def _reply_after(scene: Scene, token: int) -> int | None:
    """The noun that a quotation before it was: `“No,” was his only answer`."""
    lowers = scene.analysis.lowers
    token += lowers[token : token + 1] in (["that"], ["such"])  # “No.” That was the reply from her
    if token >= len(lowers) or lowers[token] not in _LINKS:
        return None
    came = lowers[token] == "came"  # “Out!” came shouts from the crowd
    for noun in range(token + 1, min(token + 1 + config.OWNER_TOKENS, len(lowers))):
        if lowers[noun] in words("reply_nouns") or (came and lowers[noun] in words("cry_nouns")):
            return noun
        if lowers[noun] in _STOPS:
            return None
    return None


def _owner_before(quotation: Quotation, scene: Scene, noun: int) -> Answer | None:
    analysis = scene.analysis
    first = max(analysis.sentence_at(noun)[0], noun - config.OWNER_TOKENS)
    for index in reversed(list(scene.mentions_in(analysis.starts[first], analysis.starts[noun]))):
        if owns(scene, index):
            start = scene.mentions[index].start
            return None if scene.is_content(quotation, start) else scene.answer(index)
    return _words_before_apostrophe(scene, first, noun)


def owns(scene: Scene, index: int) -> bool:
    """Whether a mention owns what follows: `her letter`, `Ann Lee's letter`."""
    analysis, mention = scene.analysis, scene.mentions[index]
    token = analysis.token_at(mention.start)
    pronoun = analysis.lowers[token] in _OWNERS and analysis.ends[token] == mention.end
    return pronoun or analysis.text.startswith(_APOSTROPHES, mention.end)


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
