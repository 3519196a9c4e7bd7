"""The command line of the training package."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import replace
from pathlib import Path

from training.config import Config
from training.sources import LicenceError

PACKED = Path("src/quoteattr/models/en_quoteattr")


def main(arguments: list[str] | None = None) -> int:
    """Run one subcommand; gives the exit code (0 done, 1 refused or failed, 2 usage)."""
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except (LicenceError, FileNotFoundError) as error:
        print(f"training: {error}", file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    commands = parser.add_subparsers(required=True)

    train = commands.add_parser("train", help="train, measure, write the card, pack")
    train.add_argument("--data", type=Path, required=True, help="folder of the corpora")
    train.add_argument("--out", type=Path, required=True, help="work folder: checkpoint, model")
    train.add_argument("--seed", type=int, default=1)
    train.add_argument("--steps", type=int, help="shorter or longer than the config says")
    train.add_argument("--quotes", type=int, help="synthetic passages, other than the config says")
    train.set_defaults(run=_train)

    pack = commands.add_parser("pack", help="pack and measure a finished run once more")
    pack.add_argument("--data", type=Path, required=True)
    pack.add_argument("--out", type=Path, required=True, help="work folder of the run")
    pack.set_defaults(run=_pack)
    for command in (train, pack):
        command.add_argument("--pack", type=Path, default=PACKED, help="where it goes")
        command.add_argument(
            "--others",
            type=Path,
            nargs="*",
            default=[],
            help="figures of other seeds, for the card",
        )

    measure = commands.add_parser("measure", help="measure the packed pipeline again")
    measure.add_argument("--data", type=Path, required=True)
    measure.add_argument("--pack", type=Path, default=PACKED)
    measure.add_argument("--out", type=Path, help="also write the figures to this JSON file")
    measure.set_defaults(run=_measure)

    frames = commands.add_parser("frames", help="raw, directed marks or frames: cue sources")
    frames.add_argument("--data", type=Path, required=True)
    frames.add_argument("--pack", type=Path, default=PACKED)
    frames.set_defaults(run=_frames)
    return parser


def _train(options: argparse.Namespace) -> int:
    from training.corpus import development_passages, shuffled_kinds
    from training.finish import MODEL, finish, note_run
    from training.rare import word_counts
    from training.train import train

    config = Config()
    if options.steps:
        config = replace(config, schedule=replace(config.schedule, steps=options.steps))
    if options.quotes:
        config = replace(config, mixture=replace(config.mixture, synthetic_passages=options.quotes))
    by_kind = shuffled_kinds(options.data, config.mixture, options.seed)
    for kind, held in sorted(by_kind.items()):
        print(f"{kind:<8} {len(held):>6} passages, {sum(p.n_words() for p in held):>8} words")
    note_run(options.out, config, options.seed)
    counts = word_counts(options.data, config.rare)
    watched = development_passages(options.data)
    nlp = train(by_kind, counts, watched, config, options.seed, options.out)
    nlp.to_disk(options.out / MODEL)
    _show(finish(nlp, options.out, options.data, options.pack, options.others))
    return 0


def _pack(options: argparse.Namespace) -> int:
    import spacy

    from training.build import use_fast_matrices
    from training.finish import MODEL, finish

    nlp = spacy.load(options.out / MODEL)
    use_fast_matrices(nlp)
    _show(finish(nlp, options.out, options.data, options.pack, options.others))
    return 0


def _measure(options: argparse.Namespace) -> int:
    from quoteattr.pipeline import read_pipeline
    from training.measure import all_figures

    figures = all_figures(read_pipeline(options.pack), options.data)
    if options.out:
        options.out.write_text(json.dumps(figures, indent=1), encoding="utf-8")
    _show(figures)
    return 0


def _frames(options: argparse.Namespace) -> int:
    from quoteattr.pipeline import read_pipeline
    from training.cue_source import tally

    nlp = read_pipeline(options.pack)
    for view in ("raw", "directed", "frame"):
        counts = tally(nlp, options.data / "polnear", view=view)
        quoted = 100 * counts.quoted_usable / max(1, counts.quoted)
        print(
            f"{view:<9} usable {counts.share:.1f}% of {counts.judged}, apart {counts.apart}; "
            f"direct and mixed {quoted:.1f}% of {counts.quoted}"
        )
    return 0


def _show(figures: dict[str, object]) -> None:
    print(json.dumps(figures, indent=1))


if __name__ == "__main__":
    sys.exit(main())
