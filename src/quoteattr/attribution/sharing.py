"""Sieves over verbs that share a subject: `She rose and | said no`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr.analysis import Relation
from quoteattr.attribution.answers import Answer
from quoteattr.attribution.openers import after_emerging, hears_apart, hears_before, parted
from quoteattr.attribution.owning import giver
from quoteattr.attribution.syntax import at_token, cue_verb
from quoteattr.datatypes import SpeakerKind
from quoteattr.grammar import NOMINATIVES, SUBJECTS, ancestors, child, edges
from quoteattr.lexicon import words
from quoteattr.records import SOMEBODY
from quoteattr.verbs import is_passive

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quoteattr.analysis import Analysis
    from quoteattr.attribution.scene import Scene
    from quoteattr.records import Quotation

_UPWARD: Final = frozenset({Relation.CONJUNCT, Relation.OPEN_COMPLEMENT, Relation.ADVERBIAL_CLAUSE})
"""Relations of verbs that share the subject of their head."""
_HEARD: Final = frozenset({"heard", "overheard", "seen", "filmed", "recorded"})
_SHOWS: Final = (
    frozenset({"show", "shows", "showed", "showing", "feature", "features", "featured"})
    | {"featuring", "capture", "captures", "captured", "caught", "depicts", "depicted", "filmed"}
    | {"saw", "heard", "remember", "remembers", "remembered", "recall", "recalls", "recalled"}
)
"""What texts and pictures do with those who speak in them, and who remembers them."""
_SOMEBODY: Final = frozenset({"somebody", "someone"})
_SEVERAL: Final = frozenset({"both", "many", "most", "others", "several", "some"})
_BEFORE_CLAUSE: Final = frozenset({"and", "but", ":"})
_ACTS: Final = frozenset({"VBD", "VBZ"})
_OF_TIME: Final = frozenset({"when", "as", "while"})
_SUBORDINATORS: Final = frozenset(
    {"when", "as", "if", "while", "who", "that", "which", "where", "what", "because", "than"}
) | {"before", "after", "until", "till", "though", "although", "since", "how", "why", "whom"}


def shared_subject(quotation: Quotation, scene: Scene) -> Answer | None:
    """The subject of the verb the cue hangs on: `She rose and said`, `He is expected to say`.

    If that is content of a report, its source: `Lee said it was “broke” and accused its head`. A
    passive with a subject of its own shares none: `Lee laughs when she is asked who wrote it`.
    Who is heard shares it with what follows at once: `Somebody can be heard | saying no`.
    """
    cue = cue_verb(quotation, scene)
    if cue is None or child(scene.analysis, cue, Relation.PASSIVE_SUBJECT) is not None:
        return None
    if _is_told(quotation, scene, cue):
        return None
    told = _shown(quotation, scene, cue) or _sent(scene, cue)
    if told is not None:
        return told
    heard = cue - 1
    if cue and scene.analysis.lowers[heard] in _HEARD:
        subject = child(scene.analysis, heard, Relation.PASSIVE_SUBJECT)
        if subject is not None:
            return at_token(quotation, scene, subject) or _somebody(scene, subject)
    below = cue
    for verb in verbs_above(scene.analysis, cue):
        passive = _shares_passive(scene.analysis, below, verb)
        below = verb
        subject = child(scene.analysis, verb, *(SUBJECTS if passive else (Relation.SUBJECT,)))
        if subject is not None:
            if after_emerging(scene.analysis, subject) > subject:
                return None
            opener = parted(quotation, scene)
            if opener is not None and scene.mentions[opener].head != subject:
                return scene.answer(opener)
            report = _report_around(quotation, scene, subject)
            if report is not None:
                return scene.answers[report]
            found = _later_subject(quotation, scene, subject)
            found = found or at_token(quotation, scene, subject)
            return found or _several(quotation, scene, subject)
    return None


def _shown(quotation: Quotation, scene: Scene, cue: int) -> Answer | None:
    """Who is shown as they speak: `The ad shows Lee in a hall | asking QUOTE`.

    Not after a comma: `The ad showed Lee, saying he was late`; but behind a name between two: `She
    heard the mayor, Ann Lee, | saying no`.
    """
    analysis = scene.analysis
    if not cue or analysis.forms[cue] != "VBG" or analysis.lowers[cue - 1] in words("prepositions"):
        return None
    for verb in ancestors(analysis, cue):
        if analysis.lowers[verb] in _SHOWS:
            seen = child(analysis, verb, Relation.OBJECT)
            if analysis.lowers[cue - 1] == "," and not _is_named(analysis, seen, cue):
                return None
            found = None if seen is None else at_token(quotation, scene, seen)
            if seen is None or not verb < seen < cue or found is None or found.mention is None:
                return None
            return found if scene.mentions[found.mention].kind in SOMEBODY else None
    return None


def _sent(scene: Scene, cue: int) -> Answer | None:
    """The text that somebody gave: `She answered an email from Ann Lee | saying it was late`."""
    analysis = scene.analysis
    if not cue or analysis.forms[cue] != "VBG":
        return None
    sender = scene.mention_at(analysis.starts[cue - 1], analysis.ends[cue - 1])
    link = 0 if sender is None else analysis.token_at(scene.mentions[sender].start) - 1
    link -= analysis.lowers[link] == "the"
    if link < 1 or giver(scene, link) != sender:
        return None
    text = scene.mention_at(analysis.starts[link - 1], analysis.ends[link - 1])
    written = text is not None and scene.mentions[text].kind is SpeakerKind.DOCUMENT
    return scene.answer(text) if text is not None and written else None


def _is_named(analysis: Analysis, seen: int | None, cue: int) -> bool:
    """Whether a name between two commas tells who is seen: `the mayor, Ann Lee, | saying no`."""
    if seen is None:
        return False
    name = child(analysis, seen, Relation.APPOSITION)
    return name is not None and edges(analysis, name)[1] in (cue, cue - 1)


def _is_told(quotation: Quotation, scene: Scene, cue: int) -> bool:
    """Whether who stands before only hears it: `Lee came and was told`, `and Lee, told that it`."""
    if not hears_before(quotation):
        return hears_apart(quotation, scene)
    floor = scene.analysis.sentence_at(cue)[0]
    return scene.analysis.lowers[cue - 1] == "," or is_passive(scene.analysis, cue, floor)


def _somebody(scene: Scene, subject: int) -> Answer | None:
    """A pronoun for nobody known: `Somebody can be heard | saying no`."""
    analysis = scene.analysis
    if analysis.lowers[subject] not in _SOMEBODY:
        return None
    return Answer(source=(analysis.starts[subject], analysis.ends[subject]))


def _several(quotation: Quotation, scene: Scene, subject: int) -> Answer | None:
    """Some of those named before, who are no mention: `Both left early, | saying it was late`."""
    analysis = scene.analysis
    start = analysis.starts[subject]
    if analysis.lowers[subject] not in _SEVERAL or scene.is_content(quotation, start):
        return None
    return Answer(source=(start, analysis.ends[subject]))


def _shares_passive(analysis: Analysis, below: int, verb: int) -> bool:
    """Whether a verb has the passive subject of the one above: `He was joined by Lee and joked`.

    Not in `He did not say how many were lost but joked`.
    """
    relation = analysis.relations[below]
    joined = relation is Relation.CONJUNCT and analysis.relations[verb] is not Relation.COMPLEMENT
    return joined or relation is Relation.OPEN_COMPLEMENT


def _later_subject(quotation: Quotation, scene: Scene, subject: int) -> Answer | None:
    """Who begins another clause before the cue: `Lee sat down, and Ann Berg rose and said no.`

    Or after a colon: `Some doubt it: Ann Lee calls it a hoax and says no`. After a semicolon it
    need not be the next word: `Lee sat down; at last she rose and said no.`
    Nor after a clause of time: `When he came home she rose and said no.`
    """
    analysis = scene.analysis
    assert quotation.cue is not None
    cue = quotation.cue.token
    semicolon = max((t for t in range(subject, cue) if analysis.lowers[t] == ";"), default=cue)
    if analysis.lowers[max(0, subject - 1)] in _OF_TIME:
        semicolon = subject
    for index in reversed(list(scene.mentions_in(analysis.ends[subject], analysis.starts[cue]))):
        mention = scene.mentions[index]
        first, after = analysis.token_at(mention.start), analysis.token_at(mention.end)
        begins = analysis.lowers[first - 1] in _BEFORE_CLAUSE and analysis.lowers[first] != "it"
        if first > semicolon and analysis.lowers[first] in NOMINATIVES:
            begins |= analysis.lowers[first - 1] not in _SUBORDINATORS
        if begins and analysis.forms[after] in _ACTS and mention.quoted is None:
            return None if scene.is_content(quotation, mention.start) else scene.answer(index)
    return None


def verbs_above(analysis: Analysis, verb: int) -> Iterator[int]:
    """The verbs whose subject the verb may share, nearest first.

    Whom a question is about does not answer it: `Lee did not know whether Ann had left, | saying`.
    """
    for above in ancestors(analysis, verb):
        relation = analysis.relations[verb]
        if relation not in _UPWARD and not _is_in_question(analysis, verb):
            return
        if relation is not Relation.ADVERBIAL_CLAUSE or not _is_in_question(analysis, above):
            yield above
        verb = above


def _is_in_question(analysis: Analysis, verb: int) -> bool:
    """Whether a verb is that of a clause with *whether*."""
    if analysis.relations[verb] is not Relation.COMPLEMENT:
        return False
    return any(analysis.lowers[c] == "whether" for c in analysis.children[verb])


def _report_around(quotation: Quotation, scene: Scene, token: int) -> int | None:
    """Index of the report before the cue that *token* is content of, None without one."""
    analysis = scene.analysis
    if quotation.cue is None:
        return None
    first, _ = analysis.sentence_at(quotation.cue.token)
    for index in scene.cues_between(analysis.starts[first], quotation.cue.start):
        other = scene.quotations[index]
        if other.parent == quotation.parent and scene.is_content(other, analysis.starts[token]):
            return index
    return None
