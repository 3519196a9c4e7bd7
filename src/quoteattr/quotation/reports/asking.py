"""What somebody is asked or told before they act: `Asked whether it was over, she laughed`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr.quotation.reports.kinds import Kind
from quoteattr.quotation.reports.main_clause import before_main_clause
from quoteattr.quotation.words.inflection import Form

if TYPE_CHECKING:
    from quoteattr.quotation.reports.site import Report, Site

BEFORE_ASKED: Final = frozenset({"when", "if", ",", ";", "once"})
"""What stands between who hears and *asked*: `Lee, when | asked`."""


def asked(site: Site) -> Report | None:
    """`Asked whether it was over, she laughed`; `When asked on Monday about the vote, he left.`

    So with what somebody hears: `Told that it was over, she left`; `Lee, told that it was, left`.
    """
    line, start = site.line, site.opening.start
    asks = site.cue.lemma in ("ask", "ask about", "press", "grill") and site.cue.form is Form.PAST
    if site.cue.lemma.endswith(" of"):
        return None  # Lee, told of it, left
    if not site.is_in_passing and not (asks and (not site.at or _follows_asked(site))):
        return None
    kind = site.opening.kind.value
    if site.opening.kind not in (Kind.QUESTION, Kind.OBJECT, Kind.THAT):
        about = next(
            (i for i in range(site.after, site.comma or 0) if line.words[i] == "about"), None
        )
        if about is None:
            return None
        start, kind = about + 1, Kind.OBJECT.value
    end = min(before_main_clause(site, start), _before_last_noun(site, start), line.end)
    colon = next((i for i in range(start, end) if line.words[i] == ":"), end)
    clause = site.at, site.after
    return site.report([(start, colon)], clause, f"cue-before-{kind}")


def _before_last_noun(site: Site, start: int) -> int:
    """Where the main clause begins whose verb is tagged as a noun: `Asked why, | the boy laughs`.

    The end of the line without a comma and a determiner in it.
    """
    line, end = site.line, len(site.line)
    if site.at or line.analysis.tags[line.token(line.end - 1)] != "NOUN":
        return end
    commas = [i for i in range(start, line.end - 2) if line.words[i] == ","]
    return commas[0] if len(commas) == 1 and line.kind(commas[0] + 1) == "determiner" else end


def _follows_asked(site: Site) -> bool:
    """Whether only a word like *when* or *but* leads to it: `But | asked whether it was, she`."""
    joined = site.at == 1 and site.line.kind(0) == "coordinator"
    return joined or site.word(site.at - 1) in BEFORE_ASKED
