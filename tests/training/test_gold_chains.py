"""Gold coreference as the fits read it."""

from __future__ import annotations

from training.gold_chains import GoldChains


def test_a_stretch_has_the_chain_of_the_mention_it_covers_best() -> None:
    """A mention that the corpus draws wider is found, one that shares little is not."""
    chains = GoldChains({(0, 8): "holm", (0, 30): "board", (40, 44): "reed"})
    assert chains.chain_of((0, 8)) == "holm"
    assert chains.chain_of((0, 25)) == "board"
    assert chains.chain_of((41, 44)) == "reed"
    assert chains.chain_of((43, 60)) is None
