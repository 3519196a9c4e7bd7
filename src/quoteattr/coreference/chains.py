"""Which mentions belong together: names first, then descriptions and pronouns in text order."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

import regex

from quoteattr.coreference import settings, vocabulary
from quoteattr.coreference.apposition import appositions
from quoteattr.coreference.binding import Scene, bind
from quoteattr.coreference.naming import Register, latest
from quoteattr.coreference.nominals import DETERMINERS
from quoteattr.coreference.roles import best_role, head_text, match, read_role
from quoteattr.coreference.threads import Thread
from quoteattr.datatypes import Reference, SpeakerKind
from quoteattr.records import Chains, Entity, Gender, Mention, Number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quoteattr.analysis import Analysis
    from quoteattr.coreference.threads import Role
    from quoteattr.records import QuotedSpan

_DEFINITE = frozenset(["the", "this", "that", "these", "those"])
_SPACE = regex.compile(r"\s+")
_PRONOUN_VOTE = 3
_NOUN_VOTE = 4


def resolve(
    analysis: Analysis,
    mentions: Sequence[Mention],
    quoted: Sequence[QuotedSpan],
    sources: Sequence[tuple[int, int]],
) -> Chains:
    """The entities behind the mentions of a text.

    Args:
        analysis: The columns of the text.
        mentions: What `find_mentions` gave.
        quoted: Quoted stretches of the text.
        sources: Ranges outside quotations where a cue says that somebody speaks, in text order.

    Returns:
        All mentions in text order, entities in order of first mention, and which belongs to
        which. First and second person pronouns inside quotations stay unresolved.
    """
    return Resolution(analysis, mentions, quoted, sources).run()


class Resolution:
    """One pass over the mentions of one text."""

    def __init__(
        self,
        analysis: Analysis,
        mentions: Sequence[Mention],
        quoted: Sequence[QuotedSpan],
        sources: Sequence[tuple[int, int]],
    ) -> None:
        self.analysis = analysis
        self.mentions = mentions
        self.quoted = quoted
        self.register = Register(analysis.text, mentions)
        self.register.read()
        self.threads = self.register.threads
        self.thread_of = dict(self.register.thread_of)
        self.is_source = covered(mentions, sources)
        self.scene = Scene(
            analysis=analysis, mentions=mentions, is_source=self.is_source, threads=self.thread_of
        )
        self.by_phrase: dict[str, Thread] = {}
        self.by_head: dict[str, list[tuple[Thread, Role | None]]] = {}
        self.by_group: dict[str, list[Thread]] = {}
        self.narrator: Thread | None = None
        self.apposed = appositions(analysis, mentions)

    def run(self) -> Chains:
        """Read roles, then resolve what has no name, in text order."""
        self.read_roles()
        for i, mention in enumerate(self.mentions):
            if mention.reference is Reference.NOMINAL and i not in self.thread_of:
                self.attach(i, self.nominal(i))
            elif mention.reference is Reference.PRONOUN:
                thread = self.pronoun(i)
                if thread is not None:
                    self.attach(i, thread)
                    if mention.gender in (Gender.MALE, Gender.FEMALE):
                        thread.vote(mention.gender, _PRONOUN_VOTE)
            found = self.thread_of.get(i)
            if found is not None:
                found.seen += 1
                if i in self.is_source:
                    self.scene.last_source = found
        return self.chains()

    def attach(self, i: int, thread: Thread) -> None:
        """Put mention *i* on a thread."""
        self.thread_of[i] = thread
        thread.mentions.append(i)

    def text_of(self, i: int) -> str:
        """A mention as written, on one line."""
        mention = self.mentions[i]
        return _SPACE.sub(" ", self.analysis.text[mention.start : mention.end])

    # roles

    def read_roles(self) -> None:
        """Roles before names and beside them: "Mayor Ada Holm", "Ada Holm, the mayor"."""
        for i, form in self.register.forms.items():
            if form.role:
                self.give_role(self.thread_of[i], read_role(form.role), form.role)
        for nominal, named in self.apposed.items():
            thread = self.thread_of.get(named)
            if thread is None or thread.kind is not SpeakerKind.PERSON:
                continue
            self.attach(nominal, thread)
            thread.vote(self.mentions[nominal].gender, _NOUN_VOTE)
            written = strip_determiner(self.text_of(nominal))
            self.give_role(thread, read_role(written), written)

    def give_role(self, thread: Thread, role: Role | None, written: str) -> None:
        """Note a role of somebody."""
        if role is None:
            return
        role.text = written
        thread.roles.append(role)
        for group in {role.group, *role.broader}:
            held = self.by_group.setdefault(group, [])
            if thread not in held:
                held.append(thread)

    # descriptions

    def nominal(self, i: int) -> Thread:
        """The entity that a description means; a new one when nothing before fits."""
        mention = self.mentions[i]
        written = self.text_of(i)
        first = written.split(" ")[0].lower()
        definite = first in _DEFINITE or first not in DETERMINERS
        phrase = strip_determiner(written).lower()
        if first in ("a", "an", "another", "one", "some"):
            return self.new(i, phrase, written)
        if mention.kind is SpeakerKind.UNNAMED and definite:
            named = self.by_role(i, written)
            if named is not None:
                return named
        if mention.kind is SpeakerKind.ORGANIZATION and definite:
            named = self.by_organisation(i, written)
            if named is not None:
                return named
        return self.by_description(i, phrase, written, definite=definite)

    def by_role(self, i: int, written: str) -> Thread | None:
        """The person whom the text gave the role: most fitting, then nearest."""
        wanted = read_role(written)
        if wanted is None:
            return None
        gender = self.mentions[i].gender
        best: tuple[float, int] = (0.0, -1)
        chosen: Thread | None = None
        for thread in self.by_group.get(wanted.group, []) + [
            t for group in wanted.broader for t in self.by_group.get(group, [])
        ]:
            if thread.gender is not Gender.UNKNOWN and gender not in (
                Gender.UNKNOWN,
                thread.gender,
            ):
                continue
            fit = max(match(wanted, role) for role in thread.roles)
            if fit <= 0.5:
                continue
            near = latest(thread.mentions, i)
            rank = (fit - recency_cost(self.mentions, near, i), near)
            if chosen is None or rank > best:
                best, chosen = rank, thread
        return chosen

    def by_organisation(self, i: int, written: str) -> Thread | None:
        """The organisation that "the company", "the alliance" means: the name with that noun, or near."""
        words = strip_determiner(written).lower().split()
        if len(words) != 1:
            return None
        stop = max(-1, i - settings.NOMINAL_WINDOW)
        fallback: Thread | None = None
        for j in range(i - 1, stop, -1):
            thread = self.thread_of.get(j)
            if thread is None or thread.kind is not SpeakerKind.ORGANIZATION:
                continue
            if words[0] in thread.name.lower().split():
                return thread
            near = self.mentions[i].head - self.mentions[j].head < 60
            place = thread.name.lower() in vocabulary.place_names()
            if fallback is None and near and self.mentions[j].reference is Reference.NAME:
                fallback = thread if place == (words[0] in _STATES) else None
        return fallback if words[0] in _STATES | _BODIES else None

    def by_description(self, i: int, phrase: str, written: str, *, definite: bool) -> Thread:
        """An earlier description with the same words, or for "the official" the same noun."""
        same = self.by_phrase.get(phrase)
        if same is not None:
            return same
        if definite and written.lower().startswith(("the ", "this ", "that ")):
            wanted = read_role(written)
            for thread, role in reversed(
                self.by_head.get(head_text(self.analysis, self.mentions[i]), [])
            ):
                if thread.number is not self.mentions[i].number:
                    continue
                if wanted is None or role is None or fits(wanted, role):
                    return thread
        return self.new(i, phrase, written)

    def new(self, i: int, phrase: str, written: str) -> Thread:
        """A new entity for a description."""
        mention = self.mentions[i]
        thread = Thread(
            index=len(self.threads), kind=mention.kind, number=mention.number, name=written
        )
        thread.vote(mention.gender, _NOUN_VOTE)
        self.threads.append(thread)
        self.by_phrase[phrase] = thread
        head = head_text(self.analysis, mention)
        self.by_head.setdefault(head, []).append((thread, read_role(written)))
        return thread

    # pronouns

    def pronoun(self, i: int) -> Thread | None:
        """The entity that a pronoun means, None where that cannot be known yet."""
        mention = self.mentions[i]
        form = vocabulary.pronouns()[self.analysis.lowers[mention.head]]
        if form.person == 2 or (form.person == 1 and mention.quoted is not None):
            return None
        if form.person == 1:
            return self.first_person(i) if form.number is Number.SINGULAR else None
        return bind(self.scene, i)

    def first_person(self, i: int) -> Thread:
        """The one who tells the text."""
        if self.narrator is None:
            self.narrator = Thread(
                index=len(self.threads), kind=SpeakerKind.UNNAMED, name=self.text_of(i)
            )
            self.threads.append(self.narrator)
        if self.text_of(i) == "I":
            self.narrator.name = "I"
        return self.narrator

    def chains(self) -> Chains:
        """The result as records, entities in order of first mention."""
        used = [thread for thread in self.threads if thread.mentions]
        for thread in used:
            thread.mentions.sort()
        used.sort(key=lambda thread: thread.mentions[0])
        number = {thread.index: k for k, thread in enumerate(used)}
        entities = tuple(
            Entity(
                name=thread.name or self.text_of(thread.mentions[0]),
                kind=thread.kind,
                role=best_role(thread),
                gender=thread.gender,
                mentions=tuple(thread.mentions),
            )
            for thread in used
        )
        entity_of = tuple(
            number[thread.index] if (thread := self.thread_of.get(i)) is not None else None
            for i in range(len(self.mentions))
        )
        return Chains(mentions=tuple(self.mentions), entities=entities, entity_of=entity_of)


_STATES = frozenset(["country", "nation", "state", "kingdom", "republic"])
_BODIES = frozenset(
    [
        "company",
        "firm",
        "organization",
        "organisation",
        "alliance",
        "agency",
        "group",
        "corporation",
        "bank",
        "airline",
        "maker",
        "manufacturer",
        "retailer",
        "newspaper",
        "magazine",
        "network",
        "broadcaster",
        "union",
        "association",
        "bloc",
        "charity",
        "university",
        "school",
        "party",
        "department",
        "ministry",
        "committee",
        "commission",
        "institute",
        "club",
        "team",
    ]
)


def fits(wanted: Role, given: Role) -> bool:
    """Whether a later description may repeat an earlier one: no new modifiers, no other country."""
    extra = wanted.modifiers - given.modifiers
    return not extra and (not wanted.countries or wanted.countries <= given.countries)


def strip_determiner(written: str) -> str:
    """A description without its determiner."""
    first, _, rest = written.partition(" ")
    return rest if rest and first.lower() in DETERMINERS else written


def recency_cost(mentions: Sequence[Mention], near: int, i: int) -> float:
    """How much the distance to the nearest mention counts against a candidate."""
    if near < 0:
        return 1.5
    return min(1.2, (mentions[i].head - mentions[near].head) / 400)


def covered(mentions: Sequence[Mention], sources: Sequence[tuple[int, int]]) -> frozenset[int]:
    """Indices of the mentions that a source range overlaps, the last one for each range."""
    starts = [mention.start for mention in mentions]
    found: set[int] = set()
    for start, end in sources:
        i = bisect_right(starts, end - 1) - 1
        while i >= 0 and mentions[i].end > start:
            head = i
            i -= 1
            if mentions[head].start <= start:
                break
        else:
            head = i + 1
        if head < len(mentions) and mentions[head].end > start and mentions[head].start < end:
            found.add(head)
    return frozenset(found)
