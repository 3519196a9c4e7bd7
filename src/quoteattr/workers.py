"""A stream of texts through one process or several, a failing text apart from the others."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from quoteattr.datatypes import Quote

    Extract = Callable[[str], list[Quote]]


def stream(
    extract: Extract, pairs: Iterator[tuple[str, Any]], batch_size: int, n_process: int
) -> Iterator[tuple[list[Quote] | Exception, Any]]:
    """The quotations of each text, or what its search raised, beside what came with it; in order.

    Args:
        extract: Finds the quotations of a text; what other processes run must be picklable.
        pairs: Texts, each with anything beside it.
        batch_size: Texts handed to a process at once.
        n_process: Processes; -1 for one a core.
    """
    if n_process == 1:
        return ((_attempt(extract, text), beside) for text, beside in pairs)
    return _parallel(extract, pairs, batch_size, n_process)


def _parallel(
    extract: Extract, pairs: Iterator[tuple[str, Any]], batch_size: int, n_process: int
) -> Iterator[tuple[list[Quote] | Exception, Any]]:
    """Batches of texts to worker processes, at most two batches a worker under way."""
    from collections import deque
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import cpu_count, get_context

    workers = cpu_count() if n_process == -1 else n_process
    with ProcessPoolExecutor(workers, get_context("spawn"), _begin_worker, (extract,)) as pool:
        under_way: deque[Any] = deque()
        while True:
            while len(under_way) < 2 * workers and (batch := list(islice(pairs, batch_size))):
                texts, beside = zip(*batch, strict=True)
                under_way.append((pool.submit(_run_batch, texts), beside))
            if not under_way:
                return
            future, beside = under_way.popleft()
            yield from zip(future.result(), beside, strict=True)


_of_worker: list[Extract] = []
"""What a worker process runs: sent once, a pipeline is large."""


def _begin_worker(extract: Extract) -> None:
    import signal

    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl-C ends it without a traceback
    _of_worker.append(extract)


def _run_batch(texts: Sequence[str]) -> list[list[Quote] | Exception]:
    (extract,) = _of_worker
    return [_portable(_attempt(extract, text)) for text in texts]


def _attempt(extract: Extract, text: str) -> list[Quote] | Exception:
    """The quotations of a text, or what its search raised."""
    try:
        return extract(text)
    except Exception as error:
        return error


def _portable(result: list[Quote] | Exception) -> list[Quote] | Exception:
    """A result that another process can read: not every exception can be pickled and read back."""
    import pickle

    if isinstance(result, Exception):
        try:
            pickle.loads(pickle.dumps(result))
        except Exception:
            return RuntimeError(f"{type(result).__name__}: {result}")
    return result
