"""Systems that can be measured, by name: quoteattr, its peers, and adapters of your own."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Final

from benchmarks.problems import BenchmarkError
from benchmarks.systems.base import CastSystem, System
from benchmarks.systems.pipelines import SHIPPED

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["NAMES", "CastSystem", "System", "build"]

OWN: Final = "python"


def _ours(nlp: str) -> System:
    from benchmarks.systems.ours import Ours

    return Ours(nlp)


def _direct_only(nlp: str) -> System:
    from benchmarks.systems.ours import Ours

    return Ours(nlp, kinds="direct")


def _textacy(nlp: str) -> System:
    from benchmarks.systems.textacy import Textacy

    return Textacy(nlp)


def _textacy_paragraphs(nlp: str) -> System:
    from benchmarks.systems.textacy import Textacy

    return Textacy(nlp, by_paragraph=True)


def _baseline(nlp: str) -> System:  # noqa: ARG001 - one signature for all
    from benchmarks.systems.baseline import Baseline

    return Baseline()


_BUILDERS: Final[dict[str, Callable[[str], System]]] = {
    "quoteattr": _ours,
    "quoteattr-direct": _direct_only,
    "textacy": _textacy,
    "textacy-paragraphs": _textacy_paragraphs,
    "baseline": _baseline,
}

NAMES: Final = tuple(_BUILDERS)


def build(name: str) -> System:
    """The system *name*, loaded: `NAME` or `NAME:PIPELINE`, or `python:MODULE:CLASS` for your own.

    Raises:
        BenchmarkError: The name is unknown, or what the system needs is not installed.
    """
    kind, _, rest = name.partition(":")
    if kind == OWN:
        return _own(rest)
    if kind not in _BUILDERS:
        raise BenchmarkError(
            f"unknown system {kind!r}, known are {', '.join(NAMES)} and {OWN}:MODULE:CLASS"
        )
    return _BUILDERS[kind](rest or SHIPPED)


def _own(place: str) -> System:
    module, _, attribute = place.partition(":")
    try:
        found: System = getattr(importlib.import_module(module), attribute)()
    except (ImportError, AttributeError, ValueError) as error:
        raise BenchmarkError(f"{OWN}:{place}: cannot be imported: {error}") from error
    return found
