"""The data files of the generator, read once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files


def rows(file: str) -> list[list[str]]:
    """The tab-separated rows of a data file, comments left out."""
    text = (files("training.synthetic") / "data" / file).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.split("\n") if line and not line.startswith("#")]


@cache
def fixed(kind: str) -> tuple[str, ...]:
    """The small trees of one kind, to be read by ``chain``."""
    return tuple(words for key, words in rows("fixed.tsv") if key == kind)


@cache
def listed(file: str) -> dict[str, tuple[str, ...]]:
    """The entries of a two-column data file by key."""
    return {row[0]: tuple(row[1].split(";")) for row in rows(file)}


@dataclass(frozen=True, slots=True)
class Culture:
    """Given names of women and men, and family names."""

    women: tuple[str, ...]
    men: tuple[str, ...]
    families: tuple[str, ...]


@cache
def cultures() -> tuple[Culture, ...]:
    """One entry per culture, English first."""
    held: dict[str, dict[str, list[str]]] = {}
    for culture, kind, names in rows("names.tsv"):
        held.setdefault(culture, {}).setdefault(kind, []).extend(names.split())
    return tuple(Culture(tuple(c["f"]), tuple(c["m"]), tuple(c["s"])) for c in held.values())
