"""Whom others hear or remember saying it: `“No,” I heard her say`, `she recalls him saying`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr import config
from quoteattr.quotation.reports.noun_phrases import noun_phrase_before
from quoteattr.quotation.words.cues import Frames
from quoteattr.quotation.words.inflection import Form, inflections

if TYPE_CHECKING:
    from quoteattr.quotation.reports.line import Line
    from quoteattr.quotation.reports.site import Site

HEARING: Final = frozenset({"hear", "hears", "heard", "overheard"})
_REMEMBERING: Final = frozenset({"remember", "recall", "recollect"})
_REMEMBERED: Final = (
    frozenset(form for verb in _REMEMBERING for form, _ in inflections(verb)) | HEARING
)


def heard_speaker(site: Site) -> int | None:
    """Where who is heard begins: `I heard | her say`, `she recalls | the doctor saying`.

    None where the cue has no such speaker before it.
    """
    line = site.line
    if not (site.cue.form is Form.BASE or site.is_participle):
        return None
    speaker = start_of_somebody(line, site.group - 1)
    hears = HEARING if site.cue.form is Form.BASE else _REMEMBERED
    return speaker if speaker > 1 and line.words[speaker - 1] in hears else None


def is_of_heard(site: Site) -> bool:
    """Whether a verb only tells who remembers another's words: `QUOTE, she recalls him saying`."""
    if site.cue.lemma not in _REMEMBERING:
        return False
    near = (
        other
        for other in site.reading.sites
        if other.is_participle and site.after < other.at <= site.after + config.NAME_BEFORE_CUE
    )
    return any(
        other.cue.takes(Frames.QUOTATION) and heard_speaker(other) == site.after for other in near
    )


def start_of_somebody(line: Line, last: int) -> int:
    """Where the pronoun or noun phrase that ends at *last* begins; after it where there is none."""
    if line.kind(last) in ("pronoun", "determiner", "object"):
        return last
    return noun_phrase_before(line, last)
