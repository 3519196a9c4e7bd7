"""Which names mean the same: surname, first name, title, spelling variant, acronym."""

from __future__ import annotations

from bisect import insort
from collections import defaultdict
from itertools import islice
from typing import TYPE_CHECKING, Final

from quoteattr.coreference import settings, vocabulary
from quoteattr.coreference.names import limits
from quoteattr.coreference.names.apart import Company, keep_company, short_key
from quoteattr.coreference.names.bearers import Bearers
from quoteattr.coreference.names.beside import is_brought_in
from quoteattr.coreference.names.birth_names import is_from_birth, who_was_born
from quoteattr.coreference.names.cast import Cast
from quoteattr.coreference.names.cast_names import Introduced, read_forms_of
from quoteattr.coreference.names.couples import coupled
from quoteattr.coreference.names.forms import NameForm, without_honours
from quoteattr.coreference.names.genders import genders_shown, pronouns_beside, vote_by_pronouns
from quoteattr.coreference.names.kinds import seems_dialogue
from quoteattr.coreference.names.organisations import join_organisations
from quoteattr.coreference.names.reading import read_forms
from quoteattr.coreference.names.rows import members
from quoteattr.coreference.names.short_names import most_named
from quoteattr.coreference.names.titles import title_kind
from quoteattr.coreference.names.variants import (
    agree,
    courteous,
    find_elders,
    full_forms,
    generation,
    given_agree,
    is_begun,
    is_nickname,
    is_only_told_of,
    is_wifes,
    rank_name,
    shown_titles,
    title_gender,
)
from quoteattr.coreference.threads import Thread
from quoteattr.datatypes import Reference, SpeakerKind
from quoteattr.lexicon import words
from quoteattr.records import Gender, Number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quoteattr.analysis import Analysis
    from quoteattr.characters import Character
    from quoteattr.records import Mention

_OFFICES: Final = frozenset({"political", "military", "police", "academic"})
"""Sorts of titles that stand before family names."""


class Register:
    """The named entities of a text, looked up by the words of their names."""

    def __init__(
        self, analysis: Analysis, mentions: Sequence[Mention], cast: Cast | None = None
    ) -> None:
        self._analysis = analysis
        self._text = analysis.text
        self._mentions = mentions
        self._beside = pronouns_beside(analysis, mentions)
        self._cast = cast or Cast()
        self.threads: list[Thread] = []
        self.thread_of: dict[int, Thread] = {}
        self.forms: dict[int, NameForm] = {}
        self.bearers = Bearers()
        self._elders: frozenset[tuple[str, str]] = frozenset()
        self.described: dict[int, Thread] = {}
        self.rows = members(mentions)
        self.kin: list[Thread] = []
        self._voted: dict[int, set[str]] = defaultdict(set)
        self._company = Company()
        self._is_story = seems_dialogue(analysis)
        self._relatives: set[int] = set()
        self._shown: dict[str, Gender] = {}
        self._shorts: dict[int, set[str]] = defaultdict(set)
        self._introduced = Introduced((), self._company)

    def read(self) -> None:
        """Group all names of the text: full names first, so that what is short finds them."""
        names = [i for i, m in enumerate(self._mentions) if m.reference is Reference.NAME]
        persons = [i for i in names if self._mentions[i].kind is SpeakerKind.PERSON]
        self._read_forms(persons)
        for character in self._cast.characters:
            self._introduce(character)
        self._join_persons([i for i in persons if not self._join_given(i)])
        for i, mention in enumerate(self._mentions):
            if mention.reference is Reference.NOMINAL:
                self._join_given(i)
        others = [i for i in names if i not in self.forms and i not in self.rows]
        self.thread_of |= join_organisations(self._text, self._mentions, others, self._new)
        self._join_rows()
        for thread in self.threads:
            thread.mentions.sort()
            thread.named = len(thread.mentions)
        kinship = vocabulary.kinship()
        kin = (t for t in self.threads if not kinship.isdisjoint(t.courtesy))
        self.kin = list(islice(kin, limits.RELATIVES))

    def _read_forms(self, persons: Sequence[int]) -> None:
        """What the names of persons say, and which of them keep company."""
        self.forms = read_forms(self._text, self._mentions, persons, self._beside)
        self._company = keep_company(self._analysis, self._mentions, self.forms)
        self._introduced = Introduced(self.forms.values(), self._company)
        beside = [i for i in self.forms if i in self._beside]
        self._shown = genders_shown((short_key(self.forms[i]), self._beside[i]) for i in beside)
        self._elders = find_elders(self.forms.values(), self._company.both)

    def _join_persons(self, persons: Sequence[int]) -> None:
        """Group names of persons, the full ones first; the pronouns beside them vote after each."""
        told: set[int] = set()
        for find, is_full in ((self._full, True), (self._single, False)):
            for i in persons:
                if bool(self.forms[i].given) is is_full:
                    self._join(find(i), i)
            vote_by_pronouns(self.threads, self._beside, told)

    def _join_rows(self) -> None:
        """One entity for the same persons or bodies in a row, in whatever order they are named."""
        known: dict[frozenset[int], Thread] = {}
        for i, names in self.rows.items():
            people = {thread.index: thread for j in names if (thread := self.thread_of.get(j))}
            key = frozenset(people)
            if key not in known:
                known[key] = self._new(SpeakerKind.GROUP)
                known[key].number = Number.PLURAL
                *first, last = (thread.name for thread in people.values())
                known[key].name = " and ".join((", ".join(first), last)) if first else last
            self._attach(known[key], i)

    def _new(self, kind: SpeakerKind) -> Thread:
        thread = Thread(index=len(self.threads), kind=kind)
        self.threads.append(thread)
        return thread

    def _join(self, thread: Thread, i: int) -> None:
        form = self.forms[i]
        first = i < min(thread.mentions, default=i + 1)
        if first and is_brought_in(self._analysis, self._mentions[i]):
            self._relatives.add(thread.index)
        self._attach(thread, i)
        if not form.given:
            self._shorts[thread.index].add(short_key(form))
        self._take(thread, form)
        mention = self._mentions[i]
        if thread.name and is_from_birth(self._text, mention.start):
            return
        name = without_honours(self._text[mention.start + form.start : mention.end])
        is_better = not thread.name or rank_name(name) > rank_name(thread.name)
        if is_better and not thread.is_given:
            thread.name = name

    def _vote(self, thread: Thread, form: NameForm) -> None:
        """Let titles, and each given name once, tell the gender of an entity."""
        courtesy = shown_titles(form)
        apart = generation(form)
        thread.courtesy.update(courtesy, apart if thread.gender is not Gender.FEMALE else ())
        first = (*form.given, form.family)[0]
        if courtesy:
            thread.vote(form.gender, settings.TITLE_VOTE)
        elif first not in self._voted[thread.index] and not self._is_surname(thread, form):
            self._voted[thread.index].add(first)
            shown = Gender.UNKNOWN if form.given else self._gender(form)
            thread.vote(form.gender if shown is Gender.UNKNOWN else shown, settings.GIVEN_VOTE)

    def _is_surname(self, thread: Thread, form: NameForm) -> bool:
        """Whether a bare name is a family name, though a given name too: "Clinton".

        It is if a given name goes with it, or, in news, if it is on the list of surnames or an
        office stands before it: "Secretary Clinton", but "Queen Anne".
        """
        if form.given:
            return False
        if form.titles:
            return not self._is_story and title_kind(form.titles[-1]) in _OFFICES
        named_in_full = bool(thread.given) and form.family == thread.family
        return named_in_full or (not self._is_story and form.family in words("surnames"))

    def _take(self, thread: Thread, form: NameForm) -> None:
        """Let a name tell the gender of its entity, and the words of a fuller one lead to it."""
        self._vote(thread, form)
        if len(form.given) <= len(thread.given) and thread.family and not thread.is_given:
            return
        if len(form.given) > len(thread.given) or not thread.family:
            thread.given, thread.family = form.given, form.family
        self.bearers.add(thread, form)

    def _introduce(self, character: Character) -> None:
        """A new entity for a given character, found by the words of all its names."""
        thread = self._new(SpeakerKind.PERSON)
        thread.name, thread.is_given = character.name, True
        thread.vote(Gender(character.gender or Gender.UNKNOWN), limits.GIVEN_GENDER)
        forms = read_forms_of(character)
        for form in forms:
            self._take(thread, form)
        self._introduced.add(thread, forms)

    def _join_given(self, i: int) -> bool:
        """Give a mention to the one character with its name; "Miss Holm" is none called "Holm"."""
        mention, form = self._mentions[i], self.forms.get(i)
        name = self._text[mention.start : mention.end]
        numbers = self._cast.called(name)
        if not numbers and form is not None and not shown_titles(form):
            numbers = self._cast.called(self._text[mention.start + form.start : mention.end])
        if len(numbers) != 1:
            return False
        thread = self.threads[numbers[0]]
        if mention.reference is Reference.NOMINAL and self._cast.fits_others(numbers[0], name):
            self.described[i] = thread  # unless the text says so of somebody with a name
            return False
        self._attach(thread, i)
        if form is not None:
            self._vote(thread, form)
        return True

    def _attach(self, thread: Thread, i: int) -> None:
        insort(thread.mentions, i)
        self.thread_of[i] = thread

    def _full(self, i: int) -> Thread:
        """The entity of a full name: same family name, given names that agree."""
        form = self.forms[i]
        for thread in self.bearers.family(form.family):
            if thread.given and courteous(thread, form) and self._same_given(thread, form):
                return thread
            if " ".join((*form.given, form.family)) == thread.family:
                return thread  # Al Noaimi, a family name though Al is a given one
        for thread in self.bearers.of(form.given[0])[: limits.RELATIVES]:
            if is_begun(thread, form):
                return thread
        return self._born(i) or self._introduced.whose(form) or self._new(SpeakerKind.PERSON)

    def _born(self, i: int) -> Thread | None:
        given, start = self.forms[i].given, self._mentions[i].start
        if not is_from_birth(self._text, start):
            return None
        return who_was_born(self.bearers.of(given[0]), given, self._mentions, start)

    def _same_given(self, thread: Thread, form: NameForm) -> bool:
        if given_agree(thread.given, form.given):
            return True
        pairs = ((thread.given[0], form.given[0]), (form.given[0], thread.given[0]))
        return any(is_nickname(*pair) and self._company.calls(*pair) for pair in pairs)

    def _is_elder(self, form: NameForm) -> bool:
        return any((title, form.family) in self._elders for title in form.titles[-1:])

    def _gender(self, form: NameForm) -> Gender:
        """Gender that the titles of a short name show, or else the pronouns beside it."""
        shown = title_gender(form)
        return self._shown.get(short_key(form), shown) if shown is Gender.UNKNOWN else shown

    def _is_misread(self, thread: Thread, gender: Gender) -> bool:
        """Whether a given name misleads: "Nino Holm", beside whom *she* stands, and "Ms Holm"."""
        beside = {self._beside[j] for j in thread.mentions if j in self._beside}
        return not self._is_story and beside == {gender}

    def _is_apart(self, form: NameForm, thread: Thread) -> bool:
        """Whether sentences that name both show that the short name *form* is another's."""
        short = short_key(form)
        known = (*thread.given[:1], *self._shorts[thread.index])
        return any(self._company.parts(short, other) for other in known)

    def _single(self, i: int) -> Thread:
        """The entity of a bare surname, first name, or title and name: the most named so far."""
        form = self.forms[i]
        gender = self._gender(form)
        fitting: list[Thread] = [
            thread
            for thread in (*self.bearers.of(form.family), *self.bearers.family(form.family))
            if courteous(thread, form)
            and (agree(thread.gender, gender) or self._is_misread(thread, gender))
            and not (self._is_elder(form) and thread.given)
            and not self._is_apart(form, thread)
            and not is_only_told_of(thread, form, self._mentions)
            and not (self._is_story and is_wifes(thread, form))
        ]
        if not fitting:
            known = self._text, self._mentions, self.thread_of, self.bearers
            found = coupled(*known, form, gender) or self._nicknamed(form)
            return found or self._new(SpeakerKind.PERSON)
        return most_named(fitting, i, form, self._relatives)

    def _nicknamed(self, form: NameForm) -> Thread | None:
        """The one person whose first name a bare nickname stands for: "Len" for Leonard Holm."""
        found = [
            thread
            for full in full_forms(form.family)
            for thread in self.bearers.of(full)
            if full in (*thread.given[:1], thread.family)
            and agree(thread.gender, form.gender)
            and self._company.calls(form.family, full)
        ]
        return found[0] if len(found) == 1 and not form.titles else None
