"""When the object of a cue is what was said: `stressed the need`, `called the vote a farce`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr import config
from quoteattr.analysis import NOUN_TAGS
from quoteattr.grammar import HAVE, POSSESSIVES
from quoteattr.lexicon import table, words
from quoteattr.quotation.reports.line import MARK_WORDS
from quoteattr.quotation.words.constructions import candidates_at
from quoteattr.quotation.words.cues import Frames
from quoteattr.quotation.words.inflection import Form
from quoteattr.quotation.words.telling import AGREEING, COURTESIES, HOW, NO_WORDS, says_amount
from quoteattr.verbs import REFLEXIVES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quoteattr.quotation.reports.line import Line
    from quoteattr.quotation.words.cues import CueWord
    from quoteattr.records import Range

_NOMINAL: Final = frozenset({"NOUN", "PROPN", "DET", "ADJ"})
_NOBODY: Final = frozenset({"none", "nobody", "nothing", "neither"})

_TURNS_DOWN: Final = frozenset({"deny", "reject", "dismiss", "dispute", "refute", "rebut"})
_BARE: Final = frozenset({"it", "this", "that", "so"})
_DEGREES: Final = frozenset({"very", "more", "most", "less", "increasingly", "deeply"})
_AGAIN: Final = frozenset({"again", "once", "twice", "aloud", "loudly", "all", "too", "before"})


def is_bare_pronoun(line: Line, cue: CueWord, position: int) -> bool:
    """Whether a pronoun alone is said, and perhaps how or how often: `Then I say it again`.

    A participle may go on: `She disputed this, writing that it was over`; or a phrase: `Asked about
    this at a hearing, she left`.
    """
    if line.words[position] not in _BARE:
        return False
    if line.words[position + 1 : position + 2] == [","] and position + 2 < line.end:
        return line.words[position + 2].endswith("ing")
    if line.words[position + 1 : position + 2] == ["to"] and position + 2 < line.end:
        verb = line.analysis.forms[line.token(position + 2)] == "VB"
        return not verb and not line.has_finite(position + 1, line.end)  # said it to the board
    if position + 2 < line.end:
        points = line.words[position] == "this"
        points |= line.words[position] == "that" and cue.lemma.endswith(" about")
        phrase = points and line.kind(position + 1) == "preposition"
        says_it = cue.lemma == "say" and line.words[position] == "it"
        phrase |= says_it and line.words[position + 1] in HOW  # He says it in French
        comma = (i for i in range(position, line.end) if line.words[i] == ",")
        return phrase and not line.has_finite(position + 1, next(comma, line.end))
    return position + 1 == line.end or line.words[position + 1] in _AGAIN


def says_little(line: Line, position: int) -> bool:
    """Whether hardly anything is said: `He has said little in public`, `said yes to the plan`."""
    if says_amount(line.words, position - 1) and line.words[position - 1] in ("say", "says"):
        return True
    if line.words[position : position + 2] in AGREEING:
        return True
    following = line.kind(position + 1) if position + 1 < line.end else "preposition"
    alone = line.words[position] in NO_WORDS and following in ("preposition", "time")
    return alone and not line.has_finite(position, line.end)


def has_object(line: Line, cue: CueWord, position: int) -> bool:
    """Whether the object is content: `stressed the need`, `called the vote a farce`."""
    if line.words[position] in _NOBODY | COURTESIES or _is_taken_back(line, cue, position):
        return False
    if _is_quality(line, cue) or _is_own_name(line, position):
        return False
    asked = line.kind(position) == "object" and line.words[position + 1 : position + 2] == ["to"]
    if asked and cue.lemma == "call for":
        return True  # called for him to go
    if cue.takes(Frames.OBJECT) and line.kind(position) not in ("pronoun", "object"):
        substantial = _is_substantial(line, position) or _is_of_words(line, cue, position)
        return substantial or _has_fragment(line, position)
    following = line.words[position + 1 : min(position + config.OBJECT_TOKENS, line.end)]
    if line.kind(position) == "object" and following[:1] == [","]:
        return False  # rebuked him, saying he was accused of theft
    if cue.takes(Frames.OBJECT_AS) and "as" in following:
        return True
    if cue.takes(Frames.OBJECT_FOR) and ("for" in following or "of" in following):
        return True
    return cue.takes(Frames.PREDICATE) and (
        line.has_predicate(cue.token)
        or _has_fragment(line, position)
        or _is_of_what(line, cue, position)
        or _has_bare_predicate(line, position)
    )


def _is_quality(line: Line, cue: CueWord) -> bool:
    """Whether a participle tells more of a noun: `seen the very | threatening rhetoric`."""
    before = (line.position(cue.token) or 0) - 1
    while before >= 0 and line.words[before] in _DEGREES:
        before -= 1
    return cue.form is Form.GERUND and before >= 0 and line.kind(before) == "determiner"


def _is_taken_back(line: Line, cue: CueWord, position: int) -> bool:
    """Whether goods in figures are recalled, not words: `recalled | 40,000 jars`."""
    counted = any(word[:1].isdigit() for word in line.words[position : position + 2])
    return cue.lemma == "recall" and counted


def _is_own_name(line: Line, position: int) -> bool:
    """Whether marks that hold a name follow oneself: `which calls | itself “Free Coast”`."""
    marked = not MARK_WORDS.isdisjoint(line.words[position + 1 : position + 2])
    said = any(first == position + 1 for first, _ in line.fragments)
    return line.words[position] in REFLEXIVES and marked and not said


def _is_of_what(line: Line, cue: CueWord, position: int) -> bool:
    """Whether *what* is called so, and the object is its name: `what police called | a theft`."""
    at = line.position(cue.token) or 0
    for before in range(at - 1, max(0, at - config.NAME_BEFORE_CUE) - 1, -1):
        if line.words[before] == "what":
            return _is_substantial(line, position)
        if line.is_finite(before) and line.words[before] not in HAVE:
            return False
    return False


def _has_bare_predicate(line: Line, position: int) -> bool:
    """Whether "a" follows a noun at once: `called her vote | a mistake`.

    Not where a time does: `called a vote | a week later`.
    """
    reach = range(position + 1, min(position + config.OBJECT_TOKENS, line.end - 1))
    for at in reach:
        if line.words[at] in ("a", "an"):
            noun = line.analysis.tags[line.token(at - 1)] in NOUN_TAGS
            return noun and line.words[at + 2 : at + 3] not in (["later"], ["earlier"], ["ago"])
        if line.words[at] == "," or line.kind(at) or line.is_finite(at):
            return False
    return False


def in_a_row(line: Line, fragments: Sequence[Range]) -> list[Range]:
    """The first fragments that only joints part: `“shame” and “go home” | as “boos” rose`."""
    row = list(fragments[:1])
    for fragment in fragments[1:]:
        between = range(row[-1][1], fragment[0])
        if not all(line.words[i] == "," or line.kind(i) == "coordinator" for i in between):
            break
        row.append(fragment)
    return row


def phrase_around(line: Line, cue: CueWord, fragment: Range) -> Range:
    """The positions of all that the cue governs around a fragment: `noted | the “sad” state of it`.

    The fragment alone where the tree shows nothing around it, or a deed follows: `said “no” | and
    left`.
    """
    start, end = fragment
    hyphened = line.words[end + 2 : end + 3] == ["-"]  # “rents” and left-wing voters
    if line.kind(end) == "coordinator" and line.may_be_finite(end + 1) and not hyphened:
        return fragment
    while end > start + 1 and not line.words[end - 1][:1].isalnum():
        end -= 1
    for candidate in candidates_at(line.analysis, cue.token):
        if "." in candidate.construction or len(candidate.content) > 1:
            continue
        first, last = (line.position(token) for token in _ends(candidate.content[0]))
        if first is not None and last is not None and first <= start and end <= last + 1:
            return first, max(last + 1, fragment[1])
    return fragment


def _ends(tokens: Range) -> Range:
    return tokens[0], tokens[1] - 1


def _is_substantial(line: Line, position: int) -> bool:
    """Whether a phrase has words enough to be what was said: `denied it`, `declared war` do not.

    When it was said is none of it behind a name: `criticised Holm Rail | on Monday`.
    """
    if line.words[position].endswith("ing"):
        return True
    end = position
    while end < line.end and line.words[end] != "," and not _ends_with(line, end):
        end += 1
    named = position
    while named < end and line.is_name(named):
        named += 1
    if position < named < end and _is_occasion(line, named):
        return False
    return end - position >= config.LEAST_OBJECT


def _is_occasion(line: Line, position: int) -> bool:
    """Whether the words from there to the end tell when or where: `on Monday`, `in a speech`."""
    left = line.end - position
    if line.kind(position) == "time":
        return left == 1
    if line.kind(position) != "preposition" or not 1 < left <= config.OCCASION_TOKENS:
        return False
    last = line.end - 1
    said = line.words[last] in words("speech_events") | words("messages") | words("media")
    return said or line.kind(last) == "time"


def _is_of_words(line: Line, cue: CueWord, position: int) -> bool:
    """Whether it is another's words that are turned down: `denied the allegations`."""
    if cue.lemma not in _TURNS_DOWN or position + 1 >= line.end:
        return False
    word = line.words[position + 1]
    reports = word in table("noun_cues") or word.removesuffix("s") in table("noun_cues")
    return line.kind(position) == "determiner" and (reports or word in words("reply_nouns"))


def _ends_with(line: Line, position: int) -> bool:
    """Whether a coordinator there joins no further noun: `told jokes | and left`."""
    if line.kind(position) != "coordinator":
        return False
    token = line.token(min(position + 1, len(line) - 1))
    owned = line.analysis.lowers[token] in POSSESSIVES  # criticized Lee | and his songs
    return not owned and line.analysis.tags[token] not in _NOMINAL


def _has_fragment(line: Line, position: int) -> bool:
    """Whether marks follow; behind a name, not those of a participle: `hit Velm, saying “no”`."""
    after = position
    while after < line.end and line.is_name(after):
        after += 1
    named = after > position and line.words[after : after + 1] == [","] and after + 1 < line.end
    if named and line.analysis.forms[line.token(after + 1)] == "VBG":
        return False
    return any(position <= first for first, _ in line.fragments)
