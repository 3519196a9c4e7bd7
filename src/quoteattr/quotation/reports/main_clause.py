"""Where the main clause goes on after a report inside it: `Asked if it was over, | Lee laughed`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr.analysis import Layer, Relation
from quoteattr.grammar import SUBJECTS, ancestors, child, edges
from quoteattr.lexicon import words
from quoteattr.quotation.reports.kinds import Kind
from quoteattr.quotation.reports.line import MARK_WORDS
from quoteattr.quotation.reports.noun_phrases import names_the_last, noun_phrase_before
from quoteattr.quotation.reports.site import SEPARATORS
from quoteattr.quotation.reports.tails import SUBORDINATE

if TYPE_CHECKING:
    from quoteattr.quotation.reports.line import Line
    from quoteattr.quotation.reports.site import Site

_CLAUSAL: Final = frozenset({Kind.THAT, Kind.CLAUSE, Kind.QUESTION})
_JOINING: Final = frozenset({"coordinator", "relative", "question", "pronoun"})
_MISREAD: Final = frozenset({"JJ", "VB", "VBN", "VBP"})
_JOINTS: Final = SUBORDINATE | SEPARATORS | {"that"}


def before_main_clause(site: Site, start: int) -> int:
    """Where a clause before the main one ends: `While he said it was early, | bids were opened`."""
    line, known = site.line, _main_subject(site, start)
    if known is not None:
        return known - 1
    for position in range(start + 1, line.end - 1):
        if line.words[position] == "," and _closes_marks(line, start, position + 1):
            return position + 2
        following = line.kind(position + 1)
        if line.words[position] == "," and following not in ("relative", "coordinator"):
            reach = position + 1, line.end
            has_verb = line.has_finite(*reach) or line.has_any_verb(*reach)
            return position if has_verb else len(line)
    return len(line)


def _closes_marks(line: Line, start: int, position: int) -> bool:
    """Whether a mark there closes another after *start*: `Asked about the word “gift,” | she left`.

    The marks of a mere word part no fragment.
    """
    marks = sum(line.words[i] in MARK_WORDS for i in range(start, position + 1))
    return line.words[position] in MARK_WORDS and marks % 2 == 0


def _main_subject(site: Site, start: int) -> int | None:
    """Where the subject of the main verb begins right after a comma, by the tree."""
    line, analysis = site.line, site.line.analysis
    if not analysis.has(Layer.TREE):
        return None
    main = next((t for t in ancestors(analysis, site.cue.token) if analysis.heads[t] == t), None)
    subject = None if main is None else child(analysis, main, *SUBJECTS)
    if subject is None or subject < line.token(start):
        return None
    first = line.position(edges(analysis, subject)[0])
    if first is None or site.word(first - 1) != ",":
        return None
    close = next((i for i in range(first, line.end) if line.words[i] == ","), first)
    if not names_the_last(line, first - 1, close):
        return first
    role = noun_phrase_before(line, first - 2)  # a spokesman, Ann Lee, said
    return role if site.word(role - 1) == "," else first


def before_main_verb(site: Site, left: int, start: int) -> int:
    """Where the verb begins whose subject has the report: `Lee's claim that it was | shocked us`.

    `Those who say that it was dead | are wrong`. Only where nothing before *left* is its verb, and
    no word joins another clause to the content.
    """
    line = site.line
    quoted = line.is_quote(start)  # The claim that Lee said “It rained” | is false
    finite = [i for i in range(start + quoted, line.end) if line.is_finite(i)]
    clausal = site.opening.kind in _CLAUSAL or line.words[start - 1] == "that"
    clauses = 1 if clausal and not quoted else 0
    set_off = site.word(left - 1) == ","
    if set_off and len(finite) == clauses == 1 and not line.has_finite(0, left):
        return _misread_verb(line, finite[0])
    if line.has_finite(0, left) or site.cue.last - site.cue.token > 1:
        return len(line)
    if len(finite) <= clauses:
        verb = finite[0] if clauses and finite else start
        return _hidden_verb(line, verb) if left == 0 and not line.is_heading else len(line)
    verb = finite[clauses]
    last = verb
    if set_off and line.words[verb - 1] == ",":
        last -= 1  # Lee, who police said was armed, | fled
    joined = any(_joins(line, i) for i in range(start + 1, last))
    return len(line) if joined or _tells_of_noun(line, finite[0]) else verb


def _misread_verb(line: Line, verb: int) -> int:
    """Where a past tagged as a participle follows a comma: `Lee, who said it was late, | left`."""
    forms = line.analysis.forms
    commas = (i for i in range(verb, line.end - 1) if line.words[i] == ",")
    return next((i for i in commas if forms[line.token(i + 1)] == "VBN"), len(line))


def _hidden_verb(line: Line, verb: int) -> int:
    """Where a main verb stands that a tagger misread: `Lee's promise to mend it all | pleased us`.

    Behind a noun or closing marks, as the sentence has no other.
    """
    forms, tags = line.analysis.forms, line.analysis.tags
    for at in range(verb + 2, line.end - 1):
        if _joins(line, at):
            break
        token = line.token(at)
        behind = tags[token - 1] in ("NOUN", "PROPN", "VERB") or line.words[at - 1] in MARK_WORDS
        past = line.words[at] in words("irregular_pasts") or line.words[at].endswith("ed")
        if behind and past and forms[token] in _MISREAD and tags[token - 1] != "ADP":
            return at
    return len(line)


def _tells_of_noun(line: Line, verb: int) -> bool:
    """Whether a clause without a relative hangs on a noun: `that the fuss Lee | faced hurt her`."""
    relation = line.analysis.relations[line.token(verb)]
    return relation in (Relation.RELATIVE_CLAUSE, Relation.NOUN_CLAUSE)


def _joins(line: Line, position: int) -> bool:
    """Whether a word or mark begins another clause: `after it rained`, not `after the rain`."""
    if line.kind(position) in _JOINING:
        return True
    relation = line.analysis.relations[line.token(position)]
    return line.words[position] in _JOINTS and relation is not Relation.CASE
