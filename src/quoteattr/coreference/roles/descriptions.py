"""Whom a description means: somebody with that role, an earlier description, an organisation."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from quoteattr.coreference import settings, vocabulary
from quoteattr.coreference.names.titles import is_courtesy
from quoteattr.coreference.names.variants import agree
from quoteattr.coreference.roles.fitting import (
    is_of_another_body,
    match,
    owned_by_another,
    repeats,
)
from quoteattr.coreference.roles.nameless import stays_nameless
from quoteattr.coreference.roles.reading import read_role
from quoteattr.coreference.roles.wording import (
    ANAPHORS,
    NEW,
    OTHER,
    content_words,
    key_of,
    names_owner,
    without_origin,
)
from quoteattr.coreference.threads import latest
from quoteattr.datatypes import Reference, SpeakerKind
from quoteattr.lexicon import words
from quoteattr.records import SOMEBODY, Number

if TYPE_CHECKING:
    from collections.abc import Set

    from quoteattr.coreference.roles.directory import Directory
    from quoteattr.coreference.threads import Role, Thread

_RESEARCHERS = frozenset({"researcher", "researchers", "scientist", "scientists", "author", "team"})
_LORDS = frozenset({"lord", "lady"})
_NO_LORDS = frozenset({"duke", "duchess", "prince", "princess", "king", "queen"})
"""Who is never called "Lord" or "Lady"."""
_APART = frozenset({"combined", "merged", "rival"})
"""Words for another firm than "the company" a report is about."""
_BODY_PARTS = frozenset({"head"})


def described_before(
    directory: Directory, i: int, written: str, owner: Thread | None
) -> Thread | None:
    """The entity that description *i*, written so, means; None when nothing before fits.

    *owner* is whom a pronoun that it begins with means.
    """
    mention = directory.mentions[i]
    first = written.split(" ", 1)[0].lower()
    phrase = key_of(written)
    if first in NEW or written.lower() in ANAPHORS:
        return None
    if phrase.partition(" ")[0] in OTHER:
        return directory.called(phrase)
    spared = mention.end <= directory.headline_end and first not in vocabulary.determiners()
    definite = first in vocabulary.determiners("definite") or " " not in written or spared
    owned = first in vocabulary.determiners("possessive") or names_owner(written)
    found: Thread | None = None
    if mention.kind is SpeakerKind.UNNAMED and (definite or owned):
        found = _first_of_several(directory, i, read_role(written))
        found = found or _holder(directory, i, read_role(written), owner, owned=owned)
    named = definite and mention.kind is not SpeakerKind.GROUP
    body = without_origin(phrase)
    if found is None and named:
        found = directory.bodies.named_with(i, body)
    found = found or _earlier(directory, i, phrase, written)
    if found is not None and _is_only_quoted(directory, found, i):
        found = None
    if found is None and definite and phrase in words("team_nouns"):
        found = _team(directory, i)
    return directory.bodies.most_named(i, body) if found is None and named else found


def _is_only_quoted(directory: Directory, thread: Thread, i: int) -> bool:
    """Whether nobody but those quoted spoke of somebody without a name: “It was the boy”.

    Who is called by a title is there: “Anything, Corporal?” asked Holm. “No,” said the corporal.
    """
    if thread.kind is not SpeakerKind.UNNAMED or directory.mentions[i].quoted is not None:
        return False
    said = [directory.mentions[j].quoted is not None for j in thread.mentions[: settings.HOLDERS]]
    called = any(_is_called(directory, j) for j in thread.mentions[: settings.HOLDERS])
    return bool(said) and all(said) and not called


def _is_called(directory: Directory, i: int) -> bool:
    """Whether a title alone calls somebody: “Anything, Corporal?”"""
    mention, text = directory.mentions[i], directory.analysis.text
    title = text[mention.start : mention.end]
    return (
        title.istitle()
        and title.isalpha()
        and text[max(0, mention.start - 2) : mention.start] == ", "
    )


def _holder(
    directory: Directory, i: int, wanted: Role | None, owner: Thread | None, *, owned: bool
) -> Thread | None:
    """Whoever has the role: the most fitting, then the nearest."""
    if wanted is None or (owned and wanted.noun in _BODY_PARTS):
        return None
    gender = directory.mentions[i].gender
    best, chosen = settings.ROLE_FIT, None
    nameless = stays_nameless(directory.analysis, directory.mentions[i])
    for thread in directory.bearers(wanted):
        if nameless and thread.kind is SpeakerKind.PERSON:
            continue
        if thread is owner or not agree(gender, thread.gender):
            continue
        if _is_told_of(directory, i, thread):
            continue
        near = _latest_told(directory, thread, i)
        unknown = wanted.countries and not _is_of(thread, wanted.countries)
        if unknown and (owned or near < 0):
            continue  # Poland's president, of whom nothing was told
        ahead = near < 0 and (owned or _is_definite(directory, i))
        bare = thread.kind is SpeakerKind.UNNAMED
        if not bare and _is_one_of_several(directory, i, wanted, thread):
            continue
        fitting = [
            role
            for role in thread.roles[-settings.HOLDERS :]
            if (not bare or repeats(wanted, role))
            and not (owned and role.is_title and is_courtesy(role.noun))  # his lady
            and not (wanted.noun in _NO_LORDS and role.noun in _LORDS)
            and (owner is None or not owned_by_another(role, owner))
            and not (ahead and is_of_another_body(wanted, role, owned=owned))
        ]
        fits = [match(wanted, role) for role in fitting]
        if owned and near < 0 and all(role.group != wanted.group for role in fitting):
            continue  # her tutor, before a professor is named
        if _is_newer_body(owner, near):
            continue
        fit = max(fits, default=0.0) - _distance(directory, near, i)
        if fit > best:
            best, chosen = fit, thread
    return chosen


def _first_of_several(directory: Directory, i: int, wanted: Role | None) -> Thread | None:
    """Who came first of several: "One aide wept. A second aide left. The first aide"."""
    if wanted is None or wanted.modifiers != {"first"}:
        return None
    listed = [thread for thread, _ in directory.introduced(directory.noun(i))]
    same = [
        thread
        for thread in directory.bearers(wanted)
        if any(role.noun == wanted.noun for role in thread.roles)
    ]
    several = listed and len(same) > 1 and listed[0].kind is SpeakerKind.UNNAMED
    return listed[0] if several else None


def _is_told_of(directory: Directory, i: int, thread: Thread) -> bool:
    """Whether a speaker tells of somebody by name: "The minister said that Holm was late"."""
    analysis, mentions = directory.analysis, directory.mentions
    verb = analysis.token_at(mentions[i].end)
    if "".join(analysis.lowers[verb : verb + 1]) not in vocabulary.reporting_forms():
        return False
    at = bisect_left(thread.mentions, i + 1)
    return any(
        mentions[j].reference is Reference.NAME
        and mentions[j].quoted is None
        and mentions[j].start >= mentions[i].end
        and analysis.sentence_of[mentions[j].head] == analysis.sentence_of[mentions[i].head]
        for j in thread.mentions[at : at + 1]
    )


def _is_newer_body(owner: Thread | None, near: int) -> bool:
    """Whether a body came in after somebody: "Its director", of a rival named after Ada Holm."""
    if owner is None or owner.kind is not SpeakerKind.ORGANIZATION:
        return False
    return 0 <= near < owner.mentions[0]


def _is_definite(directory: Directory, i: int) -> bool:
    analysis = directory.analysis
    return analysis.lowers[analysis.token_at(directory.mentions[i].start)] == "the"


def _is_one_of_several(directory: Directory, i: int, wanted: Role, thread: Thread) -> bool:
    """Whether several came after a name: "Lee, an envoy, left. Officials wept. The official".

    Not where somebody is said to be one in the same words.
    """
    listed = directory.introduced(wanted.noun)
    several = [group for group, _ in listed if group.number is Number.PLURAL]
    if not several or any(role.noun == wanted.noun for role in thread.roles):
        return False
    at = bisect_left(thread.mentions, i)
    before = thread.mentions[max(0, at - settings.NOMINAL_WINDOW) : at]
    pronoun = Reference.PRONOUN
    near = next((j for j in reversed(before) if directory.mentions[j].reference is not pronoun), -1)
    return any(latest(group.mentions, i) > near for group in several)


def _latest_told(directory: Directory, thread: Thread, i: int) -> int:
    """Index of the latest mention before *i*, rather not in the words of *i*: “He said no.”"""
    near = latest(thread.mentions, i)
    if near < 0 or directory.mentions[i].quoted is not None:
        return near
    told = latest(thread.mentions, near) if directory.mentions[near].quoted is not None else near
    return told if told >= 0 else near


def _distance(directory: Directory, near: int, i: int) -> float:
    """How much the way to the nearest mention counts against somebody."""
    if near < 0:
        return settings.LATER_COST
    tokens = directory.mentions[i].head - directory.mentions[near].head
    return min(settings.FAR_COST, tokens / settings.FAR_TOKENS)


def _earlier(directory: Directory, i: int, phrase: str, written: str) -> Thread | None:
    """An earlier description in the same words, or for "the official" with the same noun."""
    same = directory.called(phrase)
    if same is not None:
        return same
    if not written.lower().startswith(("the ", "this ", "that ")):
        return None
    if directory.bodies.is_elsewhere(i):
        return None  # The Danish government wept. The government in Velm
    wanted = read_role(written)
    for thread, role in reversed(directory.introduced(directory.noun(i))):
        if thread.number is not directory.mentions[i].number:
            continue
        if wanted is None or role is None:
            more = content_words(thread.name) - content_words(written)
            if content_words(written) <= content_words(thread.name) and more.isdisjoint(_APART):
                return thread
        elif repeats(wanted, role):
            return thread
    return None


def _team(directory: Directory, i: int) -> Thread | None:
    """The researchers that "the team" or "the scientists" are: the group named last."""
    for j in range(i - 1, max(-1, i - settings.NOMINAL_WINDOW), -1):
        thread = directory.thread_of.get(j)
        if thread is None or directory.mentions[j].number is not Number.PLURAL:
            continue
        is_other = OTHER.isdisjoint(thread.name.lower().split()[:1]) is False
        nominal = directory.mentions[j].reference is Reference.NOMINAL
        if nominal and not is_other and directory.noun(j) in _RESEARCHERS:
            return thread
    return None


def labelled(directory: Directory, i: int, written: str, others: Set[int]) -> Thread:
    """Who a role before a turn means: "CLERK:"; "Speaker 2:" is nobody else's label.

    Nor is who has a label by name, one of *others*, unless known by the very word: "Chair:", where
    "Ada Holm:" is a chief executive.
    """
    found = directory.called(key_of(written))
    if found is None and not written[-1].isdigit():
        found = described_before(directory, i, written, None)
        found = found if found is not None and found.kind in SOMEBODY else None
        if found is not None and found.index in others:
            noun = directory.noun(i)
            found = found if any(role.noun == noun for role in found.roles) else None
    return found or directory.introduce(i, written)


def _is_of(thread: Thread, countries: frozenset[str]) -> bool:
    """Whether the text tells that somebody is of one of *countries*."""
    return any(role.countries & countries for role in thread.roles)
