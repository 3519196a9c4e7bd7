"""Sieves over the tree: who the subject or agent of the cue is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr.analysis import Layer, Relation
from quoteattr.attribution.answers import Answer
from quoteattr.attribution.closeness import at_noun, close_to, seen_by, speaks_for
from quoteattr.attribution.misplaced import noun_before_who, set_right
from quoteattr.attribution.scene import Scene
from quoteattr.attribution.surface import is_accused, set_off
from quoteattr.grammar import ASKED, FINITE, NOMINATIVES, child, edges
from quoteattr.verbs import REFLEXIVES, verb_group, who_is_led

if TYPE_CHECKING:
    from quoteattr.analysis import Analysis
    from quoteattr.records import Quotation

_BEGINS_CLAUSE: Final = frozenset(
    {",", "as", "when", "while", "because", "since", "after", "before"}
)
_MARKS_AND_COMMA: Final = 3
_ACTS: Final = tuple([form] for form in FINITE)
_SITES: Final = frozenset({"on", "via", "across"})


def cue_subject(quotation: Quotation, scene: Scene) -> Answer | None:
    """The subject of the cue: `“No,” said the mayor.`"""
    verb = cue_verb(quotation, scene)
    if verb is None or is_accused(quotation, scene):
        return None
    if (told := noun_before_who(scene.analysis, verb)) is not None:
        return at_token(quotation, scene, told)
    subject = own_subject(scene.analysis, verb)
    if subject is None:
        subject = _raised_subject(scene.analysis, verb)
    if subject is None or (subject > verb and _takes_hearer(quotation)):
        return None
    if scene.is_label(subject) and not scene.is_label(verb):
        return None  # Q   But the mayor said so
    subject = _not_governed(scene.analysis, subject, verb)
    if (after := _after_colon(scene, subject, verb)) is not None:
        return at_token(quotation, scene, after)
    if scene.analysis.lowers[verb - 1 : verb] == [","]:
        if _is_done_by(quotation, scene, verb):
            return None
        if subject < verb and _is_asked(quotation, scene, subject, verb):
            return Answer()
    if subject < verb:
        near = _near(scene, subject)
        near = speaks_for(scene, subject) if near is None else near
        if near is not None:
            return at_noun(quotation, scene, near)
    nearer = _pronoun_at_cue(scene, verb)
    if nearer is None:
        nearer = _name_at_cue(quotation, scene, subject, verb)
    if nearer is None:
        nearer = _name_before(scene, subject, verb)
    return at_token(quotation, scene, subject if nearer is None else nearer)


def _not_governed(analysis: Analysis, subject: int, verb: int) -> int:
    """What the participle before tells of, where *on* leads to the subject: a site.

    "A post shared widely on TikTok claims that it is late": the post does.
    """
    before, outer = edges(analysis, subject)[0] - 1, analysis.heads[verb]
    shared = analysis.forms[outer] == "VBN" and outer < before < verb
    if not shared or analysis.lowers[before] not in _SITES or analysis.heads[before] != verb:
        return subject
    told = own_subject(analysis, outer)
    return told if told is not None and told < outer else subject


def own_subject(analysis: Analysis, verb: int) -> int | None:
    """The subject of a verb; after a semicolon, where the tree has several: `He left; Lee said`."""
    subjects = [c for c in analysis.children[verb] if analysis.relations[c] is Relation.SUBJECT]
    if subjects and ";" in analysis.lowers[subjects[0] : verb]:
        stop = verb - 1
        while analysis.lowers[stop] != ";":
            stop -= 1
        apposed = (c for c in analysis.children[subjects[0]] if _is_noun_after(analysis, c, stop))
        own = (c for c in subjects if c > stop)
        return min((*apposed, *own), default=subjects[0])
    if len(subjects) > 1 and subjects[-1] < verb and _is_named_after(analysis, *subjects[-2:]):
        return subjects[-1]
    if len(subjects) > 1 and _is_asked_first(analysis, subjects[0], subjects[-1]):
        return subjects[-1]
    return set_right(analysis, subjects[0], verb) if subjects else None


def _is_named_after(analysis: Analysis, first: int, last: int) -> bool:
    """Whether a body's name follows what it is: `Fans' group | the Velm Collective said`."""
    named = analysis.tags[first] == "NOUN" and analysis.tags[last] == "PROPN"
    return named and first + 1 < last and analysis.lowers[first + 1] == "the"


def _is_asked_first(analysis: Analysis, first: int, last: int) -> bool:
    """Whether the first of two subjects is who asks: `Asked by his lawyer, Ann Lee, if so, he`."""
    opens = analysis.lowers[analysis.sentence_at(first)[0]] in ASKED
    return opens and "," in analysis.lowers[first:last]


def _is_noun_after(analysis: Analysis, token: int, stop: int) -> bool:
    """Whether the tree hangs a noun on one before a stop: `He sells charts; their author, Lee`."""
    return token > stop and analysis.relations[token] is Relation.APPOSITION


def _after_colon(scene: Scene, subject: int, verb: int) -> int | None:
    """Who stands before the cue behind another's turn: `Ann Lee: “No.” The mayor | said that`."""
    analysis = scene.analysis
    if subject > verb or ":" not in analysis.lowers[subject:verb]:
        return None
    group = verb_group(analysis, verb, subject + 1)
    mention = scene.mention_at(analysis.starts[group - 1], analysis.ends[group - 1])
    return None if mention is None else scene.mentions[mention].head


def _raised_subject(analysis: Analysis, verb: int) -> int | None:
    """Whom others report to have said it: `Asked by a guest, she is supposed to have said no`."""
    above = analysis.heads[verb]
    if analysis.lowers[max(0, verb - 2) : verb] != ["to", "have"] or above > verb:
        return None
    return child(analysis, above, Relation.PASSIVE_SUBJECT)


def _is_done_by(quotation: Quotation, scene: Scene, verb: int) -> bool:
    """Whether the tree takes a participle for a verb: `Lee, asked by Ann if she knew, left`."""
    agent = child(scene.analysis, verb, Relation.AGENT)
    return agent is not None and at_token(quotation, scene, agent) is not None


def _is_asked(quotation: Quotation, scene: Scene, subject: int, verb: int) -> bool:
    """Whether the name before the comma is of whom others ask: `Lee, asked about it, said no`."""
    analysis, cue = scene.analysis, quotation.cue
    if cue is None or not (cue.lemma.startswith("ask") or _takes_hearer(quotation)):
        return False
    if quotation.addressee is not None and quotation.addressee[0] >= cue.end:
        return False  # the minister, Ann Lee, told a room of engineers
    opener = analysis.sentence_at(verb)[0]
    if analysis.lowers[opener] in _BEGINS_CLAUSE and FINITE.isdisjoint(analysis.forms[opener:verb]):
        return False  # When her son, Bo Lee, asked about it, she said
    if not _acts_after(analysis, verb):
        return False  # the chairwoman, Ann Lee, asked for patience
    mention = scene.mention_at(analysis.starts[subject], analysis.ends[subject])
    if mention is not None and scene.mentions[mention].end == analysis.ends[verb - 2]:
        return True
    children = analysis.children[subject]  # the mayor, Ann Lee, asked about it, laughed
    return any(analysis.relations[child] is Relation.APPOSITION for child in children)


def _acts_after(analysis: Analysis, verb: int) -> bool:
    """Whether a comma and another verb follow: `Lee, asked why, | never replied`."""
    forms, last = analysis.forms, analysis.sentence_at(verb)[1] - 1
    commas = (t for t in range(verb + 1, last) if analysis.lowers[t] == ",")
    return any(
        forms[t + 1] in FINITE or (forms[t + 1] == "RB" and forms[t + 2 : t + 3] in _ACTS)
        for t in commas
    )


def _near(scene: Scene, subject: int) -> int | None:
    """Those close to whom the tree takes for the subject: `aides | close to Ann Lee later said`.

    Or what was seen by them: `a report | seen by Ann Lee says`.
    """
    start = scene.analysis.starts[subject]
    mention = scene.mention_at(start, start + 1)
    start = start if mention is None else scene.mentions[mention].start
    near = close_to(scene, start)
    return seen_by(scene, start) if near is None else near


def _pronoun_at_cue(scene: Scene, verb: int) -> int | None:
    """The pronoun right before the cue, whatever the tree has: `His verdict: “No,” he said`."""
    before = verb - 1
    return before if before >= 0 and scene.analysis.lowers[before] in NOMINATIVES else None


def _name_at_cue(quotation: Quotation, scene: Scene, subject: int, verb: int) -> int | None:
    """The last token of a person's name right before the cue, set off from the *subject* found.

    `Asked about the mayor, Ann Lee said`, `He wept as Ann Lee said no`; no comma follows it.
    """
    analysis = scene.analysis
    group = verb_group(analysis, verb, subject + 1) if subject + 1 < verb else verb
    if not group:
        return None
    mention = scene.mention_at(analysis.starts[group - 1], analysis.ends[group - 1])
    if mention is None or scene.is_content(quotation, scene.mentions[mention].start):
        return None
    found = scene.mentions[mention]
    before = analysis.token_at(found.start) - 1
    begins = before >= 0 and analysis.lowers[before] in _BEGINS_CLAUSE
    apart = found.start > analysis.ends[subject]
    return found.head if begins and apart and found.names_person else None


def _name_before(scene: Scene, subject: int, verb: int) -> int | None:
    """The last token of a person's name that words with the *subject* found only tell more of.

    `Ann Lee, 55, of the Port Board, a body of nine, said`.
    """
    analysis = scene.analysis
    if subject > verb:
        return None
    group = verb_group(analysis, verb, subject + 1)
    if analysis.lowers[group - 1] != ",":
        return None
    person = set_off(scene, verb, analysis.starts[group])
    if person is None or scene.mentions[person].end >= analysis.starts[subject]:
        return None
    return scene.mentions[person].head


def _takes_hearer(quotation: Quotation) -> bool:
    """Whether who follows the cue is spoken to: `“No,” Ann Lee told the committee.`"""
    return quotation.cue is not None and quotation.cue.lemma in ("tell", "inform", "remind")


def led_to_say(quotation: Quotation, scene: Scene) -> Answer | None:
    """Whom something made say it: `The delay led one man to shout, “Open!”`."""
    if quotation.cue is None:
        return None
    led = who_is_led(scene.analysis, quotation.cue.token)
    if led is None:
        return None
    start, end = scene.analysis.starts[led[0]], scene.analysis.ends[led[1] - 1]
    mention = scene.mention_at(start, start + 1)
    return Answer(source=(start, end)) if mention is None else scene.answer(mention)


def cue_verb(quotation: Quotation, scene: Scene) -> int | None:
    """Token of the cue, None without one or without a tree."""
    if quotation.cue is None or not scene.analysis.has(Layer.TREE):
        return None
    return quotation.cue.token


def at_token(quotation: Quotation, scene: Scene, token: int) -> Answer | None:
    """The mention that holds *token*, unless it is content or a mere *who*."""
    analysis = scene.analysis
    if analysis.lowers[token] in REFLEXIVES and token > analysis.sentence_at(token)[0]:
        stressed = scene.mention_at(analysis.starts[token - 1], analysis.ends[token - 1])
        token -= stressed is not None  # the minister | himself
    start, end = analysis.starts[token], analysis.ends[token]
    if scene.is_content(quotation, start):
        return None
    mention = scene.mention_at(start, end)
    if mention is None or _is_of_title(quotation, scene, mention):
        return None
    return scene.answer(mention)


def _is_of_title(quotation: Quotation, scene: Scene, mention: int) -> bool:
    """Whether a mention is but a word in marks beside the cue: `“Lee’s Way,” a book he sold`."""
    found, cue = scene.mentions[mention], quotation.cue
    if found.quoted is None or cue is None:
        return False
    around = scene.quoted[found.quoted]
    outside = not around.start <= cue.start < around.end
    return outside and found.end - found.start + _MARKS_AND_COMMA < around.end - around.start
