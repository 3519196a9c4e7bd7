"""Whether a clause without *that* follows a cue: `said the plan was dead`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr import config
from quoteattr.analysis import Layer, Relation
from quoteattr.grammar import NOMINATIVES
from quoteattr.quotation.words.cues import Frames
from quoteattr.quotation.words.inflection import Form

if TYPE_CHECKING:
    from quoteattr.quotation.reports.line import Line
    from quoteattr.quotation.words.cues import CueWord

_CIRCUMSTANCE: Final = frozenset({"after", "before", "because", "while"})
_NOMINATIVE: Final = frozenset({"he", "she", "they", "nobody", "everybody", "everyone"})


def has_bare_clause(line: Line, cue: CueWord, position: int) -> bool:
    """Whether a clause without *that* begins at *position*: `said the plan was dead`.

    Its verb stands before the first comma, unless that comma opens an apposition or a relative
    clause: `said the plan, which he wrote, was dead`.
    """
    if cue.form is Form.FIXED or not cue.takes(Frames.CLAUSE, Frames.BARE_CLAUSE):
        return False
    if line.has_complement(cue.token) and not _is_beside(line, cue, position):
        return True
    if cue.takes(Frames.ADDRESSEE) and _is_told(line, cue, position):
        return True
    boasts = line.words[position] in NOMINATIVES and line.token(position) == cue.last
    if boasts and line.is_finite(position + 1):
        return True  # boasted | he had won
    if not cue.takes(Frames.BARE_CLAUSE) or line.kind(position + 1) == "coordinator":
        return False
    if line.analysis.has(Layer.TREE) and not cue.takes(Frames.SURE_CLAUSE):
        return line.has_sure_clause(position)
    first = line.words[position : position + config.CLAUSE_TOKENS]
    if line.analysis.has(Layer.TREE) and line.kind(position + 2) == "coordinator":
        if line.words[position + 1] == "," or line.is_finite(position + 3):
            return False  # said a prayer and left
        return line.has_sure_clause(position + 2)
    if cue.takes(Frames.SURE_CLAUSE) and len(first) == config.CLAUSE_TOKENS and "," not in first:
        return True
    last = position + 1
    while last < line.end and not (line.words[last] in (",", ";") or line.is_quote(last)):
        last += 1
    if last + 1 < line.end and line.kind(last + 1) in ("relative", "determiner", "preposition"):
        last = line.end
    elif _is_named_beside(line, position, last):
        return True
    return line.has_finite(position + 1, last)


def _is_named_beside(line: Line, position: int, comma: int) -> bool:
    """Whether a name stands beside the subject of a clause: `said | the pilot, Ann Lee, was hurt`.

    So with an age: `said the pilot, Ann Lee, 44, was hurt`.
    """
    if line.kind(position) != "determiner" or not _begins_name(line, comma + 1):
        return False
    end = min(line.end, comma + config.APPOSITION_TOKENS)
    commas = [i for i in range(comma + 1, end - 1) if line.words[i] == ","]
    verb = next((i + 1 for i in commas if line.is_finite(i + 1)), None)
    return verb is not None and not line.has_finite(position + 1, verb - 1)


def _begins_name(line: Line, position: int) -> bool:
    """Whether a word with a capital stands at *position*."""
    return position < line.end and line.analysis.words[line.token(position)][:1].isupper()


def _is_beside(line: Line, cue: CueWord, position: int) -> bool:
    """Whether a clause only tells when, or is another's: `shows Ann Lee on screen | asking QUOTE`.

    `denied the report | after its shares fell`.
    """
    start = line.complement(cue.token)
    if start is not None and start > position and line.words[start] in _CIRCUMSTANCE:
        return True
    analysis, after = line.analysis, range(cue.last, line.frame.last)
    clauses = [
        c
        for c in analysis.children[cue.token]
        if c in after and analysis.relations[c] is Relation.COMPLEMENT
    ]
    return all(line.position(clause) is None for clause in clauses)


def _is_told(line: Line, cue: CueWord, position: int) -> bool:
    """Whether the hearer is who the clause is about: `told the singer | she risked her voice`.

    Not in `told the man she met that it was early` and `told everyone she met`.
    """
    rest = line.words[position:]
    return (
        cue.takes(Frames.BARE_CLAUSE)
        and line.analysis.has(Layer.TAGS)
        and rest[0] in _NOMINATIVE
        and line.token(position) > cue.last
        and line.is_finite(position + 1)
        and line.end - position > config.CLAUSE_TOKENS
        and "that" not in rest
        and "to" not in rest[: config.CLAUSE_TOKENS]
    )
