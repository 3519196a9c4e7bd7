"""Whether the source follows its verb: `Rain will come, said Ann Lee`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr import config
from quoteattr.grammar import NOMINATIVES, PHRASE_TAGS, is_subject
from quoteattr.lexicon import words
from quoteattr.quotation.reports.line import MARK_WORDS, QUOTE, THIS_AND_COLON
from quoteattr.quotation.words.cues import Frames
from quoteattr.quotation.words.inflection import Form

if TYPE_CHECKING:
    from quoteattr.quotation.reports.line import Line
    from quoteattr.quotation.words.cues import CueWord

_NEW_CLAUSE: Final = frozenset({"as", "after", "before", "because", "and", "but", "that"}) | {
    "whose"
}
_SPEAKERS: Final = ("role_nouns", "org_nouns", "group_nouns")
_VOICES: Final = (*_SPEAKERS, "document_nouns", "hearers")
_STOPS: Final = frozenset({",", ";", ".", "and", "but"})


def is_inverted(line: Line, cue: CueWord, after: int, *, quoted: bool) -> bool:
    """Whether the source follows the verb: `said Ann Lee`, `says the report`.

    Without a quotation before it, only a bare clause can be meant: `Rain will come, said Ann Lee`,
    not `She told a joke, told it again`.
    """
    plural = line.analysis.forms[cue.token] == "VBP" or _is_of_several(line, cue, after)
    if not (plural or cue.form in (Form.PAST, Form.PRESENT)) or after >= line.end:
        return False
    word, kind = line.words[after], line.kind(after)
    if word is QUOTE or word in MARK_WORDS or not word[:1].isalnum() or word.endswith("ly"):
        return False
    if word in ("yes", "no") and (after + 1 >= line.end or line.words[after + 1] in _STOPS):
        return False  # Lee, asked if it was over, said no
    if word in ("that", "to") or line.words[after : after + 2] == THIS_AND_COLON:
        return False
    if not quoted and (word == "it" or not cue.takes(Frames.BARE_CLAUSE) or cue.group == "tell"):
        return False
    if not quoted and _adds_in_heading(line, cue, after):
        return False
    turned = quoted or _is_turned(line, cue) or _closes_heading(line, cue, after)
    if not turned and goes_on(line, after):
        return False
    if not quoted and word in NOMINATIVES and line.words[after + 1 : after + 2] == ["and"]:
        return not goes_on(line, after + 2)  # , a baker, said he and his wife had left
    return kind in ("", "determiner", "pronoun")


def _closes_heading(line: Line, cue: CueWord, after: int) -> bool:
    """Whether a heading closes with a bare noun for who speaks: `It is shut, says transport boss`.

    Whatever a tagger takes the words for.
    """
    bare = cue.lemma == "say" and line.kind(after) == "" and line.words[line.end - 1].isalpha()
    short = line.end - after <= config.NAME_BEFORE_CUE
    return bare and short and line.is_heading and line.words[line.end - 1] in words("role_nouns")


def _adds_in_heading(line: Line, cue: CueWord, after: int) -> bool:
    """Whether a heading tells what its subject adds: `Bank holds rates, signals | cut in autumn`.

    Not before a noun or name for who speaks: `Roads to shut by Friday, warns | head of the board`.
    """
    at = line.position(cue.token) or 0
    shares = at > 1 and line.words[at - 1] == "," and line.has_finite(0, at - 1)
    if not shares or not line.is_heading or cue.lemma == "say" or cue.form is not Form.PRESENT:
        return False
    reach = range(after, line.end)
    end = next((i for i in reach if line.kind(i) == "preposition"), line.end)
    head = line.words[end - 1]
    common = line.is_headline and head in words("common_words")
    named = line.is_capitalised(end - 1) and not common
    speaks = any(not {head, head.removesuffix("s")}.isdisjoint(words(name)) for name in _VOICES)
    return end > after and line.end - after > 1 and not (named or speaks)


def closes_with_speaker(line: Line, cue: CueWord, after: int) -> bool:
    """Whether *say* and a noun for who speaks close the sentence: `Ring first, says the board`."""
    if cue.lemma != "say" or cue.form not in (Form.PAST, Form.PRESENT):
        return False
    if line.kind(after) != "determiner" or after + 1 >= line.end:
        return False
    tags = line.analysis.tags
    plain = all(tags[line.token(i)] in PHRASE_TAGS for i in range(after, line.end))
    return plain and any(line.words[line.end - 1] in words(name) for name in _SPEAKERS)


def _is_of_several(line: Line, cue: CueWord, after: int) -> bool:
    """Whether a bare plural alone follows: `It is not enough, | argue reformers`."""
    apart = cue.token > 0 and line.analysis.lowers[cue.token - 1] == ","
    closes = after + 1 == line.end and line.analysis.forms[line.token(after)] == "NNS"
    return apart and closes and cue.form is Form.BASE


def _is_turned(line: Line, cue: CueWord) -> bool:
    """Whether the tree has a subject after the cue, and no clause that it reports there."""
    analysis = line.analysis
    right = [c for c in analysis.children[cue.token] if c > cue.token]
    return any(is_subject(analysis, c) for c in right) and not line.has_complement(cue.token)


def goes_on(line: Line, after: int) -> bool:
    """Whether the noun after the cue has a verb of its own: `, who won, said Ann | had lost`."""
    for position in range(after, line.end):
        if line.kind(position) in ("relative", "question") or line.is_quote(position):
            return False
        if line.words[position] in _NEW_CLAUSE:
            return False
        if line.is_finite(position):
            return True
    return False
