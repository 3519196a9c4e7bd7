"""What may stand after a cue and its adjuncts."""

from __future__ import annotations

from enum import Enum
from typing import Final

from attrs import frozen


class Kind(str, Enum):
    """What stands after the cue and its adjuncts."""

    QUOTATION = "quotation"
    THAT = "that"
    CLAUSE = "clause"
    QUESTION = "question"
    INFINITIVE = "infinitive"
    OBJECT = "object"
    COMMA = "comma"
    END = "end"
    OTHER = "other"


@frozen
class Opening:
    """What stands after the cue, and the position where the content would begin."""

    kind: Kind
    start: int


NO_CONTENT: Final = frozenset({Kind.COMMA, Kind.END, Kind.OTHER})
