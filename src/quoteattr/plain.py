"""A text as a browser or a reader shows it, and the way back to the offsets of the original.

Tags and entities of HTML, characters nobody sees, words broken over two lines and blanks forgotten
beside a mark are read here. Unlike the signs of Markdown they leave nothing in their place.
"""

from __future__ import annotations

from array import array
from html import unescape
from html.entities import html5
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import regex
from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    Edit = tuple[int, int, str]
    """A stretch of a text, and what stands there instead."""

_UNSEEN: Final = "\u00ad\u200b\u200c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\ufeff"
_SIGN: Final = regex.compile(
    rf"(?=[&<\]{_UNSEEN}\ufb00-\ufb06])(?:"  # what may begin one: found ten times as fast
    r"&(?:amp;){0,3}(?P<entity>[A-Za-z][A-Za-z0-9]{1,30}|\#\d{1,7}|\#[xX][0-9A-Fa-f]{1,6});"
    r"|<(?P<close>/?)(?P<tag>[A-Za-z][A-Za-z0-9]{0,10})(?:[\s/][^<>]*+)?+>"
    r"|<(?P<aside>!--|!\[CDATA\[|!DOCTYPE|\?xml)|\]\]>"
    rf"|(?P<unseen>[{_UNSEEN}]++)"
    r"|(?P<ligature>[\ufb00-\ufb06]))"
)
_STANDING_OUT: Final = regex.compile(
    r"<(?:p|div|li)\b[^<>]{0,200}>\s{0,20}<(?P<set>b|strong|em|i)>(?=\S)"
    r"[^<>\n]{1,400}+(?P<close></(?P=set)>)\s{0,20}(?:</(?:p|div|li)>|<br)"
    r"|<(?P<heading>h[2-6])\b[^<>]{0,200}>(?=[^\s<])"
    r"|<(?P<block>blockquote)\b[^<>]{0,200}>\s{0,20}(?:<p\b[^<>]{0,200}>)?(?=[^\s<])"
    r"|</p>\s{0,20}<p\b[^<>]{0,200}>(?=[^\s<])",
    flags=regex.IGNORECASE,
)
_BOLD: Final = ("b", "strong")
_GONE: Final = dict.fromkeys(map(ord, _UNSEEN))
_LIGATURES: Final = dict(zip("ﬀﬁﬂﬃﬄﬅﬆ", ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True))


def _names(line: str) -> frozenset[str]:
    return frozenset(line.split())


_PARTING: Final = _names(
    "address article aside blockquote body center dd details div dl dt fieldset figcaption figure"
    " footer form h1 h2 h3 h4 h5 h6 head header hr html li main nav ol option p pre section summary"
    " table tbody td th thead title tr ul"
)
_INLINE: Final = _names(
    "a abbr acronym b bdi bdo big cite code del dfn em font i img input ins kbd label mark picture"
    " q s small source span strike strong sub sup time tt u var video wbr"
)
_HIDDEN: Final = _names("script style svg ref iframe noscript template")
_ASIDES: Final = {"!--": "-->", "!DOCTYPE": ">", "?xml": ">"}

_BROKEN: Final = regex.compile(
    r"(?<head>\b\p{L}*\p{Ll}{2})(?P<break>-\r?\n[ \t]{0,8})(?P<rest>\p{Ll}{2,20}+)(?!-)"
)
_HYPHENATED: Final = regex.compile(r"(?<!\p{L})\p{L}++-\p{L}++")
_FORGOTTEN: Final = regex.compile(
    r"[“”](?:(?<=[\p{L}\d][.,!?…—]”)(?=\p{L}\p{Ll}*+[ ,.;:!?])"  # “No,”she said
    r"|(?<=(?:\p{Ll}{2}[,:;.!?]?|\p{Ll}—)“)(?=[‘…]?\p{Lu})"  # she said:“No.”
    r"|(?<=\p{Ll}{2}[,:]“)(?=\p{L}))"  # she said,“no”
)
_STRAIGHT: Final = regex.compile('"')
_OPENS: Final = regex.compile(r"(?<=\p{L}{2}[,:.]?)\"(?=\p{Lu})")


@frozen
class Plain:
    """A text as it is read, with the stretch of the original that each of its characters shows.

    Attributes:
        text: What is read.
        original: What the caller gave.
    """

    text: str
    original: str
    _starts: array[int] | None = None
    _ends: array[int] | None = None

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the original that *text* from *start* to *end* shows."""
        if self._starts is None or self._ends is None:
            return start, end
        return self._starts[start], self._ends[end - 1]

    def edited(self, edits: Iterable[Edit]) -> Plain:
        """The same with stretches of `text` replaced, which come in order and do not overlap."""
        listed = list(edits)
        if not listed:
            return self
        before_starts = self._starts or array("q", range(len(self.text)))
        before_ends = self._ends or array("q", range(1, len(self.text) + 1))
        pieces: list[str] = []
        starts, ends = array("q"), array("q")
        at = 0
        for start, end, new in [*listed, (len(self.text), len(self.text), "")]:
            pieces += self.text[at:start], new
            starts += before_starts[at:start]
            ends += before_ends[at:start]
            if new:
                first = before_starts[start] if start < len(before_starts) else before_ends[-1]
                last = before_ends[end - 1] if end > start else first
                starts += array("q", [first]) * len(new)
                ends += array("q", [last]) * len(new)
            at = end
        return Plain("".join(pieces), self.original, starts, ends)


def read_plain(text: str) -> Plain:
    """*text* without what nobody reads: `<b>Ann Lee</b>: &ldquo;No.&rdquo;` is `Ann Lee: “No.”`

    Tags that part paragraphs become blank lines, those inside a line vanish; scripts and comments
    vanish with what they hold.
    """
    plain = Plain(text, text)
    for rule in _RULES:
        plain = plain.edited(rule(plain.text))
    return plain


def _standing_out(text: str) -> Iterator[Edit]:
    """Edits that give paragraphs in bold or italics, headings and block quotes Markdown's signs."""
    if "<" not in text:
        return
    block_end = 0
    for match in _STANDING_OUT.finditer(text):
        if match["set"]:
            sign = "**" if match["set"].lower() in _BOLD else "*"
            yield match.start("set") - 1, match.end("set") + 1, sign
            yield *match.span("close"), sign
        elif match["heading"]:
            yield *match.span(), "\n\n## "
        elif match["block"]:
            if 0 <= block_end < match.end():  # below 0: no block quote closes any more
                block_end = text.find("</blockquote>", match.end())
            yield *match.span(), "\n\n> "
        elif match.end() < block_end:
            yield *match.span(), "\n> "


def _signs(text: str) -> Iterator[Edit]:
    """Edits for tags, entities, ligatures and what nobody sees."""
    unclosed: set[str] = set()
    match = _SIGN.search(text)
    while match is not None:
        end = match.end()
        if closing := _closing(match):
            after = text.find(closing, end) if closing not in unclosed else -1
            if after < 0:
                unclosed.add(closing)
            else:
                end = text.find(">", after) + 1 or len(text)
        new = _shown(match)
        if new is not None:
            yield match.start(), end, new
        match = _SIGN.search(text, end)


def _closing(match: regex.Match[str]) -> str:
    """What ends something that is hidden as a whole; empty for anything else."""
    if match.group("aside"):
        return _ASIDES.get(match.group("aside"), "")
    name = match.group("tag") or ""
    is_hidden = name.lower() in _HIDDEN and not match.group("close")
    return f"</{name}" if is_hidden and not match.group().endswith("/>") else ""


def _shown(match: regex.Match[str]) -> str | None:
    """What a reader sees in place of a sign; None where it is none, as in `<3` and `<ann>`."""
    if match.group("entity"):
        name = match.group("entity")
        if name[0] != "#" and f"{name};" not in html5:
            return None
        shown = unescape(f"&{name};")
        return shown.translate(_GONE) if len(shown) == 1 else None
    if match.group("ligature"):
        return _LIGATURES[match.group()]
    if not match.group("tag"):
        return ""
    name = match.group("tag").lower()
    if name in _PARTING:
        return "\n\n"
    if name == "br":
        return "\n"
    return "" if name in _INLINE or name in _HIDDEN else None


def _broken_words(text: str) -> Iterator[Edit]:
    """Edits for words that a hyphen breaks over two lines.

    The hyphen stays where the text has the word with one elsewhere: `to-` and `morrow`.
    """
    if "-\n" not in text and "-\r" not in text:
        return  # most texts: looking at every word takes thirty times as long
    hyphenated: set[str] | None = None
    for match in _BROKEN.finditer(text):
        if hyphenated is None:
            hyphenated = set(_HYPHENATED.findall(text))
        start, end = match.span("break")
        yield start + (f"{match['head']}-{match['rest']}" in hyphenated), end, ""


def _forgotten_blanks(text: str) -> Iterator[Edit]:
    """Edits for blanks that lack beside a mark: `she said:“No.”`"""
    for match in _FORGOTTEN.finditer(text):
        at = match.end() if match.group() == "”" else match.start()
        yield at, at, " "


def _forgotten_beside_straight(text: str) -> Iterator[Edit]:
    """The same beside straight marks, whose direction their order in the line tells.

    A line where one of them does not stand as it should (`5'10"`) is left as it is.
    """
    for line in _lines_with_straight(text):
        marks = [match.start() for match in _STRAIGHT.finditer(text, *line)]
        if len(marks) % 2 or not _OPENS.search(text, *line):
            continue
        if all(_encloses(text, *pair) for pair in list(pairwise(marks))[::2]):
            for index, mark in enumerate(marks):
                if index % 2 == 0 and text[mark - 1 : mark].strip(" \t\r\n(["):
                    yield mark, mark, " "
                elif index % 2 and text[mark + 1 : mark + 2].isalpha():
                    yield mark + 1, mark + 1, " "


def _lines_with_straight(text: str) -> Iterator[tuple[int, int]]:
    """Where the lines with a straight mark begin and end."""
    mark = text.find('"')
    while mark >= 0:
        end = text.find("\n", mark)
        end = len(text) if end < 0 else end
        yield text.rfind("\n", 0, mark) + 1, end
        mark = text.find('"', end)


def _encloses(text: str, first: int, last: int) -> bool:
    inside = text[first + 1 : last]
    return bool(inside) and not inside[0].isspace() and not inside[-1].isspace()


_RULES: Final[tuple[Callable[[str], Iterator[Edit]], ...]] = (
    _standing_out,
    _signs,
    _broken_words,
    _forgotten_blanks,
    _forgotten_beside_straight,
)
