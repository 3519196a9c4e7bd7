"""What speaks for an entity as the antecedent of a pronoun, each as a function of the pair."""

from __future__ import annotations

from math import log1p
from typing import TYPE_CHECKING, Final

from attrs import define, field

from quoteattr.analysis import Layer
from quoteattr.coreference import settings, vocabulary
from quoteattr.datatypes import Reference, SpeakerKind
from quoteattr.grammar import SUBJECTS
from quoteattr.lexicon import words
from quoteattr.records import Gender, Number

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from quoteattr.analysis import Analysis
    from quoteattr.coreference.talk import Talk
    from quoteattr.coreference.talk_features import Place
    from quoteattr.coreference.threads import Thread
    from quoteattr.records import Mention, QuotedSpan

_ADDRESS: Final = frozenset(
    {"told", "asked", "informed", "reminded", "warned", "assured", "urged", "to"}
)
_CLAUSE_BREAKS: Final = frozenset(
    {",", ";", ":", "—", "–", "that", "who", "which", "when", "because", "if", "as", "while"}
) | {"where", "what", "before", "after", "until", "since", "though", "although", "but", "and"}
_NEAR: Final = 6
"""Tokens within which a subject and an object pronoun are taken for arguments of one verb."""


@define(kw_only=True, eq=False)
class Scene:
    """What stands around the pronouns of one text.

    Attributes:
        analysis: The columns of the text.
        mentions: Its mentions.
        quoted: Its quoted stretches.
        is_source: Indices of mentions that are sources of quotations.
        threads: The entity of each mention resolved so far.
        speakers: Entities of the sources in each paragraph, as far as they have names.
        talk: The order of turns.
        last_source: Who spoke last.
    """

    analysis: Analysis
    mentions: Sequence[Mention]
    quoted: Sequence[QuotedSpan]
    is_source: frozenset[int]
    threads: dict[int, Thread]
    speakers: Mapping[int, tuple[Thread, ...]]
    talk: Talk
    last_source: Thread | None = None
    _subjects: dict[int, bool] = field(factory=dict, init=False)
    _says: dict[int, bool] = field(factory=dict, init=False)
    _cases: dict[int, str] = field(factory=dict, init=False)

    def is_subject(self, index: int) -> bool:
        """Whether a mention is a subject; asked once for each."""
        known = self._subjects.get(index)
        if known is None:
            known = self._subjects[index] = is_subject(self, index)
        return known

    def says(self, index: int) -> bool:
        """Whether a verb of saying follows a mention; asked once for each."""
        known = self._says.get(index)
        if known is None:
            known = self._says[index] = says(self, index)
        return known

    def case(self, index: int) -> str:
        """Case of a pronoun, "" for other mentions; asked once for each."""
        known = self._cases.get(index)
        if known is None:
            known = self._cases[index] = pronoun_case(self, index)
        return known


@define(kw_only=True, eq=False)
class Candidate:
    """An entity that a pronoun may mean, seen through its nearest mention.

    Attributes:
        thread: The entity.
        mention: Index of its nearest mention before the pronoun.
        rank: How many candidates are nearer.
        pronoun: Index of the pronoun.
        sentences: Sentence breaks between the two.
        beside: Indices of its mentions in the sentence of the nearest, the nearest first.
        near: How many of its mentions stand in the window before the pronoun.
    """

    thread: Thread
    mention: int
    rank: int
    pronoun: int
    sentences: int
    beside: list[int]
    near: int = 1
    place: Place | None = None


def same_sentence(_scene: Scene, candidate: Candidate) -> float:
    """In the same sentence: "Holm said he would go"."""
    return float(candidate.sentences == 0)


def previous_sentence(_scene: Scene, candidate: Candidate) -> float:
    """In the sentence before: "Holm left. He was tired"."""
    return float(candidate.sentences == 1)


def same_paragraph(scene: Scene, candidate: Candidate) -> float:
    """In the same paragraph."""
    return float(paragraph_of(scene, candidate.mention) == paragraph_of(scene, candidate.pronoun))


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


def addressee(scene: Scene, candidate: Candidate) -> float:
    """Its nearest mention is spoken to: "told Reyes that he"."""
    return float(word_before(scene, candidate.mention) in _ADDRESS)


def coargument(scene: Scene, candidate: Candidate) -> float:
    """Subject and object of one verb, which are two persons: "Holm saw him"."""
    case = scene.case(candidate.pronoun)
    first, last = scene.mentions[candidate.mention].head, scene.mentions[candidate.pronoun].head
    if case != "object" or candidate.sentences or last - first > _NEAR:
        return 0.0
    if not scene.is_subject(candidate.mention):
        return 0.0
    return float(_CLAUSE_BREAKS.isdisjoint(scene.analysis.lowers[first + 1 : last]))


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


def recent(_scene: Scene, candidate: Candidate) -> float:
    """How much the text has just spoken of it."""
    return log1p(candidate.near)


def prominent(_scene: Scene, candidate: Candidate) -> float:
    """How often the whole text names it."""
    return log1p(candidate.thread.named)


def stands_after(scene: Scene, candidate: Candidate) -> float:
    """The rest of the sentence mentions it, so it is another: "he said, turning to Ruiz"."""
    of, mentions = scene.analysis.sentence_of, scene.mentions
    first, sentence = candidate.pronoun + 1, of[mentions[candidate.pronoun].head]
    return float(
        any(
            scene.threads.get(index) is candidate.thread
            and mentions[index].quoted is None
            and of[mentions[index].head] == sentence
            for index in range(first, min(first + settings.MENTIONS_AFTER, len(mentions)))
        )
    )


def gender_shown(scene: Scene, candidate: Candidate) -> float:
    """Its gender is known and agrees."""
    wanted = scene.mentions[candidate.pronoun].gender
    return float(wanted is not Gender.UNKNOWN and candidate.thread.gender is wanted)


def same_pronoun(scene: Scene, candidate: Candidate) -> float:
    """Its nearest mention is a pronoun of the same gender: "he" after "he"."""
    one = scene.mentions[candidate.mention]
    other = scene.mentions[candidate.pronoun]
    same = one.gender is other.gender and one.number is other.number
    return float(same and one.reference is Reference.PRONOUN)


def name(scene: Scene, candidate: Candidate) -> float:
    """Its nearest mention is a name."""
    return float(scene.mentions[candidate.mention].reference is Reference.NAME)


def quoted(scene: Scene, candidate: Candidate) -> float:
    """Its nearest mention stands outside quotations and the pronoun inside one."""
    outside = scene.mentions[candidate.mention].quoted is None
    return float(outside and scene.mentions[candidate.pronoun].quoted is not None)


def sentences(_scene: Scene, candidate: Candidate) -> float:
    """How many sentences lie between, up to eight."""
    return float(min(8, candidate.sentences))


def tokens(scene: Scene, candidate: Candidate) -> float:
    """How many tokens lie between, as a logarithm."""
    one, other = scene.mentions[candidate.mention], scene.mentions[candidate.pronoun]
    return log1p(max(0, other.head - one.head))


def rank(_scene: Scene, candidate: Candidate) -> float:
    """How many other candidates are nearer."""
    return float(candidate.rank)


def unnamed(_scene: Scene, candidate: Candidate) -> float:
    """It has no name."""
    return float(candidate.thread.kind is SpeakerKind.UNNAMED)


def single(scene: Scene, candidate: Candidate) -> float:
    """One person or organisation for "they"."""
    wanted = scene.mentions[candidate.pronoun].number
    return float(wanted is Number.PLURAL and candidate.thread.number is Number.SINGULAR)


FEATURES: Final[Mapping[str, Callable[[Scene, Candidate], float]]] = {
    feature.__name__: feature
    for feature in (
        same_sentence,
        previous_sentence,
        same_paragraph,
        subject,
        subject_to_subject,
        first_in_sentence,
        source,
        last_source,
        source_to_source,
        both_say,
        possessor,
        owner_in_sentence,
        addressee,
        coargument,
        reflexive,
        speaks_here,
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
        single,
    )
}
"""What is weighed; the weights stand in pronoun_weights.json under the same names."""


def paragraph_of(scene: Scene, index: int) -> int:
    """The paragraph of a mention."""
    return scene.analysis.paragraph_at(scene.mentions[index].start)


def speakers_here(scene: Scene, index: int) -> tuple[Thread, ...]:
    """Named speakers of the paragraph of a mention, else who spoke last."""
    named = scene.speakers.get(paragraph_of(scene, index), ())
    return named or (() if scene.last_source is None else (scene.last_source,))


def says(scene: Scene, index: int) -> bool:
    """Whether a verb of saying follows a mention: "They have said", "Holm then warned"."""
    lowers = scene.analysis.lowers
    after = scene.analysis.token_at(scene.mentions[index].end)
    for low in lowers[after : after + 3]:
        if low in vocabulary.reporting_forms():
            return True
        if low not in words("function_words") and not low.endswith("ly"):
            return False
    return False


def word_before(scene: Scene, index: int) -> str:
    """The word before a mention, in lower case."""
    token = scene.analysis.token_at(scene.mentions[index].start)
    return scene.analysis.lowers[token - 1] if token else ""


def is_first(scene: Scene, index: int) -> bool:
    """Whether a mention is the first of its sentence."""
    if index == 0:
        return True
    of = scene.analysis.sentence_of
    return of[scene.mentions[index].head] != of[scene.mentions[index - 1].head]


def pronoun_case(scene: Scene, index: int) -> str:
    """Case of a pronoun; "her" is possessive before a noun."""
    head = scene.mentions[index].head
    low = scene.analysis.lowers[head]
    if low == "her":
        after = scene.analysis.lowers[head + 1] if head + 1 < len(scene.analysis) else "."
        owner = after[:1].isalpha() and after not in words("function_words")
        return "possessive" if owner else "object"
    form = vocabulary.pronouns().get(low)
    return "" if form is None else form.case


def is_subject(scene: Scene, index: int) -> bool:
    """Whether a mention is a subject, by the tree or else by its place."""
    mention = scene.mentions[index]
    analysis = scene.analysis
    if mention.reference is Reference.PRONOUN:
        form = vocabulary.pronouns()[analysis.lowers[mention.head]]
        if form.case != "subject" or form.person == 2:
            return False
        if form.gender is not Gender.NEUTER:
            return True
    if index in scene.is_source:
        return True
    if analysis.has(Layer.TREE):
        inside = analysis.tokens(mention.start, mention.end)[: settings.LONGEST_SUBJECT]
        return any(analysis.relations[token] in SUBJECTS for token in inside)
    before = word_before(scene, index)
    return before not in words("prepositions") and before not in _ADDRESS and is_first(scene, index)


def owns(scene: Scene, index: int) -> bool:
    """Whether a mention is a possessive: "his", "Holm's"."""
    mention = scene.mentions[index]
    if mention.reference is Reference.PRONOUN:
        return scene.case(index) == "possessive"
    after = scene.analysis.text[mention.end : mention.end + 2]
    return after[:1] in ("'", "’") and after[1:2] in ("s", "", " ")
