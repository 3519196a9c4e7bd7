"""Reads whole texts with their gold: `<name>.txt` beside `<name>.json` (format: cases/README.md).

The JSON file is one case without its `text`. It may also state `misses`: the opening part of each
direct or mixed quotation that is known to go wrong, and `indirect_found`: the least number of
indirect quotations that must be found.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from attrs import frozen
from tests.case_files import Case, CaseError, GoldQuote, read_case

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path


@frozen(kw_only=True)
class Article:
    """One text with all its quotations, and what is pinned about how well they are found."""

    case: Case
    misses: tuple[str, ...] = ()
    indirect_found: int | None = None

    @property
    def gold(self) -> list[GoldQuote]:
        """All quotations, each before those nested in it."""
        return list(_walk(self.case.quotes))


def load_articles(*folders: Path) -> list[Article]:
    """The texts of *folders*, by file name; raises `CaseError` where a file cannot be read."""
    return [read_article(path) for folder in folders for path in sorted(folder.glob("*.json"))]


def read_article(path: Path) -> Article:
    """One text; every stretch is resolved to offsets in it.

    Raises:
        CaseError: The text is missing, or the JSON file says something that cannot be read.
    """
    raw = json.loads(path.read_text(encoding="utf-8"))
    pinned = {key: raw.pop(key) for key in ("misses", "indirect_found") if key in raw}
    pinned["misses"] = tuple(pinned.get("misses", ()))
    try:
        raw["text"] = path.with_suffix(".txt").read_bytes().decode("utf-8")
        return Article(case=read_case(raw, path.parent.name), **pinned)
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise CaseError(f"{path.name}: {error}") from error


def _walk(quotes: Iterable[GoldQuote]) -> Iterator[GoldQuote]:
    for quote in quotes:
        yield quote
        yield from _walk(quote.nested)
