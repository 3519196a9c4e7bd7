"""Sieves that take words for a source that are no mention: `“No,” one of the two said.`"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr import config
from quoteattr.analysis import Layer
from quoteattr.attribution.answers import Answer
from quoteattr.attribution.owning import is_noun
from quoteattr.attribution.scene import Scene
from quoteattr.attribution.surface import first_mention, group_start, is_accused, is_hearer_after
from quoteattr.grammar import INFLECTED, PHRASE_TAGS, POSSESSIVES, is_subject, only_qualifies
from quoteattr.lexicon import table, word_classes, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quoteattr.analysis import Analysis
    from quoteattr.records import Quotation


def according_to(quotation: Quotation, scene: Scene) -> Answer | None:
    """The mention after the phrase, else its words: `according to the mayor`, `to folklore`.

    Or, behind the words themselves, after *to*: `attributes QUOTE to the mayor`. Or inside it: `in
    the mayor's words`.
    """
    row = table("cue_phrases").get(quotation.cue.lemma) if quotation.cue else None
    if quotation.cue is None or row is None or row["class"] != "source":
        return None
    start = quotation.cue.end
    if scene.analysis.text.endswith("words", 0, start):
        return first_mention(quotation, scene, quotation.cue.start, start)
    if quotation.clause is not None:
        start = max(start, quotation.clause[0])
    end = start + config.NAME_REACH
    end = min(end, _phrase_end(scene, start))
    if quotation.clause is not None and quotation.clause[1] > start:
        end = min(end, quotation.clause[1])
    return first_mention(quotation, scene, start, end) or _plain_phrase(
        quotation, scene, start, end
    )


def _phrase_end(scene: Scene, start: int) -> int:
    """Where the sentence that *start* stands in ends: `according to the results. However, Lee`."""
    analysis = scene.analysis
    token = min(analysis.token_at(start), len(analysis) - 1)
    return analysis.ends[analysis.sentence_at(token)[1] - 1]


def phrase_at_cue(quotation: Quotation, scene: Scene) -> Answer | None:
    """The words where a source stands, though they are no mention: `“No,” one of the two said.`"""
    if quotation.cue is None or quotation.clause is None or is_accused(quotation, scene):
        return None
    group = group_start(quotation, scene)
    owned = _owned_subject(quotation, scene, group)
    if owned is not None:
        return owned
    if quotation.clause[0] < group:
        start = _antecedent_start(scene, quotation.clause[0])
        if _is_owned_place(scene, start):
            return None
        return _phrase_before(quotation, scene, start, group)
    if quotation.clause[0] < quotation.start or is_hearer_after(quotation, scene):
        return None
    return _plain_phrase(quotation, scene, quotation.cue.end, quotation.clause[1])


def _is_owned_place(scene: Scene, start: int) -> bool:
    """Whether words only tell where or when: `Those who fell on | his way home said`."""
    lowers, token = scene.analysis.lowers, scene.analysis.token_at(start)
    owned = token > 0 and lowers[token] in POSSESSIVES
    return owned and lowers[token - 1] in words("prepositions")


def _antecedent_start(scene: Scene, start: int) -> int:
    """Where the noun before a clause with *who* begins: `Scouts | who came said it was cold`."""
    analysis = scene.analysis
    first = token = analysis.token_at(start)
    if analysis.lowers[token] != "who" or not analysis.has(Layer.TAGS):
        return start
    while first > analysis.sentence_at(token)[0] and analysis.tags[first - 1] in PHRASE_TAGS:
        first -= 1
    return analysis.starts[first]


def _owned_subject(quotation: Quotation, scene: Scene, group: int) -> Answer | None:
    """A noun right before a cue that is no mention, though its owner is: `My phone tells me so.`"""
    analysis = scene.analysis
    noun = analysis.token_at(group) - 1
    assert quotation.cue is not None
    if noun < 1 or analysis.lowers[noun - 1] not in POSSESSIVES or not analysis.has(Layer.TAGS):
        return None
    if (
        analysis.forms[quotation.cue.token] not in INFLECTED
        or analysis.lowers[max(0, noun - 2)] == "of"
    ):
        return None
    if analysis.tags[noun] != "NOUN" or scene.is_content(quotation, analysis.starts[noun]):
        return None
    if scene.mention_at(analysis.starts[noun], analysis.ends[noun]) is not None:
        return None
    return Answer(source=(analysis.starts[noun - 1], analysis.ends[noun]))


def _phrase_before(quotation: Quotation, scene: Scene, start: int, end: int) -> Answer | None:
    """The words before a cue; before a noun they must be a noun phrase: no `favourable | comments`.

    A verb may be tagged as a noun: `The ad targets Ann Lee`.
    """
    found = _plain_phrase(quotation, scene, start, end)
    if found is None or found.source is None or _names_nobody(scene.analysis, *found.source):
        return None
    if not is_noun(quotation, scene):
        return found
    token = scene.analysis.token_at(found.source[0])
    assert quotation.cue is not None
    if only_qualifies(scene.analysis, token, quotation.cue.token):
        return None  # The new allegations
    determined = scene.analysis.lowers[token] in table("determiners")
    return found if determined or scene.analysis.words[token][:1].isupper() else None


def _names_nobody(analysis: Analysis, start: int, end: int) -> bool:
    """Whether words tell when, how or where: `this week`, `live`, `spoke to on | camera said`."""
    first, last = analysis.token_at(start), analysis.token_at(end - 1)
    lowers, tags = analysis.lowers[first : last + 1], analysis.tags[first : last + 1]
    if lowers[-1] in _TIMES and analysis.words[last].islower():
        return True
    if lowers[0] in _WHO or lowers[0].endswith(("one", "body")):
        return False
    if tags == ["NOUN"] and analysis.forms[first] == "NN":
        return first > 0 and analysis.lowers[first - 1] in words("prepositions")
    told = _word_class(lowers[0]) == "determiner"
    told |= is_subject(analysis, last) and tags[-1] == "VERB"  # coastguard says
    told |= tags[-1] == "ADJ" and not analysis.words[last].islower()  # Republican assails them
    return analysis.has(Layer.TAGS) and not told and _NAMING.isdisjoint(tags)


def _is_adverb(low: str) -> bool:
    """Whether a word tells when or how, not who: `and soon afterwards said`."""
    return (
        low.endswith(("ly", "wards"))
        or low in ("half", "live")
        or (low in words("function_words") and low not in _WHO)
    )


_WHO: Final = frozenset(
    {"one", "some", "others", "another", "other", "many", "both", "all", "most", "few", "several"}
) | {
    "i",
    "you",
    "he",
    "she",
    "we",
    "they",
    "none",
    "each",
    "either",
    "neither",
    "who",
    "whoever",
    "this",
    "that",
    "these",
    "those",
    "it",
}


def _plain_phrase(quotation: Quotation, scene: Scene, start: int, end: int) -> Answer | None:
    """The words themselves as source, where they are no mention: `according to folklore`."""
    analysis = scene.analysis
    near = analysis.tokens(start, end)
    tokens = [t for t in near if analysis.words[t][:1].isalnum() or analysis.words[t] in ("%", "-")]
    tokens = [t for t in tokens if not scene.is_content(quotation, analysis.starts[t])]
    while tokens and _word_class(analysis.lowers[tokens[0]]) == "coordinator":
        del tokens[0]
    if not tokens:
        return None
    numbers = analysis.tags[tokens[0] + 1 : tokens[0] + 2] == ["NUM"]
    roughly = analysis.lowers[tokens[0]] in _ROUGHLY and numbers
    if _word_class(analysis.lowers[tokens[0]]) in _NO_SOURCE and not roughly:
        return None
    if analysis.lowers[tokens[-1]] in ("somebody", "someone") and len(tokens) > 1:
        tokens = tokens[-1:]  # on the wall somebody has written
    last = tokens[0]
    ends = _BEGINS_CLAUSE if _word_class(analysis.lowers[last]) == "determiner" else ()
    while last + 1 in tokens and analysis.lowers[last + 1] not in ends:
        last += 1
    least = tokens[0] + (_word_class(analysis.lowers[tokens[0]]) == "determiner")  # an orderly
    while last > least and _tells_manner(analysis.lowers[last]):
        last -= 1  # said the doctor carelessly; many of whom gleefully and | loudly yell
    last = _before_time(analysis.lowers, tokens[0], last)
    found = analysis.lowers[tokens[0] : last + 1]
    if (
        (all(map(_is_adverb, found)) and (len(found) < 2 or found[0] not in ("a", "an")))
        or found[0] in _TELLS_WHEN
        or _word_class(found[-1]) == "preposition"
        or found[-1] in ("to", "what")  # the answer is not to | shout; what is | called “red”
        or found[-1].endswith("-")
        or found[-1] in _BEGINS_CLAUSE
    ):
        return None
    return Answer(source=(analysis.starts[tokens[0]], analysis.ends[last]))


def _tells_manner(low: str) -> bool:
    return low.endswith("ly") or _word_class(low) == "coordinator"


def _before_time(lowers: Sequence[str], first: int, last: int) -> int:
    """The last token of a source before a time: `Police | yesterday said`, `Both | this week`."""
    if last - 1 > first and lowers[last - 1] in _TELLS_WHEN and _word_class(lowers[last]) != "":
        return last - 2
    return last - 1 if last > first and _word_class(lowers[last]) == "time" else last


def _word_class(word: str) -> str:
    return word_classes().get(word, "")


_ROUGHLY: Final = frozenset({"about", "over", "under"})
"""Words before a number: `About one in five say`."""
_BEGINS_CLAUSE: Final = frozenset({"as", "while", "when", "because"})
"""Words that end a source: `says a grinning whip | as he goes by`."""
_NAMING: Final = frozenset({"NOUN", "PROPN", "PRON", "NUM", "X"})
"""Tags of which one is in a source: none in `live tweeted`, `not gonna tell`."""
_TIMES: Final = frozenset(
    {"afternoon", "day", "days", "evening", "month", "months", "morning", "night", "time"}
) | {"week", "weekend", "weeks", "year", "years"}
"""Words that end what only tells when: `this week`, `not at any time`."""
_TELLS_WHEN: Final = frozenset({"last", "next", "earlier", "early", "late"})
"""Words that begin a time: `had last Friday said`."""
_NO_SOURCE: Final = frozenset({"preposition", "pronoun", "question", "time", "vague"})
"""Words that begin no source: `on Tuesday said`, `it was said`; pronouns are mentions already."""
