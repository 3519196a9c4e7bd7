"""A description and its parts, as the files that find descriptions hand it on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from quoteattr.coreference.vocabulary import HeadNoun


@frozen(kw_only=True)
class Nominal:
    """A description and its parts, as token indices.

    Attributes:
        first: First token.
        last: Token after the last, "of"-phrase included.
        head: Head noun (the last token of "secretary general").
        head_first: First token of the head noun.
        noun: What the lists say about the head.
    """

    first: int
    last: int
    head: int
    head_first: int
    noun: HeadNoun
