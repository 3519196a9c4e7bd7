"""What a mention is in its sentence: its subject, an owner, somebody who says something."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr.analysis import NOUN_TAGS, Layer, Relation
from quoteattr.coreference import settings, vocabulary
from quoteattr.datatypes import Reference
from quoteattr.grammar import SUBJECTS
from quoteattr.lexicon import words
from quoteattr.records import HE_OR_SHE, SOMEBODY, Gender

if TYPE_CHECKING:
    from quoteattr.analysis import Analysis
    from quoteattr.coreference.pronouns.scene import Scene
    from quoteattr.coreference.threads import Thread
    from quoteattr.records import Mention

_DEEDS: Final = frozenset({"VBD", "VBZ"})
_ACTING: Final = SUBJECTS | {Relation.OBJECT, Relation.INDIRECT_OBJECT, Relation.OBLIQUE}
ADDRESS: Final = frozenset(
    {"told", "asked", "informed", "reminded", "warned", "assured", "urged", "to"}
)
"""Words before somebody who is spoken to."""


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


def speaks_as_one(scene: Scene, index: int) -> bool:
    """Whether *he* or *she* is the source of words, in the reporter's text: “No,” he said."""
    mention = scene.mentions[index]
    single = mention.gender in HE_OR_SHE and index in scene.is_source
    return single and mention.quoted is None


def is_first(scene: Scene, index: int) -> bool:
    """Whether a mention is the first of its sentence."""
    return index == 0 or scene.sentences[index] != scene.sentences[index - 1]


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
        acts = not SUBJECTS.isdisjoint(analysis.relations[inside.start : inside.stop])
        return acts or _opens_deed(analysis, mention)
    before = scene.words_before[index]
    return before not in words("prepositions") and before not in ADDRESS and is_first(scene, index)


def _opens_deed(analysis: Analysis, mention: Mention) -> bool:
    """Whether the tree takes the subject for all of the sentence: "Her captain, Ada Holm, left"."""
    head = mention.head
    if analysis.relations[head] is not Relation.ROOT or analysis.tags[head] not in NOUN_TAGS:
        return False
    if analysis.starts[analysis.sentence_at(head)[0]] != mention.start:
        return False
    deeds = (token for token in analysis.children[head] if analysis.forms[token] in _DEEDS)
    return any(
        analysis.lowers[deed - 1] == "," or analysis.lowers[deed - 2 : deed] == [",", "then"]
        for deed in deeds
    )


def owner_in(scene: Scene, index: int) -> Thread | None:
    """Whose a mention is that begins with its owner: "her sister", "Holm's sister"."""
    inner = index + 1
    if inner >= len(scene.mentions) or scene.mentions[inner].start != scene.mentions[index].start:
        return None
    return scene.threads.get(inner) if owns(scene, inner) else None


def owns_subject(scene: Scene, index: int) -> bool:
    """Whether a mention opens one that is a subject: "his" in "His brother Juho", "His aide".

    The two may be of one gender: "her" in "Her teacher, Juho Rell," is another than "she" anyway.
    """
    around = index - 1
    if around < 0 or scene.mentions[around].start != scene.mentions[index].start:
        return False
    thread = scene.threads.get(around)
    if thread is None or thread.kind not in SOMEBODY:
        return False
    alike = thread.gender in (scene.mentions[index].gender, Gender.UNKNOWN)
    return alike and scene.is_subject(around)


def owns(scene: Scene, index: int) -> bool:
    """Whether a mention is a possessive: "his", "Holm's"."""
    mention = scene.mentions[index]
    if mention.reference is Reference.PRONOUN:
        return scene.case(index) == "possessive"
    after = scene.analysis.text[mention.end : mention.end + 2]
    return after[:1] in ("'", "’") and after[1:2] in ("s", "", " ")


def are_two(scene: Scene, i: int, described: Thread, other: Thread) -> bool:
    """Whether a clause before mention *i* tells of both: "Holm met the boy. “No,” said the boy".

    Then who is *described* is not the *other*.
    """
    mentions = scene.mentions
    for one in described.mentions[: settings.HOLDERS] if described is not other else ():
        if one >= i or mentions[one].quoted is not None:
            continue
        verbs = _verbs_of(scene.analysis, mentions[one])
        near = range(max(0, one - settings.MENTIONS_AFTER), one + settings.MENTIONS_AFTER)
        if verbs and any(
            scene.threads.get(two) is other
            and mentions[two].reference is not Reference.PRONOUN
            and not verbs.isdisjoint(_verbs_of(scene.analysis, mentions[two]))
            for two in near
        ):
            return True
    return False


def _verbs_of(analysis: Analysis, mention: Mention) -> set[int]:
    """The verb that tells what somebody does, or what is done to or with them."""
    tokens = analysis.tokens(mention.start, mention.end)[: settings.LONGEST_SUBJECT]
    return {analysis.heads[one] for one in tokens if analysis.relations[one] in _ACTING}
