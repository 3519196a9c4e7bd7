"""All layouts of news quotes and how often each is drawn.

Attachment follows the treebanks (EWT 2.16, GUM 11): the reporting verb is the root and a content
that is whole hangs on it as ``ccomp``, before or after; a verb that interrupts a clause hangs on
the clause as ``parataxis``; "according to X" is ``obl`` with ``according`` as ``case``; the one
told is ``iobj``.
"""

from __future__ import annotations

from collections.abc import Callable

from training.synthetic import direct, indirect
from training.synthetic.phrase import Phrase
from training.synthetic.scene import Scene

Layout = Callable[[Scene], list[Phrase]]

LAYOUTS: tuple[tuple[float, Layout], ...] = (
    (14, direct.quote_then_speaker),
    (15, direct.quote_then_verb),
    (8, direct.quote_in_the_middle),
    (5, direct.interrupted_quote),
    (2, direct.interrupted_report),
    (7, direct.cue_then_quote),
    (3, direct.quote_alone),
    (3, direct.speech_of_sentences),
    (14, indirect.report),
    (8, indirect.fronted_report),
    (5, indirect.according_to),
    (1, indirect.as_speaker_says),
    (3, indirect.was_quoted),
    (3, indirect.was_told),
    (2, indirect.made_clear),
    (2, indirect.went_on_to_say),
    (4, indirect.did_and_said),
    (3, indirect.said_and_said),
    (2, indirect.doing_speaker_said),
    (3, indirect.in_a_statement),
    (2, indirect.who_said),
    (2, indirect.statement_saying),
    (4, direct.called_it),
    (2, direct.spoken_tag),
    (3, indirect.headline),
    (6, indirect.plain),
)
"""Weight and layout. Weights follow the rough frequencies in news, rare ones lifted."""
