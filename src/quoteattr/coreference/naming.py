"""Which names mean the same: surname, first name, title, spelling variant, acronym."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

import regex

from quoteattr.coreference import settings, vocabulary
from quoteattr.coreference.forms import NameForm, is_initial, plain, read_name, spelling
from quoteattr.coreference.genders import pronouns_beside, vote_by_pronouns
from quoteattr.coreference.threads import Thread
from quoteattr.datatypes import Reference, SpeakerKind
from quoteattr.lexicon import table
from quoteattr.records import Gender

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quoteattr.analysis import Analysis
    from quoteattr.records import Mention

_APART = ({"mrs", "miss"}, {"mr", "mrs"}, {"mr", "miss"}, {"mr", "ms"})
_WORDS = regex.compile(r"[\p{L}\p{N}&'’.-]+")
_CAPITAL = regex.compile(r"\p{Lu}")


class Register:
    """The named entities of a text, looked up by the words of their names."""

    def __init__(self, analysis: Analysis, mentions: Sequence[Mention]) -> None:
        self._text = analysis.text
        self._mentions = mentions
        self._beside = pronouns_beside(analysis, mentions)
        self.threads: list[Thread] = []
        self.thread_of: dict[int, Thread] = {}
        self.forms: dict[int, NameForm] = {}
        self._by_word: dict[str, list[Thread]] = defaultdict(list)
        self._by_stem: dict[str, list[Thread]] = defaultdict(list)
        self._elders: frozenset[tuple[str, str]] = frozenset()
        self._organisations: dict[str, Thread] = {}
        self._first_words: dict[str, list[Thread]] = defaultdict(list)

    def read(self) -> None:
        """Group all names of the text: full names first, so that what is short finds them."""
        names = [i for i, m in enumerate(self._mentions) if m.reference is Reference.NAME]
        persons = [i for i in names if self._mentions[i].kind is SpeakerKind.PERSON]
        for i in persons:
            mention = self._mentions[i]
            written = self._text[mention.start : mention.end]
            self.forms[i] = read_name(written.title() if written.isupper() else written)
        for i in persons:
            if self.forms[i].given:
                self._join(self._full(i), i)
        told: set[int] = set()
        vote_by_pronouns(self.threads, self._beside, told)
        self._elders = self._find_elders()
        for i in persons:
            if not self.forms[i].given:
                self._join(self._single(i), i)
        vote_by_pronouns(self.threads, self._beside, told)
        self._read_organisations(
            i for i in names if self._mentions[i].kind is not SpeakerKind.PERSON
        )
        for thread in self.threads:
            thread.mentions.sort()

    def relatives(self, family: str) -> Sequence[Thread]:
        """Entities of persons with this word in their names, in order of first mention."""
        return [thread for thread in self._by_word.get(family, ()) if thread.mentions]

    # persons

    def _new(self, kind: SpeakerKind) -> Thread:
        thread = Thread(index=len(self.threads), kind=kind)
        self.threads.append(thread)
        return thread

    def _join(self, thread: Thread, i: int) -> None:
        form = self.forms[i]
        insort(thread.mentions, i)
        self.thread_of[i] = thread
        genders = vocabulary.title_genders()
        courtesy = [t for t in form.titles if genders.get(t, Gender.UNKNOWN) is not Gender.UNKNOWN]
        thread.courtesy.update(courtesy)
        thread.vote(form.gender, settings.TITLE_VOTE if courtesy else settings.GIVEN_VOTE)
        if len(form.given) > len(thread.given) or not thread.family:
            thread.given, thread.family = form.given, form.family
            for word in {form.family, form.family.rpartition(" ")[2], *form.given[:1]}:
                if word and thread not in self._by_word[word]:
                    self._by_word[word].append(thread)
            self._by_stem[spelling(form.family)].append(thread)
        mention = self._mentions[i]
        name = self._text[mention.start + form.start : mention.end]
        if rank_name(name) > rank_name(thread.name):
            thread.name = " ".join(name.split())

    def _full(self, i: int) -> Thread:
        """The entity of a full name: same family name, given names that agree."""
        form = self.forms[i]
        for thread in self._families(form.family):
            if thread.given and given_agree(thread.given, form.given) and courteous(thread, form):
                return thread
        return self._new(SpeakerKind.PERSON)

    def _find_elders(self) -> frozenset[tuple[str, str]]:
        """Titles and surnames of who is told apart from younger relatives by bearing them alone.

        Where "Mr. John Holm" is a standing form, "Mr. Holm" is somebody else.
        """
        full: Counter[tuple[str, str]] = Counter()
        bare: Counter[tuple[str, str]] = Counter()
        for form in self.forms.values():
            for title in form.titles[-1:]:
                (full if form.given else bare)[title, form.family] += 1
        return frozenset(
            key
            for key, times in full.items()
            if times >= settings.TITLED_IN_FULL and bare[key] > times
        )

    def _is_elder(self, form: NameForm) -> bool:
        return any((title, form.family) in self._elders for title in form.titles[-1:])

    def _families(self, family: str) -> Iterable[Thread]:
        yield from (t for t in self._by_word.get(family, ()) if same_family(t.family, family))
        for thread in self._by_stem.get(spelling(family), ()):
            if is_variant(thread.family, family):
                yield thread

    def _single(self, i: int) -> Thread:
        """The entity of a bare surname, first name, or title and name: the most named so far."""
        form = self.forms[i]
        fitting: list[Thread] = [
            thread
            for thread in (*self._by_word.get(form.family, ()), *self._families(form.family))
            if courteous(thread, form)
            and agree(thread.gender, title_gender(form))
            and not (self._is_elder(form) and thread.given)
        ]
        if not fitting:
            return self._new(SpeakerKind.PERSON)
        before = [t for t in fitting if t.mentions[0] < i]
        if not before:
            first: Thread = min(fitting, key=lambda thread: thread.mentions[0])
            return first
        titles = set(form.titles)

        def weight(thread: Thread) -> tuple[bool, int, int]:
            other = bool(titles) and bool(thread.courtesy - titles)
            seen = bisect_left(thread.mentions, i)
            return not other, seen, thread.mentions[seen - 1]

        best: Thread = max(before, key=weight)
        return best

    # organisations

    def _read_organisations(self, indices: Iterable[int]) -> None:
        listed = list(indices)
        for i in sorted(listed, key=lambda i: (-self._length(i), i)):
            mention = self._mentions[i]
            name = " ".join(self._text[mention.start : mention.end].split())
            thread = self._organisation(name, mention.kind)
            thread.mentions.append(i)
            thread.vote(Gender.NEUTER, 1)
            self.thread_of[i] = thread

    def _length(self, i: int) -> int:
        return self._mentions[i].end - self._mentions[i].start

    def _organisation(self, name: str, kind: SpeakerKind) -> Thread:
        key = organisation_key(name)
        thread = self._organisations.get(key)
        if thread is None:
            thread = self._new(kind)
            thread.name = name
            self._organisations[key] = thread
            for short in acronyms(name):
                self._organisations.setdefault(short, thread)
        return thread


def rank_name(name: str) -> tuple[bool, bool, int]:
    """How good a name is to show: several words, not all in capitals, long."""
    return " " in name, not name.isupper(), len(name)


def latest(indices: Sequence[int], limit: int) -> int:
    """The largest of the ascending *indices* below *limit*, -1 when there is none."""
    at = bisect_left(indices, limit)
    return indices[at - 1] if at else -1


def title_gender(form: NameForm) -> Gender:
    """Gender shown by the titles alone."""
    genders = vocabulary.title_genders()
    shown = [genders.get(t, Gender.UNKNOWN) for t in form.titles]
    return next((g for g in shown if g is not Gender.UNKNOWN), Gender.UNKNOWN)


def agree(one: Gender, other: Gender) -> bool:
    """Whether two genders may belong to one entity."""
    return Gender.UNKNOWN in (one, other) or one is other


def courteous(thread: Thread, form: NameForm) -> bool:
    """Whether the titles may be one person's: not "Mrs. Holm" and "Miss Holm"."""
    titles = set(form.titles)
    return not any(
        pair & titles and (pair - titles) & thread.courtesy and not pair <= titles
        for pair in _APART
    )


def given_agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether given names may be one person's: "John", "John F.", "J.F."; not "John", "Jack"."""
    first, second = one[0], other[0]
    if first == second:
        return True
    if is_initial(first.upper()) or is_initial(second.upper()):
        return first[0] == second[0]
    return is_variant(first, second)


def same_family(one: str, other: str) -> bool:
    """Whether two family names are one, particles aside: "van der Berg", "Berg"."""
    return one == other or one.rpartition(" ")[2] == other.rpartition(" ")[2]


def is_variant(one: str, other: str) -> bool:
    """Whether two long names differ only in how their end is spelt: "Zelensky", "Zelenskyy"."""
    return one != other and spelling(one) == spelling(other)


def organisation_key(name: str) -> str:
    """Key under which an organisation's names meet: "the U.S." and "US"."""
    words = [plain(word).replace(".", "") for word in _WORDS.findall(name)]
    if words and words[0] == "the":
        words = words[1:]
    key = " ".join(words)
    places = table("places")
    row = places.get(key) or places.get(name.lower().rstrip("."))
    if row is not None and row["kind"] == "place":
        return row["country"]
    return key


def acronyms(name: str) -> list[str]:
    """Acronyms that an organisation's long name may have: "World Health Organization", "who"."""
    words = [word for word in _WORDS.findall(name) if _CAPITAL.match(word)]
    if len(words) < 3:
        return []
    return ["".join(word[0] for word in words).lower()]
