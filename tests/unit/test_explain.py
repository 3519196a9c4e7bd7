"""Traces in words: each rule has its sentence, and the sentences name what was used."""

from __future__ import annotations

from typing import Any

import pytest

from quoteattr import extract_quotes
from quoteattr.attribution import SIEVES, exchange
from quoteattr.datatypes import Outcome, Quote, Span, Speaker, Step
from quoteattr.explain import explain, explain_quote
from quoteattr.lexicon import table
from quoteattr.quotation.reports.addressee import ADDRESSEES
from quoteattr.quotation.reports.rules import RULE_NAMES
from quoteattr.quotation.reports.site import DENIED

TEXT = "“No,” he\nsaid. Tom Arden left."
HE, SAID = Span.cut(TEXT, 6, 8), Span.cut(TEXT, 9, 13)
ARDEN = Speaker(
    name="Tom Arden", kind="person", role="harbour\nmaster", mentions=(HE, Span.cut(TEXT, 15, 24))
)


def quote(**fields: Any) -> Quote:
    """A quotation with these fields."""
    marked = (Span.cut(TEXT, 0, 5),)
    return Quote(content=marked, quoted=marked, kind="direct", **fields)


def test_every_rule_has_its_sentence() -> None:
    """The list of sentences and the engine's tables of rules hold the same keys."""
    sieves = {rule for rule, _ in (*ADDRESSEES, *SIEVES)}
    assert set(table("rules")) == RULE_NAMES | sieves | {DENIED, exchange.RULE}


@pytest.mark.parametrize("rule", table("rules"))
def test_sentences_can_be_put_together(rule: str) -> None:
    """What stands behind a colon or in a list has no full stop; a sentence has a capital."""
    row = table("rules")[rule]
    assert row["sentence"][0].isupper()
    assert not row["looks_at"][0].isupper()
    assert not any(cell.endswith(".") for cell in row.values())


@pytest.mark.parametrize(
    ("step", "sentence"),
    [
        (
            Step(rule="cue-subject", outcome="decided", spans=(HE,)),
            "The speaker is the subject of the reporting word: “he”.",
        ),
        (
            Step(rule="beat", outcome="decided", note="a_b 6.1, Bo 2.9: same_pronoun +3.4"),
            "The speaker is who acts beside the quotation. "
            "Candidates: a_b 6.1, Bo 2.9: same pronoun +3.4.",
        ),
        (
            Step(rule="beat", outcome="revised"),
            "An earlier answer was changed: the speaker is who acts beside the quotation.",
        ),
        (Step(rule="beat", outcome="passed"), "No answer from who acts beside the quotation."),
        (Step(rule="later", outcome="decided"), "The rule “later” gave the answer."),
        (Step(rule="later", outcome="passed"), "No answer from the rule “later”."),
    ],
)
def test_a_step_in_words(step: Step, sentence: str) -> None:
    """Outcome, words and note are in the sentence; a rule that is not listed is called by key."""
    assert explain(step) == sentence


def test_punctuation_is_not_quoted() -> None:
    """A colon that served as a cue is not shown as words."""
    colon = Span(0, 1, ":")
    step = Step(rule="headline-label", outcome=Outcome.DECIDED, spans=(colon,))
    assert explain(step) == "A headline names who says it beside a colon or a dash."


def test_rules_that_passed_share_a_sentence() -> None:
    """A row of rules without an answer is one sentence."""
    steps = [Step(rule=rule, outcome="passed") for rule in ("label", "according-to", "beat")]
    assert explain_quote(quote(trace=tuple(steps)))[0] == (
        "No answer from a label in the layout; the words after “according to”; "
        "or who acts beside the quotation."
    )


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        (
            {"source": HE, "reference": "pronoun", "speaker": ARDEN, "confidence": 0.934},
            "“he” refers to Tom Arden, harbour master, mentioned 2 times.",
        ),
        (
            {"reference": "implicit", "speaker": ARDEN, "confidence": 0.5},
            "No words at it name the speaker; it is Tom Arden, harbour master, mentioned 2 times.",
        ),
        ({"source": HE, "reference": "pronoun"}, "Whom “he” refers to is not known."),
        ({}, "Who speaks is not known."),
        ({"confidence": 0.4}, "The speaker was withheld as not sure enough."),
    ],
)
def test_the_way_to_the_speaker(fields: dict[str, Any], sentence: str) -> None:
    """What the words at the quotation refer to, or that it is not known."""
    assert sentence in explain_quote(quote(**fields))


def test_confidence_in_words() -> None:
    """The share of right answers is a percentage; without a speaker there is none."""
    sure = explain_quote(quote(speaker=ARDEN, confidence=0.934))
    assert sure[-1] == "Speakers found like this are right 93% of the time."
    assert not any("%" in sentence for sentence in explain_quote(quote()))


def test_a_found_quotation_is_explained() -> None:
    """The sentences of a real trace lead from the reporting word to the speaker."""
    (found,) = extract_quotes("“We are late,” said Tom Arden.")
    sentences = explain_quote(found)
    assert sentences[0] == "The reporting word stands after what was said: “said”."
    assert "The speaker is the subject of the reporting word: “Tom Arden”." in sentences
    assert "The speaker is Tom Arden." in sentences
