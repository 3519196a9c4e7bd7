"""Room 3: who said it.

Two ordered tables of sieves. A sieve is a plain function of (quotation, scene); the first that has
an answer decides, and the trace keeps the keys of all that were tried.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Final

from attrs import evolve

from quoteattr.attribution import (
    acting,
    asking,
    citing,
    dialogue,
    discourse,
    headlines,
    introducing,
    issuing,
    listing,
    messages,
    named_subjects,
    openers,
    owning,
    passives,
    phrases,
    relatives,
    sharing,
    surface,
    syntax,
    turn_choice,
)
from quoteattr.attribution.addressed import link_addressed
from quoteattr.attribution.answers import Answer
from quoteattr.attribution.confidence import confidence_of
from quoteattr.attribution.exchange import settle
from quoteattr.attribution.first_person import link_first_person, part_from_speaker
from quoteattr.attribution.messages import link_messages
from quoteattr.attribution.scene import Scene
from quoteattr.datatypes import Outcome, Span, Step
from quoteattr.grammar import only_qualifies
from quoteattr.records import Quotation

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = [
    "DISCOURSE_SIEVES",
    "SIEVES",
    "SOURCE_SIEVES",
    "Answer",
    "Scene",
    "Sieve",
    "attribute",
    "confidence_of",
    "link_addressed",
    "link_first_person",
    "link_messages",
    "part_from_speaker",
    "settle",
]

Sieve = Callable[[Quotation, Scene], "Answer | None"]
"""Looks at one quotation; None lets the next sieve try."""

SOURCE_SIEVES: Final[tuple[tuple[str, Sieve], ...]] = (
    ("label", surface.label),  # SMITH: No.
    ("listed-under", listing.listed_under),  # Ann Lee (mayor), and below: - Said no.
    ("quoted-under", listing.quoted_under),  # Statements by Ann Lee: - “No.”
    ("quoted-as-saying", passives.quoted_as_saying),  # She was quoted as saying no.
    ("according-to", phrases.according_to),  # According to the mayor, no.
    ("shown-on", issuing.shown_on),  # He held a sign reading “No”.
    ("noun-owner", owning.owner),  # Ann Lee's claim that it was dead
    ("noun-doer", owning.doer),  # Ann Lee made comments about the pier
    ("cue-subject", syntax.cue_subject),  # “No,” said the mayor.
    ("cue-agent", passives.cue_agent),  # It was announced by the mayor that ...
    ("agent-after-cue", passives.agent_after_cue),  # the same without a tree
    ("named-subject", named_subjects.named_subject),  # “No,” another Chirp user said.
    ("mention-before-cue", surface.mention_before_cue),  # “No,” Ann Lee, 55, said.
    ("mention-after-cue", surface.mention_after_cue),  # “No,” said Ann Lee.
    ("led-to-say", syntax.led_to_say),  # It led a boy to say no.
    ("issuer", issuing.issuer),  # She issued a statement saying no.
    ("brought-in", issuing.brought_in),  # It went on, with one guest saying no.
    ("relative-subject", relatives.relative_subject),  # Ann Lee, who said no, left.
    ("mention-before-relative", relatives.mention_before_relative),  # the same without a tree
    ("phrase-at-cue", phrases.phrase_at_cue),  # “No,” one of the two said.
    ("shared-subject", sharing.shared_subject),  # She rose and said no.
    ("subject-of-sentence", openers.subject_of_sentence),  # the same without a tree
    ("clause-after", openers.clause_after),  # Noting that it was late, she left.
    ("reply-owner", owning.reply_owner),  # “No,” was Ann Lee's reply
    ("crier", introducing.crier),  # With a shout of “No!” Ann Lee ran.
    ("voice-beside", acting.voice_beside),  # “Hello?” It was Ann Lee's voice.
    ("cited", citing.cited),  # “No” (Lee 2019: 44)
    ("name-before-colon", introducing.name_before_colon),  # They left. Ann Lee: “No.”
    ("before-colon", introducing.before_colon),  # Ann Lee was less sure: “No.”
)
"""Sieves that find a source in the text, tried before anybody is resolved."""

DISCOURSE_SIEVES: Final[tuple[tuple[str, Sieve], ...]] = (
    ("side-of-interview", asking.side_of_interview),  # **Why did you stay?**
    ("asked-about", asking.asked_about),  # What made her stay? “The pier.”
    ("same-paragraph", discourse.same_paragraph),  # “No,” she said. She rose. “Never.”
    ("signed", messages.signed),  # “I shall come. Yours, Ann Lee.”
    ("own-name", acting.own_name),  # “I'm Ann Lee.”
    ("reporter-before", discourse.reporter_before),  # He said it was hot. “Very hot.”
    ("headline-label", headlines.headline_label),  # Mayor: “We will rebuild”
    ("acts-beside", acting.acts_beside),  # “No.” Anna put down the cup. “Never.”
    ("answers-back", turn_choice.answers_back),  # “I won't!” said Kit. (new paragraph) “Go!”
    ("called-upon", turn_choice.called_upon),  # “And you, Kit?” “I stay.”
    ("turn-weighed", turn_choice.weighed),  # “Yes.” between two turns of Ann Lee
    ("beat", discourse.beat),  # Anna put down the cup. “Never.”
    ("introduced", discourse.introduced),  # The mayor rose to answer: (new paragraph)
    ("addressed-before", dialogue.addressed_before),  # “Is it cold, Oskar?” and his answer
    ("alternation", dialogue.alternation),  # A, B, then A again
    ("alternation-ahead", dialogue.alternation_ahead),  # open, then B, then A named at last
    ("other-party", dialogue.other_party),  # who else was there
    ("continued", discourse.continued),  # a bare paragraph after an attributed one
    (
        "paragraph-before",
        discourse.paragraph_before,
    ),  # Ann Lee has sold fruit here. (new paragraph)
)
"""Sieves that name the entity of a quotation without a source, tried in text order at the end."""

SIEVES: Final = SOURCE_SIEVES + DISCOURSE_SIEVES


def attribute(
    scene: Scene, sieves: Sequence[tuple[str, Sieve]], open_only: bool = True
) -> tuple[Quotation, ...]:
    """Answer the open quotations of *scene* in text order; the quotations with their longer traces.

    Args:
        scene: The text; its `answers` are filled in.
        sieves: An ordered table.
        open_only: Leave quotations alone that have an answer already.
    """
    traced: list[Quotation] = []
    for index, quotation in enumerate(scene.quotations):
        if open_only and scene.answers[index] is not None:
            traced.append(quotation)
            continue
        steps: list[Step] = []
        for rule, sieve in sieves:
            answer = _before_cue(quotation, sieve(quotation, scene), scene)
            if answer is not None and _is_addressed(quotation, answer):
                answer = None
            steps.append(_step(rule, answer, scene))
            if answer is not None:
                scene.answers[index] = answer
                break
        traced.append(evolve(quotation, steps=(*quotation.steps, *steps)))
    return tuple(traced)


def _before_cue(quotation: Quotation, answer: Answer | None, scene: Scene) -> Answer | None:
    """The answer with a source that ends before its cue: `Experts at the port | report that`.

    Nobody stands before a noun with but an article and a quality: `a kind | tweet about Lee`.
    """
    if quotation.cue is None or answer is None or answer.source is None:
        return answer
    start, end = answer.source
    cue = quotation.cue.start
    if not start < cue < end:
        return answer
    first = scene.analysis.token_at(start)
    nobody = only_qualifies(scene.analysis, first, quotation.cue.token)
    return None if nobody else evolve(answer, source=(start, cue - 1))


def _is_addressed(quotation: Quotation, answer: Answer) -> bool:
    """Whether the source found is whom it was said to: `Reporters were told that it was over.`"""
    if quotation.addressee is None or answer.source is None:
        return False
    (start, end), (first, last) = quotation.addressee, answer.source
    return start <= first and last <= end


def _step(rule: str, answer: Answer | None, scene: Scene) -> Step:
    if answer is None:
        return _passed(rule)
    source = answer.source
    spans = (Span.cut(scene.analysis.text, *source),) if source else ()
    return Step(rule=rule, outcome=Outcome.DECIDED, spans=spans, note=answer.note)


@cache
def _passed(rule: str) -> Step:
    """The step of a sieve without an answer: the same for all quotations."""
    return Step(rule=rule, outcome=Outcome.PASSED)
