"""The order of turns: which paragraphs hold talk, and who speaks in them as far as is known."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

import regex
from attrs import define, field

from quoteattr.coreference import settings
from quoteattr.coreference.talk import limits
from quoteattr.datatypes import Reference, SpeakerKind
from quoteattr.genre import asks, is_told_in_turns, read_narration
from quoteattr.grammar import is_set_off
from quoteattr.kept import Keeper, kept
from quoteattr.own_names import signs
from quoteattr.records import Screen

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from quoteattr.analysis import Analysis
    from quoteattr.coreference.threads import Thread
    from quoteattr.records import Mention, QuotedSpan

_FOR_A_NAME: Final = regex.compile(r"\b(?:name|[Ww]ho)\b[^.?!\n]*+\?")


@define(kw_only=True, eq=False)
class Turn:
    """A paragraph that holds talk.

    Attributes:
        first: Index of the paragraph.
        last: Index of the last paragraph that its quotations run on to.
        sources: Mentions that are sources in it, in text order.
        called: Names that somebody is called by in it.
        named: Names of who is only spoken about in it.
    """

    first: int
    last: int
    sources: list[int] = field(factory=list)
    called: list[int] = field(factory=list)
    named: list[int] = field(factory=list)


@define(kw_only=True, eq=False)
class Talk(Keeper):
    """The turns of a text in order.

    Attributes:
        turns: In text order.
        of: Position of the turn that each paragraph of talk belongs to.
        is_dialogue: Whether people talk in it, so that a new paragraph may be a new speaker.
        is_news: Whether a text told in dialogue has the names and numbers of the news.
        questions: How many quotations ask or cry.
        threads: The entity of each mention resolved so far.
    """

    turns: list[Turn]
    of: Mapping[int, int]
    threads: Mapping[int, Thread]
    is_dialogue: bool
    is_news: bool
    questions: float
    _guessed: dict[int, Thread | None] = field(factory=dict, init=False)

    @kept
    def is_story(self) -> bool:
        """Whether it is dialogue as stories have it.

        A report may ask as much, but it names a source for each turn, and tells between them.
        """
        turns = len(self.turns)
        still_open = sum(not turn.sources for turn in self.turns)
        following = sum(map(self.follows, range(turns)))
        return (
            self.is_dialogue
            and not self.is_news
            and (
                still_open >= limits.STORY_OPEN * turns
                or (following >= limits.STORY_FOLLOWING * turns and self.questions > 1)
            )
        )

    def follows(self, position: int) -> bool:
        """Whether the turn follows the one before with no paragraph between."""
        if not 0 < position < len(self.turns):
            return False
        return self.turns[position].first - self.turns[position - 1].last <= 1

    def run_before(self, position: int) -> int:
        """How many turns before it, six at most, follow one another up to this one."""
        count = 0
        while count < settings.TURNS_BACK and self.follows(position - count):
            count += 1
        return count

    def speaker(self, position: int) -> Thread | None:
        """Who speaks in a turn: its last source, without one the last but one speaker."""
        if not 0 <= position < len(self.turns):
            return None
        known = self.named_speaker(position)
        return known if known is not None else self._guessed.get(position)

    def named_speaker(self, position: int) -> Thread | None:
        """Who speaks in a turn, as far as a source that is resolved says so."""
        if not 0 <= position < len(self.turns):
            return None
        for source in reversed(self.turns[position].sources[-settings.TURN_NAMES :]):
            if source in self.threads:
                return self.threads[source]
        return None

    def guess(self, position: int) -> None:
        """Note who speaks in the open turns before *position* if the talk alternates."""
        for back in range(min(settings.TURNS_BACK, position), 0, -1):
            at = position - back
            if at in self._guessed or self.turns[at].sources:
                continue
            turned = self.follows(at) and self.follows(at - 1)
            self._guessed[at] = self.speaker(at - 2) if turned else None


def find_talk(
    analysis: Analysis,
    mentions: Sequence[Mention],
    quoted: Sequence[QuotedSpan],
    sources: Iterable[int],
    threads: Mapping[int, Thread],
) -> Talk:
    """The turns of a text: paragraphs in which something is quoted that can stand by itself."""
    turns: list[Turn] = []
    of: dict[int, int] = {}
    questions = 0.0
    for span in quoted:
        if span.parent is not None or span.screen is not Screen.SPEECH:
            continue
        first, last = (analysis.paragraph_at(part[0]) for part in (span.parts[0], span.parts[-1]))
        if not turns or turns[-1].last < first:
            turns.append(Turn(first=first, last=last))
        turns[-1].last = max(turns[-1].last, last)
        questions += asks(analysis.text[span.start : span.end])
        for paragraph in range(first, last + 1):
            of.setdefault(paragraph, len(turns) - 1)
    for source in sorted(sources):
        one = mentions[source]
        if one.quoted is not None and one.reference is Reference.NAME:
            continue  # who is quoted by the one who talks: “Holm says no.”
        position = _turn_of(analysis, analysis.paragraph_at(mentions[source].start), turns, of)
        if position is not None:
            turns[position].sources.append(source)
    for index, mention in enumerate(mentions):
        if mention.quoted is None or mention.reference is not Reference.NAME:
            continue
        position = of.get(analysis.paragraph_at(mention.start))
        if position is not None and mention.kind is SpeakerKind.PERSON:
            vocative = is_set_off(analysis, mention.start, mention.end)
            vocative = vocative and not signs(analysis.text, mention)
            turn = turns[position]
            (turn.called if vocative else turn.named).append(index)
    for turn, after in pairwise(turns):
        if after.called and _asks_for_a_name(analysis, turn):
            after.named, after.called = sorted((*after.named, *after.called)), []
    talks = is_told_in_turns(len(turns), questions, analysis, quoted)
    is_news = talks and read_narration(analysis.text, quoted).is_news
    return Talk(
        turns=turns,
        of=of,
        threads=threads,
        is_dialogue=talks,
        is_news=is_news,
        questions=questions,
    )


def _turn_of(
    analysis: Analysis, paragraph: int, turns: Sequence[Turn], of: dict[int, int]
) -> int | None:
    """The turn a source in *paragraph* speaks in: `Ann rose, and said,` (new paragraph) `“No.”`"""
    position = of.get(paragraph)
    if position is None and paragraph + 1 in of:
        bounds = analysis.paragraphs[paragraph]
        if analysis.text[bounds.start : bounds.end].rstrip()[-1:] in limits.LEADS_IN:
            position = of[paragraph] = of[paragraph + 1]
            turns[position].first = min(paragraph, turns[position].first)
    return position


def _asks_for_a_name(analysis: Analysis, turn: Turn) -> bool:
    """Whether the names of the next turn answer, and call nobody: `“What was his name?” “Holm.”`"""
    paragraph = analysis.paragraphs[turn.last]
    return _FOR_A_NAME.search(analysis.text, paragraph.start, paragraph.end) is not None
