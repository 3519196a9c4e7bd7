"""The spaCy pipeline a system is given, by name."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.problems import BenchmarkError

if TYPE_CHECKING:
    from spacy.language import Language

BLANK = "blank"
SHIPPED = "default"


def load_nlp(name: str) -> Language:
    """The pipeline *name*: `blank`, `default` (the one quoteattr ships), a package, or a folder.

    Raises:
        BenchmarkError: There is no such pipeline.
    """
    import spacy

    if name == BLANK:
        return spacy.blank("en")
    if name == SHIPPED:
        return _shipped()
    try:
        return spacy.load(name)
    except OSError as error:
        raise BenchmarkError(
            f"no spaCy pipeline {name!r} is installed, nor a folder of it"
        ) from error


def _shipped() -> Language:
    try:
        pipeline = importlib.import_module("quoteattr.pipeline")
    except ImportError as error:
        raise BenchmarkError("quoteattr ships no pipeline yet; name one: textacy:NAME") from error
    return pipeline.load_pipeline()


def describe(nlp: Language, name: str) -> str:
    """Name and version of a pipeline (`core_web_sm 3.8.0`)."""
    meta = nlp.meta
    known = Path(name).name if name != SHIPPED else meta.get("name") or name
    return f"{known} {meta.get('version', '')}".strip()
