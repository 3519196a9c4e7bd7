"""Whether what a tree takes for the subject of a reporting verb stands in the content instead.

`It rained, | said Ann Lee`; `Members, | said Ann Lee, | have to pay`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr import config
from quoteattr.analysis import NOUN_TAGS
from quoteattr.grammar import FINITE, is_subject
from quoteattr.quotation.reports.inversion import closes_with_speaker, is_inverted
from quoteattr.quotation.reports.line import MARK_WORDS
from quoteattr.quotation.reports.noun_phrases import apposition, noun_phrase_before
from quoteattr.quotation.words.cues import Frames

if TYPE_CHECKING:
    from quoteattr.quotation.reports.line import Line
    from quoteattr.quotation.words.cues import CueWord

_ARTICLES: Final = frozenset({"the", "a", "an"})
_OF_BODIES: Final = NOUN_TAGS | {"ADP"}  # says Bank of Velm
_JOINING: Final = frozenset({"relative", "question", "coordinator"})


def is_of_content(line: Line, cue: CueWord, group: int, subject: int) -> bool:
    """Whether the tree takes for the subject what stands in the content.

    `The board signals the end, said Ann Lee, a baker`; `It is “a farce. He lied,” said a man who`.
    """
    analysis, before = line.analysis, line.words[group - 1]
    turned = any(c > cue.token and is_subject(analysis, c) for c in analysis.children[cue.token])
    if before == ",":
        tail = (turned and is_tail(line, cue, group)) or _closes_heading(line, cue, group)
        after = group + (cue.last - cue.token)
        tail = tail or closes_with_speaker(line, cue, after)
        return tail or is_inserted(line, cue, group)
    if _ends_another_clause(line, group, subject) or _is_before_last_noun(line, cue, subject):
        return True
    if _is_in_row_before(line, group, subject):
        return True
    if before not in MARK_WORDS or line.words[group - 2] != ",":
        return False
    if turned and cue.takes(Frames.BARE_CLAUSE):
        return True
    at = line.position(subject) or 0
    return any(first <= at < last for first, last in line.fragments)


def _is_before_last_noun(line: Line, cue: CueWord, subject: int) -> bool:
    """Whether a comma parts it from noun and cue that end a heading: `Lee “lied”, court hears`."""
    last = line.end - 1
    if not line.is_heading or line.token(last) != cue.token or line.words[last - 2] != ",":
        return False
    return subject < line.token(last - 2) and line.analysis.tags[cue.token - 1] in NOUN_TAGS


def _ends_another_clause(line: Line, group: int, subject: int) -> bool:
    """Whether a verb and a comma part it from the phrase before the cue: `Lee was ill, a man said`.

    Not where the verb is of a relative clause: `Lee, who was ill, a baker, said`.
    """
    start, at = noun_phrase_before(line, group - 1), line.position(subject)
    if at is None or start > group - 1 or start <= at + 1 or line.words[start - 1] != ",":
        return False
    forms = line.analysis.forms
    closes = group + 1 >= line.end  # A wall of mud swept through it, residents said
    verbs = (
        i
        for i in range(at + 1, start - 1)
        if line.is_finite(i) or (closes and forms[line.token(i)] == "VBN")
    )
    verb = next(verbs, None)
    if verb is None or line.kind(start - 2) in _JOINING:
        return False
    before, after = range(at + 1, verb), range(verb, start - 1)
    return not any(line.kind(i) in ("relative", "question") for i in before) and not any(
        line.kind(i) in _JOINING for i in after
    )


def _is_in_row_before(line: Line, group: int, subject: int) -> bool:
    """Whether a row that *and* has closed holds it: `burying a shop and a school, residents said`.

    The row ends what a verb before it has for an object.
    """
    start, at = noun_phrase_before(line, group - 1), line.position(subject)
    if at is None or start > group - 1 or start <= at + 1 or line.words[start - 1] != ",":
        return False
    joint = next((i for i in range(at, start - 1) if line.words[i] == "and"), start)
    return joint < start and "," not in line.words[joint : start - 1] and line.has_any_verb(0, at)


def is_tail(line: Line, cue: CueWord, group: int) -> bool:
    """Whether cue and source only close the sentence: `In Ohio, it rained, said Ann, a judge.`

    Not where what stands before is the source: `Ann Lee, who was ill, said one thing was clear`.
    """
    after = group + (cue.last - cue.token)
    end = group - 1
    if after < line.end and not line.is_capitalised(after):
        opening = apposition(line, end)
        if opening is not None and line.words[opening + 1] in ("who", "whose"):
            end = opening
    return (
        line.token(group) == cue.token
        and cue.takes(Frames.BARE_CLAUSE)
        and not cue.takes(Frames.OBJECT, Frames.PREDICATE, Frames.ADDRESSEE)
        and is_inverted(line, cue, after, quoted=False)
        and line.has_finite(0, end)
    )


def _closes_heading(line: Line, cue: CueWord, group: int) -> bool:
    """Whether cue and a noun close a heading without a verb: `Deal “a farce”, admits minister`.

    Behind marks even if the cue has an object elsewhere: not `Rovers, two down, claim victory`.
    """
    after = group + (cue.last - cue.token)
    if line.token(group) != cue.token or not line.is_heading or line.has_finite(0, group - 1):
        return False
    if cue.takes(Frames.OBJECT) and line.words[group - 2] not in MARK_WORDS:
        return False
    nouns = all(line.analysis.tags[line.token(i)] in _OF_BODIES for i in range(after, line.end))
    return nouns and is_inverted(line, cue, after, quoted=False)


def verb_after_comma(line: Line, after: int) -> int | None:
    """The comma right before the finite verb of the clause; None where another verb comes first.

    What the source does in a relative clause is none: `Members, said Lee, who was there, | have`.
    The verb may be the first word in marks: `Members, wrote Lee, | “have to pay.”`
    """
    beside = False
    for position in range(after, min(after + config.APPOSITION_TOKENS, line.end - 1)):
        if line.words[position] == ",":
            beside = not beside and line.kind(position + 1) == "relative"
            if not beside and (line.is_finite(position + 1) or _verb_in_marks(line, position + 1)):
                return position
        elif line.is_quote(position) or (line.is_finite(position) and not beside):
            return None
    return None


def _verb_in_marks(line: Line, position: int) -> bool:
    """Whether marks open there with a finite verb in small letters."""
    if not line.is_quote(position) and line.words[position] not in MARK_WORDS:
        return False
    analysis, first = line.analysis, line.token(position) + 1
    inside = first < len(analysis) and analysis.words[first].islower()
    return inside and analysis.forms[first] in FINITE


def is_inserted(line: Line, cue: CueWord, group: int) -> bool:
    """Whether cue and source cut a clause in two: `Members, said Ann Lee, have to pay.`

    So does a noun with its article: `The answer, says the firm, is “no”`.
    """
    after = group + (cue.last - cue.token)
    return (
        line.token(group) == cue.token
        and cue.takes(Frames.BARE_CLAUSE, Frames.CLAUSE)
        and after < line.end
        and not line.has_finite(0, group)
        and (
            (line.is_name(after) and verb_after_comma(line, after) is not None)
            or _is_noun_inserted(line, group, after)
        )
    )


def _is_noun_inserted(line: Line, group: int, after: int) -> bool:
    """Whether a noun with its article and nothing more stands between cue and the next comma."""
    if line.words[after] not in _ARTICLES or line.words.index(",") != group - 1:
        return False
    comma = verb_after_comma(line, after)
    return comma is not None and "," not in line.words[after:comma]
