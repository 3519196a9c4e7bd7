"""The records that cross a door between rooms: found, but not yet a public `Quote`.

Offsets are half-open ranges of code points; token indices refer to the `Analysis` at hand.
"""

from quoteattr.records.entities import (
    HE_OR_SHE,
    SOMEBODY,
    Chains,
    Entity,
    Gender,
    Mention,
    Number,
)
from quoteattr.records.quotations import (
    PLAIN,
    Cue,
    Emphasis,
    MarkStyle,
    Quotation,
    QuotedSpan,
    Screen,
    verbs_of,
)
from quoteattr.records.ranges import Range, within

__all__ = [
    "HE_OR_SHE",
    "PLAIN",
    "SOMEBODY",
    "Chains",
    "Cue",
    "Emphasis",
    "Entity",
    "Gender",
    "MarkStyle",
    "Mention",
    "Number",
    "Quotation",
    "QuotedSpan",
    "Range",
    "Screen",
    "verbs_of",
    "within",
]
