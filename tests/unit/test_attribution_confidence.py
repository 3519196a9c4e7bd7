"""What a confidence is made of."""

from __future__ import annotations

from tests.unit.attribution_support import read

from quoteattr.attribution.confidence import shares
from quoteattr.selection import withhold


def test_shares_are_shares() -> None:
    """Every measured share lies in [0, 1], and there is one for decisions of no known sort."""
    known = shares()
    assert "" in known
    assert all(0.0 <= share <= 1.0 for share in known.values())


def test_finer_sorts_have_coarser_ones_around_them() -> None:
    """A sort is measured only where the rule it belongs to is."""
    known = shares()
    assert all(key.rpartition("/")[0] in known for key in known if "/" in key)


def test_named_source_is_surer_than_none() -> None:
    """A name beside the cue is believed more than a guess by the order of turns."""
    named, guessed = read("“The pier is gone,” said Ann Lee.\n\n“We will rebuild it.”")
    assert named.confidence > guessed.confidence > 0


def test_unresolved_speaker_has_no_confidence() -> None:
    """Where nobody is named nothing is believed."""
    (quote,) = read("“The pier is gone for good.”")
    assert quote.speaker is None
    assert quote.confidence == 0.0


def test_low_confidence_is_withheld() -> None:
    """Below the least confidence asked for there is no speaker; source and trace stay."""
    quotes = read("“The pier is gone,” said Ann Lee.\n\n“We will rebuild it.”")
    least = (quotes[0].confidence + quotes[1].confidence) / 2
    named, guessed = withhold(quotes, least)
    assert named == quotes[0]
    assert (guessed.speaker, guessed.reference) == (None, None)
    assert guessed.trace == quotes[1].trace


def test_nothing_is_withheld_at_zero() -> None:
    """Without a least confidence the quotes stay as they are, nested ones too."""
    quotes = read("“I told them we were closed,” said Ann Lee.")
    assert withhold(quotes, 0.0) == quotes
