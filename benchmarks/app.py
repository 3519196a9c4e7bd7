"""The command line: `python -m benchmarks run|report|errors|speed|gate`."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Optional

import typer

from benchmarks import corpora, results, systems
from benchmarks.options import (
    Data,
    Documents,
    Given,
    Limit,
    Names,
    Split,
    check_given,
    read_corpora,
    subset_of,
)
from benchmarks.problems import BenchmarkError
from benchmarks.running import NOTHING, Run, run
from quoteattr.errors import QuoteAttrError
from quoteattr.evaluation import text_table

if TYPE_CHECKING:
    from collections.abc import Iterator

PROJECT = Path(__file__).parents[1]
BUILD = PROJECT / "build" / "benchmarks"
"""Where texts of corpora may be written: ignored by git."""

SPEED_SYSTEMS = ("quoteattr", "spacy", "textacy-paragraphs", "quoteattr:blank", "spacy:blank")

app = typer.Typer(
    name="python -m benchmarks",
    help="Measure quoteattr, and others beside it, on annotated corpora.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    add_completion=False,
)


def main() -> None:
    """Run the command line and exit."""
    app(prog_name="python -m benchmarks")


@contextmanager
def one_line_errors() -> Iterator[None]:
    """Turn what can go wrong into one line and exit code 1."""
    try:
        yield
    except (BenchmarkError, QuoteAttrError) as error:
        typer.echo(f"error: {error}", err=True)
        raise typer.Exit(1) from None
    except BrokenPipeError:
        sys.stderr.close()
        raise typer.Exit(141) from None


@app.command("run")
def run_command(
    corpus: Names = None,
    system: Annotated[
        Optional[list[str]],  # noqa: UP045
        typer.Option(
            "--system",
            "-s",
            help=f"{', '.join(systems.NAMES)}, each also as NAME:PIPELINE (`quoteattr:blank`),"
            " or python:MODULE:CLASS; may be repeated. Default: quoteattr.",
        ),
    ] = None,
    data: Data = None,
    split: Split = None,
    limit: Limit = None,
    documents: Documents = None,
    given: Given = NOTHING,
    resamples: Annotated[int, typer.Option(min=0, help="Drawings of the bootstrap.")] = 1000,
    seed: Annotated[int, typer.Option(help="Of the bootstrap.")] = 0,
    output: Annotated[
        Optional[Path],  # noqa: UP045
        typer.Option(help="Folder of the results. Default: benchmarks/results for whole corpora."),
    ] = None,
) -> None:
    """Run systems over corpora; print the figures, and write one JSON file a run."""
    with one_line_errors():
        check_given(given)
        partial = limit is not None or documents is not None
        folder = output or (BUILD if partial else results.FOLDER)
        chosen = list(read_corpora(corpus, data, split, limit, documents))
        for name in system or ["quoteattr"]:
            built = systems.build(name)
            for read in chosen:
                done = run(built, read, given=given, label=f"{name} on {read.kind.name}")
                report = results.score(read, done, resamples=resamples, seed=seed)
                signed = results.signature(
                    system=name,
                    version=built.version,
                    corpus=read,
                    run=done,
                    given=given,
                    resamples=resamples,
                    seed=seed,
                    part=_part(limit, documents),
                )
                path = results.save(report, signed, folder)
                _print_run(signed, done, text_table(report), path)


def _part(limit: int | None, documents: str | None) -> str:
    """Which documents were read, in words; "" for all."""
    named = f"those named {documents}" if documents else ""
    first = f"the first {limit}" if limit else ""
    return " of ".join(filter(None, (first, named)))


def _print_run(signed: dict[str, Any], done: Run, table: str, path: Path) -> None:
    typer.echo(
        f"\n{signed['system']} on {signed['corpus']} {signed['split']}"
        f" ({signed['documents']} documents,"
        f" {signed['quotations']} quotations, given: {signed['given']},"
        f" {signed['words_per_second']} words/s)"
    )
    typer.echo(table)
    for crash in done.crashes[:5]:
        typer.echo(f"crash: {crash}", err=True)
    if len(done.crashes) > 5:
        typer.echo(f"crash: and {len(done.crashes) - 5} more documents", err=True)
    typer.echo(f"written: {path}", err=True)


@app.command("errors")
def errors_command(
    corpus: Annotated[str, typer.Option("--corpus", "-c", help="Corpus to read.")],
    system: Annotated[str, typer.Option("--system", "-s", help="As in `run`.")] = "quoteattr",
    data: Data = None,
    split: Split = None,
    kind: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option(help="Subset to look at, as `run` prints them (`direct`). Default: all."),
    ] = None,
    sort: Annotated[
        Optional[list[str]],  # noqa: UP045
        typer.Option(help="missed, spurious, source, entity, kind, cue; may be repeated."),
    ] = None,
    rule: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option(help="Only mistakes whose deciding rule contains this."),
    ] = None,
    cue: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option(help="Only mistakes whose cue contains this."),
    ] = None,
    limit: Limit = None,
    documents: Documents = None,
    given: Given = NOTHING,
    most: Annotated[
        Optional[int],  # noqa: UP045
        typer.Option(min=1, help="Show at most so many mistakes of a group."),
    ] = None,
    brief: Annotated[bool, typer.Option("--brief", help="Counts only.")] = False,
    html: Annotated[
        bool, typer.Option("--html", help="Write a page with highlighting into build/.")
    ] = False,
) -> None:
    """Show what went wrong: text, gold, prediction and trace, grouped by the deciding rule."""
    from benchmarks import misses, showing

    with one_line_errors():
        check_given(given)
        for name in sort or ():
            if name not in misses.SORTS:
                raise BenchmarkError(f"unknown sort {name!r}, known are {', '.join(misses.SORTS)}")
        (read,) = read_corpora([corpus], data, split, limit, documents, skip_missing=False)
        subset = subset_of(read, kind)
        built = systems.build(system)
        done = run(built, read, given=given, label=f"{system} on {corpus}")
        found = [
            miss
            for miss in misses.misses(read, done, subset=subset, sorts=sort or misses.SORTS)
            if (rule or "") in miss.rule and (cue or "").lower() in miss.cue
        ]
        for line in showing.summary(found):
            typer.echo(line)
        if html:
            path = (
                BUILD
                / f"errors-{corpus}-{read.split}-{system.replace(':', '-').replace('/', '_')}.html"
            )
            path.parent.mkdir(parents=True, exist_ok=True)
            title = f"{system} on {corpus} {read.split}: {kind or 'all'}"
            path.write_text(showing.page(found, title), encoding="utf-8", errors="replace")
            typer.echo(f"written: {path}", err=True)
        elif not brief:
            for line in showing.lines(found, most=most):
                typer.echo(line)


@app.command("report")
def report_command(
    output: Annotated[
        Optional[Path],  # noqa: UP045
        typer.Option(help="Folder of the page. Default: docs/reference."),
    ] = None,
) -> None:
    """Write tables and plots of all results into the documentation."""
    from benchmarks import report

    with one_line_errors():
        for path in report.write_report(docs=output or report.DOCS):
            typer.echo(f"written: {path}", err=True)


@app.command("speed")
def speed_command(
    system: Annotated[
        Optional[list[str]],  # noqa: UP045
        typer.Option(
            "--system",
            "-s",
            help="As in `run`, and spacy or spacy:PIPELINE; may be repeated."
            " Default: quoteattr, spacy, textacy-paragraphs, quoteattr:blank, spacy:blank.",
        ),
    ] = None,
    largest: Annotated[
        int, typer.Option(min=1_000, help="Greatest input, in characters.")
    ] = 10_000_000,
    patience: Annotated[float, typer.Option(min=1, help="Seconds for one measurement.")] = 400.0,
    output: Annotated[
        Optional[Path],  # noqa: UP045
        typer.Option(help="Folder of the result. Default: benchmarks/results."),
    ] = None,
) -> None:
    """Measure speed, memory and growth beside spaCy's own pipeline and textacy."""
    from benchmarks import speed

    with one_line_errors():
        figures = speed.measure(system or SPEED_SYSTEMS, largest=largest, patience=patience)
        for row in figures["systems"]:
            typer.echo(
                f"{row['system']:24} {row['words_per_second']:>9,} words/s"
                f"  {row['peak_mb']:>6,} MB  load {row['load_seconds']:.2f} s"
                f"  import {row['import_seconds']:.2f} s"
            )
        for row in figures["growth"]:
            seconds = row["problem"] if row["seconds"] is None else f"{row['seconds']:.3f} s"
            typer.echo(f"{row['system']:24} {row['shape']:4} {row['size']:>10,}  {seconds}")
        path = speed.save(figures, output or results.FOLDER)
        typer.echo(f"written: {path}", err=True)


@app.command("gate")
def gate_command(
    data: Data = None,
    update: Annotated[
        bool,
        typer.Option("--update", help="Raise the floors to what is measured, less the margin."),
    ] = False,
    margin: Annotated[
        float, typer.Option(min=0, max=1, help="How far below what is measured.")
    ] = 0.005,
) -> None:
    """Check the pinned floors on a fast subset; exit 1 when a figure fell below one."""
    from benchmarks import gate

    with one_line_errors():
        lines, problems = gate.gate(corpora.data_folder(data), update=update, margin=margin)
        for line in lines:
            typer.echo(line)
        for problem in problems:
            typer.echo(f"error: {problem}", err=True)
        if problems and not update:
            raise typer.Exit(1)
