"""What surrounds an open turn of talk: who spoke before and after, who is named, who acts."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from attrs import define, field

from quoteattr import config
from quoteattr.attribution.addressing import addressed_gender, named, spoken_of, told
from quoteattr.attribution.diction import open_words
from quoteattr.datatypes import SpeakerKind
from quoteattr.kept import Keeper, kept
from quoteattr.records import Gender

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from quoteattr.attribution.scene import Scene
    from quoteattr.attribution.turns import Turn
    from quoteattr.records import Range

_SPEAKS = frozenset({SpeakerKind.PERSON, SpeakerKind.UNNAMED, SpeakerKind.GROUP})

_CROWDS = frozenset({"all", "both", "everybody", "everyone", "nobody", "no one", "several", "some"})


@define(kw_only=True, eq=False)
class Stage(Keeper):
    """One open turn and what stands around it; entities are indices into the chains.

    Attributes:
        scene: The text.
        turn: The open turn.
        position: Its place in the talk.
        quotation: Index of the open quotation in it.
        before: Speakers of the turns before, nearest first, None for the unknown.
        joined: How many of them follow one another without narration between.
        after: Speakers of the turns after as far as known, nearest first.
        joined_after: How many of these follow one another without narration between.
        beat: Who is mentioned in the narration of the turn, in text order.
        narrated: Who is mentioned in narration before the turn, nearest first.
        led: Who is mentioned in the paragraph of narration right before the turn, in text order.
        called: Who is addressed in the turn.
        called_before: Who is addressed in the turn before.
        called_after: Who is addressed in the turn after.
        named: Who else is mentioned inside the turn's quotations.
        named_before: Who else is mentioned inside the quotations of the turn before.
        asked: Whether the turn before ends in a question.
        addressed: Gender that the turn before calls the other by: "sir", "ma'am".
        leads_in: Who is mentioned first in the last sentence of the narration right before.
        sourced: Whether a source stands in the turns before, nearest first.
        told: The latest mentions in narration before the turn, nearest first.
        acts_after: Who is mentioned first in the narration of the turn right after.
        told_after: Who is mentioned first in the paragraph of narration right after the turn.
        called_across: Who is called three or five turns before in the run.
        called_across_after: Who is called three turns after in the run.
        told_before: Who is spoken to in the turn before, as its reporting clause says.
        is_told_after: The same of the turn after.
        spoken_of: Who is meant in the turn without a name.
        spoken_of_before: The same of the turn before.
        addressed_after: Gender that the turn after calls the other by.
    """

    scene: Scene
    turn: Turn
    position: int
    quotation: int
    before: list[int | None] = field(factory=list)
    joined: int = 0
    after: list[int | None] = field(factory=list)
    joined_after: int = 0
    beat: list[int] = field(factory=list)
    narrated: list[int] = field(factory=list)
    led: list[int] = field(factory=list)
    called: list[int] = field(factory=list)
    called_before: list[int] = field(factory=list)
    called_after: list[int] = field(factory=list)
    named: list[int] = field(factory=list)
    named_before: list[int] = field(factory=list)
    asked: bool = False
    addressed: Gender = Gender.UNKNOWN
    leads_in: int | None = None
    sourced: list[bool] = field(factory=list)
    told: list[int] = field(factory=list)
    acts_after: int | None = None
    told_after: int | None = None
    called_across: set[int] = field(factory=set)
    called_across_after: set[int] = field(factory=set)
    told_before: set[int] = field(factory=set)
    is_told_after: set[int] = field(factory=set)
    spoken_of: set[int] = field(factory=set)
    spoken_of_before: set[int] = field(factory=set)
    addressed_after: Gender = Gender.UNKNOWN

    @kept
    def words(self) -> Sequence[str]:
        """The words of the turn that have no source."""
        return open_words(self.scene, self.turn)

    @kept
    def heard_around(self) -> Mapping[int, float]:
        """How much each is heard in the talk around."""
        return self.scene.company.around(self.position)

    @kept
    def heard_ahead(self) -> Mapping[int, int]:
        """How often each is heard in the next turns."""
        return self.scene.company.ahead(self.position)

    def candidates(self) -> list[int]:
        """Who may speak: everybody around who can, each once, the nearest first.

        A crowd that has cried out takes no turn: `“Ha!” said everybody.` Nor does a letter.
        """
        around = [
            *self.before,
            *self.after,
            *self.called_before,
            *self.called_after,
            *self.beat,
            *self.led,
            *self.narrated,
        ]
        present = [entity for entity in dict.fromkeys(around) if entity is not None]
        return [entity for entity in present if self._takes_turns(entity)]

    def _takes_turns(self, entity: int) -> bool:
        """Whether it is neither a crowd without a noun nor something written."""
        found = self.scene.chains.entities[entity]
        return found.kind is not SpeakerKind.DOCUMENT and found.name.lower() not in _CROWDS


def find_stage(scene: Scene, position: int, quotation: int, before: int | None = None) -> Stage:
    """What surrounds the turn at *position* of the talk.

    Args:
        scene: The text.
        position: Where in its talk.
        quotation: Index of the quotation in question.
        before: The mention that speaks there, if one does: then only the narration before it counts
            as beside the quotation.
    """
    talk = scene.talk
    turn = talk[position]
    stage = Stage(scene=scene, turn=turn, position=position, quotation=quotation)
    _look_back(stage, talk, position)
    _look_ahead(stage, talk, position)
    stage.called = scene.company.called(position)
    stage.named = [entity for entity in named(scene, turn) if entity not in stage.called]
    end = None if before is None else scene.mentions[before].start
    for first, last in turn.narration[: config.TURN_QUOTATIONS]:
        stage.beat.extend(_told_in(scene, (first, last if end is None else min(last, end))))
    _read_narration(stage)
    _read_narration_after(stage)
    _look_across(stage)
    stage.spoken_of = spoken_of(scene, turn)
    return stage


def _look_back(stage: Stage, talk: list[Turn], position: int) -> None:
    scene = stage.scene
    opening = scene.scene_start(_start(scene, stage.turn))
    for back in range(1, min(position, config.TURNS_BACK) + 1):
        if _start(scene, talk[position - back]) < opening:
            break
        stage.before.append(scene.speaker_of(talk[position - back]))
        stage.sourced.append(_has_source(scene, talk[position - back]))
        if stage.joined == back - 1 and scene.follows(talk, position - back + 1):
            stage.joined = back
    if position and stage.joined:
        stage.called_before = scene.company.called(position - 1)
        stage.named_before = named(scene, talk[position - 1])
        stage.addressed = addressed_gender(scene, talk[position - 1])
        stage.told_before = told(scene, talk[position - 1])
        stage.spoken_of_before = spoken_of(scene, talk[position - 1])
        text = scene.analysis.text
        last = scene.quotations[talk[position - 1].quotations[-1]]
        stage.asked = text[last.start : last.end].rstrip("”\"'’ ").endswith("?")


def _start(scene: Scene, turn: Turn) -> int:
    return scene.analysis.paragraphs[turn.paragraph].start


def _has_source(scene: Scene, turn: Turn) -> bool:
    answers = (scene.answers[index] for index in turn.quotations)
    return any(answer is not None and answer.source is not None for answer in answers)


def _look_ahead(stage: Stage, talk: list[Turn], position: int) -> None:
    scene = stage.scene
    last = min(len(talk) - position - 1, config.TURNS_AHEAD)
    opening = scene.scene_start(_start(scene, stage.turn))
    for ahead in range(1, last + 1):
        if scene.scene_start(_start(scene, talk[position + ahead])) != opening:
            break
        stage.after.append(scene.speaker_of(talk[position + ahead]))
        if stage.joined_after == ahead - 1 and scene.follows(talk, position + ahead):
            stage.joined_after = ahead
    if stage.joined_after:
        stage.called_after = scene.company.called(position + 1)
        stage.addressed_after = addressed_gender(scene, talk[position + 1])
        stage.is_told_after = told(scene, talk[position + 1])
        gaps = talk[position + 1].narration[: config.TURN_QUOTATIONS]
        stage.acts_after = next((one for gap in gaps for one in _told_in(scene, gap)), None)


def _look_across(stage: Stage) -> None:
    """Fill in whom the other speaker calls further off, if the two take turns."""
    called_at = stage.scene.company.called
    for away in config.TURNS_ACROSS:
        if stage.joined >= away:
            stage.called_across.update(called_at(stage.position - away))
        if stage.joined_after >= away:
            stage.called_across_after.update(called_at(stage.position + away))


def _told_in(scene: Scene, gap: Range) -> list[int]:
    """Who is mentioned in a stretch of the narration of a turn, in text order."""
    return _people(scene, islice(scene.mentions_in(*gap), config.TURN_MENTIONS))


def _read_narration(stage: Stage) -> None:
    """Fill in who is mentioned before the turn, outside quotations."""
    scene, paragraphs = stage.scene, stage.scene.analysis.paragraphs
    here = stage.turn.paragraph
    end = paragraphs[here].start
    earliest = end - config.NARRATION_BACK
    start = max(earliest, paragraphs[max(0, here - config.PARAGRAPHS_BACK)].start)
    here_only = max(start, scene.scene_start(end))
    found = _people(scene, scene.mentions_in(here_only, end))
    stage.narrated = list(dict.fromkeys(reversed(found)))
    stage.told = found[: -config.TOLD_LATELY - 1 : -1]
    if here and scene.talk_at(here - 1) is None:
        bounds = paragraphs[here - 1]
        start = max(earliest, bounds.start)
        stage.led = _people(scene, scene.mentions_in(start, bounds.end))
        first, _ = scene.analysis.sentence_at(bounds.last - 1)
        start = max(start, scene.analysis.starts[first])
        last = _people(scene, scene.mentions_in(start, bounds.end))
        stage.leads_in = last[0] if last else None


def _read_narration_after(stage: Stage) -> None:
    """Fill in who is mentioned first in the paragraph after the turn, if it only tells."""
    scene, paragraphs = stage.scene, stage.scene.analysis.paragraphs
    after = scene.last_paragraph(stage.turn) + 1
    if after < len(paragraphs) and scene.talk_at(after) is None:
        start = paragraphs[after].start
        end = min(paragraphs[after].end, start + config.NARRATION_AFTER)
        stage.told_after = next(iter(_people(scene, scene.mentions_in(start, end))), None)


def _people(scene: Scene, mentions: Iterable[int]) -> list[int]:
    """Entities of the persons mentioned by the narrator among *mentions*, in their order."""
    chains = scene.chains
    return [
        entity
        for mention in mentions
        if scene.mentions[mention].quoted is None
        and (entity := chains.entity_of[mention]) is not None
        and chains.entities[entity].kind in _SPEAKS
    ]
