"""What a noun tells of the organisation it stands for: "the company", "the regulator"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import define, field

from quoteattr.analysis import Layer, Relation
from quoteattr.coreference import settings, vocabulary
from quoteattr.coreference.roles.body_names import (
    ANY_FIRM,
    PAPER,
    is_firm_by_name,
    is_fit,
    is_office_by_name,
    is_other_body,
    is_paper,
    sort_of,
    standing_for,
)
from quoteattr.coreference.threads import latest
from quoteattr.datatypes import Reference, SpeakerKind
from quoteattr.grammar import SUBJECTS, opens_sentence
from quoteattr.lexicon import table, word_classes, words
from quoteattr.records import Gender, Number

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from quoteattr.analysis import Analysis
    from quoteattr.coreference.threads import Thread
    from quoteattr.records import Mention

_ACTING: Final = SUBJECTS | {Relation.APPOSITION}
_AT: Final = frozenset({"in", "at", "near"})
_BY_STREETS: Final = _AT | {"along", "from", "on", "outside", "to"}
_WHOSE: Final = frozenset({"of", "at", "from", "with"})
_SORTS: Final = frozenset({"firm", "office"})
_TOLD_BY_NAME: Final = frozenset({"union", "party"})
"""Nouns for bodies that their names show, so that the only one of a text is meant from afar."""
_PRESS: Final = frozenset({"newspaper", "tabloid", "daily", "weekly", "broadsheet"})
_HEADS: Final = frozenset({"head", "executive"})


def _named(thread: Thread) -> int:
    return len(thread.mentions)


def _subject_of_text(near: Thread | None, fitting: Sequence[tuple[int, Thread]]) -> Thread | None:
    """The firm that a text is about, where *near* is but named in passing: "Kral at Halden Bank".

    Else *near*.
    """
    most = max((thread for _, thread in fitting), key=_named, default=None)
    if most is None:
        return near
    often = settings.TOPIC * (_named(near) if near is not None else 1)
    return most if _named(most) >= often else near


def _may_be_firm(thread: Thread) -> bool:
    """Whether nothing shows that a name of one word is a person's."""
    low = thread.name.lower()
    known = low in vocabulary.given_names() or low in words("surnames")
    shown = thread.given or thread.roles or thread.gender is not Gender.UNKNOWN
    return not known and not shown and " " not in low


def is_of_named(analysis: Analysis, mention: Mention) -> bool:
    """Whether a name only says whose somebody is: "Kral, of Halden Bank", "Kral of Halden"."""
    link = analysis.token_at(mention.start) - 1
    if link < 1 or analysis.lowers[link] not in _WHOSE or mention.reference is not Reference.NAME:
        return False
    before = analysis.words[link - 1]
    named = before[:1].isupper() and before.lower() not in words("common_words")
    return before == "," or named  # not: Crews of Halden


def _tells_whose(analysis: Analysis, mention: Mention) -> bool:
    """The same after a noun: "a trader at Halden"."""
    if is_of_named(analysis, mention):
        return True
    link = analysis.token_at(mention.start) - 1
    noun = vocabulary.head_nouns().get("".join(analysis.lowers[max(0, link - 1) : link]))
    if noun is None or noun.kind is not SpeakerKind.UNNAMED or noun.number is not Number.SINGULAR:
        return False
    heads = not _HEADS.isdisjoint((noun.group, *noun.broader))
    leads = heads and analysis.lowers[link] == "of"
    return analysis.lowers[link] in _WHOSE and not leads  # the chief executive of Halden


@define(eq=False)
class Bodies:
    """The named organisations of a text, and what they were called.

    Attributes:
        analysis: The columns of the text.
        mentions: Its mentions.
        thread_of: The entity of each mention that has one.
    """

    analysis: Analysis
    mentions: Sequence[Mention]
    thread_of: Mapping[int, Thread]
    _sorts: dict[int, str] = field(factory=dict, init=False)
    _called: dict[str, Thread] = field(factory=dict, init=False)

    def note(self, thread: Thread, phrase: str) -> None:
        """Keep that somebody was called *phrase*; the first sort of body that is told counts."""
        sort = sort_of(phrase)
        if sort in _SORTS:
            self._sorts.setdefault(thread.index, sort)

    def tell(self, thread: Thread, phrase: str) -> None:
        """Keep what a body is said to be beside its name: "Ofrail, the rail watchdog,"."""
        self.note(thread, phrase.rpartition(" ")[2])
        self._called[phrase.rpartition(" ")[2]] = thread

    def named_with(self, i: int, phrase: str) -> Thread | None:
        """The name that holds the noun: "the bank" for Kestrel Bank; "the hotel chain".

        Or that ends in all the words: "the budget office" for the Velm Budget Office.
        """
        first, _, noun = phrase.rpartition(" ")
        called = None if first else self._called.get(noun)
        if called is not None and called.mentions[0] < i:
            return called
        if first:
            for _, thread in self._organisations(i):
                if thread.name.lower().endswith(f" {phrase}"):
                    return thread
        if first and (" " in first or noun not in standing_for("body")):
            return None
        told = {first, first + "s"} if first else {noun}
        named = list({thread.index: thread for _, thread in self._organisations(i)}.values())
        if first and sort_of(noun) == "office":  # the rail regulator is no Velm Rail
            named = [t for t in named if is_office_by_name(t.name)]
        return next((t for t in named if not told.isdisjoint(t.name.lower().split())), None)

    def most_named(self, i: int, phrase: str) -> Thread | None:
        """The name behind "the company", "the country": the most named of those near."""
        if phrase in standing_for("place"):
            return self._place(i)
        is_body = phrase in standing_for("body") or phrase == PAPER
        is_state = phrase in standing_for("state")
        if (not is_body and not is_state) or self.is_elsewhere(i):
            return None
        fitting = [
            (self.mentions[i].head - self.mentions[j].head, thread)
            for j, thread in self._organisations(i)
            if (thread.name.lower() in vocabulary.place_names()) == is_state
            and not is_other_body(thread.name, phrase)
            and not self._is_other_sort(thread, phrase)
            and (sort_of(phrase) == "office" or not _tells_whose(self.analysis, self.mentions[j]))
            and is_fit(thread.name, phrase)
            and not (sort_of(phrase) == "office" and self._names_town(thread))
            and not (phrase in ANY_FIRM and self._names_street(thread))
        ]
        near = [thread for tokens, thread in fitting if tokens <= settings.NEAR_TOKENS]
        if not near and phrase in _TOLD_BY_NAME and len({t.index for _, t in fitting}) == 1:
            near = [fitting[0][1]]
        if phrase in _PRESS:
            near = [t for t in near if is_paper(t.name)] or near
        if sort_of(phrase) == "office" and len({thread.index for thread in near}) > 1:
            near = [thread for thread in near if self._sorts.get(thread.index) == "office"]
        found = max(near if is_state else self._acting(i, near), key=_named, default=None)
        if phrase not in ANY_FIRM:
            return found
        found = self._called_a_firm(i, found, fitting) or _subject_of_text(found, fitting)
        return found or self._taken_for_person(i)

    def _taken_for_person(self, i: int) -> Thread | None:
        """The firm of a name that told of no sort: "The council fined Velmex. The company said no".

        A single word that names nobody elsewhere, and the only name of the two sentences before
        that may be a firm's. From here on it is one.
        """
        here, found = self.analysis.sentence_of[self.mentions[i].head], None
        for j in range(i - 1, max(-1, i - settings.NOMINAL_WINDOW), -1):
            if here - self.analysis.sentence_of[self.mentions[j].head] > settings.SENTENCES_BACK:
                break
            thread = self.thread_of.get(j)
            if self.mentions[j].names_person and thread is not None and thread is not found:
                if found is not None or not _may_be_firm(thread):
                    return None
                found = thread
        if found is not None:
            found.kind = SpeakerKind.ORGANIZATION
        return found

    def _called_a_firm(
        self, i: int, near: Thread | None, fitting: Sequence[tuple[int, Thread]]
    ) -> Thread | None:
        """The only one called a firm so far, where *near* is not, and is of an earlier paragraph.

        "Velm Foods fell as the retailer warned. (new paragraph) Brokers Hart & Co wrote of it. (new
        paragraph) The company" is Velm Foods.
        """
        called = {t.index: t for _, t in fitting if self._sorts.get(t.index) == "firm"}
        if near is None or near.index in called or len(called) != 1:
            return None
        last = self.mentions[latest(near.mentions, i)]
        here = self.analysis.paragraph_at(self.mentions[i].start)
        if self.analysis.paragraph_at(last.start) == here:
            return None
        return next(iter(called.values()))

    def is_elsewhere(self, i: int) -> bool:
        """Whether a place tells it from those named: "the bank in Harwell", not "in January"."""
        lowers, words = self.analysis.lowers, self.analysis.words
        after = self.analysis.token_at(self.mentions[i].end)
        if after + 1 >= len(words) or lowers[after] not in _AT:
            return False
        return words[after + 1][:1].isupper() and word_classes().get(lowers[after + 1]) != "time"

    def _acting(self, i: int, near: Sequence[Thread]) -> Sequence[Thread]:
        """Those near that do something, all where none does."""
        acting = {thread.index for j, thread in self._organisations(i) if self._acts(j)}
        return [thread for thread in near if thread.index in acting] or near

    def _acts(self, j: int) -> bool:
        """Whether a name does something, or tells who does: no mere owner, "Marlow's towers".

        Without a tree, whether it opens its sentence.
        """
        if not self.analysis.has(Layer.TREE):
            return opens_sentence(self.analysis, self.mentions[j].start)
        tokens = range(self.analysis.token_at(self.mentions[j].start), self.mentions[j].head + 1)
        return any(self.analysis.relations[token] in _ACTING for token in tokens)

    def _place(self, i: int) -> Thread | None:
        """The town that "the city" is: the nearest named as a place, "a fire in Marlow"."""
        head = self.mentions[i].head
        for j, thread in self._organisations(i):
            at = self.mentions[j].head
            if head - at > settings.NEAR_TOKENS:
                return None
            if thread.name.lower() in vocabulary.states():
                continue
            before = self.analysis.lowers[at - 1] if at else ""
            if self.analysis.entities[at] == "LOC" or before in _AT:
                return thread
        return None

    def _names_town(self, thread: Thread) -> bool:
        """Whether a single word names where something is, and no office: "a pool in Marlow"."""
        heads = (self.mentions[j].head for j in thread.mentions[: settings.OCCURRENCES])
        in_it = any(head and self.analysis.lowers[head - 1] in _AT for head in heads)
        return in_it and " " not in thread.name and not thread.name.isupper()

    def _names_street(self, thread: Thread) -> bool:
        """Whether a name with a noun for streets or grounds only tells where: "in Holm Lane"."""
        parts = thread.name.lower().split()
        heads = (self.mentions[j].start for j in thread.mentions[: settings.OCCURRENCES])
        before = (self.analysis.token_at(start) - 1 for start in heads)
        at_it = all(token >= 0 and self.analysis.lowers[token] in _BY_STREETS for token in before)
        return at_it and len(parts) > 1 and parts[-1] in table("place_nouns")

    def _is_other_sort(self, thread: Thread, phrase: str) -> bool:
        """Whether the body was called a firm, and now an office is meant: not "the regulator".

        Or has the name of one: "the agency" is not Halden Foods Inc.
        """
        asked, known = sort_of(phrase), self._sorts.get(thread.index, "")
        if asked == "no-firm":
            return known == "firm" or (not known and is_firm_by_name(thread.name))
        return bool(asked and known) and asked != known

    def _organisations(self, i: int) -> Iterator[tuple[int, Thread]]:
        """Names of organisations before mention *i*, nearest first, with their mention."""
        for j in range(i - 1, max(-1, i - settings.NOMINAL_WINDOW), -1):
            if self.mentions[j].reference is Reference.NAME:
                thread = self.thread_of.get(j)
                if thread is not None and thread.kind is SpeakerKind.ORGANIZATION:
                    yield j, thread
