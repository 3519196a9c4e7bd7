"""From marks and reports to quotations: what is content, of which kind, inside what."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final

import regex

from quoteattr.datatypes import MARKS, Outcome, QuoteKind, Span, Step
from quoteattr.grammar import NOMINATIVES
from quoteattr.quotation.candidates import Candidate, without_report
from quoteattr.quotation.further_sentences import with_further_sentences
from quoteattr.quotation.nesting import with_parents
from quoteattr.quotation.ranges import WORD, disjoint, has_words_outside, merge_touching, outside
from quoteattr.quotation.reports.site import DENIED
from quoteattr.quotation.words.inflection import Form
from quoteattr.records import Cue, Quotation, Range, Screen, within
from quoteattr.verbs import is_passive

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from quoteattr.analysis import Analysis
    from quoteattr.quotation.reports.frame import Frame
    from quoteattr.quotation.reports.site import Report
    from quoteattr.records import QuotedSpan

_CITATION: Final = regex.compile(
    r"\s?[(\[](?:[^()\[\]]*(?<!\d)[12]\d{3}(?!\d)[^()\[\]]*|pp?\. ?\d[^()\[\]]*)[)\]]\Z"
    r"|(?:\s?[,;]?\s?\[\d{1,3}(?:\s?[,–-]\s?\d{1,3})*\]?){1,6}\Z"
)
_LONGEST_CITATION: Final = 80  # code points
_AGENT: Final = regex.compile(r"(?<=[\"”’'»])(?P<by>\sby\s)[^\"“”‘«»,;]+\Z")
_LONGEST_AGENT: Final = 80  # code points
_JOINT: Final = regex.compile(
    r"(?:\s*[,;–—]?\s+(?:and|because|but|or|unless|until|although|(?<!\b(?:a|the) )while"
    r"|(?<!\bas )though|(?<!\b(?:and|or|exactly) )when)|(?<=\d(?:bn|k|kg|km|m|p|pc|tn))\.)\Z"
)
_LONGEST_JOINT: Final = 20  # code points
_NO_VERBS: Final = frozenset({Form.FIXED, Form.NOUN, Form.LABEL})
_VERBS: Final = frozenset({"VERB", "AUX"})
_ENDS: Final = frozenset({"?", "!"})
_SPOKEN: Final = frozenset({Screen.SPEECH, Screen.FRAGMENT})


def assemble(
    analysis: Analysis,
    quoted: Sequence[QuotedSpan],
    frames: Sequence[Frame],
    reports: Iterable[tuple[Frame, Report]],
) -> tuple[Quotation, ...]:
    """The quotations of a text, in text order, an outer one before those inside it."""
    drafts = [_from_report(analysis, quoted, frame, report) for frame, report in reports]
    drafts = _one_cue_each(analysis, drafts)
    with_further_sentences(analysis, frames, drafts)
    drafts += without_report(analysis, quoted, frames, drafts)
    found = [_quotation(analysis, quoted, draft) for draft in drafts]
    pairs = [(d, q) for d, q in zip(drafts, found, strict=True) if q is not None]
    pairs.sort(key=lambda pair: _order(pair[1]))
    return with_parents((quotation, draft.level >= 0) for draft, quotation in pairs)


def _order(quotation: Quotation) -> tuple[int, int, int, int]:
    """What puts an outer quotation before those inside it."""
    covered = sum(end - start for start, end in quotation.content)
    cue = quotation.cue.start if quotation.cue else -1
    return quotation.start, -quotation.end, -covered, cue


def _from_report(
    analysis: Analysis, quoted: Sequence[QuotedSpan], frame: Frame, report: Report
) -> Candidate:
    units: list[int] = []
    ranges: list[Range] = []
    items = {unit.first: unit.quote for unit in frame.units}
    for first, last in report.content:
        inside = [items[token] for token in range(first, last) if token in items]
        units += [unit for unit in inside if unit not in units]
        start, end = analysis.starts[first], analysis.ends[last - 1]
        for span in inside:
            for part in quoted[span].parts:
                if part[0] <= start < part[1]:
                    start = part[0]
                if part[0] < end <= part[1]:
                    end = part[1]
        ranges.append((start, end))
    if not any(part[1] == ranges[-1][1] for unit in units for part in quoted[unit].parts):
        ranges[-1] = _without_citation(analysis.text, *ranges[-1])
        ranges[-1] = _without_agent(analysis, report.cue.token, *ranges[-1])
        ranges[-1] = _without_joint(analysis.text, *ranges[-1])
    draft = Candidate(frame.level, ranges, report.rule, report, frame, units)
    if report.cue.form is Form.LABEL:
        draft.label = _clause(analysis, draft)
    return draft


def _without_citation(text: str, start: int, end: int) -> Range:
    """A content without the page, the year or the notes behind it: `that “it closed” (2019: 9)`."""
    citation = _CITATION.search(text, max(start, end - _LONGEST_CITATION), end)
    return (start, citation.start()) if citation and citation.start() > start else (start, end)


def _without_agent(analysis: Analysis, cue: int, start: int, end: int) -> Range:
    """A content that ends with marks without who said so: `was called “a farce” | by Ann Lee`."""
    agent = _AGENT.search(analysis.text, max(start, end - _LONGEST_AGENT), end)
    if agent is None or analysis.starts[cue] > start:
        return start, end
    passive = is_passive(analysis, cue, analysis.sentence_at(cue)[0])
    return (start, agent.start("by")) if passive else (start, end)


def _without_joint(text: str, start: int, end: int) -> Range:
    """A content without a word that joins what it leaves out: `called it “mad” | because`.

    Nor with the full stop behind a unit, which tokenizers leave there: `said it lost £3m|.`
    """
    joint = _JOINT.search(text, max(start, end - _LONGEST_JOINT), end)
    return (start, joint.start()) if joint and joint.start() > start else (start, end)


def _one_cue_each(analysis: Analysis, drafts: list[Candidate]) -> list[Candidate]:
    """Where two cues of one level claim the same quotation, the nearer one keeps it.

    Not where one claims the other cue as well: `“It is over,” Lee said, according to the minutes.`
    """
    rivals = [draft for draft in drafts if draft.is_only_quotations]
    owner: dict[int, Candidate] = {}
    for draft in rivals:
        for unit in draft.units:
            rival = owner.get(unit)
            if rival is None or _is_nearer(analysis, draft, rival):
                owner[unit] = draft
    beaten = {
        id(draft)
        for draft in rivals
        for unit in draft.units
        if owner[unit] is not draft and not _claims_cue(draft, owner[unit])
    }
    return [draft for draft in drafts if id(draft) not in beaten]


def _is_nearer(analysis: Analysis, draft: Candidate, rival: Candidate) -> bool:
    """Whether the first of two reports of a quotation stands nearer to it, or inside the other."""
    if _claims_cue(rival, draft) or _claims_cue(draft, rival):
        return _claims_cue(rival, draft)
    if _stands_apart(analysis, draft) is not _stands_apart(analysis, rival):
        return _stands_apart(analysis, rival)
    return _distance(analysis, draft) < _distance(analysis, rival)


def _stands_apart(analysis: Analysis, draft: Candidate) -> bool:
    """Whether its clause is a sentence after the quotation: `Lee told them, “Go.” They laughed.`"""
    assert draft.report is not None
    start, end = draft.ranges[-1]
    clause = draft.report.clause[0]
    if analysis.ends[clause] <= end or not analysis.words[clause][:1].isupper():
        return False
    ended = analysis.text[start:end].rstrip(MARKS)[-1:]
    return ended == "." or (ended in _ENDS and analysis.lowers[clause] in NOMINATIVES)


def _claims_cue(outer: Candidate, inner: Candidate) -> bool:
    """Whether the content of one report holds the cue of another."""
    assert outer.report is not None
    assert inner.report is not None
    cue = inner.report.cue.token
    return any(first <= cue < last for first, last in outer.report.content)


def _distance(analysis: Analysis, draft: Candidate) -> int:
    assert draft.report is not None
    cue = analysis.starts[draft.report.cue.token]
    return min(min(abs(cue - start), abs(cue - end)) for start, end in draft.ranges)


def _quotation(
    analysis: Analysis, quoted: Sequence[QuotedSpan], draft: Candidate
) -> Quotation | None:
    parts = sorted({part for unit in draft.units for part in quoted[unit].parts})
    fragments = [part for index in _spans_inside(quoted, draft) for part in quoted[index].parts]
    inside = disjoint(sorted({*parts, *fragments}))
    ranges = disjoint(sorted([*outside(draft.ranges, parts), *parts])) if parts else draft.ranges
    text = analysis.text
    kind, content = _kind_and_content(analysis, draft, inside, ranges)
    content = [r for r in content if WORD.search(text, r[0], r[1])]
    if not content:
        return None
    marks = within(inside, content)
    if kind is QuoteKind.DIRECT:
        marks = content
    cue = _cue(analysis, draft)
    addressee = _addressee(analysis, draft, content)
    note = draft.report.note if draft.report else ""
    steps = [_step(text, draft.rule, (cue.start, cue.end) if cue else None, note)]
    if draft.report is not None and draft.report.denial is not None:
        steps.append(_step(text, DENIED, draft.report.denial))
    if addressee is not None:
        steps.append(_step(text, *addressee))
    return Quotation(
        kind=kind,
        content=tuple(content),
        quoted=tuple(marks),
        cue=cue,
        clause=_clause(analysis, draft),
        source=draft.label,
        addressee=addressee and addressee[1],
        steps=tuple(steps),
    )


def _step(text: str, rule: str, used: Range | None, note: str = "") -> Step:
    spans = () if used is None else (Span.cut(text, *used),)
    return Step(rule=rule, outcome=Outcome.DECIDED, spans=spans, note=note)


def _addressee(
    analysis: Analysis, draft: Candidate, content: Sequence[Range]
) -> tuple[str, Range] | None:
    """Who is spoken to, unless a further part of the content stands there."""
    if draft.report is None or draft.report.addressee is None:
        return None
    rule, (first, last) = draft.report.addressee
    start, end = analysis.starts[first], analysis.ends[last - 1]
    if any(a < end and start < b for a, b in content):
        return None
    return rule, (start, end)


def _kind_and_content(
    analysis: Analysis, draft: Candidate, inside: Sequence[Range], ranges: Sequence[Range]
) -> tuple[QuoteKind, list[Range]]:
    if not inside:
        return QuoteKind.INDIRECT, list(draft.ranges)
    if draft.report is not None and has_words_outside(analysis.text, draft.ranges, inside):
        return QuoteKind.MIXED, merge_touching(draft.ranges, ranges)
    is_clause = _is_clause_in_marks(analysis, draft)
    return QuoteKind.MIXED if is_clause else QuoteKind.DIRECT, list(inside)


def _is_clause_in_marks(analysis: Analysis, draft: Candidate) -> bool:
    """`warned that “the goals are not limited”`: quoted whole, yet the reporter's clause.

    Not a quotation that stands by itself: `said that: “It was a good day.”`
    """
    if draft.report is None or draft.is_only_quotations:
        return False
    first = draft.report.content[0][0]
    return analysis.lowers[first - 1 : first] == ["that"]


def _spans_inside(quoted: Sequence[QuotedSpan], draft: Candidate) -> Iterator[int]:
    """Indices of the spoken spans of the draft's own level that lie in its ranges."""
    level = None if draft.level < 0 else draft.level
    for start, end in draft.ranges:
        index = bisect_left(quoted, start, key=_start)
        while index < len(quoted) and quoted[index].start < end:
            span = quoted[index]
            if span.parent == level and span.screen in _SPOKEN and span.end <= end:
                yield index
            index += 1


def _start(span: QuotedSpan) -> int:
    return span.start


def _cue(analysis: Analysis, draft: Candidate) -> Cue | None:
    if draft.report is None:
        return None
    word = draft.report.cue
    if word.form is Form.LABEL:
        return None
    return Cue(
        start=analysis.starts[word.token],
        end=analysis.ends[word.last - 1],
        token=word.token,
        lemma=word.lemma,
        mode=draft.report.mode,
        is_verb=word.form not in _NO_VERBS and _is_verb(analysis, word.token),
    )


def _is_verb(analysis: Analysis, token: int) -> bool:
    """Whether a word is tagged as a verb, or stands as one behind a noun: `the board plans to`.

    Or behind a name in a headline: `Ann Lee Endorses Bo Cruz`.
    """
    if analysis.tags[token] in _VERBS or token == 0:
        return analysis.tags[token] in _VERBS
    if analysis.tags[token - 1] == analysis.tags[token] == "PROPN":
        return analysis.lowers[token].endswith("s")
    leads = analysis.lowers[token + 1 : token + 2] in (["to"], ["that"])
    return leads and analysis.tags[token] == "NOUN" == analysis.tags[token - 1]


def _clause(analysis: Analysis, draft: Candidate) -> Range | None:
    if draft.report is None:
        return None
    first, last = draft.report.clause
    return analysis.starts[first], analysis.ends[last - 1]
