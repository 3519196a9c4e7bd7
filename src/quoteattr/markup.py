"""Markdown, encyclopedias and subtitles as a reader sees them: no signs, numbers of notes or times.

Texts scraped from the web and answers of language models come so. Every sign becomes a blank or a
mark of punctuation, so the length stays the same and every offset holds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import regex

from quoteattr.records import PLAIN, Emphasis

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quoteattr.records import Range

_LONGEST: Final = 300  # code points of an emphasised stretch or a link; keeps the search linear

_LINE_HEAD: Final = regex.compile(
    r"^[ \t]*+(?:>[ \t]?)++"  # > a block quote
    r"|^#{1,6}+(?=[ \t])"  # ## A heading
    r"|^[ \t]*+[*+•](?=[ \t]++[*_]{0,3}+[\p{L}\p{N}\p{Pi}\"'\[])",  # * an item of a list
    flags=regex.MULTILINE,
)
_EMPHASIS: Final = tuple(
    regex.compile(
        rf"(?<![\p{{L}}\p{{N}}{sign}])(?P<open>{sign}{{1,3}}+)(?=[^\s{sign}])"
        rf"(?:[^{sign}\n]|\n(?!\s)){{0,{_LONGEST}}}?(?<=[^\s{sign}])(?P=open)(?![\p{{L}}\p{{N}}{sign}])"
    )
    for sign in (r"\*", "_")
)
_STRONG_LINE: Final = regex.compile(
    r"^[ \t]*+(?:(?P<sign>\*\*|__)(?=\S)[^\n]*?(?<=\S)(?P=sign)|#{1,6}[ \t][^\n]*?)[ \t\r]*$",
    flags=regex.MULTILINE,
)
_SLANTED_LINE: Final = regex.compile(
    r"^[ \t]*+(?P<sign>[*_])(?![\s*_])[^\n]*?(?<![\s*_])(?P=sign)[ \t\r]*$",
    flags=regex.MULTILINE,
)
_BEHIND: Final = regex.compile(r"^(?:[ \t]*+>[^\n]*+(?:\n|\Z))++", flags=regex.MULTILINE)
_QUOTED_LINE: Final = regex.compile(
    r"^(?P<signs>[ \t]*+(?:>[ \t]*+)++)(?=[^\s])", flags=regex.MULTILINE
)
_LINK: Final = regex.compile(
    rf"!?\[(?P<words>[^\[\]\n]{{1,{_LONGEST}}}+)\](?P<target>\([^()\s]{{0,{_LONGEST}}}+\))"
)
_REFERENCE: Final = regex.compile(
    r"(?<=\S)\[(?:\d{1,3}|(?:note|nb|p\.) \d{1,4}|\p{Ll}{4,13} needed|who\?|when\?)\]"
    r"|(?<=[\p{L}\p{N}.,;:!?)\]”’])\[\p{Ll}\](?!\p{L})"  # not “[t]he plan”, nor “[a] plan”
)
_NOTE_NUMBER: Final = regex.compile(  # a different story.12 As she puts it
    r"(?:(?<=\p{Ll}{4}[.!?,;])|(?<=[\p{L}.,;!?)][”’])|(?<=\p{Ll}[.,;!?][\")]))\d{1,3}(?=\s|\Z)"
    r"|(?<=\s\p{Ll}{3}[.!?])\d{1,3}(?=\s+\p{Lu}|\Z)"  # not: see vol.3
    r"|(?<=\p{L}[.!?,;:]|[”’\"])[⁰¹²³⁴-⁹]{1,3}(?=\s|\Z)"
)
_SUBTITLE: Final = regex.compile(
    r"^(?:\d{1,5}[ \t]*+\r?\n)?+(?:\d\d:)?\d\d:\d\d[.,]\d{3} --> [^\r\n]*+",
    flags=regex.MULTILINE,
)
_FENCED: Final = regex.compile(  # ```python
    r"^ {0,3}```[^\n`]{0,40}\n(?:(?! {0,3}```)[^\n]*+\n)*+ {0,3}```[ \t\r]*$",
    flags=regex.MULTILINE,
)
_RULE: Final = regex.compile(r"^[ \t]*+\|[ \t:|-]++$", flags=regex.MULTILINE)
_ROW: Final = regex.compile(r"^[ \t]*+\|[^\n]*?\|(?=[ \t]*$)", flags=regex.MULTILINE)
_TABBED: Final = regex.compile(r"^(?P<name>[^\t\n:“”\"]{2,60})\t+(?=[“\"])", flags=regex.MULTILINE)
_VISIBLE: Final = regex.compile(r"[^\r\n]")
_CELL: Final = regex.compile(r"\|(?P<quoted>[ \t]*+[\p{Pi}\"'])?")
_SIGNS: Final = frozenset("*_>#[|•+`")


def without_markup(text: str) -> str:
    """*text* of the same length with the signs of Markdown gone; itself where it has none.

    Before a marked cell of a table or behind a tab stands a colon, so the
    cell before it names the speaker: `| Ada Holm | “We stay.” |`. Blocks of code become blank. A
    sign without a partner or inside a word is left: `f**k`, `2 * 3`. Numbers of notes become blank
    as well, also those that only stood above the line: `a story.12 As she puts it`.
    """
    text = _NOTE_NUMBER.sub(_blanks, text)
    if "\t" in text:
        text = _TABBED.sub(_colon, text)
    if _SIGNS.isdisjoint(text):
        return text
    text = _ROW.sub(_cells, _RULE.sub(_blanks, _FENCED.sub(_blanks, text)))
    text = _LINK.sub(_linked, _LINE_HEAD.sub(_blanks, text))
    text = _SUBTITLE.sub(_blanks, _REFERENCE.sub(_blanks, text))
    for emphasis in _EMPHASIS:
        for _ in range(2):  # **_both_**
            text = emphasis.sub(_bare, text)
    return text


def find_emphasis(text: str) -> Emphasis:
    """The lines of *text* that are in bold, a heading or in italics as a whole."""
    if _SIGNS.isdisjoint(text):
        return PLAIN
    return Emphasis(
        strong=tuple(match.span() for match in _STRONG_LINE.finditer(text)),
        slanted=tuple(match.span() for match in _SLANTED_LINE.finditer(text)),
        behind=tuple(_blocks_behind(text)),
    )


def _blocks_behind(text: str) -> Iterator[Range]:
    """The stretches behind `>`, parted where there are more or fewer of these: `>> No.`"""
    for block in _BEHIND.finditer(text):
        start, depth = block.start(), 0
        for line in _QUOTED_LINE.finditer(text, *block.span()):
            signs = line["signs"].count(">")
            if depth and signs != depth:
                yield start, line.start()
                start = line.start()
            depth = signs
        yield start, block.end()


def _blanks(match: regex.Match[str]) -> str:
    return _VISIBLE.sub(" ", match.group())


def _cells(match: regex.Match[str]) -> str:
    head, _, row = match.group().partition("|")
    return f"{head} {_CELL.sub(_between, row[:-1])} "


def _colon(match: regex.Match[str]) -> str:
    return match["name"] + ":" + " " * (match.end() - match.end("name") - 1)


def _between(match: regex.Match[str]) -> str:
    quoted = match.group("quoted")
    return "," if quoted is None else ":" + quoted


def _linked(match: regex.Match[str]) -> str:
    before, after = match.start("words") - match.start(), match.end() - match.end("words")
    return " " * before + match.group("words") + " " * after


def _bare(match: regex.Match[str]) -> str:
    size = len(match.group("open"))
    return " " * size + match.group()[size:-size] + " " * size
