"""Where the source of a reporting verb stands, as far as the cut between source and content needs.

Who that source is belongs to attribution; here only its place matters.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr import config
from quoteattr.analysis import Layer
from quoteattr.grammar import COUNTS, NOMINATIVES, POSSESSIVES, edges, is_subject
from quoteattr.quotation.reports.inversion import goes_on
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
from quoteattr.quotation.reports.subject_in_content import is_inserted, is_of_content, is_tail
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
_TOLD_BY_NAME: Final = frozenset({"identified", "named", "quoted"})
_KNOWN: Final = POSSESSIVES | {"the"}
_BEFORE_SUBJECT: Final = {",", ";", ":"} | DASHES | MARK_WORDS
_OPENS_BEFORE: Final = _BEFORE_SUBJECT | {"and"}
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
        is_tail(line, cue, group) or is_inserted(line, cue, group)
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
    if line.words[position] in ALONE and (position == group - 1 or line.words[position + 1] == ","):
        return position
    if position > 0 and line.words[position] in COUNTS and line.words[position - 1] == "the":
        return position - 1  # the two insist that
    position = _before_anonymity(line, position)
    start = before_fragment(line, noun_phrase_before(line, position))
    if start > 2 and tuple(line.words[start - 2 : start]) in _NEAR:
        start = noun_phrase_before(line, start - 3)
    if start > 2 and line.words[start - 1] == "by" and is_of_noun(line, start - 2):
        start = noun_phrase_before(line, start - 3)  # documents obtained by | the Daily Post
    if line.kind(start - 1) == "preposition" and is_of_noun(line, start - 2):
        start = noun_phrase_before(line, start - 3)  # papers filed on | Sunday night
    return start if start <= position else None


def _before_anonymity(line: Line, position: int) -> int:
    """Past a clause that says why no name is given: `A nurse | who asked not to be named said`."""
    if line.words[position] not in _TOLD_BY_NAME or line.words[position - 1] != "be":
        return position
    floor = max(0, position - config.APPOSITION_TOKENS)
    who = next((i for i in range(position, floor, -1) if line.words[i] == "who"), None)
    return position if who is None else who - 1


def _has_nominative(line: Line, group: int) -> bool:
    """Whether a pronoun that can only be a subject is all of it: `The mayor, she added, “left.”`"""
    before = line.words[max(0, group - 2) : group]
    return bool(before) and before[-1] in NOMINATIVES and "and" not in before


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
    if is_of_content(line, cue, group, subject):
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
    if line.before_nickname(start) >= 0:
        start = noun_phrase_before(line, group - 1)  # their lawyer Ann “Annie” | Lee said
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
        known = line.words[role] in _KNOWN  # It has “failed”, his aide, Ann Lee, said
        return role if known and line.has_finite(0, role) else start
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
