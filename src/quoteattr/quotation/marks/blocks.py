"""Block quotes without marks: `> We should close it.` under “Ana Petrov wrote:” or over a name.

In a mail they are from whom it answers, as its first lines or one above them tell.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING, Final

import regex

from quoteattr.lexicon import words
from quoteattr.quotation.marks.drafts import Draft
from quoteattr.quotation.marks.mails import find_addressee
from quoteattr.quotation.marks.signatures import find_signature
from quoteattr.records import MarkStyle

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quoteattr.records import Emphasis, Range

_NEAR: Final = 200  # code points before a colon that may tell who speaks
_MARK: Final = regex.compile(r"[\"“”«»„‘]")
_MAILED: Final = regex.compile(r"[^\n]{0,200}\d[^\n]{0,200} wrote:\Z")
_WRITER: Final = regex.compile(  # On 3 May 2024 at 10:12 AM Ada Holm <ada@velm.example> wrote:
    r"On [^\n]{1,160}?(?:,|day|\d) (?:[AP]M,? )?"
    r"(?!(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.? |[AP]M )"
    r"(?P<name>\p{Lu}[\p{L}.’'-]*+(?: \p{L}[\p{L}.’'-]*+){0,3})(?: <[^<>\s]{3,80}>)? wrote:\Z"
)
_BOX: Final = regex.compile(
    r"(?P<name>[\p{L}\p{N}][\p{L}\p{N}_.-]{1,29}(?: [\p{L}\p{N}_.-]{1,20}){0,2}) wrote:\Z"
)
_RUNS_ON: Final = regex.compile(
    r"\p{Ll}(?:s|ed|ote|aid|eld) (?:[^.!?;:\s]+ ){0,6}?that(?: [^.!?;:\s]+){0,12},?\Z"
)
_FURTHER: Final = ("put", "puts", "read", "reads", "posted", "posts", "tweeted", "wrote", "writes")


def find_blocks(text: str, paragraphs: Sequence[Range], emphasis: Emphasis) -> Iterator[Draft]:
    """The block quotes that somebody is credited with, a part for each paragraph."""
    yield from _boxes(text, paragraphs)
    answered = find_addressee(text, paragraphs) if emphasis.behind else None
    end = -1
    for block in emphasis.behind:
        first, last = (bisect_left(paragraphs, (place, place)) for place in block)
        writer = _writer(text, paragraphs[first - 1]) if first else None
        if writer is not None:
            answered = writer
        elif block[0] == end:
            answered = None  # >> of whom that one answers
        end = block[1]
        parts = list(paragraphs[first:last])
        if len(parts) > 1 and _heads_mail(text, parts[-1]):
            parts.pop()  # On 3 May Ada Holm wrote: | > I shall.
        if len(parts) > 1 and _heads_mail(text, parts[0]):
            first += 1
            del parts[0]
        if not parts or any(_MARK.match(text, *part) for part in parts):
            continue
        signature = find_signature(text, *parts[-1]) if len(parts) > 1 else None
        if signature is not None:
            yield Draft(parts[:-1], MarkStyle.BLOCK, label=signature)
        elif first and _leads(text, paragraphs[first - 1]):
            yield Draft(parts, MarkStyle.BLOCK)
        elif answered is not None:
            yield Draft(parts, MarkStyle.BLOCK, label=answered)


def _heads_mail(text: str, bounds: Range) -> bool:
    return bool(_MAILED.match(text, *bounds)) or _writer(text, bounds) is not None


def _writer(text: str, bounds: Range) -> Range | None:
    """Whose mail a line says that the lines below are from."""
    match = _WRITER.match(text, *bounds)
    return None if match is None else match.span("name")


def _boxes(text: str, paragraphs: Sequence[Range]) -> Iterator[Draft]:
    """What a forum repeats in a box: `reedcutter wrote:` and right below it the words."""
    for index, bounds in enumerate(paragraphs[:-1]):
        head = _BOX.match(text, *bounds)
        if head is None:
            continue
        parts: list[Range] = []
        end = bounds[1]
        for place in range(index + 1, len(paragraphs)):
            line = paragraphs[place]
            if text.count("\n", end, line[0]) != 1 or _ends_box(text, line):
                break
            parts.append(line)
            end = line[1]
        by_account = text[bounds[0]].islower()  # no name that a report would find
        if parts:
            yield Draft(parts, MarkStyle.BLOCK, label=head.span("name") if by_account else None)


def _ends_box(text: str, line: Range) -> bool:
    """Whether a line opens with a mark, or is the head of another box."""
    return bool(_MARK.match(text, *line) or _BOX.match(text, *line))


def _leads(text: str, bounds: Range) -> bool:
    """Whether a paragraph tells that somebody speaks: `Ana Petrov wrote on the forum:`

    Its sentence may run on into the block: `Petrov complained that the estate was`.
    """
    start, end = bounds
    if text[end - 1].isalpha() or text[end - 1] == ",":
        return _RUNS_ON.search(text, max(start, end - _NEAR), end) is not None
    return text[end - 1] == ":" and _says().search(text, max(start, end - _NEAR), end) is not None


@cache
def _says() -> regex.Pattern[str]:
    verbs = "|".join(sorted(words("speech_tags") | set(_FURTHER)))
    return regex.compile(rf"(?<![\w’'])(?:{verbs})(?![\w’'])")
