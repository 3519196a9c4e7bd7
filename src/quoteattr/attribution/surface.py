"""Sieves over word order: which mention stands where a source stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import regex

from quoteattr import config
from quoteattr.analysis import NOUN_TAGS, Relation
from quoteattr.attribution.answers import Answer
from quoteattr.attribution.closeness import at_noun, close_to, seen_by, speaks_for
from quoteattr.attribution.misplaced import described, mention_before_who
from quoteattr.attribution.scene import Scene
from quoteattr.datatypes import Reference
from quoteattr.grammar import FINITE, POSSESSIVES, RELATIVES, SHARES, child
from quoteattr.verbs import is_passive, verb_group

if TYPE_CHECKING:
    from quoteattr.analysis import Analysis
    from quoteattr.records import Mention, Quotation, Range

_MEASURES: Final = frozenset({"NUM", "DET", "ADV", "ADJ", "ADP"})
_INSERTED: Final = regex.compile(r"(?:\s\([^()]{1,30}\))?(?:(?:,\s[^,.;:“”\"]{1,80}){0,4},)?\s*")
"""What may stand between a name and its verb: ` (D-Velm), 52, a body of nine, `."""
_SOME: Final = frozenset({"others", "some", "many", "several", "most", "few", "both"})
_MARKS: Final = ("”", '"', "’", "'", "»")
_NEXT_CLAUSE: Final = regex.compile(
    r"\s(?:the|an?|his|her|its|their)\s[\p{L}\s’'-]{2,60}"
    r"(?:, (?:and|but|while|as|so)| (?:as|while|when|before|after)) "
)
_WHOSE: Final = regex.compile(r"\bwhose [\p{L}\s’'-]{2,60},? $")
_WHERE: Final = frozenset({"in", "at", "near"})
_FROM: Final = ("'s ", "’s ")
_APART: Final = (" ", ", ")
_RELATIVE: Final = regex.compile(r"\w,? (?:who|whom|whose|which|where)\b")


def label(quotation: Quotation, scene: Scene) -> Answer | None:
    """The name that the layout gives: `SMITH: No.`, or `— Ann Lee` under a quotation."""
    if quotation.source is None:
        return None
    start, end = quotation.source
    mention = scene.mention_at(start, end)
    return Answer(source=quotation.source, mention=mention)


def mention_before_cue(quotation: Quotation, scene: Scene) -> Answer | None:
    """The mention that opens the reporting clause before its cue: `Ann Lee, 55, said`."""
    if quotation.cue is None or quotation.clause is None or is_accused(quotation, scene):
        return None
    group = group_start(quotation, scene)
    start = quotation.clause[0]
    hearer = quotation.addressee
    if start >= group or (hearer is not None and hearer[0] == start and hearer[1] < group):
        return None  # The commander, Ann Lee, was ordered to go
    mention = scene.mention_at(start, group)
    if mention is None or scene.mentions[mention].start > group:
        return None
    person = set_off(scene, quotation.cue.token, group)
    mention = mention if person is None else described(scene, quotation.cue.token, person)
    if (told := mention_before_who(scene, mention)) is not None:
        return scene.answer(told)
    found = scene.mentions[mention]
    near = close_to(scene, found.start)
    near = speaks_for(scene, found.head) if near is None else near
    if near is not None:
        mention = scene.mention_at(scene.analysis.starts[near], scene.analysis.ends[near])
        return None if mention is None else scene.answer(mention)
    seen = seen_by(scene, found.start)
    if seen is not None:
        return at_noun(quotation, scene, seen)
    low = scene.analysis.text[found.start : found.end].lower()
    if low == "it" and is_passive(scene.analysis, quotation.cue.token, 0):
        return Answer()  # On his deathbed, it is said, he wept
    if low in RELATIVES:
        return None
    if _only_owns(scene, found, quotation.cue.token):
        return None
    if _tells_of_some(scene, quotation.cue.token, found.start) or _is_share(scene, found.start):
        return None
    if (share := _share_of(scene, start, found)) is not None:
        return Answer(source=share)
    if _in_relative_clause(scene, start, found.start) and not _is_theirs(scene, mention, group):
        return None  # Another, who gave her name as Ann Lee, said
    if (owned := _owned(scene, found.start)) is not None:
        return Answer(source=owned)
    if _is_where(scene, found):
        return None  # The deal, struck in Velm, shows
    if (named := _named_after_owner(scene, mention, group)) is not None:
        return scene.answer(named)
    if scene.is_content(quotation, found.start):
        return None
    some = _some_things(scene, found, group)
    return scene.answer(mention) if some is None else Answer(source=some)


def _some_things(scene: Scene, found: Mention, end: int) -> Range | None:
    """Some of what the tagger takes for a verb: `Some posts | claim that it is late`."""
    analysis = scene.analysis
    if analysis.text[found.start : found.end].lower() not in _SOME:
        return None
    noun = analysis.token_at(found.end)
    right_before = noun < len(analysis) and analysis.token_at(end) == noun + 1
    plural = right_before and analysis.lowers[noun].isalpha() and analysis.lowers[noun][-1] == "s"
    return (found.start, analysis.ends[noun]) if plural else None


def _is_where(scene: Scene, found: Mention) -> bool:
    """Whether a name before a comma only tells where something was: `struck in Velm, | shows`."""
    before = scene.analysis.token_at(found.start) - 1
    where = before >= 0 and scene.analysis.lowers[before] in _WHERE
    set_off = scene.analysis.text.startswith(",", found.end)
    return where and set_off and not found.names_person and found.reference is Reference.NAME


def _named_after_owner(scene: Scene, owner: int, end: int) -> int | None:
    """Who is named right after where they are from: `Velm's | Ann Lee, whose post spread, said`."""
    text, after = scene.analysis.text, scene.mentions[owner].end
    named = scene.mention_at(after + 3, end) if text[after : after + 3] in _FROM else None
    if named is None or scene.mentions[named].start != after + 3:
        return None
    return named if scene.mentions[named].names_person else None


def _only_owns(scene: Scene, found: Mention, verb: int) -> bool:
    """Whether a pronoun owns what stands before a verb: `His popularity | shows how much`.

    Not in `My job is to | say that`, nor in `I heard her | say`.
    """
    analysis = scene.analysis
    if analysis.lowers[found.head : verb] == ["her"]:
        return False
    if found.reference is not Reference.PRONOUN or analysis.lowers[found.head] not in POSSESSIVES:
        return False
    return all(form not in FINITE for form in analysis.forms[found.head : verb])


def _is_theirs(scene: Scene, mention: int, end: int) -> bool:
    """Whether a name tells whom somebody has: `The union, whose head, Ann Lee, | warned that`."""
    text, found = scene.analysis.text, scene.mentions[mention]
    first = max(0, found.start - config.SET_OFF)
    return _WHOSE.search(text, first, found.start) is not None and text[found.end : end] in _APART


def _is_share(scene: Scene, start: int) -> bool:
    """Whether a number is but the whole of which some are meant: `Two in | three said`."""
    analysis = scene.analysis
    first = analysis.token_at(start)
    if analysis.lowers[first - 1 : first] != ["in"] or first < 2:
        return False
    return analysis.tags[first - 2] == analysis.tags[first] == "NUM"


def _share_of(scene: Scene, clause: int, found: Mention) -> Range | None:
    """Some of a group, with the nouns behind it: `Just over 40 percent of | Velm voters said`."""
    analysis = scene.analysis
    first, last = analysis.token_at(found.start) - 2, found.head
    if analysis.lowers[max(0, first) : first + 2][1:] != ["of"]:
        return None
    if analysis.lowers[first] not in SHARES or analysis.starts[first] < clause:
        return None
    while first and analysis.starts[first - 1] >= clause and _measures(analysis, first - 1):
        first -= 1
    first -= first > 0 and analysis.lowers[first] == "-"  # Seventy | -four percent
    while last + 1 < len(analysis) and analysis.tags[last + 1] in NOUN_TAGS:
        last += 1
    return analysis.starts[first], max(found.end, analysis.ends[last])


def _measures(analysis: Analysis, token: int) -> bool:
    """Whether a word leads to a share: `Just over 40`, `More than a`; not `when 40 percent of`."""
    if analysis.lowers[token] in ("-", "per"):
        return True
    return analysis.tags[token] in _MEASURES and not analysis.forms[token].startswith("W")


def _owned(scene: Scene, start: int) -> Range | None:
    """A noun of no list after whose it is: `My physio, who knows, said`; None without one."""
    analysis = scene.analysis
    owner = analysis.token_at(start)
    noun, relation = analysis.heads[owner], analysis.relations[owner]
    owns = relation is Relation.POSSESSIVE and analysis.lowers[owner] in POSSESSIVES
    told_of = analysis.lowers[noun + 1 : noun + 3] in ([",", "who"], [",", "whose"])
    return (start, analysis.ends[noun]) if owns and told_of and noun > owner else None


def _tells_of_some(scene: Scene, verb: int, start: int) -> bool:
    """Whether a pronoun before is the subject: `Others, angered by the Harbour Board, said`."""
    subject = child(scene.analysis, verb, Relation.SUBJECT)
    if subject is None or scene.analysis.starts[subject] >= start:
        return False
    return scene.analysis.lowers[subject] in _SOME


def set_off(scene: Scene, verb: int, end: int) -> int | None:
    """The person before a *verb*, whose group begins at code point *end*, but for what is set off.

    `Seen by reporters in court, Ann Lee, 52, of Velm, said`: who comes after a comma or first.
    """
    text, start = scene.analysis.text, sentence_start(scene, verb)
    for index in reversed(list(scene.mentions_in(max(start, end - config.SET_OFF), end))):
        found = scene.mentions[index]
        if not found.names_person or _has_verb_of_whose(scene, start, index, end):
            continue
        if _INSERTED.fullmatch(text, found.end, end):
            before = text[max(start, found.start - 2) : found.start].rstrip()
            if not before or before.endswith((",", *_MARKS)):
                return index
    return None


def _has_verb_of_whose(scene: Scene, start: int, mention: int, end: int) -> bool:
    """Whether a name does something else: `Ann Lee, whose son, Bo, | sells boats, said`."""
    analysis, found = scene.analysis, scene.mentions[mention]
    if "whose" not in analysis.text[start : found.start]:
        return False
    return any(analysis.forms[token] in FINITE for token in analysis.tokens(found.end, end))


def _in_relative_clause(scene: Scene, start: int, end: int) -> bool:
    """Whether a relative clause begins in the code points [start, end)."""
    return bool(_RELATIVE.search(scene.analysis.text, start, end))


def _is_of_another_clause(scene: Scene, start: int, end: int) -> bool:
    """Whether a noun and what begins a clause stand in the code points [start, end)."""
    return bool(_NEXT_CLAUSE.fullmatch(scene.analysis.text, start, end))


def is_accused(quotation: Quotation, scene: Scene) -> bool:
    """Whether the cue only tells of what its subject is accused: `Ann Lee, accused of theft by`."""
    cue = quotation.cue
    assert cue is not None
    cue_and_link = scene.analysis.lowers[cue.token : cue.token + 2]
    return cue_and_link in (["accused", "of"], ["accused", "for"])


def mention_after_cue(quotation: Quotation, scene: Scene) -> Answer | None:
    """The mention right after an inverted cue: `“No,” said Ann Lee.`"""
    if quotation.cue is None or quotation.clause is None:
        return None
    if quotation.clause[0] < group_start(quotation, scene) or is_hearer_after(quotation, scene):
        return None
    for index in scene.mentions_from(quotation.cue.end, quotation.clause[1]):
        start = scene.mentions[index].start
        if _in_relative_clause(scene, quotation.cue.end, start):
            return None  # said another voice, which Ann Lee knew
        if _is_of_another_clause(scene, quotation.cue.end, start):
            return None  # roared the hedgehog, and everybody laughed
        if not scene.is_content(quotation, start):
            named = _named_after_owner(scene, index, quotation.clause[1])
            return scene.answer(index if named is None else named)
    return None


def is_hearer_after(quotation: Quotation, scene: Scene) -> bool:
    """Whether who follows the cue only hears it: `He rose and asked the mayor to go.`

    A source follows a cue that stands after what was said, or that opens its sentence, and no
    participle: `..., telling Ann Lee that it was late`.
    """
    cue = quotation.cue
    if cue is None:
        return False
    if scene.analysis.lowers[cue.token].endswith("ing"):
        return True
    if cue.lemma == "say" and scene.analysis.lowers[cue.token - 1 : cue.token] == [","]:
        return False  # In private, said Ann Lee, it was over
    return cue.start < quotation.start and cue.start > sentence_start(scene, cue.token)


def sentence_start(scene: Scene, token: int) -> int:
    """Code point where the sentence of *token* begins."""
    analysis = scene.analysis
    first, _ = analysis.sentence_at(token)
    return analysis.starts[first]


def group_start(quotation: Quotation, scene: Scene) -> int:
    """Where the cue's auxiliaries and adverbs begin."""
    assert quotation.cue is not None
    analysis = scene.analysis
    first, _ = analysis.sentence_at(quotation.cue.token)
    return analysis.starts[verb_group(analysis, quotation.cue.token, first)]


def first_mention(quotation: Quotation, scene: Scene, start: int, end: int) -> Answer | None:
    """The first mention in the code points [start, end) that is no content."""
    for index in scene.mentions_in(start, end):
        if not scene.is_content(quotation, scene.mentions[index].start):
            return scene.answer(index)
    return None
