"""Which words with capitals stand together."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

import regex
from attrs import define, field, frozen

from quoteattr.coreference.names.keys import plain
from quoteattr.lexicon import table, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quoteattr.analysis import Analysis
    from quoteattr.datatypes import SpeakerKind

_LOW_TAIL: Final = regex.compile(r"\p{Lu}\p{Ll}+-\p{Ll}+")


@frozen
class Word:
    """One capitalised word of a run, with its range and the key that it has in the lists."""

    text: str
    start: int
    end: int
    key: str = field(init=False)

    @key.default
    def _plain(self) -> str:
        return plain(self.text)

    @property
    def has_low_tail(self) -> bool:
        """Whether it ends in a small syllable, as given names of Korea and China do: "Ji-woo"."""
        return _LOW_TAIL.fullmatch(self.text) is not None


@cache
def _run_pattern() -> regex.Pattern[str]:
    """Runs of capitalised words, with particles between them and the points of abbreviations.

    "Gen. Tod Walsh", "Ursula van der Berg", "J.R. Ortega", "O’Neill", "Kim Jong-un", "al-Rashid",
    "Velm Foods, Inc.". A possessive 's ends a run.
    """
    abbreviated = (title for title, row in table("titles").items() if row["short"] == "yes")
    short = (*abbreviated, "st", "ste", "jr", "sr")
    titles = [form for t in short for form in (t, t.upper())]
    dotted = "|".join(
        sorted({t[0].upper() + t[1:] for t in titles if t.isalpha()}, key=len, reverse=True)
    )
    particle = "|".join(sorted(words("name_particles"), key=len, reverse=True))
    tail = r"(?:['’](?!(?:s|d|ll|re|ve|m|t)\b)\p{L}[\p{L}\p{M}]*+|[-‐‑]\p{L}[\p{L}\p{M}\p{N}]*+)*+"
    word = (
        r"(?:(?:\p{Lu}\.){2,5}+(?:\p{Lu}\b)?"
        r"|(?=\p{Lu}\p{L}*+\.)"  # no other word is compared with all the titles
        rf"(?:{dotted})\.(?=[\s,])"
        r"|(?:(?!X)|(?<!\b[Oo]n ))\p{Lu}\.(?=[ \u00a0\n]*\p{Lu})"  # a post on X. | Holm said
        r"|\p{Lu}{2,5}/\p{Lu}{2,5}\b"
        rf"|(?:(?:al|el|ul|an|as|ash|ad)[-‐‑])?\p{{Lu}}[\p{{L}}\p{{M}}\p{{N}}]*+{tail})"
    )
    firm = r"(?:,(?= (?:Inc|Ltd|LLC|LLP|Corp|PLC|GmbH|Limited|Incorporated)\b))?+"
    gap = rf"{firm}[ \t\u00a0\u202f]*+(?:\r?\n)?+[ \t\u00a0]*+"
    return regex.compile(
        r"(?=\p{Lu}|[aeu][lnsd]h?[-‐‑]\p{Lu})(?<![\p{L}\p{N}_@#/])"
        rf"(?P<word>{word})"
        rf"(?:{gap}(?P<particle>(?:(?:{particle})[ \u00a0]){{1,3}}+)?(?P<word>{word})){{0,15}}+",
        flags=regex.V1,
    )


def runs(analysis: Analysis) -> Iterator[list[Word]]:
    """Runs of capitalised words in text order, particles as words of their own.

    Runs end at line breaks that part paragraphs.
    """
    text = analysis.text
    for match in _run_pattern().finditer(text):
        run: list[Word] = []
        particles = iter(match.spans("particle"))
        pending = next(particles, None)
        for start, end in match.spans("word"):
            if pending is not None and pending[1] <= start and run and pending[0] >= run[-1].end:
                inner = text[pending[0] : pending[1]]
                offset = pending[0]
                for piece in inner.split():
                    at = text.index(piece, offset)
                    run.append(Word(piece, at, at + len(piece)))
                    offset = at + len(piece)
                pending = next(particles, None)
            if (
                run
                and "\n" in text[run[-1].end : start]
                and analysis.paragraph_at(run[-1].start) != analysis.paragraph_at(start)
            ):
                yield run
                run = []
            run.append(Word(text[start:end], start, end))
        if run:
            yield run


@define
class NameRun:
    """A run of capitalised words that is a name.

    Attributes:
        words: Its words, titles and roles in front included.
        first: Index of the first word of the name proper.
        kind: What it names, None while undecided.
    """

    words: list[Word]
    first: int
    kind: SpeakerKind | None = field(default=None)

    @property
    def start(self) -> int:
        """First code point."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Code point after the last."""
        return self.words[-1].end

    @property
    def proper(self) -> list[str]:
        """The words of the name proper, as keys."""
        return [word.key for word in self.words[self.first :]]

    @property
    def size(self) -> int:
        """How many words the name proper has; 0 for a role without a name."""
        return len(self.words) - self.first

    def parted(self, at: int) -> tuple[NameRun, NameRun]:
        """Two names in place of this one, the other from word *at* on."""
        return NameRun(self.words[:at], 0), NameRun(self.words[at:], 0)
