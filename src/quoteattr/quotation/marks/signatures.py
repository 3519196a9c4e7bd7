"""Whose words an epigraph is: `“Know thyself.” — Thales, of Miletus`."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final

import regex

from quoteattr.lexicon import words
from quoteattr.records import MarkStyle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quoteattr.quotation.marks.drafts import Draft
    from quoteattr.records import Range

_TOKEN: Final = r"\p{Lu}[\p{L}\p{M}’'.-]{0,24}+"
_SMALL: Final = "of|the|de|del|di|da|van|von|der|la|le|al|bin|and|&"
_SIGNATURE: Final = regex.compile(
    r"\s*+(?:[—―–]|--?)\s*+(?i:(?:often |usually )?(?:attributed to|attrib\.|attr\.) )?+"
    rf"(?P<name>{_TOKEN}(?: (?:{_SMALL}|{_TOKEN})){{0,5}})"
    r"(?:(?:\s*+[,(\[/:]|\s+in\s)[^\r\n]{0,120})?\s*+\Z"
)
_CREDIT: Final = regex.compile(
    rf"\r?\n[ \t]*+(?P<name>(?P<given>{_TOKEN})(?: (?:{_SMALL}|{_TOKEN})){{1,5}}),"
    r" (?:the )?\p{Ll}[^\r\n.!?]{2,120}\Z"
)
"""The line right below a pull quote, without a dash: `Ann Lee, mayor of Velm`."""
_HEADED: Final = regex.compile(
    r"(?P<name>\p{Lu}[\p{Lu}.’'-]{1,20}+(?: \p{Lu}[\p{Lu}.’'-]{0,20}+){1,5})"
    r"(?P<where>, (?:IN|ON|TO|AT|VIA|BY) [\p{Lu}\d .’'-]{2,60})?:?\Z"
)
"""The line right above a reaction: `MAYOR ANN LEE, ON THE RADIO`."""
PASSED_ON: Final = regex.compile(r"RT @\w{2,30}:\s?")  # RT @velm: “Stay.” — Ann Lee
_BULLET: Final = 6  # code points before a quotation that may be the sign of a list
_LABEL: Final = 40  # code points before a quotation that may be a label, as of a claim
_NO_NAME: Final = frozenset(
    {"I", "He", "She", "It", "We", "They", "You", "This", "That", "There", "But", "And"}
)


def sign(text: str, paragraphs: Sequence[Range], drafts: Sequence[Draft]) -> None:
    """Label each draft that fills its paragraphs and has a name after a dash behind it or below."""
    starts = [start for start, _ in paragraphs]
    turns = {draft.start for draft in drafts if draft.style is MarkStyle.DASH}
    for draft in drafts:
        last = bisect_right(starts, draft.parts[-1][0]) - 1
        if draft.label is not None or not _begins(text, starts, draft):
            continue
        if draft.end < paragraphs[last][1]:
            draft.label = find_signature(text, draft.end, paragraphs[last][1])
        elif last + 1 < len(paragraphs) and starts[last + 1] not in turns:
            below = paragraphs[last + 1]
            draft.label = find_signature(text, *below) or _credited(text, draft.end, below[1])
        first = bisect_right(starts, draft.start) - 1
        if draft.label is None and first and draft.end == paragraphs[last][1]:
            draft.label = _headed(text, paragraphs[first - 1], draft.start)


def find_signature(text: str, start: int, end: int) -> Range | None:
    """The name in a stretch that holds nothing but a dash, a name and perhaps a role or a title."""
    match = _SIGNATURE.match(text, start, end)
    if match is None or match.group("name").split(" ", 1)[0] in _NO_NAME:
        return None
    first, last = match.span("name")
    if text[last - 1] == "." and last == end and text[first:last].count(".") == 1:
        last -= 1
    return first, last


def _credited(text: str, start: int, end: int) -> Range | None:
    """The name in a line that holds a given name, a surname and a role."""
    match = _CREDIT.match(text, start, end)
    known = match is not None and match["given"].lower() in words("given_names")
    return match.span("name") if match is not None and known else None


def _headed(text: str, above: Range, start: int) -> Range | None:
    """The name in capitals in the line right above, without where it was said."""
    if text.count("\n", above[1], start) != 1:
        return None
    match = _HEADED.match(text, *above)
    if match is None:
        return None
    parts = set(match["name"].lower().split())
    named = match["where"] or not words("given_names").isdisjoint(parts)
    return match.span("name") if named and words("function_words").isdisjoint(parts) else None


def _begins(text: str, starts: Sequence[int], draft: Draft) -> bool:
    """Whether no word stands before the draft in its paragraph: `1. “No.” — Ann Lee`."""
    head = starts[bisect_right(starts, draft.start) - 1]
    if PASSED_ON.fullmatch(text, head, draft.start):
        return True
    before = text[head : min(draft.start, head + _LABEL + 1)]
    label = before.strip(" *_").removesuffix(":").strip(" *_").lower()
    if label in words("no_speaker_labels"):
        return len(before) <= _LABEL  # Claim: “No.” — Ann Lee
    return len(before) <= _BULLET and not any(map(str.isalpha, before))
