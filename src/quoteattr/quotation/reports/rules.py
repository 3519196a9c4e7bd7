"""Reports: a cue, the stretch it reports, and the clause that does the reporting.

An ordered table of rules. A rule is a plain function of a site, a cue in its line; the first that
finds a report decides.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from attrs import evolve

from quoteattr.datatypes import Mode
from quoteattr.grammar import COUNTS, ends_phrase, opens_item
from quoteattr.quotation.reports import according, after, before, nouns, passives
from quoteattr.quotation.reports.addressee import find_addressee
from quoteattr.quotation.reports.all_said import all_said
from quoteattr.quotation.reports.as_clauses import as_clause, as_reported
from quoteattr.quotation.reports.asking import asked
from quoteattr.quotation.reports.attributed import attributing, tells_author
from quoteattr.quotation.reports.disclaimers import as_denied, find_disclaimer, source_and_cue
from quoteattr.quotation.reports.hearing import HEARING
from quoteattr.quotation.reports.inserted import asked_inside, inserted, opened
from quoteattr.quotation.reports.kinds import Kind
from quoteattr.quotation.reports.labels import labelled
from quoteattr.quotation.reports.line import HYPHEN, Line
from quoteattr.quotation.reports.next_to import next_to_quotation
from quoteattr.quotation.reports.site import WEIGHED, Reading, Report, Site
from quoteattr.quotation.reports.subject import ALONE
from quoteattr.quotation.words.cue_forms import noun_forms
from quoteattr.quotation.words.inflection import Form
from quoteattr.quotation.words.negation import is_negated
from quoteattr.quotation.words.unsaid import is_doubted, is_irrealis

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quoteattr.analysis import Analysis
    from quoteattr.quotation.reports.frame import Frame
    from quoteattr.quotation.words.cues import CueWord

Rule = Callable[[Site], "Report | None"]
"""Looks at one cue in its line; None lets the next rule try."""

RULES: Final[tuple[tuple[str, Rule], ...]] = (
    ("headline-label", labelled),  # Lee: Pier Is Dead
    ("noun", nouns.noun_with_content),  # Lee's claim that it is dead
    ("source-phrase", according.source_phrase),  # According to Ann Lee, it is dead.
    ("attributing", attributing),  # A meme attributes QUOTE to Ann Lee.
    ("as-clause", as_clause),  # As Ann Lee said, it is dead.
    ("as-reported", as_reported),  # As reported by Ann Lee, it is dead.
    ("named", passives.named),  # Ann Lee was dubbed a “menace” by her rivals.
    ("asked", asked),  # Asked whether it was dead, Ann Lee laughed.
    ("quoted-as", before.quoted_as),  # QUOTE, the minutes quote Ann Lee as saying.
    ("heard-saying", before.heard_saying),  # QUOTE, I heard Ann Lee say.
    ("all-said", all_said),  # QUOTE was all she would say.
    ("inverted", before.inverted),  # QUOTE said Ann Lee.
    ("after-content", before.after_content),  # It is dead, Ann Lee said.
    ("asked-inside", asked_inside),  # Why, asked Ann Lee, a clerk, was it dead?
    ("inserted", inserted),  # The cause, said Ann Lee, was rot.
    ("opened", opened),  # Said Ann Lee, a baker, QUOTE.
    ("next-to-quotation", next_to_quotation),  # QUOTE, Ann Lee (the chair) said.
    ("accused", passives.accused),  # It was accused of dithering by Ann Lee.
    ("before-content", after.before_content),  # Ann Lee said it was dead.
    ("before-fragment", after.before_fragment),  # Ann Lee referred to “thousands”.
)

_DEGREES: Final = frozenset({"most", "more", "very", "so", "too"})
_POINTING: Final = frozenset({"this", "these", "those"})
_CLAUSES: Final = frozenset({Kind.THAT, Kind.CLAUSE})
_OF_ACCUSED: Final = tuple(
    (key, rule) for key, rule in RULES if key in ("accused", "after-content")
)
"""Who is accused reports nothing: `A man accused of theft had left.`"""

RULE_NAMES: Final = (
    frozenset(
        {
            "marks",
            "source-phrase",
            "as-clause",
            "headline-label",
            "cue-after-content",
            "cue-between-parts",
            "cue-before-fragment",
            WEIGHED,
        }
    )
    | {f"cue-before-{kind}" for kind in ("quotation", "that", "clause", "question")}
    | {f"cue-before-{kind}" for kind in ("infinitive", "object")}
)
"""What the first step of a trace can say: how the quotation was found."""


def find_reports(
    analysis: Analysis, frames: Sequence[Frame], cues: Sequence[CueWord]
) -> Iterator[tuple[Frame, Report]]:
    """All reports with their frames, in the order of frames and cues."""
    by_token = {cue.token: cue for cue in cues}
    tokens = sorted(by_token)
    for frame in frames:
        near = tokens[bisect_left(tokens, frame.first) : bisect_left(tokens, frame.last)]
        inside = [by_token[token] for token in frame.outside(near)]
        if inside:
            for report in _read(Reading(Line(analysis, frame), inside)):
                yield frame, report


def _read(reading: Reading) -> Iterator[Report]:
    line = reading.line
    for site in reading.sites:
        frame, token = line.frame, site.cue.token
        label = site.cue.form is Form.LABEL
        asked = not label and is_irrealis(line.analysis, token, frame.first, frame.last)
        if asked and site.opening.kind is not Kind.QUOTATION:
            continue
        fixed = site.cue.form is Form.FIXED
        begins = site.at == 0 or fixed or opens_item(line.analysis, site.cue.token)
        named = not begins and _is_name(line, site.at)
        if (
            _is_modifier(site)
            or _is_called_so(site)
            or _is_quoting(site)
            or _is_in_phrase(site)
            or tells_author(site)
            or _opens_with_claims(site)
            or named
        ):
            continue
        rules = RULES if not passives.is_accused(site) else _OF_ACCUSED
        found = (rule(site) for _, rule in rules)
        report = next((report for report in found if report is not None), None)
        if report is None or report.content[0][0] in frame.unsaid:
            continue
        denial = find_disclaimer(site, report)
        if asked:
            denial = source_and_cue(site)  # Did she say, QUOTE?
        elif denial is None and not label and is_doubted(line.analysis, token):
            continue
        if not label and is_negated(line.analysis, token, frame.first):
            if report.mode is Mode.THOUGHT or not _holds_marks(frame, report):
                continue  # what was not told is weighed: `did not say why`
            denial = source_and_cue(site)
        if denial is not None:
            report = as_denied(report, denial)
        addressee = find_addressee(site, report)
        yield report if addressee is None else evolve(report, addressee=addressee)


def _holds_marks(frame: Frame, report: Report) -> bool:
    """Whether words in marks stand in the content: `never said “no”`."""
    starts = {*(unit.first for unit in frame.units), *(first for first, _ in frame.fragments)}
    return any(token in starts for part in report.content for token in range(*part))


def _is_modifier(site: Site) -> bool:
    """Whether a determiner stands before it: `the noted author`; but `many said`, `his claim`.

    Nor does a number that tells of how many somebody is the father: `the father of two said`; nor
    one that is the subject itself: `The two said it was over`, not `the two reported thefts`.
    """
    if site.cue.form is Form.NOUN or site.group != site.at:
        return False
    before = site.word(site.group - 1)
    if site.cue.form is Form.GERUND and before in _DEGREES:
        return True  # the most telling promise
    if before == "her" and site.word(site.group - 2) in HEARING:
        return False  # QUOTE, I heard her say
    if before in _POINTING and _is_of_noun(site):
        return True  # this proposed debate
    if before == "her" and _is_object(site):
        return False  # a man close to her said
    counted = before in COUNTS and site.word(site.group - 2) in ("of", HYPHEN)
    counted |= before in COUNTS and site.cue.sure and site.opening.kind in _CLAUSES
    return site.line.kind(site.group - 1) == "determiner" and before not in ALONE and not counted


def _is_called_so(site: Site) -> bool:
    """Whether a noun ends a phrase with *a* that no plural verb has: `a Kest Rail | express hit`"""
    if site.cue.form is not Form.BASE or site.group != site.at or site.subject is None:
        return False
    named = site.line.analysis.forms[site.cue.token - 1] == "NNP"
    return named and site.word(site.subject) in ("a", "an")


def _opens_with_claims(site: Site) -> bool:
    """Whether a noun opens the sentence: `Claims that Ann Lee said so | are false`."""
    plural = site.cue.form is Form.PRESENT and site.word(site.at) in noun_forms()
    opens = site.at == 0 and site.word(1) == "that" and site.line.is_capitalised(0)
    return plural and opens and not opens_item(site.line.analysis, site.cue.token)


def _is_object(site: Site) -> bool:
    """Whether the *her* before a finite cue owns nothing."""
    finite = site.cue.form in (Form.PAST, Form.PRESENT)
    return finite and site.line.analysis.forms[site.line.token(site.group - 1)] == "PRP"


def _is_in_phrase(site: Site) -> bool:
    """Whether it ends a phrase of the cue that reports: `said in her programme notes that`."""
    analysis, token = site.line.analysis, site.cue.token
    if site.cue.form is not Form.PRESENT or not ends_phrase(analysis, token):
        return False
    above = analysis.heads[token]
    return any(other.cue.token == above and other.cue.sure for other in site.reading.sites)


def _is_quoting(site: Site) -> bool:
    """Whether somebody only says that he quotes: `Ann Lee said, and I quote, QUOTE`.

    Or speaks the marks: `He said the town would, quote, “blow away.”`
    """
    if site.cue.lemma != "quote":
        return False
    aloud = site.cue.form is Form.BASE and site.word(site.at - 1) == ","
    return aloud or site.line.words[site.at - 2 : site.at] == ["and", "i"]


def _is_of_noun(site: Site) -> bool:
    """Whether the tree hangs a participle on the noun right after it."""
    analysis, after = site.line.analysis, site.cue.token + 1
    noun = analysis.tags[after : after + 1] == ["NOUN"]
    return noun and site.cue.form is Form.PAST and analysis.heads[site.cue.token] >= after


def _is_name(line: Line, position: int) -> bool:
    """Whether a capital in a line that is no headline shows a name: `the United States`."""
    return line.is_capitalised(position) and not line.is_headline
