"""A spaCy pipeline by name, for callers that have only a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quoteattr.errors import ArgumentValueError

if TYPE_CHECKING:
    from spacy.language import Language


def load_named(name: str) -> Language:
    """The pipeline called *name*: "blank", an installed package, or a folder that holds one.

    Raises:
        ArgumentValueError: There is none of that name.
    """
    import spacy

    if name == "blank":
        return spacy.blank("en")
    try:
        return spacy.load(name)
    except (OSError, ValueError) as error:
        accepted = "blank, an installed spaCy pipeline, or a folder that holds one"
        raise ArgumentValueError("nlp", name, accepted) from error
