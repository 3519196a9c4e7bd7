"""Reports that no rule of form decides: whatever counts and surroundings make likely enough.

`The board opposes the plan`; `He ranked it as “weak”`; `her support for the plan`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from quoteattr import config
from quoteattr.analysis import Relation
from quoteattr.datatypes import Mode
from quoteattr.grammar import BE, HAVE, SUBJECTS, child, edges, verb_group
from quoteattr.quotation.constructions import WORD_CLASSES, ReportCandidate, candidates_at
from quoteattr.quotation.cues import CueWord
from quoteattr.quotation.evidence import is_listed, lemma_of, mode_of
from quoteattr.quotation.inflection import Form
from quoteattr.quotation.site import SEPARATORS, WEIGHED, Report
from quoteattr.quotation.weighing import infinitive, negated, probability, thing_as_source
from quoteattr.records import Screen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from quoteattr.analysis import Analysis
    from quoteattr.quotation.frames import Frame
    from quoteattr.records import QuotedSpan, Range

_CIRCUMSTANCE: Final = frozenset({"after", "before", "by", "during", "since", "through", "until"})
_OF_HEARERS: Final = frozenset({"predicate", "about"})  # after a passive: not what its subject said
_ASKED: Final = frozenset({"asked", "questioned", "pressed", "quizzed", "grilled"})
_ENDS: Final = SEPARATORS | {".", "?", "!"}


def find_weighed(
    analysis: Analysis, frames: Sequence[Frame], taken: set[int]
) -> Iterator[tuple[Frame, Report]]:
    """Further reports in the reporter's own text, in order, of tokens that are not *taken*.

    Nothing without a tree.
    """
    for frame, tokens in open_tokens(frames, taken):
        likely: list[tuple[float, ReportCandidate]] = []
        for token in tokens:
            word_class = WORD_CLASSES.get(analysis.tags[token])
            if word_class is None:
                continue
            listed = is_listed(word_class, analysis.lowers[token])
            if not listed and not frame.fragments:
                continue
            for candidate in open_candidates(analysis, frame, token, taken):
                if listed or candidate.quoted:
                    share = probability(candidate)
                    if share >= _least_share(candidate) and _tells(candidate):
                        likely.append((share, candidate))
        yield from ((frame, report) for report in _apart(likely))


def taken_tokens(
    analysis: Analysis, quoted: Iterable[QuotedSpan], reports: Iterable[tuple[Frame, Report]]
) -> set[int]:
    """Tokens of cues and contents that rules found, and of all that stands by itself in marks."""
    taken: set[int] = set()
    for _, report in reports:
        taken.update(range(report.cue.token, report.cue.last))
        for first, last in report.content:
            taken.update(range(first, last))
    for span in quoted:
        if span.screen is Screen.SPEECH:
            for start, end in span.parts:
                taken.update(analysis.tokens(start, end))
    return taken


def open_tokens(frames: Iterable[Frame], taken: set[int]) -> Iterator[tuple[Frame, list[int]]]:
    """The frames of the reporter's own text with the tokens that may report there."""
    for frame in frames:
        if frame.level < 0:
            silent = {token for first, last in frame.silent for token in range(first, last)}
            own = (item.first for item in frame.items if item.quote < 0)
            yield frame, [token for token in own if token not in taken and token not in silent]


def open_candidates(
    analysis: Analysis, frame: Frame, token: int, taken: set[int]
) -> Iterator[ReportCandidate]:
    """What the word at *token* may report, as far as nothing there is taken."""
    for candidate in candidates_at(analysis, token):
        content = tuple(_whole(analysis, frame, part) for part in candidate.content)
        if any(first >= last for first, last in content):
            continue
        if content[0][0] < frame.first or content[-1][1] > frame.last:
            continue
        if any(t in taken for first, last in content for t in range(first, last)):
            continue
        quoted = any(
            first < fragment[1] and fragment[0] < last and fragment != (first, last)
            for first, last in content
            for fragment in frame.fragments
        )
        yield evolve(candidate, content=content, quoted=quoted)


def _whole(analysis: Analysis, frame: Frame, part: Range) -> Range:
    """A part of a content without separators at its ends, quoted fragments in it not cut."""
    first, last = part
    while first < last and analysis.lowers[first] in _ENDS:
        first += 1
    while first < last and analysis.lowers[last - 1] in _ENDS:
        last -= 1
    for begin, end in frame.fragments:
        if begin < last and first < end:
            first, last = min(first, begin), max(last, end)
    return first, last


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


def _tells(candidate: ReportCandidate) -> bool:
    """Whether something is told of what was uttered.

    Not in `argued until dawn`; nor, without a speaker, in `was reported missing`, `was asked about
    it`, `asked prices fell`, `Note that it is late` and `WARNING: it is wet`.
    """
    if _holds_the_asked(candidate):
        return False
    if candidate.quoted or _mode(candidate) is Mode.THOUGHT:
        return True
    if candidate.governs in _CIRCUMSTANCE:
        return False
    if candidate.construction == "object":
        return _object_tells(candidate)
    if candidate.construction.startswith("passive-"):
        return candidate.governs not in _OF_HEARERS
    if _is_bare_participle(candidate):
        return False
    analysis, token = candidate.analysis, candidate.token
    participle = analysis.forms[token] == "VBG" and analysis.heads[token] != token
    if candidate.word_class != "verb" or infinitive(candidate) or participle:
        return True
    return candidate.source is not None


def _object_tells(candidate: ReportCandidate) -> bool:
    """Whether an object can be what was said.

    Not in `blamed the grass`, `questioned Ann Lee` and `a storm claimed forty lives`.
    """
    analysis = candidate.analysis
    first, last = candidate.content[0]
    governed = child(analysis, candidate.token, Relation.OBJECT)
    is_name = governed is not None and analysis.tags[governed] in ("PROPN", "PRON")
    is_told = last - first >= config.LEAST_OBJECT and not is_name
    return is_told and not thing_as_source(candidate)


def _holds_the_asked(candidate: ReportCandidate) -> bool:
    """Whether the content takes in who was asked: `Lee was asked on Monday about the dam`."""
    asks = candidate.analysis.lowers[candidate.token] in _ASKED
    return asks and candidate.construction.startswith("passive-subject+")


def _is_bare_participle(candidate: ReportCandidate) -> bool:
    """Whether it tells of somebody to whom it was done: `Asked about the delay, he left`."""
    form = candidate.analysis.forms[candidate.token]
    return form == "VBN" and candidate.words_before.isdisjoint(HAVE | BE)


def _least_share(candidate: ReportCandidate) -> float:
    """What is returned unasked must be likelier than a thought, unless marks speak for it."""
    if candidate.quoted:
        return config.LEAST_QUOTED
    if _mode(candidate) is Mode.THOUGHT:
        return config.LEAST_THOUGHT
    has_object = "object" in candidate.construction
    return config.LEAST_UTTERED_OBJECT if has_object else config.LEAST_UTTERED


def _mode(candidate: ReportCandidate) -> Mode:
    """The mode of its word, but what is denied was not uttered, and what stands in marks was.

    `did not confirm that` is no speech; `sees it as “weak”` is, `is known as “Dry Wind”` is not.
    """
    if negated(candidate):
        return Mode.THOUGHT
    mode = mode_of(candidate)
    passive = candidate.construction.startswith("passive-")
    return Mode.SPEECH if candidate.quoted and not passive else mode


def _report(candidate: ReportCandidate, share: float) -> Report:
    mode = _mode(candidate)
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
    """Who is asked, as in `find_addressee`: `Ann Lee was asked about the vote`."""
    if not candidate.construction.startswith("passive-") or not lemma.startswith("ask"):
        return None
    subject = child(candidate.analysis, candidate.token, *SUBJECTS)
    if subject is None or subject >= candidate.content[0][0]:
        return None
    return "were-told", edges(candidate.analysis, subject)


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
