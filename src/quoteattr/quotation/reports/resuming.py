"""Where a content goes on after its cue: `QUOTE, she said, QUOTE`; `It, he said, is dead`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr import config
from quoteattr.grammar import BE, HAVE, MODALS, NEGATIONS, SUBJECTS, child
from quoteattr.quotation.reports.extent import end_of_clause
from quoteattr.quotation.reports.kinds import Kind
from quoteattr.quotation.reports.receptions import is_reception
from quoteattr.quotation.reports.site import SEPARATORS, ends_in_quotation
from quoteattr.quotation.words.cues import Frames
from quoteattr.quotation.words.inflection import Form

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quoteattr.quotation.reports.line import Line
    from quoteattr.quotation.reports.site import Site
    from quoteattr.records import Range

_PRESENT: Final = (["VBZ"], ["VBP"])
_OWN: Final = frozenset({Kind.QUOTATION, Kind.THAT, Kind.QUESTION})
_AUXILIARIES: Final = BE | HAVE | MODALS | NEGATIONS
_FUTURE: Final = frozenset({"would", "will", "should", "could", "must"})
_COMPARING: Final = frozenset(
    {("up", "from"), ("down", "from"), ("compared", "with"), ("compared", "to")}
)
_ROUGHLY: Final = frozenset({"about", "around", "some", "nearly", "almost", "roughly"})
_SPANS: Final = ("second", "minute", "hour", "day", "week", "month", "year")
_OF_CONTENT: Final = frozenset({"that", "because", "if", "unless", "rather", "not"})


def quotation_after(site: Site) -> Range | None:
    """The quotation that goes on after the cue: `QUOTE he said, QUOTE`."""
    line = site.line
    first = next((i for i in range(site.after, len(line)) if line.is_quote(i)), None)
    if first is None or any(_claims(other, site.after, first) for other in site.reading.sites):
        return None
    parted = any(line.kind(i) == "coordinator" for i in range(site.after, first))
    if parted and any(_follows(other, first) for other in site.reading.sites):
        return None
    joined = line.words[first - 1] in SEPARATORS | {"that", "and"}
    if joined or site.opening.start == first:
        return (first, first + 1)
    return None


def _claims(other: Site, first: int, last: int) -> bool:
    """Whether *other*, a cue in [first, last), has the quotation there: `he said and added, QUOTE`.

    So does `QUOTE, he said, arguing that if they stay, QUOTE`; in `QUOTE, he said, laughing, QUOTE`
    a participle that only goes along claims nothing.
    """
    if not (first <= other.at < last and other.cue.sure):
        return False
    if not other.is_participle:
        return True
    return other.opening.kind in _OWN and other.cue.takes(Frames.CLAUSE)


def _follows(other: Site, quote: int) -> bool:
    """Whether *other* has the quotation before it: `QUOTE, he said, but then, QUOTE, said Lee`."""
    near = quote < other.at <= quote + config.NAME_BEFORE_CUE
    return near and other.cue.sure and other.opening.kind not in _OWN


def goes_on_before_marks(site: Site, end: int) -> bool:
    """Whether a clause cut in two has its verb before marks: `Rent, he said, is due, and QUOTE`."""
    if site.opening.kind is not Kind.COMMA or ends_in_quotation(site.line, end):
        return False
    return site.line.is_finite(site.opening.start + 1) and not site.has_verb(0, end)


def clause_after(site: Site, before: int | None) -> Range | None:
    """The clause that goes on after the cue: `The plan, he said, will fail.`

    The part before the cue ends at the position *before*, None where nothing parts the two.
    """
    line, start = site.line, site.opening.start + 1
    if site.opening.kind is not Kind.COMMA or start >= line.end:
        return None
    start = _past_aside(site, start)
    quotes = [i for i in range(start, len(line)) if line.is_quote(i)]
    if quotes and not _holds_quotations(site, start, quotes):
        return None
    shares = line.kind(start) == "coordinator" and _shares_subject(site, start + 1)
    in_marks = before is not None and ends_in_quotation(line, before)
    if before is not None and in_marks and not (shares and not line.is_quote(before - 1)):
        return (start, end_of_clause(site, start)) if _goes_on_at(site, start) else None
    cut = before is not None and _cuts_verb(line, before, start)
    if site.reading.has_cue(start, start + 1) and not line.is_finite(start) and not cut:
        return None  # , he said, adding
    if line.kind(start) == "coordinator" and not shares:
        if _counts(line, start + 1):
            return (start, line.end)
        if line.kind(start + 1) not in ("determiner", "pronoun") and not (
            _is_subject(line, start + 1)
            or _is_of_content(line, start + 1)
            or _leads_to_subject(line, start + 1)
            or _leads_to_verb_in_marks(line, start + 1)
        ):
            return None  # , he said, and left
    elif not (
        line.has_finite(start, line.end)
        or _is_cut_short(site, before)
        or _goes_on_at(site, start)
        or _is_of_predicate(line, start)
    ):
        return None
    parted = before is not None and not line.has_finite(0, before)
    return (start, end_of_clause(site, start, parted=parted))


def clause_after_source(site: Site) -> Range | None:
    """The clause that goes on after the source: `All is hope, said Lee, | and hope “is”`."""
    line, comma = site.line, site.comma
    if comma is None or comma + 2 >= line.end or line.kind(comma + 1) != "coordinator":
        return None
    return (comma + 1, line.end) if _leads_to_verb_in_marks(line, comma + 2) else None


def _past_aside(site: Site, start: int) -> int:
    """Where marks go on after what was done meanwhile: `he said, beaming at her, | “but not yet”`.

    The *start* itself without such an aside.
    """
    line = site.line
    marks = next((a for a, _ in line.fragments if a > start), start)
    goes_along = line.analysis.forms[line.token(start)] == "VBG" and line.words[marks - 1] == ","
    return marks if goes_along and not site.reading.has_cue(start, marks) else start


def _cuts_verb(line: Line, before: int, start: int) -> bool:
    """Whether the cue parts a verb from its auxiliary: `It is, he said, | called a cliff`.

    `He would not, he said, | ask her`; a form in -ing goes with *be* alone.
    """
    if line.words[before - 1] in BE:
        return True
    plain = line.analysis.forms[line.token(start)] in ("VB", "VBN")
    return plain and line.words[before - 1] in _AUXILIARIES


def _counts(line: Line, position: int) -> bool:
    """Whether a bare number goes on where the verb is left out: `and | four when she married`."""
    if position >= line.end:
        return False
    tags = line.analysis.tags[line.token(position) : line.token(position) + 2]
    return tags[:1] == ["NUM"] and tags[1:] in (["ADP"], ["SCONJ"], ["ADV"])


def _holds_quotations(site: Site, start: int, quotes: Sequence[int]) -> bool:
    """Whether what goes on leads to quotations itself: `Her tutor, she said, told her: QUOTE`.

    Not where another has a verb and a subject there: `And, I admit, of a whim I remarked: QUOTE`.
    """
    line = site.line
    others = (one for one in site.reading.sites if (one.subject or 0) >= start)
    theirs = {position for one in others for position in range(one.group, one.after)}
    acts = any(line.is_finite(i) and i not in theirs for i in range(start, quotes[0]))
    return acts and all(line.words[i - 1] == ":" for i in quotes)


def _shares_subject(site: Site, position: int) -> bool:
    """Whether a further verb of the content begins: `It is old, he said, and | would fall`.

    Sure of a verb in the future, of one in the present behind a cue in the past, and where words in
    marks follow: `and had | been “a joke”`.
    """
    line = site.line
    if position >= line.end:
        return False
    forms = line.analysis.forms[line.token(position) : line.token(position) + 2]
    if line.words[position] in _FUTURE:
        return True
    if site.cue.form is Form.PAST and forms[:1] in _PRESENT:
        return True  # It was old, he said, and needs paint
    helps = HAVE if forms[1:] == ["VBN"] else BE if forms[1:] == ["VBG"] else ()
    if line.words[position] in helps:
        return True  # It was old, he said, and had passed no test; and was falling apart
    marked = any(first > position for first, _ in line.fragments)
    return marked and line.words[position] in BE | HAVE | MODALS


def _is_subject(line: Line, position: int) -> bool:
    """Whether a bare plural and its verb follow: `Taxes are low, he said, and | voters know it`.

    With more words on it too: `and | parents with prams would wait`.
    """
    if position >= line.end or not line.words[position].endswith("s"):
        return False
    analysis, token = line.analysis, line.token(position)
    if analysis.tags[token] != "NOUN":
        return False
    if line.kind(position + 1) not in ("preposition", "relative"):
        return line.is_finite(position + 1)
    near = range(position + 2, min(position + config.MEDIUM_TOKENS, line.end))
    return any(line.is_finite(i) for i in near)


def _is_of_content(line: Line, position: int) -> bool:
    """Whether a bare noun or name has a verb that tells no story: `he said, and | Lee had known`.

    `It is dear, he said, and | sugar will be dearer`; not in `he said, and Lee nodded`.
    """
    near = range(position, min(position + config.NAME_BEFORE_CUE, line.end))
    verb = next((i for i in near if line.is_finite(i)), position)
    analysis = line.analysis
    nouns = {analysis.tags[line.token(i)] for i in range(position, verb)}
    if not nouns or not nouns <= {"NOUN", "PROPN"}:
        return False
    present = analysis.forms[line.token(verb)] in ("VBZ", "VBP")
    return present or line.words[verb] in _FUTURE or line.words[verb] == "had"


def _leads_to_subject(line: Line, position: int) -> bool:
    """Whether a phrase leads to a clause: `It was late, he said, and | in May the pier was shut`.

    Not in `It was late, he said, and in May left`.
    """
    if position + 1 >= line.end or line.kind(position) != "preposition":
        return False
    verb = next((i for i in range(position, line.end) if line.is_finite(i)), position)
    subject = child(line.analysis, line.token(verb), *SUBJECTS)
    return subject is not None and line.token(position + 1) < subject < line.token(verb)


def _leads_to_verb_in_marks(line: Line, position: int) -> bool:
    """Whether a noun has its verb in marks: `Hope is all, she argued, and | hope “is free”`."""
    if position >= line.end or line.analysis.tags[line.token(position)] != "NOUN":
        return False
    return any(first == position + 1 for first, _ in line.fragments)


def _goes_on_at(site: Site, start: int) -> bool:
    """Whether the sentence of a quotation goes on without marks: `QUOTE, he said, because it is.`

    It does with a verb, or a clause that no reporter opens so: not in `QUOTE, he said, as it fell`.
    """
    line = site.line
    if site.is_participle or site.reading.has_cue(start, start + 1):
        return False
    if line.words[start] == "to":
        if is_reception(line, start):
            return False  # QUOTE, he said, to applause
        return start + 1 < line.end and line.analysis.forms[line.token(start + 1)] == "VB"
    return line.is_finite(start) or line.words[start] in _OF_CONTENT | {"been", "be"}


def _is_of_predicate(line: Line, start: int) -> bool:
    """Whether a phrase that goes on tells nothing of the saying: `It is slow, he said, for a boat`.

    Not in `It is over, he said, by phone`. `Debt rose, it said, | slightly more than last year`.
    """
    if _is_amount(line, start) or _is_means(line, start):
        return True
    if line.words[start] == "including" or tuple(line.words[start : start + 2]) in _COMPARING:
        return True
    forms = line.analysis.forms[line.token(start) : line.token(start) + 2]
    if "JJR" in forms and "than" in line.words[start : start + config.MEDIUM_TOKENS]:
        return True
    return line.words[start] in ("by", "for") and line.kind(start + 1) == "determiner"


def _is_means(line: Line, start: int) -> bool:
    """Whether it is told by which deed: `It harms the town, he said, | by scaring guests away`."""
    if line.words[start] != "by" or start + 2 >= line.end:
        return False
    return line.analysis.forms[line.token(start + 1)] == "VBG"


def _is_amount(line: Line, start: int) -> bool:
    """Whether an amount goes on: `He had counted, he said, | about 250 people`; no `two days ago`.

    A bare number is an age or a time: `It was over, he said, 12 hours later`.
    """
    if line.words[start] not in _ROUGHLY or start + 2 >= line.end:
        return False
    counted = line.analysis.tags[line.token(start + 1) : line.token(start + 1) + 1] == ["NUM"]
    return counted and not line.words[start + 2].startswith(_SPANS)


def _is_cut_short(site: Site, before: int | None) -> bool:
    """Whether the part before ends in the middle of its predicate: `It was, he said, a farce.`

    Or of its verb: `She would, she said, bring cake`; `She left, wearing, he said, a hat`.
    """
    if before is None:
        return False
    line, last = site.line, before - 1
    if line.kind(last) == "coordinator" or line.words[last] in _AUXILIARIES:
        return True  # a bag and, he said, a book
    wears = line.analysis.forms[line.token(last)] == "VBG" and line.words[last - 1] == ","
    return wears and line.kind(site.opening.start + 1) == "determiner"
