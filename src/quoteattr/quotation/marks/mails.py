"""Mails that answer between the lines of the one before: `> Can we wait?` and then `No.`

Whoever is written to wrote what stands behind the signs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quoteattr.records import Range

_HEADER: Final = regex.compile(
    r"[*_]{0,2}(?P<field>From|To|Cc|Date|Sent|Subject):[*_]{0,2}[ \t]*(?P<what>[^\r\n]*)\Z"
)
_ONE: Final = regex.compile(
    r"[\"']?(?P<name>\p{Lu}[\p{L}.’'-]*+(?: [\p{L}][\p{L}.’'-]*+){0,3})[\"']?"
    r"(?:\s?[<(\[][^<>()\[\]\s]{3,80}[>)\]])?\s*\Z"
)
_LONGEST_HEADER: Final = 12  # lines, with those that a wrapped field fills


def find_addressee(text: str, paragraphs: Sequence[Range]) -> Range | None:
    """Whom the mail that a text begins with is to, None where it is none or to several."""
    fields: dict[str, Range] = {}
    for bounds in paragraphs[:_LONGEST_HEADER]:
        match = _HEADER.match(text, *bounds)
        if match is not None:
            fields.setdefault(match["field"], match.span("what"))
    if not fields.keys() >= {"From", "To"}:
        return None
    one = _ONE.match(text, *fields["To"])
    return None if one is None else one.span("name")
