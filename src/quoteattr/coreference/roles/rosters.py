"""Lines that tell who somebody in a record is: "Interviewer: Mark Dell (MD)", "Chair: Ada Holm"."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

import regex

from quoteattr.coreference.roles.reading import describes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quoteattr.analysis import Analysis
    from quoteattr.records import Mention

_COLON: Final = regex.compile(r":[ \t]+")
_LINE_END: Final = regex.compile(r"[ \t]*(?:\([^()\n]{1,40}\)[ \t]*)?(?:\n|\Z)")


def listed_roles(analysis: Analysis, mentions: Sequence[Mention]) -> dict[int, int]:
    """Indices of roles that head a line of a name alone, each with the index of the name."""
    heads = {paragraph.start for paragraph in analysis.paragraphs}
    return {
        i: i + 1
        for i, (role, named) in enumerate(pairwise(mentions))
        if role.start in heads
        and describes(role)
        and named.names_person
        and _COLON.fullmatch(analysis.text, role.end, named.start)
        and _LINE_END.match(analysis.text, named.end)
    }
