"""Short word lists, kept as data."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def listed_words(key: str) -> tuple[str, ...]:
    """The words of one list of ``wordlists.tsv``, in file order.

    Raises:
        KeyError: there is no such list.
    """
    text = (files("training") / "wordlists.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return tuple(dict(rows)[key].split(" "))
