"""Word lists, read once from tab-separated files beside this module.

`lexicon/<language>/<name>.tsv`: first line the column names, then one entry a line; the first
column is the key, in lower case. Lines that start with `#` are comments. SOURCES.md says where each
list came from.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING

from quoteattr.errors import ArgumentValueError

if TYPE_CHECKING:
    from collections.abc import Mapping

Row = dict[str, str]


@cache
def table(name: str, language: str = "en") -> Mapping[str, Row]:
    """The list *name* as a mapping from key to the row's columns.

    Raises:
        ArgumentValueError: There is no such list, or a line has the wrong number of columns.
    """
    path = files(__package__) / language / f"{name}.tsv"
    if not path.is_file():
        raise ArgumentValueError("name", name, "a word list of the package")
    rows: dict[str, Row] = {}
    columns: list[str] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        if not columns:
            columns = cells
            continue
        if len(cells) != len(columns):
            raise ArgumentValueError(f"{name}.tsv", line, f"{len(columns)} columns")
        rows[cells[0]] = dict(zip(columns, cells, strict=True))
    return MappingProxyType(rows)


@cache
def words(name: str, language: str = "en") -> frozenset[str]:
    """The keys of the list *name*.

    Raises:
        ArgumentValueError: There is no such list, or a line has the wrong number of columns.
    """
    return frozenset(table(name, language))


@cache
def word_classes() -> Mapping[str, str]:
    """The closed class of each word of one, as "time" for "monday"."""
    rows = table("word_classes").items()
    return MappingProxyType({word: row["class"] for word, row in rows})
