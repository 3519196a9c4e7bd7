"""Reports that no rule of form decides: whatever counts and surroundings make likely enough.

`The board opposes the plan`; `He ranked it as “weak”`; `her support for the plan`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from quoteattr import config
from quoteattr.analysis import Relation
from quoteattr.datatypes import Mode
from quoteattr.grammar import ASKED, INFLECTED, SUBJECTS, child, edges
from quoteattr.quotation.reports.disclaimers import as_denied, find_weighed_disclaimer
from quoteattr.quotation.reports.inner import NO_INNER, holds_whole
from quoteattr.quotation.reports.line import may_be_title
from quoteattr.quotation.reports.site import SEPARATORS, WEIGHED, Report
from quoteattr.quotation.reports.tails import SUBORDINATE
from quoteattr.quotation.words.constructions import WORD_CLASSES, ReportCandidate, candidates_at
from quoteattr.quotation.words.cues import CueWord
from quoteattr.quotation.words.evidence import is_listed, lemma_of
from quoteattr.quotation.words.inflection import Form
from quoteattr.quotation.words.plurals import is_plural
from quoteattr.quotation.words.telling import least_share, mode_of_candidate, tells
from quoteattr.quotation.words.weighing import probability
from quoteattr.records import Screen
from quoteattr.verbs import verb_group

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from quoteattr.analysis import Analysis
    from quoteattr.quotation.reports.frame import Frame
    from quoteattr.quotation.reports.inner import Inner
    from quoteattr.records import QuotedSpan, Range


_ENDS: Final = SEPARATORS | {".", "?", "!"}
_OPENING: Final = frozenset({"“", '"', "‘"})
_CLOSING: Final = frozenset({"”", '"', "’"})
_ORDERED: Final = frozenset({"order", "instruct", "command", "direct", "invite"})
"""What is said to somebody who is to do it: `Ann Lee was ordered to leave`."""
_BEFORE_CONTENT: Final = _ENDS | {"aside", "off"}  # brushed aside | the warning


def find_weighed(
    analysis: Analysis,
    frames: Sequence[Frame],
    taken: set[int],
    inner: Mapping[int, Inner] = NO_INNER,
) -> Iterator[tuple[Frame, Report]]:
    """Further reports in the reporter's own text, in order, of tokens that are not *taken*.

    They may hold what others report, *inner*, as a whole: `talked up | his plan to sell`. Nothing
    without a tree.
    """
    for frame, tokens in open_tokens(frames, taken):
        likely: list[tuple[float, ReportCandidate]] = []
        for token in tokens:
            word_class = WORD_CLASSES.get(analysis.tags[token])
            if word_class is None:
                continue
            listed = is_listed(word_class, analysis.lowers[token])
            if not listed and not (frame.fragments and len(analysis.lowers[token]) > 1):
                continue  # a letter is the sign of a list
            if word_class == "verb" and is_plural(analysis, token):
                continue
            for candidate in open_candidates(analysis, frame, token, taken, inner):
                if listed or candidate.quoted:
                    share = probability(candidate)
                    if share >= least_share(candidate) and tells(candidate):
                        likely.append((share, candidate))
        for report in _apart(_with_subjects(likely)):
            denial = find_weighed_disclaimer(analysis, frame, report)
            yield frame, report if denial is None else as_denied(report, denial)


def taken_tokens(
    analysis: Analysis, quoted: Iterable[QuotedSpan], reports: Iterable[tuple[Frame, Report]]
) -> set[int]:
    """Tokens of cues and contents that rules found, the first of their clauses, speech in marks."""
    taken: set[int] = set()
    for _, report in reports:
        taken.update(range(report.cue.token, report.cue.last))
        taken.add(report.clause[0])
        for first, last in report.content:
            taken.update(range(first, last))
    for span in quoted:
        if span.screen in (Screen.SPEECH, Screen.UNSAID):
            for start, end in span.parts:
                taken.update(analysis.tokens(start, end))
    return taken


def open_tokens(frames: Iterable[Frame], taken: set[int]) -> Iterator[tuple[Frame, list[int]]]:
    """The frames of the reporter's own text with the tokens that may report there."""
    for frame in frames:
        if frame.level < 0:
            free = (token for token in range(frame.first, frame.last) if token not in taken)
            yield frame, frame.outside(free)


def open_candidates(
    analysis: Analysis,
    frame: Frame,
    token: int,
    taken: set[int],
    inner: Mapping[int, Inner] = NO_INNER,
) -> Iterator[ReportCandidate]:
    """What the word at *token* may report, as far as nothing there is taken but by inner ones."""
    for candidate in candidates_at(analysis, token):
        content = tuple(
            _before_taken(analysis, _whole(analysis, frame, part), taken)
            for part in candidate.content
        )
        if any(first >= last for first, last in content):
            continue
        end = content[-1][1]
        if analysis.lowers[end : end + 1] == ["as"] and end + 1 in taken:
            continue  # was quoted on several sites | as saying
        between = analysis.lowers[candidate.last + 2 : content[0][0]]
        if ";" in between:
            continue  # We spoke late at night; behind him hung a map. But: He agreed; it was late
        if content[-1][0] > candidate.last + 1 and _leads_with_as(analysis, candidate):
            continue  # is described as a man in his 20s, of | slim build
        if _is_coordinate(analysis, candidate, content[0][0]) or _is_purpose(candidate):
            continue
        if content[0][0] < frame.first or content[-1][1] > frame.last:
            continue
        reported = [(part, t) for part in content for t in range(*part) if t in taken]
        size = sum(last - first for first, last in content)
        if not all(holds_whole(inner.get(t), part, size) for part, t in reported):
            continue
        content = tuple(_within_marks(analysis, part) for part in content)
        quoted = bool(frame.fragments) and not reported
        quoted = quoted and _holds_words(candidate, content, frame.fragments)
        yield evolve(candidate, content=content, quoted=quoted, outer=bool(reported))


def _leads_with_as(analysis: Analysis, candidate: ReportCandidate) -> bool:
    """Whether *as* right after it leads to what is told: `described | as a man`."""
    return analysis.lowers[candidate.last : candidate.last + 1] == ["as"]


def _is_coordinate(analysis: Analysis, candidate: ReportCandidate, first: int) -> bool:
    """Whether a verb after a comma shares its subject: `told a joke, | told it again`."""
    apart = first > candidate.last + 1 and analysis.lowers[first - 1] == ","
    return apart and candidate.governs == "clause" and analysis.forms[first] in INFLECTED


def _is_purpose(candidate: ReportCandidate) -> bool:
    """Whether an infinitive tells why somebody insists on a thing: `insisted on a veil to hide`."""
    lowers, token = candidate.analysis.lowers, candidate.token
    insists = lowers[token].startswith("insist") and lowers[token + 1 : token + 2] == ["on"]
    return insists and candidate.governs == "to"


def _within_marks(analysis: Analysis, part: Range) -> Range:
    """A clause in marks without what tells when: `sang “Roll it home” | until the lamps died`."""
    first, last = part
    if analysis.words[first] not in _OPENING:
        return part
    inside = range(first + 1, last - 1)
    close = next((t for t in inside if analysis.words[t] in _CLOSING), None)
    ends = close is not None and analysis.lowers[close + 1] in SUBORDINATE
    return (first, close + 1) if close is not None and ends else part


def _holds_words(
    candidate: ReportCandidate, content: Iterable[Range], fragments: Iterable[Range]
) -> bool:
    """Whether somebody's words stand in *content*, not only a title: `finished “Dry Wind”`."""
    analysis = candidate.analysis
    listed = is_listed(candidate.word_class, analysis.lowers[candidate.token])
    return any(
        part[0] < fragment[1]
        and fragment[0] < part[1]
        and ((listed and fragment != part) or not may_be_title(analysis, fragment))
        for part in content
        for fragment in fragments
    )


def _whole(analysis: Analysis, frame: Frame, part: Range) -> Range:
    """A part of a content without separators at its ends, quoted fragments in it not cut."""
    first, last = part
    while first < last and analysis.lowers[first] in _BEFORE_CONTENT:
        first += 1
    while first < last and analysis.lowers[last - 1] in _ENDS:
        last -= 1
    for begin, end in frame.fragments:
        if begin < last and first < end:
            first, last = min(first, begin), max(last, end)
    return first, last


def _before_taken(analysis: Analysis, part: Range, taken: set[int]) -> Range:
    """A part without the clause of another report: `found it “crude”, | and Ann Lee said no`."""
    first, last = part
    other = next((token for token in range(first, last) if token in taken), last)
    end = other
    while end > first and (
        analysis.lowers[end - 1] in _ENDS or analysis.relations[end - 1] is Relation.COORDINATOR
    ):
        end -= 1
    return (first, end) if end < other else part


def _with_subjects(
    likely: list[tuple[float, ReportCandidate]],
) -> list[tuple[float, ReportCandidate]]:
    """The candidates but for a thought without whom it is about: `Lee is expected to travel`.

    Who is expected to do something is no source, so the thought holds the subject where it may.
    """
    whole = {c.token for _, c in likely if c.construction == "passive-subject+to"}
    return [
        (share, c)
        for share, c in likely
        if not (c.token in whole and c.construction == "passive-to" and _is_thought(c))
    ]


def _is_thought(candidate: ReportCandidate) -> bool:
    return mode_of_candidate(candidate) is Mode.THOUGHT


def _apart(likely: list[tuple[float, ReportCandidate]]) -> list[Report]:
    """The likeliest candidates that do not overlap, in text order."""
    kept: list[tuple[int, Report]] = []
    taken: set[int] = set()
    for share, candidate in sorted(likely, key=lambda pair: (-pair[0], pair[1].token)):
        tokens = {t for first, last in candidate.content for t in range(first, last)}
        tokens.update(range(candidate.token, candidate.last))
        if taken.isdisjoint(tokens):
            taken |= tokens
            kept.append((candidate.token, _report(candidate, share)))
    return [report for _, report in sorted(kept, key=lambda pair: pair[0])]


def _report(candidate: ReportCandidate, share: float) -> Report:
    mode = mode_of_candidate(candidate)
    lemma = (lemma_of(candidate) or "").partition(":")[2]
    lemma = lemma or candidate.analysis.lowers[candidate.token]
    form = Form.NOUN if candidate.word_class == "noun" else Form.BASE
    cue = CueWord(
        candidate.token, candidate.last, lemma, candidate.word_class, mode, form, "", sure=True
    )
    return Report(
        cue,
        candidate.content,
        _clause(candidate),
        WEIGHED,
        mode,
        addressee=_addressee(candidate, lemma),
        note=f"{lemma}, {candidate.construction}: {share:.2f}",
    )


def _addressee(candidate: ReportCandidate, lemma: str) -> tuple[str, Range] | None:
    """Who is asked, as in `find_addressee`: `Ann Lee, a judge, was asked about the vote`.

    Or ordered: `Ann Lee was ordered to leave`.
    """
    analysis = candidate.analysis
    asks = lemma.startswith("ask") or analysis.lowers[candidate.token] in ASKED
    asks = asks or (candidate.governs == "to" and lemma.split()[0] in _ORDERED)
    if not candidate.construction.startswith("passive-") or not asks:
        return None
    subject = child(analysis, candidate.token, *SUBJECTS)
    if subject is None or subject >= candidate.content[0][0]:
        return None
    first, last = edges(analysis, subject)
    return "were-told", (
        first,
        next((t for t in range(subject + 1, last) if analysis.words[t] == ","), last),
    )


def _clause(candidate: ReportCandidate) -> Range:
    """From the source before the cue, where it has one that is no content, to the content."""
    analysis, token = candidate.analysis, candidate.token
    left = token
    if candidate.word_class != "noun":
        left = verb_group(analysis, token, max(0, token - config.NAME_BEFORE_CUE))
    opening = token if candidate.word_class == "noun" else child(analysis, token, *SUBJECTS)
    if opening is not None and candidate.content[0][0] > token:
        left = min(left, edges(analysis, opening)[0])
    last = candidate.content[-1][0]
    return left, last if last > token else candidate.last
