"""Who has which role, and which descriptions were used for whom."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from attrs import define, evolve, field

from quoteattr.coreference import settings, vocabulary
from quoteattr.coreference.nominals.partitives import as_single
from quoteattr.coreference.roles.bodies import Bodies
from quoteattr.coreference.roles.reading import read_role
from quoteattr.coreference.roles.wording import ANAPHORS, key_of
from quoteattr.coreference.threads import Thread
from quoteattr.datatypes import SpeakerKind
from quoteattr.kept import Keeper, kept

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from quoteattr.analysis import Analysis
    from quoteattr.coreference.threads import Role
    from quoteattr.records import Mention

_FINAL = frozenset(".!?")
_AFTER_STOP = " \n\r”\"'’"
_CALLED_BY_AGE = ((13, 20, "teenager"), (60, 120, "pensioner"))
"""From which age to which somebody may be called so."""


@define(eq=False)
class Directory(Keeper):
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
    _by_noun: dict[str, list[tuple[Thread, Role | None]]] = field(factory=lambda: defaultdict(list))

    def give(self, thread: Thread | None, role: Role | None) -> None:
        """Note a role of somebody."""
        if thread is None or role is None or role in thread.roles[-settings.HOLDERS :]:
            return
        thread.roles.append(role)
        for group in {role.group, *role.broader}:
            if thread not in self._by_group[group][-settings.HOLDERS :]:
                self._by_group[group].append(thread)
        aged = role.modifiers if role.noun == "year-old" else ()
        for low, high, called in _CALLED_BY_AGE:
            if any(age.isdigit() and low <= int(age) < high for age in aged):
                other = read_role(called)
                self.give(thread, other and evolve(other, text=""))

    def remember(self, written: str, thread: Thread) -> None:
        """Note whom a description meant last."""
        if written.lower() not in ANAPHORS:
            phrase = key_of(written)
            self._by_phrase[phrase] = thread
            self._uses[phrase][thread.index] += 1
            self._times[phrase] += 1
            self.bodies.note(thread, phrase)

    def introduce(self, i: int, written: str, told: str = "") -> Thread:
        """A new entity for description *i*.

        Args:
            i: The mention.
            written: Its words.
            told: Words that tell its role where its own do not: "one of the diplomats".
        """
        mention = self.mentions[i]
        thread = Thread(
            index=len(self.threads), kind=mention.kind, number=mention.number, name=written
        )
        thread.vote(mention.gender, settings.NOUN_VOTE)
        self.threads.append(thread)
        self.remember(written, thread)
        role = read_role(as_single(told or written))
        self._by_noun[self.noun(i)].append((thread, role))
        if mention.kind is SpeakerKind.UNNAMED:
            self.give(thread, role)
        return thread

    def called(self, phrase: str) -> Thread | None:
        """Whom the description with the key *phrase* meant last."""
        return self._by_phrase.get(phrase)

    def introduced(self, noun: str) -> Sequence[tuple[Thread, Role | None]]:
        """The latest that descriptions with a noun brought in, each with the role these told."""
        return self._by_noun.get(noun, [])[-settings.HOLDERS :]

    def uses(self, written: str) -> tuple[Mapping[int, int], int]:
        """How often a description meant each entity before, by its number, and anybody at all."""
        phrase = key_of(written)
        return self._uses.get(phrase, {}), self._times[phrase]

    def bearers(self, wanted: Role) -> list[Thread]:
        """The latest holders of a role like *wanted*, of a broader one, or of none that is told."""
        found: dict[int, Thread] = {}
        for group in (wanted.group, *wanted.broader, ""):
            for thread in self._by_group.get(group, [])[-settings.HOLDERS :]:
                found[thread.index] = thread
        return list(found.values())

    @kept
    def headline_end(self) -> int:
        """Where the first lines without full stop end, which spare articles; 0 without one."""
        end = 0
        for line in self.analysis.paragraphs:
            if self.analysis.text[line.start : line.end].rstrip(_AFTER_STOP)[-1:] in _FINAL:
                break
            end = line.end
        return end

    @kept
    def bodies(self) -> Bodies:
        """The named organisations."""
        return Bodies(self.analysis, self.mentions, self.thread_of)

    def noun(self, i: int) -> str:
        """The noun of description *i* in the singular."""
        low = self.analysis.lowers[self.mentions[i].head]
        noun = vocabulary.head_nouns().get(low)
        return low if noun is None else noun.noun
