"""Reports whose source stands in a phrase: `According to Ann Lee, the plan is dead.`"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr import config
from quoteattr.analysis import Layer
from quoteattr.grammar import BE, RELATIVES, SUBJECTS, ancestors, child, edges
from quoteattr.lexicon import words
from quoteattr.quotation.reports.attributed import ATTRIBUTED, attributed
from quoteattr.quotation.reports.kinds import Kind
from quoteattr.quotation.reports.line import DASHES
from quoteattr.quotation.reports.site import SEPARATORS
from quoteattr.quotation.words.inflection import Form

if TYPE_CHECKING:
    from quoteattr.quotation.reports.line import Line
    from quoteattr.quotation.reports.site import Report, Site

_ADJUNCTS: Final = frozenset({"ADP", "ADV", "SCONJ"})
_LEADS: Final = SEPARATORS | {"("}
_CONTRARY: Final = frozenset({"but", "though", "although", "while"})
_NEW: Final = frozenset({"a", "an"})
_ROLE_DETERMINERS: Final = frozenset({"a", "an", "the", "its", "his", "her"})


def source_phrase(site: Site) -> Report | None:
    """`According to Ann Lee, QUOTE`; `The plan is dead, according to Ann Lee` is one too."""
    if site.cue.lemma in ATTRIBUTED:
        return attributed(site)
    if site.cue.form is not Form.FIXED or _is_mere_measure(site):
        return None
    if site.cue.lemma == "to quote" and not _opens(site):
        return None  # He had to quote Lee
    line = site.line
    before = site.at
    while before > 0 and line.words[before - 1] in SEPARATORS:
        before -= 1
    close = site.comma
    if _opens(site) or line.kind(site.at - 1 - (site.word(site.at - 1) == ",")) == "coordinator":
        start = _subject_after(site)
        if close is not None and (start is None or not line.has_finite(start, close)):
            first = _after_aside(site, close, start)
            content = first, _end_of_content(site, first)
            return site.report([content], (site.at, first - 1), "source-phrase")
        if start is None:
            return None
        return site.report([(start, len(line))], (site.at, start), "source-phrase")
    if close is not None and _leads_to_fragment(site, close := _past_role(line, close)):
        return site.report([(close + 1, len(line))], (site.at, close), "source-phrase")
    if (dash := _closing_dash(site)) is not None:
        after = (dash + 1, len(line))
        if _leads_to_fragment(site, dash):
            return site.report([after], (site.at, dash), "source-phrase")
        if line.has_finite(*after):
            return site.report([(0, before), after], (site.at, dash), "source-phrase")
    if (verb := _relative_verb(site)) is not None:
        end = next((i for i in range(verb, line.end) if line.words[i] == ","), len(line))
        return site.report([(verb, end)], (site.at, verb), "source-phrase")
    parts = [(0, before)]
    end = len(line)
    inside = _after_that(site, before)
    close = _after_relative(site, close)
    if close is not None and _leads_to_others(site, close):
        end = close
    elif (
        close is not None
        and line.words[site.at - 1] == ","
        and (line.has_finite(close, line.end) or line.words[before - 1] in BE)
    ):
        parts = [(inside, before), (close + 1, line.end)]
        end = close
    return site.report(parts, (site.at, end), "source-phrase")


def _closing_dash(site: Site) -> int | None:
    """The dash that closes a phrase set off by two: `flattering and – in the words of Lee | –`."""
    line = site.line
    if site.word(site.at - 1) not in DASHES:
        return None
    return next((i for i in range(site.after, line.end) if line.words[i] in DASHES), None)


def _relative_verb(site: Site) -> int | None:
    """The verb of a relative clause that the phrase opens: `boats, which according to Lee | sank`.

    None where a comma closes the phrase.
    """
    line = site.line
    if site.word(site.at - 1) not in RELATIVES:
        return None
    verb = next((i for i in range(site.after, line.end) if line.is_finite(i)), None)
    return None if verb is None or "," in line.words[site.after : verb] else verb


def _after_that(site: Site, end: int) -> int:
    """Where a that-clause begins that is cut in two: `Lee noted that | he, according to Ann, was`.

    The begin of the line without one, or where it has its verb before the position *end*.
    """
    for other in site.reading.sites:
        opening = other.opening
        if other.at < end and other.cue.sure and opening.kind is Kind.THAT and opening.start < end:
            return 0 if site.line.has_finite(opening.start, end) else opening.start
    return 0


def _end_of_content(site: Site, first: int) -> int:
    """Where a remark on a quotation begins: `According to Lee, “It is,” | meaning the pier`.

    Or where somebody else reports: `According to Lee, it is dead; | Holm denied that`.
    """
    line = site.line
    if not line.is_quote(first):
        others = (other.left - 1 for other in site.reading.sites if other.subject is not None)
        return next((at for at in others if at > first and line.words[at] == ";"), len(line))
    analysis, after = line.analysis, first + 1
    comma = analysis.words[line.after(first) - 2] == ","
    while after < line.end and analysis.tags[line.token(after)] == "ADV":
        after += 1
    remarks = after < line.end and analysis.forms[line.token(after)] == "VBG"
    return first + 1 if comma and remarks else len(line)


def _after_relative(site: Site, comma: int | None) -> int | None:
    """The comma after which the content goes on: `It is, according to Lee, who left, | over`.

    Past a name or a role too: `It is, according to its head, Ann Lee, | over`; `It is over,
    according to Lee, a clerk at the mill who was there`, where nothing goes on.
    """
    line = site.line
    while comma is not None and _tells_of_source(line, comma):
        comma = next((i for i in range(comma + 1, line.end) if line.words[i] == ","), None)
    return comma


def _leads_to_others(site: Site, comma: int) -> bool:
    """Whether others report after it: `It is open, according to Lee, | but police said it is not`.

    Only where the content has a verb before.
    """
    line = site.line
    if site.word(comma + 1) not in _CONTRARY or not line.has_finite(0, site.at):
        return False
    return any(
        other.at > comma and other.subject is not None and other.cue.sure
        for other in site.reading.sites
    )


def _tells_of_source(line: Line, comma: int) -> bool:
    """Whether a clause with *who*, a name, or a role that such a clause follows begins there."""
    first = comma + 1
    if line.words[first : first + 1] in (["who"], ["which"], ["whose"]):
        return True
    end = next((i for i in range(first, line.end) if line.words[i] == ","), line.end)
    if first >= end:
        return False
    if not line.is_capitalised(comma - 1):
        return all(_is_named(line, i) for i in range(first, end))
    if line.words[first] not in _ROLE_DETERMINERS:
        return False
    verb = next(filter(line.is_finite, range(first, end)), end)
    if verb < end:
        return line.words[verb - 1] == "who"
    return end + 1 < line.end and line.may_be_finite(end + 1)


def _past_role(line: Line, comma: int) -> int:
    """The comma after a role before marks: `It was, in the words of Lee, its head, | “a farce”`."""
    first = comma + 1
    end = next((i for i in range(first, line.end) if line.words[i] == ","), comma)
    role = end > first and line.words[first] in _ROLE_DETERMINERS
    return end if role and not line.has_finite(first, end) else comma


def _leads_to_fragment(site: Site, close: int) -> bool:
    """Whether somebody's words follow in marks: `It was, in the words of Ann Lee, “a farce”.`"""
    line = site.line
    return site.cue.lemma == "in the words of" and any(a == close + 1 for a, _ in line.fragments)


def _after_aside(site: Site, close: int, subject: int | None) -> int:
    """Where the content begins: `According to Ann Lee, a former captain, | the road is closed.`

    What a preposition or an adverb opens belongs to the content: `According to Lee, in May it is.`
    """
    line, first = site.line, close + 1
    if (named := _after_name(site, close)) is not None:
        return named
    if subject is None or subject <= first or line.words[subject - 1] != ",":
        return first
    token = line.token(first)
    return first if line.analysis.tags[token] in _ADJUNCTS else subject


def _after_name(site: Site, close: int) -> int | None:
    """The position after a name that tells who a description means, between two commas.

    `According to its owner, Ann Lee, | the mill is dead`; `According to staff, Ann Lee, 50, left`.
    Or after a role that tells more of a name: `According to Ann Lee, a clerk at the mill, | it is`.
    """
    line, first = site.line, close + 1
    if first >= line.end:
        return None
    if line.is_capitalised(close - 1):
        end = _end_of_role(line, first)
    elif line.words[close - 1].endswith("s"):
        return None
    elif line.words[first] in _NEW and line.words[close - 1] not in words("group_nouns"):
        end = _end_of_role(line, first)
    else:
        end = next((i for i in range(first, line.end) if not _is_named(line, i)), first)
    if not first < end < line.end - 1 or line.words[end] != ",":
        return None
    verb = next(filter(line.is_finite, range(end + 1, line.end)), end + 1)
    return None if verb == end + 1 or "," in line.words[end + 1 : verb] else end + 1


def _is_named(line: Line, position: int) -> bool:
    return line.is_name(position) and line.is_capitalised(position)


def _end_of_role(line: Line, first: int) -> int:
    """Where a phrase about somebody ends: `a doctoral student at the mill | , it is dead`.

    A clause with *who* may stand in it: `a retired dentist who knew | , it is dead`.
    """
    end = next((i for i in range(first, line.end) if line.words[i] == ","), first)
    if line.words[first] not in _ROLE_DETERMINERS:
        return first
    nouns = range(first + 1, min(end, first + config.ROLE_TOKENS))
    is_role = any(line.words[i] in words("role_nouns") for i in nouns)
    verb = next(filter(line.is_finite, range(first, end)), end)
    told = verb == end or "who" in line.words[first:verb]
    return end if is_role and told else first


def _subject_after(site: Site) -> int | None:
    """Where the content begins without a comma: `According to Ann Lee | the road is closed.`

    It is the subject of the clause that the tree hangs the phrase on.
    """
    line, analysis = site.line, site.line.analysis
    if not analysis.has(Layer.TREE):
        return None
    cue = line.token(site.at)
    for verb in ancestors(analysis, cue):
        subject = child(analysis, verb, *SUBJECTS)
        if subject is not None and subject > cue:
            start = line.position(edges(analysis, subject)[0])
            return start if start is not None and start > site.after else None
    return None


def _opens(site: Site) -> bool:
    """Whether nothing, a bracket or a colon stands before it: `It is so: According to Lee, ...`

    Or what a list is about, and a dash: `The mill – According to Lee, ...`
    """
    line, before = site.line, site.at - 1
    if all(word in _LEADS for word in line.words[: site.at]) or site.word(before) == ":":
        return True
    return line.words[before] in DASHES and line.is_capitalised(site.at) and not line.is_headline


def _is_mere_measure(site: Site) -> bool:
    """Whether a single bare noun follows that is no source: `sorted according to size`.

    Set off by a comma most are: `According to police, it is over`; not `According to plan, it is`.
    """
    line, after = site.line, site.after
    if after >= line.end or line.kind(after) or line.is_capitalised(after):
        return False
    if after + 1 < line.end and line.words[after + 1] != ",":
        return False
    word = line.words[after].lower()
    if _opens(site) or line.words[site.at - 1] in SEPARATORS:
        return word in words("measures")
    return not word.endswith("s") and word not in words("group_nouns")
