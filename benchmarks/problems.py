"""What can go wrong in a benchmark run, each told in one line."""

from __future__ import annotations


class BenchmarkError(Exception):
    """A run cannot be done as asked; the message is one line for the user."""


class MissingCorpusError(BenchmarkError):
    """A corpus is not where it was looked for."""

    def __init__(self, corpus: str, looked: object, source: str) -> None:
        super().__init__(f"{corpus}: not found in {looked}; get it from {source}")
