"""Candidates for reports: what they govern, what the counts say, how they are weighed."""

from __future__ import annotations

import pytest

from quoteattr import extract_quotes
from quoteattr.backend import analyse
from quoteattr.lexicon import table
from quoteattr.pipeline import load_pipeline
from quoteattr.quotation.words.constructions import candidates_at
from quoteattr.quotation.words.evidence import Tally, evidence_of
from quoteattr.quotation.words.weighing import FEATURES, probability, weights


def constructions(text: str, word: str) -> list[str]:
    """Names of the constructions with *word*."""
    analysis = analyse(text, load_pipeline(), [(0, len(text))])
    token = analysis.words.index(word)
    return [candidate.construction for candidate in candidates_at(analysis, token)]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Ann Lee criticized the plan.", "criticized", ["object"]),
        ("Ann Lee is accused of hiding the costs.", "accused", ["passive-of"]),
        ("Her claim that the mill was sold surprised us.", "claim", ["that"]),
        ("Ann Lee slept.", "slept", []),
    ],
)
def test_constructions(text: str, word: str, expected: list[str]) -> None:
    """The tree names what a word governs."""
    assert constructions(text, word)[:1] == expected


def test_every_feature_has_a_weight() -> None:
    """The fitted file and the table of features name the same features."""
    assert set(weights()) == set(FEATURES)


def test_counts_are_counts() -> None:
    """Nothing reports more often than it was seen, and every listed word was counted."""
    counts = table("cue_counts")
    assert all(0 <= int(row["reported"]) <= int(row["seen"]) for row in counts.values())
    assert set(table("cue_lemmas")) <= set(counts)


def test_a_share_is_drawn_towards_the_prior() -> None:
    """Few sightings say little."""
    assert Tally().share(0.1, 3) == pytest.approx(0.1)
    assert Tally(2, 2).share(0.1, 3) < Tally(200, 200).share(0.1, 3)


def test_counts_raise_the_probability() -> None:
    """`criticized the plan` reports more often than `ate the plan`."""
    shares = []
    for verb in ("criticized", "ate"):
        text = f"Ann Lee {verb} the plan."
        analysis = analyse(text, load_pipeline(), [(0, len(text))])
        (candidate,) = candidates_at(analysis, 2)
        shares.append(probability(candidate))
    assert shares[0] > 2 * shares[1]
    assert evidence_of(candidate).word == Tally()


def test_the_trace_says_how_likely() -> None:
    """A weighed report names its word, its construction and its probability."""
    (quote,) = extract_quotes("Ann Lee challenged the board to publish the costs.")
    assert quote.trace[0].rule == "weighed"
    assert quote.trace[0].note.startswith("challenge, object+to: 0.")
