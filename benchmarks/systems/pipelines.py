"""The spaCy pipeline a system is given, by name."""

from __future__ import annotations

import hashlib
import importlib
from importlib.resources import files as resources
from typing import TYPE_CHECKING, Final

from benchmarks.problems import BenchmarkError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

BLANK = "blank"
SHIPPED = "default"

# Penn tag, by its longest prefix here, to universal part of speech
_PARTS: Final = {
    "NNP": "PROPN", "NN": "NOUN", "PRP": "PRON", "WP": "PRON", "EX": "PRON", "VB": "VERB",
    "MD": "AUX", "JJ": "ADJ", "RB": "ADV", "WRB": "ADV", "RP": "ADP", "IN": "ADP", "TO": "PART",
    "POS": "PART", "CD": "NUM", "DT": "DET", "PDT": "DET", "WDT": "DET", "CC": "CCONJ",
    "UH": "INTJ",
}  # fmt: skip
_AUXILIARY: Final = frozenset({"aux", "aux:pass", "auxpass", "cop"})


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
    """Name and version of a pipeline (`en_core_web_sm 3.8.0`); of the shipped one its checksum."""
    meta = nlp.meta
    if name == BLANK:
        return BLANK
    known = f"{meta.get('lang', '')}_{meta.get('name', '')} {meta.get('version', '')}"
    return f"{known} ({_shipped_checksum()})" if name == SHIPPED else known


def _shipped_checksum() -> str:
    """First 8 hexadecimal digits over the checksums of the shipped pipeline's files."""
    shipped = importlib.import_module("quoteattr.pipeline")
    listed = resources("quoteattr") / "models" / shipped.NAME / shipped.CHECKSUMS
    return hashlib.sha256(listed.read_bytes()).hexdigest()[:8]


def add_parts_of_speech(doc: Doc) -> Doc:
    """Give each token the universal part of speech its Penn tag implies, where it has none.

    Some tools ask for `pos`; a small pipeline may give `tag` alone. Without this they would find
    nothing, and the comparison would be of pipelines, not of tools.
    """
    if doc.has_annotation("POS"):
        return doc
    for token in doc:
        tag = token.tag_
        name = next((tag[:size] for size in (3, 2) if tag[:size] in _PARTS), None)
        if token.dep_ in _AUXILIARY and tag.startswith("VB"):
            token.pos_ = "AUX"
        else:
            token.pos_ = _PARTS[name] if name else "PUNCT" if token.is_punct else "X"
    return doc
