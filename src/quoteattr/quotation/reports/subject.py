"""Where the source of a reporting verb stands, as far as the cut between source and content needs.

Who that source is belongs to attribution; here only its place matters.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr import config
from quoteattr.analysis import NOUN_TAGS, Layer
from quoteattr.grammar import COUNTS, FINITE, NOMINATIVES, edges, is_subject
from quoteattr.quotation.reports.inversion import goes_on, is_inverted
from quoteattr.quotation.reports.line import (
    DASHES,
    MARK_WORDS,
    QUOTE,
    ends_in_comma_and_mark,
)
from quoteattr.quotation.reports.noun_phrases import (
    after_lone_comma,
    apposition,
    before_dashes,
    before_fragment,
    before_parenthesis,
    from_share,
    is_of_noun,
    names_the_last,
    noun_phrase_before,
)
from quoteattr.quotation.words.cues import Frames
from quoteattr.quotation.words.inflection import Form

if TYPE_CHECKING:
    from quoteattr.quotation.reports.line import Line
    from quoteattr.quotation.words.cues import CueWord

ALONE: Final = frozenset(
    {"this", "these", "those", "many", "some", "all", "most", "both", "few"}
) | {
    "several",
    "another",
    "one",
    "others",
}
_BEFORE_SUBJECT: Final = {",", ";", ":"} | DASHES | MARK_WORDS
_OPENS_BEFORE: Final = _BEFORE_SUBJECT | {"and"}
_JOINING: Final = frozenset({"relative", "question", "coordinator"})
_NEAR: Final = frozenset(
    {("close", "to"), ("familiar", "with"), ("privy", "to"), ("briefed", "on"), ("involved", "in")}
)
"""How news joins unnamed sources to what they know of: `sources close to the talks said`."""


def start_of_subject(line: Line, cue: CueWord, group: int) -> int | None:
    """Position where the subject left of the verb group at *group* begins; None without one."""
    if _has_nominative(line, group):
        return group - 1
    by_tree = _by_tree(line, cue, group)
    if by_tree is not None:
        by_tree = from_share(line, by_tree, group - 1)
        row = noun_phrase_before(line, group - 1) if line.words[by_tree - 1] == "and" else 0
        joined = 0 < row < by_tree and line.words[row - 1] == ","
        # It fell, | residents and workers said
        return row if joined else after_lone_comma(line, by_tree, group)
    if group == 0:
        return None
    kind = line.kind(group - 1)
    if kind in ("pronoun", "relative"):
        return group - 1
    if line.words[group - 1] == "," and (
        _is_tail(line, cue, group) or _is_inserted(line, cue, group)
    ):
        return None
    position = before_parenthesis(line, group - 1)
    if line.words[position] in MARK_WORDS and line.words[position - 1] == ",":
        if not goes_on(line, group + 1):
            return None
        position -= 1  # Ann Lee, citing “doubts,” said she would
    position = before_dashes(line, position)
    if line.words[position] == "," and (opening := apposition(line, position)) is not None:
        position = opening - 1
    if line.words[position] in ALONE and position == group - 1:
        return position
    if position > 0 and line.words[position] in COUNTS and line.words[position - 1] == "the":
        return position - 1  # the two insist that
    start = before_fragment(line, noun_phrase_before(line, position))
    if start > 2 and tuple(line.words[start - 2 : start]) in _NEAR:
        start = noun_phrase_before(line, start - 3)
    if start > 2 and line.words[start - 1] == "by" and is_of_noun(line, start - 2):
        start = noun_phrase_before(line, start - 3)  # documents obtained by | the Daily Post
    if line.kind(start - 1) == "preposition" and is_of_noun(line, start - 2):
        start = noun_phrase_before(line, start - 3)  # papers filed on | Sunday night
    return start if start <= position else None


def _has_nominative(line: Line, group: int) -> bool:
    """Whether a pronoun that can only be a subject is all of it: `The mayor, she added, “left.”`"""
    before = line.words[max(0, group - 2) : group]
    return bool(before) and before[-1] in NOMINATIVES and "and" not in before


def _is_of_content(line: Line, cue: CueWord, group: int, subject: int) -> bool:
    """Whether the tree takes for the subject what stands in the content.

    `The board signals the end, said Ann Lee, a baker`; `It is “a farce. He lied,” said a man who`.
    """
    analysis, before = line.analysis, line.words[group - 1]
    turned = any(c > cue.token and is_subject(analysis, c) for c in analysis.children[cue.token])
    if before == ",":
        tail = (turned and _is_tail(line, cue, group)) or _closes_heading(line, cue, group)
        return tail or _is_inserted(line, cue, group)
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


def _is_tail(line: Line, cue: CueWord, group: int) -> bool:
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
    nouns = all(line.analysis.tags[line.token(i)] in NOUN_TAGS for i in range(after, line.end))
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


def _is_inserted(line: Line, cue: CueWord, group: int) -> bool:
    """Whether cue and source cut a clause in two: `Members, said Ann Lee, have to pay.`"""
    after = group + (cue.last - cue.token)
    return (
        line.token(group) == cue.token
        and cue.takes(Frames.BARE_CLAUSE, Frames.CLAUSE)
        and after < line.end
        and line.is_name(after)
        and not line.has_finite(0, group)
        and verb_after_comma(line, after) is not None
    )


def _by_tree(line: Line, cue: CueWord, group: int) -> int | None:
    analysis = line.analysis
    if not analysis.has(Layer.TREE):
        return None
    subject = max(
        (c for c in analysis.children[cue.token] if c < cue.token and is_subject(analysis, c)),
        default=None,
    )
    if subject is None or not analysis.words[subject][:1].isalnum():
        return None
    if (at := line.position(subject)) is None:
        return None
    if _is_of_content(line, cue, group, subject):
        return None
    first, _ = edges(analysis, subject)
    for other in analysis.children[cue.token]:  # the news site | RTL Info said
        if other < subject and is_subject(analysis, other) and analysis.tags[other] == "NOUN":
            begin, end = edges(analysis, other)
            first = begin if end == first else first
    start = at
    while (
        start > 0
        and line.token(start - 1) >= first
        and not (line.is_quote(start - 1) or line.words[start - 1] == ",")
    ):
        start -= 1
    while start < at and (line.words[start] in _OPENS_BEFORE or _is_as(line, start)):
        start += 1  # of the unions, teachers | and officials said
    if line.is_name(start) and line.is_name(start - 1) and 1 < start <= group - 1:
        start = min(start, noun_phrase_before(line, group - 1))  # the site RTL | Info said
    return _with_role(line, before_fragment(line, start), group) if start < group else None


def _is_as(line: Line, position: int) -> bool:
    """Whether *as* opens the clause: `As | Ann Lee (2007) noted`, not `As many as 12 said`."""
    amount = line.words[position + 1] in ("many", "much", "few", "little")
    return line.words[position] == "as" and not amount


def _with_role(line: Line, start: int, group: int) -> int:
    """Where the role before a name begins, after words in marks: `“No,” its head, Lee, said`."""
    comma, close = start - 1, group - 1
    apart = comma > 0 and line.words[comma] == line.words[close] == ","
    if not apart or not names_the_last(line, comma, close):
        return start
    role = noun_phrase_before(line, comma - 1)
    if line.kind(role - 1) == "relative":
        return role  # the plan, which a spokesman, Ann Lee, called “mad”
    if line.words[role - 1] == ",":
        return role if line.words[role] == "the" and line.has_finite(0, role) else start
    return role if line.is_quote(role - 1) or line.words[role - 1] in MARK_WORDS else start


def shares_subject(line: Line, cue: CueWord, group: int) -> bool:
    """Whether the verb has its subject from a verb before: `He rose and said`, `..., adding`."""
    if group == 0:
        return False
    before = line.words[group - 1]
    if cue.form is Form.GERUND:
        return before in (",", QUOTE) or before in MARK_WORDS or before[:1].isalpha()
    if line.kind(group - 1) == "coordinator":
        return True
    pauses = before == "," or ends_in_comma_and_mark(line, group)
    return pauses and line.has_finite(0, group - 1)
