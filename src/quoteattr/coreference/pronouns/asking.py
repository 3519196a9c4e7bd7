"""Who asks what a pronoun answers: "Holm asked Lark whether it was late. “It was,” she said"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr.coreference import vocabulary
from quoteattr.coreference.names.variants import agree
from quoteattr.grammar import ADVERBS, ASKED
from quoteattr.records import SOMEBODY

if TYPE_CHECKING:
    from quoteattr.analysis import Analysis
    from quoteattr.coreference.pronouns.scene import Scene
    from quoteattr.coreference.threads import Thread
    from quoteattr.records import Range

_ASKS: Final = ASKED | {"asks"}
_WONDERED: Final = _ASKS | {"wondered", "wonders"}
INTERVIEWS: Final = frozenset({"interviewed", "interviews", "questioned", "quizzed", "grilled"})
"""What is done to somebody whose answers are told next."""
_CROSS: Final = ["cross", "-"]
_ASKING: Final = 4  # tokens of the shortest: asked by Lee she
_QUESTIONS: Final = frozenset(
    {"whether", "if", "why", "how", "what", "which", "who", "where", "when", "about", "name", "?"}
)
_THIRD: Final = 3
_TOPICS: Final = frozenset({"on", "over"})  # pressed Lark on the delay
_GOES_ON: Final = _WONDERED | {"added", "adds", "continued", "also", "then", "again"}
"""What who asks does after his question."""


def who_asks(scene: Scene, pronoun: int) -> Thread | None:
    """Who asks the pronoun's: "Asked by Ada Holm, a judge, she said no".

    So in "When a judge wondered why, she said".
    """
    analysis = scene.analysis
    first, last = analysis.sentence_at(scene.mentions[pronoun].head)
    asking = _asked_before(scene, pronoun, first)
    if asking is not None or last - first < _ASKING:
        return None if asking is None else scene.threads.get(asking)
    by = _by_whom(analysis, first)
    if by is not None:
        asking = _who_begins(scene, by)
    elif analysis.lowers[first] == "when" and pronoun in scene.is_source:
        asking = scene.begins_at(analysis.starts[first + 1])
        if asking is not None and scene.word_after(asking) not in _WONDERED:
            return None
    return None if asking is None else scene.threads.get(asking)


def _asked_before(scene: Scene, pronoun: int, first: int) -> int | None:
    """Who asks in the sentence before: "Asked by a judge, Holm said yes. “I was,” she said".

    What the pronoun says may stand between: "Holm asked Lark if it was late. “It was. It is,” she".
    """
    analysis = scene.analysis
    if pronoun not in scene.is_source or scene.word_after(pronoun) in _GOES_ON:
        return None
    said = scene.quoted_from(analysis.starts[first])
    last = first if said is None else analysis.token_at(said)
    if last == 0:
        return None
    before = analysis.sentence_at(last - 1)[0]
    here = scene.paragraphs[pronoun]
    if analysis.paragraph_at(analysis.starts[before]) != here:
        opens = said is not None and analysis.paragraphs[here].first == last
        return _asks_in(scene, pronoun, (before, last)) if opens else None
    by = _by_whom(analysis, before)
    return _asks_in(scene, pronoun, (before, last)) if by is None else _who_begins(scene, by)


def _asks_in(scene: Scene, pronoun: int, sentence: Range) -> int | None:
    """Who asks another whom the pronoun may mean a question: "Holm then asked Lark why it was".

    So where it is not told which: "Holm interviewed Lark", "Lark was interviewed by Holm".
    """
    analysis, (first, last) = scene.analysis, sentence
    lowers = analysis.lowers
    verb = next((t for t in range(first + 1, last - 1) if lowers[t] in _ASKS | INTERVIEWS), None)
    if verb is None:
        return None
    if lowers[verb] in INTERVIEWS and lowers[verb + 1] == "by":
        return _who_begins(scene, analysis.starts[verb + 2]) if verb + 2 < last else None
    topics = _QUESTIONS if lowers[verb].startswith("ask") else _QUESTIONS | _TOPICS
    asked = scene.begins_at(analysis.starts[verb + 1])
    closes = asked is not None and analysis.token_at(scene.mentions[asked].end) >= last - 1
    told = lowers[verb] in INTERVIEWS or closes  # “Why?” Holm asked Lark
    if not told and topics.isdisjoint(lowers[verb + 2 : last]):
        return None
    hearer = None if asked is None else scene.threads.get(asked)
    if asked is None or hearer is None or hearer.kind not in SOMEBODY:
        return None
    form = vocabulary.pronouns().get(lowers[scene.mentions[asked].head])
    speaks = form is not None and form.person < _THIRD  # asked me why
    if speaks or not agree(hearer.gender, scene.mentions[pronoun].gender):
        return None
    while verb - 1 > first and lowers[verb - 1] in ADVERBS:
        verb -= 1
    return scene.ends_at(analysis.ends[verb - 1])


def _by_whom(analysis: Analysis, first: int) -> int | None:
    """Where who asks begins, where a sentence opens so: "Asked by Holm", "Cross-examined by"."""
    verb = first + 2 * (analysis.lowers[first : first + 2] == _CROSS)
    asked = verb > first or analysis.lowers[first] in ASKED
    by = analysis.lowers[verb + 1 : verb + 2] == ["by"] and verb + 2 < len(analysis)
    return analysis.starts[verb + 2] if asked and by else None


def _who_begins(scene: Scene, position: int) -> int | None:
    """The mention from *position* on; not an owner but whom he has: "the BBC's | Lark"."""
    analysis = scene.analysis
    token = analysis.token_at(position)
    token += analysis.lowers[token] == "the" and scene.begins_at(position) is None
    first = scene.begins_at(analysis.starts[token])
    if first is None or scene.word_after(first) not in ("'s", "’s"):
        return first
    owner = analysis.token_at(scene.mentions[first].end)
    return scene.begins_at(analysis.starts[owner + 1])
