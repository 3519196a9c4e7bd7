"""Who the sentences before a description are about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr.analysis import Relation
from quoteattr.coreference import settings
from quoteattr.coreference.names.variants import agree
from quoteattr.coreference.roles.fitting import contradicts, holds_another_office
from quoteattr.coreference.threads import latest
from quoteattr.datatypes import MARKS, Reference, SpeakerKind
from quoteattr.grammar import SUBJECTS
from quoteattr.records import SOMEBODY, Number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quoteattr.coreference.pronouns.scene import Scene
    from quoteattr.coreference.threads import Role, Thread

_SERVANTS: Final = frozenset({"aide", "spokesperson", "journalist"})
_GIVERS: Final = frozenset({"from", "by"})


def subject_alone(scene: Scene, i: int, role: Role, *, nameless: bool = False) -> Thread | None:
    """The person who alone is the subject of the sentence before description *i*.

    With a name, unless one who came *nameless* is asked for: "A smith wept. “No,” the man said."

    Or who gives what it tells: "It drew a reply from Ada Holm. “No,” the mayor said." Of the
    nameless who speaks comes before who is spoken of: "One witness said a thief ran. The man said".
    A pronoun may mean them before: "Ada Holm left. Asked if she was ill, the mayor said".
    """
    mentions, sentences = scene.mentions, scene.sentences
    here = before = sentences[i]
    best: Thread | None = None
    says = False
    meant: Thread | None = None
    for j in range(i - 1, -1, -1):
        sentence = sentences[j]
        if sentence < here - settings.SENTENCES_BACK or (before < here and sentence != before):
            break
        thread = scene.threads.get(j)
        if thread is None or mentions[j].quoted is not None or not _is_one(thread):
            continue
        if sentence == here:
            if mentions[j].reference is not Reference.PRONOUN or meant not in (None, thread):
                return None
            meant = thread
            continue
        if _has_turn(scene, j):
            return None
        speaks = _acts(scene, j) or scene.words_before[j] in _GIVERS
        if not speaks or not agree(scene.mentions[i].gender, thread.gender):
            continue
        speaks = nameless and j in scene.is_source
        if best is not None and thread is not best and speaks is says:
            return None
        if best is None or speaks:
            best, before, says = thread, sentence, speaks
    if best is None or meant not in (None, best) or holds_another_office(best, role):
        return None
    if nameless:
        return best if _is_new(scene, i, best) else None
    return best if _may_be(scene, i, role, best) else None


def brought_in_before(scene: Scene, i: int) -> Thread | None:
    """Whom alone the sentence before names as new: "Holm said Ek was hurt. The 21-year-old said".

    A description by age may be theirs, not that of who was known before and spoke of them.
    """
    found: Thread | None = None
    for j in range(i - 1, -1, -1):
        back = scene.sentences[i] - scene.sentences[j]
        if back > 1:
            break
        thread = scene.threads.get(j)
        if back == 0 or thread is None or thread.kind is not SpeakerKind.PERSON:
            continue
        if thread.mentions[0] == j and scene.mentions[j].quoted is None:
            if found is not None:
                return None
            found = thread
    if found is None or not agree(scene.mentions[i].gender, found.gender):
        return None
    return found if scene.paragraphs[found.mentions[0]] == scene.paragraphs[i] else None


def _acts(scene: Scene, j: int) -> bool:
    """Whether a mention is a subject, or joined to one: "Ada Holm sang and | Rita Quist danced"."""
    if scene.is_subject(j):
        return True
    analysis, mention = scene.analysis, scene.mentions[j]
    joined = (
        analysis.heads[token]
        for token in analysis.tokens(mention.start, mention.end)
        if analysis.relations[token] is Relation.CONJUNCT
    )
    return any(analysis.relations[token] in SUBJECTS for token in joined)


def _has_turn(scene: Scene, j: int) -> bool:
    """Whether a name opens a turn, after which another speaks: "Mr. Holm: “No.” The mayor said"."""
    text, end = scene.analysis.text, scene.mentions[j].end
    return text.startswith(": ", end) and text[end + 2 : end + 3] in MARKS


def _is_new(scene: Scene, i: int, thread: Thread) -> bool:
    """Whether somebody without a name came in the same paragraph: "A smith wept. The man said"."""
    here, last = scene.paragraphs[i], latest(thread.mentions, i)
    came = scene.paragraphs[last]
    return thread.kind is SpeakerKind.UNNAMED and came == here


def _is_one(thread: Thread) -> bool:
    """Whether an entity is one person, with a name or without."""
    return thread.kind in SOMEBODY and thread.number is Number.SINGULAR


def native_before(scene: Scene, i: int, role: Role) -> Thread | None:
    """Who is said to be from there: "Her Finnish counterpart, Holm, left. The Finnish leader"."""
    head = scene.mentions[i].head
    for j in range(i - 1, -1, -1):
        if head - scene.mentions[j].head > settings.NEAR_TOKENS:
            return None
        thread = scene.threads.get(j)
        told = thread is not None and any(
            role.countries & known.countries for known in thread.roles
        )
        if thread is not None and told and _may_be(scene, i, role, thread):
            return thread
    return None


def subject_before(scene: Scene, i: int, role: Role) -> Thread | None:
    """The person who is the subject of the nearest sentence before that has one.

    Or who alone is named in a nearer one: "It drew a reply from Ada Holm. The Oslo mayor said".
    """
    for told in _sentences_before(scene, i):
        subjects = [scene.threads[j] for j in reversed(told) if scene.is_subject(j)]
        named = {scene.threads[j].index: scene.threads[j] for j in told}
        alone = [one for one in named.values() if one.kind is SpeakerKind.PERSON]
        for thread in subjects or alone[: len(alone) == 1]:
            if may_hold(scene, i, role, thread):
                return thread
    return None


def _sentences_before(scene: Scene, i: int) -> Iterator[list[int]]:
    """The mentions of each sentence before that of *i*, outside quotations, the nearest first."""
    mentions, sentences = scene.mentions, scene.sentences
    place, told = sentences[i], list[int]()
    for j in range(i - 1, -1, -1):
        if mentions[i].head - mentions[j].head > settings.NEAR_TOKENS:
            break
        if j not in scene.threads or mentions[j].quoted is not None:
            continue
        sentence = sentences[j]
        if sentence != place:
            if told:
                yield told
            place, told = sentence, []
        if sentence != sentences[i]:
            told.append(j)
    if told:
        yield told


def may_hold(scene: Scene, i: int, role: Role, thread: Thread) -> bool:
    """Whether somebody may be whom *i* means and is not known by another office."""
    return _may_be(scene, i, role, thread) and not holds_another_office(thread, role)


def _may_be(scene: Scene, i: int, role: Role, thread: Thread) -> bool:
    """Whether somebody with a name can be whom description *i* means, as far as the text tells.

    Who serves a politician is none: not Ada Holm, "a former adviser", by "the Velm senator".
    """
    serving = (one for one in thread.roles if one.group in _SERVANTS and one.noun != "deputy")
    if "politician" in role.broader and any(serving):
        return False
    gender = scene.mentions[i].gender
    named = thread.kind is SpeakerKind.PERSON and bool(thread.name)
    return named and agree(gender, thread.gender) and not contradicts(thread, role)
