"""Who stands in the phrase before a subject, so the subject is another: "Of Ruiz, he said"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr.coreference import settings
from quoteattr.coreference.pronouns.in_sentence import owns
from quoteattr.coreference.pronouns.scene import CLAUSE_BREAKS
from quoteattr.datatypes import MARKS, Reference
from quoteattr.grammar import ASKED, FINITE
from quoteattr.lexicon import words
from quoteattr.records import HE_OR_SHE

if TYPE_CHECKING:
    from quoteattr.analysis import Analysis
    from quoteattr.coreference.pronouns.scene import Scene
    from quoteattr.records import Range

_SAME: Final = frozenset({"according", "as", "being", "becoming", "per", "than"})
"""Words that open a phrase in which the subject may stand: "According to Ruiz, he was late"."""
_PREPOSITIONS: Final = words("prepositions") | {
    *("across", "alongside", "besides", "despite", "opposite", "unlike", "without"),
}
_LINKS: Final = _PREPOSITIONS | {"front", "next", "contrast", "response", "reply", "reference"}
"""What may stand before a name in such a phrase: "in front of Ruiz"."""
_BEFORE_PARTICIPLES: Final = frozenset({"after", "before", "by", "in", "on", "upon", "while"})
_ITSELF: Final = frozenset({"as", "himself", "herself", "name"})  # calling himself Ruiz
_DEFINITE: Final = frozenset({"the", "his", "her", "this", "that", "their"})


def in_opening_phrase(scene: Scene, pronoun: int) -> set[int]:
    """Entities in the phrase that opens the sentence whose subject is *he* or *she*.

    "Like Ruiz, she left"; "Asked about Ruiz, he said"; "After meeting Ruiz, she"; "Flanked by Ruiz,
    he". Not the owner in "In Ruiz's view, he", nor who may speak in "According to Ruiz, he".
    """
    analysis, wanted = scene.analysis, scene.mentions[pronoun]
    if wanted.gender not in HE_OR_SHE or scene.case(pronoun) != "subject":
        return set()
    first, _ = analysis.sentence_at(wanted.head)
    first += analysis.words[first] in MARKS
    if not 1 < wanted.head - first <= settings.OPENING_PHRASE:
        return set()
    if scene.begins_at(analysis.starts[first]) is not None:
        return set()
    begin, end = _others_in(analysis, first, wanted.head)
    refused = set[int]()
    for i in range(pronoun - 1, max(-1, pronoun - 1 - settings.OPENING_PHRASE), -1):
        start = analysis.token_at(scene.mentions[i].start)
        if start < begin:
            break
        thread = scene.threads.get(i)
        if start < end and thread is not None and _is_another(scene, i, start):
            refused.add(thread.index)
    return refused


def _is_another(scene: Scene, i: int, start: int) -> bool:
    """Whether a mention from token *start* on names somebody: no owner, and not the own name."""
    before, first = scene.analysis.lowers[start - 1 : start + 1]
    is_name = scene.mentions[i].reference is Reference.NAME
    told = is_name or (before in _LINKS and first in _DEFINITE)
    return told and before not in _ITSELF and not owns(scene, i)


def _others_in(analysis: Analysis, first: int, head: int) -> Range:
    """Where in the words from *first* to a pronoun others stand, as tokens; empty for nowhere."""
    lowers = analysis.lowers
    opener, nowhere = lowers[first], (head, head)
    last = end = head - (lowers[head - 1] == ",")
    if opener in _SAME or "," in lowers[first:last]:
        return nowhere
    if opener in ASKED:
        return (first + 1, last) if last < head else nowhere
    if opener.endswith("ed") and "by" in lowers[first:last]:
        begin = lowers.index("by", first, last)
    elif opener.endswith("ing") or _leads_participle(analysis, first):
        begin = first + 1
    elif opener in _PREPOSITIONS:
        begin = next((token for token in range(first, last) if lowers[token] not in _LINKS), last)
        end = begin + 1
    else:
        return nowhere
    is_clause = not FINITE.isdisjoint(analysis.forms[begin:last])
    is_clause = is_clause or not CLAUSE_BREAKS.isdisjoint(lowers[begin:last])
    return nowhere if is_clause else (begin, end)


def _leads_participle(analysis: Analysis, first: int) -> bool:
    """Whether a preposition opens a phrase with a participle: "After meeting Ruiz"."""
    after = analysis.words[first + 1]
    return (
        analysis.lowers[first] in _BEFORE_PARTICIPLES and after.islower() and after.endswith("ing")
    )
