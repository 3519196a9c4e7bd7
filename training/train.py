"""The learning itself: draw passages, update, look at the development set, save."""

from __future__ import annotations

import json
import random
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from spacy.language import Language
from spacy.training import Example
from spacy.util import fix_random_seed
from thinc.api import Adam

from training import checkpoint
from training.build import blank_pipeline, use_fast_matrices
from training.config import Config, Schedule
from training.docs import example_of, examples_of, widened
from training.rare import Counts, teach_words
from training.trees import Passage

LABEL_SAMPLE = 2500
"""Passages of each kind that the labels are read from: all of EWT and the originals of GUM."""


def train(
    by_kind: dict[str, list[Passage]],
    counts: Counts,
    development: list[Passage],
    config: Config,
    seed: int,
    work: Path,
    *,
    on_step: Callable[[int], None] | None = None,
) -> Language:
    """A trained pipeline with averaged weights.

    The run is resumed when ``work`` holds a checkpoint of it. Same data, numbers and seed give
    the same model, resumed or not, up to the rounding of the BLAS in use.

    Args:
        by_kind: Passages by kind; ``config.mixture.shares`` says how often each kind is drawn.
        counts: How often the treebanks have each word; the encoder knows the frequent ones.
        development: Parsed passages for the progress lines; nothing is selected by them.
        config: The numbers of the run.
        seed: Seeds the weights, the drawing and the dropout.
        work: Folder for the checkpoint and ``progress.jsonl``.
        on_step: Called before each step with its number.
    """
    fix_random_seed(seed)
    rng = random.Random(seed)
    nlp = blank_pipeline(config.shape)
    teach_words(nlp, counts, config.rare)
    labelled = list(examples_of(nlp, _label_sample(by_kind)))
    nlp.initialize(lambda: labelled)
    use_fast_matrices(nlp)
    optimizer = Adam(config.schedule.learn_rate, L2=0.01, grad_clip=1.0)
    first = checkpoint.restore(work, nlp, optimizer, rng)
    if first:
        print(f"resuming at step {first}", flush=True)
    schedule = config.schedule
    watch = list(examples_of(nlp, development))
    losses: dict[str, float] = {}
    began = time.monotonic()
    kept = _Kept(nlp, config.mixture.wide)
    draw = Draw(by_kind, config.mixture.shares, rng)
    for step in range(first + 1, schedule.steps + 1):
        if on_step:
            on_step(step)
        fix_random_seed(seed * 1_000_003 + step)  # dropout; by step, so that a resumed run agrees
        optimizer.learn_rate = learn_rate(schedule, step)
        batch = [kept(p) for p in draw.batch(batch_words(schedule, step))]
        nlp.update(batch, drop=schedule.dropout, sgd=optimizer, losses=losses)
        if step % schedule.evaluate_every == 0 or step == schedule.steps:
            with nlp.use_params(optimizer.averages):
                scores = nlp.evaluate(watch)
            _report(work, step, schedule.steps, first, time.monotonic() - began, losses, scores)
            losses = {}
        if step % schedule.save_every == 0:
            checkpoint.save(work, nlp, optimizer, step, rng)
    with nlp.use_params(optimizer.averages):
        averaged = nlp.to_bytes()
    return nlp.from_bytes(averaged)


def _label_sample(by_kind: dict[str, list[Passage]]) -> list[Passage]:
    """Enough passages to meet every label; reading all of them twice would take minutes."""
    return [p for kind in sorted(by_kind) for p in by_kind[kind][:LABEL_SAMPLE]]


class _Kept:
    """Examples by passage, made once; ``Language.update`` copies what it writes to.

    A share of them has doubled blanks, drawn by the text itself, so that a resumed run agrees.
    """

    def __init__(self, nlp: Language, wide: float) -> None:
        self._nlp, self._wide = nlp, wide
        self._made: dict[int, Example] = {}

    def __call__(self, passage: Passage) -> Example:
        if id(passage) not in self._made:
            text = passage.text()
            rng = random.Random(text)
            text = widened(text, rng) if rng.random() < self._wide else text
            self._made[id(passage)] = example_of(self._nlp, passage, text)
        return self._made[id(passage)]


class Draw:
    """Draws passages so that each kind gives its share of the words."""

    def __init__(
        self, by_kind: dict[str, list[Passage]], shares: dict[str, float], rng: random.Random
    ) -> None:
        self._kinds = sorted(k for k, held in by_kind.items() if held and shares.get(k))
        self._held = {k: by_kind[k] for k in self._kinds}
        self._rng = rng
        mean = {k: sum(p.n_words() for p in v) / len(v) for k, v in self._held.items()}
        self._weights = [shares[k] / mean[k] for k in self._kinds]

    def batch(self, words: int) -> Iterator[Passage]:
        """Passages until ``words`` words are reached."""
        drawn = 0
        while drawn < words:
            kind = self._rng.choices(self._kinds, self._weights)[0]
            passage = self._rng.choice(self._held[kind])
            drawn += passage.n_words()
            yield passage


def batch_words(schedule: Schedule, step: int) -> int:
    """How many words the batch of a step has."""
    first, last, growth = schedule.batch_words
    return int(min(last, first * growth**step))


def learn_rate(schedule: Schedule, step: int) -> float:
    """Linear up during the warm-up, then linear down to a tenth."""
    if step <= schedule.warmup_steps:
        return schedule.learn_rate * step / schedule.warmup_steps
    done = (step - schedule.warmup_steps) / max(1, schedule.steps - schedule.warmup_steps)
    return schedule.learn_rate * (1.0 - 0.9 * done)


def _report(
    work: Path,
    step: int,
    steps: int,
    first: int,
    seconds: float,
    losses: dict[str, float],
    scores: dict[str, object],
) -> None:
    left = seconds / (step - first) * (steps - step)
    wanted = ("tag_acc", "lemma_acc", "dep_uas", "dep_las", "sents_f", "ents_f")
    shown = {k: round(100 * float(scores[k]), 1) for k in wanted if scores.get(k) is not None}  # type: ignore[arg-type]
    line = {"step": step, **shown, "loss": {k: round(v) for k, v in losses.items()}}
    work.mkdir(parents=True, exist_ok=True)
    with (work / "progress.jsonl").open("a", encoding="utf-8") as file:
        file.write(json.dumps(line) + "\n")
    figures = "  ".join(f"{k} {v}" for k, v in shown.items())
    print(f"step {step:>5} of {steps}  {figures}  about {left / 60:.0f} min left", flush=True)
