"""What follows a reporting verb, and where its content begins."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Final

from attrs import frozen

from quoteattr import config
from quoteattr.analysis import Layer
from quoteattr.grammar import BE, HAVE, MODALS
from quoteattr.quotation.cues import Form, Frames
from quoteattr.quotation.line import DASHES, MARK_WORDS, QUOTE

if TYPE_CHECKING:
    from quoteattr.quotation.cues import CueWord
    from quoteattr.quotation.line import Line


class Kind(str, Enum):
    """What stands after the cue and its adjuncts."""

    QUOTATION = "quotation"
    THAT = "that"
    CLAUSE = "clause"
    QUESTION = "question"
    INFINITIVE = "infinitive"
    OBJECT = "object"
    COMMA = "comma"
    END = "end"
    OTHER = "other"


@frozen
class Opening:
    """What stands after the cue, and the position where the content would begin."""

    kind: Kind
    start: int


_ALWAYS_QUESTION: Final = frozenset({"whether", "why", "how", "what"})


def opening_after(line: Line, cue: CueWord, position: int) -> Opening:
    """What the cue that ends before *position* governs to its right.

    `told a news conference on Friday that ...`: adjuncts and addressee are passed over.
    """
    if cue.takes(Frames.ADDRESSEE):
        position = _after_addressee(line, position)
    for _ in range(config.ADJUNCTS_AFTER_CUE):
        found = _decide(line, cue, position)
        if found is not None:
            return found
        skipped = _after_adjunct(line, position)
        if skipped == position:
            break
        position = skipped
    return _clause_or_object(line, cue, position)


def _decide(line: Line, cue: CueWord, position: int) -> Opening | None:
    if position >= line.end and not line.is_quote(position):
        return Opening(Kind.END, position)
    word = line.words[position]
    if word is QUOTE:
        return _quotation(line, cue, position)
    if word == ":":
        kind = Kind.QUOTATION if line.is_quote(position + 1) else Kind.THAT
        return Opening(kind, position + 1)
    if word == "that" and cue.takes(Frames.CLAUSE):
        return _that(line, position)
    if word in _ALWAYS_QUESTION and cue.takes(Frames.CLAUSE, Frames.QUESTION):
        return Opening(Kind.QUESTION, position)
    if line.kind(position) == "question" and cue.takes(Frames.QUESTION):
        return Opening(Kind.QUESTION, position)
    if word == "to" and cue.takes(Frames.INFINITIVE):
        return Opening(Kind.INFINITIVE, position)
    if word == ",":
        return _comma(line, cue, position)
    if word in DASHES or word == ";":
        return Opening(Kind.OTHER, position)
    return None


def _quotation(line: Line, cue: CueWord, position: int) -> Opening:
    """A quotation, unless it is the subject of a clause: `said “Dry Wind” was her best film`."""
    is_subject = position + 1 < line.end and line.is_finite(position + 1)
    if is_subject and cue.takes(Frames.CLAUSE):
        return Opening(Kind.CLAUSE, position)
    return Opening(Kind.QUOTATION, position)


def _that(line: Line, position: int) -> Opening:
    """`said that would continue`: the demonstrative is part of the content."""
    following = line.words[position + 1] if position + 1 < len(line) else ""
    if following in MODALS | BE | HAVE:
        return Opening(Kind.CLAUSE, position)
    return Opening(Kind.THAT, position + 1)


def _comma(line: Line, cue: CueWord, position: int) -> Opening:
    """A quotation after the comma, a parenthesis up to the next one, or the end of the clause."""
    if line.is_quote(position + 1):
        return Opening(Kind.QUOTATION, position + 1)
    reach = min(position + config.PARENTHESIS_TOKENS, line.end)
    for close in range(position + 1, reach):
        if line.is_quote(close):
            break
        if line.words[close] == "," and close + 1 < len(line):
            if line.is_quote(close + 1):
                return Opening(Kind.QUOTATION, close + 1)
            if line.words[close + 1] == "that" and cue.takes(Frames.CLAUSE):
                return Opening(Kind.THAT, close + 2)
            break
    return Opening(Kind.COMMA, position)


def _after_addressee(line: Line, position: int) -> int:
    """Past the addressee: `told reporters`, `told the Daily Post`, `warned him`."""
    kind = line.kind(position)
    if kind in ("object", "pronoun") or line.words[position : position + 1] == ["her"]:
        return position + 1
    if kind in ("preposition", "question", "relative", "time", "coordinator"):
        return position
    start = position
    while position < line.end and not _ends_noun_phrase(line, position, start):
        position += 1
    return position


def _ends_noun_phrase(line: Line, position: int, start: int) -> bool:
    """Whether a noun phrase that began at *start* cannot go on with the word at *position*."""
    word = line.words[position]
    if word in (",", ":", ";", "that", "to", QUOTE) or word in MARK_WORDS or word in DASHES:
        return True
    kind = line.kind(position)
    if kind in ("pronoun", "question", "relative", "time", "coordinator"):
        return True
    if position == start:
        return False
    if kind in ("determiner", "preposition") or line.is_finite(position):
        return True
    before = line.words[position - 1]
    plural = before.endswith("s") and not before.endswith("ss")
    return plural and (line.is_capitalised(position) or line.is_finite(position + 1))


def _after_adjunct(line: Line, position: int) -> int:
    """Past one adverb, time or prepositional phrase: `on Friday`, `in a letter to staff`."""
    word, kind = line.words[position], line.kind(position)
    if kind == "time":
        return _after_time(line, position)
    if word in ("last", "this", "late", "early", "next") and position + 1 < line.end:
        after = position + 2
        return after if not line.is_finite(position + 1) else position
    if word.endswith("ly") and len(word) > 4:
        return position + 1
    if word in ("back", "out", "aloud", "once", "instead", "too", "also"):
        return position + 1
    if kind == "preposition":
        return _after_prepositional_phrase(line, position + 1)
    return position


def _after_time(line: Line, position: int) -> int:
    while position < line.end and (line.kind(position) == "time" or line.words[position].isdigit()):
        position += 1
    if line.words[position : position + 1] in (["morning"], ["afternoon"], ["evening"], ["night"]):
        position += 1
    return position


def _after_prepositional_phrase(line: Line, position: int) -> int:
    """Past what a preposition governs; it stops before the next preposition or clause."""
    if line.kind(position) == "time":
        return _after_time(line, position)
    if line.kind(position) == "determiner":
        position += 1
    start = position
    while position < line.end and not _ends_noun_phrase(line, position, start):
        position += 1
    return position


def _clause_or_object(line: Line, cue: CueWord, position: int) -> Opening:
    if position >= line.end:
        return Opening(Kind.END, position)
    if line.words[position] in MARK_WORDS:
        return _fragment_or_clause(line, cue, position)
    kind = line.kind(position)
    begins_phrase = kind in ("", "determiner", "pronoun") and not line.is_finite(position)
    if begins_phrase and _has_bare_clause(line, cue, position):
        return Opening(Kind.CLAUSE, position)
    if (begins_phrase or kind == "object") and _has_object(line, cue, position):
        return Opening(Kind.OBJECT, position)
    return Opening(Kind.OTHER, position)


def _fragment_or_clause(line: Line, cue: CueWord, position: int) -> Opening:
    """`said “all options” were open` is a clause, `said “no way” twice` a fragment."""
    after = next((b for a, b in line.fragment_positions() if a == position), position)
    if cue.takes(Frames.BARE_CLAUSE) and after > position and line.has_finite(after, line.end):
        return Opening(Kind.CLAUSE, position)
    return Opening(Kind.OTHER, position)


def _has_object(line: Line, cue: CueWord, position: int) -> bool:
    """Whether the object is content: `stressed the need`, `called the vote a farce`."""
    if cue.takes(Frames.OBJECT):
        return line.kind(position) not in ("pronoun", "object")
    following = line.words[position + 1 : min(position + config.OBJECT_TOKENS, line.end)]
    if cue.takes(Frames.OBJECT_AS) and "as" in following:
        return True
    if cue.takes(Frames.OBJECT_FOR) and ("for" in following or "of" in following):
        return True
    return cue.takes(Frames.PREDICATE) and (
        line.has_predicate(cue.token)
        or any(position < first for first, _ in line.fragment_positions())
    )


def _has_bare_clause(line: Line, cue: CueWord, position: int) -> bool:
    """Whether a clause without *that* begins at *position*: `said the plan was dead`.

    Its verb stands before the first comma, unless that comma opens an apposition or a relative
    clause: `said the plan, which he wrote, was dead`.
    """
    if cue.form is Form.FIXED or not cue.takes(Frames.CLAUSE, Frames.BARE_CLAUSE):
        return False
    if line.has_complement(cue.token):
        return True
    if not cue.takes(Frames.BARE_CLAUSE) or (
        line.analysis.has(Layer.TREE) and not cue.takes(Frames.SURE_CLAUSE)
    ):
        return False
    first = line.words[position : position + config.CLAUSE_TOKENS]
    if cue.takes(Frames.SURE_CLAUSE) and len(first) == config.CLAUSE_TOKENS and "," not in first:
        return True
    last = position + 1
    while last < line.end and not (line.words[last] in (",", ";") or line.is_quote(last)):
        last += 1
    if last + 1 < line.end and line.kind(last + 1) in ("relative", "determiner", "preposition"):
        last = line.end
    return line.has_finite(position + 1, last)
