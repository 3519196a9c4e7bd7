"""Whom a pronoun means: candidates, what speaks for each, and a linear score of it."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from math import log1p
from typing import TYPE_CHECKING

from attrs import define

from quoteattr.analysis import Layer, Relation
from quoteattr.coreference import settings, vocabulary
from quoteattr.datatypes import Reference, SpeakerKind
from quoteattr.lexicon import words
from quoteattr.records import Gender, Number

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from quoteattr.analysis import Analysis
    from quoteattr.coreference.threads import Thread
    from quoteattr.records import Mention, QuotedSpan

_ADDRESS = frozenset({"told", "asked", "informed", "reminded", "warned", "assured", "urged"}) | {
    "to"
}
_SUBJECTS = frozenset({Relation.SUBJECT, Relation.PASSIVE_SUBJECT})


@define(kw_only=True)
class Scene:
    """What stands around the pronouns of one text."""

    analysis: Analysis
    mentions: Sequence[Mention]
    quoted: Sequence[QuotedSpan]
    is_source: frozenset[int]
    threads: dict[int, Thread]
    last_source: Thread | None = None


@define(kw_only=True, eq=False)
class Candidate:
    """An entity that a pronoun may mean, seen through its nearest mention."""

    thread: Thread
    mention: int
    rank: int
    pronoun: int


def same_sentence(scene: Scene, candidate: Candidate) -> float:
    """In the same sentence: "Holm said he would go"."""
    return float(sentences_between(scene, candidate) == 0)


def previous_sentence(scene: Scene, candidate: Candidate) -> float:
    """In the sentence before: "Holm left. He was tired"."""
    return float(sentences_between(scene, candidate) == 1)


def same_paragraph(scene: Scene, candidate: Candidate) -> float:
    """In the same paragraph."""
    analysis = scene.analysis
    one = scene.mentions[candidate.mention].start
    return float(
        analysis.paragraph_at(one) == analysis.paragraph_at(scene.mentions[candidate.pronoun].start)
    )


def subject(scene: Scene, candidate: Candidate) -> float:
    """Its nearest mention is a subject: not "Ruiz" in "Holm met Ruiz. He smiled"."""
    return float(is_subject(scene, candidate.mention))


def first_in_sentence(scene: Scene, candidate: Candidate) -> float:
    """Its nearest mention is the first of its sentence."""
    return float(is_first(scene, candidate.mention))


def source(scene: Scene, candidate: Candidate) -> float:
    """Its nearest mention is the source of a quotation."""
    return float(candidate.mention in scene.is_source)


def last_source(scene: Scene, candidate: Candidate) -> float:
    """It was the last to speak."""
    return float(scene.last_source is candidate.thread)


def source_to_source(scene: Scene, candidate: Candidate) -> float:
    """It was the last to speak and the pronoun speaks: “No,” Holm said. ... “Never,” he added."""
    return float(scene.last_source is candidate.thread and candidate.pronoun in scene.is_source)


def possessor(scene: Scene, candidate: Candidate) -> float:
    """Its nearest mention only owns something: "Holm's office", "his office"."""
    return float(owns(scene, candidate.mention))


def addressee(scene: Scene, candidate: Candidate) -> float:
    """Its nearest mention is spoken to: "told Reyes that he"."""
    return float(word_before(scene, candidate.mention) in _ADDRESS)


def frequency(scene: Scene, candidate: Candidate) -> float:
    """How much the text has spoken of it so far."""
    return log1p(candidate.thread.seen)


def gender_shown(scene: Scene, candidate: Candidate) -> float:
    """Its gender is known and agrees."""
    wanted = scene.mentions[candidate.pronoun].gender
    return float(wanted is not Gender.UNKNOWN and candidate.thread.gender is wanted)


def same_pronoun(scene: Scene, candidate: Candidate) -> float:
    """Its nearest mention is a pronoun of the same gender: "he" after "he"."""
    one = scene.mentions[candidate.mention]
    other = scene.mentions[candidate.pronoun]
    return float(
        one.reference is Reference.PRONOUN
        and one.gender is other.gender
        and one.number is other.number
    )


def name(scene: Scene, candidate: Candidate) -> float:
    """Its nearest mention is a name."""
    return float(scene.mentions[candidate.mention].reference is Reference.NAME)


def quoted(scene: Scene, candidate: Candidate) -> float:
    """Its nearest mention stands inside a quotation and the pronoun outside."""
    return float(
        scene.mentions[candidate.mention].quoted is not None
        and scene.mentions[candidate.pronoun].quoted is None
    )


def sentences(scene: Scene, candidate: Candidate) -> float:
    """How many sentences lie between, up to eight."""
    return float(min(8, sentences_between(scene, candidate)))


def rank(scene: Scene, candidate: Candidate) -> float:
    """How many other candidates are nearer."""
    return float(candidate.rank)


def unnamed(scene: Scene, candidate: Candidate) -> float:
    """It has no name."""
    return float(candidate.thread.kind is SpeakerKind.UNNAMED)


def kind_doubtful(scene: Scene, candidate: Candidate) -> float:
    """An organisation for "they", a single person for "they"."""
    wanted = scene.mentions[candidate.pronoun].number
    return float(wanted is Number.PLURAL and candidate.thread.number is Number.SINGULAR)


FEATURES: Mapping[str, Callable[[Scene, Candidate], float]] = {
    feature.__name__: feature
    for feature in (
        same_sentence,
        previous_sentence,
        same_paragraph,
        subject,
        first_in_sentence,
        source,
        last_source,
        source_to_source,
        possessor,
        addressee,
        frequency,
        gender_shown,
        same_pronoun,
        name,
        quoted,
        sentences,
        rank,
        unnamed,
        kind_doubtful,
    )
}
"""What speaks for or against a candidate; the weights stand in pronoun_weights.json."""


@cache
def weights() -> Mapping[str, float]:
    """The weight of each feature.

    Raises:
        KeyError: The file and the table of features do not name the same features.
    """
    path = files("quoteattr.coreference") / "pronoun_weights.json"
    read: dict[str, float] = json.loads(path.read_text(encoding="utf-8"))
    if set(read) != set(FEATURES):
        raise KeyError(*sorted(set(read) ^ set(FEATURES)))
    return read


def score(scene: Scene, candidate: Candidate) -> float:
    """The weighted sum of a candidate's features."""
    known = weights()
    return sum(known[key] * feature(scene, candidate) for key, feature in FEATURES.items())


def bind(scene: Scene, pronoun: int) -> Thread | None:
    """The entity that the pronoun at index *pronoun* of the mentions most likely means."""
    found = candidates(scene, pronoun)
    if not found:
        return None
    return max(found, key=lambda candidate: score(scene, candidate)).thread


def candidates(scene: Scene, pronoun: int) -> list[Candidate]:
    """Entities in the window before the pronoun that agree with it, nearest first."""
    mentions = scene.mentions
    wanted = mentions[pronoun]
    found: list[Candidate] = []
    seen: set[int] = set()
    index = pronoun - 1
    while index >= 0 and len(found) < settings.CANDIDATES:
        mention = mentions[index]
        if wanted.head - mention.head > settings.WINDOW:
            break
        thread = scene.threads.get(index)
        if thread is not None and thread.index not in seen and reachable(scene, index, pronoun):
            seen.add(thread.index)
            if agrees(thread, wanted):
                found.append(
                    Candidate(thread=thread, mention=index, rank=len(found), pronoun=pronoun)
                )
        index -= 1
    return found


def reachable(scene: Scene, index: int, pronoun: int) -> bool:
    """Whether a mention may be an antecedent by its place.

    Not one inside a quotation for a pronoun outside, not the other half of "Holm and he".
    """
    one, other = scene.mentions[index], scene.mentions[pronoun]
    if other.quoted is None and one.quoted is not None:
        return False
    between = scene.analysis.text[one.end : other.start]
    return between.strip().lower() not in ("and", "or", "nor", "&", ", and")


def agrees(thread: Thread, pronoun: Mention) -> bool:
    """Whether number, gender and kind of an entity allow the pronoun."""
    if pronoun.gender is Gender.NEUTER:
        return thread.number is Number.SINGULAR and thread.kind in (
            SpeakerKind.ORGANIZATION,
            SpeakerKind.DOCUMENT,
        )
    if pronoun.number is Number.PLURAL:
        return thread.kind is not SpeakerKind.DOCUMENT
    if thread.kind not in (SpeakerKind.PERSON, SpeakerKind.UNNAMED):
        return False
    if thread.number is Number.PLURAL:
        return False
    return Gender.UNKNOWN in (thread.gender, pronoun.gender) or thread.gender is pronoun.gender


def sentences_between(scene: Scene, candidate: Candidate) -> int:
    """Sentence breaks between the nearest mention and the pronoun."""
    of = scene.analysis.sentence_of
    return of[scene.mentions[candidate.pronoun].head] - of[scene.mentions[candidate.mention].head]


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
        return analysis.relations[mention.head] in _SUBJECTS
    return word_before(scene, index) not in words("prepositions") | _ADDRESS and is_first(
        scene, index
    )


def owns(scene: Scene, index: int) -> bool:
    """Whether a mention is a possessive: "his", "Holm's"."""
    mention = scene.mentions[index]
    if mention.reference is Reference.PRONOUN:
        low = scene.analysis.lowers[mention.head]
        if low == "her":
            after = mention.head + 1
            next_word = scene.analysis.lowers[after] if after < len(scene.analysis) else "."
            return next_word[:1].isalpha() and next_word not in words("function_words")
        return vocabulary.pronouns()[low].case == "possessive"
    after = scene.analysis.text[mention.end : mention.end + 2]
    return after[:1] in ("'", "’") and after[1:2] in ("s", "", " ")
