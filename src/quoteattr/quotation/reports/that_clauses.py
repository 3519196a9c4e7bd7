"""What *that* does after a cue: it opens a clause, points at a noun, or is of another clause."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr import config
from quoteattr.analysis import Layer, Relation
from quoteattr.grammar import BE, HAVE, MODALS, POSSESSIVES, is_subject
from quoteattr.quotation.reports.kinds import NO_CONTENT, Kind, Opening
from quoteattr.quotation.reports.line import MARK_WORDS
from quoteattr.quotation.words.cue_forms import takes
from quoteattr.quotation.words.cues import Frames

if TYPE_CHECKING:
    from quoteattr.analysis import Analysis
    from quoteattr.quotation.reports.line import Line
    from quoteattr.quotation.words.cues import CueWord

_SOON: Final = (["soon"], ["shortly"], ["long"])  # complained soon after that it was late
_STOPS: Final = frozenset({",", ";", ":", "(", "and", "or"})
_WHICH: Final = frozenset({"this", "last", "next"})
_OPENS: Final = frozenset({"determiner", "pronoun"})
_WHEN: Final = frozenset({"when", "while", "before", "after", "as"})


_SO: Final = 3
"""Words before "that" in which "so" tells of what follows from it."""


def with_that_of_tree(line: Line, cue: CueWord, found: Opening) -> Opening:
    """A that-clause farther on, where what follows is none: `told a club in Rye, Ohio, that`.

    `told police in a film | shown to the court that` has a participle in between.
    """
    if line.words[(line.position(cue.last) or 1) - 1] == "with":
        start = line.complement(cue.token)
        with_hearer = start is not None and line.words[start] == "that" and start > found.start
        return Opening(Kind.THAT, start + 1) if start is not None and with_hearer else found
    hearer = _that_after_hearer(line, found.start) if cue.group == "tell" else None
    if hearer is not None:
        return that_clause(line, hearer)
    told = cue.takes(Frames.CLAUSE) and found.kind in (Kind.CLAUSE, Kind.OTHER)
    if told and (behind := _that_after_time(line, found.start)):
        return that_clause(line, behind)
    titled = cue.takes(Frames.CLAUSE) and found.kind in NO_CONTENT
    if titled and (behind := _that_after_title(line, cue)):
        return that_clause(line, behind)
    participle = found.kind is Kind.CLAUSE and line.is_finite(found.start)
    if not (participle or found.kind in NO_CONTENT) or not cue.takes(Frames.CLAUSE):
        return found
    start = _that_after(line, found.start) if participle else line.complement(cue.token)
    placed = found.kind is Kind.COMMA and _is_of_place(line, found.start)
    if (found.kind is Kind.OTHER or placed) and (start is None or line.words[start] != "that"):
        start = _that_after_phrases(line, found.start + placed)
    if start is None or start <= found.start or line.words[start] != "that":
        return found
    if follows_so(line, start) or _is_of_next_verb(line, cue, start):
        return found
    return that_clause(line, start)


def _is_of_next_verb(line: Line, cue: CueWord, start: int) -> bool:
    """Whether a verb before *that* has it: `a report considered by the cabinet | states that`."""
    by = line.position(cue.last)
    return by is not None and line.words[by] == "by" and line.is_finite(start - 1)


def follows_so(line: Line, start: int) -> bool:
    """Whether *that* tells what follows from something: `said nothing for so long | that`."""
    return line.words[start] == "that" and "so" in line.words[max(0, start - _SO) : start - 1]


def _that_after(line: Line, participle: int) -> int | None:
    """Position of *that* after a participle and its phrase: `shown to the court | that`."""
    if line.words[participle + 1 : participle + 2] not in (["to"], ["by"], ["in"], ["on"]):
        return None
    reach = range(participle + 2, min(participle + 2 + config.CLAUSE_TOKENS, line.end))
    return next((i for i in reach if line.words[i] == "that"), None)


def _that_after_hearer(line: Line, first: int) -> int | None:
    """Position of *that* behind a clause on the hearer: `told a guard who saw him | that he left`.

    Behind a noun or pronoun, with a subject after it: not in `told voters who say that it is late`.
    """
    if line.words[first : first + 1] != ["who"] or not line.analysis.has(Layer.TAGS):
        return None
    analysis = line.analysis
    for at in range(first + 2, min(first + config.PARENTHESIS_TOKENS, line.end - 2)):
        if line.words[at] in _STOPS or line.is_quote(at):
            return None
        token = line.token(at)
        behind = analysis.tags[token - 1] in ("NOUN", "PROPN", "PRON")
        if line.words[at] == "that" and behind and line.kind(at + 1) in ("pronoun", "determiner"):
            return at
    return None


def _that_after_time(line: Line, first: int) -> int | None:
    """Position of *that* behind a clause on when it was: `said when she took office | that`.

    Not where the clause tells something itself: `said when we told them that it was, they left`.
    """
    if _WHEN.isdisjoint(line.words[max(0, first - 1) : first + 1]):
        return None
    for at in range(first + 1, min(first + config.CLAIM_TOKENS, line.end - 1)):
        word = line.words[at]
        if word == "that":
            points = line.may_be_finite(at + 1) or is_relative(line, at) or follows_so(line, at)
            opens = line.kind(at + 1) in _OPENS or not line.is_finite(at - 1)
            return at if opens and not points else None
        if word in _STOPS or line.is_quote(at) or takes(word, Frames.CLAUSE.value):
            return None
    return None


def _that_after_title(line: Line, cue: CueWord) -> int | None:
    """Position of *that* behind a title in marks: `said in her book, “Low Tide,” | that it was`."""
    first = line.position(cue.token) or 0
    reach = range(first + 1, min(first + config.PARENTHESIS_TOKENS, line.end - 2))
    marks = [i for i in reach if line.words[i] in MARK_WORDS][:2]
    if len(marks) < 2 or line.words[marks[0] - 1] != "," or not line.is_capitalised(marks[0] + 1):
        return None
    that = marks[1] + 1 + (line.words[marks[1] + 1] == ",")
    led = line.kind(first + 1) == "preposition" and not line.has_finite(first + 1, that)
    return that if led and line.words[that] == "that" else None


def _that_after_phrases(line: Line, first: int) -> int | None:
    """Position of *that* behind phrases on how, where or when: `said on the show by phone | that`.

    Not behind a verb, a comma or a noun that it would tell of: `spoke of the man that he saw`.
    """
    led = line.kind(first) == "preposition" or line.words[first - 1] == ","
    if not led and line.words[first : first + 1] not in _SOON:
        return None
    for at in range(first + 1, min(first + config.CLAIM_TOKENS, line.end - 1)):
        if line.words[at] == "that":
            points = line.is_finite(at + 1) or is_relative(line, at)
            short = line.end - at <= config.LEAST_OBJECT + 1  # sure of that state alone
            return None if points or short else at
        named = line.words[first - 1] == line.words[at] == "," and line.is_capitalised(at - 1)
        if (line.words[at] in _STOPS and not named) or line.is_finite(at) or line.is_quote(at):
            return None
    return None


def _is_of_place(line: Line, comma: int) -> bool:
    """Whether a larger place stands between commas before a noun: `at a Rye | , Ohio, diner`."""
    close = next((i for i in (comma + 2, comma + 3) if line.words[i : i + 1] == [","]), None)
    if close is None or close + 1 >= line.end or line.kind(close + 1):
        return False
    return all(map(line.is_capitalised, (comma - 1, *range(comma + 1, close))))


def that_clause(line: Line, position: int) -> Opening:
    """`said that would stay`, `say that missed it`: the demonstrative is part of the content."""
    following = line.words[position + 1] if position + 1 < len(line) else ""
    token, analysis = line.token(position), line.analysis
    points = analysis.heads[token] == token + 1 and analysis.forms[token + 1] == "VBD"
    if (points and _has_no_other_subject(analysis, token)) or following in MODALS | BE | HAVE:
        return Opening(Kind.CLAUSE, position)
    if _is_long_ago(line, position + 1):
        return Opening(Kind.OTHER, position)
    return Opening(Kind.THAT, position + 1)


def _has_no_other_subject(analysis: Analysis, that: int) -> bool:
    """Whether *that* is the subject of the verb after it, whatever the tree takes it for."""
    verb = that + 1
    return not any(is_subject(analysis, c) for c in analysis.children[verb] if c != that)


def is_relative(line: Line, position: int) -> bool:
    """Whether *that* is about the word before: `ordered by a parish | that has moved`.

    Not where its verb has another subject: `assured residents | that taxes would be cut`. A time
    that a saying has is no such word: `said this year | that cuts could be made`.
    """
    analysis, token = line.analysis, line.token(position)
    if position > 1 and line.words[position - 2] in _WHICH:
        return False
    if analysis.forms[token + 1 : token + 2] == ["VBZ"] and line.is_finite(position + 2):
        return False  # wrote on a page | that boats should go
    if line.words[position + 1 : position + 2] and line.words[position + 1] in POSSESSIVES:
        return False  # recalled in her memoir | that her father had wept
    verb = analysis.heads[token]
    relative = analysis.relations[verb] is Relation.RELATIVE_CLAUSE
    if not relative or analysis.heads[verb] != token - 1 or not is_subject(analysis, token):
        return False
    return not any(
        is_subject(analysis, child) for child in analysis.children[verb] if child > token
    )


def points_at_noun(line: Line, position: int) -> bool:
    """Whether *that* and a noun are all that follows, no clause: `disputed | that account`.

    Or the tree takes the noun for the object, and no verb follows: `submitted | that plan in May`.
    """
    noun, analysis = position + 1, line.analysis
    if noun + 1 == line.end and analysis.has(Layer.TAGS):
        return analysis.tags[line.token(noun)] == "NOUN"
    token = line.token(position)
    owned = analysis.forms[token] == "DT" and analysis.has(Layer.TREE)
    if not owned or analysis.relations[analysis.heads[token]] is not Relation.OBJECT:
        return False
    quoted = any(map(line.is_quote, range(noun, line.end)))
    return not quoted and not line.has_any_verb(noun, line.end)


def _is_long_ago(line: Line, position: int) -> bool:
    """Whether a time is all that follows *that*: `wrote that | eight years ago`."""
    reach = range(position, min(position + config.TIME_TOKENS, line.end))
    end = next((i + 1 for i in reach if line.words[i] == "ago"), None)
    return end is not None and (end == line.end or line.words[end] in (",", "and", "but"))
