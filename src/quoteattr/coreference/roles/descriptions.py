"""Whom a description means: somebody with that role, an earlier description, an organisation."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from attrs import define, evolve, field

from quoteattr.coreference import settings, vocabulary
from quoteattr.coreference.names.forms import is_courtesy
from quoteattr.coreference.names.variants import agree
from quoteattr.coreference.nominals.partitives import as_single
from quoteattr.coreference.roles.bodies import Bodies
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
from quoteattr.coreference.threads import Thread, latest
from quoteattr.datatypes import Reference, SpeakerKind
from quoteattr.lexicon import words
from quoteattr.records import SOMEBODY, Number

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from quoteattr.analysis import Analysis
    from quoteattr.coreference.threads import Role
    from quoteattr.records import Mention

_RESEARCHERS = frozenset({"researcher", "researchers", "scientist", "scientists", "author", "team"})
_FINAL = frozenset(".!?")
_AFTER_STOP = " \n\r”\"'’"
_TEENS = frozenset(map(str, range(13, 20)))
_LORDS = frozenset({"lord", "lady"})
_NO_LORDS = frozenset({"duke", "duchess", "prince", "princess", "king", "queen"})
"""Who is never called "Lord" or "Lady"."""
_APART = frozenset({"combined", "merged", "rival"})
"""Words for another firm than "the company" a report is about."""
_BODY_PARTS = frozenset({"head"})


@define(eq=False)
class Directory:
    """Who has which role, and which descriptions were used for whom.

    Attributes:
        analysis: The columns of the text.
        mentions: Its mentions.
        threads: Its entities so far.
        thread_of: The entity of each mention that has one.
    """

    analysis: Analysis
    mentions: Sequence[Mention]
    threads: list[Thread]
    thread_of: dict[int, Thread]
    _by_group: dict[str, list[Thread]] = field(factory=lambda: defaultdict(list))
    _by_phrase: dict[str, Thread] = field(factory=dict)
    _uses: dict[str, Counter[int]] = field(factory=lambda: defaultdict(Counter))
    _times: Counter[str] = field(factory=Counter)
    _by_head: dict[str, list[tuple[Thread, Role | None]]] = field(factory=lambda: defaultdict(list))

    def give(self, thread: Thread | None, role: Role | None) -> None:
        """Note a role of somebody."""
        if thread is None or role is None or role in thread.roles[-settings.HOLDERS :]:
            return
        thread.roles.append(role)
        for group in {role.group, *role.broader}:
            if thread not in self._by_group[group][-settings.HOLDERS :]:
                self._by_group[group].append(thread)
        if role.noun == "year-old" and not role.modifiers.isdisjoint(_TEENS):
            young = read_role("teenager")
            self.give(thread, young and evolve(young, text=""))

    def find(self, i: int, written: str, owner: Thread | None) -> Thread | None:
        """The entity that description *i*, written so, means; None when nothing before fits.

        *owner* is whom a pronoun that it begins with means.
        """
        mention = self.mentions[i]
        first = written.split(" ", 1)[0].lower()
        phrase = key_of(written)
        if first in NEW or written.lower() in ANAPHORS:
            return None
        if phrase.partition(" ")[0] in OTHER:
            return self._by_phrase.get(phrase)
        spared = mention.end <= self.headline_end and first not in vocabulary.determiners()
        definite = first in vocabulary.determiners("definite") or " " not in written or spared
        owned = first in vocabulary.determiners("possessive") or names_owner(written)
        found: Thread | None = None
        if mention.kind is SpeakerKind.UNNAMED and (definite or owned):
            found = self._holder(i, read_role(written), owner, owned=owned)
        named = definite and mention.kind is not SpeakerKind.GROUP
        body = without_origin(phrase)
        if found is None and named:
            found = self._bodies.named_with(i, body)
        found = found or self._earlier(i, phrase, written)
        if found is not None and self._is_only_quoted(found, i):
            found = None
        if found is None and definite and phrase in words("team_nouns"):
            found = self._team(i)
        return self._bodies.most_named(i, body) if found is None and named else found

    def _is_only_quoted(self, thread: Thread, i: int) -> bool:
        """Whether nobody but those quoted spoke of somebody without a name: “It was the boy”."""
        if thread.kind is not SpeakerKind.UNNAMED or self.mentions[i].quoted is not None:
            return False
        said = [self.mentions[j].quoted is not None for j in thread.mentions[: settings.HOLDERS]]
        return bool(said) and all(said)

    @cached_property
    def _bodies(self) -> Bodies:
        return Bodies(self.analysis, self.mentions, self.thread_of)

    def _holder(
        self, i: int, wanted: Role | None, owner: Thread | None, *, owned: bool
    ) -> Thread | None:
        """Whoever has the role: the most fitting, then the nearest."""
        if wanted is None or (owned and wanted.noun in _BODY_PARTS):
            return None
        gender = self.mentions[i].gender
        best, chosen = settings.ROLE_FIT, None
        nameless = stays_nameless(self.analysis, self.mentions[i])
        for thread in self._candidates(wanted):
            if nameless and thread.kind is SpeakerKind.PERSON:
                continue
            if thread is owner or not agree(gender, thread.gender):
                continue
            near = self._latest_told(thread, i)
            unknown = wanted.countries and not _is_of(thread, wanted.countries)
            if unknown and (owned or near < 0):
                continue  # Poland's president, of whom nothing was told
            ahead = near < 0 and (owned or self._is_definite(i))
            bare = thread.kind is SpeakerKind.UNNAMED
            if not bare and self._is_one_of_several(i, wanted, thread):
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
            fit = max(fits, default=0.0) - self._distance(near, i)
            if fit > best:
                best, chosen = fit, thread
        return chosen

    def _is_definite(self, i: int) -> bool:
        return self.analysis.lowers[self.analysis.token_at(self.mentions[i].start)] == "the"

    def _is_one_of_several(self, i: int, wanted: Role, thread: Thread) -> bool:
        """Whether several came after a name: "Lee, an envoy, left. Officials wept. The official".

        Not where somebody is said to be one in the same words.
        """
        listed = self._by_head.get(wanted.noun, [])[-settings.HOLDERS :]
        several = [group for group, _ in listed if group.number is Number.PLURAL]
        if not several or any(role.noun == wanted.noun for role in thread.roles):
            return False
        at = bisect_left(thread.mentions, i)
        before = thread.mentions[max(0, at - settings.NOMINAL_WINDOW) : at]
        pronoun = Reference.PRONOUN
        near = next((j for j in reversed(before) if self.mentions[j].reference is not pronoun), -1)
        return any(latest(group.mentions, i) > near for group in several)

    @cached_property
    def headline_end(self) -> int:
        """Where the first lines without full stop end, which spare articles; 0 without one."""
        end = 0
        for line in self.analysis.paragraphs:
            if self.analysis.text[line.start : line.end].rstrip(_AFTER_STOP)[-1:] in _FINAL:
                break
            end = line.end
        return end

    def _candidates(self, wanted: Role) -> list[Thread]:
        found: dict[int, Thread] = {}
        for group in (wanted.group, *wanted.broader, ""):
            for thread in self._by_group.get(group, [])[-settings.HOLDERS :]:
                found[thread.index] = thread
        return list(found.values())

    def _latest_told(self, thread: Thread, i: int) -> int:
        """Index of the latest mention before *i*, rather not in the words of *i*: “He said no.”"""
        near = latest(thread.mentions, i)
        if near < 0 or self.mentions[i].quoted is not None:
            return near
        told = latest(thread.mentions, near) if self.mentions[near].quoted is not None else near
        return told if told >= 0 else near

    def _distance(self, near: int, i: int) -> float:
        """How much the way to the nearest mention counts against somebody."""
        if near < 0:
            return settings.LATER_COST
        tokens = self.mentions[i].head - self.mentions[near].head
        return min(settings.FAR_COST, tokens / settings.FAR_TOKENS)

    def _earlier(self, i: int, phrase: str, written: str) -> Thread | None:
        """An earlier description in the same words, or for "the official" with the same noun."""
        same = self._by_phrase.get(phrase)
        if same is not None:
            return same
        if not written.lower().startswith(("the ", "this ", "that ")):
            return None
        wanted = read_role(written)
        listed = self._by_head.get(self._head(i), [])
        for thread, role in reversed(listed[-settings.HOLDERS :]):
            if thread.number is not self.mentions[i].number:
                continue
            if wanted is None or role is None:
                more = content_words(thread.name) - content_words(written)
                if content_words(written) <= content_words(thread.name) and more.isdisjoint(_APART):
                    return thread
            elif repeats(wanted, role):
                return thread
        return None

    def _team(self, i: int) -> Thread | None:
        """The researchers that "the team" or "the scientists" are: the group named last."""
        for j in range(i - 1, max(-1, i - settings.NOMINAL_WINDOW), -1):
            thread = self.thread_of.get(j)
            if thread is None or self.mentions[j].number is not Number.PLURAL:
                continue
            is_other = OTHER.isdisjoint(thread.name.lower().split()[:1]) is False
            nominal = self.mentions[j].reference is Reference.NOMINAL
            if nominal and not is_other and self._head(j) in _RESEARCHERS:
                return thread
        return None

    def _head(self, i: int) -> str:
        low = self.analysis.lowers[self.mentions[i].head]
        noun = vocabulary.head_nouns().get(low)
        return low if noun is None else noun.noun

    def remember(self, written: str, thread: Thread) -> None:
        """Note whom a description meant last."""
        if written.lower() not in ANAPHORS:
            phrase = key_of(written)
            self._by_phrase[phrase] = thread
            self._uses[phrase][thread.index] += 1
            self._times[phrase] += 1
            self._bodies.note(thread, phrase)

    def uses(self, written: str) -> tuple[Mapping[int, int], int]:
        """How often a description meant each entity before, by its number, and anybody at all."""
        phrase = key_of(written)
        return self._uses.get(phrase, {}), self._times[phrase]

    def labelled(self, i: int, written: str) -> Thread:
        """Who a role before a turn means: "CLERK:"; "Speaker 2:" is nobody else's label."""
        found = self._by_phrase.get(key_of(written))
        if found is None and not written[-1].isdigit():
            found = self.find(i, written, None)
            found = found if found is not None and found.kind in SOMEBODY else None
        return found or self.introduce(i, written)

    def introduce(self, i: int, written: str) -> Thread:
        """A new entity for description *i*."""
        mention = self.mentions[i]
        thread = Thread(
            index=len(self.threads), kind=mention.kind, number=mention.number, name=written
        )
        thread.vote(mention.gender, settings.NOUN_VOTE)
        self.threads.append(thread)
        self.remember(written, thread)
        role = read_role(as_single(written))
        self._by_head[self._head(i)].append((thread, role))
        if mention.kind is SpeakerKind.UNNAMED:
            self.give(thread, role)
        return thread


def _is_of(thread: Thread, countries: frozenset[str]) -> bool:
    """Whether the text tells that somebody is of one of *countries*."""
    return any(role.countries & countries for role in thread.roles)
