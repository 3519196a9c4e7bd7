"""What stands around the pronouns of a text."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from attrs import define, field

from quoteattr.chapters import scene_start, scene_starts
from quoteattr.coreference import settings
from quoteattr.coreference.pronouns.in_sentence import is_subject, pronoun_case, says
from quoteattr.coreference.pronouns.passing import find_passing
from quoteattr.coreference.pronouns.sentence_before import sentence_before
from quoteattr.coreference.pronouns.told_of import named_beside
from quoteattr.coreference.talk.labels import side
from quoteattr.datatypes import Reference
from quoteattr.kept import Keeper, kept
from quoteattr.records import MarkStyle

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from quoteattr.analysis import Analysis
    from quoteattr.coreference.pronouns.passing import Passing
    from quoteattr.coreference.pronouns.speaking import Place
    from quoteattr.coreference.talk.interview import Interview
    from quoteattr.coreference.talk.turns import Talk
    from quoteattr.coreference.threads import Thread
    from quoteattr.records import Mention, QuotedSpan, Range

CLAUSE_BREAKS: Final = frozenset(
    {",", ";", ":", "—", "–", "that", "who", "which", "when", "because", "if", "as", "while"}
) | {"where", "what", "before", "after", "until", "since", "though", "although", "but", "and"}
"""Words that part two clauses."""


_SIDES: Final = 2


@define(kw_only=True, eq=False)
class Scene(Keeper):
    """What stands around the pronouns of one text.

    Attributes:
        analysis: The columns of the text.
        mentions: Its mentions.
        quoted: Its quoted stretches.
        is_source: Indices of mentions that are sources of quotations.
        told: Those that are so only in what another says; not looked at in stories.
        threads: The entity of each mention resolved so far.
        speakers: Entities of the sources in each paragraph, as far as they have names.
        talk: The order of turns.
        last_source: Who spoke last.
        interview: Who is asked, where the text is an interview.
        signer: Who signs the text and is not told of in it.
        greeted: Whom the text greets as its reader, if it is a letter.
        in_groups: Mentions inside a group, which are not who *they* are.
    """

    analysis: Analysis
    mentions: Sequence[Mention]
    quoted: Sequence[QuotedSpan]
    is_source: frozenset[int]
    told: frozenset[int] = frozenset()
    threads: dict[int, Thread]
    speakers: Mapping[int, tuple[Thread, ...]]
    talk: Talk
    last_source: Thread | None = None
    interview: Interview | None = None
    signer: Thread | None = None
    greeted: Thread | None = None
    in_groups: frozenset[int] = frozenset()
    _subjects: dict[int, bool] = field(factory=dict, init=False)
    _says: dict[int, bool] = field(factory=dict, init=False)
    _cases: dict[int, str] = field(factory=dict, init=False)
    _beside: dict[int, set[int]] = field(factory=dict, init=False)
    _before: dict[int, Range | None] = field(factory=dict, init=False)

    @kept
    def _starts(self) -> dict[int, int]:
        return {mention.start: index for index, mention in enumerate(self.mentions)}

    @kept
    def _ends(self) -> dict[int, int]:
        return {mention.end: index for index, mention in enumerate(self.mentions)}

    @kept
    def _parts(self) -> tuple[list[int], list[int]]:
        """Where the parts of quoted stretches that lie in no other begin, and where they end."""
        outer = (span for span in self.quoted if span.parent is None)
        parts = sorted(part for span in outer for part in span.parts)
        return [start for start, _ in parts], [end for _, end in parts]

    @kept
    def paragraphs(self) -> list[int]:
        """The paragraph of each mention."""
        return [self.analysis.paragraph_at(mention.start) for mention in self.mentions]

    @kept
    def sentences(self) -> list[int]:
        """The sentence that the head of each mention stands in."""
        of = self.analysis.sentence_of
        return [of[mention.head] for mention in self.mentions]

    @kept
    def words_before(self) -> list[str]:
        """The word before each mention in lower case, "" at the start of the text."""
        tokens = [self.analysis.token_at(mention.start) for mention in self.mentions]
        return [self.analysis.lowers[token - 1] if token else "" for token in tokens]

    @kept
    def told_sources(self) -> frozenset[int]:
        """The sources in sentences, without labels of turns: "CLERK:"."""
        labels = {span.label[0] for span in self.quoted if span.label is not None}
        return frozenset(i for i in self.is_source if self.mentions[i].start not in labels)

    @kept
    def passing(self) -> Passing:
        """Mentions that pronouns pass over."""
        return find_passing(self.analysis, self.mentions, self.words_before)

    @kept
    def described(self) -> frozenset[int]:
        """Paragraphs in which somebody speaks who is but described: “He lied,” an aide said."""
        described = (i for i in self.is_source if self.mentions[i].quoted is None)
        return frozenset(
            self.paragraphs[i] for i in described if self.mentions[i].reference is Reference.NOMINAL
        )

    @kept
    def families(self) -> frozenset[str]:
        """The family names of those named."""
        named = (thread.family for thread in self.threads.values() if thread.family)
        return frozenset(family.rpartition(" ")[2] for family in named)

    @kept
    def _scene_starts(self) -> tuple[int, ...]:
        return scene_starts(self.analysis)

    def scene_start(self, index: int) -> int:
        """Where the scene begins that a mention stands in: behind a line of stars."""
        return scene_start(self._scene_starts, self.mentions[index].start)

    def begins_at(self, start: int) -> int | None:
        """Index of the mention that begins at the code point *start*."""
        return self._starts.get(start)

    def ends_at(self, end: int) -> int | None:
        """Index of the last mention that ends at the code point *end*."""
        return self._ends.get(end)

    def word_after(self, index: int) -> str:
        """The word behind a mention in lower case, "" at the end of the text."""
        after = self.analysis.token_at(self.mentions[index].end)
        return "".join(self.analysis.lowers[after : after + 1])

    def quoted_from(self, place: int) -> int | None:
        """Where the outermost quoted stretch begins that holds a code point; None for none."""
        starts, ends = self._parts
        at = bisect_right(starts, place) - 1
        return starts[at] if at >= 0 and place < ends[at] else None

    def labelled(self, index: int | None) -> Thread | None:
        """Who says quoted stretch *index*, or the turn it lies in, by a label: `HOLM: She left.`"""
        while index is not None:
            label = self.quoted[index].label
            if label is not None:
                named = self._starts.get(label[0])
                return None if named is None else self.threads.get(named)
            index = self.quoted[index].parent
        return None

    @kept
    def two_sides(self) -> tuple[int, ...]:
        """Where the two labels stand first that all turns of a talk have; empty for more or none.

        `MD: Did she stay?` and `OV: She did.` Of a talk of more, those who ask and answer.
        """
        first = dict[str, int]()
        for span in self.quoted:
            if span.label is not None and span.style is MarkStyle.TRANSCRIPT:
                first.setdefault(self.analysis.text[slice(*span.label)], span.label[0])
        sides = {label: place for label, place in first.items() if side(label)}
        return tuple((first if len(first) == _SIDES else sides).values())

    def is_subject(self, index: int) -> bool:
        """Whether a mention is a subject; asked once for each."""
        known = self._subjects.get(index)
        if known is None:
            known = self._subjects[index] = is_subject(self, index)
        return known

    def says(self, index: int) -> bool:
        """Whether a verb of saying follows a mention; asked once for each."""
        known = self._says.get(index)
        if known is None:
            known = self._says[index] = says(self, index)
        return known

    def beside(self, index: int) -> set[int]:
        """Entities named in the words of *he* or *she*; asked once for each."""
        known = self._beside.get(index)
        if known is None:
            known = self._beside[index] = named_beside(self, index)
        return known

    def sentence_before(self, index: int) -> Range | None:
        """The sentence right before the words of *he* or *she*; asked once for each."""
        if index not in self._before:
            self._before[index] = sentence_before(self, index)
        return self._before[index]

    def case(self, index: int) -> str:
        """Case of a pronoun, "" for other mentions; asked once for each."""
        known = self._cases.get(index)
        if known is None:
            known = self._cases[index] = pronoun_case(self, index)
        return known


@define(kw_only=True, eq=False)
class Candidate:
    """An entity that a pronoun may mean, seen through its nearest mention.

    Attributes:
        thread: The entity.
        mention: Index of its nearest mention before the pronoun.
        rank: How many candidates are nearer.
        pronoun: Index of the pronoun.
        sentences: Sentence breaks between the two.
        beside: Indices of its mentions in the sentence of the nearest, the nearest first.
        near: How many of its mentions stand in the window before the pronoun.
        place: What surrounds a pronoun that speaks in a turn.
    """

    thread: Thread
    mention: int
    rank: int
    pronoun: int
    sentences: int
    beside: list[int]
    near: int = 1
    place: Place | None = None


def speakers_here(scene: Scene, index: int) -> tuple[Thread, ...]:
    """Named speakers of the paragraph of a mention, else who spoke last."""
    named = scene.speakers.get(scene.paragraphs[index], ())
    return named or (() if scene.last_source is None else (scene.last_source,))


def goes_on_with(scene: Scene, index: int, thread: Thread) -> bool:
    """Whether the rest of the sentence of a mention, outside quotations, mentions *thread*."""
    mentions, sentences = scene.mentions, scene.sentences
    return any(
        scene.threads.get(after) is thread
        and mentions[after].quoted is None
        and sentences[after] == sentences[index]
        for after in range(index + 1, min(index + 1 + settings.MENTIONS_AFTER, len(mentions)))
    )
