"""What stands before a cue as its content: `The plan is dead, | she said`; `QUOTE | she said`."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from quoteattr import config
from quoteattr.analysis import NOUN_TAGS, Layer, Relation
from quoteattr.grammar import INFLECTED
from quoteattr.quotation.reports.adjuncts import ROUGHLY
from quoteattr.quotation.reports.frames import ANAPHORS
from quoteattr.quotation.reports.inversion import closes_with_speaker
from quoteattr.quotation.reports.kinds import Kind
from quoteattr.quotation.reports.line import DASHES, MARK_WORDS
from quoteattr.quotation.reports.site import SEPARATORS, ends_in_quotation
from quoteattr.quotation.words.cues import Frames
from quoteattr.quotation.words.inflection import Form

if TYPE_CHECKING:
    from quoteattr.quotation.reports.line import Line
    from quoteattr.quotation.reports.site import Site
    from quoteattr.records import Range

BREAKS: Final = DASHES | {";"}
_ANSWERS: Final = frozenset({"yes", "no", "maybe", "perhaps", "never", "hardly", "absolutely"})
"""Words that are said alone: `Maybe, he said.`"""
_REPORTED: Final = frozenset({Kind.THAT, Kind.CLAUSE, Kind.OBJECT})
_PUTS: Final = frozenset({("put", "it"), ("puts", "it")})
_OPENING: Final = frozenset("([")
_OF_THEM: Final = frozenset({("of", "whom"), ("of", "which")})
_SHORT: Final = 3
_MANNER: Final = 5  # tokens that tell of a sigh or a deep sigh
_SUBORDINATORS: Final = frozenset(
    {"when", "while", "although", "though", "if", "as", "because", "since", "after", "before"}
) | {"asked", "in", "on", "at", "during", "with", "for", "by", "from", "to", "speaking", "despite"}
_OF_TELLING: Final = frozenset({"asked", "speaking"})
_PLURALS: Final = frozenset({"NNS", "NNPS"})
_PREPOSITIONS: Final = frozenset({"in", "on", "at", "during", "for", "by", "from"})


def follows_content(site: Site, left: int) -> bool:
    """Whether a quotation, or a clause and a comma, ends right before *left*."""
    end = end_of_content(site, left)
    if end is None:
        return False
    if site.line.is_quote(end - 1):
        return True
    if closes_heading(site):
        return True
    if site.opening.kind is Kind.END and site.line.words[0] in _ANSWERS and end <= _SHORT:
        return True
    start = after_lead(site, end)
    return start is not None and (
        ends_in_quotation(site.line, end)
        or site.has_verb(start, end)
        or any(site.line.is_quote(i) for i in range(start, end))
        or (_ends_clause(site) and site.line.has_any_verb(0, end))
        or _is_all_else(site, start, end)
        or (_leads_to_name(site) and site.line.has_any_verb(start, end))
        or (site.subject is None and site.after < site.line.end and _closes(site))
    )


def _ends_clause(site: Site) -> bool:
    """Whether nothing but a participle's phrase follows the cue: `, the Post said, | citing Lee`.

    So the clause before may be what is reported, though the tagger sees no finite verb in it.
    """
    line, opening = site.line, site.opening
    if opening.kind is not Kind.COMMA:
        return opening.kind is Kind.END
    after = opening.start + 1
    adds = after < line.end and line.analysis.forms[line.token(after)] == "VBG"
    return adds and not line.has_finite(after, line.end)


def _is_all_else(site: Site, start: int, end: int) -> bool:
    """Whether only source and cue close an untagged sentence: `The law hurts farms, | Lee said.`"""
    line = site.line
    if line.analysis.has(Layer.TAGS) or site.opening.kind is not Kind.END:
        return False
    leads = line.kind(start) == "preposition" or line.words[start] in _SUBORDINATORS
    return not leads and end - start > config.CLAUSE_TOKENS


def _leads_to_name(site: Site) -> bool:
    """Whether a name follows, so that a cue before is the verb of the content: `, said Ann Lee, a`.

    `The vote signals the end, said Ann Lee, a judge.`
    """
    return site.subject is None and site.after < site.line.end and site.line.is_name(site.after)


def closes_heading(site: Site) -> bool:
    """Whether source and verb close a heading: `“Lies” about a flood, court hears`."""
    if site.opening.kind is not Kind.END or not site.line.is_heading:
        return False
    return site.cue.takes(Frames.BARE_CLAUSE) and _is_present(site, site.group - 1)


def _is_present(site: Site, noun: int) -> bool:
    """Whether the cue has the form of a heading beside a *noun*: `says union`, `unions say`."""
    if site.cue.form is Form.BASE:
        return site.line.analysis.forms[site.line.token(noun)] in _PLURALS
    return site.cue.form is Form.PRESENT


def _closes(site: Site) -> bool:
    """Whether *says* and a name close what has no verb: `Not good enough, says Ann Lee.`

    So does a noun for who speaks; in a heading any such verb with a noun: `Leave at new high, warns
    report`.
    """
    line, after = site.line, range(site.after, site.line.end)
    if all(line.is_name(i) and line.is_capitalised(i) for i in after):
        return site.cue.lemma == "say" and site.cue.form is Form.PRESENT
    if closes_with_speaker(line, site.cue, site.after):
        return True
    if not line.is_heading or not site.cue.takes(Frames.BARE_CLAUSE):
        return False
    nouns = all(line.analysis.tags[line.token(i)] in NOUN_TAGS for i in after)
    return nouns and _is_present(site, line.end - 1)


def after_lead(site: Site, end: int) -> int | None:
    """Where the main clause begins before *end*: `After a fight, | she has left, he said`.

    None where there is none: `After she left, he said nothing`.
    """
    line = site.line
    if line.words[0] not in _SUBORDINATORS or tuple(line.words[:2]) in ROUGHLY:
        return 0
    if line.words[0] in _PREPOSITIONS and _is_main(site, end):
        return 0
    if line.words[end - 1] in MARK_WORDS:
        end -= 2  # while it was “a farce,” the crowd laughed
    commas = (i for i in range(end) if line.words[i] == ",")
    return next((i + 1 for i in commas if site.word(i + 1) not in _SUBORDINATORS), None)


def _is_main(site: Site, end: int) -> bool:
    """Whether the tree joins the clause before *end* to the cue: `In Velm it rained, she said`."""
    analysis, cue = site.line.analysis, site.cue.token
    if not analysis.has(Layer.TREE):
        return False
    last = site.line.token(end - 1)
    if analysis.relations[cue] is Relation.PARATAXIS and analysis.heads[cue] <= last:
        return True
    reported = (Relation.COMPLEMENT, Relation.PARATAXIS)
    return any(
        child <= last and analysis.relations[child] in reported for child in analysis.children[cue]
    )


def follows_quotation(site: Site, left: int) -> bool:
    """Whether a quotation or a quoted fragment ends right before *left*."""
    end = end_of_content(site, left)
    return end is not None and ends_in_quotation(site.line, end)


def follows_fragment(site: Site, left: int) -> bool:
    """Whether what ends right before *left* is no whole quotation."""
    end = end_of_content(site, left)
    return end is not None and not site.line.is_quote(end - 1)


def end_of_content(site: Site, left: int) -> int | None:
    """Position after the content left of *left*; None when nothing separates the two."""
    end = left
    if end > 1 and site.line.words[end - 1] in ANAPHORS and site.line.is_quote(end - 2):
        end -= 1  # QUOTE So said Ann Lee.
    while end > 0 and site.line.words[end - 1] in SEPARATORS:
        end -= 1
    if end == 0:
        return None
    return end if end < left or ends_in_quotation(site.line, end) else None


def content_before(site: Site, left: int) -> Range | None:
    """The content that ends right before *left*: quotations in a row, or all from the start.

    Of quotations without even a comma between them only the last has this speaker: `“Who?” “Ann,”
    he said`.
    """
    line, end = site.line, end_of_content(site, left)
    if end is None:
        return None
    if not line.is_quote(end - 1):
        start = _start_in_parenthesis(line, end) or _start_after_lead(site, end)
        return (start or _start_of_relative(line, end), end)
    start = end - 1
    while site.word(start - 1) in SEPARATORS and line.is_quote(start - 2):
        start -= 2
    opened = start > 0 and line.words[start - 1] in _OPENING
    if opened or site.reading.has_cue(start - 1, start):
        return (start, end)  # Lee said “It is late,” she said
    if start > 0 and not (line.words[start - 1] in SEPARATORS or line.is_quote(start - 1)):
        return (0, end)
    whole = _is_predicate(site, start) or _is_led_in(site, start)
    return (0 if whole else start, end)


def _start_in_parenthesis(line: Line, end: int) -> int:
    """Where marks open that fill a parenthesis so far: `those who fear it (“It is a farce,” | he`.

    The begin of the line where there are none.
    """
    start = line.start_of_fragment(end)
    return start if line.words[start - 1] in _OPENING else 0


def _start_after_lead(site: Site, end: int) -> int:
    """Where it begins after a colon and words on how it was said: `He went on: | rain, he said,`.

    Or after what a heading is about: `Port blaze: | Owner knew of risk, court hears`.
    They name the source too, say *put it*, or report something else: `Lee warned us it was old: |
    the wood, she said,`. The begin of the line where they do not.
    """
    line = site.line
    colon = next((i for i in range(end - 1, 0, -1) if line.words[i] == ":"), 0)
    before = line.words[:colon]
    if line.is_heading and colon > 0 and not line.has_finite(0, colon):
        return colon + 1
    puts = any(pair in _PUTS for pair in pairwise(before))
    reports = any(
        other.cue.sure and other.subject is not None and other.opening.kind in _REPORTED
        for other in site.reading.sites
        if other.at < colon
    )
    return colon + 1 if puts or reports or (colon and site.word(site.left) in before) else 0


def _start_of_relative(line: Line, end: int) -> int:
    """Where a clause begins that the cue cuts behind its pronoun: `, in | which, she said, it was`.

    Only with a preposition or *and* before it; else the begin of the line. So `, some of | whom`.
    """
    if end > _SHORT and tuple(line.words[end - 2 : end]) in _OF_THEM:
        return end - _SHORT
    if end <= _SHORT or line.kind(end - 1) != "relative":
        return 0
    before = line.kind(end - 2)
    return end - 2 if before == "preposition" else (before == "coordinator") * (end - 1)


def _is_predicate(site: Site, quote: int) -> bool:
    """Whether the verb in marks has its subject before: `Lee, who is 40, | “is a reader,” he said`.

    Not where that has a cue: `He asked, “is it”`.
    """
    line = site.line
    first = line.token(quote) + 1
    analysis = line.analysis
    return (
        quote > 0
        and first < len(analysis)
        and analysis.forms[first] in INFLECTED
        and analysis.words[first].islower()
        and not site.reading.has_cue(0, quote)
        and analysis.words[line.after(quote) - 2] != "?"
    )


def _is_led_in(site: Site, quote: int) -> bool:
    """Whether the words before the marks open their sentence: `In May, | “we lost,” he said`.

    Then a small letter follows. Not where they have a verb of their own: `He sat, “for we lost,”`.
    """
    line = site.line
    first = line.token(quote) + 1
    if quote < _SHORT or site.word(quote - 1) != "," or site.reading.has_cue(0, quote):
        return False  # Yet, “we lost,” he said
    if first >= len(line.analysis) or not line.analysis.words[first][:1].islower():
        return False
    opens = line.words[line.kind(0) == "coordinator"]
    if opens in ("with", "without") and quote <= _MANNER:
        return False  # With a sigh, “so be it,” she said
    return not line.has_finite(0, quote) or opens in _SUBORDINATORS - _OF_TELLING


def start_of_last_clause(line: Line, before: Range) -> int:
    """Where what a cue cuts in two begins: `He lost -- | proof, she said, that it was over.`"""
    for position in range(before[1] - 2, before[0], -1):
        if line.is_finite(position) or line.is_quote(position):
            relative = line.kind(position - 1) == "relative" and line.words[position - 2] == ","
            return position - 1 if relative else before[0]  # , which is a farce, he said, QUOTE
        if line.words[position] in BREAKS:
            return position + 1
        follows = line.words[position + 1]
        if line.words[position] == "," and (
            line.kind(position + 1) == "relative" or follows == "whose"
        ):
            return position + 1
    return before[0]
