"""`quoteattr extract`: the quotations of files and who said them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from quoteattr.cli.documents import search
from quoteattr.cli.ending import FAILED, Problems, quiet_end
from quoteattr.cli.engine import (
    KindsOption,
    MinConfidenceOption,
    ModesOption,
    NlpOption,
    engine_of,
)
from quoteattr.cli.inputs import distinct, find_inputs
from quoteattr.cli.interruption import Interruptions
from quoteattr.cli.output import Format, check_apart, chosen_output, write
from quoteattr.cli.progress import Bar
from quoteattr.cli.resuming import remaining


def extract(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE",
            help="Text files in UTF-8, folders, or patterns; - reads standard input.",
            show_default=False,
        ),
    ],
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="PATH",
            help="File to write, for brat a folder. Default: standard output.",
        ),
    ] = None,
    format_: Annotated[
        Format | None,
        typer.Option(
            "--format",
            "-f",
            help="Default: what PATH ends in; else table on a terminal, jsonl otherwise.",
        ),
    ] = None,
    kinds: KindsOption = None,
    modes: ModesOption = None,
    min_confidence: MinConfidenceOption = 0.0,
    nlp: NlpOption = None,
    jobs: Annotated[
        int,
        typer.Option(
            "--jobs", "-j", metavar="N", min=0, help="Processes that search; 0: one a core."
        ),
    ] = 1,
    suffix: Annotated[
        str,
        typer.Option(metavar="ENDS", help="What files in folders end in; comma-separated."),
    ] = ".txt",
    resume: Annotated[
        bool,
        typer.Option("--resume", help="Go on with PATH: leave out the files that it holds."),
    ] = False,
    explain: Annotated[
        bool,
        typer.Option("--explain", help="Say below the table why each speaker was chosen."),
    ] = False,
) -> None:
    """Find the quotations in files and who said them.

    A folder stands for the text files in it and below it, a pattern in quotation marks (*, ?, **)
    for the files that it fits. Offsets count the code points of the file's own text: line ends are
    left as they are, and a byte order mark counts as one.

    A file that cannot be read, or on which the pipeline fails, is reported in one line on standard
    error, and the others are done. When a run is interrupted, the documents written so far are kept
    whole, and --resume goes on with those that are not in PATH yet.

    The exit code is 0 when everything was done, 1 when a file could not be done, 2 when the call
    was wrong, 130 after Ctrl-C, 143 after SIGTERM.
    """
    with quiet_end():
        target = chosen_output(format_, output, explain=explain, resume=resume)
        engine = engine_of(kinds=kinds, modes=modes, nlp=nlp, min_confidence=min_confidence)
        problems = Problems()
        inputs = find_inputs(files, suffix.split(","), problems)
        check_apart(inputs, target)
        if target.format is Format.BRAT:
            inputs = distinct(inputs, problems)
        keep = 0
        if resume:
            inputs, keep = remaining(inputs, target)
        pauses = target.path is None and sys.stdout.isatty()
        with Interruptions() as interruptions, Bar(len(inputs), pauses=pauses) as bar:
            documents = search(
                inputs,
                engine,
                name_of=target.name_of,
                jobs=jobs,
                problems=problems,
                interruptions=interruptions,
                bar=bar,
            )
            write(documents, target, keep=keep)
    if problems.count:
        raise typer.Exit(FAILED)
