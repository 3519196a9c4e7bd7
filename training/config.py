"""The numbers of the training run, each with its reason.

"Study" is the feasibility study that preceded this package: the same treebanks, two widths.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Shape:
    """Size of the model."""

    width: int = 96  # study: 96 gains 3 LAS over 64
    depth: int = 4
    maxout_pieces: int = 3
    rows: tuple[int, int, int, int] = (10000, 1500, 4000, 1500)  # NORM, PREFIX, SUFFIX, SHAPE
    flag_rows: int = 8  # yes or no; a few rows more, so that the four hashes of the two differ
    # spaCy takes Python's lock once for each hidden unit of each step of a parse, which is a third
    # of the time at 64 units; so few units, with more pieces.
    parser_hidden: int = 40
    parser_pieces: int = 3
    ner_hidden: int = 24
    ner_pieces: int = 2


@dataclass(frozen=True, slots=True)
class RareWords:
    """Which words have a row of their own in the encoder."""

    least: int = 2  # a word met once says what its shape, ending and lists say, and no more
    doubt: float = 0.5  # a word met n times is hidden in doubt / (doubt + n) of its occurrences
    cue_counts: int = 10  # what a verb of the synthetic quotes counts for at least


@dataclass(frozen=True, slots=True)
class Schedule:
    """How long and how fast to learn."""

    steps: int = 7000
    batch_words: tuple[int, int, float] = (400, 1600, 1.0006)  # first, last, growth per step
    dropout: float = 0.15
    learn_rate: float = 0.0015
    warmup_steps: int = 200
    evaluate_every: int = 500
    save_every: int = 500


@dataclass(frozen=True, slots=True)
class Mixture:
    """What is drawn how often."""

    shares: dict[str, float] = field(
        default_factory=lambda: {
            "ewt": 36.0,
            "gum": 20.0,
            "quotes": 27.0,
            "books": 6.0,
            "names": 11.0,
        }
    )  # words of each kind in 100 words of training text
    max_words: int = 120  # of one passage: several sentences, so that boundaries are learned
    synthetic_passages: int = 14000
    wide: float = (
        0.08  # of all passages have some blanks doubled: the tokens of white space confuse
    )
    all_caps: float = 0.03  # of the renamed copies
    renamed_copies: int = 2  # of each passage with marked names, with other people's names


@dataclass(frozen=True, slots=True)
class Config:
    """Everything a run is determined by, beside the data and the seed."""

    shape: Shape = field(default_factory=Shape)
    rare: RareWords = field(default_factory=RareWords)
    schedule: Schedule = field(default_factory=Schedule)
    mixture: Mixture = field(default_factory=Mixture)
