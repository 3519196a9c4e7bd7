"""What speaks for an entity as the antecedent of a pronoun, each as a function of the pair."""

from __future__ import annotations

from math import log1p
from typing import TYPE_CHECKING, Final

from quoteattr.coreference import settings
from quoteattr.coreference.pronouns.in_sentence import (
    ADDRESS,
    is_first,
    owner_in,
    owns,
    owns_subject,
)
from quoteattr.coreference.pronouns.lives import is_described, is_past, kinship
from quoteattr.coreference.pronouns.nearness import (
    previous_sentence,
    rank,
    recent,
    same_paragraph,
    same_sentence,
    sentences,
    tokens,
)
from quoteattr.coreference.pronouns.scene import (
    CLAUSE_BREAKS,
    Candidate,
    Scene,
    goes_on_with,
    speakers_here,
)
from quoteattr.coreference.pronouns.told_of import names_itself, tells_of_another
from quoteattr.coreference.pronouns.topic import opens_paragraph, opens_untold, still_speaks
from quoteattr.datatypes import Reference, SpeakerKind
from quoteattr.records import Gender, Number

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_NEAR: Final = 6
"""Tokens, or mentions, within which two are taken for arguments of one verb."""


def subject(scene: Scene, candidate: Candidate) -> float:
    """It is a subject in its nearest sentence: not "Ruiz" in "Holm met Ruiz. He smiled"."""
    return float(any(map(scene.is_subject, candidate.beside)))


def subject_to_subject(scene: Scene, candidate: Candidate) -> float:
    """Both are subjects: "Holm met Ruiz. He smiled"."""
    own = scene.is_subject(candidate.pronoun)
    return float(own and any(map(scene.is_subject, candidate.beside)))


def first_in_sentence(scene: Scene, candidate: Candidate) -> float:
    """It is the first that is named in its nearest sentence."""
    return float(any(is_first(scene, index) for index in candidate.beside))


def source(scene: Scene, candidate: Candidate) -> float:
    """In its nearest sentence it is the source of a quotation."""
    return float(not scene.is_source.isdisjoint(candidate.beside))


def last_source(scene: Scene, candidate: Candidate) -> float:
    """It was the last to speak."""
    return float(scene.last_source is candidate.thread)


def source_to_source(scene: Scene, candidate: Candidate) -> float:
    """It was the last to speak and the pronoun speaks: “No,” Holm said. ... “Never,” he added."""
    return float(scene.last_source is candidate.thread and candidate.pronoun in scene.is_source)


def both_say(scene: Scene, candidate: Candidate) -> float:
    """Inside a quotation both are subjects of verbs of saying: "It warns ... They have said"."""
    if scene.mentions[candidate.pronoun].quoted is None:
        return 0.0
    return float(scene.says(candidate.pronoun) and any(map(scene.says, candidate.beside)))


def possessor(scene: Scene, candidate: Candidate) -> float:
    """Its nearest mention only owns something: "Holm's office", "his office"."""
    return float(owns(scene, candidate.mention))


def owner_in_sentence(scene: Scene, candidate: Candidate) -> float:
    """The pronoun owns something and the subject of its sentence is the owner: "Holm sold his"."""
    return float(
        owns(scene, candidate.pronoun)
        and candidate.sentences == 0
        and scene.is_subject(candidate.mention)
    )


def only_owned(scene: Scene, candidate: Candidate) -> float:
    """It was only brought in as somebody's and has not spoken, and the pronoun speaks.

    "Holm lives in Velm. Her sister, Ida, is next door. “I cook,” she says": Holm does. Not where
    the words are about her: “She is awake,” she says.
    """
    thread, wanted = candidate.thread, scene.mentions[candidate.pronoun]
    if candidate.pronoun not in scene.is_source or thread.seen > settings.BARELY_SEEN:
        return 0.0
    before = [i for i in thread.mentions[: settings.BARELY_SEEN] if i < candidate.pronoun]
    if not scene.is_source.isdisjoint(before):
        return 0.0
    told = [i for i in before if scene.mentions[i].quoted is None]
    if tells_of_another(scene, candidate.pronoun) and not any(is_past(scene, i) for i in told):
        return 0.0
    times = thread.seen
    if any(kinship(scene, i) for i in told) and any(is_described(scene, i) for i in told):
        times = len({scene.sentences[i] for i in told})  # her sister, Ida, is told of once
    owners = [owner for i in before if (owner := owner_in(scene, i)) is not None]
    return float(any(o.gender is wanted.gender and o.seen > times for o in owners))


def addressee(scene: Scene, candidate: Candidate) -> float:
    """Its nearest mention is spoken to: "told Reyes that he".

    Not by one whose words it reports itself: "Holm said Berg had told him so. He left".
    """
    told = scene.words_before[candidate.mention] in ADDRESS
    return float(told and not _reports_teller(scene, candidate))


def _reports_teller(scene: Scene, candidate: Candidate) -> bool:
    """Whether it reports the words of one who speaks to it."""
    teller = range(max(0, candidate.mention - _NEAR), candidate.mention)
    reports = (i in scene.is_source and i not in scene.told for i in candidate.beside)
    return not scene.told.isdisjoint(teller) and any(reports)


def coargument(scene: Scene, candidate: Candidate) -> float:
    """Subject and object of one verb, which are two persons: "Holm saw him".

    So with a name beside the subject: "Her aide, Holm, saw her". Not "Holm said Berg saw him".
    """
    case = scene.case(candidate.pronoun)
    first, last = scene.mentions[candidate.mention].head, scene.mentions[candidate.pronoun].head
    if case != "object" or candidate.sentences or last - first > _NEAR:
        return 0.0
    between = range(candidate.mention + 1, candidate.pronoun)
    if not any(map(scene.is_subject, candidate.beside)) or any(map(scene.is_subject, between)):
        return 0.0
    lowers = scene.analysis.lowers
    beside = not scene.is_subject(candidate.mention) and lowers[first + 1] == ","
    return float(CLAUSE_BREAKS.isdisjoint(lowers[first + 1 + beside : last]))


def reflexive(scene: Scene, candidate: Candidate) -> float:
    """The pronoun is reflexive and this is the nearest subject: "Holm hurt himself"."""
    case = scene.case(candidate.pronoun)
    return float(
        case == "reflexive" and scene.is_subject(candidate.mention) and candidate.sentences == 0
    )


def speaks_here(scene: Scene, candidate: Candidate) -> float:
    """The pronoun is inside a quotation and this is who speaks it: “He lied,” Holm said."""
    if scene.mentions[candidate.pronoun].quoted is None:
        return 0.0
    return float(candidate.thread in speakers_here(scene, candidate.pronoun))


def own_side(scene: Scene, candidate: Candidate) -> float:
    """Inside a quotation, whom its speaker speaks for, who is "we": “They lied,” the NFC chief."""
    if scene.mentions[candidate.pronoun].quoted is None:
        return 0.0
    name = candidate.thread.name.lower()
    speakers = speakers_here(scene, candidate.pronoun)
    return float(any(name in role.modifiers for one in speakers for role in one.roles))


def frequency(_scene: Scene, candidate: Candidate) -> float:
    """How much the text has spoken of it so far."""
    return log1p(candidate.thread.seen)


def prominent(_scene: Scene, candidate: Candidate) -> float:
    """How often the whole text names it."""
    return log1p(candidate.thread.named)


def stands_after(scene: Scene, candidate: Candidate) -> float:
    """The rest of the sentence mentions it, so it is another: "he said, turning to Ruiz"."""
    return float(goes_on_with(scene, candidate.pronoun, candidate.thread))


def gender_shown(scene: Scene, candidate: Candidate) -> float:
    """Its gender is known and agrees."""
    wanted = scene.mentions[candidate.pronoun].gender
    return float(wanted is not Gender.UNKNOWN and candidate.thread.gender is wanted)


def same_pronoun(scene: Scene, candidate: Candidate) -> float:
    """Its nearest mention is a pronoun of the same gender: "he" after "he"; "the 52-year-old".

    Not the "his" of a subject that is named: "His brother, Juho, laughed. He rose". It counts for
    less over a paragraph, which goes on with whom it names: "Holm left. “No,” he said".
    """
    one, other = scene.mentions[candidate.mention], scene.mentions[candidate.pronoun]
    described = candidate.place is None and other.reference is Reference.NOMINAL
    alike = one.gender is other.gender or described
    if not alike or one.number is not other.number:
        return 0.0
    if one.reference is not Reference.PRONOUN or owns_subject(scene, candidate.mention):
        return 0.0
    return 1.0 if same_paragraph(scene, candidate) else settings.CARRIED


def name(scene: Scene, candidate: Candidate) -> float:
    """Its nearest mention is a name, or what a name is called beside it: "Holm, a chemist,"."""
    near = scene.mentions[candidate.mention].reference is Reference.NOMINAL
    known = candidate.beside if near and candidate.place is None else [candidate.mention]
    return float(any(scene.mentions[i].reference is Reference.NAME for i in known))


def quoted(scene: Scene, candidate: Candidate) -> float:
    """Its nearest mention stands outside quotations and the pronoun inside one."""
    outside = scene.mentions[candidate.mention].quoted is None
    return float(outside and scene.mentions[candidate.pronoun].quoted is not None)


def unnamed(_scene: Scene, candidate: Candidate) -> float:
    """It has no name."""
    return float(candidate.thread.kind is SpeakerKind.UNNAMED)


def styled(_scene: Scene, candidate: Candidate) -> float:
    """It has no name but a title that serves as one: "the General"."""
    return float(candidate.thread.is_styled)


def single(scene: Scene, candidate: Candidate) -> float:
    """One person for "they", the more if a he or a she; half of that for an organisation."""
    wanted, thread = scene.mentions[candidate.pronoun].number, candidate.thread
    if wanted is not Number.PLURAL or thread.number is not Number.SINGULAR:
        return 0.0
    if candidate.place is not None:
        return 1.0
    if thread.kind is SpeakerKind.ORGANIZATION:
        return 0.5
    return 1.0 if thread.gender is Gender.UNKNOWN else 1.5


FEATURES: Final[Mapping[str, Callable[[Scene, Candidate], float]]] = {
    feature.__name__: feature
    for feature in (
        same_sentence,
        previous_sentence,
        same_paragraph,
        subject,
        subject_to_subject,
        first_in_sentence,
        opens_paragraph,
        source,
        last_source,
        source_to_source,
        both_say,
        possessor,
        owner_in_sentence,
        only_owned,
        still_speaks,
        opens_untold,
        addressee,
        coargument,
        reflexive,
        speaks_here,
        names_itself,
        own_side,
        frequency,
        prominent,
        stands_after,
        recent,
        gender_shown,
        same_pronoun,
        name,
        quoted,
        sentences,
        tokens,
        rank,
        unnamed,
        styled,
        single,
    )
}
"""What is weighed; the weights stand in pronoun_weights.json under the same names."""
