"""What the sieves look at: one text with its quotations, mentions and what is decided so far."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from attrs import define, field

from quoteattr import config
from quoteattr.attribution.answers import Answer
from quoteattr.attribution.company import Company
from quoteattr.attribution.diction import Diction, read_diction
from quoteattr.attribution.several import end_of_list, partner_after, partner_before
from quoteattr.attribution.turns import Turn, find_turns
from quoteattr.chapters import scene_start, scene_starts
from quoteattr.datatypes import Mode, QuoteKind, Reference, SpeakerKind
from quoteattr.genre import (
    Narration,
    asks,
    is_told_in_dialogue,
    is_told_in_turns,
    read_narration,
)
from quoteattr.kept import Keeper, kept
from quoteattr.records import Chains, MarkStyle, Range

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quoteattr.analysis import Analysis
    from quoteattr.records import Mention, Quotation, QuotedSpan


@define(eq=False)
class Scene(Keeper):
    """One text with everything known about it before and while its quotations are attributed.

    Attributes:
        analysis: Columns of the text.
        quoted: Stretches set off by marks.
        quotations: In text order, an outer one before those inside it.
        mentions: In text order.
        answers: What was decided for each quotation so far, None while open.
        chains: Entities behind the mentions; empty while sources are looked for.
    """

    analysis: Analysis
    quoted: Sequence[QuotedSpan]
    quotations: Sequence[Quotation]
    mentions: Sequence[Mention]
    answers: list[Answer | None]
    chains: Chains = field(factory=lambda: Chains(mentions=(), entities=(), entity_of=()))

    @kept
    def _labels(self) -> frozenset[int]:
        """The tokens of the labels of turns without a colon behind: `Q   Who paid?`."""
        labels = (span.label for span in self.quoted if span.label is not None)
        bare = (place for place in labels if self.analysis.text[place[1] : place[1] + 1] == " ")
        return frozenset(token for place in bare for token in self.analysis.tokens(*place))

    def is_label(self, token: int) -> bool:
        """Whether a token is the label of a turn without a colon behind."""
        return token in self._labels

    @kept
    def _mention_starts(self) -> list[int]:
        return [mention.start for mention in self.mentions]

    def mentions_in(self, start: int, end: int) -> Iterator[int]:
        """Indices of the mentions that lie in the code points [start, end), in text order."""
        index = bisect_left(self._mention_starts, start)
        while index < len(self.mentions) and self.mentions[index].start < end:
            if self.mentions[index].end <= end:
                yield index
            index += 1

    def mentions_from(self, start: int, end: int) -> Iterator[int]:
        """Indices of the mentions that begin in the code points [start, end), in text order."""
        index = bisect_left(self._mention_starts, start)
        while index < len(self.mentions) and self.mentions[index].start < end:
            yield index
            index += 1

    def mention_at(self, start: int, end: int) -> int | None:
        """Index of the first mention that overlaps the code points [start, end)."""
        index = bisect_left(self._mention_starts, start)
        for before in range(index - 1, max(-1, index - 1 - config.MENTIONS_INSIDE), -1):
            if self.mentions[before].end > start:
                return before
        if index < len(self.mentions) and self.mentions[index].start < end:
            return index
        return None

    @kept
    def _by_cue(self) -> list[tuple[int, int]]:
        return sorted(
            (quotation.cue.start, index)
            for index, quotation in enumerate(self.quotations)
            if quotation.cue is not None
        )

    def cues_between(self, start: int, end: int) -> Iterator[int]:
        """Indices of the quotations whose cue begins in the code points [start, end), in order."""
        position = bisect_left(self._by_cue, (start, -1))
        while position < len(self._by_cue) and self._by_cue[position][0] < end:
            yield self._by_cue[position][1]
            position += 1

    @kept
    def turns(self) -> list[Turn]:
        """The paragraphs that hold top-level quotations, in text order."""
        return find_turns(self.analysis, self.quotations)

    @kept
    def _turn_at(self) -> dict[int, int]:
        return {turn.paragraph: position for position, turn in enumerate(self.turns)}

    def turn_at(self, paragraph: int) -> int | None:
        """Position in `turns` of the paragraph with this index, None when it holds no quotation."""
        return self._turn_at.get(paragraph)

    @kept
    def talk(self) -> list[Turn]:
        """The turns that hold a direct quotation, in text order."""
        return [
            turn
            for turn in self.turns
            if any(self.quotations[index].kind is QuoteKind.DIRECT for index in turn.quotations)
        ]

    @kept
    def _talk_at(self) -> dict[int, int]:
        return {turn.paragraph: position for position, turn in enumerate(self.talk)}

    def talk_at(self, paragraph: int) -> int | None:
        """Position in `talk` of the paragraph with this index, None when nobody talks in it."""
        return self._talk_at.get(paragraph)

    def index_of(self, quotation: Quotation) -> int:
        """Index of *quotation* among the quotations."""
        return self._index[quotation.content, quotation.parent]

    @kept
    def _index(self) -> dict[tuple[tuple[Range, ...], int | None], int]:
        return {(q.content, q.parent): index for index, q in enumerate(self.quotations)}

    def turn_index(self, quotation: Quotation) -> int | None:
        """Position in `turns` of the turn that a top-level quotation begins in."""
        if quotation.parent is not None:
            return None
        return self.turn_at(self.analysis.paragraph_at(quotation.start))

    def turn_of(self, quotation: Quotation) -> Turn | None:
        """The turn that a top-level quotation begins in."""
        position = self.turn_index(quotation)
        return None if position is None else self.turns[position]

    def speaker_of(self, turn: Turn) -> int | None:
        """Entity that speaks last in the turn, by what is decided so far; None while open."""
        for index in reversed(turn.quotations):
            cue = self.quotations[index].cue
            if cue is None or cue.mode is not Mode.THOUGHT:
                entity = self.entity_of(self.answers[index])
                if entity is not None:
                    return entity
        return None

    def is_adjacent(self, position: int) -> bool:
        """Whether the turn at *position* follows the one before with no paragraph between."""
        return self.follows(self.turns, position)

    def follows(self, turns: Sequence[Turn], position: int) -> bool:
        """Whether the turn of *turns* at *position* follows the one before, nothing between."""
        if not 0 < position < len(turns):
            return False
        return turns[position].paragraph - self.last_paragraph(turns[position - 1]) <= 1

    def last_paragraph(self, turn: Turn) -> int:
        """Index of the paragraph in which the last quotation of *turn* ends."""
        parts = (part for i in turn.quotations for part in self.quotations[i].content)
        return max(self.analysis.paragraph_at(start) for start, _ in parts)

    @kept
    def _scene_starts(self) -> tuple[int, ...]:
        return scene_starts(self.analysis)

    def scene_start(self, place: int) -> int:
        """Where the scene begins that holds a code point: behind a line of stars."""
        return scene_start(self._scene_starts, place)

    @kept
    def interview(self) -> dict[int, int]:
        """Places of the questions and answers of an interview without labels, by their start."""
        turns = [span for span in self.quoted if span.style is MarkStyle.TRANSCRIPT]
        if all(turn.label is not None for turn in turns):
            return {}
        return {turn.start: place for place, turn in enumerate(turns)}

    @kept
    def is_dialogue(self) -> bool:
        """Whether the text is told in dialogue, where a new paragraph is a new speaker.

        News lets a speaker go on in a new paragraph. What tells is how many turns ask, or are
        short replies; a story that reports much talk is judged by the turns that give it.
        """
        text = self.analysis.text
        asking = sum(asks(text[q.start : q.end]) for q in self.quotations if q.parent is None)
        if is_told_in_turns(len(self.turns), asking, self.analysis, self.quoted):
            return True
        return is_told_in_dialogue(len(self.talk), asking) and self._narration.is_story

    @kept
    def _narration(self) -> Narration:
        return read_narration(self.analysis.text, self.quoted)

    @kept
    def is_report(self) -> bool:
        """Whether it reports who said what: a paragraph in marks then goes on with who spoke."""
        return not self.is_dialogue and self._narration.is_report

    @kept
    def diction(self) -> Diction:
        """How each speaker talks, by the sources known when this is first asked."""
        return read_diction(self)

    @kept
    def company(self) -> Company:
        """Who is heard and called in which turn."""
        return Company(self)

    def is_content(self, quotation: Quotation, offset: int) -> bool:
        """Whether the code point *offset* lies in the content of *quotation*."""
        return any(start <= offset < end for start, end in quotation.content)

    def entity_of(self, answer: Answer | None) -> int | None:
        """The entity that an answer leads to, None when it is unresolved."""
        if answer is None or answer.entity is not None:
            return None if answer is None else answer.entity
        if answer.mention is None or answer.mention >= len(self.chains.entity_of):
            return None
        return self.chains.entity_of[answer.mention]

    def note_of(self, answer: Answer | None) -> str:
        """Why the source of an answer means whom it means, "" where that needed no choice."""
        if answer is None or answer.mention is None or answer.entity is not None:
            return ""
        return self.chains.notes.get(answer.mention, "")

    def answer(self, mention: int) -> Answer:
        """The answer that *mention* is the source, alone or as one of several people."""
        mention = self._row_around(mention)
        found = self.mentions[mention]
        listed = end_of_list(self, mention)
        if listed is not None:
            return Answer(source=(found.start, listed))
        several = [partner_before(self, mention), mention, partner_after(self, mention)]
        people = [self.mentions[index] for index in several if index is not None]
        if len(people) < 2:
            return Answer(source=(found.start, found.end), mention=mention)
        return Answer(source=(people[0].start, people[-1].end))

    def _row_around(self, mention: int) -> int:
        """The row in which a mention stands, "Ann Lee and Jo Berg"; without one itself.

        A row has the head of the first in it: "the firm and its head".
        """
        found = self.mentions[mention]
        outer = self.mention_at(found.start, found.end)
        if outer is None or found.reference is Reference.PRONOUN or outer == mention:
            return mention
        around, first = self.mentions[outer : outer + 2]
        is_row = around.kind is SpeakerKind.GROUP
        is_row = is_row and (around.start, around.head) == (first.start, first.head)
        return outer if is_row else mention
