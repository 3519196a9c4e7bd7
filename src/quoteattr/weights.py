"""Fitted weights: JSON files beside the rooms that use them, one number for each named feature."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def read_weights(
    package: str, name: str, features: Iterable[str] | None, table: str = "weights"
) -> Mapping[str, float]:
    """The weight of each feature; callers keep the result.

    Args:
        package: Where the file lies, as an import name.
        name: The file.
        features: The names of what is weighed; None: those that the file names.
        table: Which of the file's tables to read.

    Raises:
        KeyError: The file and *features* do not name the same features.
    """
    text = (files(package) / name).read_text(encoding="utf-8")
    read: dict[str, float] = json.loads(text)[table]
    differing = set(read) ^ set(read if features is None else features)
    if differing:
        raise KeyError(*sorted(differing))
    return read
