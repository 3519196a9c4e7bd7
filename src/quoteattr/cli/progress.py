"""The progress bar on standard error: how far, how fast, how long still."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator


class Bar:
    """A progress bar, where standard error is a terminal and there is more than one file.

    Args:
        total: Number of files.
        pauses: Whether results go to the same terminal: the bar is then there only in between.
    """

    def __init__(self, total: int, *, pauses: bool) -> None:
        console = Console(stderr=True)
        self._pauses = pauses
        self._progress: Progress | None = None
        if total > 1 and console.is_terminal:
            self._progress = Progress(
                TextColumn("{task.fields[name]}", markup=False),
                BarColumn(),
                MofNCompleteColumn(),
                _Rate(),
                TimeRemainingColumn(),
                console=console,
                transient=True,
                redirect_stdout=False,
            )
            self._task = self._progress.add_task("", total=total, name="")

    def __enter__(self) -> Bar:
        if self._progress is not None and not self._pauses:
            self._progress.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._progress is not None:
            self._progress.stop()

    def begin(self, name: str) -> None:
        """Show the name of the file that is being read."""
        if self._progress is not None:
            self._progress.update(self._task, name=name)

    def advance(self) -> None:
        """One file is done."""
        if self._progress is not None:
            self._progress.advance(self._task)

    @contextmanager
    def working(self) -> Iterator[None]:
        """While nothing is written the bar is there."""
        if self._progress is None or not self._pauses:
            yield
            return
        with self._progress:
            yield


class _Rate(ProgressColumn):
    def render(self, task: Task) -> Text:
        speed = task.finished_speed or task.speed
        return Text("" if speed is None else f"{speed:.1f} files/s", style="progress.data.speed")
