"""SIGINT and SIGTERM: they end a run between two documents, never in the middle of writing one."""

from __future__ import annotations

import signal
import sys
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_SIGNALS: Final = (signal.SIGINT, signal.SIGTERM)


class Interrupted(BaseException):
    """A signal has ended the run. As KeyboardInterrupt no `Exception`, so that nobody stops it."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


class Interruptions:
    """While it is entered, signals raise `Interrupted` inside `allowed`, and wait outside of it.

    The second one no longer waits: writing to a pipe that nobody reads would take for ever.
    """

    def __init__(self) -> None:
        self._allowed = False
        self._waiting: int | None = None
        self._before: dict[signal.Signals, Any] = {}

    def __enter__(self) -> Interruptions:
        if threading.current_thread() is threading.main_thread():  # no other may set handlers
            for number in _SIGNALS:
                if signal.getsignal(number) is not signal.SIG_IGN:  # as under nohup
                    self._before[number] = signal.signal(number, self._handle)
        return self

    def __exit__(self, *_: object) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)

    @contextmanager
    def allowed(self) -> Iterator[None]:
        """Where the work may be cut short: one that has been waiting is raised at once."""
        self._allowed = True
        try:
            if self._waiting is not None:
                self._stop(self._waiting)
            yield
        finally:
            self._allowed = False

    def _handle(self, number: int, _frame: object) -> None:
        if not self._allowed and self._waiting is None:
            self._waiting = number
        else:
            self._stop(number)

    def _stop(self, number: int) -> None:
        stop_workers()
        raise Interrupted(number)


def stop_workers() -> None:
    """End the worker processes, which else would finish what they have begun."""
    if "multiprocessing" in sys.modules:
        from multiprocessing import active_children

        for process in active_children():
            process.terminate()
