"""The sentence right before the words of *he* or *she*, which may tell who speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quoteattr.coreference import settings
from quoteattr.coreference.pronouns.in_sentence import speaks_as_one

if TYPE_CHECKING:
    from quoteattr.analysis import Analysis
    from quoteattr.coreference.pronouns.scene import Scene
    from quoteattr.records import Range


def sentence_before(scene: Scene, pronoun: int) -> Range | None:
    """The tokens of the sentence right before the words of *he* or *she*.

    In their paragraph; or the last of a paragraph of narration, where the words open the next. None
    if it is as long as no real one.
    """
    if not speaks_as_one(scene, pronoun):
        return None
    analysis, here = scene.analysis, scene.paragraphs[pronoun]
    paragraph = analysis.paragraphs[here]
    first, _ = analysis.sentence_at(scene.mentions[pronoun].head)
    said = scene.quoted_from(analysis.starts[max(paragraph.first, first)])
    if said is None:
        return None
    leads = here > 0 and here - 1 not in scene.talk.of
    if said < paragraph.start or (said == paragraph.start and not leads):
        return None
    return _sentence_to(analysis, analysis.token_at(said))


def sentence_before_report(scene: Scene, pronoun: int) -> Range | None:
    """The same, or the sentence before *he* or *she* opens a report: "Holm left. | He said no"."""
    before = scene.sentence_before(pronoun)
    if before is not None or not speaks_as_one(scene, pronoun):
        return before
    analysis, head = scene.analysis, scene.mentions[pronoun].head
    first, _ = analysis.sentence_at(head)
    inside = analysis.paragraphs[scene.paragraphs[pronoun]].first < first
    quoted = scene.quoted_from(analysis.starts[first]) is not None
    if not inside or quoted or head != first:
        return None
    return _sentence_to(analysis, first)


def _sentence_to(analysis: Analysis, last: int) -> Range | None:
    """The sentence that the token before *last* stands in, up to there."""
    first, _ = analysis.sentence_at(last - 1)
    return (first, last) if last - first <= settings.LONGEST_BEFORE else None
