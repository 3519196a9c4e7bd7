"""The files with their quotations, one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr.cli.inputs import UnreadableError, read_text
from quoteattr.formats import Document

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from quoteattr.api import QuoteExtractor
    from quoteattr.cli.ending import Problems
    from quoteattr.cli.inputs import Input
    from quoteattr.cli.interruption import Interruptions
    from quoteattr.cli.progress import Bar

FILES_PER_BATCH: Final = 4
"""Files a worker process is handed at once: few, so that the bar moves and little is lost when a
run is interrupted. Handing one over takes a fiftieth of the time that searching it does."""


def search(
    inputs: Sequence[Input],
    engine: QuoteExtractor,
    *,
    name_of: Callable[[Input], str],
    jobs: int,
    problems: Problems,
    interruptions: Interruptions,
    bar: Bar,
) -> Iterator[Document]:
    """Read and search the files in order, in constant memory; what fails is reported.

    Signals end it while it works, and wait while the caller has a document in hand.
    """

    def texts() -> Iterator[tuple[str, tuple[Input, str]]]:
        for one in inputs:
            bar.begin(one.name)
            try:
                text = read_text(one.name)
            except UnreadableError as error:
                problems.report(one.name, str(error))
                bar.advance()
            else:
                yield text, (one, text)

    def report(beside: tuple[Input, str], error: Exception) -> None:
        problems.report(beside[0].name, " ".join(f"{type(error).__name__}: {error}".split()))
        bar.advance()

    results = engine.pipe(
        texts(),
        as_tuples=True,
        batch_size=FILES_PER_BATCH,
        n_process=jobs or -1,
        on_error=report,
    )
    while True:
        with interruptions.allowed(), bar.working():
            result = next(results, None)
        if result is None:
            return
        quotes, (one, text) = result
        yield Document(name=name_of(one), text=text, quotes=quotes)
        bar.advance()
