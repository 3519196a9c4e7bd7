"""How somebody in a talk gives the own name, or is asked for it: “My name is Ada Holm.”"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import regex

if TYPE_CHECKING:
    from quoteattr.records import Mention

INTRODUCING: Final = regex.compile(r"(?:\bI[’']m|\bI\sam|\b[Mm]y\sname(?:\sis|[’']s))\s\Z")
HEARD: Final = regex.compile(r"(?:\b[Ii]t[’']s|\b[Ii]t\sis|\b[Tt]his\sis)\s\Z")
"""How a mere voice gives its name: `“It's | Ada Holm,” said a voice.`"""
_SIGNING: Final = regex.compile(
    r"(?:^|[.!?;,—]\s)(?:[Yy]ours(?:\s\w++){0,4}|(?:\w++\s){0,2}(?:[Ll]ove|[Rr]egards|[Ww]ishes)"
    r"|(?:[Ss]incerely|[Ff]aithfully|[Tt]ruly|[Rr]espectfully|[Aa]ffectionately)),\s++\Z"
)
_CLOSING: Final = regex.compile(r"\.?[”\"’']")
POSSESSIVE: Final = ("'s", "’s")
_BEFORE: Final = 40
"""Code points before a name that may say whose it is: `my own Christian name being`."""

_YOUR_NAME: Final = regex.compile(
    r"\b(?:your\s(?:\w++\s)?name|[Ww]ho\s(?:are|might)\syou|they\scall\syou"
    r"|[Ww]ho(?:[’']s|\sis)\s(?:this|there|calling|speaking))\b[^.?!]*+\?"
)
_ASKING: Final = 400
"""Code points at the end of a turn in which somebody may be asked for the own name."""
_OPENING: Final = regex.compile(r"[“\"‘'—–\s]*+")
_ANSWERING: Final = regex.compile(r"[.,!?;—”\"’']")


def stands_after(words: regex.Pattern[str], text: str, mention: Mention) -> bool:
    """Whether these *words* lead to a mention that owns nothing: `I'm | Ada Holm`."""
    if text.startswith(POSSESSIVE, mention.end):
        return False
    return bool(words.search(text[max(0, mention.start - _BEFORE) : mention.start]))


def signs(text: str, name: Mention) -> bool:
    """Whether a name signs what it closes: `“Yours in haste, Ada Holm.”`"""
    return stands_after(_SIGNING, text, name) and _CLOSING.match(text, name.end) is not None


def asks_own_name(text: str, start: int, end: int) -> bool:
    """Whether somebody is asked in [start, end) for the own name: `“What is your name?”`"""
    return _YOUR_NAME.search(text, max(start, end - _ASKING), end) is not None


def opens_answer(text: str, start: int, name: Mention) -> bool:
    """Whether a name opens a paragraph that begins at *start*, by itself: `“Bo Velm, sir.”`"""
    opens = _OPENING.fullmatch(text, start, name.start) is not None
    owns = text.startswith(POSSESSIVE, name.end)
    return opens and not owns and _ANSWERING.match(text, name.end) is not None
